#include "domain/scriptrun.h"

#include "domain/invalid.h"
#include "domain/scriptrunjson.h"
#include "domain/scripttext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScriptRun)
};

/// More steps than any call has: a script that was never published could lead in a circle.
constexpr std::size_t maxVisits = 5'000;

Error notAllowed(QString message, const char *detail)
{
    return Error{ErrorKind::NotAllowed, std::move(message), QString::fromLatin1(detail)};
}

bool matches(const RunOptOut &optOut, const ConsentItem &item)
{
    if (item.category != ItemCategory::Marketing)
        return false;
    // No advertising at all reaches every channel; on one channel, that one by day and night.
    return optOut.channel == Channel::None || optOut.channel == item.channel;
}

} // namespace

ScriptRun::ScriptRun(ScriptPtr script, const RunContext &context, TemplateValues values)
    : m_script(std::move(script))
    , m_context(context)
    , m_values(std::move(values))
    , m_startValues(m_values)
    , m_startLanguage(context.language)
{
}

Result<ScriptRun> ScriptRun::start(ScriptPtr script, const RunContext &context, TemplateValues values, qint64 atMs)
{
    const auto has = [](const auto &list, auto value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (!has(script->languages(), context.language))
        return invalid(Text::tr("This script does not exist in %1.").arg(label(context.language)), "language");
    if (!has(script->methods(), context.method))
        return invalid(Text::tr("This script is not made for this way of consent: %1.").arg(label(context.method)),
                       "method");
    if (context.secondCall && context.method != CaptureMethod::PhoneWeb)
        return invalid(Text::tr("Only consent by the site has a second call."), "second call");
    if (!(context.rate.ko > 0) || !(context.rate.en > 0) || atMs < 0)
        return invalid(Text::tr("The speaking rate or the time of the start is not possible."), "rate or time");
    ScriptRun run(std::move(script), context, std::move(values));
    run.m_path.push_back(static_cast<std::size_t>(run.m_script->clauseIndex(run.m_script->start())));
    run.m_visits.push_back({run.current().id, atMs, -1, false});
    return run;
}

Result<void> ScriptRun::setLanguage(Language language)
{
    const auto &languages = m_script->languages();
    if (std::find(languages.begin(), languages.end(), language) == languages.end())
        return invalid(Text::tr("This script does not exist in %1.").arg(label(language)), "language");
    if (language != m_context.language)
        log({QStringLiteral("language"), toCode(language)});
    m_context.language = language;
    return {};
}

void ScriptRun::setValues(const TemplateValues &values)
{
    if (values == m_values)
        return;
    log({QStringLiteral("values"), valuesToJson(values)});
    m_values = values;
}

bool ScriptRun::holds(const Condition &condition) const
{
    if (condition.method && *condition.method != m_context.method)
        return false;
    if (condition.secondCall && *condition.secondCall != m_context.secondCall)
        return false;
    if (condition.under14 && *condition.under14 != m_context.under14)
        return false;
    if (condition.identifiers && *condition.identifiers != m_context.identifiers)
        return false;
    if (condition.optedOut && *condition.optedOut == m_optOuts.empty())
        return false;
    return condition.answerTo.isEmpty() || effectiveAnswer(condition.answerTo) == condition.answerYes;
}

const Clause *ScriptRun::successor() const
{
    for (const Branch &branch : current().next) {
        if (holds(branch.when))
            return m_script->clause(branch.to);
    }
    return nullptr;
}

std::vector<RenderedParagraph> ScriptRun::rendered() const
{
    TemplateValues values = m_values;
    if (current().role == ClauseRole::Summary)
        values.insert(QStringLiteral("summary"), summaryText());
    std::vector<RenderedParagraph> paragraphs;
    for (const Paragraph &paragraph : current().paragraphs(m_context.language)) {
        if (holds(paragraph.when))
            paragraphs.push_back(
                {spokenParagraph(*m_script, current(), paragraph, m_context.language, values), paragraph.adaptable});
    }
    return paragraphs;
}

QString ScriptRun::summaryText() const
{
    const bool korean = m_context.language == Language::Korean;
    QStringList lines;
    for (const ConsentItem &item : m_script->items()) {
        const std::optional<bool> answer = effectiveAnswer(item.code);
        if (!answer)
            continue;
        bool granted = *answer;
        for (const RunAnswer &given : m_answers) {
            if (given.code != item.code)
                continue;
            granted = given.yes && std::none_of(m_optOuts.begin(), m_optOuts.end(), [&](const RunOptOut &optOut) {
                          return optOut.atMs >= given.atMs && matches(optOut, item);
                      });
        }
        const QString word = korean ? (granted ? QStringLiteral("동의") : QStringLiteral("동의하지 않음"))
                                    : (granted ? QStringLiteral("yes") : QStringLiteral("no"));
        lines.append(item.title.in(m_context.language) + QLatin1String(": ") + word);
    }
    return lines.join(korean ? QStringLiteral(", ") : QStringLiteral("; "));
}

qint64 ScriptRun::speakableMs() const
{
    int characters = 0;
    for (const RenderedParagraph &paragraph : rendered())
        characters += spokenCharacters(paragraph.text);
    return static_cast<qint64>(std::ceil(characters / m_context.rate.in(m_context.language) * 1000.0));
}

bool ScriptRun::awaitsAnswer() const
{
    return !m_finished && current().kind == ClauseKind::Ask && !effectiveAnswer(current().answerCode());
}

std::optional<bool> ScriptRun::lastAnswer(QStringView code) const
{
    for (auto it = m_answers.rbegin(); it != m_answers.rend(); ++it) {
        if (it->code == code)
            return it->yes;
    }
    return std::nullopt;
}

std::optional<bool> ScriptRun::effectiveAnswer(QStringView code) const
{
    for (const std::size_t index : m_path) {
        const Clause &clause = m_script->clauses()[index];
        if (clause.kind == ClauseKind::Ask && clause.answerCode() == code)
            return lastAnswer(code);
    }
    return std::nullopt;
}

qint64 ScriptRun::timeSpentIn(const QString &clause, qint64 untilMs) const
{
    qint64 spent = 0;
    for (const ClauseVisit &visit : m_visits) {
        if (visit.clause == clause)
            spent += (visit.endMs < 0 ? untilMs : visit.endMs) - visit.startMs;
    }
    return spent;
}

bool ScriptRun::tooFastNow(qint64 atMs) const
{
    return !m_finished && timeSpentIn(current().id, atMs) < speakableMs();
}

QStringList ScriptRun::path() const
{
    QStringList ids;
    for (const std::size_t index : m_path)
        ids.append(m_script->clauses()[index].id);
    return ids;
}

Result<void> ScriptRun::checkTime(qint64 atMs) const
{
    if (m_finished)
        return notAllowed(Text::tr("This call has ended."), "finished");
    qint64 latest = m_visits.back().startMs;
    if (!m_answers.empty())
        latest = std::max(latest, m_answers.back().atMs);
    if (!m_optOuts.empty())
        latest = std::max(latest, m_optOuts.back().atMs);
    if (atMs < latest)
        return invalid(Text::tr("The time of the call can't go back."), "time");
    if (m_visits.size() >= maxVisits)
        return notAllowed(Text::tr("This call has more steps than a call can have. End it and begin a new one."),
                          "steps");
    return {};
}

ScriptRun::Step ScriptRun::leaveForward(qint64 atMs)
{
    const bool tooFast = tooFastNow(atMs);
    m_visits.back().endMs = atMs;
    m_visits.back().tooFast = tooFast;
    noteConsequences();
    if (const Clause *next = successor()) {
        m_path.push_back(static_cast<std::size_t>(next - m_script->clauses().data()));
        m_visits.push_back({next->id, atMs, -1, false});
    } else {
        m_finished = true;
        m_outcome = current().ends;
    }
    return {tooFast};
}

void ScriptRun::noteConsequences()
{
    for (const Paragraph &paragraph : current().paragraphs(m_context.language)) {
        const std::vector<ItemPart> parts = toldParts(paragraph);
        const bool told = std::find(parts.begin(), parts.end(), ItemPart::Consequence) != parts.end();
        if (told && holds(paragraph.when) && !m_consequencesStated.contains(current().item))
            m_consequencesStated.append(current().item);
    }
}

Result<ScriptRun::Step> ScriptRun::next(qint64 atMs)
{
    if (const Result<void> time = checkTime(atMs); !time)
        return time.error();
    if (awaitsAnswer())
        return notAllowed(Text::tr("This question still needs its answer: yes or no."), "answer");
    if (!current().ends && successor() == nullptr)
        return notAllowed(
            Text::tr("The script does not say how to go on from here. End the call and tell the supervisor."),
            "dead end");
    log({QStringLiteral("next"), atMs});
    return leaveForward(atMs);
}

Result<ScriptRun::Step> ScriptRun::answer(bool yes, qint64 atMs)
{
    if (const Result<void> time = checkTime(atMs); !time)
        return time.error();
    if (current().kind != ClauseKind::Ask)
        return notAllowed(Text::tr("Nothing is asked here."), "no question");
    m_answers.push_back({current().id, current().answerCode(), yes, atMs, m_visits.size() - 1});
    if (successor() == nullptr) {
        m_answers.pop_back();
        return notAllowed(
            Text::tr("The script does not say how to go on from here. End the call and tell the supervisor."),
            "dead end");
    }
    log({QStringLiteral("answer"), atMs, yes});
    return leaveForward(atMs);
}

Result<void> ScriptRun::back(qint64 atMs)
{
    if (const Result<void> time = checkTime(atMs); !time)
        return time.error();
    if (m_path.size() < 2)
        return notAllowed(Text::tr("This is the first clause."), "first");
    log({QStringLiteral("back"), atMs});
    m_visits.back().endMs = atMs;
    m_path.pop_back();
    m_visits.push_back({current().id, atMs, -1, false});
    return {};
}

Result<void> ScriptRun::optOut(Channel channel, qint64 atMs)
{
    if (const Result<void> time = checkTime(atMs); !time)
        return time.error();
    if (m_optOuts.size() >= maxVisits)
        return notAllowed(Text::tr("This call has more steps than a call can have. End it and begin a new one."),
                          "steps");
    log({QStringLiteral("optOut"), atMs, toCode(channel)});
    m_optOuts.push_back({channel, atMs});
    return {};
}

Result<void> ScriptRun::endEarly(qint64 atMs)
{
    if (const Result<void> time = checkTime(atMs); !time)
        return time.error();
    log({QStringLiteral("end"), atMs});
    m_visits.back().endMs = atMs;
    m_finished = true;
    m_outcome = ContactOutcome::EndedEarly;
    return {};
}

RunResult ScriptRun::result() const
{
    Q_ASSERT(m_finished);
    RunResult result;
    result.outcome = m_outcome.value_or(ContactOutcome::EndedEarly);
    result.clauses = m_visits;
    result.optOuts = m_optOuts;
    result.startMs = m_visits.front().startMs;
    result.endMs = m_visits.back().endMs;
    result.tooFast =
        std::any_of(m_visits.begin(), m_visits.end(), [](const ClauseVisit &visit) { return visit.tooFast; });
    result.consequenceStated = m_consequencesStated;
    result.joined = result.outcome == ContactOutcome::Completed;
    for (const ConsentItem &item : m_script->items()) {
        if (const std::optional<ItemResult> found = itemResult(item)) {
            result.items.push_back(*found);
            result.joined = result.joined && (!item.mandatory || found->decision == Decision::Granted);
        } else if (item.mandatory) {
            result.joined = false;
        }
    }
    QSet<QString> seen;
    for (auto it = m_answers.rbegin(); it != m_answers.rend(); ++it) {
        if (m_script->item(it->code) == nullptr && !seen.contains(it->code) && effectiveAnswer(it->code))
            result.questions.insert(result.questions.begin(), *it);
        seen.insert(it->code);
    }
    return result;
}

std::optional<ItemResult> ScriptRun::itemResult(const ConsentItem &item) const
{
    if (!effectiveAnswer(item.code))
        return std::nullopt;
    const auto given = std::find_if(m_answers.rbegin(), m_answers.rend(),
                                    [&item](const RunAnswer &answer) { return answer.code == item.code; });
    const ClauseVisit &visit = m_visits[given->visit];
    const bool superseded = given->yes && std::any_of(m_optOuts.begin(), m_optOuts.end(), [&](const RunOptOut &optOut) {
                                return optOut.atMs >= given->atMs && matches(optOut, item);
                            });
    return ItemResult{item.code,    item.category, item.mandatory,
                      item.channel, item.night,    given->yes && !superseded ? Decision::Granted : Decision::Refused,
                      superseded,   given->clause, visit.startMs,
                      visit.endMs,  given->atMs};
}

} // namespace consent::domain
