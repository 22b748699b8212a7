#include "desk/evidence/deskevidence.h"

#include "base/logging.h"
#include "desk/evidence/evidencedesk.h"

namespace consent::desk {

namespace {

Result<std::optional<sync::EvidenceItem>> itemOf(const Result<std::optional<cache::EvidenceFile>> &file)
{
    if (!file)
        return file.error();
    if (!*file)
        return std::optional<sync::EvidenceItem>();
    return std::optional(sync::EvidenceItem{(*file)->address, (*file)->subject, (*file)->total});
}

} // namespace

DeskEvidence::DeskEvidence(DeskCore &core)
    : m_core(core)
    , m_disk(EvidenceDesk::folderOf(core.profile().folder()))
{
}

/// In one transaction; behind what people wait for.
template <typename Job> auto DeskEvidence::withStore(Job job)
{
    return m_core
        .write(
            [this, work = std::move(job)](OpenDesk &open, EventRecorder &) {
                evidence::EvidenceStore store(*open.cache, m_disk, m_core.clock());
                return work(*open.cache, store);
            },
            DeskCore::Urgency::Bulk)
        .result();
}

Result<std::optional<sync::EvidenceItem>> DeskEvidence::nextToSend()
{
    return withStore(
        [](cache::Cache &cache, evidence::EvidenceStore &) { return itemOf(cache.evidenceFiles().nextToSend()); });
}

Result<QByteArray> DeskEvidence::read(const QByteArray &sha256, qint64 offset, qint64 length)
{
    return withStore([sha256, offset, length](cache::Cache &, evidence::EvidenceStore &store) {
        return store.sealedBytes(sha256, offset, length);
    });
}

Result<void> DeskEvidence::sent(const QByteArray &sha256)
{
    return withStore([sha256](cache::Cache &cache, evidence::EvidenceStore &) {
        return cache.evidenceFiles().setState(sha256, cache::EvidenceState::Uploaded);
    });
}

Result<std::optional<sync::EvidenceItem>> DeskEvidence::nextToFetch()
{
    return withStore(
        [](cache::Cache &cache, evidence::EvidenceStore &) { return itemOf(cache.evidenceFiles().nextWanted()); });
}

Result<qint64> DeskEvidence::received(const QByteArray &sha256)
{
    return withStore([sha256](cache::Cache &, evidence::EvidenceStore &store) { return store.fetchedBytes(sha256); });
}

Result<void> DeskEvidence::write(const QByteArray &sha256, qint64 offset, const QByteArray &bytes)
{
    return withStore([sha256, offset, bytes](cache::Cache &, evidence::EvidenceStore &store) {
        return store.writeFetched(sha256, offset, bytes);
    });
}

Result<void> DeskEvidence::fetched(const QByteArray &sha256)
{
    return withStore([sha256](cache::Cache &, evidence::EvidenceStore &store) { return store.finishFetch(sha256); });
}

Result<void> DeskEvidence::failed(const QByteArray &sha256, const Error &why)
{
    qCWarning(logging::desk) << "evidence left out of sync:" << why.detail;
    return withStore([sha256](cache::Cache &cache, evidence::EvidenceStore &) -> Result<void> {
        const auto file = cache.evidenceFiles().find(sha256);
        if (!file || !*file)
            return file ? Result<void>() : Result<void>(file.error());
        return cache.evidenceFiles().setState(sha256, (*file)->isHere() ? cache::EvidenceState::Refused
                                                                        : cache::EvidenceState::Unfetchable);
    });
}

} // namespace consent::desk
