#pragma once

#include "base/clock.h"
#include "desk/contactviews.h"

#include <QObject>

namespace consent::desk {
class ContactDesk;
}

namespace consent::ui {

class FollowPage;

/// Connects the page to the use case. UI thread.
class FollowController : public QObject
{
    Q_OBJECT

public:
    /// @param page, desk, clock outlive this
    FollowController(FollowPage &page, desk::ContactDesk &desk, const Clock &clock, QObject *parent);

    void refresh();

private:
    void told(const EventId &about, domain::ToldBy channel);
    void reconfirmed(const desk::ReconfirmationRow &row, domain::Reconfirmation outcome);

    FollowPage &m_page;
    desk::ContactDesk &m_desk;
    const Clock &m_clock;
};

} // namespace consent::ui
