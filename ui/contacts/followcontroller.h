#pragma once

#include "base/clock.h"
#include "desk/contacts/contactviews.h"

#include <QObject>

#include <memory>
#include <vector>

namespace consent::desk {
class ContactDesk;
}

namespace consent::ui {

class BatchPanel;
class FollowPage;

/// Connects the page to the use case. UI thread.
class FollowController : public QObject
{
    Q_OBJECT

public:
    /// @param page, desk, clock outlive this
    FollowController(FollowPage &page, desk::ContactDesk &desk, const Clock &clock, QObject *parent);
    ~FollowController() override;

    void refresh();

private:
    /// People of one batch whose outcome is being recorded, one after the other.
    struct Batch
    {
        std::vector<desk::ReconfirmationRow> rows;
        domain::Reconfirmation outcome;
        std::size_t done = 0;
    };

    void told(const std::vector<EventId> &about, domain::ToldBy channel);
    void recordNext(Batch batch);
    void exportBatch(const QString &path, QDate before, const QString &purpose);
    QDate horizon() const;

    FollowPage &m_page;
    desk::ContactDesk &m_desk;
    const Clock &m_clock;
    std::unique_ptr<BatchPanel> m_batch; ///< Lies over the page.
};

} // namespace consent::ui
