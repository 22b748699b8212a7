#include "support/sync/embeddedsimstore.h"

#include "central/embedded/embeddedsetup.h"
#include "central/embedded/embeddedstore.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace consent::test {

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}
void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

constexpr int plentyOfLookUps = 1'000'000;

} // namespace

EmbeddedSimStore::EmbeddedSimStore(QString folder)
    : m_path(std::move(folder) + u"/store.db"_s)
{
    const auto connection = connect();
    central::EmbeddedSetup setup(*connection);
    must(setup.setLookUpsPerHour(plentyOfLookUps));
    must(connection->checkpoint());
    backUp();
}

std::unique_ptr<vault::SqlConnection> EmbeddedSimStore::connect() const
{
    vault::SqlConnection::Options options;
    options.path = m_path;
    options.cacheKib = 1024;
    auto connection = must(vault::SqlConnection::open(options));
    must(must(central::EmbeddedStore::migrations()).apply(*connection));
    return connection;
}

SimStore::Enrolled EmbeddedSimStore::enrol(const DeviceId &device, const QString &branch)
{
    Enrolled enrolled{UserId::create(), *crypto::SecretBuffer::random(32)};
    const auto connection = connect();
    central::EmbeddedSetup setup(*connection);
    must(setup.putDevice(device, branch, crypto::toByteArray(crypto::sha256(enrolled.secret.span()))));
    must(setup.putUser({enrolled.user,
                        u"user-"_s + enrolled.user.toString().right(8),
                        {},
                        {u"agent"_s, u"privacy_officer"_s},
                        true,
                        {}}));
    return enrolled;
}

std::unique_ptr<central::CentralStore> EmbeddedSimStore::open(const UserId &user)
{
    return std::make_unique<central::EmbeddedStore>(connect(), user);
}

void EmbeddedSimStore::backUp()
{
    must(connect()->checkpoint());
    QFile::remove(m_path + u".backup"_s);
    if (!QFile::copy(m_path, m_path + u".backup"_s))
        qFatal("no backup");
}

void EmbeddedSimStore::restore()
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_path + suffix);
    if (!QFile::copy(m_path + u".backup"_s, m_path))
        qFatal("no restore");
}

} // namespace consent::test
