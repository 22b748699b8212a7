#include "ui/shell/desktop.h"

#include "base/continuation.h"
#include "desk/entrance/deskentrance.h"
#include "desk/session/desksession.h"
#include "domain/organisation.h"
#include "ui/shell/entrancecontroller.h"
#include "ui/shell/entranceview.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/languages.h"
#include "ui/shell/lockview.h"
#include "ui/shell/lookchoice.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/passwordform.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/signinview.h"
#include "ui/shell/workspace.h"

#include <QApplication>

#include <chrono>

namespace consent::ui {

Desktop::Desktop(const Ground &ground)
    : m_ground(ground)
    , m_theme(new Theme(ground.application, ground.preferences.scheme()))
    , m_idle(new IdleWatch(ground.application, this))
{
    m_window = std::make_unique<MainWindow>();
    m_window->restoreGeometry(ground.preferences.windowGeometry());
    m_entrance = std::make_unique<EntranceController>(m_window->entrance(), ground.entrance, ground.folders, nullptr);
    connect(m_entrance.get(), &EntranceController::opened, this, &Desktop::open);
    connect(m_window.get(), &MainWindow::lockRequested, this, &Desktop::lock);
    connect(m_window.get(), &MainWindow::closing, this,
            [this] { m_ground.preferences.setWindowGeometry(m_window->saveGeometry()); });
    connect(&m_window->lockView(), &LockView::unlockRequested, this, &Desktop::unlock);
    connect(&m_window->lockView(), &LockView::signOutRequested, this, &Desktop::signOut);
    connect(m_idle, &IdleWatch::idle, this, &Desktop::lock);
    follow(m_window->entrance().look());
}

Desktop::~Desktop()
{
    m_workspace.reset(); // Its pages stand in the window.
    m_entrance.reset();
}

void Desktop::start()
{
    showLook();
    m_entrance->start();
    m_window->showEntrance();
    m_window->show();
}

void Desktop::open(const std::shared_ptr<desk::DeskSession> &session)
{
    m_workspace = std::make_unique<Workspace>(*m_window, session, m_ground.clock);
    follow(m_workspace->settings().look());
    connect(&m_workspace->settings().password(), &PasswordForm::submitted, this, &Desktop::changePassword);
    connect(session.get(), &desk::DeskSession::closed, m_workspace.get(), [this](const QString &sentence) {
        // Not from within the session's own signal: it goes with the workspace.
        QMetaObject::invokeMethod(
            this, [this, sentence] { leave(sentence); }, Qt::QueuedConnection);
    });
    showLook();
    m_idle->setLimit(std::chrono::minutes(session->organisation().idleLockMinutes));
    m_window->showWorkspace();
    if (session->recovery())
        m_window->warn(session->recovery()->sentence());
    if (m_waitingCall)
        m_workspace->take(*std::exchange(m_waitingCall, std::nullopt));
}

void Desktop::take(const domain::CallRequest &request)
{
    if (m_workspace)
        m_workspace->take(request);
    else
        m_waitingCall = request;
    raise();
}

void Desktop::raise()
{
    if (m_window->isMinimized())
        m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::lock()
{
    if (m_workspace)
        m_window->lock(m_workspace->session().user().name, m_workspace->isCallGoingOn());
}

void Desktop::unlock(const QString &password)
{
    if (!m_workspace)
        return;
    continueOn(m_workspace->session().unlock(password), m_workspace.get(), [this](const Result<void> &known) {
        if (known)
            m_window->unlock();
        else
            m_window->lockView().refuse(known.error().message);
    });
}

void Desktop::signOut()
{
    m_idle->setLimit(std::chrono::milliseconds(0));
    m_workspace.reset();
    m_entrance->start();
    m_window->showEntrance();
}

void Desktop::changePassword(const QString &password, const QString &fresh)
{
    PasswordForm &form = m_workspace->settings().password();
    if (m_workspace->isCallGoingOn())
        return form.refuse(tr("A call is going on. Save it first: changing the password ends the session."));
    form.setWorking(true);
    continueOn(m_ground.entrance.changePassword(m_workspace->session(), password, fresh), m_workspace.get(),
               [this](const Result<void> &changed) {
                   if (!changed)
                       return m_workspace->settings().password().refuse(changed.error().message);
                   // Not from within what hangs on the workspace: it goes.
                   QMetaObject::invokeMethod(
                       this,
                       [this] {
                           signOut();
                           m_window->entrance().signIn().tell(
                               tr("Your password was changed. Sign in with the new one."));
                       },
                       Qt::QueuedConnection);
               });
}

void Desktop::leave(const QString &sentence)
{
    m_idle->setLimit(std::chrono::milliseconds(0));
    m_workspace.reset();
    m_entrance->startAfter(sentence);
    m_window->showEntrance();
}

void Desktop::follow(LookChoice &look)
{
    connect(&look, &LookChoice::languageChosen, this, [this](domain::Language language) {
        m_ground.preferences.setLanguage(language);
        m_ground.languages.use(language);
        showLook();
    });
    connect(&look, &LookChoice::schemeChosen, this, [this](ColourScheme scheme) {
        m_ground.preferences.setScheme(scheme);
        m_theme->setScheme(scheme);
        showLook();
    });
}

void Desktop::showLook()
{
    const Preferences &chosen = m_ground.preferences;
    m_window->entrance().look().present(chosen.language(), chosen.scheme());
    if (m_workspace)
        m_workspace->settings().look().present(chosen.language(), chosen.scheme());
}

} // namespace consent::ui
