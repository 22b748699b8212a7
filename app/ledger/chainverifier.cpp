#include "ledger/chainverifier.h"

#include "crypto/p256.h"
#include "ledger/eventcheck.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

/// Checks a batch with several threads while the caller does something else; done when destroyed or joined.
class ParallelCheck
{
public:
    using Keys = std::map<DeviceId, DeviceKey>;

    ParallelCheck(const std::vector<StoredEvent> &batch, const Keys &keys, unsigned threads)
        : m_results(batch.size())
    {
        const auto work = [this, &batch, &keys] {
            constexpr std::size_t share = 16;
            for (;;) {
                const std::size_t from = m_next.fetch_add(share);
                if (from >= batch.size())
                    return;
                for (std::size_t i = from; i < std::min(from + share, batch.size()); ++i) {
                    const auto key = keys.find(batch[i].device);
                    m_results[i] = checkEvent(batch[i], key == keys.end() ? nullptr : &key->second);
                }
            }
        };
        for (unsigned i = 0; i < threads; ++i)
            m_threads.emplace_back(work);
    }

    const std::vector<CheckedEvent> &join()
    {
        m_threads.clear(); // a jthread joins when it goes
        return m_results;
    }

private:
    std::vector<CheckedEvent> m_results;
    std::atomic<std::size_t> m_next{0};
    std::vector<std::jthread> m_threads; // last: joined before what it uses goes
};

/// The state of one run.
class Run
{
public:
    using ExpectedHeads = std::map<DeviceId, std::vector<ChainHead>>;
    using ExpectedKeys = std::map<DeviceId, QString>;

    Run(std::map<DeviceId, VerifiedDevice> verified, const ExpectedHeads &heads, const ExpectedKeys &keys,
        bool selection)
        : m_selection(selection)
        , m_expectedHeads(heads)
        , m_expectedKeys(keys)
    {
        m_report.verified = std::move(verified);
        for (const auto &[device, state] : m_report.verified) {
            if (auto key = crypto::P256PublicKey::fromJwk(state.publicKey))
                addKey(device, {*key, key->thumbprint()});
        }
    }

    /// The keys that this batch's enrolments announce must be known before its other events are checked.
    void learnKeys(const std::vector<StoredEvent> &batch)
    {
        for (const StoredEvent &stored : batch) {
            if (stored.seq != 1 || m_keys.contains(stored.device))
                continue;
            const auto read = parseEvent(stored.jws);
            if (!read)
                continue;
            if (auto key = announcedKey(read->event))
                addKey(stored.device, *std::move(key));
        }
    }

    void link(const std::vector<StoredEvent> &batch, const std::vector<CheckedEvent> &checked)
    {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const StoredEvent &stored = batch[i];
            if (m_brokenDevices.contains(stored.device))
                ++m_report.skipped;
            else if (const auto broken = follow(stored, checked[i]))
                fail(*broken);
            else
                accept(stored);
        }
    }

    void checkEnds()
    {
        for (const auto &[device, heads] : m_expectedHeads) {
            if (m_brokenDevices.contains(device))
                continue;
            const auto state = m_report.verified.find(device);
            const qint64 last = state == m_report.verified.end() ? 0 : state->second.head.seq;
            const auto longest = std::max_element(heads.begin(), heads.end(),
                                                  [](const auto &a, const auto &b) { return a.seq < b.seq; });
            if (longest != heads.end() && longest->seq > last)
                fail({device, last + 1, ChainFault::CutOff, u"events up to seq %1 are known"_s.arg(longest->seq)});
        }
    }

    const ParallelCheck::Keys &keys() const { return m_keys; }
    VerificationReport &report() { return m_report; }

private:
    void addKey(const DeviceId &device, DeviceKey key)
    {
        const auto expected = m_expectedKeys.find(device);
        if (expected == m_expectedKeys.end() || expected->second == key.thumbprint)
            m_keys.emplace(device, std::move(key));
    }

    std::optional<BrokenEvent> follow(const StoredEvent &stored, const CheckedEvent &checked) const
    {
        const auto state = m_report.verified.find(stored.device);
        const ChainHead head = state == m_report.verified.end() ? ChainHead() : state->second.head;
        const auto broken = [&stored](ChainFault fault, const QString &detail) {
            return BrokenEvent{stored.device, stored.seq, fault, detail};
        };
        if (stored.seq <= head.seq)
            return broken(ChainFault::Fork, u"seq %1 was there before"_s.arg(stored.seq));
        const bool afterHole = stored.seq > head.seq + 1;
        if (afterHole && !m_selection)
            return BrokenEvent{stored.device, head.seq + 1, ChainFault::Missing,
                               u"seq %1 follows seq %2"_s.arg(stored.seq).arg(head.seq)};
        if (checked.broken)
            return checked.broken;
        if (!afterHole && checked.event->event.prev != head.hash)
            return broken(ChainFault::WrongPrev, u"prev is not the hash of seq %1"_s.arg(head.seq));
        const auto expected = m_expectedHeads.find(stored.device);
        if (expected != m_expectedHeads.end() &&
            std::any_of(expected->second.begin(), expected->second.end(),
                        [&stored](const ChainHead &e) { return e.seq == stored.seq && e.hash != stored.hash; }))
            return broken(ChainFault::Rewritten, u"another hash is remembered for this seq"_s);
        return std::nullopt;
    }

    void accept(const StoredEvent &stored)
    {
        VerifiedDevice &state = m_report.verified[stored.device];
        state.head = {stored.seq, stored.hash};
        if (stored.seq == 1)
            state.publicKey = m_keys.at(stored.device).key.toJwk();
        ++m_report.events;
    }

    void fail(const BrokenEvent &broken)
    {
        m_brokenDevices.insert(broken.device);
        m_report.broken.push_back(broken);
    }

    const bool m_selection;
    const ExpectedHeads &m_expectedHeads;
    const ExpectedKeys &m_expectedKeys;
    ParallelCheck::Keys m_keys;
    std::set<DeviceId> m_brokenDevices;
    VerificationReport m_report;
};

} // namespace

Result<VerificationReport> ChainVerifier::run(EventSource &source, const std::function<bool(qint64)> &progress)
{
    const unsigned threads =
        m_options.threads != 0 ? m_options.threads : std::max(1U, std::thread::hardware_concurrency());
    Run run(m_verified, m_expectedHeads, m_expectedKeys, m_options.selection);
    auto batch = source.next(m_options.batch);
    while (batch && !batch->empty()) {
        run.learnKeys(*batch);
        ParallelCheck parallel(*batch, run.keys(), threads);
        auto following = source.next(m_options.batch); // read while the others compute
        run.link(*batch, parallel.join());
        if (progress && !progress(run.report().events)) {
            run.report().complete = false;
            return std::move(run.report());
        }
        batch = std::move(following);
    }
    if (!batch)
        return batch.error();
    run.checkEnds();
    return std::move(run.report());
}

QString describe(const BrokenEvent &broken)
{
    QString what;
    switch (broken.fault) {
    case ChainFault::Unreadable:
        what = QCoreApplication::translate("Ledger", "its text is not a record in the form that the program writes");
        break;
    case ChainFault::WrongHash:
        what = QCoreApplication::translate("Ledger", "its stored check value is not that of its text");
        break;
    case ChainFault::Misplaced:
        what = QCoreApplication::translate("Ledger", "it stands in the place of another record");
        break;
    case ChainFault::UnknownDevice:
        what = QCoreApplication::translate("Ledger", "its PC was never enrolled with that key");
        break;
    case ChainFault::WrongKey:
        what = QCoreApplication::translate("Ledger", "it was signed with the key of something else than its PC");
        break;
    case ChainFault::BadSignature:
        what = QCoreApplication::translate("Ledger", "it was altered after it was signed");
        break;
    case ChainFault::BadContent:
        what = QCoreApplication::translate("Ledger", "its facts are not in the form of their kind");
        break;
    case ChainFault::Missing:
        what = QCoreApplication::translate("Ledger", "it is missing, though later ones are there");
        break;
    case ChainFault::Fork:
        what = QCoreApplication::translate("Ledger", "there are two records with this number");
        break;
    case ChainFault::WrongPrev:
        what = QCoreApplication::translate("Ledger", "it does not follow from the record before it");
        break;
    case ChainFault::Rewritten:
        what =
            QCoreApplication::translate("Ledger", "it is not the record that was there when its check value was noted");
        break;
    case ChainFault::CutOff:
        what = QCoreApplication::translate("Ledger", "it and what followed are gone from the end");
        break;
    }
    return QCoreApplication::translate("Ledger", "Record %1 of PC %2: %3.")
        .arg(QString::number(broken.seq), broken.device.toString(), what);
}

} // namespace consent::ledger
