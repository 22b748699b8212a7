#include "benchstore.h"
#include "figures.h"
#include "rawcopy.h"
#include "sections.h"

#include "central/storelookup.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace consent;
using namespace consent::central;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 eventsAPerson = 4;
constexpr int questions = 400;

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(result).value();
}

/// Generated rows, four a person, of 50 devices; small ones, with nothing in them to be read: what is measured is
/// finding them. Indexes are built afterwards, which is quicker and gives the same ones.
void fill(RawCopy &superuser, qint64 total)
{
    QElapsedTimer timer;
    timer.start();
    superuser.command("set session_replication_role = replica");
    superuser.command("set synchronous_commit = off");
    superuser.command("set maintenance_work_mem = '1GB'");
    superuser.command("set max_parallel_maintenance_workers = 0");
    superuser.command("drop index store.event_id, store.event_subject");
    constexpr qint64 atOnce = 1'000'000;
    for (qint64 from = 1; from <= total; from += atOnce) {
        const qint64 last = std::min(total, from + atOnce - 1);
        superuser.command("insert into store.event(device, seq, id, subject, time_ms, type, hash, body) "
                          "select 1000000 + i % 50, i / 50, md5('e' || i)::uuid, md5('s' || (1 + (i - 1) / 4))::uuid, "
                          "1764000000000 + i, 'consent.captured', sha256(i::text::bytea), repeat('x', 400) || i "
                          "from generate_series(" +
                          QByteArray::number(from) + "::bigint, " + QByteArray::number(last) + "::bigint) i");
        std::printf("person: %lld events in, %.0f s\n", static_cast<long long>(last), double(timer.elapsed()) / 1000);
        std::fflush(stdout);
    }
    superuser.command("insert into store.device(number, id, branch, state) overriding system value "
                      "select 1000000 + i, md5('d' || i)::uuid, 'center', 'active' from generate_series(0, 49) i");
    superuser.command("insert into store.subject_token select md5('s' || i)::uuid, 1, "
                      "substr(sha256(('phone' || i)::bytea), 1, 16), 1 from generate_series(1, " +
                      QByteArray::number(total / eventsAPerson) + ") i");
    for (const char *index : {"create unique index event_id on store.event (id)",
                              "create index event_subject on store.event (subject) where subject is not null",
                              "vacuum analyze store.event", "vacuum analyze store.subject_token", "checkpoint"}) {
        superuser.command(index);
        std::printf("person: %s, %.0f s\n", index, double(timer.elapsed()) / 1000);
        std::fflush(stdout);
    }
}

LookUp byPhone(qint64 person)
{
    LookUp question;
    question.kind = TokenKind::Phone;
    question.token = crypto::toByteArray(crypto::sha256(crypto::bytesOf("phone" + QByteArray::number(person))))
                         .first(CentralStore::TokenBytes);
    question.action = u"search"_s;
    return question;
}

} // namespace

void benchPerson(BenchStore &bench)
{
    const int wanted = qEnvironmentVariableIntValue("CONSENT_BENCH_EVENTS");
    const qint64 total = wanted > 0 ? wanted : 10'000'000;
    const qint64 people = total / eventsAPerson;
    RawCopy superuser(bench.superuser());
    fill(superuser, total);
    const auto store = bench.connect(bench.addDesk(u"agent"_s));
    RawCopy direct(bench.superuser());
    std::vector<double> times;
    std::vector<double> bare;
    const double cpuBefore = bench.serverCpuSeconds();
    for (qint64 i = 0; i < questions; ++i) {
        const LookUp question = byPhone(1 + i * 7919 % people);
        QElapsedTimer timer;
        timer.start();
        const Redeemed redeemed = must(store->redeem(must(store->ask(question))));
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (redeemed.files.size() != 1 || redeemed.files.front().events.size() != std::size_t(eventsAPerson))
            qFatal("not the person");
        timer.restart();
        if (direct.fetch("select e.device, e.seq, e.hash, e.body from store.subject_token t "
                         "join store.event e using (subject) where t.kind = 1 and t.token = '\\x" +
                         question.token.toHex() + "'") != eventsAPerson)
            qFatal("not the person");
        bare.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double cpuMs = (bench.serverCpuSeconds() - cpuBefore) * 1e3 / questions;
    std::printf(
        "person by phone among %lld events, %d people: ask + redeem p50 %.2f ms, p95 %.2f ms, most %.2f ms; the "
        "bare SELECT afterwards p50 %.2f ms, p95 %.2f ms; %.2f ms CPU of the server for both\n",
        static_cast<long long>(total), questions, median(times), percentile(times, 0.95), percentile(times, 1),
        median(bare), percentile(bare, 0.95), cpuMs);
    std::fflush(stdout); // stopping and removing such a store takes a while
}
