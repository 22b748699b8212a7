#include "desk/log/ledgerdesk.h"

#include "base/logging.h"
#include "cache/projection/projector.h"
#include "cache/store/documentstore.h"
#include "cache/store/eventstore.h"
#include "desk/session/deskcore.h"
#include "desk/session/personalopener.h"
#include "ledger/chainverifier.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

/// Every event of the cache, device by device in the order of its chain.
class CachedChains : public ledger::EventSource
{
public:
    CachedChains(const cache::EventStore &events, std::vector<DeviceId> devices)
        : m_events(events)
        , m_devices(std::move(devices))
    {
    }

    Result<std::vector<ledger::StoredEvent>> next(std::size_t limit) override
    {
        while (m_device < m_devices.size()) {
            const auto stretch = m_events.textsOfDevice(m_devices[m_device], m_fromSeq, int(limit));
            if (!stretch)
                return stretch.error();
            if (!stretch->empty()) {
                m_fromSeq = stretch->back().seq + 1;
                return stretch;
            }
            ++m_device;
            m_fromSeq = 0;
        }
        return std::vector<ledger::StoredEvent>();
    }

private:
    const cache::EventStore &m_events;
    std::vector<DeviceId> m_devices;
    std::size_t m_device = 0;
    qint64 m_fromSeq = 0;
};

} // namespace

LedgerDesk::LedgerDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<LedgerReport>> LedgerDesk::verify(Progress progress, Cancel cancel)
{
    auto job = [this, progress, cancel](OpenDesk &open) -> Result<LedgerReport> {
        if (auto allowed = m_core.require(Right::VerifyLedger); !allowed)
            return allowed.error();
        cache::EventStore &events = open.cache->events();
        auto devices = events.devices();
        if (!devices)
            return devices.error();
        const auto total = events.count();
        if (!total)
            return total.error();
        const auto own = open.cache->device().load();
        if (!own)
            return own.error();
        LedgerReport report;
        report.devices = int(devices->size());
        // A desk among several holds of others' chains what concerns its people, and lets people go.
        const auto store = open.cache->syncMemory().sharedStore();
        if (!store)
            return store.error();
        ledger::ChainVerifier::Options options;
        options.selection = !store->isEmpty();
        ledger::ChainVerifier verifier(options);
        verifier.expectKey(own->id, open.deviceKey.publicKey().thumbprint());
        verifier.expectHead(own->id, own->head);
        CachedChains chains(events, std::move(*devices));
        const auto verified = verifier.run(chains, [&](qint64 done) {
            if (progress)
                progress(done, *total);
            return !(cancel && cancel->load());
        });
        if (!verified)
            return verified.error();
        if (!verified->complete)
            return Error{ErrorKind::Cancelled, tr("Verifying was stopped. Nothing was changed."), u"cancelled"_s};
        report.events = verified->events;
        report.headKept = std::ranges::none_of(verified->broken, [](const ledger::BrokenEvent &broken) {
            return broken.fault == ledger::ChainFault::CutOff || broken.fault == ledger::ChainFault::Rewritten;
        });
        report.intact = verified->broken.empty();
        if (!report.intact)
            report.firstFault = ledger::describe(verified->broken.front());
        const auto difference = open.cache->projector().compare(personalOpener(open), {}, cancel.get());
        if (!difference)
            return difference.error();
        report.projectionsEqual = !difference->has_value();
        if (!report.projectionsEqual)
            qCWarning(logging::desk) << "projection differs:" << (*difference)->what;
        return report;
    };
    return m_core.read(std::move(job), DeskCore::Urgency::Bulk);
}

QFuture<Result<qint64>> LedgerDesk::rebuild(Progress progress, Cancel cancel)
{
    auto job = [this, progress, cancel](OpenDesk &open) -> Result<qint64> {
        if (auto allowed = m_core.require(Right::VerifyLedger); !allowed)
            return allowed.error();
        return open.cache->projector().rebuild(personalOpener(open), progress, cancel.get());
    };
    return m_core.read(std::move(job), DeskCore::Urgency::Bulk);
}

QFuture<Result<QByteArray>> LedgerDesk::signCheckpoint(ledger::Heads heads)
{
    return m_core.read([this, heads = std::move(heads)](OpenDesk &open) -> Result<QByteArray> {
        if (auto allowed = m_core.require(Right::VerifyLedger); !allowed)
            return allowed.error();
        if (!m_core.user().roles.testFlag(Role::PrivacyOfficer))
            return Error{ErrorKind::NotAllowed, tr("Only a privacy officer signs checkpoints. Nothing was changed."),
                         u"not a privacy officer"_s};
        return ledger::signCheckpoint(heads, m_core.clock().now(), m_core.user().id, open.deviceKey);
    });
}

QFuture<Result<std::vector<DeviceKey>>> LedgerDesk::deviceKeys()
{
    return m_core.read([](OpenDesk &open) -> Result<std::vector<DeviceKey>> {
        const auto documents = open.cache->documents().ofKind(cache::documentkinds::device);
        if (!documents)
            return documents.error();
        std::vector<DeviceKey> keys;
        for (const cache::Document &document : *documents) {
            const auto device = DeviceId::fromString(document.id);
            if (device)
                keys.push_back(
                    {*device,
                     QJsonDocument(document.facts.value(u"publicKey").toObject()).toJson(QJsonDocument::Compact)});
        }
        return keys;
    });
}

} // namespace consent::desk
