#include "sync/pusher.h"

#include "base/logging.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace consent::sync {

namespace {

Error forked(const DeviceId &device)
{
    return {ErrorKind::Conflict,
            QCoreApplication::translate(
                "Sync", "The central store has other records under this PC's name than this PC. Everything "
                        "is kept on this PC, but nothing more is sent. Call the administrator: another PC "
                        "may be a copy of this one."),
            u"fork on device %1"_s.arg(device.toString())};
}

Error damagedBatch(const DeviceId &device)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate(
                "Sync", "The central store refused a record of this PC as altered. Everything is kept on "
                        "this PC, but nothing more is sent. Run the ledger check and call the "
                        "administrator."),
            u"bad hash in a batch of device %1"_s.arg(device.toString())};
}

Error lostByBoth(const DeviceId &device, qint64 seq)
{
    return {ErrorKind::Internal,
            QCoreApplication::translate(
                "Sync", "The central store lost records that this PC does not keep any more. What waits is "
                        "kept on this PC. Call the administrator: a backup of the store or another PC may "
                        "still have them."),
            u"device %1 has no seq %2 for the store"_s.arg(device.toString()).arg(seq)};
}

} // namespace

Pusher::Pusher(StoreConnection &connection, OutboxSource &outbox, std::size_t batch)
    : m_connection(connection)
    , m_outbox(outbox)
    , m_batch(std::max<std::size_t>(batch, 1))
{
}

bool Pusher::isLasting(ErrorKind kind)
{
    return kind == ErrorKind::Conflict || kind == ErrorKind::Damaged || kind == ErrorKind::Internal ||
           kind == ErrorKind::TooNew || kind == ErrorKind::WrongKey || kind == ErrorKind::NotAllowed ||
           kind == ErrorKind::InvalidArgument;
}

std::optional<QString> Pusher::alarm()
{
    return std::exchange(m_alarm, std::nullopt);
}

Result<Pusher::Step> Pusher::step()
{
    if (m_settledFor != m_connection.generation()) {
        const int generation = m_connection.generation();
        if (auto settled = settleAll(); !settled)
            return settled.error();
        m_settledFor = generation;
    }
    return pushNext();
}

Result<Pusher::Step> Pusher::pushNext()
{
    auto batch = m_outbox.due(m_batch);
    if (!batch)
        return batch.error();
    if (batch->events.empty())
        return Step::Idle;
    endWithUrgent(*batch);
    if (auto sent = send(*batch); !sent)
        return sent.error();
    return Step::Moved;
}

Result<void> Pusher::settleAll()
{
    const auto chains = m_outbox.chains();
    if (!chains)
        return chains.error();
    for (const OutboxChain &chain : *chains) {
        if (auto settled = settle(chain); !settled)
            return settled;
    }
    return {};
}

Result<void> Pusher::settle(const OutboxChain &chain)
{
    const auto head = m_connection.call([&chain](central::CentralStore &store) { return store.head(chain.device); });
    if (!head)
        return head.error();
    if (head->seq > chain.last)
        return forked(chain.device); // the store is ahead of this PC
    if (head->seq > 0) {
        const auto ours = m_outbox.from(chain.device, head->seq, 1);
        if (!ours)
            return ours.error();
        // What was acknowledged long ago may have left this PC; then there is nothing to compare.
        const bool kept = !ours->events.empty() && ours->events.front().event.seq == head->seq;
        if (kept && ours->events.front().hash != head->hash)
            return forked(chain.device);
    }
    if (head->seq > chain.acknowledged) // a call of unknown outcome did happen, at least in part
        return m_outbox.acknowledged(chain.device, head->seq);
    if (head->seq < chain.acknowledged) {
        raise(chain.acknowledged - head->seq);
        return refill(chain.device, head->seq, chain.acknowledged + 1);
    }
    return {};
}

void Pusher::raise(qint64 lost)
{
    m_alarm = QCoreApplication::translate("Sync",
                                          "The central store had lost %n record(s) of this PC that it had confirmed, "
                                          "as after a restore from a backup. This PC has sent them again. Tell the "
                                          "administrator.",
                                          nullptr, static_cast<int>(lost));
}

Result<void> Pusher::send(const OutboxBatch &batch)
{
    const auto reply = append(batch);
    if (!reply)
        return reply.error();
    if (reply->answer == central::AppendAnswer::Gap) {
        raise(batch.events.front().event.seq - 1 - reply->head.seq);
        return refill(batch.device, reply->head.seq, batch.events.front().event.seq);
    }
    return m_outbox.acknowledged(batch.device, batch.events.back().event.seq);
}

Result<void> Pusher::refill(const DeviceId &device, qint64 storeSeq, qint64 before)
{
    qCWarning(logging::sync) << "the central store has only seq" << storeSeq << "of device" << device.toString()
                             << "- pushing again up to" << before - 1;
    if (auto noted = m_outbox.lost(device, storeSeq); !noted)
        return noted;
    qint64 next = storeSeq + 1;
    while (next < before) {
        auto batch = m_outbox.from(device, next, std::min(m_batch, static_cast<std::size_t>(before - next)));
        if (!batch)
            return batch.error();
        endBeforeHole(*batch, next);
        if (batch->events.empty())
            return lostByBoth(device, next);
        const auto reply = append(*batch);
        if (!reply)
            return reply.error();
        if (reply->answer == central::AppendAnswer::Gap)
            return lostByBoth(device, reply->head.seq + 1);
        next = batch->events.back().event.seq + 1;
    }
    return m_outbox.acknowledged(device, before - 1);
}

/// What left this PC long after its acknowledgement is missing in between: the store takes a chain without a hole.
void Pusher::endBeforeHole(OutboxBatch &batch, qint64 next)
{
    const auto hole = std::ranges::find_if(batch.events, [&next](const ledger::SignedEvent &event) {
        const bool follows = event.event.seq == next;
        ++next;
        return !follows;
    });
    batch.events.erase(hole, batch.events.end());
}

Result<central::AppendReply> Pusher::append(const OutboxBatch &batch)
{
    const auto put = m_connection.call([&batch](central::CentralStore &store) -> Result<void> {
        if (auto keys = store.putDataKeys(batch.dataKeys); !keys)
            return keys;
        return batch.tokens.empty() ? Result<void>() : store.putSubjectTokens(batch.tokens);
    });
    if (!put)
        return put.error();
    auto reply =
        m_connection.call([&batch](central::CentralStore &store) { return store.append(batch.device, batch.events); });
    if (!reply)
        return reply;
    switch (reply->answer) {
    case central::AppendAnswer::Accepted:
    case central::AppendAnswer::Replay:
    case central::AppendAnswer::Gap:
        return reply;
    case central::AppendAnswer::Fork:
        return forked(batch.device);
    case central::AppendAnswer::BadHash:
        return damagedBatch(batch.device);
    }
    return reply;
}

void Pusher::endWithUrgent(OutboxBatch &batch)
{
    const auto urgent = std::find_if(batch.events.rbegin(), batch.events.rend(), [](const ledger::SignedEvent &event) {
        return ledger::eventtypes::isUrgent(event.event.type);
    });
    if (urgent != batch.events.rend())
        batch.events.erase(urgent.base(), batch.events.end());
}

} // namespace consent::sync
