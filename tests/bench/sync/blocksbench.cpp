#include "testdesk.h"

#include "vault/database/sqlconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator64>
#include <QtEndian>

#include <algorithm>
#include <cstdio>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

QByteArray tokenOf(quint64 number)
{
    const quint64 big = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&big), sizeof big);
}

} // namespace

/// The opt-out list of a whole organisation on one desk: bytes an entry, filling, and looking one up.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 5'000'000;
    constexpr int page = 5000; // as pulled
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    auto cache = test::openCache(path, {}, 32 * 1024);
    if (!cache)
        return 1;
    const qint64 before = QFileInfo(path).size();
    QRandomGenerator64 random(7);
    std::vector<quint64> numbers(static_cast<std::size_t>(count));
    std::ranges::generate(numbers, [&random] { return random.generate(); });
    std::ranges::sort(numbers); // the store gives the whole list in the order of the tokens
    std::vector<QByteArray> known;
    QElapsedTimer timer;
    timer.start();
    for (int done = 0; done + page <= count; done += page) {
        auto transaction = (*cache)->begin();
        std::vector<cache::ContactBlockStore::Entry> entries;
        for (int i = 0; i < page; ++i) {
            entries.push_back({tokenOf(numbers[static_cast<std::size_t>(done + i)]),
                               {static_cast<quint8>(2 << (i % 4)), i % 3 == 0}});
            if (i % 500 == 0)
                known.push_back(entries.back().token);
        }
        if (!(*cache)->contactBlocks().put(entries) || !transaction->commit())
            return 1;
        if ((done / page) % 100 == 99) {
            std::printf("%d entries, %.0f s\n", done + page, static_cast<double>(timer.elapsed()) / 1000);
            std::fflush(stdout);
        }
    }
    std::ranges::shuffle(known, random);
    const double fillSeconds = static_cast<double>(timer.elapsed()) / 1000;
    if (!(*cache)->connection().checkpoint())
        return 1;
    const double bytes = static_cast<double>(QFileInfo(path).size() - before) / count;
    timer.restart();
    int found = 0;
    for (const QByteArray &token : known)
        found += (*cache)->contactBlocks().find(token)->any() ? 1 : 0;
    const double hitMicros = static_cast<double>(timer.nsecsElapsed()) / 1e3 / static_cast<double>(known.size());
    timer.restart();
    for (std::size_t i = 0; i < known.size(); ++i)
        found += (*cache)->contactBlocks().find(tokenOf(random.generate()))->any() ? 1 : 0;
    const double missMicros = static_cast<double>(timer.nsecsElapsed()) / 1e3 / static_cast<double>(known.size());
    std::printf("%d entries: %.1f bytes each, filled in %.1f s, found in %.1f us, missed in %.1f us (%d)\n", count,
                bytes, fillSeconds, hitMicros, missMicros, found);
    return 0;
}
