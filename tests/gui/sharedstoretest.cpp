// A new PC in the real window: connected to a central store by file and code, a call held, the line lost and found
// again, the standby taking over. By keyboard alone, on a virtual screen, against a real PostgreSQL.
#include "guisupport.h"
#include "samplecall/samplecall.h"

#include "base/jsonfile.h"
#include "central/provisioning/centralprovisioning.h"
#include "desk/joining/staffdesk.h"
#include "desk/joining/staffkeys.h"
#include "desk/log/documentdesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/session/shippedfiles.h"
#include "support/desk/deskfixture.h"
#include "support/postgres/postgresserver.h"
#include "support/postgres/provisionedstore.h"
#include "ui/common/page.h"
#include "ui/shell/desktop.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QTableView>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

constexpr int patienceMs = 60'000; // Keys are derived slowly on purpose.
const QString officerPassword = u"책임자의 아주 긴 비밀번호"_s;
const QString kimPassword = u"winter rain on tin"_s;

crypto::SecretBuffer secretOf(const QString &text)
{
    return std::move(*crypto::SecretBuffer::copyOf(crypto::bytesOf(text.toUtf8())));
}

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A PC: its folder, its keychain.
struct Pc
{
    QTemporaryDir dir;
    FakeKeychain keychain;
    SystemClock clock;
    DeskFolders folders{dir.path()};
    DeskEntrance entrance{folders, keychain, clock};
};

} // namespace

class SharedStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // One journey in its steps.
    void aNewPcIsConnectedByFileCodeAndOneTimePassword();
    void aCallIsHeldAndIsAtTheCentreAtOnce();
    void withoutTheServerTheWindowSaysSoByItself();
    void whatWasSavedOfflineWaitsAndIsNamed();
    void theServerComesBackAndNobodyHasToClick();
    void theStandbyTakesOverAndNobodyHasToClick();

private:
    void foundStore();
    void startDesktop();
    ui::MainWindow &window() { return m_desktop->window(); }
    QWidget *shown(const QString &name)
    {
        for (QWidget *widget : window().findChildren<QWidget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    template <typename T> T &control(const QString &name)
    {
        auto *found = window().findChild<T *>(name);
        Q_ASSERT(found);
        return *found;
    }
    QString status() { return control<QLabel>(u"syncState"_s).text(); }
    static QString inWords(const char *context, const char *text) { return QCoreApplication::translate(context, text); }
    static QString online() { return inWords("consent::ui::StatusLine", "Online · %1 waiting").arg(0); }
    bool says(const char *beginning)
    {
        return status().startsWith(inWords("consent::ui::StatusLine", beginning).section(u'%', 0, 0));
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void tabTo(const QString &name)
    {
        for (int i = 0; i < 40 && QApplication::focusWidget()->objectName() != name; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    }
    void goTo(const QString &page)
    {
        for (int i = 0; i < 9 && !shown(page); ++i) {
            press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QTest::qWait(50); // whether this key leads there shows only afterwards
        }
        QVERIFY2(shown(page), qPrintable(page));
    }
    void hold(const SampleCall::Caller &caller)
    {
        goTo(u"callPage"_s);
        if (shown(u"receiptView"_s))
            press(Qt::Key_Escape);
        const auto receipt = SampleCall(window(), {}).hold(caller);
        QVERIFY2(receipt.ok(), receipt.ok() ? "" : qPrintable(receipt.error().message));
    }
    void picture(const QString &name) { guisupport::keepPicture(window(), u"shared-"_s + name); }
    /// The same in the other language and in the other colours, as the person at the desk chooses them.
    void pictures(const QString &name)
    {
        picture(name + u"-ko-light"_s);
        choose(1, 1);
        picture(name + u"-en-light"_s);
        choose(1, 2);
        picture(name + u"-en-dark"_s);
        choose(0, 2);
        picture(name + u"-ko-dark"_s);
        choose(0, 1);
    }
    void choose(int language, int scheme);
    bool officerSees(const QString &number)
    {
        const auto found = await(m_officer->subjects().search(number));
        return found.ok() && found->size() == 1;
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresServer> m_standby;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<Pc> m_first;
    std::unique_ptr<Pc> m_pc;
    std::shared_ptr<DeskSession> m_officer;
    OneTimeAccess m_kim;
    QString m_code;
    QString m_file;
    std::unique_ptr<ui::Languages> m_languages;
    std::unique_ptr<ui::Preferences> m_preferences;
    std::unique_ptr<ui::Desktop> m_desktop;
};

void SharedStoreTest::choose(int language, int scheme)
{
    // The choice stands on the page of settings and in the entrance; both say the same thing.
    for (auto *box : window().findChildren<QComboBox *>(u"language"_s)) {
        if (box->currentIndex() != language) {
            box->setCurrentIndex(language);
            Q_EMIT box->activated(language);
        }
    }
    for (auto *box : window().findChildren<QComboBox *>(u"colours"_s)) {
        if (box->currentIndex() != scheme) {
            box->setCurrentIndex(scheme);
            Q_EMIT box->activated(scheme);
        }
    }
    QCoreApplication::processEvents();
}

/// The store with its first officer, and what the officer hands over for the new PC.
void SharedStoreTest::foundStore()
{
    auto provisioning = must(central::CentralProvisioning::connect(m_store->address().withUser(m_server->superuser()),
                                                                   secretOf(m_server->superuserPassword())));
    const auto report = must(provisioning->migrate());
    must(provisioning->addFirstUser(must(
        staffkeys::firstOfficer(report.storeId, {UserId::create(), u"officer"_s, u"나책임"_s, {}}, officerPassword))));
    must(provisioning->addBranch(u"centre"_s));
    const auto both = must(central::StoreAddress::parse(
        u"postgresql://127.0.0.1:%1,127.0.0.1:%2/consentdesk"_s.arg(m_server->port()).arg(m_standby->port())));
    const auto made = must(
        staffkeys::enrolment(report.storeId, both.toUri(), must(readFileLimited(m_server->authority(), 65536)),
                             u"centre"_s, shippedfiles::organisation(), m_first->clock.now() + std::chrono::hours(24)));
    must(provisioning->openEnrolment(made.opened));
    must(await(m_first->entrance.join({made.file, made.code, u"officer"_s, officerPassword, {}})));
    m_officer = must(await(m_first->entrance.signIn(Purpose::Work, u"officer"_s, officerPassword)));
    must(await(m_officer->documents().publishNotice({u"notice.md"_s, shippedfiles::sampleNotice(), {}, {}})));
    must(await(m_officer->documents().publishScript(shippedfiles::phoneScript())));
    m_kim = must(await(m_officer->staff().addUser(u"kim"_s, u"김상담"_s, Role::Agent, true)));
    const auto forKim = must(await(m_officer->staff().openEnrolment(u"centre"_s, std::chrono::hours(24))));
    m_code = forKim.code;
    m_file = m_pc->dir.filePath(u"pc2.enrol"_s);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(forKim.file), forKim.file.size());
}

void SharedStoreTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_server->start();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
    m_standby = m_server->makeStandby(u"standby1"_s);
    m_standby->start();
    m_first = std::make_unique<Pc>();
    m_pc = std::make_unique<Pc>();
    foundStore();
    m_server->set(u"synchronous_standby_names"_s, u"standby1"_s);
    m_languages = std::make_unique<ui::Languages>(*qApp);
    m_languages->use(domain::Language::Korean);
    m_preferences = std::make_unique<ui::Preferences>(m_pc->dir.filePath(u"look.ini"_s));
    startDesktop();
}

void SharedStoreTest::startDesktop()
{
    m_desktop = std::make_unique<ui::Desktop>(
        ui::Desktop::Ground{*qApp, m_pc->entrance, m_pc->folders, *m_preferences, *m_languages, m_pc->clock});
    m_desktop->start();
    QTRY_VERIFY(window().windowHandle() && window().windowHandle()->isExposed());
    window().activateWindow(); // a virtual screen has no window manager that would do it
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void SharedStoreTest::cleanupTestCase()
{
    m_desktop.reset();
    m_officer.reset();
    m_pc.reset();
    m_first.reset();
    m_store.reset();
    m_standby.reset();
    m_server.reset();
}

void SharedStoreTest::aNewPcIsConnectedByFileCodeAndOneTimePassword()
{
    QTRY_VERIFY(window().entrance().firstRun().isVisible());
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    tabTo(u"chooseCentralStore"_s);
    picture(u"first-run"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(shown(u"joinFile"_s));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"joinFile"_s);
    type(m_file);
    tabTo(u"joinCode"_s);
    type(QString(m_code).replace(m_code.at(0), m_code.at(0) == u'A' ? u'B' : u'A')); // misheard on the phone
    tabTo(u"joinLogin"_s);
    type(u"kim"_s);
    tabTo(u"joinPassword"_s);
    type(m_kim.password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"noticeText"_s), patienceMs); // says what is wrong, and keeps what was typed
    picture(u"wrong-code"_s);
    auto &code = control<QLineEdit>(u"joinCode"_s);
    QVERIFY(!m_pc->folders.exists(Purpose::Work));
    for (int i = 0; i < 40 && !code.hasFocus(); ++i)
        press(Qt::Key_Tab);
    code.selectAll();
    type(m_code.toLower());
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"joinNew"_s), patienceMs); // it was a one-time password
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"joinNew"_s);
    type(kimPassword);
    press(Qt::Key_Tab);
    type(kimPassword);
    pictures(u"connect"_s);
    QVERIFY(guisupport::unnamedControls(window()).isEmpty());
    control<QLineEdit>(u"joinAgain"_s).setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window().currentPage() != nullptr, patienceMs);
    QCOMPARE(control<QLabel>(u"signedInUser"_s).text(), u"김상담"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status(), online(), patienceMs);
}

void SharedStoreTest::aCallIsHeldAndIsAtTheCentreAtOnce()
{
    hold({u"01000007101"_s, u"첫손님"_s, u"19850505"_s, u"first@example.com"_s});
    QTRY_COMPARE_WITH_TIMEOUT(status(), online(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(officerSees(u"01000007101"_s), patienceMs); // on the other PC of the branch
    goTo(u"syncPage"_s);
    pictures(u"sending-online"_s);
}

void SharedStoreTest::withoutTheServerTheWindowSaysSoByItself()
{
    m_server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(says("Offline · %1 waiting"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(control<QTableView>(u"syncTroubles"_s).model()->rowCount() > 0, patienceMs);
}

void SharedStoreTest::whatWasSavedOfflineWaitsAndIsNamed()
{
    hold({u"01000007102"_s, u"둘째손님"_s, u"19860606"_s, u"second@example.com"_s});
    // How many wait, and since when, in the line that is always there.
    const QString since = inWords("consent::ui::StatusLine", "Offline · %1 waiting since %2");
    QTRY_VERIFY_WITH_TIMEOUT(status().contains(u':') && says("Offline · %1 waiting since %2"), patienceMs);
    QVERIFY(status() != since);
    goTo(u"syncPage"_s);
    const auto &queue = *control<QTableView>(u"syncQueue"_s).model();
    QTRY_VERIFY_WITH_TIMEOUT(queue.rowCount() >= 2, patienceMs); // the person and what was said
    const auto &troubles = *control<QTableView>(u"syncTroubles"_s).model();
    QVERIFY(troubles.rowCount() > 0);
    bool sentence = false; // not a code: words for a person
    for (int column = 0; column < troubles.columnCount(); ++column)
        sentence |= troubles.index(0, column).data().toString().count(u' ') >= 3;
    QVERIFY(sentence);
    pictures(u"sending-offline"_s);
    QVERIFY(!officerSees(u"01000007102"_s));
}

void SharedStoreTest::theServerComesBackAndNobodyHasToClick()
{
    m_server->start();
    QTRY_COMPARE_WITH_TIMEOUT(status(), online(), 2 * patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(officerSees(u"01000007102"_s), 2 * patienceMs);
    QTRY_COMPARE(control<QTableView>(u"syncQueue"_s).model()->rowCount(), 0);
}

void SharedStoreTest::theStandbyTakesOverAndNobodyHasToClick()
{
    m_server->kill();
    hold({u"01000007103"_s, u"셋째손님"_s, u"19870707"_s, u"third@example.com"_s});
    m_standby->promote();
    m_standby->sql("alter system reset synchronous_standby_names");
    m_standby->sql("select pg_reload_conf()");
    QTRY_COMPARE_WITH_TIMEOUT(status(), online(), 2 * patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(officerSees(u"01000007103"_s), 2 * patienceMs);
    QVERIFY(officerSees(u"01000007101"_s) && officerSees(u"01000007102"_s));
    goTo(u"syncPage"_s);
    picture(u"standby"_s);
}

QTEST_MAIN(SharedStoreTest)
#include "sharedstoretest.moc"
