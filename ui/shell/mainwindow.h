#pragma once

#include "desk/session/desksession.h"
#include "ui/common/keyhint.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace consent::ui {

class EntranceView;
class InlineNotice;
class KeySheet;
class LockView;
class Page;
class Rail;
class StatusLine;

/// The one window: entrance, pages, lock. Knows pages, not features.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    EntranceView &entrance() { return *m_entrance; }
    LockView &lockView() { return *m_lock; }

    /// Adds it at the end of the rail and owns it.
    void addPage(Page *page);
    /// Deletes every page: nothing of a session stays behind it.
    void clearPages();
    void showPage(Page *page);
    Page *currentPage() const;
    /// Where the pages stand: a panel may lie over it.
    QWidget &pageArea() { return *m_pageArea; }
    /// While a panel lies over the pages, their keys sleep.
    void setPagesAwake(bool awake);

    void showEntrance();
    void showWorkspace();
    /// Hides everything at once, other windows of the program too.
    void lock(const QString &userName, bool callGoingOn);
    void unlock();
    bool isLocked() const;

    /// Stands above every page until it is closed.
    void warn(const QString &sentence);
    void setUser(const QString &user);
    void setSync(const desk::SyncView &sync);
    /// Text after the product's name in the title bar; never of a customer.
    void setOrganisation(const QString &name);

Q_SIGNALS:
    void lockRequested();
    /// Somebody wants to end their consent: F2 where the page has no other use for it, Ctrl+F2 everywhere.
    void stopRequested();
    /// The window is about to close.
    void closing();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPageAt(int index);
    void showHints();
    void showKeySheet();
    KeyHints programKeys() const;
    void retranslate();

    QStackedWidget *m_layers;
    EntranceView *m_entrance;
    QWidget *m_workspace;
    LockView *m_lock;
    Rail *m_rail;
    QWidget *m_pageArea;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    KeySheet *m_sheet;
    InlineNotice *m_notice;
    QString m_organisation;
    QPointer<QWidget> m_focusBefore;
    QList<QPointer<QWidget>> m_hidden; ///< Other windows that were open when it locked.
};

} // namespace consent::ui
