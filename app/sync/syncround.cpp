#include "sync/syncround.h"

#include "base/logging.h"

#include <utility>

namespace consent::sync {

namespace {

template <typename Inner> Result<SyncRound::Step> asRound(const Result<Inner> &step)
{
    if (!step)
        return step.error();
    return *step == Inner::Moved ? SyncRound::Step::Moved : SyncRound::Step::Idle;
}

} // namespace

SyncRound::SyncRound(const SyncParts &parts, const Clock &clock, std::size_t pushBatch, Puller::Limits limits)
    : m_outbox(parts.outbox)
    , m_connection(parts.link, clock,
                   [this, inbox = &parts.inbox](const central::Welcome &welcome, qint64 skewMs) {
                       const auto kept = inbox->greeted(welcome, skewMs);
                       m_greetingFailed = kept ? std::nullopt : std::optional(kept.error());
                   })
    , m_pusher(m_connection, parts.outbox, pushBatch)
    , m_puller(m_connection, parts.inbox, limits)
    , m_evidence(m_connection, parts.evidence)
    , m_upkeep(m_connection, parts.upkeep)
{
}

void SyncRound::look(Look what)
{
    m_reachDue = true;
    m_puller.look(what.blocks);
    m_upkeep.look(what.evict);
}

void SyncRound::tryAgain()
{
    m_resting.fill(std::nullopt);
}

Result<SyncRound::Step> SyncRound::step()
{
    if (auto open = m_connection.ensure(); !open)
        return open.error();
    if (m_greetingFailed)
        return *std::exchange(m_greetingFailed, std::nullopt);
    for (int part = 0; part < PartCount; ++part) {
        auto &rest = m_resting[static_cast<std::size_t>(part)];
        if (rest)
            continue;
        auto done = stepOf(static_cast<Part>(part));
        if (done && *done == Step::Moved)
            return done;
        if (done)
            continue;
        if (!Pusher::isLasting(done.error().kind) || !m_connection.isOpen())
            return done;
        qCWarning(logging::sync) << "part" << part << "rests:" << done.error().detail;
        rest = done.error();
        if (done.error().kind == ErrorKind::NotAllowed) {
            // Perhaps not this call alone: the next greeting tells whether user and device are still welcome.
            m_connection.drop();
            return Step::Moved;
        }
    }
    return Step::Idle;
}

Result<SyncRound::Step> SyncRound::stepOf(Part part)
{
    switch (part) {
    case Push:
        return asRound(m_pusher.step());
    case Reach:
        return reach();
    case Pull:
        return asRound(m_puller.step());
    case Evidence:
        return asRound(m_evidence.step());
    case Keep:
        return asRound(m_upkeep.step());
    case PartCount:
        break;
    }
    return Step::Idle;
}

/// Where nothing is pulled, a question still tells whether the store can be reached.
Result<SyncRound::Step> SyncRound::reach()
{
    if (!std::exchange(m_reachDue, false) || m_connection.isShared())
        return Step::Idle;
    const auto chains = m_outbox.chains();
    if (!chains)
        return chains.error();
    if (chains->empty())
        return Step::Idle;
    const auto head =
        m_connection.call([&chains](central::CentralStore &store) { return store.head(chains->front().device); });
    if (!head)
        return head.error();
    return Step::Moved;
}

std::optional<Error> SyncRound::resting() const
{
    for (const auto &error : m_resting) {
        if (error)
            return error;
    }
    return std::nullopt;
}

std::vector<QString> SyncRound::alarms()
{
    std::vector<QString> alarms;
    for (auto alarm : {m_pusher.alarm(), m_puller.alarm()}) {
        if (alarm)
            alarms.push_back(*std::move(alarm));
    }
    return alarms;
}

Result<Puller::Fetched> SyncRound::fetch(const central::LookUp &question)
{
    if (auto open = m_connection.ensure(); !open)
        return open.error();
    return m_puller.fetch(question);
}

} // namespace consent::sync
