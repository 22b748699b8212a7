#include "contract/contractdesks.h"
#include "contract/postgresfixture.h"
#include "support/net/tcpproxy.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace consent;
using namespace consent::central;
using namespace samples;
using ledger::SignedEvent;

/// Links that break, servers that die: nothing that was acknowledged is lost or doubled.
class BrokenLinkTest : public QObject
{
    Q_OBJECT

public:
    explicit BrokenLinkTest(PostgresFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void silentLinkIsGivenUpWithinTenSeconds_data();
    void silentLinkIsGivenUpWithinTenSeconds();
    void silentLinkIsGivenUpWhileConnecting();
    void frozenServerIsGivenUp();
    void interruptedCallComesBackAtOnce();
    void appendCutAnywhereIsWholeOrNot();
    void restartedServerIsFoundAgain();
    void killedServerKeepsWhatItAcknowledged();
    void storeFromAnOldBackupAnswersGapAndIsFedAgain();
    void standbyTakesOverWithoutLoss();

private:
    std::unique_ptr<CentralStore> greeted(const TestDesk &desk);
    Result<std::unique_ptr<CentralStore>> tryGreeted(const TestDesk &desk);
    void throughProxy(const TcpProxy &proxy);
    /// Sends what the desk has from the store's head on, until the store has all of it.
    void feed(TestDesk &desk);
    std::vector<ledger::StoredEvent> stored(const TestDesk &desk);

    PostgresFixture &m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
};

namespace {

void grow(TestDesk &desk, int events)
{
    if (desk.events().empty())
        desk.enrol();
    for (int i = 0; i < events; ++i)
        desk.add({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}});
}

std::vector<SignedEvent> some(const TestDesk &desk, qint64 after, std::size_t most)
{
    const auto from = desk.events().begin() + static_cast<std::ptrdiff_t>(after);
    const auto count = std::min<std::size_t>(most, desk.events().size() - static_cast<std::size_t>(after));
    return {from, from + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

void BrokenLinkTest::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
}

void BrokenLinkTest::throughProxy(const TcpProxy &proxy)
{
    m_fixture.setAddress(must(StoreAddress::parse(u"postgresql://127.0.0.1:%1/consentdesk?sslrootcert=%2"_s.arg(
        QString::number(proxy.port()), m_fixture.address().certificates().authority))));
}

Result<std::unique_ptr<CentralStore>> BrokenLinkTest::tryGreeted(const TestDesk &desk)
{
    auto store = m_fixture.tryOpen(m_desks->login(desk));
    if (!store)
        return store;
    const auto welcome = (*store)->hello(desk.device(), m_desks->secret(desk), u"1.0"_s);
    if (!welcome)
        return welcome.error();
    return store;
}

std::unique_ptr<CentralStore> BrokenLinkTest::greeted(const TestDesk &desk)
{
    return must(tryGreeted(desk));
}

void BrokenLinkTest::feed(TestDesk &desk)
{
    const auto store = greeted(desk);
    for (auto head = must(store->head(desk.device())); head != desk.head();
         head = must(store->append(desk.device(), some(desk, head.seq, 50))).head) {
        if (head.seq > desk.head().seq)
            qFatal("the store has more than the desk");
    }
}

std::vector<ledger::StoredEvent> BrokenLinkTest::stored(const TestDesk &desk)
{
    const auto store = greeted(desk);
    std::vector<ledger::StoredEvent> events;
    QByteArray cursor;
    for (bool more = true; more;) {
        PullPage page = must(store->pull(cursor, 500));
        events.insert(events.end(), page.events.begin(), page.events.end());
        cursor = page.cursor;
        more = page.more;
    }
    return events;
}

void BrokenLinkTest::silentLinkIsGivenUpWithinTenSeconds_data()
{
    QTest::addColumn<int>("link");
    QTest::newRow("up") << int(TcpProxy::Link::NothingUp);
    QTest::newRow("down") << int(TcpProxy::Link::NothingDown);
    QTest::newRow("both") << int(TcpProxy::Link::Dead);
}

void BrokenLinkTest::silentLinkIsGivenUpWithinTenSeconds()
{
    // The proxy still acknowledges every byte, so that TCP itself sees nothing wrong.
    QFETCH(int, link);
    TestDesk desk;
    grow(desk, 20);
    m_desks->join(desk);
    TcpProxy proxy(m_fixture.server().port());
    throughProxy(proxy);
    auto store = greeted(desk);
    QVERIFY(store->append(desk.device(), some(desk, 0, 5)).ok());
    proxy.set(TcpProxy::Link(link));
    QElapsedTimer watch;
    watch.start();
    const auto answer = store->append(desk.device(), some(desk, 5, 5));
    std::printf("# given up after %lld ms\n", static_cast<long long>(watch.elapsed()));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(store->heads().error().kind, ErrorKind::Unavailable); // lost for good, and at once
    store.reset();
    proxy.set(TcpProxy::Link::Open);
    feed(desk);
    QCOMPARE(stored(desk).size(), desk.events().size());
}

void BrokenLinkTest::silentLinkIsGivenUpWhileConnecting()
{
    TestDesk desk;
    m_desks->join(desk);
    TcpProxy proxy(m_fixture.server().port());
    throughProxy(proxy);
    proxy.set(TcpProxy::Link::Dead);
    const auto opened = m_fixture.tryOpen(m_desks->login(desk));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().kind, ErrorKind::Unavailable);
}

void BrokenLinkTest::frozenServerIsGivenUp()
{
    TestDesk desk;
    grow(desk, 2);
    m_desks->join(desk);
    const auto store = greeted(desk);
    const QByteArray backends = m_fixture.store().sql("select string_agg(pid::text, ' ') from pg_stat_activity "
                                                      "where application_name = 'contract'");
    for (const QByteArray &pid : backends.split(' '))
        QVERIFY(postgrestesting::run(u"kill"_s, {u"-STOP"_s, QString::fromLatin1(pid)}).ok());
    const auto answer = store->append(desk.device(), desk.events());
    for (const QByteArray &pid : backends.split(' '))
        QVERIFY(postgrestesting::run(u"kill"_s, {u"-CONT"_s, QString::fromLatin1(pid)}).ok());
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    feed(desk);
    QCOMPARE(stored(desk).size(), desk.events().size());
}

void BrokenLinkTest::interruptedCallComesBackAtOnce()
{
    TestDesk desk;
    grow(desk, 2);
    m_desks->join(desk);
    TcpProxy proxy(m_fixture.server().port());
    throughProxy(proxy);
    const auto store = greeted(desk);
    proxy.set(TcpProxy::Link::Dead);
    auto &connection = static_cast<PostgresStore &>(*store).session()->connection();
    std::atomic<bool> calling{false};
    std::thread other([&] {
        while (!calling)
            std::this_thread::yield();
        connection.interrupt(); // before or while the call is under way: it comes back either way
    });
    calling = true;
    const auto answer = store->append(desk.device(), desk.events());
    other.join();
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QVERIFY(answer.error().detail.contains(u"given up"_s) || answer.error().detail.contains(u"lost"_s));
}

void BrokenLinkTest::appendCutAnywhereIsWholeOrNot()
{
    TestDesk desk;
    grow(desk, 199);
    m_desks->join(desk);
    for (const qint64 bytes : {0, 500, 4'000, 20'000, 60'000, 70'000, 80'000}) {
        TcpProxy proxy(m_fixture.server().port());
        throughProxy(proxy);
        auto store = greeted(desk);
        const qint64 before = must(store->head(desk.device())).seq;
        proxy.dieAfter(bytes);
        const auto answer = store->append(desk.device(), some(desk, before, 100));
        store.reset();
        m_fixture.setAddress(m_fixture.store().address());
        const qint64 after = must(greeted(desk)->head(desk.device())).seq;
        QVERIFY(after == before || after == before + std::min<qint64>(100, 200 - before));
        QVERIFY(!answer.ok() || answer->head.seq == after);
    }
    feed(desk);
    QCOMPARE(stored(desk).size(), desk.events().size());
}

void BrokenLinkTest::restartedServerIsFoundAgain()
{
    TestDesk desk;
    grow(desk, 10);
    m_desks->join(desk);
    const auto store = greeted(desk);
    QVERIFY(store->append(desk.device(), some(desk, 0, 5)).ok());
    m_fixture.server().stop();
    const auto answer = store->append(desk.device(), some(desk, 5, 5));
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QCOMPARE(tryGreeted(desk).error().kind, ErrorKind::Unavailable);
    m_fixture.server().start();
    feed(desk);
    QCOMPARE(stored(desk).size(), desk.events().size());
}

void BrokenLinkTest::killedServerKeepsWhatItAcknowledged()
{
    TestDesk desk;
    grow(desk, 1999);
    m_desks->join(desk);
    for (int round = 0; round < 3; ++round) {
        std::atomic<qint64> acknowledged{0};
        std::atomic<bool> failed{false};
        std::atomic<bool> killed{false};
        const qint64 goal = 200 + 500 * round;
        std::thread writer([&] {
            const auto store = greeted(desk);
            qint64 head = must(store->head(desk.device())).seq;
            acknowledged = head;
            while (head < desk.head().seq) {
                // On a busy machine the killer may come late: far past the goal the writer waits for it, or the
                // chain would end before the server does.
                while (head >= goal + 400 && !killed)
                    std::this_thread::yield();
                const auto reply = store->append(desk.device(), some(desk, head, 20));
                if (!reply) {
                    failed = reply.error().kind == ErrorKind::Unavailable;
                    return;
                }
                head = reply->head.seq;
                acknowledged = head;
            }
        });
        while (acknowledged < goal)
            std::this_thread::yield();
        m_fixture.server().kill();
        killed = true;
        writer.join();
        m_fixture.server().start();
        QVERIFY(failed);
        const qint64 head = must(greeted(desk)->head(desk.device())).seq;
        QVERIFY2(head >= acknowledged, "acknowledged events are lost");
        QVERIFY2((head - acknowledged) % 20 == 0, "half a batch is there");
    }
    feed(desk);
    const auto events = stored(desk);
    QCOMPARE(events.size(), desk.events().size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QCOMPARE(events[i].hash, desk.events()[i].hash);
}

void BrokenLinkTest::storeFromAnOldBackupAnswersGapAndIsFedAgain()
{
    TestDesk desk;
    grow(desk, 30);
    m_desks->join(desk);
    QVERIFY(greeted(desk)->append(desk.device(), some(desk, 0, 10)).ok());
    m_fixture.server().backUp(u"old"_s);
    QVERIFY(greeted(desk)->append(desk.device(), some(desk, 10, 10)).ok());
    m_fixture.server().restore(u"old"_s);
    const auto store = greeted(desk);
    const AppendReply gap = must(store->append(desk.device(), some(desk, 20, 11)));
    QCOMPARE(gap.answer, AppendAnswer::Gap);
    QCOMPARE(gap.head, (ledger::ChainHead{10, desk.events()[9].hash}));
    feed(desk);
    QCOMPARE(stored(desk).size(), desk.events().size());
}

void BrokenLinkTest::standbyTakesOverWithoutLoss()
{
    PostgresServer &primary = m_fixture.server();
    TestDesk desk;
    grow(desk, 3000);
    m_desks->join(desk);
    const auto standby = primary.makeStandby(u"standby1"_s);
    standby->start();
    primary.set(u"synchronous_standby_names"_s, u"standby1"_s);
    const StoreAddress both = must(
        StoreAddress::parse(u"postgresql://127.0.0.1:%1,127.0.0.1:%2/consentdesk?sslrootcert=%3"_s.arg(primary.port())
                                .arg(standby->port())
                                .arg(m_fixture.address().certificates().authority)));
    m_fixture.setAddress(both);
    std::atomic<qint64> acknowledged{0};
    std::atomic<bool> stop{false};
    qint64 longestGapMs = 0;
    // What the sync engine does: a lost connection is opened anew, and the store is asked for its head.
    std::thread writer([&] {
        QElapsedTimer sinceLast;
        sinceLast.start();
        std::unique_ptr<CentralStore> store;
        qint64 head = 0;
        while (!stop && head < desk.head().seq) {
            if (!store) {
                auto opened = tryGreeted(desk);
                if (!opened)
                    continue;
                store = *std::move(opened);
                const auto known = store->head(desk.device());
                if (!known) {
                    store.reset();
                    continue;
                }
                head = known->seq;
            }
            const auto reply = store->append(desk.device(), some(desk, head, 10));
            if (!reply) {
                store.reset();
                continue;
            }
            head = reply->head.seq;
            acknowledged = head;
            longestGapMs = std::max(longestGapMs, sinceLast.restart());
        }
    });
    while (acknowledged < 500)
        std::this_thread::yield();
    primary.kill();
    const qint64 atDeath = acknowledged;
    standby->promote();
    standby->sql("alter system reset synchronous_standby_names");
    standby->sql("select pg_reload_conf()");
    while (acknowledged < desk.head().seq)
        std::this_thread::yield();
    stop = true;
    writer.join();
    std::printf("# standby took over: %lld events acknowledged before, longest gap %lld ms\n",
                static_cast<long long>(atDeath), static_cast<long long>(longestGapMs));
    const auto events = stored(desk);
    QCOMPARE(events.size(), desk.events().size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QCOMPARE(events[i].hash, desk.events()[i].hash);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PostgresFixture fixture;
    BrokenLinkTest test(fixture);
    return QTest::qExec(&test, argc, argv);
}

#include "brokenlinktest.moc"
