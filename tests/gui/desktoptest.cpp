#include "guisupport.h"

#include "base/clock.h"
#include "desk/entrance/deskentrance.h"
#include "support/fakekeychain.h"
#include "ui/common/page.h"
#include "ui/shell/desktop.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/setupview.h"
#include "ui/shell/signinview.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000; // Keys are derived slowly on purpose, and the sanitizers slow everything.
const QString password = u"winter rain on tin"_s;

/// A PC with a data folder and a keychain of its own.
struct Pc
{
    QTemporaryDir data;
    test::FakeKeychain keychain;
    SystemClock clock;
    desk::DeskFolders folders{data.path()};
    desk::DeskEntrance entrance{folders, keychain, clock};
    Preferences preferences{data.filePath(u"look.ini"_s)};
};

} // namespace

/// The real desktop over the real desk: from the first run to an open desk, and back.
class DesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSampleDeskOpensByOneKey();
    void aPcIsSetUpAndEnteredByKeyboardAlone();
    void lockAsksForThePasswordOfTheUser();
    void thePasswordIsChangedByKeyboard();
    void signingOutLeavesNothingOfTheDesk();
    void aDamagedDeskOpensAndSaysWhatWasRecovered();

private:
    void start(Pc &pc);
    void setUpForWork();
    void chooseSample();
    template <typename T> T &control(const QString &name)
    {
        auto *found = m_desktop->window().findChild<T *>(name);
        Q_ASSERT(found);
        return *found;
    }
    static void typeInto(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<Languages> m_languages;
    std::unique_ptr<Desktop> m_desktop;
};

void DesktopTest::initTestCase()
{
    m_languages = std::make_unique<Languages>(*qApp);
    m_languages->use(domain::Language::Korean);
}

void DesktopTest::start(Pc &pc)
{
    m_desktop = std::make_unique<Desktop>(
        Desktop::Ground{*qApp, pc.entrance, pc.folders, pc.preferences, *m_languages, pc.clock});
    m_desktop->start();
    QVERIFY(QTest::qWaitForWindowActive(&m_desktop->window()));
}

void DesktopTest::chooseSample()
{
    QTRY_VERIFY(m_desktop->window().entrance().firstRun().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().currentPage() != nullptr, patienceMs);
    QTRY_VERIFY(m_desktop->window().currentPage()->isVisible());
}

void DesktopTest::setUpForWork()
{
    QTRY_VERIFY(m_desktop->window().entrance().firstRun().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_VERIFY(control<QLineEdit>(u"setUpName"_s).hasFocus());
    guisupport::typeKorean(*QApplication::focusWidget(), u"김보"_s);
    guisupport::compose(*QApplication::focusWidget(), u"기"_s);
    press(Qt::Key_Tab);
    typeInto(u"bogi"_s);
    press(Qt::Key_Tab);
    typeInto(password);
    press(Qt::Key_Tab);
    typeInto(password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().currentPage() != nullptr, patienceMs);
    QTRY_VERIFY(m_desktop->window().currentPage()->isVisible());
}

void DesktopTest::theSampleDeskOpensByOneKey()
{
    Pc pc;
    start(pc);
    chooseSample();
    QVERIFY(pc.folders.exists(desk::DeskProfile::Purpose::Sample));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::ControlModifier);
    auto &search = control<QLineEdit>(u"subjectSearch"_s);
    QTRY_VERIFY(search.hasFocus());
    typeInto(u"010"_s);
    auto &list = control<QTableView>(u"subjectList"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list.model()->rowCount() > 0, patienceMs);
    guisupport::keepPicture(m_desktop->window(), u"desktop-people"_s);
    press(Qt::Key_Return);
    auto &name = control<QLabel>(u"subjectName"_s);
    QTRY_COMPARE_WITH_TIMEOUT(name.text(), list.model()->index(0, 0).data().toString(), patienceMs);
    QTRY_VERIFY(control<QTableView>(u"subjectItems"_s).model()->rowCount() > 0);
    guisupport::keepPicture(m_desktop->window(), u"desktop-person"_s);
    // Everything that was made is in the store on this PC.
    const QString sent = QCoreApplication::translate("consent::ui::StatusLine", "Online · %1 waiting").arg(0);
    QTRY_COMPARE_WITH_TIMEOUT(control<QLabel>(u"syncState"_s).text(), sent, patienceMs);
    const QStringList unnamed = guisupport::unnamedControls(m_desktop->window());
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    m_desktop.reset();
}

void DesktopTest::aPcIsSetUpAndEnteredByKeyboardAlone()
{
    Pc pc;
    start(pc);
    setUpForWork();
    QCOMPARE(control<QLabel>(u"signedInUser"_s).text(), u"김보기"_s); // The last syllable is there.
    m_desktop.reset();

    start(pc); // The next morning.
    QTRY_VERIFY(control<QLineEdit>(u"signInLogin"_s).hasFocus());
    typeInto(u"bogi"_s);
    press(Qt::Key_Tab);
    typeInto(u"summer rain on tin"_s);
    press(Qt::Key_Return);
    auto &notice = *m_desktop->window().entrance().signIn().findChild<QLabel *>(u"noticeText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible(), patienceMs);
    QVERIFY(!m_desktop->window().currentPage());
    guisupport::keepPicture(m_desktop->window(), u"desktop-wrong-password"_s);
    typeInto(password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().currentPage() != nullptr, patienceMs);
    m_desktop.reset();
}

void DesktopTest::lockAsksForThePasswordOfTheUser()
{
    Pc pc;
    start(pc);
    setUpForWork();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_desktop->window().isLocked());
    typeInto(u"summer rain on tin"_s);
    press(Qt::Key_Return);
    auto &field = control<QLineEdit>(u"lockPassword"_s);
    QTRY_VERIFY_WITH_TIMEOUT(field.text().isEmpty(), patienceMs);
    QVERIFY(m_desktop->window().isLocked());
    typeInto(password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->window().isLocked(), patienceMs);
    m_desktop.reset();
}

void DesktopTest::thePasswordIsChangedByKeyboard()
{
    const QString fresh = u"summer wind on slate"_s;
    Pc pc;
    start(pc);
    setUpForWork();
    for (int page = 0; page < 9 && !control<QWidget>(u"settingsPage"_s).isVisible(); ++page)
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
    QTRY_VERIFY(control<QWidget>(u"settingsPage"_s).isVisible());
    const auto fill = [this](const QString &before, const QString &after) {
        press(Qt::Key_F3);
        QTRY_VERIFY(control<QLineEdit>(u"changeOld"_s).hasFocus());
        typeInto(before);
        press(Qt::Key_Tab);
        typeInto(after);
        press(Qt::Key_Tab);
        typeInto(after);
        press(Qt::Key_Return);
    };
    fill(u"not my password"_s, fresh);
    auto &notice = *control<QWidget>(u"changeNotice"_s).findChild<QLabel *>(u"noticeText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible(), patienceMs);
    QVERIFY(control<QLineEdit>(u"changeNew"_s).text().isEmpty()); // nothing lingers
    guisupport::keepPicture(m_desktop->window(), u"desktop-password-refused"_s);
    QVERIFY(guisupport::unnamedControls(m_desktop->window()).isEmpty());
    fill(password, fresh);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().entrance().signIn().isVisible(), patienceMs);
    QTRY_VERIFY(m_desktop->window().entrance().signIn().findChild<QLabel *>(u"noticeText"_s)->isVisible());
    guisupport::keepPicture(m_desktop->window(), u"desktop-password-changed"_s);
    QTRY_VERIFY(control<QLineEdit>(u"signInLogin"_s).hasFocus());
    typeInto(u"bogi"_s);
    press(Qt::Key_Tab);
    typeInto(fresh);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().currentPage() != nullptr, patienceMs);
    m_desktop.reset();
}

void DesktopTest::signingOutLeavesNothingOfTheDesk()
{
    Pc pc;
    start(pc);
    setUpForWork();
    const QPointer<Page> page(m_desktop->window().currentPage());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_desktop->window().isLocked());
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"lockSignOut"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(m_desktop->window().entrance().signIn().isVisible());
    QVERIFY(!page);
    QVERIFY(control<QLineEdit>(u"signInPassword"_s).text().isEmpty());
    QVERIFY(control<QLineEdit>(u"setUpPassword"_s).text().isEmpty());
    m_desktop.reset();
}

void DesktopTest::aDamagedDeskOpensAndSaysWhatWasRecovered()
{
    Pc pc;
    start(pc);
    chooseSample();
    QVERIFY(!control<QWidget>(u"deskNotice"_s).isVisible());
    m_desktop.reset();
    QFile cache(pc.folders.folder(desk::DeskProfile::Purpose::Sample) + u"/cache.db"_s);
    QVERIFY(cache.open(QIODevice::ReadWrite));
    constexpr qint64 inSecondPage = 2 * 4096 + 300;
    QVERIFY(cache.seek(inSecondPage));
    const char changed = static_cast<char>(cache.read(1).front() ^ 1);
    QVERIFY(cache.seek(inSecondPage));
    QCOMPARE(cache.write(&changed, 1), 1);
    cache.close();

    start(pc);
    QTRY_VERIFY(m_desktop->window().entrance().signIn().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(control<QPushButton>(u"signInSubmit"_s).isEnabled(), patienceMs);
    control<QPushButton>(u"signInSubmit"_s).click();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().currentPage() != nullptr, patienceMs);
    QTRY_VERIFY(control<QWidget>(u"deskNotice"_s).isVisible());
    guisupport::keepPicture(m_desktop->window(), u"desktop-recovered"_s);
    m_desktop.reset();
}

QTEST_MAIN(DesktopTest)
#include "desktoptest.moc"
