#include "desk/session/cachethread.h"

#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace consent::desk;

class CacheThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInOrderOnOneThread();
    void interactiveWorkOvertakesBulkWorkThatWaits();
    void whatWasHandedOverIsRunBeforeTheThreadEnds();
};

void CacheThreadTest::jobsRunInOrderOnOneThread()
{
    CacheThread thread;
    std::vector<int> order;
    std::vector<std::thread::id> ids;
    QFuture<bool> last;
    for (int i = 0; i < 100; ++i) {
        last = thread.run([&order, &ids, i] {
            order.push_back(i);
            ids.push_back(std::this_thread::get_id());
            return true;
        });
    }
    QVERIFY(last.result());
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::all_of(ids.begin(), ids.end(), [&](auto id) { return id == ids.front(); }));
    QVERIFY(ids.front() != std::this_thread::get_id());
}

void CacheThreadTest::interactiveWorkOvertakesBulkWorkThatWaits()
{
    CacheThread thread;
    QSemaphore gate;
    std::vector<char> order;
    const auto blocker = thread.run([&gate] {
        gate.acquire();
        return 0;
    });
    const auto bulk = thread.run(
        [&order] {
            order.push_back('b');
            return 0;
        },
        CacheThread::Urgency::Bulk);
    const auto interactive = thread.run([&order] {
        order.push_back('i');
        return 0;
    });
    gate.release();
    QCOMPARE(blocker.result(), 0);
    QCOMPARE(bulk.result(), 0);
    QCOMPARE(interactive.result(), 0);
    QCOMPARE(order, (std::vector<char>{'i', 'b'}));
}

void CacheThreadTest::whatWasHandedOverIsRunBeforeTheThreadEnds()
{
    std::atomic_int ran = 0;
    {
        CacheThread thread;
        for (int i = 0; i < 50; ++i)
            (void)thread.run([&ran] { return ++ran; },
                             i % 2 == 0 ? CacheThread::Urgency::Bulk : CacheThread::Urgency::Interactive);
    }
    QCOMPARE(ran.load(), 50);
}

QTEST_GUILESS_MAIN(CacheThreadTest)
#include "cachethreadtest.moc"
