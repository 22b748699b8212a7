#include "guisupport.h"

#include "ui/common/keyline.h"
#include "ui/common/page.h"
#include "ui/common/theme.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/lockview.h"
#include "ui/shell/lookchoice.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace consent;
using namespace consent::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A page as any: a field, a key that acts, and keys that depend on where the focus is.
class NotePage : public Page
{
    Q_OBJECT

public:
    NotePage(const QString &word, Icon which)
        : m_word(word)
        , m_which(which)
        , field(new QLineEdit(this))
    {
        field->setObjectName(u"noteField"_s);
        field->setAccessibleName(word);
        auto *column = new QVBoxLayout(this);
        column->addWidget(field);
        column->addStretch();
        connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, this, [this] { ++acted; });
        field->installEventFilter(this);
    }

    QString title() const override { return m_word; }
    Icon icon() const override { return m_which; }
    KeyHints keys() const override { return {{u"F8"_s, u"일시정지"_s, pausable}}; }
    void activated() override { field->setFocus(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            Q_EMIT hintsChanged();
        return Page::eventFilter(watched, event);
    }

private:
    QString m_word;
    Icon m_which;

public:
    QLineEdit *field;
    int acted = 0;
    bool pausable = true;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void controlAndADigitChangesThePage();
    void bottomLineShowsTheKeysOfThePageInFront();
    void hintsFollowThePage();
    void f1ShowsAllKeysAndGivesTheFocusBack();
    void keysDoNotActBehindTheSheet();
    void lockHidesEverythingAtOnce();
    void keysDoNotActBehindTheLock();
    void unlockComesBackToTheSameFieldWithItsText();
    void anUnfinishedSyllableSurvivesTheLock();
    void aWrongPasswordIsSaidAndTheFieldEmptied();
    void otherWindowsAreHiddenByTheLock();
    void idleIsNoticedOnceAndTouchingPutsItOff();
    void nothingOfASessionStaysWhenItsPagesGo();
    void pagesGoWhileOneOfThemHasTheFocus();
    void theWindowFitsASmallScreen();
    void everyControlIsNamed();

private:
    std::unique_ptr<MainWindow> m_window;
    NotePage *m_first = nullptr;
    NotePage *m_second = nullptr;
    Theme *m_theme = nullptr;
};

void MainWindowTest::initTestCase()
{
    m_theme = new Theme(*qApp, ColourScheme::Light);
    guisupport::speakKorean();
}

void MainWindowTest::init()
{
    m_window = std::make_unique<MainWindow>();
    m_first = new NotePage(u"통화"_s, Icon::Call);
    m_second = new NotePage(u"고객"_s, Icon::Person);
    m_window->addPage(m_first);
    m_window->addPage(m_second);
    m_window->addPage(new SettingsPage);
    m_window->setUser(u"김상담"_s);
    m_window->show();
    m_window->showWorkspace();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_first->field->hasFocus());
}

void MainWindowTest::controlAndADigitChangesThePage()
{
    QCOMPARE(m_window->currentPage(), m_first);
    QTest::keyClick(m_first->field, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), m_second);
    QVERIFY(m_second->field->hasFocus());
    QTest::keyClick(m_second->field, Qt::Key_9, Qt::ControlModifier); // There is no ninth page.
    QCOMPARE(m_window->currentPage(), m_second);
}

void MainWindowTest::bottomLineShowsTheKeysOfThePageInFront()
{
    const KeyLine &line = *m_window->findChild<KeyLine *>();
    QCOMPARE(line.hints().first().keys, u"F8"_s);
    QCOMPARE(line.hints().last().keys, u"F1"_s);
    QTest::keyClick(m_first->field, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(line.hints().first().keys != u"F8"_s);
}

void MainWindowTest::hintsFollowThePage()
{
    const KeyLine &line = *m_window->findChild<KeyLine *>();
    m_first->pausable = false;
    Q_EMIT m_first->hintsChanged();
    QVERIFY(line.hints().first().keys != u"F8"_s);
    m_first->pausable = true;
    Q_EMIT m_first->hintsChanged();
    QCOMPARE(line.hints().first().keys, u"F8"_s);
}

void MainWindowTest::f1ShowsAllKeysAndGivesTheFocusBack()
{
    auto *sheet = m_window->findChild<KeySheet *>();
    QVERIFY(!sheet->isVisible());
    QTest::keyClick(m_first->field, Qt::Key_F1);
    QTRY_VERIFY(sheet->isVisible());
    QVERIFY(sheet->hasFocus());
    for (const QString &keys : {u"F8"_s, u"Ctrl+1"_s, u"Ctrl+3"_s, u"Ctrl+L"_s})
        QVERIFY2(sheet->accessibleDescription().contains(keys), qPrintable(keys));
    guisupport::keepPicture(*m_window, u"window-keys"_s);
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QVERIFY(m_first->field->hasFocus());
}

void MainWindowTest::keysDoNotActBehindTheSheet()
{
    QTest::keyClick(m_first->field, Qt::Key_F1);
    auto *sheet = m_window->findChild<KeySheet *>();
    QTRY_VERIFY(sheet->isVisible());
    QTest::keyClick(sheet, Qt::Key_F8);
    QTest::keyClicks(sheet, u"abc"_s);
    QCOMPARE(m_first->acted, 0);
    QVERIFY(m_first->field->text().isEmpty());
    QTest::keyClick(sheet, Qt::Key_F1);
    QTRY_VERIFY(!sheet->isVisible());
    QTest::keyClick(m_first->field, Qt::Key_F8);
    QTRY_COMPARE(m_first->acted, 1);
}

void MainWindowTest::lockHidesEverythingAtOnce()
{
    QSignalSpy wanted(m_window.get(), &MainWindow::lockRequested);
    QTest::keyClick(m_first->field, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    m_first->field->setText(u"홍길동 010-0000-0001"_s);
    m_window->lock(u"김상담"_s, true);
    QVERIFY(m_window->isLocked());
    for (const QWidget *widget : {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_second)})
        QVERIFY(!widget->isVisible());
    QVERIFY(!m_window->windowTitle().contains(u"홍길동"_s));
    guisupport::keepPicture(*m_window, u"window-locked"_s);
}

void MainWindowTest::keysDoNotActBehindTheLock()
{
    m_window->lock(u"김상담"_s, false);
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus && m_window->lockView().isAncestorOf(focus));
    QTest::keyClick(focus, Qt::Key_F8);
    QTest::keyClick(focus, Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(focus, Qt::Key_F1);
    QCOMPARE(m_first->acted, 0);
    QCOMPARE(m_window->currentPage(), m_first);
    QVERIFY(m_window->isLocked());
    QVERIFY(!m_window->findChild<KeySheet *>()->isVisible());
    Q_EMIT m_second->hintsChanged(); // A page that goes on behind the lock takes no focus.
    m_window->showPage(m_second);
    QVERIFY(m_window->isLocked());
    QVERIFY(m_window->lockView().isAncestorOf(QApplication::focusWidget()));
}

void MainWindowTest::unlockComesBackToTheSameFieldWithItsText()
{
    QSignalSpy tried(&m_window->lockView(), &LockView::unlockRequested);
    m_first->field->setText(u"메모"_s);
    m_window->lock(u"김상담"_s, false);
    QTest::keyClicks(QApplication::focusWidget(), u"pass"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(tried.count(), 1);
    QCOMPARE(tried.at(0).at(0).toString(), u"pass"_s);
    m_window->unlock();
    QVERIFY(!m_window->isLocked());
    QTRY_VERIFY(m_first->field->hasFocus());
    QCOMPARE(m_first->field->text(), u"메모"_s);
}

void MainWindowTest::anUnfinishedSyllableSurvivesTheLock()
{
    guisupport::typeKorean(*m_first->field, u"메"_s);
    guisupport::compose(*m_first->field, u"모"_s);
    m_window->lock(u"김상담"_s, false);
    m_window->unlock();
    QCOMPARE(m_first->field->text(), u"메모"_s);
}

void MainWindowTest::aWrongPasswordIsSaidAndTheFieldEmptied()
{
    m_window->lock(u"김상담"_s, false);
    auto *password = m_window->lockView().findChild<QLineEdit *>(u"lockPassword"_s);
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QTest::keyClick(password, Qt::Key_Return); // While it is being checked nothing more goes out.
    m_window->lockView().refuse(u"비밀번호가 맞지 않습니다."_s);
    QVERIFY(password->text().isEmpty());
    QVERIFY(password->hasFocus());
    QVERIFY(m_window->lockView().findChild<QLabel *>(u"noticeText"_s)->isVisible());
}

void MainWindowTest::otherWindowsAreHiddenByTheLock()
{
    QWidget receipt;
    receipt.setWindowTitle(u"접수증"_s);
    receipt.show();
    QTRY_VERIFY(receipt.isVisible());
    m_window->lock(u"김상담"_s, false);
    QVERIFY(!receipt.isVisible());
    m_window->unlock();
    QVERIFY(receipt.isVisible());
}

void MainWindowTest::idleIsNoticedOnceAndTouchingPutsItOff()
{
    IdleWatch watch(*qApp, nullptr);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    QElapsedTimer since;
    watch.setLimit(300ms);
    since.start();
    QTest::qWait(200);
    QTest::keyClick(m_first->field, Qt::Key_A);
    QVERIFY(idle.wait(2000));
    QVERIFY2(since.elapsed() >= 480, qPrintable(QString::number(since.elapsed())));
    QVERIFY(!idle.wait(500));
    QTest::keyClick(m_first->field, Qt::Key_B);
    QVERIFY(idle.wait(2000));
    QCOMPARE(idle.count(), 2);
}

void MainWindowTest::nothingOfASessionStaysWhenItsPagesGo()
{
    const QPointer<Page> first(m_first);
    m_first->field->setText(u"홍길동"_s);
    m_window->lock(u"김상담"_s, false);
    m_window->clearPages();
    m_window->showEntrance();
    QVERIFY(!first);
    QVERIFY(!m_window->isLocked());
    m_window->addPage(new NotePage(u"새로"_s, Icon::Call));
    m_window->showWorkspace();
    QVERIFY(m_window->currentPage());
}

void MainWindowTest::pagesGoWhileOneOfThemHasTheFocus()
{
    const QPointer<Page> first(m_first);
    const QPointer<Page> second(m_second);
    QSignalSpy said(m_first, &Page::hintsChanged);
    QVERIFY(m_first->field->hasFocus());
    m_window->clearPages();
    QVERIFY(!said.isEmpty()); // The focus left the page as it went.
    QVERIFY(!first && !second);
    QVERIFY(!m_window->currentPage());
    auto *page = new NotePage(u"새로"_s, Icon::Call);
    m_window->addPage(page);
    m_window->showWorkspace();
    QCOMPARE(m_window->currentPage(), page);
    QVERIFY(page->field->hasFocus());
}

void MainWindowTest::theWindowFitsASmallScreen()
{
    for (const ColourScheme scheme : {ColourScheme::Dark, ColourScheme::Light}) {
        m_theme->setScheme(scheme);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::ControlModifier);
        QTest::qWait(0);
        const QSize least = m_window->minimumSizeHint();
        QVERIFY(least.width() <= 1366 && least.height() <= 728);
        guisupport::keepPicture(*m_window, u"window-settings-"_s + schemeCode(scheme));
    }
}

void MainWindowTest::everyControlIsNamed()
{
    for (int page = 1; page <= 3; ++page) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + page), Qt::ControlModifier);
        const QStringList unnamed = guisupport::unnamedControls(*m_window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }
    m_window->lock(u"김상담"_s, false);
    const QStringList unnamed = guisupport::unnamedControls(*m_window);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
}

QTEST_MAIN(MainWindowTest)
#include "mainwindowtest.moc"
