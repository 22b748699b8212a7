#include "desk/exchange/deskupkeep.h"

#include "base/logging.h"
#include "cache/store/accesslogstore.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::desk {

namespace {

constexpr int peopleAtOnce = 20;
constexpr int eventsAtOnce = 1000;
/// A reason is typed by a person and stays on this PC; the store learns that there is one.
constexpr QLatin1StringView reasonStated("stated");

/// The same entry always has the same id, so that the store knows it again after an answer was lost.
QString idOf(const DeviceId &device, qint64 number)
{
    const QByteArray text = "access log\n" + device.toString().toLatin1() + '\n' + QByteArray::number(number);
    QByteArray bytes = crypto::toByteArray(crypto::sha256(crypto::bytesOf(text))).first(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x80); // RFC 9562, version 8: as the maker sees fit
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

/// Codes have letters and dots alone.
bool isCode(const QString &action)
{
    return !action.isEmpty() && action.size() <= 32 && std::ranges::all_of(action, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'.';
    });
}

} // namespace

Result<sync::AccessBatch> DeskUpkeep::accessEntries(int limit)
{
    return m_core
        .read([limit](OpenDesk &open) -> Result<sync::AccessBatch> {
            const auto sent = open.cache->syncMemory().accessLogSent();
            if (!sent)
                return sent.error();
            const auto entries = open.cache->accessLog().after(*sent, limit);
            if (!entries)
                return entries.error();
            sync::AccessBatch batch;
            for (const auto &[number, entry] : *entries) {
                batch.upTo = number;
                batch.entries.push_back({idOf(entry.device, number), entry.at, entry.user, entry.subject,
                                         isCode(entry.action) ? entry.action : u"other"_s,
                                         entry.reason.isEmpty() ? QString() : QString(reasonStated), 1});
            }
            return batch;
        })
        .result();
}

Result<void> DeskUpkeep::accessLogged(qint64 upTo)
{
    return m_core.read([upTo](OpenDesk &open) { return open.cache->syncMemory().setAccessLogSent(upTo); }).result();
}

Result<bool> DeskUpkeep::dropErased()
{
    return m_core
        .read(
            [before = m_core.clock().now() - leastDays](OpenDesk &open) -> Result<bool> {
                const auto dropped = open.cache->workingSet().dropErased(before, eventsAtOnce);
                return dropped ? Result<bool>(*dropped == eventsAtOnce) : dropped.error();
            },
            DeskCore::Urgency::Bulk)
        .result();
}

Result<bool> DeskUpkeep::evictSome()
{
    const auto kept = std::max(std::chrono::days(m_core.organisation().cacheDays), leastDays);
    const UtcTime before = m_core.clock().now() - kept;
    return m_core
        .read(
            [before](OpenDesk &open) -> Result<bool> {
                auto transaction = open.cache->begin();
                if (!transaction)
                    return transaction.error();
                const auto stale = open.cache->workingSet().stale(before, peopleAtOnce);
                if (!stale)
                    return stale.error();
                for (const SubjectId &subject : *stale) {
                    const auto keys = open.cache->dataKeys().ofSubject(subject);
                    if (!keys)
                        return keys.error();
                    for (const ledger::WrappedDataKey &key : *keys)
                        open.dataKeys.forget(key.id);
                    if (auto evicted = open.cache->workingSet().evict(subject); !evicted)
                        return evicted.error();
                }
                if (auto committed = transaction->commit(); !committed)
                    return committed.error();
                return static_cast<int>(stale->size()) == peopleAtOnce;
            },
            DeskCore::Urgency::Bulk)
        .result();
}

Result<std::vector<SubjectId>> DeskUpkeep::released(int limit)
{
    return m_core.read([limit](OpenDesk &open) { return open.cache->workingSet().released(limit); }).result();
}

Result<void> DeskUpkeep::releaseTold(const std::vector<SubjectId> &subjects)
{
    return m_core.read([&subjects](OpenDesk &open) { return open.cache->workingSet().releaseTold(subjects); }).result();
}

Result<std::vector<SubjectId>> DeskUpkeep::erasuresDue(int limit)
{
    return m_core.read([limit](OpenDesk &open) { return open.cache->workingSet().erasuresDue(limit); }).result();
}

Result<void> DeskUpkeep::erasureDone(const SubjectId &subject)
{
    return m_core.read([&subject](OpenDesk &open) { return open.cache->workingSet().erasureDone(subject); }).result();
}

void DeskUpkeep::trouble(const QString &message, bool lasting)
{
    const auto noted = m_core
                           .read([&message, lasting, now = m_core.clock().now()](OpenDesk &open) {
                               return open.cache->syncMemory().note(message, lasting, now);
                           })
                           .result();
    if (!noted)
        qCWarning(logging::sync) << "a trouble could not be noted:" << noted.error().detail;
}

} // namespace consent::desk
