#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/callrequest.h"

#include <QObject>

#include <memory>

namespace consent::desk {
class DeskSession;
}

namespace consent::ui {

class CallController;
class CallPage;
class FollowController;
class FollowPage;
class DeskLogSource;
class DeskRequestSource;
class LogPage;
class MainWindow;
class MergeController;
class PersonTasks;
class RequestLinks;
class RequestsPage;
class SettingsPage;
class StopController;
class StopPanel;
class SubjectsController;
class SubjectsPage;
class SyncController;
class SyncPage;

/// The pages of one signed-in desk and what connects them. Goes, pages and all, when the desk is left.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// @param window, clock outlive this
    Workspace(MainWindow &window, std::shared_ptr<desk::DeskSession> session, const Clock &clock);
    ~Workspace() override;

    desk::DeskSession &session() { return *m_session; }
    SettingsPage &settings() { return *m_settings; }
    /// Somebody is on the line.
    void take(const domain::CallRequest &request);
    bool isCallGoingOn() const;

private:
    void addPages();
    void addStopPanel();
    void openStopPanel();
    void addPersonTasks();
    void callSubject(const SubjectId &subject);
    void tellDate();

    MainWindow &m_window;
    std::shared_ptr<desk::DeskSession> m_session;
    const Clock &m_clock;
    QDate m_today;
    std::unique_ptr<DeskLogSource> m_logSource;
    std::unique_ptr<DeskRequestSource> m_requestSource;
    CallPage *m_call = nullptr; ///< Pages belong to the window; those without a right are not there.
    SubjectsPage *m_subjects = nullptr;
    RequestsPage *m_requests = nullptr;
    LogPage *m_log = nullptr;
    SyncPage *m_sync = nullptr;
    SettingsPage *m_settings = nullptr;
    std::unique_ptr<CallController> m_calls;
    std::unique_ptr<SubjectsController> m_people;
    std::unique_ptr<MergeController> m_merges;
    FollowPage *m_follow = nullptr;
    std::unique_ptr<FollowController> m_following;
    std::unique_ptr<StopPanel> m_stop; ///< Lies over the pages; its parent is the window.
    std::unique_ptr<StopController> m_stopping;
    std::unique_ptr<PersonTasks> m_tasks;
    std::unique_ptr<SyncController> m_sending;
    std::unique_ptr<RequestLinks> m_requestLinks;
};

} // namespace consent::ui
