#pragma once

#include "base/result.h"
#include "cache/store/eventstore.h"
#include "ledger/evidencefacts.h"

#include <vector>

namespace consent::cache {

/// One attached piece of evidence.
struct EvidenceRecord
{
    EventId event;
    SubjectId subject;
    UserId actor;
    UtcTime at{};
    QByteArray address; ///< 32 bytes
    domain::EvidenceKind kind = domain::EvidenceKind::Other;
    domain::EvidenceMedia mediaType = domain::EvidenceMedia::Pdf;
    qint64 bytes = 0; ///< Sealed.
    ledger::EvidenceSubject about;
    bool interrupted = false;

    friend bool operator==(const EvidenceRecord &, const EvidenceRecord &) = default;
};

/// What evidence there is, wherever it lies. A projection: see Projector. Cache thread only; opens no transaction.
class EvidenceIndex
{
public:
    explicit EvidenceIndex(vault::SqlConnection &connection); // outlives this

    /// In the order in which it was attached; of exactly this registration (see MergeStore for who is one person).
    Result<std::vector<EvidenceRecord>> ofSubject(const SubjectId &subject) const;
    /// What belongs to an event, a request or a contact.
    Result<std::vector<EvidenceRecord>> about(const ledger::EvidenceSubject &about) const;
    /// Every attachment of the same sealed bytes; usually one.
    Result<std::vector<EvidenceRecord>> withAddress(const QByteArray &address) const;

    /// The projector's: applied twice it changes nothing; facts that can't be read show nothing.
    Result<void> apply(const StoredEvent &stored);
    Result<void> drop(qint64 person);
    Result<void> clear();

private:
    Result<std::vector<EvidenceRecord>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
