#pragma once

#include "desk/session/deskcore.h"
#include "evidence/evidencestore.h"
#include "evidence/realdisk.h"
#include "sync/evidencesource.h"

namespace consent::desk {

/// The desk's evidence as sync sees it: sealed bytes by their address. Sync thread; the work is done on the cache
/// thread, for which it waits.
class DeskEvidence : public sync::EvidenceSource
{
public:
    explicit DeskEvidence(DeskCore &core); // outlives this

    Result<std::optional<sync::EvidenceItem>> nextToSend() override;
    Result<QByteArray> read(const QByteArray &sha256, qint64 offset, qint64 length) override;
    Result<void> sent(const QByteArray &sha256) override;
    Result<std::optional<sync::EvidenceItem>> nextToFetch() override;
    Result<qint64> received(const QByteArray &sha256) override;
    Result<void> write(const QByteArray &sha256, qint64 offset, const QByteArray &bytes) override;
    Result<void> fetched(const QByteArray &sha256) override;
    Result<void> failed(const QByteArray &sha256, const Error &why) override;

private:
    template <typename Job> auto withStore(Job job);

    DeskCore &m_core;
    evidence::RealDisk m_disk; ///< Cache thread.
};

} // namespace consent::desk
