#include "cache/cachesalvage.h"

#include "base/jsonfile.h"
#include "cache/cache.h"
#include "cache/packedjws.h"
#include "ledger/eventtypes.h"
#include "vault/rowsalvage.h"
#include "vault/sealeddatabase.h"
#include "vault/setaside.h"
#include "vault/sqlconnection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(consent::cache::CacheSalvage)
};

} // namespace

QString SalvageOutcome::sentence() const
{
    if (!opened) {
        return Words::tr(
            "The database on this PC is damaged and nothing in it could be read. It was set aside, not "
            "deleted. What was sent to the centre is safe there. Call your administrator before you go on.");
    }
    if (ownLost > 0 || !device) {
        return Words::tr(
            "The database on this PC was damaged. %n record(s) were recovered; some of this PC could not be. "
            "The damaged file was set aside, not deleted. Call your administrator before you go on.",
            nullptr, static_cast<int>(events));
    }
    return Words::tr(
        "The database on this PC was damaged. All %n record(s) were recovered, those waiting for the centre "
        "first. The damaged file was set aside. You can go on working.",
        nullptr, static_cast<int>(events));
}

CacheSalvage::CacheSalvage(vault::SqlConnection &damaged, Cache &cache, SalvageOutcome &outcome)
    : m_damaged(damaged)
    , m_cache(cache)
    , m_outcome(outcome)
{
}

Result<SalvageOutcome> CacheSalvage::run(const QString &path, std::span<const std::uint8_t> key, UtcTime now)
{
    const auto migrations = Cache::migrations();
    if (!migrations)
        return migrations.error();
    const auto aside = vault::setAside(path, now);
    if (!aside)
        return aside.error();
    SalvageOutcome outcome;
    outcome.asidePath = *aside;
    outcome.reportPath = *aside + u".report.txt"_s;

    auto fresh = vault::SealedDatabase::open(path, key, *migrations);
    if (!fresh)
        return fresh.error();
    Cache cache(*std::move(fresh));
    QStringList report{u"Consent Desk: damaged cache, set aside at %1"_s.arg(isoUtc(now))};
    auto damaged = vault::SealedDatabase::openToRead(*aside, key);
    if (damaged) {
        outcome.opened = true;
        CacheSalvage salvage(**damaged, cache, outcome);
        if (auto salvaged = salvage.all(); !salvaged)
            return salvaged.error();
        report += salvage.m_report;
    } else {
        report += u"not readable at all: %1"_s.arg(damaged.error().detail);
    }
    report += u"events recovered: %1, of them waiting: %2; own events lost: %3; signing key recovered: %4"_s
                  .arg(outcome.events)
                  .arg(outcome.waiting)
                  .arg(outcome.ownLost)
                  .arg(outcome.device ? u"yes"_s : u"no"_s);
    if (auto written = writeFileDurably(outcome.reportPath, report.join(u'\n').toUtf8() + '\n'); !written)
        return written.error();
    return outcome;
}

void CacheSalvage::note(const QString &what, qint64 read, qint64 gaps, const QString &fault)
{
    m_outcome.gaps += gaps;
    m_report += gaps == 0 ? u"%1: %2 rows, no gap"_s.arg(what).arg(read)
                          : u"%1: %2 rows, %3 gaps, first: %4"_s.arg(what).arg(read).arg(gaps).arg(fault);
}

Result<void> CacheSalvage::all()
{
    auto transaction = m_cache.begin();
    if (!transaction)
        return transaction.error();
    for (auto step : {&CacheSalvage::device, &CacheSalvage::waiting, &CacheSalvage::events, &CacheSalvage::queueOwn,
                      &CacheSalvage::keys, &CacheSalvage::drafts, &CacheSalvage::documents, &CacheSalvage::accessLog}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    if (auto marked = m_cache.projector().markIncomplete(true); !marked)
        return marked;
    return transaction->commit();
}

Result<void> CacheSalvage::device()
{
    const auto rows = vault::salvageRows(
        m_damaged,
        u"SELECT one,id,private_key,head_seq,head_hash,skew_ms,receipt_day,receipts FROM own_device WHERE one>=?"
        " ORDER BY one LIMIT 1"_s,
        [this](const vault::SqlStatement &row) {
            m_outcome.device = true;
            return m_cache.connection().run(
                u"INSERT INTO own_device(one,id,private_key,head_seq,head_hash,skew_ms,receipt_day,receipts)"
                " VALUES(1,?,?,?,?,?,?,?)"_s,
                row.blob(1), row.blob(2), row.integer(3), row.blob(4), row.integer(5), row.integer(6), row.integer(7));
        });
    if (!rows)
        return rows.error();
    note(u"own device"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

/// First of all what nobody else has.
Result<void> CacheSalvage::waiting()
{
    const auto rows = vault::salvageRows(m_damaged, u"SELECT event FROM outbox WHERE event>=? ORDER BY event LIMIT 1"_s,
                                         [this](const vault::SqlStatement &row) {
                                             m_waiting.insert(row.integer(0));
                                             return Result<void>();
                                         });
    if (!rows)
        return rows.error();
    note(u"outbox"_s, rows->read, rows->gaps, rows->firstFault);
    m_outboxWhole = rows->gaps == 0;
    for (const qint64 number : m_waiting) {
        auto query = m_damaged.statement(u"SELECT packed,id FROM event WHERE number=?"_s);
        const auto row = query.bind(number).next();
        if (!row || !*row)
            continue; // looked for once more, and counted as a gap, in events()
        m_waitingIds.insert(query.blob(1));
        if (auto taken = takeEvent(query.blob(0)); !taken)
            return taken;
    }
    return {};
}

/// Takes an event unless its text is no event or it is there already.
Result<void> CacheSalvage::takeEvent(const QByteArray &packed)
{
    const auto text = unpackJws(packed);
    const auto event = text ? ledger::parseEvent(*text) : Result<ledger::SignedEvent>(text.error());
    if (!event) {
        m_report += u"an event does not verify: %1"_s.arg(event.error().detail);
        ++m_outcome.gaps;
        return {};
    }
    const auto number = m_cache.events().append(*event);
    if (number) {
        ++m_outcome.events;
        return {};
    }
    return number.error().kind == ErrorKind::AlreadyExists ? Result<void>() : number.error();
}

Result<void> CacheSalvage::events()
{
    const auto rows =
        vault::salvageRows(m_damaged, u"SELECT number,packed FROM event WHERE number>=? ORDER BY number LIMIT 1"_s,
                           [this](const vault::SqlStatement &row) { return takeEvent(row.blob(1)); });
    if (!rows)
        return rows.error();
    note(u"events"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

/// Puts this PC's events back in line for the centre. Where the outbox itself was not whole, all of them: the centre
/// takes an event twice without harm.
Result<void> CacheSalvage::queueOwn()
{
    if (!m_outcome.device)
        return {};
    const auto own = m_cache.device().load();
    if (!own)
        return own.error();
    qint64 seq = 0;
    qint64 present = 0;
    while (true) {
        constexpr int batch = 500;
        const auto events = m_cache.events().ofDevice(own->id, seq + 1, batch);
        if (!events)
            return events.error();
        for (const StoredEvent &stored : *events) {
            const ledger::Event &event = stored.event.event;
            seq = event.seq;
            ++present;
            if (m_outboxWhole && m_waitingIds.count(idBytes(event.id)) == 0)
                continue;
            const bool urgent = ledger::eventtypes::isUrgent(QLatin1StringView(event.type.toLatin1()));
            if (auto queued = m_cache.outbox().append(stored.number, urgent, event.at); !queued)
                return queued;
            ++m_outcome.waiting;
        }
        if (events->size() < batch)
            break;
    }
    m_outcome.ownLost = std::max<qint64>(0, own->head.seq - present);
    return {};
}

Result<void> CacheSalvage::keys()
{
    // Without a row number: key by key along the index of people, in which damage is passed person by person.
    const auto rows = vault::salvageRows(
        m_damaged,
        u"SELECT person.number,data_key.id,person.id,epoch,wrapped FROM person JOIN data_key"
        " ON data_key.person=person.number WHERE person.number>=? ORDER BY person.number LIMIT 1"_s,
        [this](const vault::SqlStatement &row) {
            ++m_outcome.others;
            return m_cache.dataKeys().put({idFrom<DataKeyId>(row.blob(1)), idFrom<SubjectId>(row.blob(2)),
                                           static_cast<int>(row.integer(3)), row.blob(4)});
        });
    if (!rows)
        return rows.error();
    note(u"data keys"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

Result<void> CacheSalvage::drafts()
{
    const auto rows = vault::salvageRows(
        m_damaged, u"SELECT rowid,staff,device,at,body FROM draft WHERE rowid>=? ORDER BY rowid LIMIT 1"_s,
        [this](const vault::SqlStatement &row) {
            ++m_outcome.others;
            return m_cache.drafts().put(idFrom<UserId>(row.blob(1)), idFrom<DeviceId>(row.blob(2)),
                                        {row.time(3), row.blob(4)});
        });
    if (!rows)
        return rows.error();
    note(u"drafts"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

/// Those that events published come back with the rebuild.
Result<void> CacheSalvage::documents()
{
    const auto rows = vault::salvageRows(
        m_damaged,
        u"SELECT rowid,kind,id,facts,bytes FROM document WHERE rowid>=? AND event IS NULL ORDER BY rowid LIMIT 1"_s,
        [this](const vault::SqlStatement &row) {
            ++m_outcome.others;
            const auto facts = parseJsonObject(row.text(3).toUtf8(), u"document"_s);
            return m_cache.documents().put(
                {row.text(1), row.text(2), facts ? *facts : QJsonObject(), row.blob(4), std::nullopt});
        });
    if (!rows)
        return rows.error();
    note(u"documents"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

Result<void> CacheSalvage::accessLog()
{
    const auto rows = vault::salvageRows(
        m_damaged,
        u"SELECT access_log.number,at,staff.id,device.id,person.id,action,reason FROM access_log"
        " JOIN staff ON staff.number=access_log.staff JOIN device ON device.number=access_log.device"
        " LEFT JOIN person ON person.number=access_log.person"
        " WHERE access_log.number>=? ORDER BY access_log.number LIMIT 1"_s,
        [this](const vault::SqlStatement &row) {
            ++m_outcome.others;
            AccessLogStore::Entry entry{
                row.time(1), idFrom<UserId>(row.blob(2)), idFrom<DeviceId>(row.blob(3)), std::nullopt, row.text(5),
                row.text(6)};
            if (!row.isNull(4))
                entry.subject = idFrom<SubjectId>(row.blob(4));
            return m_cache.accessLog().append(entry);
        });
    if (!rows)
        return rows.error();
    note(u"access log"_s, rows->read, rows->gaps, rows->firstFault);
    return {};
}

} // namespace consent::cache
