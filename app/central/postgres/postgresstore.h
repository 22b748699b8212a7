#pragma once

#include "central/centralstore.h"
#include "central/postgres/postgressession.h"

#include <memory>

namespace consent::central {

/// The central store of many desks, on PostgreSQL. What is called is in resources/sql/central/README.md.
class PostgresStore final : public CentralStore
{
public:
    explicit PostgresStore(std::shared_ptr<PostgresSession> session);
    ~PostgresStore() override;

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

    /// For CentralAdministration on the same connection, and for interrupting a call from another thread.
    const std::shared_ptr<PostgresSession> &session() const { return m_session; }

private:
    std::shared_ptr<PostgresSession> m_session;
};

} // namespace consent::central
