#pragma once

#include "central/centralstore.h"
#include "central/embedded/embeddedsession.h"

namespace consent::central {

class EmbeddedEvents;
class EmbeddedKeys;

/// Finding people in the embedded store, in two steps and logged.
class EmbeddedPeople
{
public:
    EmbeddedPeople(EmbeddedSession &session, EmbeddedEvents &events, EmbeddedKeys &keys)
        : m_session(session)
        , m_events(events)
        , m_keys(keys)
    {
    }

    Result<Ticket> ask(const LookUp &question);
    Result<Redeemed> redeem(const Ticket &ticket);
    Result<void> release(const std::vector<SubjectId> &subjects);
    Result<void> logAccess(const std::vector<AccessEntry> &entries);

private:
    Result<LookUpAnswer> judge(const QString &user);
    Result<void> log(const AccessEntry &entry, const QString &outcome);
    Result<RedeemAnswer> spend(const QByteArray &token, LookUp &question);
    Result<std::vector<SubjectId>> find(const LookUp &question);
    Result<SubjectFile> file(const SubjectId &subject);
    Result<void> hold(const SubjectId &subject);

    EmbeddedSession &m_session;
    EmbeddedEvents &m_events;
    EmbeddedKeys &m_keys;
};

} // namespace consent::central
