#include "benchstore.h"

#include "crypto/base64url.h"
#include "crypto/secretbuffer.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace consent;
using namespace consent::central;
using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(result).value();
}

crypto::SecretBuffer secretOf(const QByteArray &bytes)
{
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(bytes));
    if (!secret)
        qFatal("the secure heap is full");
    return *std::move(secret);
}

/// Ticks of one process and of its ended children; 0 and no parent when it is gone.
struct Usage
{
    qint64 parent = 0;
    qint64 own = 0;
    qint64 ended = 0;
};

Usage usageOf(const QString &process)
{
    QFile file(u"/proc/"_s + process + u"/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // from the state on
    if (fields.size() < 15)
        return {};
    return {fields[1].toLongLong(), fields[11].toLongLong() + fields[12].toLongLong(),
            fields[13].toLongLong() + fields[14].toLongLong()};
}

} // namespace

BenchStore::BenchStore()
    : m_server(PostgresServer::Options{true,
                                       {u"shared_buffers = '2GB'"_s, u"max_wal_size = '8GB'"_s,
                                        u"checkpoint_timeout = '30min'"_s, u"effective_cache_size = '8GB'"_s,
                                        u"maintenance_work_mem = '512MB'"_s},
                                       {}})
    , m_store(m_server)
{
    m_store.setSetting(u"lookUpsPerHour"_s, u"100000000"_s); // an agent asks 120 times an hour, this asks at once
}

BenchStore::Desk BenchStore::addDesk(const QString &login, const DeviceId &device)
{
    const auto user = m_store.addUser(login, {u"agent"_s});
    return {device, m_store.addDevice(u"center"_s, device).secret, user};
}

std::unique_ptr<CentralStore> BenchStore::connect(const Desk &desk) const
{
    PostgresConnection::Options options;
    options.applicationName = u"bench"_s;
    options.silence = std::chrono::minutes(2);
    auto store = std::make_unique<PostgresStore>(std::make_shared<PostgresSession>(must(PostgresConnection::open(
        m_store.address(), desk.login.role, secretOf(desk.login.password.toUtf8()), options))));
    must(store->hello(desk.device, secretOf(desk.secret), u"bench"_s));
    return store;
}

QString BenchStore::superuser() const
{
    return m_server.url(m_store.database());
}

double BenchStore::serverCpuSeconds() const
{
    const qint64 postmaster = m_server.pid();
    const Usage itself = usageOf(QString::number(postmaster));
    qint64 ticks = itself.own + itself.ended;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        const Usage usage = usageOf(process);
        if (usage.parent == postmaster)
            ticks += usage.own;
    }
    return double(ticks) / double(::sysconf(_SC_CLK_TCK));
}
