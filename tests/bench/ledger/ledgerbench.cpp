// Verifying and signing events, beside `openssl speed` for the same primitives in the same run. The ratio is of
// processor time on one thread (what openssl speed counts), so that a busy machine does not falsify it; the rate is by
// the clock on all cores.
// usage: bench_ledger [events, default 20000] [rounds, default 3]
#include "unit/ledger/testdesk.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <thread>

using namespace samples;

namespace {

/// The numbers behind the last line of `openssl speed -mr` that begins with the tag.
QList<double> openssl(const QStringList &arguments, const QString &tag)
{
    QProcess process;
    process.start(u"openssl"_s, QStringList{u"speed"_s, u"-mr"_s, u"-seconds"_s, u"2"_s} + arguments);
    if (!process.waitForFinished(60'000))
        qFatal("openssl speed does not answer");
    QList<double> numbers;
    for (const QString &line : QString::fromLatin1(process.readAllStandardOutput()).split(u'\n')) {
        if (!line.startsWith(tag))
            continue;
        numbers.clear();
        for (const QString &field : line.split(u':'))
            numbers.append(field.toDouble());
    }
    if (numbers.size() < 3)
        qFatal("openssl speed says something else than expected");
    return numbers;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Rate
{
    double byClock = 0;
    double byProcessor = 0; ///< A second of one core.
};

/// Events a second of what the work does.
template <typename Work> Rate measure(double events, const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    work();
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    return {events * 1e9 / static_cast<double>(timer.nsecsElapsed()), events / seconds};
}

class Bench
{
public:
    Bench(int events, int rounds)
        : m_rounds(rounds)
    {
        m_desk.enrol();
        m_grant = captured({item(u"collect"_s, domain::Decision::Granted, true),
                            item(u"marketing.use"_s, domain::Decision::Granted),
                            item(u"marketing.sms"_s, domain::Decision::Granted, false, domain::Channel::Sms),
                            item(u"provision"_s, domain::Decision::Granted)})
                      .toFacts();
        for (int i = 1; i < events; ++i)
            m_desk.add(draft());
        for (const auto &event : m_desk.events())
            m_bytes += static_cast<double>(event.jws.size());
    }

    void run()
    {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const double count = static_cast<double>(m_desk.events().size());
        m_out << count << " events of " << m_bytes / count << " bytes, " << cores << " cores, " << m_rounds
              << " rounds\n";
        std::vector<double> ratios;
        std::vector<double> rates;
        std::vector<double> appendRatios;
        std::vector<double> appends;
        for (int round = 0; round < m_rounds; ++round) {
            const auto ecdsa = openssl({u"ecdsap256"_s}, u"+F4"_s);
            const auto sha = openssl({u"-evp"_s, u"sha256"_s, u"-bytes"_s, u"2048"_s}, u"+F"_s);
            // An event's text is hashed twice: once for the signature, once for the chain.
            const double limit = 1 / (1 / ecdsa[4] + 2 * (m_bytes / count) / sha[3]);
            rates.push_back(verifyRate(cores).byClock);
            ratios.push_back(verifyRate(1).byProcessor / limit);
            const Rate appended = appendRate();
            appends.push_back(appended.byProcessor);
            appendRatios.push_back(appended.byProcessor / ecdsa[3]);
        }
        m_out << "verify: " << median(rates) << " events/s by the clock; of processor time " << median(ratios)
              << " of openssl speed (P-256 verify and SHA-256 of the same bytes)\n";
        m_out << "append: " << 1e6 / median(appends) << " us of processor time an event, " << median(appendRatios)
              << " of openssl speed (P-256 sign), with sealing, JSON and reading back\n";
    }

private:
    ledger::EventDraft draft() const
    {
        return {ledger::eventtypes::consentCaptured,  m_desk.actor(), u"center"_s, m_desk.subject(), m_grant,
                QJsonObject{{u"name"_s, u"홍시험"_s}}};
    }
    Rate verifyRate(unsigned cores) const
    {
        ListSource source(m_desk.stored());
        return measure(static_cast<double>(m_desk.events().size()), [&source, cores] {
            ledger::ChainVerifier verifier({cores, 4096});
            if (!must(verifier.run(source)).intact())
                qFatal("the chain does not verify");
        });
    }
    Rate appendRate() const
    {
        constexpr int times = 3000;
        auto chain = m_desk.makeChain();
        const auto sample = draft();
        return measure(times, [&] {
            for (int i = 0; i < times; ++i)
                must(chain.append(sample, &m_desk.dataKey().open));
        });
    }

    TestDesk m_desk;
    QJsonObject m_grant;
    double m_bytes = 0;
    int m_rounds;
    QTextStream m_out{stdout};
};

} // namespace

int main(int argc, char **argv)
{
    const int events = argc > 1 ? QByteArray(argv[1]).toInt() : 20'000;
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 3;
    Bench(std::max(events, 100), std::max(rounds, 1)).run();
    return 0;
}
