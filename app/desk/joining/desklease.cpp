#include "desk/joining/desklease.h"

#include "cache/store/cache.h"
#include "cache/sync/syncmemory.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::desklease {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView leaseKind("lease");

Result<UtcTime> latestSeen(cache::Cache &cache)
{
    const auto kept = cache.documents().find(leaseKind, u"seen"_s);
    if (!kept)
        return kept.error();
    return *kept ? fromMs((*kept)->facts.value(u"at").toInteger()) : UtcTime();
}

Error refuse(const QString &message, const QString &detail)
{
    return Error{ErrorKind::NotAllowed, message, detail};
}

} // namespace

Result<void> check(cache::Cache &cache, std::chrono::hours lease, UtcTime now)
{
    const auto contact = cache.syncMemory().lastContact();
    if (!contact)
        return contact.error();
    const auto seen = latestSeen(cache);
    if (!seen)
        return seen.error();
    if (!*contact)
        return refuse(QCoreApplication::translate("DeskLease",
                                                  "This desk has to reach the central store before it opens. Nothing "
                                                  "is lost. Connect this PC to the network and sign in again."),
                      u"no contact remembered"_s);
    if (now + tolerance < std::max(*seen, **contact))
        return refuse(QCoreApplication::translate("DeskLease",
                                                  "The clock of this PC was set back, so the desk has to reach the "
                                                  "central store before it opens. Nothing is lost. Set the clock "
                                                  "right, or connect to the network, and sign in again."),
                      u"clock behind the latest moment seen"_s);
    if (now - **contact > lease)
        return refuse(QCoreApplication::translate("DeskLease",
                                                  "This desk last reached the central store at %1 and may work without "
                                                  "it for %2 hours. Nothing is lost. Connect this PC to the network "
                                                  "and sign in again.")
                          .arg(koreanTimestamp(**contact))
                          .arg(lease.count()),
                      u"lease is over"_s);
    return {};
}

Result<void> saw(cache::Cache &cache, UtcTime now)
{
    const auto seen = latestSeen(cache);
    if (!seen)
        return seen.error();
    if (now <= *seen)
        return {};
    return cache.documents().put({leaseKind, u"seen"_s, {{u"at"_s, toMs(now)}}, {}, {}});
}

Result<void> renew(cache::Cache &cache, UtcTime now)
{
    if (auto kept = cache.syncMemory().setLastContact(now); !kept)
        return kept;
    // The store agrees with this clock now, whatever was seen before.
    return cache.documents().put({leaseKind, u"seen"_s, {{u"at"_s, toMs(now)}}, {}, {}});
}

} // namespace consent::desk::desklease
