#pragma once

#include "desk/session/deskprofile.h"
#include "desk/session/language.h"
#include "domain/callrequest.h"
#include "ui/common/theme.h"

#include <QObject>

#include <memory>
#include <optional>

class QApplication;

namespace consent {
class Clock;
}
namespace consent::desk {
class DeskEntrance;
class DeskSession;
} // namespace consent::desk

namespace consent::ui {

class EntranceController;
class IdleWatch;
class Languages;
class LookChoice;
class MainWindow;
class Preferences;
class Workspace;

/// The whole desktop: theme, language, window, entrance, the pages of the desk that is open, and the lock.
class Desktop : public QObject
{
    Q_OBJECT

public:
    /// What it stands on; all of it outlives the desktop.
    struct Ground
    {
        QApplication &application;
        desk::DeskEntrance &entrance;
        const desk::DeskFolders &folders;
        Preferences &preferences;
        Languages &languages; ///< Speaking already.
        const Clock &clock;
    };

    explicit Desktop(const Ground &ground);
    ~Desktop() override;

    /// Shows the window.
    void start();
    MainWindow &window() { return *m_window; }
    /// Somebody is on the line. Before signing in it waits; the latest one counts.
    void take(const domain::CallRequest &request);
    /// Brings the window to the front.
    void raise();

private:
    void open(const std::shared_ptr<desk::DeskSession> &session);
    void lock();
    void unlock(const QString &password);
    void signOut();
    void changePassword(const QString &password, const QString &fresh);
    /// The central store ended the session.
    void leave(const QString &sentence);
    void follow(LookChoice &look);
    void showLook();

    Ground m_ground;
    Theme *m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<EntranceController> m_entrance;
    std::unique_ptr<Workspace> m_workspace; ///< While a desk is open.
    IdleWatch *m_idle;
    std::optional<domain::CallRequest> m_waitingCall;
};

} // namespace consent::ui
