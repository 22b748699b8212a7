#include "contract/postgresfixture.h"

#include "unit/ledger/testdesk.h"

using namespace consent;
using namespace consent::central;
using namespace Qt::StringLiterals;

PostgresFixture::PostgresFixture()
    : m_store(m_server)
    , m_address(m_store.address())
{
}

void PostgresFixture::reset()
{
    // The provisioned schema stays; what was put into it goes. Triggers that keep events final are the superuser's to
    // pass over.
    m_store.sql("set session_replication_role = replica; "
                "select format('truncate %I.%I cascade', n.nspname, c.relname) from pg_class c "
                "join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'store' and c.relkind in ('r', 'p') "
                "and not c.relispartition and c.relname not in ('setting', 'migration') \\gexec\n"
                "update store.setting set value = '120' where name = 'lookUpsPerHour'; "
                "update store.setting set value = '30' where name = 'cacheDays'; "
                "update store.setting set value = '60' where name = 'ticketSeconds'; "
                "select format('drop role %I', rolname) from pg_roles where rolname like 'u\\_%' \\gexec");
    m_passwords.clear();
    m_address = m_store.address();
}

void PostgresFixture::addUser(const UserId &user, const QString &login, const QStringList &roles)
{
    m_passwords[login] = m_store.addUser(login, roles).password;
    m_store.sql(u"update store.staff set id = '%1' where login = '%2'"_s.arg(user.toString(), login).toUtf8());
}

void PostgresFixture::setUserEnabled(const QString &login, bool enabled)
{
    m_store.sql(u"update store.staff set enabled = %1 where login = '%2'"_s.arg(enabled ? u"true"_s : u"false"_s, login)
                    .toUtf8());
}

void PostgresFixture::addDevice(const DeviceId &device, const QString &branch, const QByteArray &secretSha256)
{
    m_store.addDevice(branch, device);
    m_store.sql(u"update store.device set secret = '\\x%1' where id = '%2'"_s
                    .arg(QString::fromLatin1(secretSha256.toHex()), device.toString())
                    .toUtf8());
}

void PostgresFixture::revokeDevice(const DeviceId &device)
{
    m_store.sql(
        u"update store.device set state = 'revoked', revoked_at = now() where id = '%1'"_s.arg(device.toString())
            .toUtf8());
}

void PostgresFixture::set(const QString &setting, int value)
{
    m_store.setSetting(setting, QString::number(value));
}

void PostgresFixture::putCheckpoint(const QByteArray &compactJws)
{
    m_store.sql("insert into store.checkpoint(body) values ('" + compactJws + "')");
}

void PostgresFixture::age(const QString &branch, int days)
{
    m_store.sql(u"update store.subject_branch set touched = current_date - %1 where branch = '%2'"_s.arg(days)
                    .arg(branch)
                    .toUtf8());
}

qint64 PostgresFixture::logged(const QString &action, const QString &outcome)
{
    return m_store
        .sql(u"select count(*) from store.access_log where action = '%1' and outcome = '%2'"_s.arg(action, outcome)
                 .toUtf8())
        .toLongLong();
}

Result<std::unique_ptr<CentralStore>> PostgresFixture::tryOpen(const QString &login)
{
    PostgresConnection::Options options;
    options.applicationName = u"contract"_s;
    auto connection = PostgresConnection::open(m_address, u"u_"_s + login, secretOf(m_passwords.at(login)), options);
    if (!connection)
        return connection.error();
    return std::unique_ptr<CentralStore>(
        std::make_unique<PostgresStore>(std::make_shared<PostgresSession>(*std::move(connection))));
}

std::unique_ptr<CentralStore> PostgresFixture::open(const QString &login)
{
    return samples::must(tryOpen(login));
}

crypto::SecretBuffer PostgresFixture::secretOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    auto secret =
        crypto::SecretBuffer::copyOf(crypto::bytesOf(std::string_view(bytes.constData(), std::size_t(bytes.size()))));
    if (!secret)
        qFatal("the secure heap is full");
    return *std::move(secret);
}
