#include "windowjourney.h"

#include "desk/contacts/contactdesk.h"
#include "desk/log/logdesk.h"
#include "desk/requests/requestdesk.h"
#include "ui/common/inlinenotice.h"
#include "ui/contacts/followpage.h"
#include "ui/log/logpage.h"
#include "ui/requests/requestdetail.h"
#include "ui/requests/requestspage.h"
#include "ui/subjects/subjectspage.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

/// Ending consent from any page, and what is recorded about a person outside a call, by keyboard in the real window.
class ContactJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anybodyIsOptedOutFromAnyPageByTheirNumber();
    void oneItemEndsAndEverythingOptionalEnds();
    void whoWantsToEndAMandatoryItemIsOfferedToLeave();
    void aGuardianIsLinkedOnTheCardOfAChild();
    void aProvisionIsRecordedOnTheCard();
    void aListOfPeopleGoesOutAndItsOutcomeComesBack();
};

namespace {

constexpr int patienceMs = WindowJourney::patienceMs;

struct Screen : WindowJourney
{
    using WindowJourney::WindowJourney;

    ConsentStatus status(const SubjectId &subject, const QString &code)
    {
        const desk::SubjectCard shown = card(subject);
        const auto item = std::ranges::find(shown.items, code, &desk::ItemState::code);
        return item == shown.items.end() ? ConsentStatus::None : item->status;
    }
    /// Asks for the number from wherever one is and waits for the choices.
    void stop(const QString &number)
    {
        press(Qt::Key_F2, Qt::ControlModifier);
        QTRY_COMPARE(focused(), u"stopNumber"_s);
        type(number);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(focused(), u"stopAll"_s, patienceMs);
    }
    void end()
    {
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(focused(), u"stopPanel"_s, patienceMs);
        QVERIFY(find<ui::InlineNotice>(u"stopNotice"_s)->text().contains(u"저장"_s));
    }
    /// Finds somebody on the page of people and opens their card.
    void openCard(const QString &number)
    {
        window.showPage(page<ui::SubjectsPage>());
        QTRY_COMPARE(focused(), u"subjectSearch"_s);
        type(number);
        QTRY_VERIFY_WITH_TIMEOUT(sees(u"subjectList"_s), patienceMs);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(sees(u"subjectInspector"_s), patienceMs);
    }
    QString done() { return find<ui::InlineNotice>(u"subjectDone"_s)->text(); }
    void picture(const QString &name) { WindowJourney::picture(u"contact-"_s + name); }
};

} // namespace

void ContactJourneyTest::initTestCase()
{
    WindowJourney::theme();
    QVERIFY(guisupport::speakKorean());
}

void ContactJourneyTest::anybodyIsOptedOutFromAnyPageByTheirNumber()
{
    Screen screen(12);
    const desk::SubjectSummary person = screen.adult(u"ads.sms"_s);
    const QString number = screen.numberOf(person.id);
    screen.window.showPage(screen.page<ui::LogPage>());
    screen.stop(number);
    screen.picture(u"stop"_s);
    screen.press(Qt::Key_S); // every text message
    screen.end();
    screen.picture(u"stopped"_s);
    QCOMPARE(screen.status(person.id, u"ads.sms"_s), ConsentStatus::OptedOut); // on disk already
    screen.press(Qt::Key_Return);
    QVERIFY(!screen.sees(u"stopPanel"_s));
    QVERIFY(screen.at<ui::LogPage>()); // where one was
    QVERIFY(screen.page<ui::LogPage>()->isEnabled());
}

void ContactJourneyTest::oneItemEndsAndEverythingOptionalEnds()
{
    Screen screen(12);
    const desk::SubjectSummary person = screen.adult(u"ads.sms"_s);
    screen.openCard(screen.numberOf(person.id));
    screen.press(Qt::Key_F2, Qt::ControlModifier); // whom the page shows: nothing to type
    QTRY_COMPARE_WITH_TIMEOUT(screen.focused(), u"stopAll"_s, patienceMs);
    const desk::SubjectCard before = screen.card(person.id);
    int key = 0;
    for (const desk::ItemState &item : before.items) {
        key += item.mandatory ? 0 : 1;
        if (item.code == u"ads.sms"_s)
            break;
    }
    screen.press(Qt::Key_0 + key);
    screen.end();
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.status(person.id, u"ads.sms"_s), ConsentStatus::OptedOut);
    for (const desk::ItemState &item : before.items) {
        if (item.code != u"ads.sms"_s)
            QCOMPARE(screen.status(person.id, item.code), item.status);
    }

    screen.press(Qt::Key_F2, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(screen.focused(), u"stopAll"_s, patienceMs);
    screen.press(Qt::Key_0);
    screen.end();
    screen.press(Qt::Key_Escape);
    for (const desk::ItemState &item : screen.card(person.id).items)
        QCOMPARE(item.status == ConsentStatus::Granted, item.mandatory);
}

void ContactJourneyTest::whoWantsToEndAMandatoryItemIsOfferedToLeave()
{
    Screen screen;
    const desk::SubjectSummary person = screen.adult();
    screen.stop(screen.numberOf(person.id));
    QVERIFY(screen.sees(u"stopMandatory"_s));
    const desk::SubjectCard card = screen.card(person.id);
    const auto mandatory = std::ranges::find(card.items, true, &desk::ItemState::mandatory);
    QVERIFY(mandatory != card.items.end());
    QVERIFY(screen.find<QLabel>(u"stopMandatory"_s)->text().contains(mandatory->title));
    QVERIFY(screen.sees(u"stopLeaving"_s));
    screen.picture(u"stop-mandatory"_s);
    screen.press(Qt::Key_F6);
    QTRY_VERIFY(screen.at<ui::RequestsPage>());
    QVERIFY(!screen.sees(u"stopPanel"_s));
    QTRY_COMPARE(screen.focused(), u"newKind"_s);
    QCOMPARE(screen.find<QLineEdit>(u"requestPerson"_s)->text(), person.name);
    QCOMPARE(screen.find<QComboBox>(u"newKind"_s)->currentData().toInt(), static_cast<int>(RequestKind::Leaving));
    screen.picture(u"leaving"_s);
    screen.record();
    auto *detail = screen.find<ui::RequestDetail>(u"requestDetail"_s);
    QTRY_VERIFY_WITH_TIMEOUT(detail->isVisible() && detail->request(), patienceMs);
    QCOMPARE(detail->request()->summary.kind, RequestKind::Leaving);
    QCOMPARE(detail->request()->subject.id, person.id);
}

void ContactJourneyTest::aGuardianIsLinkedOnTheCardOfAChild()
{
    Screen screen;
    const SubjectId child = screen.addChild();
    screen.openCard(u"01000008766"_s);
    QTRY_VERIFY(screen.sees(u"subjectLinkGuardian"_s));
    const size_t linked = screen.card(child).guardians.size();
    screen.press(Qt::Key_F3);
    QTRY_COMPARE(screen.focused(), u"linkName"_s);
    screen.record(); // without a name
    auto *fault = screen.find<ui::InlineNotice>(u"guardianLinkNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible(), patienceMs);
    QVERIFY(!fault->text().isEmpty());
    screen.picture(u"guardian-fault"_s);
    screen.typeKorean(u"나아비"_s);
    screen.tabTo(u"linkPhone"_s);
    screen.type(u"01000008768"_s);
    screen.tabTo(u"linkRelation"_s);
    screen.typeKorean(u"부"_s);
    screen.tabTo(u"linkMethod"_s);
    screen.press(Qt::Key_Down);
    screen.picture(u"guardian"_s);
    QCOMPARE(guisupport::unnamedControls(screen.window), QStringList());
    screen.record();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.sees(u"guardianLink"_s), patienceMs);
    QCOMPARE(screen.focused(), u"subjectSearch"_s); // where one was
    QTRY_VERIFY_WITH_TIMEOUT(screen.find<QLabel>(u"subjectMore"_s)->text().contains(u"나*비"_s), patienceMs);
    QVERIFY(!screen.done().isEmpty());
    QCOMPARE(screen.card(child).guardians.size(), linked + 1);
    screen.picture(u"guardian-linked"_s);
}

void ContactJourneyTest::aProvisionIsRecordedOnTheCard()
{
    Screen screen;
    const desk::SubjectSummary person = screen.adult();
    screen.openCard(screen.numberOf(person.id));
    QVERIFY(!screen.sees(u"subjectLinkGuardian"_s)); // grown up
    screen.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"provisionRecipient"_s);
    screen.record(); // nothing is ticked
    auto *fault = screen.find<ui::InlineNotice>(u"provisionPanelNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible(), patienceMs);
    screen.picture(u"provision-fault"_s);
    screen.tabTo(u"provisionItem_name"_s);
    screen.press(Qt::Key_Space);
    screen.tabTo(u"provisionBasis"_s);
    screen.picture(u"provision"_s);
    QCOMPARE(guisupport::unnamedControls(screen.window), QStringList());
    screen.record();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.sees(u"provisionPanel"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(screen.sees(u"subjectProvisions"_s), patienceMs);
    QVERIFY(!screen.done().isEmpty());
    const desk::SubjectCard card = screen.card(person.id);
    QCOMPARE(card.provisions.size(), size_t(1));
    QCOMPARE(card.provisions.front().recipientCode, u"police"_s);
    QCOMPARE(card.provisions.front().items.size(), 1);
    screen.picture(u"provided"_s);
}

void ContactJourneyTest::aListOfPeopleGoesOutAndItsOutcomeComesBack()
{
    Screen screen(12);
    screen.fixture.clock.advance(
        std::chrono::hours(24 * 705)); // every consent of the sample is nearly two years old, none has run out
    screen.window.showPage(screen.page<ui::FollowPage>());
    auto *again = screen.find<QTableView>(u"toReconfirm"_s);
    QTRY_VERIFY_WITH_TIMEOUT(again->model()->rowCount() > 3, patienceMs);
    const int people = again->model()->rowCount();
    screen.picture(u"follow"_s);

    QTemporaryDir folder;
    screen.press(Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(screen.focused(), u"batchPurpose"_s);
    screen.find<QLineEdit>(u"batchPath"_s)->setText(folder.filePath(u"재확인.csv"_s));
    screen.record(); // what for?
    auto *fault = screen.find<ui::InlineNotice>(u"batchPanelNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible(), patienceMs);
    screen.typeKorean(u"수신동의 재확인 문자"_s);
    screen.picture(u"batch"_s);
    QCOMPARE(guisupport::unnamedControls(screen.window), QStringList());
    screen.record();
    QTRY_VERIFY_WITH_TIMEOUT(!screen.sees(u"batchPanel"_s), patienceMs);
    QFile list(folder.filePath(u"재확인.csv"_s));
    QVERIFY(list.open(QIODevice::ReadOnly));
    QCOMPARE(list.readAll().count('\n'), people + 1); // and the line of the titles

    screen.tabTo(u"toReconfirm"_s);
    screen.press(Qt::Key_Home);
    screen.press(Qt::Key_Down, Qt::ShiftModifier); // two of them
    screen.press(Qt::Key_K);
    QTRY_COMPARE_WITH_TIMEOUT(again->model()->rowCount(), people - 2, patienceMs);
    QVERIFY(screen.find<ui::InlineNotice>(u"followNotice"_s)->text().contains(u"2"_s));
    screen.press(Qt::Key_N); // silence: the organisation file says what it means
    QTRY_COMPARE_WITH_TIMEOUT(again->model()->rowCount(), people - 3, patienceMs);
    screen.picture(u"followed"_s);
}

QTEST_MAIN(ContactJourneyTest)
#include "contactjourneytest.moc"
