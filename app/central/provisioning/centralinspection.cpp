#include "central/provisioning/centralinspection.h"

#include "central/postgres/postgresconnection.h"
#include "central/provisioning/backupcheck_p.h"
#include "central/provisioning/centralmigrations.h"
#include "crypto/secretbuffer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

PostgresConnection::Options inspectionOptions()
{
    PostgresConnection::Options options;
    options.applicationName = u"consentdesk-admin"_s;
    options.silence = std::chrono::minutes(10); // counting a large table takes its time
    return options;
}

std::optional<UtcTime> moment(const QVariant &ms)
{
    return ms.isNull() ? std::nullopt : std::optional(fromMs(ms.toLongLong()));
}

} // namespace

Result<std::unique_ptr<CentralInspection>> CentralInspection::connect(const StoreAddress &address,
                                                                      const crypto::SecretBuffer &password)
{
    auto connection = PostgresConnection::open(address, address.user(), password, inspectionOptions());
    if (!connection)
        return connection.error();
    const auto version = CentralMigrations::versionOf(**connection);
    if (!version)
        return version.error();
    if (*version == 0)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("CentralInspection",
                                                 "There is no central store in the database \"%1\". Check the address.")
                         .arg(address.database()),
                     u"no schema"_s};
    return std::unique_ptr<CentralInspection>(new CentralInspection(*std::move(connection)));
}

CentralInspection::CentralInspection(std::unique_ptr<PostgresConnection> connection)
    : m_connection(std::move(connection))
{
}

CentralInspection::~CentralInspection() = default;

Result<StoreStatus> CentralInspection::status()
{
    const auto steps = CentralMigrations::shipped();
    if (!steps)
        return steps.error();
    const auto row = m_connection->row(
        u"SELECT (SELECT value FROM store.setting WHERE name = 'storeId'), (SELECT max(number) FROM store.migration), "
        "pg_database_size(current_database()), (SELECT coalesce(sum(seq), 0)::bigint FROM store.device_head), "
        "(SELECT count(DISTINCT subject) FROM store.subject_branch), (SELECT count(*) FROM store.tombstone), "
        "(SELECT count(*) FROM store.staff), (SELECT count(*) FROM store.staff WHERE enabled), "
        "(SELECT count(*) FROM store.device WHERE state = 'active'), "
        "(SELECT count(*) FROM store.device WHERE state = 'waiting'), "
        "(SELECT count(*) FROM store.device WHERE state = 'revoked'), "
        "(SELECT common.to_ms(max(last_seen)) FROM store.device), (SELECT min(time_ms) FROM store.event WHERE seq = "
        "1), "
        "(SELECT common.to_ms(max(made_at)) FROM store.checkpoint), "
        "(SELECT count(*) FROM pg_inherits WHERE inhparent = 'store.access_log'::regclass) - 1, "
        "(SELECT count(*) FROM store.access_log_other), "
        "(SELECT count(*) FROM generate_series(date_trunc('month', now()), now() + interval '5 years', interval '1 "
        "month') m "
        " WHERE to_regclass('store.access_log' || to_char(m, '_YYYY_MM')) IS NOT NULL), "
        "pg_is_in_recovery(), "
        "(extract(epoch FROM now() - pg_last_xact_replay_timestamp()) * 1000)::bigint, "
        "(SELECT count(*) FROM pg_stat_replication)"_s);
    if (!row)
        return row.error();
    const auto number = [&row](std::size_t column) { return (*row)[column].toLongLong(); };
    StoreStatus status;
    status.storeId = (*row)[0].toString();
    status.schema = static_cast<int>(number(1));
    status.shippedSchema = steps->latest();
    status.databaseBytes = number(2);
    status.events = number(3);
    status.subjects = number(4);
    status.erased = number(5);
    status.users = number(6);
    status.enabledUsers = number(7);
    status.activeDevices = number(8);
    status.waitingDevices = number(9);
    status.revokedDevices = number(10);
    status.lastContact = moment((*row)[11]);
    status.oldestEvent = moment((*row)[12]);
    status.lastCheckpoint = moment((*row)[13]);
    status.accessLogMonths = number(14);
    status.strayAccessLog = number(15);
    status.monthsAhead = number(16);
    status.standby = (*row)[17].toBool();
    if (status.standby && !(*row)[18].isNull())
        status.replayLag = Milliseconds(number(18));
    status.standbys = static_cast<int>(number(19));

    const auto kept = m_connection->rows(u"SELECT heads FROM store.checkpoint WHERE heads <> '' "
                                         "ORDER BY number DESC LIMIT 1"_s);
    if (!kept)
        return kept.error();
    status.eventsSinceCheckpoint = status.events;
    if (!kept->empty()) {
        const auto heads = CheckpointFile::headsFromText(kept->front()[0].toString().toLatin1());
        if (!heads)
            return heads.error();
        for (const auto &[device, head] : *heads)
            status.eventsSinceCheckpoint -= head.seq;
    }
    return status;
}

Result<ledger::Heads> CentralInspection::heads()
{
    const auto rows = m_connection->rows(u"SELECT d.id, h.seq, h.hash FROM store.device_head h "
                                         "JOIN store.device d ON d.number = h.device WHERE h.seq > 0"_s);
    if (!rows)
        return rows.error();
    ledger::Heads heads;
    for (const auto &row : *rows) {
        if (const auto device = DeviceId::fromString(row[0].toString()))
            heads.emplace(*device, ledger::ChainHead{row[1].toLongLong(), row[2].toByteArray()});
    }
    return heads;
}

Result<void> CentralInspection::keep(const CheckpointFile &checkpoint)
{
    const auto kept = m_connection->rows(
        u"INSERT INTO store.checkpoint(body, heads) VALUES (?::text, ?::text)"_s,
        {QString::fromLatin1(checkpoint.jws), QString::fromLatin1(CheckpointFile::headsToText(checkpoint.heads))});
    return kept ? Result<void>() : kept.error();
}

Result<BackupReport> CentralInspection::checkBackup(const std::vector<CheckpointFile> &outside,
                                                    const std::function<bool(qint64)> &progress)
{
    return BackupCheck(*m_connection).run(outside, progress);
}

} // namespace consent::central
