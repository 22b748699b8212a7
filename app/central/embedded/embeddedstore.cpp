#include "central/embedded/embeddedstore.h"

#include "central/storeerrors_p.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbuffer.h"
#include "vault/database/sqltransaction.h"

#include <QJsonDocument>

#include <set>

using namespace Qt::StringLiterals;

static void initStoreSql()
{
    Q_INIT_RESOURCE(storesql); // a static library's resources are left out unless asked for
}

namespace consent::central {

namespace {

constexpr qint32 applicationId = 0x43445331; // "CDS1"

} // namespace

Result<vault::Migrations> EmbeddedStore::migrations()
{
    initStoreSql();
    return vault::Migrations::fromFolder(u":/sql/store"_s, applicationId);
}

EmbeddedStore::EmbeddedStore(std::unique_ptr<vault::SqlConnection> connection, std::optional<UserId> user,
                             std::shared_ptr<const Clock> clock)
    : m_connection(std::move(connection))
    , m_session{*m_connection, std::move(clock), std::move(user), {}, false, false, 0, {}, {}}
    , m_events(m_session)
    , m_keys(m_session)
    , m_people(m_session, m_events, m_keys)
    , m_blocks(m_session)
    , m_evidence(m_session)
{
}

EmbeddedStore::~EmbeddedStore() = default;

Result<Welcome> EmbeddedStore::hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                     const QString & /*clientVersion*/)
{
    Welcome welcome;
    auto id = m_connection->statement(u"SELECT value FROM setting WHERE name = 'storeId'"_s);
    const auto found = id.next();
    if (!found || !*found)
        return found ? damagedStore(u"no store id"_s) : found.error();
    welcome.storeId = id.text(0);
    const auto schema = m_connection->number(u"PRAGMA user_version"_s);
    if (!schema)
        return schema.error();
    welcome.schema = static_cast<int>(*schema);
    welcome.storeTime = m_session.clock->now();
    welcome.user = m_session.user;
    const auto standing = judge(device, deviceSecret, welcome);
    if (!standing)
        return standing.error();
    welcome.standing = *standing;
    auto latest = checkpoint();
    if (!latest)
        return latest.error();
    welcome.checkpoint = *std::move(latest);
    m_session.greeted = *standing == Standing::Active;
    m_session.refused = !m_session.greeted;
    m_session.device = device;
    m_session.branch = welcome.branch;
    m_session.roles = welcome.roles;
    return welcome;
}

Result<Standing> EmbeddedStore::judge(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                      Welcome &welcome)
{
    if (m_session.user) {
        auto staff =
            m_connection->statement(u"SELECT roles, enabled, must_change_password FROM staff WHERE user = ?"_s);
        const auto found = staff.bind(m_session.userText()).next();
        if (!found)
            return found.error();
        if (!*found || staff.integer(1) == 0)
            return Standing::UserDisabled;
        welcome.roles = staff.text(0).split(u' ', Qt::SkipEmptyParts);
        welcome.mustChangePassword = staff.integer(2) != 0;
    }
    auto row = m_connection->statement(u"SELECT number, branch, secret, revoked FROM device WHERE id = ?"_s);
    const auto found = row.bind(device.toString()).next();
    if (!found)
        return found.error();
    const QByteArray given = crypto::toByteArray(crypto::sha256(deviceSecret.span()));
    if (!*found || !crypto::constantTimeEqual(crypto::bytesOf(given), crypto::bytesOf(row.blob(2))))
        return Standing::DeviceUnknown;
    if (row.integer(3) != 0)
        return Standing::DeviceRevoked;
    m_session.deviceNumber = row.integer(0);
    welcome.branch = row.text(1);
    return Standing::Active;
}

Result<QByteArray> EmbeddedStore::checkpoint()
{
    auto row = m_connection->statement(u"SELECT value FROM setting WHERE name = 'checkpoint'"_s);
    const auto found = row.next();
    if (!found)
        return found.error();
    return *found ? row.text(0).toLatin1() : QByteArray();
}

Result<AppendReply> EmbeddedStore::append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_events.append(device, batch);
}

Result<ledger::ChainHead> EmbeddedStore::head(const DeviceId &device)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_events.head(device);
}

Result<ledger::Heads> EmbeddedStore::heads()
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_events.heads();
}

Result<void> EmbeddedStore::putSubjectTokens(const std::vector<SubjectToken> &tokens)
{
    if (auto may = m_session.mayWork(); !may)
        return may;
    return m_blocks.putSubjectTokens(tokens);
}

Result<PullPage> EmbeddedStore::pull(const QByteArray &cursor, int limit)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    auto page = m_events.pull(cursor, limit);
    if (!page)
        return page;
    std::set<SubjectId> subjects;
    for (const ledger::StoredEvent &event : page->events) {
        if (const auto read = ledger::parseEvent(event.jws); read && read->event.subject)
            subjects.insert(*read->event.subject);
    }
    auto keys = m_keys.dataKeys({subjects.begin(), subjects.end()});
    if (!keys)
        return keys.error();
    page->dataKeys = *std::move(keys);
    auto latest = checkpoint();
    if (!latest)
        return latest.error();
    page->checkpoint = *std::move(latest);
    return page;
}

Result<BlockPage> EmbeddedStore::pullContactBlocks(const QByteArray &cursor, int limit)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_blocks.pull(cursor, limit);
}

Result<Ticket> EmbeddedStore::ask(const LookUp &question)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_people.ask(question);
}

Result<Redeemed> EmbeddedStore::redeem(const Ticket &ticket)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_people.redeem(ticket);
}

Result<void> EmbeddedStore::release(const std::vector<SubjectId> &subjects)
{
    if (auto may = m_session.mayWork(); !may)
        return may;
    return m_people.release(subjects);
}

Result<void> EmbeddedStore::logAccess(const std::vector<AccessEntry> &entries)
{
    if (auto may = m_session.mayWork(); !may)
        return may;
    return m_people.logAccess(entries);
}

Result<void> EmbeddedStore::putDataKeys(const std::vector<ledger::WrappedDataKey> &keys)
{
    if (auto may = m_session.mayWork(); !may)
        return may;
    return m_keys.putDataKeys(keys);
}

Result<std::vector<ledger::WrappedDataKey>> EmbeddedStore::dataKeys(const std::vector<SubjectId> &subjects)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_keys.dataKeys(subjects);
}

Result<void> EmbeddedStore::putUserKeys(const UserKeyMaterial &material)
{
    if (auto may = m_session.mayWork(); !may)
        return may;
    return m_keys.putUserKeys(material);
}

Result<UserKeyMaterial> EmbeddedStore::userKeys(const UserId &user)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_keys.userKeys(user);
}

Result<std::vector<StaffRecord>> EmbeddedStore::roster()
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    std::vector<StaffRecord> staff;
    auto rows = m_connection->statement(u"SELECT s.user, s.login, s.profile, s.roles, s.enabled, k.public_key "
                                        "FROM staff s LEFT JOIN user_key k ON k.user = s.user ORDER BY s.login"_s);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return staff;
        const auto user = UserId::fromString(rows.text(0));
        if (!user)
            return damagedStore(u"user id"_s);
        staff.push_back({*user, rows.text(1), rows.blob(2), rows.text(3).split(u' ', Qt::SkipEmptyParts),
                         rows.integer(4) != 0, QJsonDocument::fromJson(rows.text(5).toUtf8()).object()});
    }
}

Result<EvidenceState> EmbeddedStore::evidenceState(const QByteArray &sha256)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_evidence.state(sha256);
}

Result<EvidenceState> EmbeddedStore::putEvidenceChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total,
                                                      qint64 offset, const QByteArray &bytes)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_evidence.putChunk(sha256, subject, total, offset, bytes);
}

Result<QByteArray> EmbeddedStore::evidenceChunk(const QByteArray &sha256, qint64 offset, qint64 length)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    return m_evidence.chunk(sha256, offset, length);
}

Result<Erased> EmbeddedStore::eraseSubject(const SubjectId &subject)
{
    if (auto may = m_session.mayWork(); !may)
        return may.error();
    if (m_session.user && !m_session.hasAnyRole({u"privacy_officer"_s}))
        return notPermitted(u"erasure by another role"_s);
    auto transaction = vault::SqlTransaction::begin(*m_connection);
    if (!transaction)
        return transaction.error();
    auto erased = m_keys.erase(subject);
    if (!erased)
        return erased;
    if (auto gone = m_blocks.forget(subject); !gone)
        return gone.error();
    if (auto gone = m_evidence.forget(subject); !gone)
        return gone.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return erased;
}

} // namespace consent::central
