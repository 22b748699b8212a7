#pragma once

#include <QObject>
#include <QTimer>

namespace consent::desk {
class DeskSession;
}

namespace consent::ui {

class SyncPage;

/// Connects the page to the use case; looks again whenever something moved while the page is seen. UI thread.
class SyncController : public QObject
{
    Q_OBJECT

public:
    /// @param page, session outlive this
    SyncController(SyncPage &page, desk::DeskSession &session, QObject *parent);

private:
    void refresh();
    void stateChanged();

    SyncPage &m_page;
    desk::DeskSession &m_session;
    QTimer m_soon;
};

} // namespace consent::ui
