#include "domain/publishcheck.h"

#include "domain/organisation.h"
#include "domain/scriptflow.h"
#include "domain/scripttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PublishCheck)
};

using namespace Qt::StringLiterals;

constexpr int charactersPerLine = 34; ///< Hangul at 20 pt on the page; Latin letters are half as wide
constexpr int linesPerPage = 9;

class Checker
{
public:
    Checker(const Script &script, const Organisation &organisation)
        : m_script(script)
        , m_organisation(organisation)
    {
    }

    std::vector<ScriptFault> faults()
    {
        for (std::size_t i = 0; i < m_script.items().size(); ++i)
            checkItem(m_script.items()[i], u"/items/%1"_s.arg(i));
        for (std::size_t i = 0; i < m_script.clauses().size(); ++i)
            checkClause(m_script.clauses()[i], u"/clauses/%1"_s.arg(i));
        const QStringList circle = ScriptFlow::circle(m_script);
        if (!circle.isEmpty())
            fault(u"/clauses/%1/next"_s.arg(m_script.clauseIndex(circle.first())),
                  Text::tr("The script goes in a circle: %1.").arg(circle.join(u" → "_s)));
        else
            checkFlows();
        return m_faults;
    }

private:
    void fault(const QString &path, const QString &message)
    {
        // The same fault shows in many contexts; once is enough.
        const ScriptFault found{path, message};
        if (std::find(m_faults.begin(), m_faults.end(), found) == m_faults.end())
            m_faults.push_back(found);
    }

    /// What the item must say for itself.
    static std::vector<ItemPart> ownParts(const ConsentItem &item)
    {
        std::vector<ItemPart> parts{ItemPart::Title,  ItemPart::Purpose, ItemPart::Data,
                                    ItemPart::Period, ItemPart::Right,   ItemPart::Consequence};
        if (item.category == ItemCategory::ThirdPartyProvision)
            parts.insert(parts.end(), {ItemPart::Recipient, ItemPart::RecipientPurpose, ItemPart::RecipientPeriod});
        return parts;
    }

    /// What must be told: of a provision, the purpose and the period are the recipient's (PIPA 17(2)).
    static std::vector<ItemPart> partsToTell(const ConsentItem &item)
    {
        if (item.category == ItemCategory::ThirdPartyProvision)
            return {ItemPart::Recipient, ItemPart::RecipientPurpose, ItemPart::Data, ItemPart::RecipientPeriod,
                    ItemPart::Right,     ItemPart::Consequence};
        return {ItemPart::Purpose, ItemPart::Data, ItemPart::Period, ItemPart::Right, ItemPart::Consequence};
    }

    void checkItem(const ConsentItem &item, const QString &path);
    void checkAdvertising(const ConsentItem &item, const QString &path);
    void checkIdentifiers(const ConsentItem &item, const QString &path);
    void checkClause(const Clause &clause, const QString &path);
    void checkFlows();
    void checkFlow(const RunContext &context);
    void checkVisit(const RunContext &context, const ScriptFlow::Visit &visit);
    void checkAsk(const RunContext &context, const ScriptFlow::Visit &visit, const ConsentItem &item,
                  const QString &path);
    void checkEnd(const RunContext &context, const ScriptFlow::Visit &visit, ContactOutcome outcome,
                  const QString &path);
    void checkLength(const RunContext &context, const Clause &clause, const QString &path);

    const Script &m_script;
    const Organisation &m_organisation;
    std::vector<ScriptFault> m_faults;
    std::set<std::size_t> m_reached;
    QSet<QString> m_asked;
    bool m_completes = false;
};

QString partName(ItemPart part)
{
    switch (part) {
    case ItemPart::Title:
        return Text::tr("title");
    case ItemPart::Purpose:
        return Text::tr("purpose");
    case ItemPart::Data:
        return Text::tr("items of data");
    case ItemPart::Period:
        return Text::tr("period");
    case ItemPart::Right:
        return Text::tr("right to refuse");
    case ItemPart::Consequence:
        return Text::tr("consequence of refusing");
    case ItemPart::Recipient:
        return Text::tr("recipient");
    case ItemPart::RecipientPurpose:
        return Text::tr("recipient's purpose");
    case ItemPart::RecipientPeriod:
        return Text::tr("recipient's period");
    }
    Q_UNREACHABLE();
}

void Checker::checkItem(const ConsentItem &item, const QString &path)
{
    for (const ItemPart part : ownParts(item)) {
        for (const Language language : m_script.languages()) {
            if (item.part(part).in(language).isEmpty())
                fault(path + u'/' + toCode(part) + u'/' + toCode(language),
                      Text::tr("The item lacks its %1: it must be told before it is asked (PIPA 15(2), 17(2)).")
                          .arg(partName(part)));
        }
    }
    const bool provides =
        !item.recipient.isEmpty() || !item.recipientPurpose.isEmpty() || !item.recipientPeriod.isEmpty();
    if (provides && item.category != ItemCategory::ThirdPartyProvision)
        fault(path + u"/recipient"_s,
              Text::tr("Provision to a third party is asked separately: make it an item of its own (PIPA 22(1))."));
    checkAdvertising(item, path);
    checkIdentifiers(item, path);
}

void Checker::checkAdvertising(const ConsentItem &item, const QString &path)
{
    const bool marketing = item.category == ItemCategory::Marketing;
    if (marketing && item.mandatory)
        fault(path + u"/mandatory"_s,
              Text::tr("Marketing is never mandatory: refusing it must not end the service (PIPA 22(5))."));
    if (!marketing && (item.channel != Channel::None || item.night))
        fault(path + u"/channel"_s,
              Text::tr("A channel of advertising is an item of the category marketing, by itself (Network Act 50)."));
    if (item.night && item.channel == Channel::None)
        fault(path + u"/night"_s,
              Text::tr("Advertising by night is asked for each channel, apart from the day (Network Act 50(3))."));
    for (const ConsentItem &other : m_script.items()) {
        if (&other == &item || item.channel == Channel::None)
            break;
        if (other.channel == item.channel && other.night == item.night)
            fault(path + u"/channel"_s, Text::tr("The item “%1” asks for the same channel.").arg(other.code));
    }
    if (!item.night || item.channel == Channel::None)
        return;
    const ConsentItem *day = m_script.item(item.requires_);
    if (day == nullptr || day->channel != item.channel || day->night)
        fault(
            path + u"/requires"_s,
            Text::tr("Advertising by night presupposes the consent to the same channel by day: name that item here."));
}

void Checker::checkIdentifiers(const ConsentItem &item, const QString &path)
{
    const bool unique = item.category == ItemCategory::UniqueIdentifier;
    if (unique && item.identifiers.empty())
        fault(path + u"/identifiers"_s, Text::tr("An item of this category names the identifiers it is about."));
    if (!unique && !item.identifiers.empty())
        fault(path + u"/identifiers"_s,
              Text::tr("Unique identifiers are asked separately: make it an item of its own (PIPA 22(1), 24)."));
    const bool listed = std::find(item.identifiers.begin(), item.identifiers.end(), Identifier::ResidentNumber) !=
                        item.identifiers.end();
    const bool named = item.data.ko.contains(u"주민등록번호"_s) || item.data.ko.contains(u"주민번호"_s) ||
                       item.data.en.contains(u"resident registration number"_s, Qt::CaseInsensitive);
    if ((listed || named) && m_organisation.statuteFor(Identifier::ResidentNumber) == nullptr)
        fault(path + (listed ? u"/identifiers"_s : u"/data"_s),
              Text::tr("Consent is no ground for a resident registration number. It may be collected only where the "
                       "organisation file names the statute (PIPA 24-2)."));
}

void Checker::checkClause(const Clause &clause, const QString &path)
{
    for (const Language language : m_script.languages()) {
        const auto &paragraphs = clause.paragraphs(language);
        if (clause.title.in(language).isEmpty())
            fault(path + u"/title/"_s + toCode(language), Text::tr("The clause has no title in this language."));
        if (paragraphs.empty())
            fault(path + u"/text/"_s + toCode(language), Text::tr("The clause has no text in this language."));
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            const QString where = path + u"/text/"_s + toCode(language) + u'/' + QString::number(i);
            if (paragraphs[i].adaptable && !toldParts(paragraphs[i]).empty())
                fault(where,
                      Text::tr("What the law wants told is said as it stands: this paragraph can't be adaptable."));
            if (paragraphs[i].text.contains(u"{{summary"_s) && clause.role != ClauseRole::Summary)
                fault(where, Text::tr("Answers are read back in a clause of the role summary only."));
        }
    }
}

void Checker::checkFlows()
{
    const auto has = [this](CaptureMethod method) {
        return std::find(m_script.methods().begin(), m_script.methods().end(), method) != m_script.methods().end();
    };
    for (const Language language : m_script.languages()) {
        for (const bool under14 : {false, true}) {
            for (const bool identifiers : {false, true}) {
                RunContext context;
                context.language = language;
                context.under14 = under14;
                context.identifiers = identifiers;
                if (has(CaptureMethod::PhoneRead))
                    checkFlow(context);
                context.method = CaptureMethod::PhoneWeb;
                for (const bool second : {false, true}) {
                    context.secondCall = second;
                    if (has(CaptureMethod::PhoneWeb))
                        checkFlow(context);
                }
            }
        }
    }
    for (std::size_t i = 0; i < m_script.clauses().size(); ++i) {
        if (m_reached.count(i) == 0)
            fault(u"/clauses/%1"_s.arg(i), Text::tr("Nothing leads to this clause."));
    }
    for (std::size_t i = 0; i < m_script.items().size(); ++i) {
        if (!m_asked.contains(m_script.items()[i].code))
            fault(u"/items/%1"_s.arg(i), Text::tr("No clause asks this item."));
    }
}

void Checker::checkFlow(const RunContext &context)
{
    m_completes = false;
    const ContactOutcome aim = context.method == CaptureMethod::PhoneWeb && !context.secondCall
                                   ? ContactOutcome::SecondCallDue
                                   : ContactOutcome::Completed;
    ScriptFlow::run(
        m_script, context,
        [&](const ScriptFlow::Visit &visit) {
            checkVisit(context, visit);
            m_completes = m_completes || m_script.clauses()[visit.clause].ends == aim;
        },
        [&](std::size_t clause) {
            fault(u"/clauses/%1/next"_s.arg(clause),
                  Text::tr("It can happen that none of the branches holds. Let the last one be without a condition."));
        });
    if (!m_completes)
        fault(u"/clauses"_s,
              Text::tr("In the way “%1” no call can come to the end “%2”.").arg(toCode(context.method), toCode(aim)));
}

void Checker::checkVisit(const RunContext &context, const ScriptFlow::Visit &visit)
{
    const Clause &clause = m_script.clauses()[visit.clause];
    const QString path = u"/clauses/%1"_s.arg(visit.clause);
    m_reached.insert(visit.clause);
    if (!visit.saysSomething && !clause.paragraphs(context.language).empty())
        fault(path + u"/text/"_s + toCode(context.language),
              Text::tr("It can happen that no paragraph of this clause applies and nothing is said."));
    const ConsentItem *item = m_script.item(clause.item);
    if (clause.kind == ClauseKind::Ask && visit.before.asked.contains(clause.answerCode()))
        fault(path, Text::tr("“%1” is asked twice in one call.").arg(clause.answerCode()));
    if (clause.kind == ClauseKind::Ask && item != nullptr)
        checkAsk(context, visit, *item, path);
    if (clause.ends)
        checkEnd(context, visit, *clause.ends, path);
    checkLength(context, clause, path);
}

void Checker::checkAsk(const RunContext &context, const ScriptFlow::Visit &visit, const ConsentItem &item,
                       const QString &path)
{
    m_asked.insert(item.code);
    const FlowState &state = visit.spoken;
    const bool web = context.method == CaptureMethod::PhoneWeb;
    if (web && !context.secondCall)
        fault(path, Text::tr("By the site, consent is given on the second call: nothing is asked on the first one "
                             "(Enforcement Decree 17)."));
    else if (web && !state.hasRole(ClauseRole::WebConfirmed))
        fault(path, Text::tr("By the site, it must be confirmed first that the content was read there."));
    if (!web) {
        for (const ItemPart part : partsToTell(item)) {
            if (!state.told.contains(item.code + u'/' + toCode(part)))
                fault(path,
                      Text::tr("Before “%1” is asked, its %2 must have been told on every way to it: {{item.%3}}.")
                          .arg(item.code, partName(part), toCode(part)));
        }
    }
    if (m_script.isSale() && !state.hasRole(ClauseRole::Opening))
        fault(path, Text::tr("The call must open by saying that it is a sale, who calls and what for."));
    if (!state.hasRole(ClauseRole::Identification))
        fault(path,
              Text::tr("Nothing is asked of somebody who was not identified: a clause of that role must be answered "
                       "with yes before."));
    if (context.under14 && !state.hasRole(ClauseRole::GuardianCheck))
        fault(path,
              Text::tr("For a child under 14 the guardian must be verified before anything is asked (PIPA 22-2)."));
    if (item.category == ItemCategory::UniqueIdentifier && !context.identifiers)
        fault(path, Text::tr("Unique identifiers are asked for only in a contact that takes them: add the condition."));
    if (!item.requires_.isEmpty() && state.answers.value(item.requires_, false) == false)
        fault(path, Text::tr("“%1” may be asked only after “%2” was granted.").arg(item.code, item.requires_));
    if (state.maybeMandatoryRefused)
        fault(path, Text::tr("After a mandatory item was refused nothing more is asked."));
}

void Checker::checkEnd(const RunContext &context, const ScriptFlow::Visit &visit, ContactOutcome outcome,
                       const QString &path)
{
    const FlowState &state = visit.spoken;
    const bool firstWebCall = context.method == CaptureMethod::PhoneWeb && !context.secondCall;
    const bool anItemWasAsked = std::any_of(m_script.items().begin(), m_script.items().end(),
                                            [&](const ConsentItem &item) { return state.asked.contains(item.code); });
    switch (outcome) {
    case ContactOutcome::Completed:
        for (const ConsentItem &item : m_script.items()) {
            if (item.mandatory && !state.answers.value(item.code, false))
                fault(path,
                      Text::tr("The call can be completed without a yes to the mandatory item “%1”.").arg(item.code));
        }
        if (!state.hasRole(ClauseRole::Summary))
            fault(path, Text::tr("The answers must be read back before the end (a clause of the role summary)."));
        if (!state.hasRole(ClauseRole::Rights))
            fault(path,
                  Text::tr("Before the end the rights and the way to opt out must be told (a clause of that role)."));
        break;
    case ContactOutcome::MandatoryRefused:
        if (!state.mandatoryRefused)
            fault(path,
                  Text::tr("The call ends as refused although no mandatory item was refused: refusing an optional item "
                           "never ends the service (PIPA 16(3))."));
        else if (!state.refusalExplained)
            fault(path,
                  Text::tr("After a mandatory item was refused, it must be told what that means before the call ends: "
                           "{{item.consequence}}."));
        break;
    case ContactOutcome::EndedEarly:
    case ContactOutcome::SecondCallDue:
        if (anItemWasAsked)
            fault(path, Text::tr("After an item was asked the call may end only as completed or as refused."));
        break;
    }
    if (outcome == ContactOutcome::SecondCallDue && !firstWebCall)
        fault(path, Text::tr("A second call is due only after the first call of the way by the site."));
    if (outcome == ContactOutcome::SecondCallDue && !state.hasRole(ClauseRole::WebAddress))
        fault(path, Text::tr("Before a second call the address where the content can be read must be told."));
}

void Checker::checkLength(const RunContext &context, const Clause &clause, const QString &path)
{
    // As long as the texts can get in this context; names are short and don't count.
    int lines = 0;
    for (const Paragraph &paragraph : clause.paragraphs(context.language)) {
        const Condition &when = paragraph.when;
        if ((when.method && *when.method != context.method) ||
            (when.secondCall && *when.secondCall != context.secondCall) ||
            (when.under14 && *when.under14 != context.under14))
            continue;
        const QString text = spokenParagraph(m_script, clause, paragraph, context.language, {});
        double width = 0;
        for (const QChar c : text)
            width += c.unicode() < 0x1100 ? 0.5 : 1.0;
        lines += static_cast<int>(std::ceil(width / charactersPerLine));
    }
    if (lines > linesPerPage)
        fault(path + u"/text/"_s + toCode(context.language),
              Text::tr("The clause takes %1 lines; %2 fit on the page. Part it in two.").arg(lines).arg(linesPerPage));
}

} // namespace

std::vector<ScriptFault> publishFaults(const Script &script, const Organisation &organisation)
{
    return Checker(script, organisation).faults();
}

} // namespace consent::domain
