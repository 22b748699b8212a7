#include "ui/shell/mainwindow.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/page.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/keysheet.h"
#include "ui/shell/lockview.h"
#include "ui/shell/rail.h"
#include "ui/shell/statusline.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(QWidget *parent)
    : QWidget(parent)
    , m_layers(new QStackedWidget)
    , m_entrance(new EntranceView)
    , m_workspace(new QWidget)
    , m_lock(new LockView)
    , m_rail(new Rail)
    , m_pageArea(new QWidget)
    , m_pages(new QStackedWidget)
    , m_status(new StatusLine)
    , m_sheet(new KeySheet(m_workspace))
    , m_notice(new InlineNotice)
{
    setObjectName(u"mainWindow"_s);
    m_workspace->setObjectName(u"workspace"_s);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto *area = new QVBoxLayout(m_pageArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->addWidget(m_pages);
    middle->addWidget(m_pageArea, 1);
    auto *work = new QVBoxLayout(m_workspace);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    m_notice->setObjectName(u"deskNotice"_s);
    work->addWidget(m_notice);
    work->addLayout(middle, 1);
    work->addWidget(m_status);
    for (QWidget *layer : {static_cast<QWidget *>(m_entrance), m_workspace, static_cast<QWidget *>(m_lock)})
        m_layers->addWidget(layer);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_layers);

    connect(m_rail, &Rail::chosen, this, &MainWindow::showPageAt);
    connect(&m_rail->lockButton(), &RailButton::clicked, this, &MainWindow::lockRequested);
    // Shortcuts of the workspace sleep while another layer covers it.
    for (int i = 0; i < 9; ++i) {
        auto *choose = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), m_workspace);
        connect(choose, &QShortcut::activated, this, [this, i] {
            if (i < m_rail->count())
                showPageAt(i);
        });
    }
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), m_workspace), &QShortcut::activated, this,
            &MainWindow::lockRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_F1), m_workspace), &QShortcut::activated, this,
            &MainWindow::showKeySheet);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F2), m_workspace), &QShortcut::activated, this,
            &MainWindow::stopRequested);
    resize(1366, 728);
    retranslate();
}

MainWindow::~MainWindow()
{
    clearPages();
}

void MainWindow::addPage(Page *page)
{
    const int index = m_rail->add(page->icon());
    m_rail->setWord(index, page->title());
    m_pages->addWidget(page);
    connect(page, &Page::hintsChanged, this, [this, page] {
        const int at = m_pages->indexOf(page);
        if (at < 0)
            return;
        m_rail->setWord(at, page->title());
        if (page == currentPage())
            showHints();
    });
    if (index == 0)
        m_rail->setCurrent(0);
}

void MainWindow::clearPages()
{
    m_notice->dismiss();
    // A page that goes loses the focus and says that its keys changed: nobody is to listen.
    for (int i = 0; i < m_pages->count(); ++i) {
        if (auto *page = qobject_cast<Page *>(m_pages->widget(i)))
            disconnect(page, &Page::hintsChanged, this, nullptr);
    }
    while (QWidget *page = m_pages->widget(0)) {
        m_pages->removeWidget(page);
        delete page;
    }
    m_rail->clear();
    m_focusBefore = nullptr;
    m_hidden.clear();
}

void MainWindow::showPage(Page *page)
{
    showPageAt(m_pages->indexOf(page));
}
Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void MainWindow::showPageAt(int index)
{
    if (index < 0 || index >= m_pages->count())
        return;
    if (m_sheet->isVisible())
        m_sheet->close();
    m_pages->setCurrentIndex(index);
    m_rail->setCurrent(index);
    showHints();
    if (!isLocked())
        currentPage()->activated();
}

void MainWindow::setPagesAwake(bool awake)
{
    m_pages->setEnabled(awake);
}

/// What no page had a use for.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 && event->modifiers() == Qt::NoModifier &&
        m_layers->currentWidget() == m_workspace && m_pages->isEnabled())
        Q_EMIT stopRequested();
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::showEntrance()
{
    m_layers->setCurrentWidget(m_entrance);
    m_entrance->current()->setFocus();
}

void MainWindow::showWorkspace()
{
    m_layers->setCurrentWidget(m_workspace);
    showHints();
    if (Page *page = currentPage())
        page->activated();
}

void MainWindow::lock(const QString &userName, bool callGoingOn)
{
    if (isLocked())
        return;
    if (m_sheet->isVisible())
        m_sheet->close();
    m_focusBefore = QApplication::focusWidget();
    m_lock->prepare(userName, callGoingOn);
    m_layers->setCurrentWidget(m_lock);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window != this && window->isVisible()) {
            window->hide();
            m_hidden.append(window);
        }
    }
    m_lock->setFocus();
}

void MainWindow::unlock()
{
    if (!isLocked())
        return;
    m_layers->setCurrentWidget(m_workspace);
    for (const QPointer<QWidget> &window : std::as_const(m_hidden)) {
        if (window && window->windowType() != Qt::Popup && window->windowType() != Qt::ToolTip)
            window->show();
    }
    m_hidden.clear();
    if (m_focusBefore && m_workspace->isAncestorOf(m_focusBefore))
        m_focusBefore->setFocus();
    else if (Page *page = currentPage())
        page->activated();
}

bool MainWindow::isLocked() const
{
    return m_layers->currentWidget() == m_lock;
}

void MainWindow::warn(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Warning, sentence);
}

void MainWindow::setUser(const QString &user)
{
    m_status->setUser(user);
}
void MainWindow::setSync(const desk::SyncView &sync)
{
    m_status->setSync(sync);
}

void MainWindow::setOrganisation(const QString &name)
{
    m_organisation = name;
    retranslate();
}

KeyHints MainWindow::programKeys() const
{
    KeyHints hints;
    for (int i = 0; i < m_pages->count() && i < 9; ++i) {
        const auto *page = qobject_cast<Page *>(m_pages->widget(i));
        hints.append({u"Ctrl+%1"_s.arg(i + 1), page ? page->title() : QString()});
    }
    hints.append({u"Ctrl+F2"_s, tr("Opt-out")});
    hints.append({u"Ctrl+L"_s, tr("Lock")});
    hints.append({u"F1"_s, tr("All keys")});
    return hints;
}

void MainWindow::showHints()
{
    const Page *page = currentPage();
    KeyHints hints = page ? page->keys() : KeyHints();
    hints.append({u"Ctrl+L"_s, tr("Lock")});
    hints.append({u"F1"_s, tr("All keys")});
    m_status->setHints(hints);
}

void MainWindow::showKeySheet()
{
    if (m_sheet->isVisible())
        return m_sheet->close();
    const Page *page = currentPage();
    m_sheet->open(page ? page->title() : QString(), page ? page->keys() : KeyHints(), programKeys());
}

void MainWindow::retranslate()
{
    const QString product = tr("Consent Desk");
    setWindowTitle(m_organisation.isEmpty() ? product : product + u" – "_s + m_organisation);
    for (int i = 0; i < m_rail->count(); ++i) {
        if (const auto *page = qobject_cast<Page *>(m_pages->widget(i)))
            m_rail->setWord(i, page->title());
    }
    showHints();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT closing();
    event->accept();
}

} // namespace consent::ui
