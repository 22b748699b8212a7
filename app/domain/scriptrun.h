#pragma once

#include "domain/script.h"
#include "domain/template.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace consent::domain {

/// What is fixed when a run begins.
struct RunContext
{
    CaptureMethod method = CaptureMethod::PhoneRead;
    bool secondCall = false;
    bool under14 = false;
    bool identifiers = false; ///< unique identifiers will be taken in this contact
    Language language = Language::Korean;
    SpeakableRate rate; ///< organisation file

    friend bool operator==(const RunContext &, const RunContext &) = default;
};

/// One visit to a clause. Times are milliseconds since the start of the call.
struct ClauseVisit
{
    QString clause;
    qint64 startMs = 0;
    qint64 endMs = -1;    ///< -1 while it is open
    bool tooFast = false; ///< left forward although all visits together were too short to say it

    friend bool operator==(const ClauseVisit &, const ClauseVisit &) = default;
};

/// One yes or no, as given; a later answer to the same code replaces it, both are kept.
struct RunAnswer
{
    QString clause;
    QString code; ///< of the item or question
    bool yes = false;
    qint64 atMs = 0;
    std::size_t visit = 0; ///< index of the visit in which it was given

    friend bool operator==(const RunAnswer &, const RunAnswer &) = default;
};

/// The person said that they want no advertising: on one channel, or (None) at all.
struct RunOptOut
{
    Channel channel = Channel::None;
    qint64 atMs = 0;

    friend bool operator==(const RunOptOut &, const RunOptOut &) = default;
};

struct RenderedParagraph
{
    QString text;
    bool adaptable = false;
};

/// What the result says about one item that was asked.
struct ItemResult
{
    QString code;
    ItemCategory category;
    bool mandatory;
    Channel channel;
    bool night;
    Decision decision;
    bool supersededByOptOut; ///< granted first, then no advertising wanted: counts as refused
    QString clause;
    qint64 clauseStartMs; ///< of the visit in which the answer was given
    qint64 clauseEndMs;
    qint64 answerMs;
};

struct RunResult
{
    ContactOutcome outcome = ContactOutcome::EndedEarly;
    bool joined = false;              ///< completed with every mandatory item granted
    std::vector<ItemResult> items;    ///< in the order of the script
    std::vector<RunAnswer> questions; ///< the last answer of every question on the path (identity, guardian, ...)
    std::vector<ClauseVisit> clauses; ///< every visit, in order of time
    QStringList consequenceStated;    ///< codes of items whose consequence of refusing was read
    std::vector<RunOptOut> optOuts;
    bool tooFast = false; ///< any visit was
    qint64 startMs = 0;
    qint64 endMs = 0;
};

/// One contact going through one script: a pure state machine. It knows no clock and no disk; the same calls give the
/// same state on every machine, and toJson()/fromJson() bring it back to the very same clause.
class ScriptRun
{
public:
    using ScriptPtr = std::shared_ptr<const Script>;

    /// @return InvalidArgument if the script has no such language or method.
    static Result<ScriptRun> start(ScriptPtr script, const RunContext &context, TemplateValues values, qint64 atMs = 0);

    const Script &script() const { return *m_script; }
    const RunContext &context() const noexcept { return m_context; }
    const TemplateValues &values() const noexcept { return m_values; }
    void setValues(const TemplateValues &values); ///< e.g. with the guardian's name, learnt on the way
    Result<void> setLanguage(Language language);

    const Clause &current() const { return m_script->clauses()[m_path.back()]; }
    std::vector<RenderedParagraph> rendered() const; ///< the current clause, paragraphs that apply, placeholders filled
    /// The shortest time in which the current clause can be spoken.
    qint64 speakableMs() const;

    bool isFinished() const noexcept { return m_finished; }
    bool canGoBack() const noexcept { return !m_finished && m_path.size() > 1; }
    bool awaitsAnswer() const;                                   ///< the current clause asks and has no answer yet
    std::optional<bool> lastAnswer(QStringView code) const;      ///< of an item or question, whether on the path or not
    std::optional<bool> effectiveAnswer(QStringView code) const; ///< only if its clause lies on the path walked
    bool tooFastNow(qint64 atMs) const;                          ///< whether leaving now would be too fast
    const std::vector<ClauseVisit> &visits() const noexcept { return m_visits; }
    const std::vector<RunAnswer> &answers() const noexcept { return m_answers; }
    /// The clauses walked to here, the current one last; goes back when one goes back.
    QStringList path() const;

    struct Step
    {
        bool tooFast = false; ///< the clause that was left was passed faster than it can be spoken
    };
    /// Leaves the clause forward; at an ending clause the run is finished.
    /// @return NotAllowed while an answer is awaited, or when finished; InvalidArgument if the time goes back.
    Result<Step> next(qint64 atMs);
    /// Records the answer to the current clause and goes on.
    /// @return NotAllowed unless the current clause asks.
    Result<Step> answer(bool yes, qint64 atMs);
    Result<void> back(qint64 atMs);
    Result<void> optOut(Channel channel, qint64 atMs);
    /// Breaks the contact off where it stands.
    Result<void> endEarly(qint64 atMs);

    /// Precondition: isFinished().
    RunResult result() const;

    QJsonObject toJson() const;
    /// @return InvalidArgument or Conflict when it isn't a run of this very script (code, version) that could have
    /// happened.
    static Result<ScriptRun> fromJson(const QJsonObject &json, ScriptPtr script);

private:
    ScriptRun(ScriptPtr script, const RunContext &context, TemplateValues values);

    bool holds(const Condition &condition) const;
    const Clause *successor() const;
    Result<void> checkTime(qint64 atMs) const;
    Step leaveForward(qint64 atMs);
    qint64 timeSpentIn(const QString &clause, qint64 untilMs) const;
    void noteConsequences();
    QString summaryText() const;
    std::optional<ItemResult> itemResult(const ConsentItem &item) const;
    void log(const QJsonArray &step) { m_steps.append(step); }
    Result<void> replay(const QJsonArray &step);

    ScriptPtr m_script;
    RunContext m_context;
    TemplateValues m_values;
    std::vector<std::size_t> m_path; ///< indexes of clauses
    std::vector<ClauseVisit> m_visits;
    std::vector<RunAnswer> m_answers;
    std::vector<RunOptOut> m_optOuts;
    QStringList m_consequencesStated;
    TemplateValues m_startValues;
    Language m_startLanguage = Language::Korean;
    QJsonArray m_steps; ///< everything that was done, in order
    std::optional<ContactOutcome> m_outcome;
    bool m_finished = false;
};

} // namespace consent::domain
