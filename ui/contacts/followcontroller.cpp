#include "ui/contacts/followcontroller.h"

#include "base/continuation.h"
#include "desk/contacts/contactdesk.h"
#include "ui/contacts/batchpanel.h"
#include "ui/contacts/followpage.h"

#include <QDir>

namespace consent::ui {

namespace {

constexpr int mostShown = 500;
constexpr int daysAhead = 60; ///< People are shown this long before their consent counts no longer.

} // namespace

FollowController::FollowController(FollowPage &page, desk::ContactDesk &desk, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_desk(desk)
    , m_clock(clock)
    , m_batch(std::make_unique<BatchPanel>(&page))
{
    connect(&page, &FollowPage::refreshWanted, this, &FollowController::refresh);
    connect(&page, &FollowPage::told, this, &FollowController::told);
    connect(&page, &FollowPage::reconfirmed, this,
            [this](const std::vector<desk::ReconfirmationRow> &rows, domain::Reconfirmation outcome) {
                recordNext({rows, outcome});
            });
    connect(&page, &FollowPage::batchWanted, this, [this] { m_batch->openFor(koreanDate(m_clock.now()), horizon()); });
    connect(m_batch.get(), &BatchPanel::opened, &page, [&page] { page.setAwake(false); });
    connect(m_batch.get(), &BatchPanel::closed, &page, [&page] { page.setAwake(true); });
    connect(m_batch.get(), &BatchPanel::exportRequested, this, &FollowController::exportBatch);
}

FollowController::~FollowController() = default;

QDate FollowController::horizon() const
{
    return koreanDate(m_clock.now()).addDays(daysAhead);
}

void FollowController::refresh()
{
    continueOn(m_desk.resultsToTell(mostShown), this, [this](const Result<std::vector<desk::ResultNoticeRow>> &rows) {
        if (rows)
            m_page.showResults(*rows);
        else
            m_page.showError(rows.error().message);
    });
    continueOn(m_desk.toReconfirm(horizon(), mostShown), this, [this](const Result<desk::ReconfirmationList> &list) {
        if (list)
            m_page.showReconfirmations(*list);
        else
            m_page.showError(list.error().message);
    });
}

void FollowController::told(const std::vector<EventId> &about, domain::ToldBy channel)
{
    continueOn(m_desk.told(about, channel), this, [this, channel, count = int(about.size())](const Result<void> &done) {
        if (!done)
            return m_page.showError(done.error().message);
        m_page.showDone(
            count == 1 ? FollowPage::tr("Noted as told: %1.").arg(domain::label(channel))
                       : FollowPage::tr("%n outcomes noted as told: %1.", nullptr, count).arg(domain::label(channel)));
        refresh();
    });
}

/// One event a person: what was recorded stays recorded when a later one can't be.
void FollowController::recordNext(Batch batch)
{
    const desk::ReconfirmationRow &row = batch.rows[batch.done];
    const QString name = koreanDate(m_clock.now()).toString(Qt::ISODate);
    continueOn(m_desk.reconfirm(row.person.id, row.items, batch.outcome, name), this,
               [this, batch = std::move(batch)](const Result<void> &recorded) mutable {
                   if (!recorded) {
                       m_page.showError(recorded.error().message);
                       return refresh();
                   }
                   if (++batch.done < batch.rows.size())
                       return recordNext(std::move(batch));
                   const QString outcome = domain::label(batch.outcome);
                   m_page.showDone(
                       batch.done == 1
                           ? FollowPage::tr("%1: %2. Saved.").arg(batch.rows.front().person.name, outcome)
                           : FollowPage::tr("%n people: %1. Saved.", nullptr, int(batch.done)).arg(outcome));
                   refresh();
               });
}

void FollowController::exportBatch(const QString &path, QDate before, const QString &purpose)
{
    continueOn(m_desk.exportBatch(path, before, purpose), this, [this, path](const Result<int> &written) {
        if (!written)
            return m_batch->showError(written.error().message);
        m_batch->close();
        m_page.showDone(FollowPage::tr("%n people are in %1.", nullptr, *written).arg(QDir::toNativeSeparators(path)));
    });
}

} // namespace consent::ui
