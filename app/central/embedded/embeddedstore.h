#pragma once

#include "central/centralstore.h"
#include "central/embedded/embeddedblocks.h"
#include "central/embedded/embeddedevents.h"
#include "central/embedded/embeddedevidence.h"
#include "central/embedded/embeddedkeys.h"
#include "central/embedded/embeddedpeople.h"
#include "central/embedded/embeddedsession.h"
#include "vault/database/migrations.h"
#include "vault/database/sqlconnection.h"

#include <memory>
#include <optional>

namespace consent::central {

/// The central store as one sealed SQLite file: for one PC, with nothing to install.
///
/// Until hello() it works for the whole file: whoever can open it has everything in it anyway. After hello() it keeps
/// to the device's branch like the store of many desks.
class EmbeddedStore final : public CentralStore
{
public:
    /// The schema of an embedded store.
    static Result<vault::Migrations> migrations();
    /// Takes an open database that has the latest schema.
    /// @param user who works here; without one no role is asked for
    explicit EmbeddedStore(std::unique_ptr<vault::SqlConnection> connection, std::optional<UserId> user = std::nullopt,
                           std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());
    ~EmbeddedStore() override;

    Result<Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                          const QString &clientVersion) override;
    Result<AppendReply> append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch) override;
    Result<ledger::ChainHead> head(const DeviceId &device) override;
    Result<ledger::Heads> heads() override;
    Result<void> putSubjectTokens(const std::vector<SubjectToken> &tokens) override;
    Result<PullPage> pull(const QByteArray &cursor, int limit) override;
    Result<BlockPage> pullContactBlocks(const QByteArray &cursor, int limit) override;
    Result<Ticket> ask(const LookUp &question) override;
    Result<Redeemed> redeem(const Ticket &ticket) override;
    Result<void> release(const std::vector<SubjectId> &subjects) override;
    Result<void> logAccess(const std::vector<AccessEntry> &entries) override;
    Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys) override;
    Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects) override;
    Result<void> putUserKeys(const UserKeyMaterial &material) override;
    Result<UserKeyMaterial> userKeys(const UserId &user) override;
    Result<std::vector<StaffRecord>> roster() override;
    Result<EvidenceState> evidenceState(const QByteArray &sha256) override;
    Result<EvidenceState> putEvidenceChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total,
                                           qint64 offset, const QByteArray &bytes) override;
    Result<QByteArray> evidenceChunk(const QByteArray &sha256, qint64 offset, qint64 length) override;
    Result<Erased> eraseSubject(const SubjectId &subject) override;

private:
    Result<Standing> judge(const DeviceId &device, const crypto::SecretBuffer &deviceSecret, Welcome &welcome);
    Result<QByteArray> checkpoint();

    std::unique_ptr<vault::SqlConnection> m_connection;
    EmbeddedSession m_session;
    EmbeddedEvents m_events;
    EmbeddedKeys m_keys;
    EmbeddedPeople m_people;
    EmbeddedBlocks m_blocks;
    EmbeddedEvidence m_evidence;
};

} // namespace consent::central
