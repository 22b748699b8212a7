#pragma once

#include "central/centralstore.h"

#include <atomic>
#include <csignal>
#include <memory>

/// When calls to a store fail, shared by all its connections. Thread-safe.
struct FaultPlan
{
    enum class Mode {
        Before,    ///< The call never reaches the store.
        After,     ///< The call is done, its answer is lost.
        DieBefore, ///< As kill -9 of this process before the call,
        DieAfter   ///< and after it.
    };

    std::atomic<int> calls{0};
    std::atomic<int> failFrom{0}; ///< The first call (from 1) that fails; 0: none.
    std::atomic<int> failures{1}; ///< How many in a row.
    std::atomic<Mode> mode{Mode::Before};
    std::atomic<qint64> appends{0}; ///< Appends that reached the store.

    bool strikes() const
    {
        const int call = calls;
        return failFrom != 0 && call >= failFrom && call < failFrom + failures;
    }
};

/// A store whose calls fail as planned.
class FaultyStore : public consent::central::CentralStore
{
public:
    FaultyStore(std::unique_ptr<consent::central::CentralStore> inner, FaultPlan &plan)
        : m_inner(std::move(inner))
        , m_plan(plan)
    {
    }

    consent::Result<consent::central::AppendReply>
    append(const consent::DeviceId &device, const std::vector<consent::ledger::SignedEvent> &batch) override
    {
        return call([&] {
            ++m_plan.appends;
            return m_inner->append(device, batch);
        });
    }
    consent::Result<consent::ledger::ChainHead> head(const consent::DeviceId &device) override
    {
        return call([&] { return m_inner->head(device); });
    }
    consent::Result<consent::ledger::Heads> heads() override
    {
        return call([&] { return m_inner->heads(); });
    }
    consent::Result<consent::central::PullPage> pull(const QByteArray &cursor, int limit) override
    {
        return call([&] { return m_inner->pull(cursor, limit); });
    }
    consent::Result<void> putDataKeys(const std::vector<consent::ledger::WrappedDataKey> &keys) override
    {
        return call([&] { return m_inner->putDataKeys(keys); });
    }
    consent::Result<std::vector<consent::ledger::WrappedDataKey>>
    dataKeys(const std::vector<consent::SubjectId> &subjects) override
    {
        return call([&] { return m_inner->dataKeys(subjects); });
    }
    consent::Result<void> putUserKeys(const consent::central::UserKeyMaterial &material) override
    {
        return call([&] { return m_inner->putUserKeys(material); });
    }
    consent::Result<consent::central::UserKeyMaterial> userKeys(const consent::UserId &user) override
    {
        return call([&] { return m_inner->userKeys(user); });
    }
    consent::Result<consent::central::Welcome> hello(const consent::DeviceId &device,
                                                     const consent::crypto::SecretBuffer &deviceSecret,
                                                     const QString &clientVersion) override
    {
        return call([&] { return m_inner->hello(device, deviceSecret, clientVersion); });
    }
    consent::Result<void> putSubjectTokens(const std::vector<consent::central::SubjectToken> &tokens) override
    {
        return call([&] { return m_inner->putSubjectTokens(tokens); });
    }
    consent::Result<consent::central::BlockPage> pullContactBlocks(const QByteArray &cursor, int limit) override
    {
        return call([&] { return m_inner->pullContactBlocks(cursor, limit); });
    }
    consent::Result<consent::central::Ticket> ask(const consent::central::LookUp &question) override
    {
        return call([&] { return m_inner->ask(question); });
    }
    consent::Result<consent::central::Redeemed> redeem(const consent::central::Ticket &ticket) override
    {
        return call([&] { return m_inner->redeem(ticket); });
    }
    consent::Result<void> release(const std::vector<consent::SubjectId> &subjects) override
    {
        return call([&] { return m_inner->release(subjects); });
    }
    consent::Result<void> logAccess(const std::vector<consent::central::AccessEntry> &entries) override
    {
        return call([&] { return m_inner->logAccess(entries); });
    }
    consent::Result<std::vector<consent::central::StaffRecord>> roster() override
    {
        return call([&] { return m_inner->roster(); });
    }
    consent::Result<consent::central::EvidenceState> evidenceState(const QByteArray &sha256) override
    {
        return call([&] { return m_inner->evidenceState(sha256); });
    }
    consent::Result<consent::central::EvidenceState> putEvidenceChunk(const QByteArray &sha256,
                                                                      const consent::SubjectId &subject, qint64 total,
                                                                      qint64 offset, const QByteArray &bytes) override
    {
        return call([&] { return m_inner->putEvidenceChunk(sha256, subject, total, offset, bytes); });
    }
    consent::Result<QByteArray> evidenceChunk(const QByteArray &sha256, qint64 offset, qint64 length) override
    {
        return call([&] { return m_inner->evidenceChunk(sha256, offset, length); });
    }
    consent::Result<consent::central::Erased> eraseSubject(const consent::SubjectId &subject) override
    {
        return call([&] { return m_inner->eraseSubject(subject); });
    }

private:
    template <typename Call> auto call(const Call &work) -> decltype(work())
    {
        ++m_plan.calls;
        const consent::Error cut{consent::ErrorKind::Unavailable, QStringLiteral("no connection"),
                                 QStringLiteral("cut link")};
        const bool strikes = m_plan.strikes();
        if (strikes && m_plan.mode == FaultPlan::Mode::DieBefore)
            std::raise(SIGKILL);
        if (strikes && m_plan.mode == FaultPlan::Mode::Before)
            return cut;
        auto answer = work();
        if (strikes && m_plan.mode == FaultPlan::Mode::DieAfter)
            std::raise(SIGKILL);
        if (strikes)
            return cut;
        return answer;
    }

    std::unique_ptr<consent::central::CentralStore> m_inner;
    FaultPlan &m_plan;
};
