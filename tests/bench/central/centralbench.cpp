#include "rawcopy.h"
#include "support/postgres/provisionedstore.h"
#include "unit/ledger/testdesk.h"

#include "central/postgresstore.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbuffer.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <barrier>
#include <cstdio>
#include <thread>

// The central store on a durable server: appends beside raw COPY of the same rows, a pull beside a plain SELECT, and a
// person by phone. CONSENT_BENCH_EVENTS: how large the ledger is for the last (10,000,000 unless told).

using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

constexpr int writers = 8;
constexpr int rounds = 5;
constexpr int batchesARound = 25;
constexpr std::size_t batch = 100;

crypto::SecretBuffer secretOf(const QByteArray &bytes)
{
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(bytes));
    if (!secret)
        qFatal("the secure heap is full");
    return *std::move(secret);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * double(values.size() - 1))];
}

struct Writer
{
    TestDesk desk;
    std::unique_ptr<CentralStore> store;
    std::unique_ptr<RawCopy> raw;
    std::vector<std::vector<ledger::SignedEvent>> batches;
    std::vector<QByteArray> rows; ///< The same batches as COPY takes them.
};

QByteArray copyRows(const std::vector<ledger::SignedEvent> &events)
{
    QByteArray rows;
    for (const ledger::SignedEvent &event : events) {
        rows += "1\t" + QByteArray::number(event.event.seq) + '\t' + event.event.id.toString().toLatin1() + '\t' +
                (event.event.subject ? event.event.subject->toString().toLatin1() : QByteArray("\\N")) + '\t' +
                QByteArray::number(toMs(event.event.at)) + '\t' + event.event.type.toLatin1() + "\t\\\\x" +
                event.hash.toHex() + '\t' + event.jws + '\n';
    }
    return rows;
}

/// Seconds that all writers together take for one round of the work.
template <typename Work> double together(std::vector<Writer> &all, const Work &work)
{
    std::barrier start(writers + 1);
    std::vector<std::thread> threads;
    for (Writer &writer : all) {
        threads.emplace_back([&] {
            start.arrive_and_wait();
            work(writer);
        });
    }
    QElapsedTimer timer;
    start.arrive_and_wait();
    timer.start();
    for (std::thread &thread : threads)
        thread.join();
    return double(timer.nsecsElapsed()) / 1e9;
}

class CentralBench
{
public:
    CentralBench()
        : m_server(PostgresServer::Options{true, {}, {}})
        , m_store(m_server)
    {
    }

    void run()
    {
        m_store.setSetting(QStringLiteral("lookUpsPerHour"), QStringLiteral("100000000"));
        append();
        pull();
        lookUp();
    }

private:
    std::unique_ptr<CentralStore> connect(const TestDesk &desk, const QString &login)
    {
        const auto user = m_store.addUser(login, {QStringLiteral("agent")});
        const auto device = m_store.addDevice(QStringLiteral("center"), desk.device());
        PostgresConnection::Options options;
        options.applicationName = QStringLiteral("bench");
        options.silence = std::chrono::minutes(2);
        auto store = std::make_unique<PostgresStore>(std::make_shared<PostgresSession>(
            must(PostgresConnection::open(m_store.address(), user.role, secretOf(user.password.toUtf8()), options))));
        must(store->hello(device.id, secretOf(device.secret), QStringLiteral("bench")));
        return store;
    }

    QString raw() const { return m_server.url(m_store.database()); }

    void append()
    {
        RawCopy(raw()).command(
            "create table public.bare(device int, seq bigint, id uuid, subject uuid, time_ms bigint, "
            "type text, hash bytea, body text)");
        std::vector<Writer> all(writers);
        for (std::size_t w = 0; w < all.size(); ++w) {
            Writer &writer = all[w];
            writer.store = connect(writer.desk, QStringLiteral("w%1").arg(w));
            writer.raw = std::make_unique<RawCopy>(raw());
            writer.desk.enrol();
            for (std::size_t i = 1; i < std::size_t(rounds * batchesARound) * batch; ++i)
                writer.desk.addGrant();
            const auto &events = writer.desk.events();
            for (std::size_t from = 0; from < events.size(); from += batch) {
                const auto begin = events.begin() + static_cast<std::ptrdiff_t>(from);
                writer.batches.emplace_back(begin, begin + batch);
                writer.rows.push_back(copyRows(writer.batches.back()));
            }
        }
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) {
            const auto first = static_cast<std::size_t>(round * batchesARound);
            const double copied = together(all, [&](Writer &writer) {
                for (std::size_t b = first; b < first + batchesARound; ++b)
                    writer.raw->copy("public.bare", writer.rows[b]);
            });
            const double appended = together(all, [&](Writer &writer) {
                for (std::size_t b = first; b < first + batchesARound; ++b) {
                    if (must(writer.store->append(writer.desk.device(), writer.batches[b])).answer !=
                        AppendAnswer::Accepted)
                        qFatal("not accepted");
                }
            });
            ratios.push_back(copied / appended);
            std::printf("append %d x %zu: %.0f events/s; COPY %.0f rows/s; ratio %.2f\n", writers, batch,
                        double(writers * batchesARound) * batch / appended,
                        double(writers * batchesARound) * batch / copied, ratios.back());
        }
        std::printf("append ratio, median of %d rounds: %.2f (bar 0.45)\n", rounds, median(ratios));
    }

    void pull()
    {
        const TestDesk reader;
        const auto store = connect(reader, QStringLiteral("reader"));
        QElapsedTimer timer;
        timer.start();
        std::size_t events = 0;
        QByteArray cursor;
        for (bool more = true; more;) {
            const PullPage page = must(store->pull(cursor, 1000));
            events += page.events.size();
            cursor = page.cursor;
            more = page.more;
        }
        const double pulled = double(timer.restart()) / 1000;
        const int rows = RawCopy(raw()).fetch("select device, seq, hash, body from store.event order by device, seq");
        const double selected = double(timer.elapsed()) / 1000;
        std::printf("pull of %zu events by pages of 1000: %.2f s (%.0f/s); one plain SELECT of %d rows: %.2f s\n",
                    events, pulled, double(events) / pulled, rows, selected);
    }

    void lookUp()
    {
        const int wanted = qEnvironmentVariableIntValue("CONSENT_BENCH_EVENTS");
        const qint64 total = wanted > 0 ? wanted : 10'000'000;
        const qint64 people = total / 4;
        fill(total);
        const TestDesk reader;
        const auto store = connect(reader, QStringLiteral("agent"));
        RawCopy direct(raw());
        std::vector<double> times;
        std::vector<double> bare;
        for (qint64 i = 0; i < 400; ++i) {
            const qint64 person = 1 + i * 7919 % people;
            LookUp question;
            question.kind = TokenKind::Phone;
            question.token = crypto::toByteArray(crypto::sha256(crypto::bytesOf("phone" + QByteArray::number(person))))
                                 .first(CentralStore::TokenBytes);
            question.action = QStringLiteral("search");
            QElapsedTimer timer;
            timer.start();
            const Redeemed redeemed = must(store->redeem(must(store->ask(question))));
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (redeemed.files.size() != 1 || redeemed.files.front().events.size() != 4)
                qFatal("not the person");
            timer.restart();
            if (direct.fetch("select e.body from store.subject_token t join store.event e using (subject) "
                             "where t.kind = 1 and t.token = '\\x" +
                             question.token.toHex() + "'") != 4)
                qFatal("not the person");
            bare.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::printf(
            "person by phone among %lld events (ask + redeem): p50 %.2f ms, p95 %.2f ms; bare SELECT p50 %.2f ms, "
            "p95 %.2f ms\n",
            static_cast<long long>(total), percentile(times, 0.5), percentile(times, 0.95), percentile(bare, 0.5),
            percentile(bare, 0.95));
    }

    /// Generated rows, four a person, with the schema's own indexes in place.
    void fill(qint64 total)
    {
        QElapsedTimer timer;
        timer.start();
        RawCopy superuser(raw());
        superuser.command("set session_replication_role = replica");
        superuser.command("set synchronous_commit = off");
        constexpr qint64 atOnce = 500'000;
        for (qint64 from = 1; from <= total; from += atOnce) {
            const QByteArray range =
                QByteArray::number(from) + ", " + QByteArray::number(std::min(total, from + atOnce - 1));
            superuser.command(
                "insert into store.event(device, seq, id, subject, time_ms, type, hash, body) "
                "select 1000000 + i % 50, i / 50, md5('e' || i)::uuid, md5('s' || (1 + (i - 1) / 4))::uuid, "
                "1764000000000 + i, 'consent.captured', sha256(i::text::bytea), repeat('x', 400) || i "
                "from generate_series(" +
                range + "::bigint) i");
        }
        superuser.command("insert into store.device(number, id, branch, state) overriding system value "
                          "select 1000000 + i, md5('d' || i)::uuid, 'center', 'active' from generate_series(0, 49) i");
        superuser.command("insert into store.subject_token select md5('s' || i)::uuid, 1, "
                          "substr(sha256(('phone' || i)::bytea), 1, 16), 1 from generate_series(1, " +
                          QByteArray::number(total / 4) + ") i");
        superuser.command("analyze store.event");
        superuser.command("analyze store.subject_token");
        std::printf("filled with %lld events in %.0f s\n", static_cast<long long>(total),
                    double(timer.elapsed()) / 1000);
        std::fflush(stdout);
    }

    PostgresServer m_server;
    ProvisionedStore m_store;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    CentralBench().run();
    return 0;
}
