#include "ledger/consentprojection.h"

#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/mistakes.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

class StatementList
{
public:
    explicit StatementList(const Event &event)
    {
        m_base.subject = *event.subject;
        m_base.time = orderTime(event);
        m_base.device = event.device;
        m_base.seq = event.seq;
        m_base.event = event.id;
    }

    /// One a scope: where an event names a scope twice, what protects more counts.
    void add(const QString &scope, domain::ConsentStatus status)
    {
        ConsentStatement statement = m_base;
        statement.scope = scope;
        statement.status = status;
        for (ConsentStatement &present : m_statements) {
            if (present.scope == scope) {
                if (supersedes(statement, present))
                    present = statement;
                return;
            }
        }
        m_statements.push_back(std::move(statement));
    }

    std::vector<ConsentStatement> take() { return std::move(m_statements); }

private:
    ConsentStatement m_base;
    std::vector<ConsentStatement> m_statements;
};

bool reaches(const ConsentStatement &blanket, const ItemTraits &traits)
{
    if (traits.mandatory)
        return false;
    return blanket.scope == allOptionalScope ||
           (traits.channel != domain::Channel::None && blanket.scope == channelScope(traits.channel));
}

} // namespace

QString channelScope(domain::Channel channel)
{
    return u"channel:"_s + domain::toCode(channel);
}

std::vector<ConsentStatement> consentStatements(const Event &event)
{
    if (!event.subject || event.v > currentEventVersion)
        return {};
    StatementList list(event);
    if (event.type == eventtypes::consentCaptured) {
        const auto captured = ConsentCaptured::fromFacts(event.facts);
        if (!captured)
            return {};
        for (const CapturedItem &item : captured->items)
            list.add(item.code, item.decision == domain::Decision::Granted ? domain::ConsentStatus::Granted
                                                                           : domain::ConsentStatus::Refused);
        return list.take();
    }
    const bool optedOut = event.type == eventtypes::consentOptedOut;
    if (!optedOut && event.type != eventtypes::consentWithdrawn)
        return {};
    const auto ended = ConsentEnded::fromFacts(event.facts);
    if (!ended)
        return {};
    const auto status = optedOut ? domain::ConsentStatus::OptedOut : domain::ConsentStatus::Withdrawn;
    for (const QString &code : ended->items)
        list.add(code, status);
    for (const domain::Channel channel : ended->channels)
        list.add(channelScope(channel), status);
    if (ended->allOptional)
        list.add(allOptionalScope, status);
    return list.take();
}

bool supersedes(const ConsentStatement &a, const ConsentStatement &b)
{
    const auto key = [](const ConsentStatement &s) {
        return std::make_tuple(s.time, domain::protectiveRank(s.status), s.device.toString(), s.seq,
                               s.event.toString());
    };
    return key(a) > key(b);
}

domain::ConsentStatus effectiveStatus(const ConsentStatement *item, const ItemTraits &traits,
                                      const std::vector<ConsentStatement> &blankets)
{
    const ConsentStatement *latest = item;
    for (const ConsentStatement &blanket : blankets) {
        if (reaches(blanket, traits) && (latest == nullptr || supersedes(blanket, *latest)))
            latest = &blanket;
    }
    return latest == nullptr ? domain::ConsentStatus::None : latest->status;
}

bool ConsentProjection::isSlip(const Event &ending) const
{
    const auto said = m_said.find(*ending.subject);
    return said != m_said.end() &&
           std::ranges::any_of(said->second, [&ending](const Event &other) { return undoes(other, ending); });
}

void ConsentProjection::foldAgain(const SubjectId &subject)
{
    std::erase_if(m_states, [&subject](const auto &state) { return state.first.first == subject; });
    for (const Event &event : m_said[subject]) {
        if (isSlip(event))
            continue;
        for (const ConsentStatement &statement : consentStatements(event))
            apply(statement);
    }
}

void ConsentProjection::apply(const Event &event)
{
    if (!event.subject)
        return;
    const bool mistake = event.type == eventtypes::consentMistaken;
    if (!mistake && consentStatements(event).empty())
        return;
    m_said[*event.subject].push_back(event);
    if (mistake)
        return foldAgain(*event.subject);
    if (isSlip(event))
        return;
    for (const ConsentStatement &statement : consentStatements(event))
        apply(statement);
}

void ConsentProjection::apply(const ConsentStatement &statement)
{
    const auto [at, inserted] = m_states.try_emplace(Key(statement.subject, statement.scope), statement);
    if (!inserted && supersedes(statement, at->second))
        at->second = statement;
}

const ConsentStatement *ConsentProjection::find(const SubjectId &subject, const QString &scope) const
{
    const auto at = m_states.find(Key(subject, scope));
    return at == m_states.end() ? nullptr : &at->second;
}

} // namespace consent::ledger
