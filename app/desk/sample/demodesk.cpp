#include "desk/sample/demodesk.h"

#include "desk/log/publishing.h"
#include "desk/sample/samplecalls.h"
#include "desk/session/deskcore.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk {

namespace {

constexpr int peopleATransaction = 200;
constexpr auto past = std::chrono::days(60);

} // namespace

DemoDesk::DemoDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<qint64>> DemoDesk::fill(int subjects, std::uint64_t seed, Progress progress, Cancel cancel)
{
    if (m_core.profile().purpose() != DeskProfile::Purpose::Sample || subjects < 1 || subjects > 1'000'000) {
        const QString message =
            m_core.profile().purpose() == DeskProfile::Purpose::Sample
                ? QCoreApplication::translate("DemoDesk", "Choose between 1 and 1,000,000 people.")
                : QCoreApplication::translate("DemoDesk",
                                              "Fictitious people are for the sample desk only. Nothing was written.");
        return QtFuture::makeReadyFuture(
            Result<qint64>(Error{ErrorKind::NotAllowed, message, QStringLiteral("purpose or number")}));
    }
    // An opt-out follows its call by a day, so that none lies in the future.
    const UtcTime start = m_core.clock().now() - past - std::chrono::days(3);
    auto job = [this, subjects, seed, start, progress, cancel](OpenDesk &open) -> Result<qint64> {
        auto documents = publishing::current(open, koreanDate(m_core.clock().now()));
        if (!documents)
            return documents.error();
        const SamplePeople people(seed);
        SampleCalls calls(open, m_core.profile(), m_core.organisation(), m_core.user(), std::move(*documents), people);
        qint64 events = 0;
        for (int done = 0; done < subjects && !(cancel && cancel->load());) {
            auto transaction = vault::SqlTransaction::begin(open.cache->connection());
            if (!transaction)
                return transaction.error();
            const int last = std::min(done + peopleATransaction, subjects);
            for (; done < last; ++done) {
                const auto held = calls.hold(std::uint32_t(done), sampleMoment(start, past, done, subjects));
                if (!held)
                    return held.error();
                events += *held;
            }
            if (auto committed = transaction->commit(); !committed)
                return committed.error();
            if (progress)
                progress(done, subjects);
        }
        return events;
    };
    return m_core.read(std::move(job), DeskCore::Urgency::Bulk);
}

} // namespace consent::desk
