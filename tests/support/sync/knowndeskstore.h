#pragma once

#include "support/sync/simstore.h"

namespace consent::test {

/// A store that knows the desk already: for one that starts again.
class KnownDeskStore : public SimStore
{
public:
    /// Both outlive this.
    KnownDeskStore(SimStore &inner, const SimStore::Enrolled &who)
        : m_inner(inner)
        , m_who(who)
    {
    }
    Enrolled enrol(const DeviceId &, const QString &) override { return {m_who.user, *m_who.secret.clone()}; }
    std::unique_ptr<central::CentralStore> open(const UserId &user) override { return m_inner.open(user); }
    void backUp() override {}
    void restore() override {}

private:
    SimStore &m_inner;
    const Enrolled &m_who;
};

} // namespace consent::test
