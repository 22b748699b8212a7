#include "desk/log/logdesk.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;
using domain::ContactOutcome;
using domain::Decision;
using Stage = CallState::Stage;

namespace {

const domain::Subject::Fields newcomer{u"나견본"_s, u"010-0000-4321"_s, u"850505"_s, u"sample@example.com"_s, {}};
const domain::Subject::Fields child{u"나어린"_s, u"010-0000-4322"_s, u"20200301"_s, {}, {}};

bool always(const CurrentClause &)
{
    return true;
}

ConsentStatus statusOf(const std::vector<ItemState> &items, const QString &code)
{
    const auto item = std::ranges::find(items, code, &ItemState::code);
    return item == items.end() ? ConsentStatus::None : item->status;
}

} // namespace

class CallDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeCallIsInTheLogWithItsReceipt();
    void aRefusedMandatoryItemEndsTheJoiningAndIsRecorded();
    void optionalRefusalsDoNotEndTheJoining();
    void aCallThatACrashBrokeOffComesBackToTheSameClause();
    void aCallThatACrashBrokeOffAtTheSummaryIsSavedOnce();
    void anOptOutStandsWhateverBecomesOfTheCall();
    void aLaterConsentAfterAnOptOutCounts();
    void aChildNeedsAGuardianBeforeGoingOn();
    void whatIsReadTooFastWarnsAtOnce();
    void oneCanGoBackFromTheSummary();
    void aNewPersonWithTheSameNumberIsPointedOut();
    void nothingIsRegisteredBeforeSaving();
    void aPastedNoteOfTenMegabytesIsRefusedAndTheOneBeforeItStands();
    void mandatoryItemsCannotBeOptedOutOf();
    void receiptsOfADayAreNumberedApart();
};

void CallDeskTest::aWholeCallIsInTheLogWithItsReceipt()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    const qint64 before = *await(desk.session->log().count({}));
    const auto nobody = await(calls.identify(u"010-0000-4321"_s));
    QVERIFY(nobody.ok());
    QVERIFY(nobody->people.empty());
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QCOMPARE(calls.state().stage, Stage::Script);
    QVERIFY(calls.state().newSubject);
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    QCOMPARE(calls.state().stage, Stage::Summary);
    QCOMPARE(calls.state().outcome, ContactOutcome::Completed);
    const auto answers = calls.state().answers;
    QVERIFY(answers.size() >= 6);
    const auto saved = await(calls.save());
    QVERIFY2(saved.ok(), saved.ok() ? "" : qPrintable(saved.error().detail));
    QCOMPARE(calls.state().stage, Stage::Idle);

    QCOMPARE(*await(desk.session->log().count({})), before + 1);
    const auto rows = await(desk.session->log().rows({}, 0, 1));
    QCOMPARE(rows->front().event, saved->event);
    QCOMPARE(rows->front().subjectMaskedName, u"나*본"_s);
    QCOMPARE(rows->front().receipt, saved->receipt.number);
    QCOMPARE(rows->front().granted, int(answers.size()));
    QCOMPARE(saved->receipt.items.size(), answers.size());
    QCOMPARE(saved->receipt.maskedPhone, u"010-****-4321"_s);
    QCOMPARE(saved->receipt.jws.count('.'), 2);

    const auto record = await(desk.session->log().open(saved->event));
    QVERIFY(record.ok());
    QVERIFY2(record->verified, qPrintable(record->verification));
    QCOMPARE(record->answers.size(), answers.size());
    const auto card = await(desk.session->subjects().open(saved->subject));
    QVERIFY(card.ok());
    QCOMPARE(card->summary.membership, domain::MembershipState::Joined);
    QCOMPARE(statusOf(card->items, u"collect.mandatory"_s), ConsentStatus::Granted);
    const auto found = await(desk.session->subjects().search(u"ㄴㄱㅂ"_s));
    QVERIFY(std::ranges::any_of(*found, [&](const auto &person) { return person.id == saved->subject; }));
    const auto byReceipt = await(desk.session->subjects().search(saved->receipt.number));
    QCOMPARE(byReceipt->size(), std::size_t(1));
}

void CallDeskTest::aRefusedMandatoryItemEndsTheJoiningAndIsRecorded()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(walkToSummary(calls, desk.clock, [](const CurrentClause &clause) { return !clause.mandatory; }).ok());
    QCOMPARE(calls.state().outcome, ContactOutcome::MandatoryRefused);
    const auto saved = await(calls.save());
    QVERIFY(saved.ok());
    const auto card = await(desk.session->subjects().open(saved->subject));
    QCOMPARE(card->summary.membership, domain::MembershipState::Prospect);
    QCOMPARE(statusOf(card->items, u"collect.mandatory"_s), ConsentStatus::Refused);
    QCOMPARE(statusOf(card->items, u"marketing.use"_s), ConsentStatus::None);
}

void CallDeskTest::optionalRefusalsDoNotEndTheJoining()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(walkToSummary(calls, desk.clock, [](const CurrentClause &clause) {
                return clause.mandatory || clause.itemTitle.isEmpty();
            }).ok());
    QCOMPARE(calls.state().outcome, ContactOutcome::Completed);
    const auto saved = await(calls.save());
    const auto card = await(desk.session->subjects().open(saved->subject));
    QCOMPARE(card->summary.membership, domain::MembershipState::Joined);
    QCOMPARE(statusOf(card->items, u"marketing.use"_s), ConsentStatus::Refused);
}

void CallDeskTest::aCallThatACrashBrokeOffComesBackToTheSameClause()
{
    DeskFixture desk;
    desk.signIn();
    QVERIFY(await(desk.session->calls().beginNew(newcomer, {})).ok());
    for (int step = 0; step < 6; ++step) {
        CallDesk &calls = desk.session->calls();
        desk.clock.advance(std::chrono::seconds(60));
        QVERIFY((calls.state().current.asks ? calls.answer(Decision::Granted) : calls.next()).ok());
        QVERIFY(calls.setNote(u"메모 %1"_s.arg(step)).ok());
        const CallState before = calls.state();
        // Signing out without saving is what is left of a crash: the draft, and nothing else.
        desk.signOut();
        desk.clock.advance(std::chrono::minutes(5));
        desk.signIn();
        const auto interrupted = await(desk.session->calls().interrupted());
        QVERIFY(interrupted.ok());
        QVERIFY(interrupted->has_value());
        QCOMPARE((*interrupted)->clauseHeading, before.current.heading);
        QCOMPARE(await(desk.session->calls().beginNew(child, {})).error().kind, ErrorKind::Conflict);
        QVERIFY(await(desk.session->calls().resume()).ok());
        const CallState after = desk.session->calls().state();
        QCOMPARE(after.current.id, before.current.id);
        QCOMPARE(after.note, before.note);
        QCOMPARE(after.subject.id, before.subject.id);
        QCOMPARE(after.clauses.size(), before.clauses.size());
        QCOMPARE(after.startedAt, before.startedAt);
    }
    QVERIFY(walkToSummary(desk.session->calls(), desk.clock, always).ok());
    QVERIFY(await(desk.session->calls().save()).ok());
    QVERIFY(!await(desk.session->calls().interrupted())->has_value());
}

void CallDeskTest::aCallThatACrashBrokeOffAtTheSummaryIsSavedOnce()
{
    DeskFixture desk;
    desk.signIn();
    QVERIFY(await(desk.session->calls().beginNew(newcomer, {})).ok());
    QVERIFY(walkToSummary(desk.session->calls(), desk.clock, always).ok());
    const qint64 before = *await(desk.session->log().count({}));
    desk.signOut();
    desk.signIn();
    QVERIFY(await(desk.session->calls().resume()).ok());
    QCOMPARE(desk.session->calls().state().stage, Stage::Summary);
    // What was handed over to be saved is saved, also when the program ends at that very moment.
    (void)desk.session->calls().save();
    desk.signOut();
    desk.signIn();
    QCOMPARE(*await(desk.session->log().count({})), before + 1);
    QVERIFY(!await(desk.session->calls().interrupted())->has_value());
}

void CallDeskTest::anOptOutStandsWhateverBecomesOfTheCall()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    const SubjectId subject = calls.state().subject.id;
    QSignalSpy recorded(desk.session.get(), &DeskSession::recorded);
    QVERIFY(await(calls.optOut({u"ads.sms"_s})).ok());
    QCOMPARE(statusOf(calls.state().items, u"ads.sms"_s), ConsentStatus::OptedOut);
    QCOMPARE(calls.state().optedOut.size(), std::size_t(1));
    QTRY_VERIFY(!recorded.isEmpty());
    QVERIFY(await(calls.discard()).ok());
    const auto card = await(desk.session->subjects().open(subject));
    QVERIFY(card.ok());
    QCOMPARE(statusOf(card->items, u"ads.sms"_s), ConsentStatus::OptedOut);
    const auto rows = await(desk.session->log().rows({}, 0, 1));
    QCOMPARE(rows->front().kind, LogKind::OptedOut);
}

void CallDeskTest::aLaterConsentAfterAnOptOutCounts()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(await(calls.optOut({})).ok());
    const SubjectId subject = calls.state().subject.id;
    QVERIFY(await(calls.discard()).ok());
    desk.clock.advance(std::chrono::hours(24));
    QVERIFY(await(calls.begin(subject, {})).ok());
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    QVERIFY(await(calls.save()).ok());
    const auto card = await(desk.session->subjects().open(subject));
    QCOMPARE(statusOf(card->items, u"ads.sms"_s), ConsentStatus::Granted);
}

void CallDeskTest::aChildNeedsAGuardianBeforeGoingOn()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(child, {})).ok());
    QVERIFY(calls.state().under14);
    QVERIFY(!walkToSummary(calls, desk.clock, always).ok());
    QVERIFY(calls.state().current.needsGuardian);
    QVERIFY(!calls.setGuardian({u""_s, u"01000000001"_s, {}}).ok());
    QVERIFY(!calls.setGuardian({u"나보호"_s, u"12"_s, {}}).ok());
    QVERIFY(calls.setGuardian({u"나보호"_s, u"010-0000-0001"_s, u"모"_s}).ok());
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    QCOMPARE(calls.state().outcome, ContactOutcome::Completed);
    const auto saved = await(calls.save());
    QVERIFY(saved.ok());
    const auto card = await(desk.session->subjects().open(saved->subject));
    QVERIFY(card->hasGuardian);
    const auto details = await(desk.session->subjects().reveal(saved->subject, u"보호자 확인"_s));
    QCOMPARE(details->guardianName, u"나보호"_s);
    QVERIFY(!await(desk.session->subjects().reveal(saved->subject, u"  "_s)).ok());
}

void CallDeskTest::whatIsReadTooFastWarnsAtOnce()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    desk.clock.advance(Milliseconds(50));
    QVERIFY((calls.state().current.asks ? calls.answer(Decision::Granted) : calls.next()).ok());
    QCOMPARE(calls.state().warnings.size(), std::size_t(1));
    desk.clock.advance(std::chrono::seconds(120));
    QVERIFY((calls.state().current.asks ? calls.answer(Decision::Granted) : calls.next()).ok());
    QVERIFY(calls.state().warnings.empty());
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    const auto saved = await(calls.save());
    QVERIFY(await(desk.session->log().rows({}, 0, 1))->front().flagged);
    const auto record = await(desk.session->log().open(saved->event));
    QVERIFY(record->clauses.front().tooFast);
}

void CallDeskTest::oneCanGoBackFromTheSummary()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    desk.clock.advance(std::chrono::seconds(60));
    QVERIFY((calls.state().current.asks ? calls.answer(Decision::Granted) : calls.next()).ok());
    const QString where = calls.state().current.id;
    QVERIFY(calls.end().ok());
    QCOMPARE(calls.state().stage, Stage::Summary);
    QCOMPARE(calls.state().outcome, ContactOutcome::EndedEarly);
    QVERIFY(calls.backToScript().ok());
    QCOMPARE(calls.state().current.id, where);
    QVERIFY(!calls.backToScript().ok());
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    QCOMPARE(calls.state().outcome, ContactOutcome::Completed);
}

void CallDeskTest::aNewPersonWithTheSameNumberIsPointedOut()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.similar(newcomer))->empty());
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(walkToSummary(calls, desk.clock, always).ok());
    QVERIFY(await(calls.save()).ok());
    QCOMPARE(await(calls.similar(newcomer))->size(), std::size_t(1));
    auto otherNumber = newcomer;
    otherNumber.phone = u"01000009999"_s;
    QCOMPARE(await(calls.similar(otherNumber))->size(), std::size_t(1));
    QCOMPARE(await(calls.identify(newcomer.phone))->people.size(), std::size_t(1));
    QVERIFY(!await(calls.identify(u"123"_s)).ok());
}

void CallDeskTest::nothingIsRegisteredBeforeSaving()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(await(calls.identify(newcomer.phone))->people.empty());
    QVERIFY(await(calls.discard()).ok());
    QVERIFY(await(calls.identify(newcomer.phone))->people.empty());
    QVERIFY(!await(calls.interrupted())->has_value());
    QVERIFY(!await(calls.beginNew({u""_s, u"1"_s, u"99999999"_s, {}, {}}, {})).ok());
    QCOMPARE(calls.check({u""_s, u"1"_s, u"99999999"_s, u"x"_s, {}}).size(), std::size_t(4));
}

void CallDeskTest::aPastedNoteOfTenMegabytesIsRefusedAndTheOneBeforeItStands()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(calls.setNote(u"짧은 메모"_s).ok());
    const auto refused = calls.setNote(QString(10 * 1024 * 1024, u'가'));
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(calls.state().note, u"짧은 메모"_s);
    QVERIFY(!calls.check({QString(10 * 1024 * 1024, u'가'), u"010-0000-4321"_s, u"850505"_s, {}, {}}).empty());
}

void CallDeskTest::mandatoryItemsCannotBeOptedOutOf()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QVERIFY(await(calls.beginNew(newcomer, {})).ok());
    QVERIFY(!await(calls.optOut({u"collect.mandatory"_s})).ok());
    QVERIFY(!await(calls.optOut({u"no.such.item"_s})).ok());
    QVERIFY(await(calls.identify(newcomer.phone))->people.empty());
}

void CallDeskTest::receiptsOfADayAreNumberedApart()
{
    DeskFixture desk;
    desk.signIn();
    CallDesk &calls = desk.session->calls();
    QStringList numbers;
    for (int i = 0; i < 3; ++i) {
        auto fields = newcomer;
        fields.phone = u"0100000500%1"_s.arg(i);
        QVERIFY(await(calls.beginNew(fields, {})).ok());
        QVERIFY(calls.end().ok());
        numbers.append(await(calls.save())->receipt.number);
    }
    QCOMPARE(numbers.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(CallDeskTest)
#include "calldesktest.moc"
