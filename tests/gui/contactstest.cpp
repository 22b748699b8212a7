#include "guisupport.h"

#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"
#include "ui/contacts/followcontroller.h"
#include "ui/contacts/followpage.h"
#include "ui/contacts/stopcontroller.h"
#include "ui/contacts/stoppanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <chrono>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;

namespace {

void press(Qt::Key key)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr)
        qFatal("No control has the focus"); // in release too: a key for nobody tests nothing
    QTest::keyClick(focus, key);
}

} // namespace

/// Ending consent and following up, by keyboard, over a real desk.
class ContactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void aPersonIsOptedOutInThreeKeys();
    void aNumberThatNobodyIsKnownByIsOptedOutByKeyboard();
    void aSlipIsTakenBackByOneKey();
    void aMandatoryItemNamesLeaving();
    void whatCanNotBeANumberIsSaidBesideTheField();
    void everyControlHasAName();
    void outcomesAreToldAndPeopleAskedByKeyboard();

private:
    template <typename T> T &control(QWidget &in, const QString &name)
    {
        auto *found = in.findChild<T *>(name);
        if (found == nullptr)
            qFatal("There is no %s", qPrintable(name));
        return *found;
    }
    ConsentStatus status(const SubjectId &subject, const QString &code)
    {
        const auto targets = test::await(m_desk->session->contacts().whoIs(subject));
        for (const auto &item : targets->people.front().items) {
            if (item.code == code)
                return item.status;
        }
        return ConsentStatus::None;
    }
    SubjectId anybodyWhoAgreedTo(const QString &code)
    {
        const auto people = test::await(m_desk->session->subjects().search(u"010"_s));
        for (const auto &person : *people) {
            if (status(person.id, code) == ConsentStatus::Granted)
                return person.id;
        }
        return {};
    }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<StopPanel> m_panel;
    std::unique_ptr<StopController> m_controller;
};

void ContactsTest::initTestCase()
{
    QVERIFY(guisupport::speakKorean());
}

void ContactsTest::init()
{
    m_desk = std::make_unique<test::DeskFixture>(12);
    m_desk->signIn();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1000, 700);
    m_panel = std::make_unique<StopPanel>(m_window.get());
    m_controller = std::make_unique<StopController>(*m_panel, m_desk->session->contacts(), nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ContactsTest::cleanup()
{
    m_controller.reset();
    m_panel.reset();
    m_window.reset();
    m_desk.reset();
}

void ContactsTest::aPersonIsOptedOutInThreeKeys()
{
    const SubjectId person = anybodyWhoAgreedTo(u"ads.sms"_s);
    QVERIFY(!person.isEmpty());
    QSignalSpy changed(m_controller.get(), &StopController::changed);
    m_controller->openFor(person);
    QTRY_VERIFY(m_panel->chosen().has_value());
    QTRY_VERIFY(qobject_cast<QCheckBox *>(QApplication::focusWidget()) != nullptr);
    guisupport::keepPicture(*m_window, u"stop-choices-ko"_s);
    press(Qt::Key_S); // everything by text
    press(Qt::Key_Return);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(status(person, u"ads.sms"_s), ConsentStatus::OptedOut);
    guisupport::keepPicture(*m_window, u"stop-ended-ko"_s);
    press(Qt::Key_Return);
    QVERIFY(!m_panel->isVisible());
}

void ContactsTest::aNumberThatNobodyIsKnownByIsOptedOutByKeyboard()
{
    QSignalSpy changed(m_controller.get(), &StopController::changed);
    m_panel->open();
    QTest::keyClicks(QApplication::focusWidget(), u"010-0000-9999"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_panel->findChild<QCheckBox *>(u"stopAll"_s) != nullptr); // made once the number was looked up
    const auto &all = control<QCheckBox>(*m_panel, u"stopAll"_s);
    QTRY_VERIFY(all.isVisible());
    QVERIFY(all.isChecked()); // proposed
    QTRY_VERIFY(all.hasFocus());
    guisupport::keepPicture(*m_window, u"stop-unknown-ko"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(changed.size(), 1);
    const auto known = test::await(m_desk->session->contacts().whoHas(u"01000009999"_s));
    QVERIFY(known.ok());
    QCOMPARE(known->people.size(), size_t(1));
}

void ContactsTest::aSlipIsTakenBackByOneKey()
{
    const SubjectId person = anybodyWhoAgreedTo(u"ads.sms"_s);
    QSignalSpy changed(m_controller.get(), &StopController::changed);
    m_controller->openFor(person);
    QTRY_VERIFY(qobject_cast<QCheckBox *>(QApplication::focusWidget()) != nullptr);
    press(Qt::Key_0);
    press(Qt::Key_Return);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(status(person, u"ads.sms"_s), ConsentStatus::OptedOut);
    press(Qt::Key_1);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(status(person, u"ads.sms"_s), ConsentStatus::Granted);
    press(Qt::Key_1); // nothing is left to take back
    press(Qt::Key_Escape);
    QVERIFY(!m_panel->isVisible());
    QCOMPARE(changed.size(), 2);
}

void ContactsTest::aMandatoryItemNamesLeaving()
{
    const SubjectId person = anybodyWhoAgreedTo(u"ads.sms"_s);
    m_panel->setLeavingOffered(true);
    QSignalSpy leaving(m_panel.get(), &StopPanel::leavingRequested);
    m_controller->openFor(person);
    QTRY_VERIFY(m_panel->findChild<QLabel *>(u"stopMandatory"_s) != nullptr);
    press(Qt::Key_F6);
    QCOMPARE(leaving.size(), 1);
    QCOMPARE(leaving.front().front().value<desk::SubjectSummary>().id, person);
}

void ContactsTest::whatCanNotBeANumberIsSaidBesideTheField()
{
    m_panel->open();
    QTest::keyClicks(QApplication::focusWidget(), u"12"_s);
    press(Qt::Key_Return);
    QTest::qWait(0);
    QVERIFY(m_panel->findChild<QLineEdit *>(u"stopNumber"_s)->isVisible());
    QVERIFY(m_panel->number().isEmpty());
}

void ContactsTest::everyControlHasAName()
{
    m_controller->openFor(anybodyWhoAgreedTo(u"ads.sms"_s));
    QTRY_VERIFY(qobject_cast<QCheckBox *>(QApplication::focusWidget()) != nullptr);
    QCOMPARE(guisupport::unnamedControls(*m_window), QStringList());
}

void ContactsTest::outcomesAreToldAndPeopleAskedByKeyboard()
{
    m_desk->clock.advance(std::chrono::hours(24 * 720)); // every consent of the sample is about two years old
    FollowPage page;
    FollowController controller(page, m_desk->session->contacts(), m_desk->clock, nullptr);
    page.resize(1200, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.activated();
    auto &results = control<QTableView>(page, u"resultsToTell"_s);
    auto &again = control<QTableView>(page, u"toReconfirm"_s);
    QTRY_VERIFY(results.model()->rowCount() > 1);
    QTRY_VERIFY(again.model()->rowCount() > 1);
    guisupport::keepPicture(page, u"follow-ko"_s);
    const int waiting = results.model()->rowCount();
    results.setFocus();
    QTest::keyClick(&results, Qt::Key_S);
    QTRY_COMPARE(results.model()->rowCount(), waiting - 1);
    const int people = again.model()->rowCount();
    again.setFocus();
    QTest::keyClick(&again, Qt::Key_K);
    QTRY_COMPARE(again.model()->rowCount(), people - 1);
    QTest::keyClick(&again, Qt::Key_X);
    QTRY_COMPARE(again.model()->rowCount(), people - 2);
    QTRY_COMPARE(results.model()->rowCount(), waiting); // what was ended is to be told
    QCOMPARE(guisupport::unnamedControls(page), QStringList());
}

QTEST_MAIN(ContactsTest)
#include "contactstest.moc"
