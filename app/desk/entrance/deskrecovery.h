#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/salvage/salvagereport.h"
#include "crypto/secretbuffer.h"
#include "vault/keys/keyslots.h"

#include <QCoreApplication>
#include <QString>

#include <memory>
#include <optional>

namespace consent::cache {
class Cache;
}

namespace consent::desk {

/// What happened to a desk whose database was damaged.
struct Recovery
{
    cache::SalvageReport report;
    QString keptAs; ///< Where the damaged file is now.

    /// For the person who signs in: what was damaged, what is safe, what to do.
    QString sentence() const;
};

/// Opens a desk's cache; a damaged one is set aside, and a new one with all that verifies takes its place. Cache
/// thread.
class DeskRecovery
{
    Q_DECLARE_TR_FUNCTIONS(consent::desk::DeskRecovery)

public:
    struct Opened
    {
        std::unique_ptr<cache::Cache> cache;
        std::optional<Recovery> recovery;
    };

    /// A cache up to this size is looked at page by page at every sign-in, a larger one where it is read.
    static constexpr qint64 checkedBytes = 256 * 1024 * 1024;

    /// @param user who signs in: without his keys a new cache would be of no use to him
    /// @return WrongKey when no key fits: that is no damage, and nothing is changed; Damaged when what this desk can't
    /// do without is lost: then everything stays where it is.
    static Result<Opened> open(const QString &path, const vault::DatabaseKeys &keys, const UserId &user, UtcTime now);

private:
    static bool isDamaged(cache::Cache &cache, const QString &path, const crypto::SecretBuffer &key);
    static Result<Recovery> recover(const QString &path, const vault::DatabaseKeys &keys, const UserId &user,
                                    UtcTime now);
};

} // namespace consent::desk
