#pragma once

#include "base/result.h"
#include "cache/accesslogstore.h"
#include "cache/consentlogstore.h"
#include "cache/consentstatestore.h"
#include "cache/contactblockstore.h"
#include "cache/contactstore.h"
#include "cache/datakeystore.h"
#include "cache/devicestore.h"
#include "cache/documentstore.h"
#include "cache/draftstore.h"
#include "cache/eventstore.h"
#include "cache/evidencefiles.h"
#include "cache/evidenceindex.h"
#include "cache/mergecandidates.h"
#include "cache/mergestore.h"
#include "cache/outbox.h"
#include "cache/projector.h"
#include "cache/requeststore.h"
#include "cache/search.h"
#include "cache/setasidestore.h"
#include "cache/subjectstore.h"
#include "cache/syncmemory.h"
#include "cache/workingset.h"
#include "vault/migrations.h"
#include "vault/sqltransaction.h"

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
