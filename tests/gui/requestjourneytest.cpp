#include "desk/logdesk.h"
#include "desk/requestdesk.h"
#include "desk/subjectdesk.h"
#include "guisupport.h"
#include "support/desk/deskfixture.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"
#include "ui/requests/requestclockview.h"
#include "ui/requests/requestdetail.h"
#include "ui/requests/requestspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

/// Requests from the first word to the last, by keyboard, in the real window over the real desk.
class RequestJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPersonOnThePhoneSeesTheirDataAndIsTold();
    void aGuardianCorrectsAChildsNumberAfterThePapersCame();
    void anAgentIsRefusedWithTheReasonAndTheWayToObject();
    void aLateRequestIsRedInTheRailAndOneKeyAway();
    void thePersonsCardAndTheCallLeadToTheirRequest();
};

namespace {

constexpr int patienceMs = 20'000;

QString textOf(const QString &path)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    return reader.waitForFinished() && reader.exitCode() == 0 ? QString::fromUtf8(reader.readAllStandardOutput())
                                                              : QString();
}

struct Screen
{
    Screen()
    {
        fixture.signIn();
        window.resize(1366, 768);
        workspace = std::make_unique<ui::Workspace>(window, fixture.session, fixture.clock);
        window.show();
        window.showWorkspace();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window was not shown");
        toRequests();
    }
    ~Screen() { workspace.reset(); }

    ui::RequestsPage *page() { return window.findChild<ui::RequestsPage *>(); }
    void toRequests()
    {
        window.showPage(page());
        QTRY_COMPARE_WITH_TIMEOUT(window.currentPage(), static_cast<ui::Page *>(page()), patienceMs);
    }
    template <typename T> T *find(const QString &name) { return window.findChild<T *>(name); }
    QString focused() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    void pressTimes(int key, int times)
    {
        for (int at = 0; at < times; ++at)
            press(key);
    }
    void type(const QString &text) { guisupport::typeKorean(*QApplication::focusWidget(), text); }
    /// As an input method's keys come to a field that is being edited.
    void edit(const QString &text)
    {
        for (const QChar letter : text) {
            QKeyEvent event(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
    }
    const std::optional<desk::RequestView> &request() { return find<ui::RequestDetail>(u"requestDetail"_s)->request(); }
    RequestState state() { return request() ? request()->summary.state : RequestState::Closed; }
    void record() { press(Qt::Key_Return, Qt::ControlModifier); }
    void picture(const QString &name) { guisupport::keepPicture(window, u"request-journey-"_s + name); }

    /// Opens the form and chooses the person.
    void beginFor(const QString &name)
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(focused(), u"requestPerson"_s);
        edit(name);
        QTRY_VERIFY_WITH_TIMEOUT(find<QListWidget>(u"requestPeople"_s)->isVisible(), patienceMs);
        press(Qt::Key_Return);
        QTRY_COMPARE(focused(), u"newKind"_s);
    }
    void takeDown()
    {
        record();
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"requestDetail"_s)->isVisible() && request(), patienceMs);
    }
    /// Ticks every paper of the identity panel by Tab and Space, then records.
    void seeEverything()
    {
        for (QCheckBox *box : find<QWidget>(u"identityPanel"_s)->findChildren<QCheckBox *>()) {
            if (!box->isChecked()) {
                box->setFocus(Qt::TabFocusReason);
                press(Qt::Key_Space);
            }
        }
        record();
    }
    QString savePaper()
    {
        find<QLineEdit>(u"paperFolder"_s)->setText(folder.path());
        const auto before = QDir(folder.path()).entryList({u"*.pdf"_s});
        record(); // makes it out
        [&] { QTRY_COMPARE_WITH_TIMEOUT(focused(), u"paperList"_s, patienceMs); }();
        press(Qt::Key_S, Qt::ControlModifier);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(QDir(folder.path()).entryList({u"*.pdf"_s}).size() > before.size(), patienceMs);
        }();
        for (const QString &name : QDir(folder.path()).entryList({u"*.pdf"_s})) {
            if (!before.contains(name))
                return QDir(folder.path()).filePath(name);
        }
        return {};
    }

    test::DeskFixture fixture;
    QTemporaryDir folder;
    ui::MainWindow window;
    std::unique_ptr<ui::Workspace> workspace;
};

/// The name of somebody on the sample desk who is grown up.
QString adult(test::DeskFixture &fixture)
{
    const auto rows = test::await(fixture.session->log().rows({}, 0, 20));
    for (const desk::LogRow &row : *rows) {
        const auto record = test::await(fixture.session->log().open(row.event));
        const auto card = test::await(fixture.session->subjects().open(record->subject));
        if (card && !card->under14)
            return card->summary.name;
    }
    qFatal("nobody is grown up");
}

/// A child with a guardian, taken up in a call.
void addChild(test::DeskFixture &fixture)
{
    desk::CallDesk &calls = fixture.session->calls();
    Subject::Fields fields;
    fields.name = u"나어린"_s;
    fields.phone = u"01000008766"_s;
    fields.birthDate = u"20200301"_s;
    fields.guardian = Guardian{u"나어른"_s, u"01000008767"_s, u"모"_s};
    if (!test::await(calls.beginNew(fields, {})))
        qFatal("the call does not begin");
    if (!test::walkToSummary(calls, fixture.clock, [](const desk::CurrentClause &) { return true; }))
        qFatal("the call does not go on");
    if (!test::await(calls.save()))
        qFatal("the call is not saved");
}

} // namespace

void RequestJourneyTest::initTestCase()
{
    new ui::Theme(*qApp, ui::ColourScheme::Light);
    guisupport::speakKorean();
}

void RequestJourneyTest::aPersonOnThePhoneSeesTheirDataAndIsTold()
{
    Screen screen;
    const QString name = adult(screen.fixture);
    screen.beginFor(name);
    screen.picture(u"new"_s);
    screen.takeDown();
    QCOMPARE(screen.state(), RequestState::Received);
    QVERIFY(screen.find<ui::RequestClockView>(u"requestClock"_s)->figure().startsWith(u"D-"_s));
    screen.picture(u"received"_s);

    screen.press(Qt::Key_F2);
    QTRY_COMPARE(screen.focused(), u"identityMethod"_s);
    screen.press(Qt::Key_Tab);
    QCOMPARE(screen.focused(), u"identityQuestions"_s);
    screen.type(u"생년월일과 최근 접수 내용"_s);
    screen.seeEverything();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Verified, patienceMs);

    screen.press(Qt::Key_F9);
    QTRY_COMPARE(screen.focused(), u"paperKind"_s);
    const QString path = screen.savePaper();
    screen.picture(u"paper"_s);
    const QString text = textOf(path);
    QVERIFY2(text.contains(name), qPrintable(text));
    for (int number = 1; number <= 5; ++number)
        QVERIFY2(text.contains(u"%1. "_s.arg(number)), qPrintable(text));
    QVERIFY2(text.contains(u"1 / "_s), qPrintable(text));
    screen.press(Qt::Key_Escape);
    QTRY_COMPARE(screen.focused(), u"requestTimeline"_s);

    screen.press(Qt::Key_F4);
    QTRY_COMPARE(screen.focused(), u"stepReason"_s);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Fulfilled, patienceMs);
    screen.press(Qt::Key_F10);
    QTRY_COMPARE(screen.focused(), u"tellChannel"_s);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Closed, patienceMs);
    QCOMPARE(screen.request()->summary.outcome, std::optional(RequestOutcome::Done));
    QVERIFY(path.contains(screen.request()->documentNumber));
    screen.picture(u"closed"_s);
    screen.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(test::await(screen.fixture.session->requests().counts())->open, 0, patienceMs);
}

void RequestJourneyTest::aGuardianCorrectsAChildsNumberAfterThePapersCame()
{
    Screen screen;
    addChild(screen.fixture);
    screen.beginFor(u"나어린"_s);
    screen.pressTimes(Qt::Key_Down, 2); // correction
    screen.pressTimes(Qt::Key_Tab, 2);
    QCOMPARE(screen.focused(), u"newRequester"_s);
    if (screen.find<QComboBox>(u"newRequester"_s)->currentIndex() == 0)
        screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Tab);
    QTRY_COMPARE(screen.focused(), u"newRequesterName"_s);
    screen.type(u"나어른"_s);
    screen.press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"01000008767"_s);
    screen.press(Qt::Key_Tab);
    screen.type(u"모"_s);
    screen.pressTimes(Qt::Key_Tab, 2);
    QCOMPARE(screen.focused(), u"wanted1"_s); // the number
    QTest::keyClicks(QApplication::focusWidget(), u"01000005678"_s);
    screen.takeDown();
    QVERIFY(screen.request()->personFrozen);
    QVERIFY(screen.find<QWidget>(u"requestFrozen"_s)->isVisible());
    QVERIFY(!screen.request()->missingPapers.isEmpty());
    QVERIFY(screen.find<ui::InlineNotice>(u"requestNext"_s)->text().contains(screen.request()->missingPapers.front()));
    screen.picture(u"correction"_s);

    screen.press(Qt::Key_F3);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::AwaitingPapers, patienceMs);
    screen.press(Qt::Key_F3);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Received, patienceMs);
    screen.press(Qt::Key_F2);
    QTRY_COMPARE(screen.focused(), u"identityMethod"_s);
    screen.pressTimes(Qt::Key_Up, 1); // the copy of a document
    screen.seeEverything();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Verified, patienceMs);
    screen.press(Qt::Key_F4);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Fulfilled, patienceMs);
    QVERIFY(!screen.request()->personFrozen);
    screen.press(Qt::Key_F9);
    QTRY_COMPARE(screen.focused(), u"paperKind"_s);
    const QString text = textOf(screen.savePaper());
    QVERIFY2(text.contains(u"010-****-5678"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"01000005678"_s) && !text.contains(u"010-0000-5678"_s), qPrintable(text));
    const auto found = test::await(screen.fixture.session->subjects().search(u"01000005678"_s));
    QCOMPARE(found->size(), size_t(1));
}

void RequestJourneyTest::anAgentIsRefusedWithTheReasonAndTheWayToObject()
{
    Screen screen;
    screen.beginFor(adult(screen.fixture));
    screen.pressTimes(Qt::Key_Down, 3); // erasure
    screen.pressTimes(Qt::Key_Tab, 2);
    screen.pressTimes(Qt::Key_Down, 2); // an agent
    screen.press(Qt::Key_Tab);
    screen.type(u"박대리"_s);
    screen.press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"01000004321"_s);
    screen.takeDown();
    QVERIFY(screen.request()->missingPapers.size() >= 2);
    screen.picture(u"agent"_s);
    screen.press(Qt::Key_F8);
    QTRY_COMPARE(screen.focused(), u"stepGround"_s);
    screen.press(Qt::Key_Down); // papers that did not come
    screen.press(Qt::Key_Tab);
    screen.type(u"위임장을 받지 못했습니다."_s);
    screen.picture(u"refusing"_s);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Refused, patienceMs);
    screen.press(Qt::Key_F9);
    QTRY_COMPARE(screen.focused(), u"paperKind"_s);
    const QString text = textOf(screen.savePaper());
    QVERIFY2(text.contains(u"위임장을 받지 못했습니다."_s), qPrintable(text));
    for (const Organisation::Body &body : screen.fixture.session->organisation().bodies)
        QVERIFY2(text.contains(body.name) && text.contains(body.phone), qPrintable(text));
    screen.press(Qt::Key_Escape);
    screen.press(Qt::Key_F10);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Closed, patienceMs);
    QCOMPARE(screen.request()->summary.outcome, std::optional(RequestOutcome::Refused));
}

void RequestJourneyTest::aLateRequestIsRedInTheRailAndOneKeyAway()
{
    Screen screen;
    screen.beginFor(adult(screen.fixture));
    screen.takeDown();
    const RequestId late = screen.request()->summary.id;
    screen.press(Qt::Key_Escape);
    screen.fixture.clock.advance(std::chrono::hours(24 * 20));
    screen.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(screen.page()->overdue(), 1, patienceMs);
    QVERIFY(screen.page()->title().contains(u'⚠'));
    QVERIFY(screen.find<QPushButton>(u"requestsOverdue"_s)->isVisible());
    screen.picture(u"late"_s);
    screen.press(Qt::Key_U, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(screen.find<QWidget>(u"requestList"_s)->isVisible(), patienceMs);
    QTRY_COMPARE(screen.focused(), u"requestList"_s);
    screen.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(screen.request() && screen.request()->summary.clock.overdue, patienceMs);
    QCOMPARE(screen.request()->summary.id, late);
    QVERIFY(screen.find<ui::RequestClockView>(u"requestClock"_s)->figure().startsWith(u"D+"_s));
    screen.picture(u"late-open"_s);
}

void RequestJourneyTest::thePersonsCardAndTheCallLeadToTheirRequest()
{
    Screen screen;
    const QString name = adult(screen.fixture);
    screen.beginFor(name);
    screen.takeDown();
    const RequestId request = screen.request()->summary.id;
    screen.press(Qt::Key_O, Qt::ControlModifier); // to the card
    QTRY_VERIFY_WITH_TIMEOUT(screen.find<QLabel>(u"subjectName"_s)->text() == name, patienceMs);
    auto *button = screen.find<QPushButton>(u"subjectRequests"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->text().contains(u"D-"_s), patienceMs);
    screen.picture(u"card"_s);
    screen.press(Qt::Key_F8); // and back
    QTRY_COMPARE_WITH_TIMEOUT(screen.window.currentPage(), static_cast<ui::Page *>(screen.page()), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(screen.request()->summary.id, request, patienceMs);
    screen.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patienceMs);
    screen.press(Qt::Key_F9); // a call with them
    auto *chip = screen.find<QWidget>(u"callerRequests"_s);
    QTRY_VERIFY_WITH_TIMEOUT(chip->isVisible(), patienceMs);
    screen.picture(u"call"_s);
    screen.press(Qt::Key_F7);
    QTRY_COMPARE_WITH_TIMEOUT(screen.window.currentPage(), static_cast<ui::Page *>(screen.page()), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(screen.request()->summary.id, request, patienceMs);
}

QTEST_MAIN(RequestJourneyTest)
#include "requestjourneytest.moc"
