#include "sync/puller.h"

#include "base/logging.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace consent::sync {

namespace {

/// Why sync asks for a person by itself; in the store's access log.
constexpr QLatin1StringView syncAction("sync");

Error spentTicket()
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate("Sync", "The central store took too long to answer the look-up. Nothing was "
                                                "changed. Try again."),
            u"ticket used or expired"_s};
}

} // namespace

Puller::Puller(StoreConnection &connection, InboxSink &inbox, Limits limits)
    : m_connection(connection)
    , m_inbox(inbox)
    , m_limits(limits)
{
}

void Puller::look(bool blocks)
{
    m_eventsDue = true;
    m_partialDue = true;
    m_blocksDue = m_blocksDue || blocks;
}

std::optional<QString> Puller::alarm()
{
    return std::exchange(m_alarm, std::nullopt);
}

Result<Puller::Step> Puller::step()
{
    if (m_eventsDue)
        return pullEvents();
    if (m_partialDue)
        return fetchPartial();
    if (m_blocksDue)
        return pullBlocks();
    return Step::Idle;
}

Result<Puller::Step> Puller::pullEvents()
{
    const auto state = m_inbox.state();
    if (!state)
        return state.error();
    if (!m_connection.isShared() && !state->wantsAll) { // all that is there is from here
        m_eventsDue = false;
        return Step::Moved;
    }
    // Anew from the beginning, in pages: if the program ends on the way it begins once more, which only costs time.
    const bool anew = state->wantsAll;
    const QByteArray cursor = anew ? (m_fromStart ? m_cursor : QByteArray()) : state->cursor;
    const auto page = m_connection.call(
        [this, &cursor](central::CentralStore &store) { return store.pull(cursor, m_limits.events); });
    if (!page)
        return page.error();
    const bool nothingNew = page->events.empty() && page->dataKeys.empty() && page->cursor == cursor;
    if (!nothingNew) {
        const auto taken = m_inbox.take(*page);
        if (!taken)
            return taken.error();
        report(*taken);
    }
    m_fromStart = anew && page->more;
    m_cursor = page->cursor;
    m_more = page->more;
    m_eventsDue = page->more;
    if (anew && !page->more) {
        if (auto done = m_inbox.tookAll(); !done)
            return done.error();
    }
    return Step::Moved;
}

Result<Puller::Step> Puller::fetchPartial()
{
    const auto partial = m_inbox.partial(m_limits.people);
    if (!partial)
        return partial.error();
    if (partial->empty()) {
        m_partialDue = false;
        return Step::Moved;
    }
    for (const SubjectId &subject : *partial) {
        central::LookUp question;
        question.subject = subject;
        question.action = syncAction.toString();
        question.limit = 1;
        const auto fetched = fetch(question);
        if (!fetched)
            return fetched.error();
        if (fetched->answer == central::LookUpAnswer::OverQuota) {
            m_partialDue = false; // the rest another time
            return Step::Moved;
        }
        if (fetched->subjects.empty()) {
            if (auto left = m_inbox.notThere(subject); !left)
                return left.error();
        }
    }
    return Step::Moved;
}

Result<Puller::Fetched> Puller::fetch(const central::LookUp &question)
{
    const auto ticket = m_connection.call([&question](central::CentralStore &store) { return store.ask(question); });
    if (!ticket)
        return ticket.error();
    Fetched fetched;
    fetched.answer = ticket->answer;
    if (ticket->answer != central::LookUpAnswer::Granted)
        return fetched;
    const auto redeemed = m_connection.call([&ticket](central::CentralStore &store) { return store.redeem(*ticket); });
    if (!redeemed)
        return redeemed.error();
    if (redeemed->answer != central::RedeemAnswer::Given)
        return spentTicket();
    for (const central::SubjectFile &file : redeemed->files) {
        const auto taken = m_inbox.takeFile(file);
        if (!taken)
            return taken.error();
        report(*taken);
        fetched.subjects.push_back(file.subject);
        fetched.erased += file.erased ? 1 : 0;
    }
    return fetched;
}

Result<Puller::Step> Puller::pullBlocks()
{
    if (!m_connection.isShared()) {
        m_blocksDue = false;
        return Step::Moved;
    }
    const auto state = m_inbox.state();
    if (!state)
        return state.error();
    const auto page = m_connection.call([this, &state](central::CentralStore &store) {
        return store.pullContactBlocks(state->blockCursor, m_limits.blocks);
    });
    if (!page)
        return page.error();
    if (!page->entries.empty() || page->cursor != state->blockCursor) {
        if (auto taken = m_inbox.takeBlocks(*page, state->blockCursor.isEmpty()); !taken)
            return taken.error();
    }
    m_blocksDue = page->more;
    return Step::Moved;
}

void Puller::report(const TakeReport &taken)
{
    if (taken.setAside == 0)
        return;
    qCWarning(logging::sync) << taken.setAside << "events from the central store did not verify and were set aside";
    m_alarm = QCoreApplication::translate("Sync",
                                          "%n record(s) from the central store did not verify. They were set aside and "
                                          "are not shown. Tell the administrator.",
                                          nullptr, static_cast<int>(taken.setAside)) +
              u' ' + taken.firstFault;
}

} // namespace consent::sync
