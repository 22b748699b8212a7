#include "sync/pusher.h"

#include "base/logging.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>

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

Pusher::Pusher(StoreFactory openStore, OutboxSource &outbox, std::size_t batch)
    : m_openStore(std::move(openStore))
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

Result<Pusher::Step> Pusher::step()
{
    if (auto connected = connect(); !connected)
        return connected.error();
    auto pushed = pushNext();
    if (!pushed && !isLasting(pushed.error().kind))
        m_store.reset();
    return pushed;
}

Result<void> Pusher::connect()
{
    if (m_store)
        return {};
    auto store = m_openStore();
    if (!store)
        return store.error();
    m_store = *std::move(store);
    return {};
}

Result<Pusher::Step> Pusher::pushNext()
{
    // Each round takes one device out of doubt; settling may have emptied the outbox or brought another device forward.
    for (;;) {
        auto batch = m_outbox.due(m_batch);
        if (!batch)
            return batch.error();
        if (batch->events.empty()) {
            // Without anything to send, a question still tells whether the store can be reached.
            if (auto reached = m_store->head(batch->device); !reached)
                return reached.error();
            return Step::Idle;
        }
        if (m_unknown.contains(batch->device)) {
            if (auto settled = settle(batch->device, batch->events.front().event.seq); !settled)
                return settled.error();
            continue;
        }
        endWithUrgent(*batch);
        if (auto sent = send(*batch); !sent)
            return sent.error();
        return Step::Pushed;
    }
}

Result<void> Pusher::settle(const DeviceId &device, qint64 firstWaiting)
{
    const auto head = m_store->head(device);
    if (!head)
        return head.error();
    if (head->seq >= firstWaiting) { // the call of unknown outcome did happen, at least in part
        const auto ours = m_outbox.from(device, head->seq, 1);
        if (!ours)
            return ours.error();
        if (ours->events.empty() || ours->events.front().event.seq != head->seq)
            return forked(device); // the store is ahead of this PC
        if (ours->events.front().hash != head->hash)
            return forked(device);
        if (auto known = m_outbox.acknowledged(device, head->seq); !known)
            return known;
    }
    m_unknown.erase(device);
    return {};
}

Result<void> Pusher::send(const OutboxBatch &batch)
{
    const auto reply = append(batch);
    if (!reply)
        return reply.error();
    if (reply->answer == central::AppendAnswer::Gap)
        return refill(batch.device, reply->head, batch.events.front().event.seq);
    return m_outbox.acknowledged(batch.device, batch.events.back().event.seq);
}

Result<void> Pusher::refill(const DeviceId &device, const ledger::ChainHead &storeHead, qint64 before)
{
    qCWarning(logging::sync) << "the central store has only seq" << storeHead.seq << "of device" << device.toString()
                             << "- pushing again up to" << before - 1;
    qint64 next = storeHead.seq + 1;
    while (next < before) {
        auto batch = m_outbox.from(device, next, std::min(m_batch, static_cast<std::size_t>(before - next)));
        if (!batch)
            return batch.error();
        if (batch->events.empty() || batch->events.front().event.seq != next)
            return lostByBoth(device, next);
        const auto reply = append(*batch);
        if (!reply)
            return reply.error();
        if (reply->answer == central::AppendAnswer::Gap)
            return lostByBoth(device, reply->head.seq + 1);
        next = batch->events.back().event.seq + 1;
    }
    return {};
}

Result<central::AppendReply> Pusher::append(const OutboxBatch &batch)
{
    if (auto put = m_store->putDataKeys(batch.dataKeys); !put)
        return put.error();
    auto reply = m_store->append(batch.device, batch.events);
    if (!reply) {
        m_unknown.insert(batch.device);
        return reply;
    }
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
