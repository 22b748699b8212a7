#pragma once

#include "ledger/eventtypes.h"
#include "ledger/requestprojection.h"

#include <array>
#include <random>

/// Requests of the tests, as events of any device at any moment.
namespace consent::ledger::samples {

using namespace Qt::StringLiterals;

inline RequestOpened opened(const RequestId &request, domain::RequestKind kind, UtcTime received)
{
    RequestOpened facts;
    facts.request = request;
    facts.kind = kind;
    facts.received = received;
    facts.dueDate = koreanDate(received).addDays(10);
    facts.items = {u"marketing.sms"_s};
    facts.fields = {u"phone"_s};
    return facts;
}

inline RequestMoved moved(const RequestId &request, domain::RequestStep step)
{
    RequestMoved facts;
    facts.request = request;
    facts.step = step;
    if (step == domain::RequestStep::Extend)
        facts.days = 5;
    if (step == domain::RequestStep::Refuse)
        facts.ground = domain::RefusalGround::NotIdentified;
    if (step == domain::RequestStep::AskPapers)
        facts.papers = {domain::RequestPaper::Mandate};
    return facts;
}

inline RequestClosed closed(const RequestId &request, domain::RequestOutcome outcome)
{
    RequestClosed facts;
    facts.request = request;
    facts.outcome = outcome;
    if (outcome == domain::RequestOutcome::Done || outcome == domain::RequestOutcome::Refused)
        facts.told = domain::RequestChannel::Email;
    return facts;
}

inline IdentityChecked checked(const RequestId &request, domain::IdentityOutcome outcome)
{
    IdentityChecked facts;
    facts.request = request;
    facts.document = domain::DocumentKind::Passport;
    facts.papers = {domain::RequestPaper::OwnIdentity};
    facts.outcome = outcome;
    return facts;
}

/// Makes events of one person on two devices.
class Desk
{
public:
    Event event(QLatin1StringView type, const QJsonObject &facts, UtcTime at, int device = 0)
    {
        Event made;
        made.id = EventId::create();
        made.device = m_devices[std::size_t(device)];
        made.seq = ++m_seq[std::size_t(device)];
        made.at = at;
        made.actor = m_actor;
        made.branch = u"centre"_s;
        made.subject = m_subject;
        made.type = type;
        made.facts = facts;
        return made;
    }
    const SubjectId &subject() const { return m_subject; }

private:
    SubjectId m_subject = SubjectId::create();
    UserId m_actor = UserId::create();
    std::array<DeviceId, 2> m_devices{DeviceId::create(), DeviceId::create()};
    std::array<qint64, 2> m_seq{};
};

} // namespace consent::ledger::samples
