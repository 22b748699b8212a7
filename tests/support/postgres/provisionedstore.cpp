#include "support/postgres/provisionedstore.h"

#include "central/provisioning/centralprovisioning.h"

#include <QCryptographicHash>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace consent;

namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

crypto::SecretBuffer secretOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    auto secret = crypto::SecretBuffer::copyOf(
        {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
    if (!secret)
        qFatal("the secure heap is full");
    return *std::move(secret);
}

// Of nobody's password; the fixture sets a password of its own afterwards.
constexpr const char *anyVerifier =
    "SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

} // namespace

ProvisionedStore::ProvisionedStore(PostgresServer &server, const QString &database)
    : m_server(server)
    , m_database(database)
{
    reset();
}

central::StoreAddress ProvisionedStore::address() const
{
    const auto address = central::StoreAddress::parse(u"postgresql://%1:%2/%3?sslrootcert=%4"_s.arg(m_server.host())
                                                          .arg(m_server.port())
                                                          .arg(m_database, m_server.authority()));
    if (!address)
        qFatal("%s", qPrintable(address.error().message));
    return *address;
}

void ProvisionedStore::reset()
{
    m_server.sql(u"drop database if exists %1 with (force)"_s.arg(m_database).toUtf8());
    m_server.sql("select format('drop role %I', rolname) from pg_roles where rolname like 'u\\_%' \\gexec");
    auto provisioning = central::CentralProvisioning::connect(address().withUser(m_server.superuser()),
                                                              secretOf(m_server.superuserPassword()));
    if (!provisioning)
        qFatal("%s | %s", qPrintable(provisioning.error().message), qPrintable(provisioning.error().detail));
    const auto made = (*provisioning)->init();
    if (!made)
        qFatal("%s | %s", qPrintable(made.error().message), qPrintable(made.error().detail));
}

/// Replaces `to`; waits some seconds for who is about to leave `from`.
void ProvisionedStore::copyDatabase(const QString &from, const QString &to)
{
    m_server.sql(
        u"drop database if exists %2 with (force);\ncreate database %2 template %1 strategy file_copy;"_s.arg(from, to)
            .toUtf8());
}

void ProvisionedStore::renew()
{
    const QString fresh = m_database + u"_fresh"_s;
    if (!m_hasFresh) {
        reset();
        copyDatabase(m_database, fresh);
        m_hasFresh = true;
        return;
    }
    copyDatabase(fresh, m_database);
    m_server.sql(u"drop database if exists %1_copy with (force)"_s.arg(m_database).toUtf8());
    m_server.sql("select format('drop role %I', rolname) from pg_roles where rolname like 'u\\_%' \\gexec");
}

void ProvisionedStore::keepCopy()
{
    copyDatabase(m_database, m_database + u"_copy"_s);
}

void ProvisionedStore::putBack()
{
    copyDatabase(m_database + u"_copy"_s, m_database);
}

ProvisionedStore::Login ProvisionedStore::addUser(const QString &login, const QStringList &roles,
                                                  const QString &password)
{
    const Login made{UserId::create(), login, u"u_"_s + login,
                     password.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : password};
    sql(u"select store.add_user(row(null, null, null, '{privacy_officer}', null, null, '')::store.caller, %1, %2, %3, "
        "%4::text[], '', '', '', false)"_s
            .arg(quoted(made.user.toString()), quoted(login), quoted(QString::fromLatin1(anyVerifier)),
                 quoted(u'{' + roles.join(u',') + u'}'))
            .toUtf8());
    sql(u"alter role \"%1\" password %2"_s.arg(made.role, quoted(made.password)).toUtf8());
    return made;
}

ProvisionedStore::Device ProvisionedStore::addDevice(const QString &branch, const DeviceId &id)
{
    const Device made{id, QCryptographicHash::hash(id.toString().toUtf8(), QCryptographicHash::Sha256), branch};
    sql(u"insert into store.branch values (%1) on conflict do nothing; "
        "insert into store.device(id, branch, state, secret, enrolled_at) values (%2, %1, 'active', '\\x%3', now()); "
        "insert into store.device_head(device) select number from store.device where id = %2"_s
            .arg(quoted(branch), quoted(id.toString()),
                 QString::fromLatin1(QCryptographicHash::hash(made.secret, QCryptographicHash::Sha256).toHex()))
            .toUtf8());
    return made;
}

void ProvisionedStore::setSetting(const QString &name, const QString &value) const
{
    sql(u"update store.setting set value = %2 where name = %1"_s.arg(quoted(name), quoted(value)).toUtf8());
}
