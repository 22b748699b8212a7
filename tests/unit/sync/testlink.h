#pragma once

#include "base/clock.h"
#include "sync/storelink.h"

#include <functional>

/// The way to a store that a test opens; nobody has to say who they are.
class TestLink : public consent::sync::StoreLink
{
public:
    using Open = std::function<consent::Result<std::unique_ptr<consent::central::CentralStore>>()>;

    explicit TestLink(Open open, bool shared = true)
        : m_open(std::move(open))
        , m_shared(shared)
    {
    }

    consent::Result<std::unique_ptr<consent::central::CentralStore>> open() override { return m_open(); }
    consent::Result<consent::central::Welcome> hello(consent::central::CentralStore &) override
    {
        consent::central::Welcome welcome;
        welcome.standing = standing;
        welcome.storeTime = m_clock.now() - consent::Milliseconds(skewMs);
        return welcome;
    }
    bool isShared() const override { return m_shared; }

    consent::central::Standing standing = consent::central::Standing::Active;
    qint64 skewMs = 0; ///< How far this PC's clock is ahead of the store's.

private:
    Open m_open;
    bool m_shared;
    consent::SystemClock m_clock;
};
