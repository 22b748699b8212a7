#include "central/provisioning/backupcheck_p.h"

#include "central/postgres/postgresconnection.h"
#include "crypto/p256.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("BackupCheck", text);
}

/// The ledger of the store in the order of the verifier, a page at a time.
class LedgerRows final : public ledger::EventSource
{
public:
    explicit LedgerRows(PostgresConnection &connection)
        : m_connection(connection)
    {
    }

    Result<std::vector<ledger::StoredEvent>> next(std::size_t limit) override
    {
        const auto rows = m_connection.rows(
            u"SELECT d.id, e.seq, e.body, e.hash FROM store.event e JOIN store.device d ON d.number = e.device "
            "WHERE (d.id, e.seq) > (?::uuid, ?::bigint) ORDER BY d.id, e.seq LIMIT ?::int"_s,
            {m_device, m_seq, static_cast<int>(std::min<std::size_t>(limit, 2000))});
        if (!rows)
            return rows.error();
        std::vector<ledger::StoredEvent> events;
        for (const auto &row : *rows) {
            m_device = row[0].toString();
            m_seq = row[1].toLongLong();
            if (const auto device = DeviceId::fromString(m_device))
                events.push_back({*device, m_seq, row[2].toString().toLatin1(), row[3].toByteArray()});
        }
        return events;
    }

private:
    PostgresConnection &m_connection;
    QString m_device = u"00000000-0000-0000-0000-000000000000"_s;
    qint64 m_seq = 0;
};

} // namespace

Result<BackupReport> BackupCheck::run(const std::vector<CheckpointFile> &outside,
                                      const std::function<bool(qint64)> &progress)
{
    const auto inside = keptInside();
    if (!inside)
        return inside.error();
    ledger::ChainVerifier verifier;
    for (const auto *checkpoints : {&*inside, &outside}) {
        for (const CheckpointFile &checkpoint : *checkpoints) {
            for (const auto &[device, head] : checkpoint.heads)
                verifier.expectHead(device, head);
        }
    }
    LedgerRows rows(m_connection);
    auto chains = verifier.run(rows, progress);
    if (!chains)
        return chains.error();
    BackupReport report;
    report.chains = *std::move(chains);
    for (const ledger::BrokenEvent &broken : report.chains.broken)
        report.findings.append(ledger::describe(broken));
    if (auto compared = compareHeads(report); !compared)
        return compared.error();
    for (std::size_t i = 0; i < inside->size(); ++i)
        compareCheckpoint((*inside)[i],
                          inWords(QT_TRANSLATE_NOOP("BackupCheck", "Checkpoint %1 in the store")).arg(i + 1), report);
    for (std::size_t i = 0; i < outside.size(); ++i)
        compareCheckpoint(outside[i], inWords(QT_TRANSLATE_NOOP("BackupCheck", "Checkpoint file %1")).arg(i + 1),
                          report);
    return report;
}

Result<std::vector<CheckpointFile>> BackupCheck::keptInside()
{
    const auto rows =
        m_connection.rows(u"SELECT body, heads FROM store.checkpoint WHERE heads <> '' ORDER BY number"_s);
    if (!rows)
        return rows.error();
    std::vector<CheckpointFile> checkpoints;
    for (const auto &row : *rows) {
        auto heads = CheckpointFile::headsFromText(row[1].toString().toLatin1());
        if (!heads)
            return heads.error();
        checkpoints.push_back({row[0].toString().toLatin1(), *std::move(heads)});
    }
    return checkpoints;
}

/// The store answers desks from its table of heads: it must say what the events say.
Result<void> BackupCheck::compareHeads(BackupReport &report)
{
    const auto wrong = m_connection.rows(
        u"SELECT d.id FROM store.device d LEFT JOIN store.device_head h ON h.device = d.number "
        "LEFT JOIN LATERAL (SELECT e.seq, e.hash FROM store.event e WHERE e.device = d.number ORDER BY e.seq DESC "
        "LIMIT 1) e "
        "ON true WHERE coalesce(h.seq, 0) <> coalesce(e.seq, 0) OR coalesce(h.hash, '') <> coalesce(e.hash, '')"_s);
    if (!wrong)
        return wrong.error();
    for (const auto &row : *wrong)
        report.findings.append(
            inWords(QT_TRANSLATE_NOOP("BackupCheck",
                                      "The store's note of where the chain of PC %1 ends is not where it ends."))
                .arg(row[0].toString()));
    return {};
}

void BackupCheck::compareCheckpoint(const CheckpointFile &checkpoint, const QString &name, BackupReport &report) const
{
    ++report.checkpoints;
    // Signed by one of the PCs of this ledger: its first event announced the key.
    for (const auto &[device, verified] : report.chains.verified) {
        const auto key = crypto::P256PublicKey::fromJwk(verified.publicKey);
        const auto read =
            key ? ledger::verifyCheckpoint(checkpoint.jws, *key) : Result<ledger::Checkpoint>(key.error());
        if (!read)
            continue;
        std::vector<QByteArray> leaves;
        for (const auto &[id, head] : checkpoint.heads)
            leaves.push_back(ledger::headLeaf(id, head));
        if (read->root != ledger::merkle::root(leaves) || read->devices != static_cast<qint64>(leaves.size()))
            report.findings.append(
                inWords(QT_TRANSLATE_NOOP("BackupCheck", "%1: its list of chains is not the one that was signed."))
                    .arg(name));
        return;
    }
    report.findings.append(
        inWords(
            QT_TRANSLATE_NOOP("BackupCheck", "%1: no PC of this store signed it, or the PC that did is missing here."))
            .arg(name));
}

} // namespace consent::central
