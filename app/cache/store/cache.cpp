#include "cache/store/cache.h"

#include "ledger/eventtypes.h"
#include "ledger/mergefacts.h"
#include "vault/database/sqlconnection.h"

static void initialiseCacheSql()
{
    Q_INIT_RESOURCE(cachesql); // a static library's resources are left out unless asked for
}

namespace consent::cache {

namespace {

constexpr qint32 applicationId = 0x43446b43; // "CDkC"

} // namespace

struct Cache::Stores
{
    explicit Stores(vault::SqlConnection &connection)
        : events(connection)
        , outbox(connection)
        , subjects(connection)
        , states(connection)
        , log(connection)
        , contacts(connection)
        , requests(connection, events)
        , drafts(connection)
        , documents(connection)
        , dataKeys(connection)
        , device(connection)
        , accessLog(connection)
        , search(connection)
        , projector(connection, events, subjects, states, log, documents)
        , contactBlocks(connection)
        , setAside(connection)
        , syncMemory(connection)
        , workingSet(connection, events, dataKeys, projector)
        , evidence(connection)
        , evidenceFiles(connection)
        , merges(connection)
        , candidates(connection)
    {
    }

    EventStore events;
    Outbox outbox;
    SubjectStore subjects;
    ConsentStateStore states;
    ConsentLogStore log;
    ContactStore contacts;
    RequestStore requests;
    DraftStore drafts;
    DocumentStore documents;
    DataKeyStore dataKeys;
    DeviceStore device;
    AccessLogStore accessLog;
    Search search;
    Projector projector;
    ContactBlockStore contactBlocks;
    SetAsideStore setAside;
    SyncMemory syncMemory;
    WorkingSet workingSet;
    EvidenceIndex evidence;
    EvidenceFiles evidenceFiles;
    MergeStore merges;
    MergeCandidates candidates;
};

Result<vault::Migrations> Cache::migrations()
{
    initialiseCacheSql();
    return vault::Migrations::fromFolder(QStringLiteral(":/sql/cache"), applicationId);
}

Cache::Cache(std::unique_ptr<vault::SqlConnection> connection)
    : m_connection(std::move(connection))
    , m_stores(std::make_unique<Stores>(*m_connection))
{
}

Cache::~Cache() = default;

Result<vault::SqlTransaction> Cache::begin()
{
    return vault::SqlTransaction::begin(*m_connection);
}

vault::SqlConnection &Cache::connection()
{
    return *m_connection;
}

Result<qint64> Cache::record(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal)
{
    const auto number = m_stores->events.append(event);
    if (!number)
        return number;
    if (auto moved = m_stores->device.advance(event); !moved)
        return moved.error();
    if (auto queued = m_stores->outbox.append(
            *number, ledger::eventtypes::isUrgent(QLatin1StringView(event.event.type.toLatin1())), event.event.at);
        !queued)
        return queued.error();
    if (auto projected = m_stores->projector.apply({*number, event}, personal); !projected)
        return projected.error();
    if (auto erased = takeErasure(event); !erased)
        return erased.error();
    return number;
}

Result<void> Cache::takeErasure(const ledger::SignedEvent &event)
{
    if (event.event.type != ledger::eventtypes::subjectErased || !event.event.subject)
        return {};
    return m_stores->workingSet.erase(*event.event.subject);
}

/// Two registrations became one person: a desk that works with one of them needs the other one too, whose opt-outs
/// count for both.
Result<void> Cache::fetchOtherHalf(const ledger::SignedEvent &event)
{
    if (event.event.type != ledger::eventtypes::subjectMerged)
        return {};
    const auto facts = ledger::SubjectMerged::fromFacts(event.event.facts);
    if (!facts)
        return {};
    for (const SubjectId &subject : {facts->into, facts->from}) {
        const auto known = m_stores->workingSet.hasRegistration(subject);
        if (!known)
            return known.error();
        if (*known)
            continue;
        if (auto marked = m_stores->workingSet.markPartial(subject); !marked)
            return marked;
    }
    return {};
}

Result<void> Cache::import(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal)
{
    bool erased = false;
    if (event.event.subject && event.event.type != ledger::eventtypes::subjectErased) {
        const auto known = m_stores->workingSet.isErased(*event.event.subject);
        if (!known)
            return known.error();
        erased = *known;
    }
    if (erased) {
        const auto own = m_stores->device.load();
        if (!own && own.error().kind != ErrorKind::NotFound)
            return own.error();
        // What this PC itself wrote stays sealed for a while: see WorkingSet::erase().
        if (!own || own->id != event.event.device)
            return {};
    }
    const auto number = m_stores->events.append(event);
    if (number) {
        if (auto projected = m_stores->projector.apply({*number, event}, personal); !projected)
            return projected;
        if (erased)
            return {};
        if (auto asked = fetchOtherHalf(event); !asked)
            return asked;
        return takeErasure(event);
    }
    return number.error().kind == ErrorKind::AlreadyExists ? Result<void>() : number.error();
}

EventStore &Cache::events()
{
    return m_stores->events;
}
Outbox &Cache::outbox()
{
    return m_stores->outbox;
}
SubjectStore &Cache::subjects()
{
    return m_stores->subjects;
}
ConsentStateStore &Cache::states()
{
    return m_stores->states;
}
ConsentLogStore &Cache::log()
{
    return m_stores->log;
}
RequestStore &Cache::requests()
{
    return m_stores->requests;
}
ContactStore &Cache::contacts()
{
    return m_stores->contacts;
}
DraftStore &Cache::drafts()
{
    return m_stores->drafts;
}
DocumentStore &Cache::documents()
{
    return m_stores->documents;
}
DataKeyStore &Cache::dataKeys()
{
    return m_stores->dataKeys;
}
DeviceStore &Cache::device()
{
    return m_stores->device;
}
AccessLogStore &Cache::accessLog()
{
    return m_stores->accessLog;
}
Search &Cache::search()
{
    return m_stores->search;
}
Projector &Cache::projector()
{
    return m_stores->projector;
}
ContactBlockStore &Cache::contactBlocks()
{
    return m_stores->contactBlocks;
}
SetAsideStore &Cache::setAside()
{
    return m_stores->setAside;
}
SyncMemory &Cache::syncMemory()
{
    return m_stores->syncMemory;
}
EvidenceIndex &Cache::evidence()
{
    return m_stores->evidence;
}
EvidenceFiles &Cache::evidenceFiles()
{
    return m_stores->evidenceFiles;
}
MergeStore &Cache::merges()
{
    return m_stores->merges;
}
MergeCandidates &Cache::candidates()
{
    return m_stores->candidates;
}
WorkingSet &Cache::workingSet()
{
    return m_stores->workingSet;
}

} // namespace consent::cache
