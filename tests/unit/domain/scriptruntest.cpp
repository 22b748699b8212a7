#include "scripttools.h"

#include "domain/scriptrun.h"

#include <QRandomGenerator>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace scripttools;
using namespace Qt::StringLiterals;

namespace {

ScriptRun::ScriptPtr shipped()
{
    static const ScriptRun::ScriptPtr kept = script(shippedScript());
    return kept;
}

TemplateValues values()
{
    return {{u"name"_s, u"홍길동"_s},        {u"agent"_s, u"김상담"_s},       {u"company"_s, u"주식회사 보기"_s},
            {u"site"_s, u"example.com"_s},   {u"centre"_s, u"02-587-3235"_s}, {u"guardian"_s, u"홍판서"_s},
            {u"email"_s, u"a@example.com"_s}};
}

/// A call that is walked by words: ">" next, "y"/"n" answers, "<" back. A minute for each step, so that nothing is too
/// fast.
class Call
{
public:
    explicit Call(const RunContext &context = {})
        : run(ScriptRun::start(shipped(), context, values()).value())
    {
    }

    /// @return the clause where it got to, or what went wrong.
    QString walk(const QString &steps)
    {
        for (const QChar step : steps) {
            now += 60'000;
            Result<void> done;
            if (step == u'<') {
                done = run.back(now);
            } else {
                const auto left = step == u'>' ? run.next(now) : run.answer(step == u'y', now);
                if (!left)
                    done = left.error();
            }
            if (!done)
                return u"refused: "_s + done.error().detail;
        }
        return run.isFinished() ? u"end: "_s + toCode(run.result().outcome) : run.current().id;
    }

    QString text() const
    {
        QStringList lines;
        for (const RenderedParagraph &paragraph : run.rendered())
            lines.append(paragraph.text);
        return lines.join(u'\n');
    }

    ScriptRun run;
    qint64 now = 0;
};

RunContext context(CaptureMethod method, bool second = false, bool under14 = false, bool identifiers = false,
                   Language language = Language::Korean)
{
    RunContext made;
    made.method = method;
    made.secondCall = second;
    made.under14 = under14;
    made.identifiers = identifiers;
    made.language = language;
    return made;
}

QString decisions(const RunResult &result)
{
    QStringList texts;
    for (const ItemResult &item : result.items)
        texts.append(item.code + (item.decision == Decision::Granted ? u"+"_s : u"-"_s));
    return texts.join(u' ');
}

/// Everything that can be observed of a run.
QString observed(const ScriptRun &run, qint64 now)
{
    QString text = run.path().join(u'>') + u'|' + QString::number(run.speakableMs()) + u'|' +
                   QString::number(run.tooFastNow(now)) + QString::number(run.isFinished()) +
                   QString::number(run.awaitsAnswer());
    for (const ClauseVisit &visit : run.visits())
        text += u'|' + visit.clause + u',' + QString::number(visit.startMs) + u',' + QString::number(visit.endMs) +
                u',' + QString::number(visit.tooFast);
    for (const RunAnswer &answer : run.answers())
        text += u'|' + answer.code + u',' + QString::number(answer.yes) + u',' + QString::number(answer.atMs) + u',' +
                QString::number(answer.visit);
    for (const RenderedParagraph &paragraph : run.rendered())
        text += u'|' + paragraph.text;
    if (run.isFinished()) {
        const RunResult result = run.result();
        text += u'|' + toCode(result.outcome) + QString::number(result.joined) + decisions(result) +
                result.consequenceStated.join(u',');
    }
    return text;
}

} // namespace

class ScriptRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBranch_data();
    void everyBranch();
    void aCompletedCallTellsEverything();
    void refusingTheMandatoryItemIsRecordedAndExplained();
    void refusingEveryOptionalItemStillJoins();
    void anAnswerCanBeChangedByGoingBack();
    void answersThatAreNoLongerOnTheWayDoNotCount();
    void anAnsweredQuestionCanBePassedAgain();
    void aClausePassedTooFastWarnsAtOnce();
    void timeInAllVisitsCounts();
    void optingOutSkipsAndUndoesAdvertising();
    void optingOutOfOneChannelLeavesTheOthers();
    void wordsFitTheContext();
    void theSummaryReadsTheAnswersBack();
    void theLanguageCanChangeOnTheWay();
    void whatIsNotPossibleChangesNothing();
    void aRunCanNotBeginWhereTheScriptDoesNotServe();
    void everyStepComesBackAfterACrash();
    void aSpoiltRunIsRefused_data();
    void aSpoiltRunIsRefused();
    void aRunOfAnotherVersionIsAConflict();
    void randomWalksNeverLeaveTheScript_data();
    void randomWalksNeverLeaveTheScript();
};

void ScriptRunTest::everyBranch_data()
{
    QTest::addColumn<RunContext>("of");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("end");
    const RunContext read = context(CaptureMethod::PhoneRead);
    const RunContext cards = context(CaptureMethod::PhoneRead, false, false, true);
    const RunContext child = context(CaptureMethod::PhoneRead, false, true);
    const RunContext web = context(CaptureMethod::PhoneWeb);
    const RunContext webAgain = context(CaptureMethod::PhoneWeb, true);
    const RunContext childWeb = context(CaptureMethod::PhoneWeb, true, true);
    QTest::newRow("not the person") << read << u">n"_s << u"not-identified"_s;
    QTest::newRow("not the person, end") << read << u">n>"_s << u"end: endedEarly"_s;
    QTest::newRow("mandatory question") << read << u">y>>>"_s << u"mandatory-ask"_s;
    QTest::newRow("mandatory refused") << read << u">y>>>n"_s << u"mandatory-refused"_s;
    QTest::newRow("mandatory refused, end") << read << u">y>>>n>>"_s << u"end: mandatoryRefused"_s;
    QTest::newRow("consignment told") << read << u">y>>>y"_s << u"consignment"_s;
    QTest::newRow("marketing refused skips the channels") << read << u">y>>>y>n"_s << u"police"_s;
    QTest::newRow("marketing refused, identifiers") << cards << u">y>>>y>n"_s << u"identifiers"_s;
    QTest::newRow("phone refused skips its night") << read << u">y>>>y>yn"_s << u"ads-sms"_s;
    QTest::newRow("phone granted asks its night") << read << u">y>>>y>yy"_s << u"ads-phone-night"_s;
    QTest::newRow("text refused skips its night") << read << u">y>>>y>ynn"_s << u"ads-email"_s;
    QTest::newRow("post is the last channel") << read << u">y>>>y>ynnn"_s << u"ads-post"_s;
    QTest::newRow("after post the third party") << read << u">y>>>y>ynnny"_s << u"police"_s;
    QTest::newRow("after post the identifiers") << cards << u">y>>>y>ynnny"_s << u"identifiers"_s;
    QTest::newRow("everything granted") << cards << u">y>>>y>yyyyyyyyy>>>"_s << u"end: completed"_s;
    QTest::newRow("everything optional refused") << cards << u">y>>>y>nnn>>>"_s << u"end: completed"_s;
    QTest::newRow("a child asks for its guardian") << child << u">y"_s << u"guardian-present"_s;
    QTest::newRow("no guardian there") << child << u">yn>"_s << u"end: endedEarly"_s;
    QTest::newRow("guardian not verified") << child << u">yyn>"_s << u"end: endedEarly"_s;
    QTest::newRow("guardian consents") << child << u">yyy>>>y>nn>>>"_s << u"end: completed"_s;
    QTest::newRow("guardian refuses") << child << u">yyy>>>n>>"_s << u"end: mandatoryRefused"_s;
    QTest::newRow("first call by the site") << web << u">y"_s << u"web-address"_s;
    QTest::newRow("second call agreed") << web << u">y>y>"_s << u"end: secondCallDue"_s;
    QTest::newRow("second call declined") << web << u">y>n>"_s << u"end: endedEarly"_s;
    QTest::newRow("second call, not read") << webAgain << u">yn>"_s << u"end: endedEarly"_s;
    QTest::newRow("second call asks at once") << webAgain << u">yy>"_s << u"mandatory-ask"_s;
    QTest::newRow("second call, granted") << webAgain << u">yy>y>nn>>>"_s << u"end: completed"_s;
    QTest::newRow("second call with a guardian") << childWeb << u">yyyy>y>nn>>>"_s << u"end: completed"_s;
}

void ScriptRunTest::everyBranch()
{
    QFETCH(RunContext, of);
    QFETCH(QString, steps);
    Call call(of);
    QTEST(call.walk(steps), "end");
}

void ScriptRunTest::aCompletedCallTellsEverything()
{
    Call call(context(CaptureMethod::PhoneRead, false, false, true));
    QCOMPARE(call.walk(u">y>>>y>ynyyynyn>>>"_s), u"end: completed"_s);
    const RunResult result = call.run.result();
    QVERIFY(result.joined);
    QVERIFY(!result.tooFast);
    QCOMPARE(decisions(result), u"collect.mandatory+ marketing.use+ ads.phone- ads.sms+ ads.sms.night+ ads.email+ "
                                "ads.post- identifiers.document+ provision.police-"_s);
    QCOMPARE(result.startMs, 0);
    QCOMPARE(result.endMs, call.now);
    QCOMPARE(result.questions.size(), 1U);
    QCOMPARE(result.questions[0].code, u"identity.confirmed"_s);
    // Timings lie end to end, and every answer falls on the end of the clause that asked.
    qint64 at = 0;
    for (const ClauseVisit &visit : result.clauses) {
        QCOMPARE(visit.startMs, at);
        QVERIFY(visit.endMs > visit.startMs);
        at = visit.endMs;
    }
    for (const ItemResult &item : result.items) {
        QCOMPARE(item.answerMs, item.clauseEndMs);
        QCOMPARE(item.clauseEndMs - item.clauseStartMs, 60'000);
        QCOMPARE(shipped()->clause(item.clause)->item, item.code);
    }
    QCOMPARE(result.consequenceStated.size(), 9);
}

void ScriptRunTest::refusingTheMandatoryItemIsRecordedAndExplained()
{
    Call call;
    call.walk(u">y>>>n"_s);
    QVERIFY(call.text().contains(shipped()->item(u"collect.mandatory")->consequence.ko));
    QCOMPARE(call.walk(u">>"_s), u"end: mandatoryRefused"_s);
    const RunResult result = call.run.result();
    QVERIFY(!result.joined);
    QCOMPARE(decisions(result), u"collect.mandatory-"_s);
    QCOMPARE(result.consequenceStated, QStringList{u"collect.mandatory"_s});
}

void ScriptRunTest::refusingEveryOptionalItemStillJoins()
{
    Call call(context(CaptureMethod::PhoneRead, false, false, true));
    QCOMPARE(call.walk(u">y>>>y>nnn>>>"_s), u"end: completed"_s);
    QVERIFY(call.run.result().joined);
    QCOMPARE(decisions(call.run.result()),
             u"collect.mandatory+ marketing.use- identifiers.document- provision.police-"_s);
}

void ScriptRunTest::anAnswerCanBeChangedByGoingBack()
{
    Call call;
    QCOMPARE(call.walk(u">y>>>n<"_s), u"mandatory-ask"_s);
    QCOMPARE(call.run.lastAnswer(u"collect.mandatory"), std::optional(false));
    QCOMPARE(call.walk(u"y>nn>>>"_s), u"end: completed"_s);
    QCOMPARE(decisions(call.run.result()), u"collect.mandatory+ marketing.use- provision.police-"_s);
    int kept = 0;
    for (const RunAnswer &answer : call.run.answers())
        kept += answer.code == u"collect.mandatory" ? 1 : 0;
    QCOMPARE(kept, 2);
}

void ScriptRunTest::answersThatAreNoLongerOnTheWayDoNotCount()
{
    Call call;
    QCOMPARE(call.walk(u">y>>>y>yyyyyyy"_s), u"police"_s);
    QCOMPARE(call.walk(u"<<<<<<<n"_s), u"police"_s); // marketing after all refused
    QCOMPARE(call.run.effectiveAnswer(u"ads.phone"), std::nullopt);
    QCOMPARE(call.run.lastAnswer(u"ads.phone"), std::optional(true));
    QCOMPARE(call.walk(u"y>>>"_s), u"end: completed"_s);
    QCOMPARE(decisions(call.run.result()), u"collect.mandatory+ marketing.use- provision.police+"_s);
}

void ScriptRunTest::anAnsweredQuestionCanBePassedAgain()
{
    Call call;
    QCOMPARE(call.walk(u">y>>>y>n<<"_s), u"consignment"_s);
    QVERIFY(!call.run.awaitsAnswer());
    QCOMPARE(call.walk(u">"_s), u"marketing"_s);
    QVERIFY(!call.run.awaitsAnswer());
    QCOMPARE(call.walk(u">"_s), u"police"_s);
    QVERIFY(call.run.awaitsAnswer());
    QCOMPARE(call.walk(u">"_s), u"refused: answer"_s);
}

void ScriptRunTest::aClausePassedTooFastWarnsAtOnce()
{
    auto run = ScriptRun::start(shipped(), {}, values()).value();
    int characters = 0;
    for (const RenderedParagraph &paragraph : run.rendered())
        characters += spokenCharacters(paragraph.text);
    const qint64 needed = run.speakableMs();
    QCOMPARE(needed, (characters * 1000 + 7) / 8);
    QVERIFY(run.tooFastNow(needed - 1));
    QVERIFY(!run.tooFastNow(needed));
    QVERIFY(run.next(needed - 1)->tooFast);
    QVERIFY(run.visits().front().tooFast);
    auto patient = ScriptRun::start(shipped(), {}, values()).value();
    QVERIFY(!patient.next(needed)->tooFast);
    QVERIFY(patient.endEarly(needed).ok());
    QVERIFY(!patient.result().tooFast);
    QVERIFY(run.endEarly(needed).ok());
    QVERIFY(run.result().tooFast);
}

void ScriptRunTest::timeInAllVisitsCounts()
{
    Call call;
    call.walk(u">"_s);
    QVERIFY(call.run.back(call.now).ok());
    QVERIFY(!call.run.next(call.now)->tooFast); // it had its minute before
    QVERIFY(call.run.answer(true, call.now)->tooFast);
    // Going back is never too fast.
    QVERIFY(call.run.back(call.now).ok());
    QCOMPARE(call.run.visits()[4].clause, u"intro"_s);
    QVERIFY(!call.run.visits()[4].tooFast);
}

void ScriptRunTest::optingOutSkipsAndUndoesAdvertising()
{
    Call early;
    early.walk(u">y>>>"_s);
    QVERIFY(early.run.optOut(Channel::None, early.now + 1).ok());
    QCOMPARE(early.walk(u"y>"_s), u"police"_s);
    Call late;
    QCOMPARE(late.walk(u">y>>>y>yyyyyyy"_s), u"police"_s);
    QVERIFY(late.run.optOut(Channel::None, late.now + 1).ok());
    QCOMPARE(late.walk(u"y>>>"_s), u"end: completed"_s);
    const RunResult result = late.run.result();
    QCOMPARE(decisions(result),
             u"collect.mandatory+ marketing.use- ads.phone- ads.phone.night- ads.sms- ads.sms.night- "
             "ads.email- ads.post- provision.police+"_s);
    QCOMPARE(result.optOuts.size(), 1U);
    for (const ItemResult &item : result.items)
        QCOMPARE(item.supersededByOptOut, item.category == ItemCategory::Marketing);
    QVERIFY(result.joined);
}

void ScriptRunTest::optingOutOfOneChannelLeavesTheOthers()
{
    Call call;
    QCOMPARE(call.walk(u">y>>>y>yyyyyyy"_s), u"police"_s);
    QVERIFY(call.run.optOut(Channel::Sms, call.now + 1).ok());
    call.walk(u"y>>>"_s);
    QCOMPARE(decisions(call.run.result()), u"collect.mandatory+ marketing.use+ ads.phone+ ads.phone.night+ ads.sms- "
                                           "ads.sms.night- ads.email+ ads.post+ provision.police+"_s);
}

void ScriptRunTest::wordsFitTheContext()
{
    Call adult;
    QVERIFY(adult.text().contains(u"상담원 김상담입니다"_s));
    adult.walk(u">"_s);
    QVERIFY(adult.text().startsWith(u"홍길동 고객님 본인이 맞으십니까?"_s));
    adult.walk(u"n"_s);
    QVERIFY(adult.text().contains(u"02-587-3235로 연락"_s));
    Call child(context(CaptureMethod::PhoneRead, false, true));
    child.walk(u">yy"_s);
    QVERIFY(child.text().startsWith(u"홍판서 님, 홍길동 고객님의 법정대리인"_s));
    child.run.setValues({{u"guardian"_s, u"홍부인"_s}, {u"name"_s, u"홍길동"_s}});
    QVERIFY(child.text().startsWith(u"홍부인 님"_s));
    Call read;
    read.walk(u">y>>>"_s);
    QVERIFY(read.text().contains(u"가입해 드릴 수 없습니다"_s));
    Call web(context(CaptureMethod::PhoneWeb, true));
    web.walk(u">yy>"_s);
    QVERIFY(!web.text().contains(u"가입해 드릴 수 없습니다"_s));
    QVERIFY(web.text().contains(u"동의하십니까?"_s));
    Call english(context(CaptureMethod::PhoneRead, false, false, false, Language::English));
    QVERIFY(english.text().startsWith(u"Good day. My name is 김상담"_s));
    const auto rendered = adult.run.rendered();
    QVERIFY(std::none_of(rendered.begin(), rendered.end(), [](const auto &paragraph) { return paragraph.adaptable; }));
    const auto greeting = english.run.rendered();
    QVERIFY(greeting.back().adaptable && !greeting.front().adaptable);
}

void ScriptRunTest::theSummaryReadsTheAnswersBack()
{
    Call call;
    QCOMPARE(call.walk(u">y>>>y>ynnnyy"_s), u"summary"_s);
    QVERIFY2(call.text().contains(
                 u"필수 수집·이용: 동의, 마케팅 활용: 동의, 전화 광고: 동의하지 않음, 문자 광고: 동의하지 않음, "
                 "이메일 광고: 동의하지 않음, 우편 광고: 동의, 경찰청 제공: 동의"_s),
             qPrintable(call.text()));
    QVERIFY(call.run.optOut(Channel::Post, call.now + 1).ok());
    QVERIFY(call.text().contains(u"우편 광고: 동의하지 않음"_s));
    QVERIFY(call.run.setLanguage(Language::English).ok());
    QVERIFY(
        call.text().contains(u"Mandatory collection and use: yes; Use for marketing: yes; Advertising by phone: no"_s));
}

void ScriptRunTest::theLanguageCanChangeOnTheWay()
{
    Call call;
    call.walk(u">y"_s);
    QVERIFY(call.run.setLanguage(Language::English).ok());
    QVERIFY(call.text().startsWith(u"I will now explain"_s));
    const auto back = ScriptRun::fromJson(call.run.toJson(), shipped());
    QVERIFY(back.ok());
    QCOMPARE(back->context().language, Language::English);
    QCOMPARE(observed(*back, call.now), observed(call.run, call.now));
}

void ScriptRunTest::whatIsNotPossibleChangesNothing()
{
    Call call;
    const auto same = [&call](const QString &before) { return observed(call.run, call.now) == before; };
    QString before = observed(call.run, call.now);
    QCOMPARE(call.run.answer(true, 5).error().detail, u"no question"_s);
    QCOMPARE(call.run.back(5).error().detail, u"first"_s);
    QVERIFY(same(before));
    call.walk(u">"_s);
    before = observed(call.run, call.now);
    QCOMPARE(call.run.next(call.now).error().detail, u"answer"_s);
    QCOMPARE(call.run.answer(true, call.now - 1).error().detail, u"time"_s);
    QVERIFY(same(before));
    call.walk(u"n>"_s);
    before = observed(call.run, call.now);
    for (const QString &detail :
         {call.run.next(call.now).error().detail, call.run.back(call.now).error().detail,
          call.run.answer(true, call.now).error().detail, call.run.endEarly(call.now).error().detail,
          call.run.optOut(Channel::None, call.now).error().detail})
        QCOMPARE(detail, u"finished"_s);
    QVERIFY(same(before));
}

void ScriptRunTest::aRunCanNotBeginWhereTheScriptDoesNotServe()
{
    QJsonObject korean = shippedScript();
    korean.insert(u"languages"_s, QJsonArray{u"ko"_s});
    QCOMPARE(
        ScriptRun::start(script(korean), context(CaptureMethod::PhoneRead, false, false, false, Language::English), {})
            .error()
            .detail,
        u"language"_s);
    QCOMPARE(ScriptRun::start(shipped(), context(CaptureMethod::Counter), {}).error().detail, u"method"_s);
    QCOMPARE(ScriptRun::start(shipped(), context(CaptureMethod::PhoneRead, true), {}).error().detail, u"second call"_s);
    RunContext still;
    still.rate = {0, 0};
    QCOMPARE(ScriptRun::start(shipped(), still, {}).error().detail, u"rate or time"_s);
}

void ScriptRunTest::everyStepComesBackAfterACrash()
{
    // After each step the program dies; what was kept goes on to the same end as the run that never died.
    const QString steps = u">y>>>n<y>yn<y<<<>>>yyn>nyy<n>>>"_s;
    for (qsizetype cut = 0; cut <= steps.size(); ++cut) {
        Call straight;
        straight.walk(steps.left(cut));
        const QByteArray kept = QJsonDocument(straight.run.toJson()).toJson(QJsonDocument::Compact);
        auto back = ScriptRun::fromJson(QJsonDocument::fromJson(kept).object(), shipped());
        QVERIFY2(back.ok(), qPrintable(steps.left(cut)));
        QCOMPARE(observed(*back, straight.now), observed(straight.run, straight.now));
        QCOMPARE(QJsonDocument(back->toJson()).toJson(QJsonDocument::Compact), kept);
        Call resumed;
        resumed.run = *back;
        resumed.now = straight.now;
        QCOMPARE(resumed.walk(steps.mid(cut)), straight.walk(steps.mid(cut)));
        QCOMPARE(observed(resumed.run, resumed.now), observed(straight.run, straight.now));
    }
}

void ScriptRunTest::aSpoiltRunIsRefused_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("json");
    QTest::newRow("another format") << u"format"_s << u"\"x\""_s;
    QTest::newRow("no context") << u"context"_s << u"null"_s;
    QTest::newRow("unknown method") << u"context/method"_s << u"\"fax\""_s;
    QTest::newRow("flag as a word") << u"context/under14"_s << u"\"no\""_s;
    QTest::newRow("no rate") << u"context/rateKo"_s << u"0"_s;
    QTest::newRow("negative rate") << u"context/rateEn"_s << u"-3"_s;
    QTest::newRow("negative start") << u"startMs"_s << u"-1"_s;
    QTest::newRow("values as a list") << u"values"_s << u"[]"_s;
    QTest::newRow("a value as a number") << u"values/name"_s << u"5"_s;
    QTest::newRow("steps as an object") << u"steps"_s << u"{}"_s;
    QTest::newRow("unknown step") << u"steps/0/0"_s << u"\"jump\""_s;
    QTest::newRow("a step back at the beginning") << u"steps/0/0"_s << u"\"back\""_s;
    QTest::newRow("an answer where nothing is asked") << u"steps/0"_s << u"[\"answer\", 60000, true]"_s;
    QTest::newRow("no answer where one is asked") << u"steps/1"_s << u"[\"next\", 120000]"_s;
    QTest::newRow("an answer that is no yes or no") << u"steps/1/2"_s << u"\"maybe\""_s;
    QTest::newRow("time going back") << u"steps/1/1"_s << u"5"_s;
    QTest::newRow("time in fractions") << u"steps/1/1"_s << u"120000.5"_s;
    QTest::newRow("a call of a year") << u"steps/1/1"_s << u"31536000000"_s;
    QTest::newRow("an opt-out of no channel") << u"steps/0"_s << u"[\"optOut\", 5, \"fax\"]"_s;
    QTest::newRow("after the end") << u"steps/0"_s << u"[\"end\", 5]"_s;
}

void ScriptRunTest::aSpoiltRunIsRefused()
{
    QFETCH(QString, at);
    QFETCH(QString, json);
    Call call;
    call.walk(u">y>"_s);
    const QJsonValue with = QJsonDocument::fromJson("[" + json.toUtf8() + "]").array().at(0);
    const auto back = ScriptRun::fromJson(changed(call.run.toJson(), at, with), shipped());
    QVERIFY(!back.ok());
    QCOMPARE(back.error().kind, ErrorKind::InvalidArgument);
}

void ScriptRunTest::aRunOfAnotherVersionIsAConflict()
{
    Call call;
    QJsonObject newer = shippedScript();
    newer.insert(u"version"_s, 2);
    QCOMPARE(ScriptRun::fromJson(call.run.toJson(), script(newer)).error().kind, ErrorKind::Conflict);
}

void ScriptRunTest::randomWalksNeverLeaveTheScript_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ScriptRunTest::randomWalksNeverLeaveTheScript()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const bool web = random.bounded(2) == 1;
    const RunContext of = context(web ? CaptureMethod::PhoneWeb : CaptureMethod::PhoneRead,
                                  web && random.bounded(2) == 1, random.bounded(4) == 0, random.bounded(2) == 1,
                                  random.bounded(2) == 1 ? Language::English : Language::Korean);
    auto run = ScriptRun::start(shipped(), of, values()).value();
    qint64 now = 0;
    for (int step = 0; step < 120 && !run.isFinished(); ++step) {
        now += random.bounded(20'000);
        const QString before = run.current().id;
        const bool asks = run.current().kind == ClauseKind::Ask;
        const bool awaited = run.awaitsAnswer();
        switch (random.bounded(12)) {
        case 0:
            QCOMPARE(run.back(now).ok(), step > 0 && before != u"greeting");
            break;
        case 1:
            QVERIFY(run.optOut(static_cast<Channel>(random.bounded(5)), now).ok());
            break;
        case 2:
            QCOMPARE(run.next(now).ok(), !awaited);
            break;
        case 3: {
            const auto back = ScriptRun::fromJson(run.toJson(), shipped());
            QVERIFY(back.ok());
            QCOMPARE(observed(*back, now), observed(run, now));
            run = *back;
            break;
        }
        default:
            QCOMPARE(run.answer(random.bounded(4) != 0, now).ok(), asks);
            if (!asks)
                QVERIFY(run.next(now).ok());
        }
        // The way walked is one that the script knows, without a clause twice, and no answer was given that was not
        // asked.
        const QStringList path = run.path();
        QCOMPARE(QSet<QString>(path.begin(), path.end()).size(), path.size());
        for (const RunAnswer &answer : run.answers()) {
            const Clause *clause = shipped()->clause(answer.clause);
            QVERIFY(clause != nullptr && clause->kind == ClauseKind::Ask);
            QCOMPARE(clause->answerCode(), answer.code);
            QCOMPARE(run.visits()[answer.visit].clause, answer.clause);
            QCOMPARE(run.visits()[answer.visit].endMs, answer.atMs);
        }
        QCOMPARE(run.visits().back().endMs < 0, !run.isFinished());
    }
    if (!run.isFinished())
        QVERIFY(run.endEarly(now).ok());
    const RunResult result = run.result();
    if (result.outcome == ContactOutcome::Completed)
        QVERIFY(result.joined);
    if (result.outcome == ContactOutcome::MandatoryRefused)
        QVERIFY(result.consequenceStated.contains(u"collect.mandatory"_s) && !result.joined);
    if (of.method == CaptureMethod::PhoneWeb && !of.secondCall)
        QVERIFY(result.items.empty());
    for (const ItemResult &item : result.items) {
        QVERIFY(item.code != u"identifiers.document" || of.identifiers);
        const QString requires_ = shipped()->item(item.code)->requires_;
        QVERIFY(requires_.isEmpty() || run.effectiveAnswer(requires_) == true);
    }
}

QTEST_APPLESS_MAIN(ScriptRunTest)
#include "scriptruntest.moc"
