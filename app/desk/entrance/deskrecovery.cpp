#include "desk/entrance/deskrecovery.h"

#include "base/jsonfile.h"
#include "base/logging.h"
#include "cache/salvage/salvage.h"
#include "cache/store/cache.h"
#include "desk/entrance/deskopening.h"
#include "desk/entrance/deskrekeying.h"
#include "vault/care/setaside.h"
#include "vault/database/sealedpages.h"

#include <QFileInfo>

namespace consent::desk {

using namespace Qt::StringLiterals;

QString Recovery::sentence() const
{
    QString text = DeskRecovery::tr("Part of the data on this PC was damaged. %n record(s) were recovered, and the "
                                    "damaged file was set aside.",
                                    nullptr, int(report.events));
    if (const qint64 lost = report.lostEvents(); lost > 0)
        text += u' ' +
                DeskRecovery::tr("%n record(s) could not be recovered. Tell your administrator.", nullptr, int(lost));
    if (!report.outboxWhole)
        text += u' ' + DeskRecovery::tr("Some of these may not have reached the central store.");
    return text;
}

bool DeskRecovery::isDamaged(cache::Cache &cache, const QString &path, const crypto::SecretBuffer &key)
{
    const auto says = [](const auto &result) { return !result && result.error().kind == ErrorKind::Damaged; };
    if (says(cache.documents().ofKind(u"staff"_s)) || says(cache.documents().ofKind(u"userKeys"_s)) ||
        says(cache.device().load()) || says(cache.outbox().due(1)))
        return true;
    if (QFileInfo(path).size() > checkedBytes)
        return false;
    const auto pages = vault::SealedPages::open(path, key.span());
    return pages && !(*pages)->broken().empty();
}

Result<Recovery> DeskRecovery::recover(const QString &path, const vault::DatabaseKeys &keys, const UserId &user,
                                       UtcTime now)
{
    const crypto::SecretBuffer &key = keys.at(epochOfFile(path, keys));
    // A key that does not fit is no damage: nothing may be set aside for it.
    if (const auto pages = vault::SealedPages::open(path, key.span()); !pages)
        return pages.error();
    const QString copy = path + u".recovering"_s;
    const QString fresh = path + u".recovered"_s;
    if (auto copied = vault::SetAside::copy(path, copy); !copied)
        return copied.error();
    vault::SetAside::removeCopy(fresh); // of an attempt that did not end
    auto report = cache::Salvage::run(copy, fresh, key.span());
    vault::SetAside::removeCopy(copy);
    const auto giveUp = [&fresh](const Error &why) {
        vault::SetAside::removeCopy(fresh);
        return why;
    };
    if (!report)
        return giveUp(report.error());
    {
        const auto cache = deskopening::openCache(fresh, keys);
        if (!cache)
            return giveUp(cache.error());
        // What is missing may be at the central store: sync brings it back.
        if (report->lostEvents() > 0) {
            if (auto wanted = (*cache)->syncMemory().setWantsAll(true); !wanted)
                return giveUp(wanted.error());
        }
        const auto staff = deskopening::staff(**cache, user);
        const auto material = deskopening::userKeys(**cache, user);
        if (!staff || !material)
            return giveUp(Error{ErrorKind::Damaged,
                                tr("The database on this PC is damaged, and your keys are not among what can be read. "
                                   "Nothing was changed or deleted. Ask a colleague who uses this PC to sign in, or "
                                   "your administrator to enrol you again."),
                                u"user's documents lost"_s});
    }
    auto kept = vault::SetAside::replace(path, fresh, now);
    if (!kept)
        return giveUp(kept.error());
    if (auto written = writeFileDurably(*kept + u".txt"_s, report->asText()); !written)
        qCWarning(logging::desk) << "no report beside the damaged database:" << written.error().detail;
    return Recovery{*std::move(report), *std::move(kept)};
}

Result<DeskRecovery::Opened> DeskRecovery::open(const QString &path, const vault::DatabaseKeys &keys,
                                                const UserId &user, UtcTime now)
{
    {
        // Asked before the cache is open: see vault_file_epoch().
        const crypto::SecretBuffer &key = keys.at(epochOfFile(path, keys));
        auto cache = deskopening::openCache(path, keys);
        if (!cache && cache.error().kind != ErrorKind::Damaged)
            return cache.error();
        if (cache && !isDamaged(**cache, path, key))
            return Opened{std::move(*cache), std::nullopt};
    } // closed before its file is copied
    auto recovery = recover(path, keys, user, now);
    if (!recovery)
        return recovery.error();
    auto cache = deskopening::openCache(path, keys);
    if (!cache)
        return cache.error();
    return Opened{std::move(*cache), *std::move(recovery)};
}

} // namespace consent::desk
