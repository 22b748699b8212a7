#include "ledger/consentfacts.h"

#include "ledger/factreader_p.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

QJsonObject toJson(const CapturedItem &item)
{
    QJsonObject object{
        {u"code"_s, item.code},
        {u"category"_s, domain::toCode(item.category)},
        {u"mandatory"_s, item.mandatory},
        {u"channel"_s, domain::toCode(item.channel)},
        {u"night"_s, item.night},
        {u"decision"_s, domain::toCode(item.decision)},
        {u"clause"_s, item.clause},
        {u"clauseStartMs"_s, item.clauseStartMs},
        {u"clauseEndMs"_s, item.clauseEndMs},
        {u"answerMs"_s, item.answerMs},
    };
    return object;
}

CapturedItem readItem(FactReader &in)
{
    CapturedItem item;
    item.code = in.code("code"_L1);
    item.category = in.value<domain::ItemCategory>("category"_L1);
    item.mandatory = in.flag("mandatory"_L1);
    item.channel = in.value<domain::Channel>("channel"_L1);
    item.night = in.flag("night"_L1);
    item.decision = in.value<domain::Decision>("decision"_L1);
    item.clause = in.code("clause"_L1);
    item.clauseStartMs = in.offsetMs("clauseStartMs"_L1);
    item.clauseEndMs = in.offsetMs("clauseEndMs"_L1);
    item.answerMs = in.offsetMs("answerMs"_L1);
    if (item.clauseEndMs < item.clauseStartMs)
        in.fail("clauseEndMs"_L1);
    return item;
}

CapturedClause readClause(FactReader &in)
{
    CapturedClause clause;
    clause.clause = in.code("clause"_L1);
    clause.startMs = in.offsetMs("startMs"_L1);
    clause.endMs = in.offsetMs("endMs"_L1);
    clause.tooFast = in.flag("tooFast"_L1);
    if (clause.endMs < clause.startMs)
        in.fail("endMs"_L1);
    return clause;
}

CapturedQuestion readQuestion(FactReader &in)
{
    CapturedQuestion question;
    question.code = in.code("code"_L1);
    question.yes = in.flag("yes"_L1);
    question.clause = in.code("clause"_L1);
    question.answerMs = in.offsetMs("answerMs"_L1);
    return question;
}

} // namespace

QJsonObject ConsentCaptured::toFacts() const
{
    QJsonArray itemArray;
    for (const CapturedItem &item : items)
        itemArray.append(toJson(item));
    QJsonArray questionArray;
    for (const CapturedQuestion &question : questions)
        questionArray.append(QJsonObject{{u"code"_s, question.code},
                                         {u"yes"_s, question.yes},
                                         {u"clause"_s, question.clause},
                                         {u"answerMs"_s, question.answerMs}});
    QJsonArray clauseArray;
    for (const CapturedClause &clause : clauses)
        clauseArray.append(QJsonObject{{u"clause"_s, clause.clause},
                                       {u"startMs"_s, clause.startMs},
                                       {u"endMs"_s, clause.endMs},
                                       {u"tooFast"_s, clause.tooFast}});
    QJsonObject facts{
        {u"contact"_s, contact.toString()},
        {u"receipt"_s, receipt},
        {u"telephonyId"_s, telephonyId},
        {u"method"_s, domain::toCode(method)},
        {u"language"_s, domain::toCode(language)},
        {u"notice"_s, QJsonObject{{u"number"_s, notice.code}, {u"sha256"_s, notice.sha256}}},
        {u"script"_s,
         QJsonObject{{u"code"_s, script.code}, {u"version"_s, script.version}, {u"sha256"_s, script.sha256}}},
        {u"startedAt"_s, toMs(startedAt)},
        {u"endedAt"_s, toMs(endedAt)},
        {u"items"_s, itemArray},
        {u"questions"_s, questionArray},
        {u"clauses"_s, clauseArray},
        {u"consequenceStated"_s, QJsonArray::fromStringList(consequenceStated)},
        {u"outcome"_s, domain::toCode(outcome)},
        {u"joined"_s, joined},
        {u"under14"_s, under14},
        {u"evidence"_s, QJsonArray::fromStringList(evidence)},
        {u"flags"_s, QJsonArray::fromStringList(flags)},
    };
    if (!guardianMethod.isEmpty())
        facts.insert(u"guardianMethod"_s, guardianMethod);
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ConsentCaptured> ConsentCaptured::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ConsentCaptured captured;
    captured.contact = in.id<ContactId>("contact"_L1);
    captured.receipt = in.code("receipt"_L1);
    captured.telephonyId = in.code("telephonyId"_L1, true);
    captured.method = in.value<domain::CaptureMethod>("method"_L1);
    captured.language = in.value<domain::Language>("language"_L1);
    FactReader notice = in.child("notice"_L1);
    captured.notice = {notice.code("number"_L1), {}, notice.sha256("sha256"_L1)};
    in.absorb(notice, "notice"_L1);
    FactReader script = in.child("script"_L1);
    captured.script = {script.code("code"_L1), script.code("version"_L1), script.sha256("sha256"_L1)};
    in.absorb(script, "script"_L1);
    captured.startedAt = in.time("startedAt"_L1);
    captured.endedAt = in.time("endedAt"_L1);
    for (FactReader &item : in.children("items"_L1)) {
        captured.items.push_back(readItem(item));
        in.absorb(item, "items"_L1);
    }
    for (FactReader &question : in.children("questions"_L1)) {
        captured.questions.push_back(readQuestion(question));
        in.absorb(question, "questions"_L1);
    }
    for (FactReader &clause : in.children("clauses"_L1)) {
        captured.clauses.push_back(readClause(clause));
        in.absorb(clause, "clauses"_L1);
    }
    captured.consequenceStated = in.codes("consequenceStated"_L1);
    captured.outcome = in.value<domain::ContactOutcome>("outcome"_L1);
    captured.joined = in.flag("joined"_L1);
    captured.under14 = in.flag("under14"_L1);
    if (in.has("guardianMethod"_L1)) // events from before the guardian's method was noted
        captured.guardianMethod = in.code("guardianMethod"_L1);
    captured.evidence = in.codes("evidence"_L1);
    captured.flags = in.codes("flags"_L1);
    captured.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return captured;
}

QJsonObject ConsentEnded::toFacts() const
{
    QJsonArray channelArray;
    for (const domain::Channel channel : channels)
        channelArray.append(domain::toCode(channel));
    QJsonObject facts{
        {u"contact"_s, contact.toString()},    {u"receipt"_s, receipt},
        {u"method"_s, domain::toCode(method)}, {u"items"_s, QJsonArray::fromStringList(items)},
        {u"channels"_s, channelArray},         {u"allOptional"_s, allOptional},
    };
    if (left)
        facts.insert(u"left"_s, true);
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ConsentEnded> ConsentEnded::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ConsentEnded ended;
    ended.contact = in.id<ContactId>("contact"_L1);
    ended.receipt = in.code("receipt"_L1, true);
    ended.method = in.value<domain::CaptureMethod>("method"_L1);
    ended.items = in.codes("items"_L1);
    for (const QString &code : in.codes("channels"_L1)) {
        const auto channel = domain::fromCode<domain::Channel>(code);
        if (channel && *channel != domain::Channel::None)
            ended.channels.push_back(*channel);
        else
            in.fail("channels"_L1);
    }
    ended.allOptional = in.flag("allOptional"_L1);
    if (in.has("left"_L1)) // only where it is so
        ended.left = in.flag("left"_L1);
    ended.after = in.after();
    if (ended.items.isEmpty() && ended.channels.empty() && !ended.allOptional)
        in.fail("items"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return ended;
}

} // namespace consent::ledger
