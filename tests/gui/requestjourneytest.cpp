#include "windowjourney.h"

#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "domain/organisation.h"
#include "ui/call/callpage.h"
#include "ui/common/inlinenotice.h"
#include "ui/requests/requestclockview.h"
#include "ui/requests/requestdetail.h"
#include "ui/requests/requestspage.h"
#include "ui/subjects/subjectspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
    void aCallersCorrectionFreezesUntilItIsDoneAndTold();
    void aPersonOnThePhoneSeesTheirDataAndIsTold();
    void aGuardianCorrectsAChildsNumberAfterThePapersCame();
    void anAgentIsRefusedWithTheReasonAndTheWayToObject();
    void aLateRequestIsRedInTheRailAndOneKeyAway();
    void thePersonsCardAndTheCallLeadToTheirRequest();
};

namespace {

constexpr int patienceMs = WindowJourney::patienceMs;

QString textOf(const QString &path)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    return reader.waitForFinished() && reader.exitCode() == 0 ? QString::fromUtf8(reader.readAllStandardOutput())
                                                              : QString();
}

/// The page of requests as a hand meets it.
struct Screen : WindowJourney
{
    const std::optional<desk::RequestView> &request() { return find<ui::RequestDetail>(u"requestDetail"_s)->request(); }
    RequestState state() { return request() ? request()->summary.state : RequestState::Closed; }
    QString next() { return find<ui::InlineNotice>(u"requestNext"_s)->text(); }
    void toRequests() { window.showPage(page<ui::RequestsPage>()); }
    void picture(const QString &name) { WindowJourney::picture(u"request-"_s + name); }

    /// Opens the form and chooses the person.
    void beginFor(const QString &name)
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(focused(), u"requestPerson"_s);
        for (const QChar letter : name) { // as an input method's keys come to a field that is being edited
            QKeyEvent event(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            QApplication::sendEvent(QApplication::focusWidget(), &event);
        }
        QTRY_VERIFY_WITH_TIMEOUT(sees(u"requestPeople"_s), patienceMs);
        press(Qt::Key_Return);
        QTRY_COMPARE(focused(), u"newKind"_s);
    }
    void takeDown()
    {
        record();
        QTRY_VERIFY_WITH_TIMEOUT(sees(u"requestDetail"_s) && request(), patienceMs);
    }
    /// Ticks every paper of the identity panel by Tab and Space, then records.
    void seeEverything()
    {
        for (const QCheckBox *box : find<QWidget>(u"identityPanel"_s)->findChildren<QCheckBox *>()) {
            if (!box->isChecked()) {
                tabTo(box->objectName());
                press(Qt::Key_Space);
            }
        }
        record();
    }
    void checkByQuestions()
    {
        press(Qt::Key_F2);
        QTRY_COMPARE(focused(), u"identityMethod"_s);
        tabTo(u"identityQuestions"_s);
        typeKorean(u"생년월일과 최근 접수 내용"_s);
        seeEverything();
        QTRY_COMPARE_WITH_TIMEOUT(state(), RequestState::Verified, patienceMs);
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
    void tell(RequestOutcome outcome)
    {
        press(Qt::Key_F10);
        QTRY_COMPARE(focused(), u"tellChannel"_s);
        record();
        QTRY_COMPARE_WITH_TIMEOUT(state(), RequestState::Closed, patienceMs);
        QCOMPARE(request()->summary.outcome, std::optional(outcome));
    }

    QTemporaryDir folder;
};

} // namespace

void RequestJourneyTest::initTestCase()
{
    WindowJourney::theme();
    QVERIFY(guisupport::speakKorean());
}

/// The police had the wrong name, and the caller says so.
void RequestJourneyTest::aCallersCorrectionFreezesUntilItIsDoneAndTold()
{
    Screen screen;
    const desk::SubjectSummary person = screen.adult();
    QVERIFY(test::await(screen.fixture.session->contacts().recordProvision(
        person.id, {u"police"_s, u"identityDocument"_s, {u"name"_s}, ProvisionBasis::Consent})));
    QTRY_COMPARE(screen.focused(), u"callerNumber"_s);
    screen.type(screen.numberOf(person.id));
    screen.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(screen.focused(), u"knownPeople"_s, patienceMs);
    screen.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(screen.fixture.session->calls().state().stage, desk::CallState::Stage::Script,
                              patienceMs);

    screen.press(Qt::Key_F7); // from the caller's record
    QTRY_VERIFY(screen.at<ui::RequestsPage>());
    QTRY_COMPARE(screen.focused(), u"newKind"_s);
    QCOMPARE(screen.find<QLineEdit>(u"requestPerson"_s)->text(), person.name);
    QCOMPARE(screen.find<QComboBox>(u"newChannel"_s)->currentData().toInt(), static_cast<int>(RequestChannel::Phone));
    screen.pressTimes(Qt::Key_Down, 2); // correction
    screen.tabTo(u"wanted0"_s);         // the name
    screen.typeKorean(u"허바른"_s);
    screen.picture(u"correction-new"_s);
    screen.takeDown();
    QVERIFY(screen.request()->personFrozen);
    QVERIFY(screen.sees(u"requestFrozen"_s));
    QCOMPARE(screen.request()->changes.size(), size_t(1));
    QCOMPARE(screen.request()->changes.front().before, person.name);
    QCOMPARE(screen.request()->changes.front().after, u"허바른"_s);
    const auto refused = test::await(screen.fixture.session->contacts().recordProvision(
        person.id, {u"police"_s, u"identityDocument"_s, {u"name"_s}, ProvisionBasis::Consent}));
    QVERIFY(!refused); // neither used nor provided meanwhile
    screen.picture(u"correction-frozen"_s);

    screen.press(Qt::Key_F4); // nothing is done before it is clear who asks
    QCOMPARE(screen.state(), RequestState::Received);
    screen.checkByQuestions();
    screen.press(Qt::Key_F4);
    QTRY_COMPARE(screen.focused(), u"stepReason"_s);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Fulfilled, patienceMs);
    QVERIFY(!screen.request()->personFrozen);
    QVERIFY(!screen.sees(u"requestFrozen"_s));

    QCOMPARE(screen.request()->recipients.size(), size_t(1)); // who had the wrong name has to know
    QVERIFY(!screen.request()->recipients.front().told);
    screen.press(Qt::Key_F10);
    QVERIFY(screen.state() == RequestState::Fulfilled);
    screen.picture(u"correction-recipient"_s);
    screen.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"stepReason"_s);
    screen.typeKorean(u"공문으로 알렸습니다"_s);
    screen.record();
    QTRY_VERIFY_WITH_TIMEOUT(screen.request()->recipients.front().told, patienceMs);
    screen.tell(RequestOutcome::Done);
    screen.picture(u"correction-closed"_s);
    QCOMPARE(screen.card(person.id).summary.name, u"허바른"_s);
    QVERIFY(screen.card(person.id).provisions.front().corrected.has_value());
}

void RequestJourneyTest::aPersonOnThePhoneSeesTheirDataAndIsTold()
{
    Screen screen;
    screen.toRequests();
    const QString name = screen.adult().name;
    screen.beginFor(name);
    screen.picture(u"new"_s);
    screen.takeDown();
    QCOMPARE(screen.state(), RequestState::Received);
    QVERIFY(screen.find<ui::RequestClockView>(u"requestClock"_s)->figure().startsWith(u"D-"_s));
    screen.picture(u"received"_s);
    screen.checkByQuestions();

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
    screen.tell(RequestOutcome::Done);
    QVERIFY(path.contains(screen.request()->documentNumber));
    screen.picture(u"closed"_s);
    screen.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(test::await(screen.fixture.session->requests().counts())->open, 0, patienceMs);
}

void RequestJourneyTest::aGuardianCorrectsAChildsNumberAfterThePapersCame()
{
    Screen screen;
    screen.addChild();
    screen.toRequests();
    screen.beginFor(u"나어린"_s);
    screen.pressTimes(Qt::Key_Down, 2); // correction
    screen.tabTo(u"newRequester"_s);
    QTRY_COMPARE(screen.find<QComboBox>(u"newRequester"_s)->currentData().toInt(),
                 static_cast<int>(Requester::Guardian)); // proposed for a child
    screen.tabTo(u"newRequesterName"_s);
    screen.typeKorean(u"나어른"_s);
    screen.tabTo(u"newRequesterContact"_s);
    screen.type(u"01000008767"_s);
    screen.tabTo(u"newRequesterRelation"_s);
    screen.typeKorean(u"모"_s);
    screen.tabTo(u"wanted1"_s); // the number
    screen.type(u"01000005678"_s);
    screen.takeDown();
    QVERIFY(screen.request()->personFrozen);
    QVERIFY(!screen.request()->missingPapers.isEmpty());
    QVERIFY(screen.next().contains(screen.request()->missingPapers.front()));

    screen.press(Qt::Key_F3);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::AwaitingPapers, patienceMs);
    screen.picture(u"guardian-papers"_s);
    screen.press(Qt::Key_F3);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Received, patienceMs);
    screen.press(Qt::Key_F2);
    QTRY_COMPARE(screen.focused(), u"identityMethod"_s);
    screen.press(Qt::Key_Up); // the copy of a document
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
    screen.toRequests();
    screen.beginFor(screen.adult().name);
    screen.pressTimes(Qt::Key_Down, 4); // suspension
    screen.tabTo(u"newRequester"_s);
    screen.pressTimes(Qt::Key_Down, 2); // an agent
    screen.tabTo(u"newRequesterName"_s);
    screen.typeKorean(u"박대리"_s);
    screen.tabTo(u"newRequesterContact"_s);
    screen.type(u"01000004321"_s);
    screen.picture(u"agent-new"_s);
    screen.takeDown();
    for (const QString &paper : {u"위임장"_s, u"인감증명서"_s}) // both are named until they are there
        QVERIFY2(screen.next().contains(paper), qPrintable(screen.next()));

    screen.press(Qt::Key_F2); // the mandate came, the seal certificate did not
    QTRY_COMPARE(screen.focused(), u"identityMethod"_s);
    screen.press(Qt::Key_Up);
    for (const QString &paper : {u"seen_mandate"_s, u"seen_agentIdentity"_s}) {
        screen.tabTo(paper);
        screen.press(Qt::Key_Space);
    }
    screen.record();
    const auto *fault = screen.find<QLabel>(u"identityPanelFault"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible(), patienceMs);
    QVERIFY2(fault->text().contains(u"인감증명서"_s) && !fault->text().contains(u"위임장"_s),
             qPrintable(fault->text()));
    QCOMPARE(screen.state(), RequestState::Received); // and so nothing moves
    screen.picture(u"agent-missing"_s);
    screen.press(Qt::Key_Escape);
    QTRY_COMPARE(screen.focused(), u"requestTimeline"_s);

    screen.press(Qt::Key_F8);
    QTRY_COMPARE(screen.focused(), u"stepGround"_s);
    screen.press(Qt::Key_Down); // papers that did not come
    screen.tabTo(u"stepReason"_s);
    screen.typeKorean(u"인감증명서를 받지 못했습니다."_s);
    screen.picture(u"refusing"_s);
    screen.record();
    QTRY_COMPARE_WITH_TIMEOUT(screen.state(), RequestState::Refused, patienceMs);
    QVERIFY(!screen.request()->objectionRoute.isEmpty());
    screen.press(Qt::Key_F9);
    QTRY_COMPARE(screen.focused(), u"paperKind"_s);
    const QString text = textOf(screen.savePaper());
    QVERIFY2(text.contains(u"인감증명서를 받지 못했습니다."_s), qPrintable(text));
    for (const Organisation::Body &body : screen.fixture.session->organisation().bodies)
        QVERIFY2(text.contains(body.name) && text.contains(body.phone), qPrintable(text));
    screen.press(Qt::Key_Escape);
    screen.tell(RequestOutcome::Refused);
    screen.picture(u"refused"_s);
}

void RequestJourneyTest::aLateRequestIsRedInTheRailAndOneKeyAway()
{
    Screen screen;
    screen.toRequests();
    screen.beginFor(screen.adult().name);
    screen.takeDown();
    const RequestId late = screen.request()->summary.id;
    screen.press(Qt::Key_Escape);
    screen.fixture.clock.advance(std::chrono::hours(24 * 20));
    screen.press(Qt::Key_F5);
    auto &page = *screen.page<ui::RequestsPage>();
    QTRY_COMPARE_WITH_TIMEOUT(page.overdue(), 1, patienceMs);
    QVERIFY(page.title().contains(u'⚠'));
    QVERIFY(screen.sees(u"requestsOverdue"_s));
    screen.picture(u"late"_s);
    screen.window.showPage(screen.page<ui::SubjectsPage>()); // seen from elsewhere too
    screen.picture(u"late-elsewhere"_s);
    screen.toRequests();
    screen.press(Qt::Key_U, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(screen.sees(u"requestList"_s), patienceMs);
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
    screen.toRequests();
    const QString name = screen.adult().name;
    screen.beginFor(name);
    screen.takeDown();
    const RequestId request = screen.request()->summary.id;
    screen.press(Qt::Key_O, Qt::ControlModifier); // to the card
    QTRY_VERIFY_WITH_TIMEOUT(screen.find<QLabel>(u"subjectName"_s)->text() == name, patienceMs);
    auto *button = screen.find<QPushButton>(u"subjectRequests"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->text().contains(u"D-"_s), patienceMs);
    screen.picture(u"card"_s);
    screen.press(Qt::Key_F8); // and back
    QTRY_VERIFY_WITH_TIMEOUT(screen.at<ui::RequestsPage>(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(screen.request()->summary.id, request, patienceMs);
    screen.press(Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patienceMs);
    screen.press(Qt::Key_F9); // a call with them
    QTRY_VERIFY_WITH_TIMEOUT(screen.sees(u"callerRequests"_s), patienceMs);
    screen.picture(u"call"_s);
    screen.press(Qt::Key_F7);
    QTRY_VERIFY_WITH_TIMEOUT(screen.at<ui::RequestsPage>(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(screen.request()->summary.id, request, patienceMs);
}

QTEST_MAIN(RequestJourneyTest)
#include "requestjourneytest.moc"
