#include "support/sync/postgressimstore.h"

#include "central/postgres/postgresstore.h"
#include "crypto/base64url.h"

using namespace Qt::StringLiterals;

namespace consent::test {

namespace {

constexpr std::chrono::seconds patience{60};

crypto::SecretBuffer secretOf(const QByteArray &bytes)
{
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(bytes));
    if (!secret)
        qFatal("secure heap");
    return *std::move(secret);
}

} // namespace

PostgresSimStore::PostgresSimStore(ProvisionedStore &store)
    : m_store(store)
{
    m_store.renew();
    m_store.setSetting(u"lookUpsPerHour"_s, u"1000000"_s);
    m_store.setSetting(u"fetchesPerHour"_s, u"1000000"_s);
}

SimStore::Enrolled PostgresSimStore::enrol(const DeviceId &device, const QString &branch)
{
    const auto login = m_store.addUser(u"desk%1"_s.arg(m_logins.size()), {u"agent"_s, u"privacy_officer"_s});
    const auto enrolled = m_store.addDevice(branch, device);
    m_logins.emplace(login.user, login);
    return {login.user, secretOf(enrolled.secret)};
}

std::unique_ptr<central::CentralStore> PostgresSimStore::open(const UserId &user)
{
    const auto &login = m_logins.at(user);
    auto connection =
        central::PostgresConnection::open(m_store.address(), login.role, secretOf(login.password.toUtf8()),
                                          {u"simulation"_s, patience, patience}); // the machine may be busy
    if (!connection)
        qFatal("no connection: %s", qPrintable(connection.error().detail));
    return std::make_unique<central::PostgresStore>(std::make_shared<central::PostgresSession>(*std::move(connection)));
}

void PostgresSimStore::backUp()
{
    m_store.keepCopy();
}

void PostgresSimStore::restore()
{
    m_store.putBack();
}

} // namespace consent::test
