#include "benchstore.h"
#include "figures.h"
#include "rawcopy.h"
#include "sections.h"
#include "unit/ledger/testdesk.h"

#include <QElapsedTimer>

#include <sys/resource.h>

#include <barrier>
#include <cstdio>
#include <thread>

using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

constexpr int writers = 8;
constexpr int rounds = 8;
constexpr int batchesARound = 15;
constexpr std::size_t batch = 100;
constexpr double eventsARound = double(writers * batchesARound) * batch;

/// What the events go into when nobody looks at them. The first has nothing but the columns; the second is stored as
/// the ledger is, with its primary key.
constexpr const char *bareTable = "create table public.bare(device int, seq bigint, id uuid, subject uuid, "
                                  "time_ms bigint, type text, hash bytea, body text)";
constexpr const char *keyedTable =
    "create table public.keyed(device int, seq bigint, id uuid, subject uuid, time_ms bigint, type text, hash bytea, "
    "body text, primary key (device, seq)) with (toast_tuple_target = 8160)";

QByteArray copyRows(int writer, const std::vector<ledger::SignedEvent> &events)
{
    QByteArray rows;
    for (const ledger::SignedEvent &event : events) {
        rows += QByteArray::number(writer) + '\t' + QByteArray::number(event.event.seq) + '\t' +
                event.event.id.toString().toLatin1() + '\t' +
                (event.event.subject ? event.event.subject->toString().toLatin1() : QByteArray("\\N")) + '\t' +
                QByteArray::number(toMs(event.event.at)) + '\t' + event.event.type.toLatin1() + "\t\\\\x" +
                event.hash.toHex() + '\t' + event.jws + '\n';
    }
    return rows;
}

/// A call with somebody new: registered, then asked about five things.
void addCall(TestDesk &desk)
{
    const auto subject = SubjectId::create();
    const auto key = must(desk.dataKeys().create(subject));
    const QJsonObject person{
        {u"name"_s, u"홍시험"_s}, {u"phone"_s, u"01000001234"_s}, {u"birthDate"_s, u"1990-01-01"_s}};
    desk.add({ledger::eventtypes::subjectRegistered, desk.actor(), u"center"_s, subject, {}, person}, key);
    const auto yes = domain::Decision::Granted;
    const auto no = domain::Decision::Refused;
    desk.add({ledger::eventtypes::consentCaptured, desk.actor(), u"center"_s, subject,
              captured({item(u"join.required"_s, yes, true), item(u"third.party"_s, no),
                        item(u"marketing.phone"_s, no, false, domain::Channel::Phone),
                        item(u"marketing.sms"_s, yes, false, domain::Channel::Sms),
                        item(u"marketing.email"_s, yes, false, domain::Channel::Email)})
                  .toFacts(),
              QJsonObject{{u"name"_s, u"홍시험"_s}, {u"note"_s, u"확인"_s}}},
             key);
}

struct Work
{
    BenchStore::Desk desk;
    std::vector<std::vector<ledger::SignedEvent>> batches;
    std::vector<QByteArray> rows;     ///< The same batches as COPY takes them.
    std::vector<SubjectToken> phones; ///< Of everybody; desks send them ahead.
};

Work prepare(BenchStore &bench, int number)
{
    TestDesk desk;
    Work work{bench.addDesk(u"writer%1"_s.arg(number), desk.device()), {}, {}, {}};
    desk.enrol();
    while (desk.events().size() < std::size_t(rounds * batchesARound) * batch)
        addCall(desk);
    for (std::size_t from = 0; from + batch <= desk.events().size(); from += batch) {
        const auto begin = desk.events().begin() + static_cast<std::ptrdiff_t>(from);
        work.batches.emplace_back(begin, begin + batch);
        work.rows.push_back(copyRows(number, work.batches.back()));
    }
    for (const ledger::SignedEvent &event : desk.events()) {
        if (event.event.type == ledger::eventtypes::subjectRegistered)
            work.phones.push_back(
                {*event.event.subject, TokenKind::Phone, event.hash.first(CentralStore::TokenBytes), event.event.at});
    }
    return work;
}

/// Each round: all copy, all copy, all append. The phases begin and end together; the first round is not counted.
void write(const BenchStore &bench, const Work &work, std::barrier<> &phase)
{
    const auto store = bench.connect(work.desk);
    RawCopy raw(bench.superuser());
    for (std::size_t from = 0; from < work.phones.size(); from += 1000) {
        const auto begin = work.phones.begin() + static_cast<std::ptrdiff_t>(from);
        const auto end = work.phones.begin() + static_cast<std::ptrdiff_t>(std::min(from + 1000, work.phones.size()));
        if (!store->putSubjectTokens({begin, end}))
            qFatal("tokens not taken");
    }
    phase.arrive_and_wait();
    for (std::size_t first = 0; first < work.batches.size(); first += batchesARound) {
        for (const char *table : {"public.bare", "public.keyed"}) {
            phase.arrive_and_wait();
            for (std::size_t b = first; b < first + batchesARound; ++b)
                raw.copy(table, work.rows[b]);
            phase.arrive_and_wait();
        }
        phase.arrive_and_wait();
        for (std::size_t b = first; b < first + batchesARound; ++b) {
            if (must(store->append(work.desk.device, work.batches[b])).answer != AppendAnswer::Accepted)
                qFatal("not accepted");
        }
        phase.arrive_and_wait();
    }
}

struct Cost
{
    double seconds = 0;
    double serverCpu = 0;
    double clientCpu = 0;
};

double ownCpu()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

Cost measure(const BenchStore &bench, std::barrier<> &phase)
{
    const double server = bench.serverCpuSeconds();
    const double client = ownCpu();
    QElapsedTimer timer;
    timer.start();
    phase.arrive_and_wait();
    phase.arrive_and_wait();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return {seconds, bench.serverCpuSeconds() - server, ownCpu() - client};
}

} // namespace

void benchAppend(BenchStore &bench)
{
    RawCopy superuser(bench.superuser());
    superuser.command(bareTable);
    superuser.command(keyedTable);
    superuser.command("alter table public.bare alter body set storage external");
    superuser.command("alter table public.keyed alter body set storage external");
    std::vector<Work> work;
    std::size_t bytes = 0;
    for (int w = 0; w < writers; ++w) {
        work.push_back(prepare(bench, w));
        for (const auto &one : work.back().batches) {
            for (const ledger::SignedEvent &event : one)
                bytes += static_cast<std::size_t>(event.jws.size());
        }
    }
    std::printf("append: events of %.0f bytes, every second with five consents, of somebody new\n",
                double(bytes) / (eventsARound * rounds));
    std::barrier phase(writers + 1);
    std::vector<std::thread> threads;
    for (const Work &one : work)
        threads.emplace_back([&bench, &one, &phase] { write(bench, one, phase); });
    std::vector<double> toBare;
    std::vector<double> toKeyed;
    phase.arrive_and_wait();
    for (int round = 0; round < rounds; ++round) {
        const Cost bare = measure(bench, phase);
        const Cost keyed = measure(bench, phase);
        const Cost appended = measure(bench, phase);
        if (round == 0)
            continue;
        toBare.push_back(bare.seconds / appended.seconds);
        toKeyed.push_back(keyed.seconds / appended.seconds);
        std::printf("append %d x %zu: %.0f events/s, ratio %.2f to a bare table, %.2f to one with its key", writers,
                    batch, eventsARound / appended.seconds, toBare.back(), toKeyed.back());
        for (const auto &[name, cost] :
             {std::pair("append", appended), std::pair("bare", bare), std::pair("keyed", keyed)})
            std::printf("; %s %.0f us CPU server + %.0f client", name, cost.serverCpu * 1e6 / eventsARound,
                        cost.clientCpu * 1e6 / eventsARound);
        std::printf("\n");
        std::fflush(stdout);
    }
    for (std::thread &thread : threads)
        thread.join();
    std::printf("append ratio to raw COPY, median of %d rounds: %.2f to a bare table, %.2f to one with its key "
                "(bar 0.45)\n",
                rounds - 1, median(toBare), median(toKeyed));
}
