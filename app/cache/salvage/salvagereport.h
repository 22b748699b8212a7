#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace consent::cache {

/// What came out of a damaged cache. Counts, devices and sequence numbers only: nothing personal.
struct SalvageReport
{
    /// Events of one device that are not there any more.
    struct Stretch
    {
        DeviceId device;
        qint64 from = 0;
        qint64 to = 0;

        friend bool operator==(const Stretch &, const Stretch &) = default;
    };

    qint64 pages = 0;
    std::vector<qint64> brokenPages; ///< Whose seal does not verify.
    bool schemaRenewed = false;      ///< The table of contents was damaged and is taken from the program.
    QStringList damagedTables;       ///< Of which not all could be read by their order.

    qint64 events = 0;   ///< Kept.
    qint64 unproved = 0; ///< Of these: no key of their device is left to check the signature with.
    qint64 refused = 0;  ///< Left out: the text is no event, or its signature is wrong.
    std::vector<Stretch> lost;

    qint64 waiting = 0;      ///< Events queued for the centre.
    bool outboxWhole = true; ///< Every event that waited is there and waits again.
    bool outboxKnown = true; ///< False: which ones waited could not be read, so all own ones are queued.
    qint64 drafts = 0;
    qint64 dataKeys = 0;
    qint64 documents = 0; ///< Kept by the desk itself; the published ones come back from the events.
    qint64 accessEntries = 0;
    qint64 accessEntriesLost = 0; ///< Those that could be read, but not whose they are.

    qint64 lostEvents() const;
    /// For the file beside the damaged one.
    QByteArray asText() const;
};

} // namespace consent::cache
