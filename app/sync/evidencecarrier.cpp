#include "sync/evidencecarrier.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::sync {

namespace {

constexpr qint64 chunk = central::CentralStore::EvidenceChunkBytes;

Error spoiled(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("Sync", "A recording or scan of this PC does not match what was noted when it "
                                                "was made. It is kept here and not sent. Tell the administrator."),
            detail};
}

Error erased()
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Sync", "The person was erased; their recordings and scans are gone for good."),
            u"evidence of an erased subject"_s};
}

/// Whether this piece of evidence will not get through however often it is tried; the others will.
bool isItsOwnFault(const Error &error)
{
    return StoreConnection::isAnswer(error.kind);
}

} // namespace

EvidenceCarrier::EvidenceCarrier(StoreConnection &connection, EvidenceSource *source)
    : m_connection(connection)
    , m_source(source)
{
}

Result<EvidenceCarrier::Step> EvidenceCarrier::step()
{
    if (m_source == nullptr)
        return Step::Idle;
    using Work = Result<Step> (EvidenceCarrier::*)(const EvidenceItem &);
    const auto attempt = [this](const Result<std::optional<EvidenceItem>> &item, Work work) -> Result<Step> {
        if (!item)
            return item.error();
        if (!*item)
            return Step::Idle;
        const auto moved = (this->*work)(**item);
        if (moved || !isItsOwnFault(moved.error()))
            return moved;
        if (auto noted = m_source->failed((*item)->sha256, moved.error()); !noted)
            return noted.error();
        return Step::Moved;
    };
    const auto fetched = attempt(m_source->nextToFetch(), &EvidenceCarrier::fetch);
    if (!fetched || *fetched == Step::Moved)
        return fetched;
    return attempt(m_source->nextToSend(), &EvidenceCarrier::send);
}

Result<EvidenceCarrier::Step> EvidenceCarrier::fetch(const EvidenceItem &item)
{
    const auto have = m_source->received(item.sha256);
    if (!have)
        return have.error();
    if (*have < item.total) {
        const qint64 length = std::min(chunk, item.total - *have);
        const auto bytes = m_connection.call(
            [&](central::CentralStore &store) { return store.evidenceChunk(item.sha256, *have, length); });
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            return spoiled(u"the store's piece of evidence is shorter than noted"_s);
        if (auto written = m_source->write(item.sha256, *have, *bytes); !written)
            return written.error();
        if (*have + bytes->size() < item.total)
            return Step::Moved;
    }
    if (auto done = m_source->fetched(item.sha256); !done)
        return done.error();
    return Step::Moved;
}

Result<EvidenceCarrier::Step> EvidenceCarrier::send(const EvidenceItem &item)
{
    auto state = m_connection.call([&item](central::CentralStore &store) { return store.evidenceState(item.sha256); });
    if (!state)
        return state.error();
    if (state->status == central::EvidenceStatus::Missing || state->status == central::EvidenceStatus::Partial) {
        const auto bytes = m_source->read(item.sha256, state->stored, std::min(chunk, item.total - state->stored));
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            return spoiled(u"the sealed file is shorter than noted"_s);
        state = m_connection.call([&](central::CentralStore &store) {
            return store.putEvidenceChunk(item.sha256, item.subject, item.total, state->stored, *bytes);
        });
        if (!state)
            return state.error();
    }
    switch (state->status) {
    case central::EvidenceStatus::Missing:
    case central::EvidenceStatus::Partial:
        return Step::Moved;
    case central::EvidenceStatus::Complete:
        if (auto sent = m_source->sent(item.sha256); !sent)
            return sent.error();
        return Step::Moved;
    case central::EvidenceStatus::BadHash:
        return spoiled(u"the store computed another hash"_s);
    case central::EvidenceStatus::Erased:
        return erased();
    }
    return Step::Moved;
}

} // namespace consent::sync
