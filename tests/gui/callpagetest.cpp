#include "fakecall.h"
#include "guisupport.h"
#include "ui/call/clauselistmodel.h"
#include "ui/call/numberview.h"
#include "ui/call/personview.h"
#include "ui/call/receiptview.h"
#include "ui/call/scriptview.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

using namespace consent;
using namespace Qt::StringLiterals;
using desk::CallState;

class CallPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesANumberAndOffersThePeopleUnderIt();
    void takesANewPersonFromFourFieldsWithFaultsBesideThem();
    void warnsOfAPersonWhoIsKnownAlready();
    void goesThroughAWholeCallByKeyboardAlone();
    void answersWithTheSameKeysWhileTheKeyboardWritesHangul_data();
    void answersWithTheSameKeysWhileTheKeyboardWritesHangul();
    void answersOnceForAComposedLetterAndItsCommit();
    void ignoresAnswersWhereNothingIsAsked();
    void actsOnceForAKeyThatIsHeldDown();
    void warnsAtOnceOfAClausePassedTooFast();
    void goesBackAndAnswersAgain();
    void optsOutInThreeKeys();
    void keepsTheLastSyllableOfANoteWhenTheCallEnds();
    void asksForTheGuardianOfAChild();
    void switchesTheLanguageOfTheScript();
    void endsPolitelyWhenAMandatoryItemIsRefused();
    void saysSavedOnlyWhenTheDiskSaidSo();
    void closesACallWithoutAnyAnswerWithoutARecord();
    void offersToGoOnWithAnInterruptedCall();
    void tabFollowsTheEye();
    void everyControlHasANameOnEveryFace();
    void clauseListKeepsTheRulesOfModels();
    void readsAtMost34HangulALine();
    void looksCalm_data();
    void looksCalm();

private:
    ui::Theme *m_theme = nullptr;
};

namespace {

struct Screen
{
    Screen()
        : call(page)
    {
        page.resize(1278, 690);
        page.show();
        page.activated();
        if (!QTest::qWaitForWindowActive(&page))
            QFAIL("the page was not shown");
    }

    template <typename T> T *find(const QString &name) { return page.findChild<T *>(name); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    void pressHangul(const QString &letter)
    {
        QTest::sendKeyEvent(QTest::Press, QApplication::focusWidget(), Qt::Key_unknown, letter, Qt::NoModifier);
        QTest::sendKeyEvent(QTest::Release, QApplication::focusWidget(), Qt::Key_unknown, letter, Qt::NoModifier);
    }
    void beginKnown(const desk::CallOptions &options = {}) { call.begin(FakeCall::known(), options); }
    /// With Space and Y until the script asks something.
    void toQuestion()
    {
        while (call.state().stage == CallState::Stage::Script && !call.state().current.asks)
            press(Qt::Key_Space);
    }
    void toItem(const QString &title)
    {
        for (int step = 0; step < 60 && call.state().current.itemTitle != title; ++step)
            press(call.state().current.asks ? Qt::Key_Y : Qt::Key_Space);
        QCOMPARE(call.state().current.itemTitle, title);
    }
    void toSummary()
    {
        for (int step = 0; step < 60 && call.state().stage == CallState::Stage::Script; ++step)
            press(call.state().current.asks ? Qt::Key_Y : Qt::Key_Space);
        QCOMPARE(call.state().stage, CallState::Stage::Summary);
    }

    ui::CallPage page;
    FakeCall call;
};

domain::Subject child()
{
    domain::Subject subject = FakeCall::known();
    subject.name = u"홍아이"_s;
    subject.birthDate = QDate(2016, 3, 1);
    return subject;
}

} // namespace

void CallPageTest::initTestCase()
{
    m_theme = new ui::Theme(*qApp, ui::ColourScheme::Light);
    guisupport::speakKorean();
}

void CallPageTest::takesANumberAndOffersThePeopleUnderIt()
{
    Screen screen;
    QSignalSpy entered(&screen.page, &ui::CallPage::numberEntered);
    QCOMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"callerNumber"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"01000001234"_s);
    screen.press(Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered.front().front().toString(), u"01000001234"_s);

    desk::CallerMatches matches{u"01000001234"_s, {}};
    for (const QString &name : {u"홍길동"_s, u"홍길순"_s})
        matches.people.push_back(
            {SubjectId::create(), name, u"010-****-1234"_s, QDate(1985, 5, 5), domain::MembershipState::Joined});
    screen.page.showMatches(matches);
    auto *table = screen.find<QTableView>(u"knownPeople"_s);
    QCOMPARE(QApplication::focusWidget(), table);
    QCOMPARE(table->model()->rowCount(), 2);
    QSignalSpy chosen(&screen.page, &ui::CallPage::personChosen);
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().value<SubjectId>(), matches.people[1].id);
}

void CallPageTest::takesANewPersonFromFourFieldsWithFaultsBesideThem()
{
    Screen screen;
    screen.page.showMatches({u"01000005678"_s, {}});
    auto *name = screen.find<QLineEdit>(u"newName"_s);
    QCOMPARE(QApplication::focusWidget(), name);
    QVERIFY(screen.find<QLabel>(u"nobodyKnown"_s)->isVisible());
    QSignalSpy edited(&screen.page, &ui::CallPage::newPersonEdited);
    guisupport::typeKorean(*name, u"김새로"_s);
    screen.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"newPhone"_s));
    QCOMPARE(screen.find<QLineEdit>(u"newPhone"_s)->text(), u"01000005678"_s);
    screen.press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"19990231"_s);
    QTRY_VERIFY(edited.count() >= 1);
    const auto fields = edited.back().front().value<domain::Subject::Fields>();
    QCOMPARE(fields.name, u"김새로"_s);
    const auto faults = domain::Subject::check(fields, QDate(2026, 11, 23));
    QVERIFY(!faults.empty());
    screen.page.person().setFaults(faults);
    QVERIFY(screen.find<QLineEdit>(u"newBirthDate"_s)->accessibleDescription().contains(faults.front().message));
    QVERIFY(screen.find<QLineEdit>(u"newEmail"_s)->accessibleDescription().isEmpty());

    QSignalSpy submitted(&screen.page, &ui::CallPage::newPersonSubmitted);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"newBirthDate"_s));
}

void CallPageTest::warnsOfAPersonWhoIsKnownAlready()
{
    Screen screen;
    screen.page.showMatches({u"01000005678"_s, {}});
    const SubjectId known = SubjectId::create();
    screen.page.person().setSimilar(
        {{known, u"김새로"_s, u"010-****-9999"_s, QDate(1999, 2, 3), domain::MembershipState::Left}});
    auto *notice = screen.find<ui::InlineNotice>(u"duplicatePerson"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(notice->text().contains(u"010-****-9999"_s));
    QSignalSpy chosen(&screen.page, &ui::CallPage::personChosen);
    screen.press(Qt::Key_F12);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().value<SubjectId>(), known);
}

void CallPageTest::goesThroughAWholeCallByKeyboardAlone()
{
    Screen screen;
    screen.beginKnown();
    QCOMPARE(QApplication::focusWidget(), screen.find<QTextEdit>(u"clauseText"_s));
    QVERIFY(screen.find<QTextEdit>(u"clauseText"_s)->toPlainText().contains(u"김상담"_s));
    QVERIFY(screen.find<QLabel>(u"callerPhone"_s)->text().contains(u"010-****-1234"_s));
    QVERIFY(!screen.find<QLabel>(u"callerName"_s)->text().isEmpty());
    screen.toItem(u"마케팅 활용"_s);
    QVERIFY(screen.find<QPushButton>(u"answerNo"_s)->isVisible());
    QVERIFY(!screen.find<QPushButton>(u"nextClause"_s)->isVisible());
    screen.press(Qt::Key_N);
    screen.toSummary();
    const auto refused = std::ranges::find(screen.call.state().answers, u"marketing.use"_s, &desk::AnswerRow::itemCode);
    QVERIFY(refused != screen.call.state().answers.end());
    QCOMPARE(refused->decision, domain::Decision::Refused);
    auto *answers = screen.find<QTableView>(u"summaryAnswers"_s);
    QCOMPARE(answers->model()->rowCount(), static_cast<int>(screen.call.state().answers.size()));
    QCOMPARE(QApplication::focusWidget(), screen.find<QPushButton>(u"saveCall"_s));
    screen.press(Qt::Key_Return);
    QTRY_COMPARE(screen.call.saves, 1);
    screen.call.finishSaving();
    QVERIFY(screen.find<ui::InlineNotice>(u"savedNotice"_s)->isVisible());
    QCOMPARE(screen.find<QLabel>(u"receiptNumber"_s)->text(), u"261123-7K3QX-0042-M"_s);
    QSignalSpy pdf(&screen.page, &ui::CallPage::pdfRequested);
    screen.press(Qt::Key_F2);
    QCOMPARE(pdf.front().front().toString(), u"/home/agent/문서/261123-7K3QX-0042-M.pdf"_s);
    QCOMPARE(QApplication::focusWidget(), screen.find<QPushButton>(u"nextCall"_s));
    screen.press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"callerNumber"_s));
}

void CallPageTest::answersWithTheSameKeysWhileTheKeyboardWritesHangul_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<bool>("composed");
    QTest::addColumn<bool>("yes");
    QTest::newRow("Y key, Hangul layout") << u"ㅛ"_s << false << true;
    QTest::newRow("N key, Hangul layout") << u"ㅜ"_s << false << false;
    QTest::newRow("Y key, input method") << u"ㅛ"_s << true << true;
    QTest::newRow("N key, input method") << u"ㅜ"_s << true << false;
    QTest::newRow("Y key, conjoining vowel") << QString(QChar(0x116D)) << true << true;
    QTest::newRow("N key, conjoining vowel") << QString(QChar(0x116E)) << true << false;
}

void CallPageTest::answersWithTheSameKeysWhileTheKeyboardWritesHangul()
{
    QFETCH(QString, letter);
    QFETCH(bool, composed);
    QFETCH(bool, yes);
    Screen screen;
    screen.beginKnown();
    screen.toItem(u"마케팅 활용"_s);
    QSignalSpy answered(&screen.page, &ui::CallPage::answered);
    if (composed)
        guisupport::compose(*QApplication::focusWidget(), letter);
    else
        screen.pressHangul(letter);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.front().front().value<domain::Decision>(),
             yes ? domain::Decision::Granted : domain::Decision::Refused);
}

void CallPageTest::answersOnceForAComposedLetterAndItsCommit()
{
    Screen screen;
    screen.beginKnown();
    screen.toItem(u"마케팅 활용"_s);
    QSignalSpy answered(&screen.page, &ui::CallPage::answered);
    guisupport::typeKorean(*QApplication::focusWidget(), u"ㅜ"_s);
    QCOMPARE(answered.count(), 1);
}

void CallPageTest::ignoresAnswersWhereNothingIsAsked()
{
    Screen screen;
    screen.beginKnown();
    QVERIFY(!screen.call.state().current.asks);
    QSignalSpy answered(&screen.page, &ui::CallPage::answered);
    screen.press(Qt::Key_Y);
    screen.pressHangul(u"ㅜ"_s);
    QCOMPARE(answered.count(), 0);
}

void CallPageTest::actsOnceForAKeyThatIsHeldDown()
{
    Screen screen;
    screen.beginKnown();
    screen.toItem(u"마케팅 활용"_s);
    QSignalSpy answered(&screen.page, &ui::CallPage::answered);
    for (int repeat = 0; repeat < 5; ++repeat) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, u"ㅛ"_s, true);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &held);
    }
    QCOMPARE(answered.count(), 0);
    for (const QShortcut *shortcut : screen.page.findChildren<QShortcut *>())
        QVERIFY2(!shortcut->autoRepeat(), qPrintable(shortcut->key().toString()));
}

void CallPageTest::warnsAtOnceOfAClausePassedTooFast()
{
    Screen screen;
    screen.beginKnown();
    auto *warning = screen.find<ui::InlineNotice>(u"clauseWarning"_s);
    QVERIFY(!warning->isVisible());
    screen.call.stepMs = 20;
    screen.press(Qt::Key_Space);
    QVERIFY(warning->isVisible());
    QCOMPARE(warning->level(), ui::InlineNotice::Level::Warning);
    QVERIFY(
        screen.find<QListView>(u"clauseList"_s)->model()->index(0, 0).data(ui::ClauseListModel::TooFastRole).toBool());
}

void CallPageTest::goesBackAndAnswersAgain()
{
    Screen screen;
    screen.beginKnown();
    screen.toItem(u"마케팅 활용"_s);
    screen.press(Qt::Key_Y);
    screen.press(Qt::Key_Backspace);
    QCOMPARE(screen.call.state().current.itemTitle, u"마케팅 활용"_s);
    QVERIFY(!screen.find<QLabel>(u"clauseAnswer"_s)->text().isEmpty());
    screen.press(Qt::Key_N);
    screen.toSummary();
    const auto again = std::ranges::find(screen.call.state().answers, u"marketing.use"_s, &desk::AnswerRow::itemCode);
    QCOMPARE(again->decision, domain::Decision::Refused);
    screen.press(Qt::Key_Backspace);
    QCOMPARE(screen.call.state().stage, CallState::Stage::Script);
    QCOMPARE(QApplication::focusWidget(), screen.find<QTextEdit>(u"clauseText"_s));
}

void CallPageTest::optsOutInThreeKeys()
{
    Screen screen;
    screen.beginKnown();
    screen.press(Qt::Key_F2);
    QVERIFY(screen.find<QWidget>(u"optOutPanel"_s)->isVisible());
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.call.optOuts, 0); // nothing chosen yet
    screen.press(Qt::Key_2);
    QVERIFY(screen.find<QCheckBox>(u"optOut2"_s)->isChecked());
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.call.optOuts, 1);
    QCOMPARE(screen.call.optedOutCodes, QStringList{u"ads.phone"_s});
    QVERIFY(!screen.find<QWidget>(u"optOutPanel"_s)->isVisible());
    QVERIFY(screen.find<QWidget>(u"callerOptOuts"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), screen.find<QTextEdit>(u"clauseText"_s));

    screen.press(Qt::Key_F2);
    QVERIFY(!screen.find<QCheckBox>(u"optOut2"_s)->isEnabled());
    screen.press(Qt::Key_0);
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.call.optOuts, 2);
    QCOMPARE(screen.call.optedOutCodes, QStringList());
}

void CallPageTest::keepsTheLastSyllableOfANoteWhenTheCallEnds()
{
    Screen screen;
    screen.beginKnown();
    screen.press(Qt::Key_F4);
    auto *note = screen.find<QPlainTextEdit>(u"note"_s);
    QCOMPARE(QApplication::focusWidget(), note);
    guisupport::typeKorean(*note, u"오후에 다시 전화 요"_s);
    guisupport::compose(*note, u"청"_s);
    screen.press(Qt::Key_F10);
    QCOMPARE(screen.call.state().stage, CallState::Stage::Summary);
    QCOMPARE(screen.call.state().note, u"오후에 다시 전화 요청"_s);
    screen.press(Qt::Key_S, Qt::ControlModifier);
    screen.call.finishSaving();
    QCOMPARE(screen.call.savedNote, u"오후에 다시 전화 요청"_s);
}

void CallPageTest::asksForTheGuardianOfAChild()
{
    Screen screen;
    screen.call.begin(child(), {}, true);
    auto *panel = screen.find<QWidget>(u"guardianPanel"_s);
    for (int step = 0; step < 30 && !panel->isVisible(); ++step)
        screen.press(screen.call.state().current.asks ? Qt::Key_Y : Qt::Key_Space);
    QVERIFY(panel->isVisible());
    QVERIFY(screen.call.state().current.needsGuardian);
    QCOMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"guardianName"_s));
    guisupport::typeKorean(*QApplication::focusWidget(), u"홍어"_s);
    guisupport::compose(*QApplication::focusWidget(), u"른"_s);
    screen.press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"0100"_s);
    screen.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    QCOMPARE(QApplication::focusWidget(), screen.find<QLineEdit>(u"guardianPhone"_s));
    QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty());
    QTest::keyClicks(QApplication::focusWidget(), u"0004321"_s);
    screen.press(Qt::Key_Return);
    guisupport::typeKorean(*QApplication::focusWidget(), u"모"_s);
    screen.press(Qt::Key_Return);
    QVERIFY(!panel->isVisible());
    QCOMPARE(screen.call.state().guardianName, u"홍어른"_s);
    QVERIFY(screen.find<QLabel>(u"callerFacts"_s)->text().contains(u"홍어른"_s));
}

void CallPageTest::switchesTheLanguageOfTheScript()
{
    Screen screen;
    screen.beginKnown();
    const QString korean = screen.find<QTextEdit>(u"clauseText"_s)->toPlainText();
    screen.press(Qt::Key_F6);
    QCOMPARE(screen.call.state().language, domain::Language::English);
    QVERIFY(screen.find<QTextEdit>(u"clauseText"_s)->toPlainText() != korean);
    screen.press(Qt::Key_F6);
    QCOMPARE(screen.find<QTextEdit>(u"clauseText"_s)->toPlainText(), korean);
}

void CallPageTest::endsPolitelyWhenAMandatoryItemIsRefused()
{
    Screen screen;
    screen.beginKnown();
    screen.toItem(u"필수 수집·이용"_s);
    screen.press(Qt::Key_N);
    QCOMPARE(screen.call.state().stage, CallState::Stage::Script); // the consequence is read first
    for (int step = 0; step < 20 && screen.call.state().stage == CallState::Stage::Script; ++step)
        screen.press(screen.call.state().current.asks ? Qt::Key_N : Qt::Key_Space);
    QCOMPARE(screen.call.state().outcome, domain::ContactOutcome::MandatoryRefused);
    QCOMPARE(screen.find<QLabel>(u"summaryTitle"_s)->text(), domain::label(domain::ContactOutcome::MandatoryRefused));
    QVERIFY(!screen.find<QPushButton>(u"discardCall"_s)->isVisible());
}

void CallPageTest::saysSavedOnlyWhenTheDiskSaidSo()
{
    Screen screen;
    screen.beginKnown();
    screen.toSummary();
    screen.call.durable = false;
    screen.press(Qt::Key_S, Qt::ControlModifier);
    screen.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(screen.call.saves, 1); // the first one is still under way
    QVERIFY(!screen.find<ui::InlineNotice>(u"savedNotice"_s)->isVisible());
    QVERIFY(!screen.find<QPushButton>(u"saveCall"_s)->isEnabled());
    screen.call.finishSaving();
    QVERIFY(!screen.find<ui::InlineNotice>(u"savedNotice"_s)->isVisible());
    QVERIFY(screen.find<ui::InlineNotice>(u"callNotice"_s)->isVisible());
    screen.call.durable = true;
    screen.press(Qt::Key_S, Qt::ControlModifier);
    screen.call.finishSaving();
    QVERIFY(screen.find<ui::InlineNotice>(u"savedNotice"_s)->isVisible());
    QVERIFY(!screen.find<ui::InlineNotice>(u"callNotice"_s)->isVisible());
}

void CallPageTest::closesACallWithoutAnyAnswerWithoutARecord()
{
    Screen screen;
    screen.beginKnown();
    screen.press(Qt::Key_F10);
    QVERIFY(screen.find<QPushButton>(u"discardCall"_s)->isVisible());
    screen.press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(screen.call.discarded, 1);
    QCOMPARE(screen.call.saves, 0);
}

void CallPageTest::offersToGoOnWithAnInterruptedCall()
{
    Screen screen;
    QSignalSpy resumed(&screen.page, &ui::CallPage::resumeRequested);
    screen.press(Qt::Key_F9);
    QCOMPARE(resumed.count(), 0);
    screen.page.number().offerInterrupted(u"홍길동 고객님과의 통화가 ‘마케팅 활용’에서 중단되었습니다."_s);
    QVERIFY(screen.find<ui::InlineNotice>(u"interruptedCall"_s)->isVisible());
    screen.press(Qt::Key_F9);
    QCOMPARE(resumed.count(), 1);
}

void CallPageTest::tabFollowsTheEye()
{
    Screen screen;
    screen.beginKnown();
    screen.find<QListView>(u"clauseList"_s)->setFocus();
    QStringList walked;
    for (int step = 0; step < 3; ++step) {
        walked += QApplication::focusWidget()->objectName();
        screen.press(Qt::Key_Tab);
    }
    QCOMPARE(walked, (QStringList{u"clauseList"_s, u"clauseText"_s, u"consentStates"_s}));
    // Keys of the call act wherever the focus stands.
    screen.find<QListView>(u"clauseList"_s)->setFocus();
    const QString before = screen.call.state().current.id;
    screen.press(Qt::Key_Space);
    QVERIFY(screen.call.state().current.id != before);
}

void CallPageTest::everyControlHasANameOnEveryFace()
{
    Screen screen;
    const auto unnamed = [&screen] { return guisupport::unnamedControls(screen.page).join(u'\n'); };
    screen.page.number().offerInterrupted(u"중단된 통화가 있습니다."_s);
    QCOMPARE(unnamed(), QString());
    screen.page.showMatches({u"01000005678"_s, {}});
    QCOMPARE(unnamed(), QString());
    screen.beginKnown();
    for (const int key : {0, int(Qt::Key_F2), int(Qt::Key_F3), int(Qt::Key_F4)}) {
        if (key != 0)
            screen.press(key);
        QCOMPARE(unnamed(), QString());
    }
    screen.press(Qt::Key_Escape);
    screen.toSummary();
    QCOMPARE(unnamed(), QString());
    screen.call.save();
    screen.call.finishSaving();
    QCOMPARE(unnamed(), QString());
}

void CallPageTest::clauseListKeepsTheRulesOfModels()
{
    ui::ClauseListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    using Position = desk::ClauseRow::Position;
    model.setClauses(
        {{u"a"_s, u"인사"_s, Position::Current, {}, false}, {u"b"_s, u"본인 확인"_s, Position::Ahead, {}, false}});
    QCOMPARE(model.currentRow(), 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClauses({{u"a"_s, u"인사"_s, Position::Done, {}, true},
                      {u"b"_s, u"본인 확인"_s, Position::Current, domain::Decision::Granted, false}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.currentRow(), 1);
    QVERIFY(
        model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(domain::label(domain::Decision::Granted)));
    model.setClauses({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.currentRow(), -1);
}

void CallPageTest::readsAtMost34HangulALine()
{
    Screen screen;
    screen.page.resize(3000, 1200);
    screen.beginKnown();
    auto *text = screen.find<QTextEdit>(u"clauseText"_s);
    QCOMPARE(text->font().pointSizeF(), 20.0);
    const int line = QFontMetrics(text->font()).horizontalAdvance(u'가') * 34;
    QVERIFY2(text->viewport()->width() >= line - 1, qPrintable(QString::number(text->viewport()->width())));
    QVERIFY(text->viewport()->width() < line + QFontMetrics(text->font()).horizontalAdvance(u'가'));
}

void CallPageTest::looksCalm_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// The page never asks for more room than a 1366 x 768 screen has; pictures are kept for a person to look at.
void CallPageTest::looksCalm()
{
    QFETCH(bool, dark);
    m_theme->setScheme(dark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
    Screen screen;
    const auto keep = [&](const QString &name) {
        QCOMPARE(screen.page.size(), QSize(1278, 690));
        guisupport::keepPicture(screen.page, name + (dark ? u"-dark"_s : u"-light"_s));
    };
    screen.page.number().offerInterrupted(u"홍길동 고객님과의 통화가 ‘마케팅 활용’에서 중단되었습니다."_s);
    keep(u"call-1-waiting"_s);
    desk::CallerMatches matches{u"01000001234"_s, {}};
    for (const QString &name : {u"홍길동"_s, u"홍길순"_s})
        matches.people.push_back(
            {SubjectId::create(), name, u"010-****-1234"_s, QDate(1985, 5, 5), domain::MembershipState::Joined});
    screen.page.showMatches(matches);
    screen.page.person().setSimilar({matches.people[0]});
    keep(u"call-2-person"_s);
    screen.beginKnown();
    screen.page.setElapsed(134);
    keep(u"call-3-greeting"_s);
    screen.toItem(u"필수 수집·이용"_s);
    screen.call.stepMs = 20;
    screen.press(Qt::Key_Y);
    screen.call.stepMs = 120'000;
    keep(u"call-4-warning"_s);
    screen.toItem(u"마케팅 활용"_s);
    screen.press(Qt::Key_F2);
    screen.press(Qt::Key_3);
    keep(u"call-5-optout"_s);
    screen.press(Qt::Key_F3);
    keep(u"call-6-guardian"_s);
    screen.press(Qt::Key_F4);
    keep(u"call-7-note"_s);
    screen.press(Qt::Key_Escape);
    screen.press(Qt::Key_N);
    screen.toSummary();
    keep(u"call-8-summary"_s);
    screen.call.save();
    screen.call.finishSaving();
    screen.page.receipt().sayWritten(u"/home/agent/문서/261123-7K3QX-0042-M.pdf"_s);
    keep(u"call-9-receipt"_s);
    m_theme->setScheme(ui::ColourScheme::Light);
}

QTEST_MAIN(CallPageTest)
#include "callpagetest.moc"
