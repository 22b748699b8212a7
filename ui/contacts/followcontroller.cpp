#include "ui/contacts/followcontroller.h"

#include "base/continuation.h"
#include "desk/contactdesk.h"
#include "ui/contacts/followpage.h"

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
{
    connect(&page, &FollowPage::refreshWanted, this, &FollowController::refresh);
    connect(&page, &FollowPage::told, this, &FollowController::told);
    connect(&page, &FollowPage::reconfirmed, this, &FollowController::reconfirmed);
}

void FollowController::refresh()
{
    continueOn(m_desk.resultsToTell(mostShown), this, [this](const Result<std::vector<desk::ResultNoticeRow>> &rows) {
        if (rows)
            m_page.showResults(*rows);
        else
            m_page.showError(rows.error().message);
    });
    continueOn(m_desk.toReconfirm(koreanDate(m_clock.now()).addDays(daysAhead), mostShown), this,
               [this](const Result<desk::ReconfirmationList> &list) {
                   if (list)
                       m_page.showReconfirmations(*list);
                   else
                       m_page.showError(list.error().message);
               });
}

void FollowController::told(const EventId &about, domain::ToldBy channel)
{
    continueOn(m_desk.told({about}, channel), this, [this, channel](const Result<void> &done) {
        if (!done)
            return m_page.showError(done.error().message);
        m_page.showDone(FollowPage::tr("Noted as told: %1.").arg(domain::label(channel)));
        refresh();
    });
}

void FollowController::reconfirmed(const desk::ReconfirmationRow &row, domain::Reconfirmation outcome)
{
    const QString batch = koreanDate(m_clock.now()).toString(Qt::ISODate);
    continueOn(m_desk.reconfirm(row.person.id, row.items, outcome, batch), this,
               [this, name = row.person.name, outcome](const Result<void> &done) {
                   if (!done)
                       return m_page.showError(done.error().message);
                   m_page.showDone(FollowPage::tr("%1: %2. Saved.").arg(name, domain::label(outcome)));
                   refresh();
               });
}

} // namespace consent::ui
