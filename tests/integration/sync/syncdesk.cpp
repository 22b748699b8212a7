#include "support/sync/simdesk.h"

#include "central/postgres/postgresstore.h"
#include "crypto/base64url.h"

#include <QCoreApplication>

#include <cstdio>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

crypto::SecretBuffer secretOf(const QByteArray &bytes)
{
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(bytes));
    if (!secret)
        qFatal("secure heap");
    return *std::move(secret);
}

/// The store as one desk of another process knows it.
class OneDesksStore : public SimStore
{
public:
    explicit OneDesksStore(QStringList arguments)
        : m_arguments(std::move(arguments))
    {
    }
    Enrolled enrol(const DeviceId &, const QString &) override
    {
        return {*UserId::fromString(m_arguments.at(5)), secretOf(QByteArray::fromHex(m_arguments.at(6).toLatin1()))};
    }
    std::unique_ptr<central::CentralStore> open(const UserId &) override
    {
        const auto address = central::StoreAddress::parse(m_arguments.at(2));
        auto connection =
            central::PostgresConnection::open(*address, m_arguments.at(3), secretOf(m_arguments.at(4).toUtf8()),
                                              {u"syncdesk"_s, std::chrono::seconds(5), std::chrono::seconds(9)});
        if (!connection)
            qFatal("no connection: %s", qPrintable(connection.error().detail));
        return std::make_unique<central::PostgresStore>(
            std::make_shared<central::PostgresSession>(*std::move(connection)));
    }
    void backUp() override {}
    void restore() override {}

private:
    QStringList m_arguments;
};

} // namespace

/// A desk that saves and syncs until it is killed, and after every step prints up to which seq the store acknowledged.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 8)
        return 2;
    const auto organisation = QByteArray::fromHex(arguments.at(7).toLatin1());
    const auto keys = [organisation]() -> Result<ledger::OrganisationKeys> {
        auto key = ledger::OrganisationKey::fromSecret(1, secretOf(organisation));
        if (!key)
            return key.error();
        ledger::OrganisationKeys all;
        all.add(*std::move(key));
        return all;
    };
    OneDesksStore store(arguments);
    const std::atomic<qint64> clock{toMs(SystemClock().now())};
    SimDesk desk({arguments.at(1), u"center"_s, keys, clock}, store);
    for (quint32 number = 0;; ++number) {
        desk.work(number * 7919, number);
        desk.look(true);
        for (;;) {
            const auto step = desk.step();
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            const auto chains = desk::DeskOutbox(desk.core()).chains();
            std::printf("%lld\n", static_cast<long long>(chains->front().acknowledged));
            std::fflush(stdout);
            if (*step == sync::SyncRound::Step::Idle)
                break;
        }
    }
}
