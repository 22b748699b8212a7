#include "figures.h"
#include "fill.h"

#include "vault/database/sqlconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace consent;
using namespace consent::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int cacheKib = 64 * 1024;
constexpr int screen = 60; // rows that a tall screen shows

struct Both
{
    QString sealedPath;
    QString plainPath;
};

/// Opens the file anew each time: what a person waits for after signing in.
Figures opening(const QString &path, bool sealed, Figures &end)
{
    Figures first;
    for (int i = 0; i < 15; ++i) {
        const auto cache = openCache(path, sealed, cacheKib);
        qint64 count = 0;
        first.measure([&] {
            count = cache->log().count({}).value();
            static_cast<void>(cache->log().page({}, 0, screen));
        });
        end.measure([&] { static_cast<void>(cache->log().page({}, count - screen, screen)); });
    }
    return first;
}

void compare(const char *what, cache::Cache &sealed, cache::Cache &plain, int rounds,
             const std::function<void(cache::Cache &, int round)> &work)
{
    Figures ofSealed;
    Figures ofPlain;
    for (int i = 0; i < rounds; ++i) {
        ofSealed.measure([&] { work(sealed, i); });
        ofPlain.measure([&] { work(plain, i); });
    }
    print(what, ofSealed, ofPlain);
}

} // namespace

/// bench_log [events] [folder]: the consent log with so many events (1,000,000), sealed and plain in turn.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 rows = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir temporary(argc > 2 ? QString::fromLocal8Bit(argv[2]) + u"/bench-XXXXXX"_s : QString());
    const Both paths{temporary.filePath(u"sealed.db"_s), temporary.filePath(u"plain.db"_s)};
    for (const bool sealed : {true, false}) {
        if (const pid_t child = fork(); child == 0) {
            const auto cache = openCache(sealed ? paths.sealedPath : paths.plainPath, sealed, 4 * cacheKib);
            QElapsedTimer timer;
            timer.start();
            fillPeople(*cache, rows / 10);
            fillLog(*cache, rows);
            std::printf("filled %s with %lld events in %.1f s\n", sealed ? "sealed" : "plain",
                        static_cast<long long>(rows), static_cast<double>(timer.elapsed()) / 1000);
            std::fflush(stdout);
            _exit(0);
        } else {
            int status = 0;
            waitpid(child, &status, 0);
            if (status != 0)
                return 1;
        }
    }
    Figures sealedEnd;
    Figures plainEnd;
    const Figures sealedOpen = opening(paths.sealedPath, true, sealedEnd);
    const Figures plainOpen = opening(paths.plainPath, false, plainEnd);
    print("count and first page, just opened", sealedOpen, plainOpen);
    print("jump to the end, just opened", sealedEnd, plainEnd);

    const auto sealed = openCache(paths.sealedPath, true, cacheKib);
    const auto plain = openCache(paths.plainPath, false, cacheKib);
    compare("jump anywhere", *sealed, *plain, 300, [&](cache::Cache &cache, int round) {
        static_cast<void>(cache.log().page({}, round * 104'729LL % rows, screen));
    });
    compare("scroll on, page by page", *sealed, *plain, 300, [&](cache::Cache &cache, int round) {
        static_cast<void>(cache.log().page({}, rows / 2 + round * screen, screen));
    });
    cache::ConsentLogFilter byItem;
    byItem.item = u"marketing.sms"_s;
    byItem.decision = domain::Decision::Refused;
    byItem.method = domain::CaptureMethod::PhoneWeb;
    compare("filter by item and method, count", *sealed, *plain, 1,
            [&](cache::Cache &cache, int) { static_cast<void>(cache.log().count(byItem)); });
    const qint64 fitting = sealed->log().count(byItem).value();
    std::printf("  (%lld rows fit)\n", static_cast<long long>(fitting));
    compare("filtered, jump anywhere", *sealed, *plain, 300, [&](cache::Cache &cache, int round) {
        static_cast<void>(cache.log().page(byItem, round * 7'919LL % std::max<qint64>(fitting, 1), screen));
    });
    cache::ConsentLogFilter byDate;
    byDate.from = QDate(2025, 3, 1);
    byDate.to = QDate(2025, 3, 31);
    compare("filter by a month, count and page", *sealed, *plain, 100, [&](cache::Cache &cache, int) {
        static_cast<void>(cache.log().count(byDate));
        static_cast<void>(cache.log().page(byDate, 0, screen));
    });
    compare("a month of an agent, count", *sealed, *plain, 50, [&](cache::Cache &cache, int round) {
        cache::ConsentLogFilter ofAgent = byDate;
        ofAgent.agent =
            cache.log().agents()->at(static_cast<size_t>(round)); // another one each time: nothing remembered
        static_cast<void>(cache.log().count(ofAgent));
    });
    std::printf("resident with both caches: %.0f MB\n", residentMb());
    return 0;
}
