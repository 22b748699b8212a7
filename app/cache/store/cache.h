#pragma once

#include "base/result.h"
#include "cache/evidence/evidencefiles.h"
#include "cache/evidence/evidenceindex.h"
#include "cache/log/consentlogstore.h"
#include "cache/projection/consentstatestore.h"
#include "cache/projection/contactstore.h"
#include "cache/projection/mergecandidates.h"
#include "cache/projection/mergestore.h"
#include "cache/projection/projector.h"
#include "cache/projection/requeststore.h"
#include "cache/projection/subjectstore.h"
#include "cache/search/search.h"
#include "cache/store/accesslogstore.h"
#include "cache/store/datakeystore.h"
#include "cache/store/devicestore.h"
#include "cache/store/documentstore.h"
#include "cache/store/draftstore.h"
#include "cache/store/eventstore.h"
#include "cache/sync/contactblockstore.h"
#include "cache/sync/outbox.h"
#include "cache/sync/setasidestore.h"
#include "cache/sync/syncmemory.h"
#include "cache/sync/workingset.h"
#include "vault/database/migrations.h"
#include "vault/database/sqltransaction.h"

#include <memory>

namespace consent::cache {

/// The local cache: owns its connection and one store for each aggregate.
/// Lives on the cache thread. Stores open no transaction; what belongs together is grouped by begin() ... commit().
class Cache
{
public:
    /// The schema of a cache.
    static Result<vault::Migrations> migrations();
    /// Takes an open database that has the latest schema (vault::SealedDatabase and migrations() bring it there).
    explicit Cache(std::unique_ptr<vault::SqlConnection> connection);
    ~Cache();
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;

    Result<vault::SqlTransaction> begin();
    vault::SqlConnection &connection();

    /// Takes an event that this device just signed: stored, head moved, queued for the centre, projected.
    /// Inside the caller's transaction.
    /// @param personal what was sealed into it; nothing when it has no sealed part
    /// @return its number.
    Result<qint64> record(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal);
    /// Takes an event of another device (or an own one back from the centre): stored and projected. One that is stored
    /// already is nothing to do, and so is one about a person that was erased. An erasure takes its person off this PC.
    Result<void> import(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal);

    EventStore &events();
    Outbox &outbox();
    SubjectStore &subjects();
    ConsentStateStore &states();
    ConsentLogStore &log();
    ContactStore &contacts();
    RequestStore &requests();
    DraftStore &drafts();
    DocumentStore &documents();
    DataKeyStore &dataKeys();
    DeviceStore &device();
    AccessLogStore &accessLog();
    EvidenceIndex &evidence();
    EvidenceFiles &evidenceFiles();
    MergeStore &merges();
    MergeCandidates &candidates();
    Search &search();
    Projector &projector();
    ContactBlockStore &contactBlocks();
    SetAsideStore &setAside();
    SyncMemory &syncMemory();
    WorkingSet &workingSet();

private:
    Result<void> takeErasure(const ledger::SignedEvent &event);
    Result<void> fetchOtherHalf(const ledger::SignedEvent &event);

    struct Stores;
    std::unique_ptr<vault::SqlConnection> m_connection;
    std::unique_ptr<Stores> m_stores; // after the connection: goes before it
};

} // namespace consent::cache
