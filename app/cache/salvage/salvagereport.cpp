#include "cache/salvage/salvagereport.h"

#include <QTextStream>

namespace consent::cache {

qint64 SalvageReport::lostEvents() const
{
    qint64 count = 0;
    for (const Stretch &stretch : lost)
        count += stretch.to - stretch.from + 1;
    return count;
}

QByteArray SalvageReport::asText() const
{
    const auto yes = [](bool value) { return value ? "yes" : "no"; };
    QByteArray bytes;
    QTextStream text(&bytes);
    text << "pages: " << pages << "\nbroken pages: " << brokenPages.size() << '\n';
    for (const qint64 page : brokenPages)
        text << "  page " << page << '\n';
    text << "schema renewed: " << yes(schemaRenewed) << "\ndamaged tables: " << damagedTables.join(QLatin1Char(' '))
         << "\nevents kept: " << events << "\n  without a key to check them: " << unproved
         << "\nevents refused: " << refused << "\nevents lost: " << lostEvents() << '\n';
    for (const Stretch &stretch : lost)
        text << "  device " << stretch.device.toString() << " seq " << stretch.from << " to " << stretch.to << '\n';
    text << "waiting for the central store: " << waiting << "\n  list of them readable: " << yes(outboxKnown)
         << "\n  all of them kept: " << yes(outboxWhole) << "\ndrafts: " << drafts << "\ndata keys: " << dataKeys
         << "\ndocuments: " << documents << "\naccess log entries: " << accessEntries
         << "\naccess log entries lost: " << accessEntriesLost << '\n';
    text.flush();
    return bytes;
}

} // namespace consent::cache
