#include "benchstore.h"
#include "figures.h"
#include "rawcopy.h"
#include "sections.h"
#include "unit/ledger/testdesk.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

constexpr std::size_t wanted = 100'000;
constexpr std::size_t batch = 1000;
constexpr int page = 1000;
constexpr int rounds = 3;

/// Real signed events of one desk, each fourth about somebody else, pushed as desks push.
void fill(BenchStore &bench)
{
    TestDesk desk;
    const auto store = bench.connect(bench.addDesk(u"source"_s, desk.device()));
    desk.enrol();
    std::vector<ledger::SignedEvent> some{desk.events().back()};
    auto subject = SubjectId::create();
    for (std::size_t i = 1; i < wanted; ++i) {
        if (i % 4 == 0)
            subject = SubjectId::create();
        some.push_back(desk.add(
            {ledger::eventtypes::consentCaptured,
             desk.actor(),
             u"center"_s,
             subject,
             captured({item(u"marketing.sms"_s, domain::Decision::Granted, false, domain::Channel::Sms)}).toFacts(),
             {}}));
        if (some.size() == batch || i + 1 == wanted) {
            if (must(store->append(desk.device(), some)).answer != AppendAnswer::Accepted)
                qFatal("not accepted");
            some.clear();
        }
    }
}

} // namespace

void benchPull(BenchStore &bench)
{
    std::printf("pull: filling with %zu signed events ...\n", wanted);
    std::fflush(stdout);
    fill(bench);
    bench.sql("vacuum analyze store.event");
    RawCopy direct(bench.superuser());
    std::vector<double> ratios;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto store = bench.connect(bench.addDesk(u"reader%1"_s.arg(round)));
        QElapsedTimer timer;
        timer.start();
        std::size_t events = 0;
        QByteArray cursor;
        for (bool more = true; more;) {
            const PullPage got = must(store->pull(cursor, page));
            events += got.events.size();
            cursor = got.cursor;
            more = got.more;
        }
        const double pulled = double(timer.nsecsElapsed()) / 1e9;
        timer.restart();
        const int rows = direct.fetch("select device, seq, hash, body from store.event order by device, seq");
        const double selected = double(timer.nsecsElapsed()) / 1e9;
        if (events < wanted || std::size_t(rows) != events)
            qFatal("%zu events instead of %d", events, rows);
        ratios.push_back(selected / pulled);
        times.push_back(pulled);
        std::printf("pull of %zu events by pages of %d: %.2f s (%.0f/s); one plain SELECT: %.2f s\n", events, page,
                    pulled, double(events) / pulled, selected);
        std::fflush(stdout);
    }
    std::printf("pull of 100,000 events, median of %d: %.2f s, %.2f of a plain SELECT's rate\n", rounds, median(times),
                median(ratios));
}
