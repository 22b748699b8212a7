#include "ui/sync/synccontroller.h"

#include "base/continuation.h"
#include "desk/exchange/syncdesk.h"
#include "desk/session/desksession.h"
#include "ui/sync/syncpage.h"

#include <chrono>

namespace consent::ui {

using namespace std::chrono_literals;

SyncController::SyncController(SyncPage &page, desk::DeskSession &session, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms); // a burst of records is shown once
    connect(&m_soon, &QTimer::timeout, this, &SyncController::refresh);
    connect(&page, &SyncPage::refreshRequested, this, &SyncController::refresh);
    connect(&page, &SyncPage::tryRequested, this, [this] {
        m_session.sync().tryNow();
        m_soon.start();
    });
    connect(&page, &SyncPage::seenRequested, this, [this] { m_session.sync().alarmsSeen(); });
    connect(&session, &desk::DeskSession::syncChanged, this, &SyncController::stateChanged);
    stateChanged();
}

void SyncController::stateChanged()
{
    m_page.setState(m_session.syncView());
    if (m_page.isVisible() && !m_soon.isActive())
        m_soon.start();
}

void SyncController::refresh()
{
    continueOn(m_session.sync().overview(), this, [this](const Result<desk::SyncOverview> &overview) {
        if (overview)
            m_page.setOverview(*overview);
        else
            m_page.showError(overview.error().message);
    });
}

} // namespace consent::ui
