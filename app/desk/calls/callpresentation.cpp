#include "desk/calls/callpresentation.h"

#include "desk/people/subjectcards.h"

#include <algorithm>

namespace consent::desk {

using domain::ConsentStatus;
using domain::Decision;

namespace {

/// The text of a language where there is one, else the other.
QString text(const domain::LocalText &local, domain::Language language)
{
    const QString &wanted = local.in(language);
    return wanted.isEmpty() ? (local.ko.isEmpty() ? local.en : local.ko) : wanted;
}

CurrentClause currentClause(const CallInProgress &call)
{
    const domain::ScriptRun &run = call.run();
    const domain::Clause &clause = run.current();
    const domain::Language language = run.context().language;
    CurrentClause current;
    current.id = clause.id;
    current.heading = text(clause.title, language);
    for (const domain::RenderedParagraph &paragraph : run.rendered())
        current.text.push_back({paragraph.text, paragraph.adaptable});
    current.asks = clause.kind == domain::ClauseKind::Ask;
    if (current.asks) {
        if (const domain::ConsentItem *item = call.documents().script->item(clause.item)) {
            current.itemTitle = text(item->title, language);
            current.mandatory = item->mandatory;
        }
        if (const auto answered = run.lastAnswer(clause.answerCode()))
            current.answer = *answered ? Decision::Granted : Decision::Refused;
    }
    current.needsGuardian = call.lacksGuardian();
    return current;
}

std::vector<ClauseRow> clauseRows(const CallInProgress &call)
{
    const domain::ScriptRun &run = call.run();
    const QStringList walked = run.path();
    // Where the script would lead if everything open were answered with yes.
    domain::ScriptRun ahead = run;
    const qint64 at = call.latestMs();
    const qsizetype most = qsizetype(call.documents().script->clauses().size()) * 2;
    while (!ahead.isFinished() && ahead.path().size() < most) {
        const domain::Clause &clause = ahead.current();
        const auto step = clause.kind == domain::ClauseKind::Ask
                              ? ahead.answer(run.lastAnswer(clause.answerCode()).value_or(true), at)
                              : ahead.next(at);
        if (!step)
            break;
    }
    std::vector<ClauseRow> rows;
    const QStringList all = ahead.path();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const domain::Clause *clause = call.documents().script->clause(all[i]);
        ClauseRow row;
        row.id = clause->id;
        row.heading = text(clause->title, run.context().language);
        row.position = i + 1 < walked.size()    ? ClauseRow::Position::Done
                       : i + 1 == walked.size() ? ClauseRow::Position::Current
                                                : ClauseRow::Position::Ahead;
        if (clause->kind == domain::ClauseKind::Ask && i < walked.size()) {
            if (const auto answered = run.effectiveAnswer(clause->answerCode()))
                row.answer = *answered ? Decision::Granted : Decision::Refused;
        }
        row.tooFast = std::ranges::any_of(run.visits(), [&](const domain::ClauseVisit &visit) {
            return visit.clause == clause->id && visit.tooFast;
        });
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ItemState> itemsNow(const CallInProgress &call)
{
    std::vector<ItemState> items = call.known();
    for (ItemState &item : items) {
        const auto answered = call.run().effectiveAnswer(item.code);
        if (call.optedOutCodes().contains(item.code)) {
            item.status = ConsentStatus::OptedOut;
            item.since = call.startedAt();
        } else if (answered) {
            item.status = *answered ? ConsentStatus::Granted : ConsentStatus::Refused;
            item.since = call.startedAt();
        }
    }
    return items;
}

} // namespace

CallState presentCall(const CallInProgress &call)
{
    const domain::ScriptRun &run = call.run();
    CallState state;
    state.stage = call.atSummary() ? CallState::Stage::Summary : CallState::Stage::Script;
    state.subject = subjectcards::summary(call.subject());
    state.newSubject = call.subjectIsNew();
    state.under14 = run.context().under14;
    state.requestsLine = call.requestsLine();
    state.method = call.options().method;
    state.language = run.context().language;
    state.startedAt = call.startedAt();
    state.clauses = clauseRows(call);
    state.current = currentClause(call);
    state.items = itemsNow(call);
    state.warnings = call.warnings();
    state.guardianName = call.subject().guardian ? call.subject().guardian->name : QString();
    state.note = call.note();
    for (const QString &code : call.optedOutCodes())
        state.optedOut.push_back(text(call.documents().script->item(code)->title, state.language));
    if (const domain::ScriptRun *summary = call.summary()) {
        const domain::RunResult result = summary->result();
        state.outcome = result.outcome;
        for (const domain::ItemResult &item : result.items) {
            state.answers.push_back({item.code, text(call.documents().script->item(item.code)->title, state.language),
                                     item.mandatory, item.decision, item.answerMs});
        }
    }
    return state;
}

} // namespace consent::desk
