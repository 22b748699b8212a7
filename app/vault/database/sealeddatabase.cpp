#include "vault/database/sealeddatabase.h"

#include "base/logging.h"
#include "vault/database/heldkey.h"
#include "vault/database/migrations.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqlerror.h"

#include <QFile>

#include <sqlite3.h>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace consent::vault {

namespace {

using Connection = std::unique_ptr<SqlConnection>;

/// A copy of the sealed bytes. Nobody has the file open meanwhile: its own connection is closed, its log emptied.
Result<void> keepCopy(const QString &path, int beforeVersion)
{
    const QString copy = path + u".before-%1"_s.arg(beforeVersion);
    const QString unfinished = copy + u".part"_s;
    QFile::remove(unfinished);
    if (QFile::exists(copy))
        return {}; // from a first attempt, when the data was still as before
    QFile source(path);
    if (!source.copy(unfinished))
        return sqlError(source.error() == QFileDevice::ResourceError ? SQLITE_FULL : SQLITE_IOERR, u"copy"_s);
    QFile written(unfinished);
    if (!written.open(QIODevice::ReadWrite) || fsync(written.handle()) != 0 || !written.rename(copy))
        return sqlError(SQLITE_IOERR, u"copy"_s);
    qCInfo(logging::vault) << "kept a sealed copy before a step that rewrites data";
    return {};
}

} // namespace

Result<Connection> SealedDatabase::open(const QString &path, std::span<const std::uint8_t> key,
                                        const Migrations &migrations, const Options &options)
{
    auto held = HeldKey::hold(path, key, options.keyEpoch);
    if (!held)
        return held.error();
    SqlConnection::Options sealed;
    sealed.path = path;
    sealed.vfs = HeldKey::vfsName();
    sealed.cacheKib = options.cacheKib;
    sealed.busyTimeoutMs = options.busyTimeoutMs;
    sealed.keepAlive = *held;

    auto connection = SqlConnection::open(sealed);
    if (!connection)
        return connection;
    const auto version = migrations.versionOf(**connection);
    if (!version)
        return version.error();
    if (migrations.rewritesData(*version)) {
        if (auto emptied = (*connection)->checkpoint(); !emptied)
            return emptied.error();
        connection->reset();
        if (auto kept = keepCopy(path, migrations.latest()); !kept)
            return kept.error();
        connection = SqlConnection::open(sealed);
        if (!connection)
            return connection;
    }
    if (auto applied = migrations.apply(**connection); !applied)
        return applied.error();
    return connection;
}

Result<Connection> SealedDatabase::open(const QString &path, std::span<const std::uint8_t> key,
                                        const Migrations &migrations)
{
    return open(path, key, migrations, Options());
}

Result<Connection> SealedDatabase::openToRead(const QString &path, std::span<const std::uint8_t> key)
{
    auto held = HeldKey::hold(path, key, Options().keyEpoch);
    if (!held)
        return held.error();
    SqlConnection::Options sealed;
    sealed.path = path;
    sealed.vfs = HeldKey::vfsName();
    sealed.readOnly = true;
    sealed.keepAlive = *held;
    return SqlConnection::open(sealed);
}

} // namespace consent::vault
