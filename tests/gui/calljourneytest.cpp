#include "guisupport.h"
#include "support/desk/deskfixture.h"
#include "ui/call/callcontroller.h"
#include "ui/call/callpage.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"
#include "ui/log/desklogsource.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpage.h"

#include "desk/log/logdesk.h"
#include "desk/people/subjectdesk.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace Qt::StringLiterals;
using Stage = desk::CallState::Stage;

/// Calls through the real widgets and the real desk: its cache and its ledger on an encrypted disk. By keyboard alone.
class CallJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aNewCustomersCallIsInTheLogBeforeTheNextRings();
    void aKnownCallerOptsOutAndTheCallGoesOn();
    void aRefusedMandatoryItemIsRecordedAndNobodyJoins();
    void aChildsGuardianIsEnteredInTheCall();
    void anInterruptedCallComesBackToItsClauseBeforeAnotherBegins();
    void aSecondCallerWaitsUntilTheCallIsSaved();
    void aNumberThatIsNoneIsSaidBesideTheField();
    void aCallWithoutAnswersIsClosedWithoutARecord();
};

namespace {

constexpr std::chrono::seconds reading(60);

struct Screen
{
    explicit Screen(test::DeskFixture &from)
        : fixture(from)
        , controller(page, from.session->calls(), from.session->log(), from.clock, nullptr)
    {
        page.resize(1278, 690);
        page.show();
        page.activated();
        if (!QTest::qWaitForWindowActive(&page))
            QFAIL("the page was not shown");
    }

    template <typename T> T *find(const QString &name) { return page.findChild<T *>(name); }
    template <typename T> bool sees(const QString &name)
    {
        const T *widget = find<T>(name);
        return widget && widget->isVisible();
    }
    const desk::CallState &state() const { return fixture.session->calls().state(); }
    QString focused() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    void type(const QString &digits) { QTest::keyClicks(QApplication::focusWidget(), digits); }

    void ring(const QString &number)
    {
        QTRY_COMPARE(focused(), u"callerNumber"_s);
        type(number);
        press(Qt::Key_Return);
        QTRY_VERIFY(sees<QWidget>(u"personView"_s));
    }
    void enterNew(const QString &name, const QString &birthDate)
    {
        QTRY_COMPARE(focused(), u"newName"_s);
        guisupport::typeKorean(*QApplication::focusWidget(), name.chopped(1));
        guisupport::compose(*QApplication::focusWidget(), name.last(1)); // the last syllable is still composed
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        type(birthDate);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(state().stage, Stage::Script);
    }
    /// One step at a pace at which it can be spoken; `yes` decides what is answered.
    template <typename Yes> void step(Yes yes)
    {
        fixture.clock.advance(reading);
        const desk::CurrentClause clause = state().current;
        if (!clause.asks)
            press(Qt::Key_Space);
        else if (yes(clause))
            press(Qt::Key_Y);
        else
            press(Qt::Key_N);
    }
    template <typename Yes> void toSummary(Yes yes)
    {
        for (int steps = 0; steps < 200 && state().stage == Stage::Script; ++steps)
            step(yes);
        QCOMPARE(state().stage, Stage::Summary);
    }
    void save()
    {
        QCOMPARE(focused(), u"saveCall"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(sees<ui::InlineNotice>(u"savedNotice"_s));
    }

    test::DeskFixture &fixture;
    ui::CallPage page;
    ui::CallController controller;
};

bool always(const desk::CurrentClause &)
{
    return true;
}

qint64 logged(test::DeskFixture &fixture)
{
    return *test::await(fixture.session->log().count({}));
}

desk::LogRow newest(test::DeskFixture &fixture)
{
    return test::await(fixture.session->log().rows({}, 0, 1))->front();
}

} // namespace

void CallJourneyTest::initTestCase()
{
    new ui::Theme(*qApp, ui::ColourScheme::Light);
    guisupport::speakKorean();
}

void CallJourneyTest::aNewCustomersCallIsInTheLogBeforeTheNextRings()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const qint64 before = logged(fixture);
    Screen screen(fixture);
    screen.ring(u"01000008765"_s);
    QVERIFY(screen.sees<QLabel>(u"nobodyKnown"_s));
    screen.enterNew(u"나새로"_s, u"19900101"_s);
    QCOMPARE(screen.find<QLabel>(u"callerName"_s)->text(), u"나새로"_s);
    screen.press(Qt::Key_F4);
    guisupport::typeKorean(*QApplication::focusWidget(), u"오후에 전화 요"_s);
    guisupport::compose(*QApplication::focusWidget(), u"청"_s);
    screen.press(Qt::Key_Escape);
    screen.toSummary([](const desk::CurrentClause &clause) { return clause.mandatory || clause.itemTitle.isEmpty(); });
    QCOMPARE(screen.state().note, u"오후에 전화 요청"_s);
    const auto answers = screen.state().answers;
    QCOMPARE(screen.find<QTableView>(u"summaryAnswers"_s)->model()->rowCount(), static_cast<int>(answers.size()));
    screen.save();
    const QString receipt = screen.find<QLabel>(u"receiptNumber"_s)->text();
    QCOMPARE(logged(fixture), before + 1);
    QCOMPARE(newest(fixture).receipt, receipt);
    guisupport::keepPicture(screen.page, u"journey-receipt"_s);

    screen.find<QLineEdit>(u"receiptFolder"_s)->setText(fixture.dir.filePath(u"받은 파일"_s));
    screen.press(Qt::Key_F2);
    const QString pdf = fixture.dir.filePath(u"받은 파일/"_s + receipt + u".pdf"_s);
    QTRY_VERIFY(QFile::exists(pdf));
    screen.press(Qt::Key_F3);
    const QString jws = fixture.dir.filePath(u"받은 파일/"_s + receipt + u".jws"_s);
    QTRY_VERIFY(QFile::exists(jws));
    QTRY_VERIFY(screen.find<ui::InlineNotice>(u"fileNotice"_s)->text().contains(receipt + u".jws"_s));
    QFile record(jws);
    QVERIFY(record.open(QIODevice::ReadOnly));
    QCOMPARE(record.readAll().count('.'), 2);

    ui::DeskLogSource source(fixture.session->log());
    ui::LogPage log(source);
    log.resize(1278, 690);
    log.show();
    log.activated();
    QVERIFY(QTest::qWaitForWindowActive(&log));
    auto *table = log.findChild<QTableView *>(u"logTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), static_cast<int>(before + 1));
    QTRY_COMPARE(table->model()->index(0, ui::LogModel::ReceiptColumn).data().toString(), receipt);
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(log.findChild<QLabel *>(u"recordProof"_s)->text().startsWith(u"✓"));
    QCOMPARE(log.findChild<QTableView *>(u"recordAnswers"_s)->model()->rowCount(), static_cast<int>(answers.size()));
    guisupport::keepPicture(log, u"journey-record"_s);
    log.hide();

    screen.page.activateWindow();
    screen.page.activated();
    QTRY_COMPARE(screen.focused(), u"nextCall"_s);
    screen.press(Qt::Key_Return);
    QTRY_COMPARE(screen.focused(), u"callerNumber"_s);
    screen.ring(u"010-0000-8765"_s); // the same number is a known person now
    QTRY_COMPARE(screen.focused(), u"knownPeople"_s);
    QCOMPARE(screen.find<QTableView>(u"knownPeople"_s)->model()->index(0, 0).data().toString(), u"나새로"_s);
}

void CallJourneyTest::aKnownCallerOptsOutAndTheCallGoesOn()
{
    test::DeskFixture fixture;
    fixture.signIn();
    Screen screen(fixture);
    screen.ring(u"01000008765"_s);
    screen.enterNew(u"나새로"_s, u"19900101"_s);
    screen.toSummary(always);
    screen.save();
    screen.press(Qt::Key_Return);
    screen.ring(u"01000008765"_s);
    QTRY_COMPARE(screen.focused(), u"knownPeople"_s);
    screen.press(Qt::Key_Return);
    QTRY_COMPARE(screen.state().stage, Stage::Script);
    const qint64 before = logged(fixture);
    screen.press(Qt::Key_F2);
    screen.press(Qt::Key_2);
    screen.press(Qt::Key_Return);
    QTRY_VERIFY(screen.sees<QWidget>(u"callerOptOuts"_s));
    QVERIFY(!screen.sees<QWidget>(u"optOutPanel"_s));
    QCOMPARE(logged(fixture), before + 1);
    QCOMPARE(newest(fixture).kind, desk::LogKind::OptedOut);
    QCOMPARE(screen.state().optedOut.size(), size_t(1));
    QCOMPARE(screen.focused(), u"clauseText"_s);
}

void CallJourneyTest::aRefusedMandatoryItemIsRecordedAndNobodyJoins()
{
    test::DeskFixture fixture;
    fixture.signIn();
    Screen screen(fixture);
    screen.ring(u"01000008765"_s);
    screen.enterNew(u"나새로"_s, u"19900101"_s);
    screen.toSummary([](const desk::CurrentClause &clause) { return !clause.mandatory; });
    QCOMPARE(screen.state().outcome, domain::ContactOutcome::MandatoryRefused);
    screen.save();
    QCOMPARE(newest(fixture).outcome, domain::ContactOutcome::MandatoryRefused);
    const auto person = test::await(fixture.session->subjects().search(u"나새로"_s));
    QCOMPARE(person->size(), size_t(1));
    QCOMPARE(person->front().membership, domain::MembershipState::Prospect);
}

void CallJourneyTest::aChildsGuardianIsEnteredInTheCall()
{
    test::DeskFixture fixture;
    fixture.signIn();
    Screen screen(fixture);
    screen.ring(u"01000008766"_s);
    screen.enterNew(u"나어린"_s, u"20200301"_s);
    QVERIFY(screen.state().under14);
    for (int steps = 0; steps < 50 && !screen.sees<QWidget>(u"guardianPanel"_s); ++steps)
        screen.step(always);
    QCOMPARE(screen.focused(), u"guardianName"_s);
    guisupport::typeKorean(*QApplication::focusWidget(), u"나어"_s);
    guisupport::compose(*QApplication::focusWidget(), u"른"_s);
    screen.press(Qt::Key_Return);
    screen.type(u"123"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(screen.sees<QWidget>(u"guardianPanel"_s));
    QVERIFY(!screen.find<QLineEdit>(u"guardianPhone"_s)->accessibleDescription().isEmpty());
    screen.find<QLineEdit>(u"guardianPhone"_s)->clear();
    screen.type(u"01000008767"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!screen.sees<QWidget>(u"guardianPanel"_s));
    QCOMPARE(screen.state().guardianName, u"나어른"_s);
    screen.toSummary(always);
    screen.save();
}

void CallJourneyTest::anInterruptedCallComesBackToItsClauseBeforeAnotherBegins()
{
    test::DeskFixture fixture;
    fixture.signIn();
    QString clause;
    {
        Screen screen(fixture);
        screen.ring(u"01000008765"_s);
        screen.enterNew(u"나새로"_s, u"19900101"_s);
        for (int steps = 0; steps < 7; ++steps)
            screen.step(always);
        clause = screen.state().current.id;
    }
    fixture.signOut(); // what a power cut leaves: the draft on the disk, nothing else
    fixture.signIn();
    const qint64 before = logged(fixture);
    Screen screen(fixture);
    QTRY_VERIFY(screen.sees<ui::InlineNotice>(u"interruptedCall"_s));
    QVERIFY(screen.find<ui::InlineNotice>(u"interruptedCall"_s)->text().contains(u"나새로"_s));
    guisupport::keepPicture(screen.page, u"journey-interrupted"_s);

    screen.ring(u"01000009999"_s); // somebody else rings before it was taken up again
    QTRY_COMPARE(screen.focused(), u"newName"_s);
    guisupport::typeKorean(*QApplication::focusWidget(), u"다음이"_s);
    screen.press(Qt::Key_Return);
    screen.press(Qt::Key_Return);
    screen.type(u"19800101"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(screen.sees<ui::InlineNotice>(u"callNotice"_s));
    QCOMPARE(screen.state().stage, Stage::Idle);

    screen.press(Qt::Key_F9);
    QTRY_COMPARE(screen.state().stage, Stage::Script);
    QCOMPARE(screen.state().current.id, clause);
    QCOMPARE(screen.find<QLabel>(u"callerName"_s)->text(), u"나새로"_s);
    screen.toSummary(always);
    screen.save();
    QCOMPARE(logged(fixture), before + 1);
    screen.press(Qt::Key_Return); // the caller who rang meanwhile is back
    QTRY_VERIFY(screen.sees<QWidget>(u"personView"_s));
    QCOMPARE(screen.find<QLineEdit>(u"newPhone"_s)->text(), u"01000009999"_s);
}

void CallJourneyTest::aSecondCallerWaitsUntilTheCallIsSaved()
{
    test::DeskFixture fixture;
    fixture.signIn();
    Screen screen(fixture);
    const auto first = domain::CallRequest::fromArgument(u"01000008765"_s);
    screen.controller.take(*first);
    QTRY_VERIFY(screen.sees<QWidget>(u"personView"_s));
    screen.enterNew(u"나새로"_s, u"19900101"_s);
    QVERIFY(screen.controller.isCallGoingOn());
    screen.controller.take(*domain::CallRequest::fromArgument(u"01000009999"_s));
    QVERIFY(screen.find<QLabel>(u"callerWarning"_s)->text().contains(u"010-****-9999"_s));
    QCOMPARE(screen.state().subject.name, u"나새로"_s);
    screen.toSummary(always);
    screen.save();
    QVERIFY(!screen.controller.isCallGoingOn());
    screen.press(Qt::Key_Return);
    QTRY_VERIFY(screen.sees<QWidget>(u"personView"_s));
    QCOMPARE(screen.find<QLineEdit>(u"newPhone"_s)->text(), u"01000009999"_s);
}

void CallJourneyTest::aNumberThatIsNoneIsSaidBesideTheField()
{
    test::DeskFixture fixture;
    fixture.signIn();
    Screen screen(fixture);
    QTRY_COMPARE(screen.focused(), u"callerNumber"_s);
    screen.type(u"12"_s);
    screen.press(Qt::Key_Return);
    QVERIFY(!screen.find<QLineEdit>(u"callerNumber"_s)->accessibleDescription().isEmpty());
    QVERIFY(screen.sees<QWidget>(u"numberView"_s));
    screen.type(u"3"_s);
    QVERIFY(screen.find<QLineEdit>(u"callerNumber"_s)->accessibleDescription().isEmpty());
}

void CallJourneyTest::aCallWithoutAnswersIsClosedWithoutARecord()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const qint64 before = logged(fixture);
    Screen screen(fixture);
    screen.ring(u"01000008765"_s);
    screen.enterNew(u"나새로"_s, u"19900101"_s);
    screen.press(Qt::Key_F10);
    QCOMPARE(screen.state().stage, Stage::Summary);
    screen.press(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"callerNumber"_s);
    QCOMPARE(logged(fixture), before);
    QVERIFY(test::await(fixture.session->subjects().search(u"나새로"_s))->empty());
    QVERIFY(!screen.sees<ui::InlineNotice>(u"interruptedCall"_s));
}

QTEST_MAIN(CallJourneyTest)
#include "calljourneytest.moc"
