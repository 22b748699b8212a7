#pragma once

#include "base/error.h"

#include <QCoreApplication>

namespace consent::cache {

/// The sentences that several stores share.
class CacheWords
{
    Q_DECLARE_TR_FUNCTIONS(consent::cache::Cache)

public:
    static Error damaged(const QString &detail)
    {
        return {ErrorKind::Damaged,
                tr("Part of the database on this PC is damaged. Nothing was deleted. Restart the program: it sets the "
                   "file aside and recovers what verifies."),
                detail};
    }
    static Error notFound(const QString &detail)
    {
        return {ErrorKind::NotFound, tr("What was asked for is not stored on this PC."), detail};
    }
    static Error cancelled()
    {
        return {ErrorKind::Cancelled, tr("Stopped as you asked. Nothing was changed."), QString()};
    }
};

} // namespace consent::cache
