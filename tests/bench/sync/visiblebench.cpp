#include "support/sync/postgressimstore.h"
#include "support/sync/simulation.h"

#include "sync/syncengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

} // namespace

/// From saving on one desk to being there on another and at the store, by polling, with the engines as the program runs
/// them.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 60;
    PostgresServer server({.durable = true, .settings = {}, .hbaLines = {}});
    server.start();
    ProvisionedStore provisioned(server);
    PostgresSimStore store(provisioned);
    const std::atomic<qint64> now{toMs(SystemClock().now())};
    const SystemClock clock;
    const QTemporaryDir folder; // on the disk, as on a desk
    const auto secret = std::make_shared<const crypto::SecretBuffer>(*crypto::SecretBuffer::random(32));
    const auto keys = [secret]() -> Result<ledger::OrganisationKeys> {
        auto key = ledger::OrganisationKey::fromSecret(1, *secret->clone());
        if (!key)
            return key.error();
        ledger::OrganisationKeys all;
        all.add(*std::move(key));
        return all;
    };
    std::vector<std::unique_ptr<SimDesk>> desks;
    std::vector<std::unique_ptr<sync::SyncEngine>> engines;
    for (const QString &name : {u"one"_s, u"two"_s}) {
        QDir(folder.path()).mkpath(name);
        desks.push_back(
            std::make_unique<SimDesk>(SimDesk::Place{folder.filePath(name), u"center"_s, keys, now}, store));
        engines.push_back(std::make_unique<sync::SyncEngine>(desks.back()->parts(), clock));
        engines.back()->start();
    }
    desks[0]->core().onRecorded([&](bool urgent) { engines[0]->wake(urgent); });
    const auto people = [](SimDesk &desk) {
        return desk.core().read([](desk::OpenDesk &open) { return *open.cache->subjects().count(); }).result();
    };
    const auto waiting = [](SimDesk &desk) {
        return desk.core().read([](desk::OpenDesk &open) { return *open.cache->outbox().count(); }).result();
    };
    while (waiting(*desks[0]) > 0)
        QThread::msleep(5);
    std::vector<double> sent;
    std::vector<double> visible;
    for (int i = 1; i <= count; ++i) {
        QThread::msleep(static_cast<unsigned long>(100 + i * 137 % 1500)); // at any moment of the other's polling
        QElapsedTimer timer;
        desks[0]->work(0, static_cast<quint32>(i));
        timer.start();
        while (waiting(*desks[0]) > 0)
            QThread::msleep(1);
        sent.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        while (people(*desks[1]) < i)
            QThread::msleep(1);
        visible.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%d records, ms from saved (p50 / p95 / most)\n", count);
    for (const auto &[name, values] : {std::pair{"at the store", &sent}, std::pair{"on the other desk", &visible}})
        std::printf("%-18s %8.0f %8.0f %8.0f\n", name, percentile(*values, 0.5), percentile(*values, 0.95),
                    percentile(*values, 1));
    for (const auto &engine : engines)
        engine->stop();
    return percentile(visible, 0.95) < 3000 ? 0 : 1;
}
