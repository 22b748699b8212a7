#include "ui/sync/syncwords.h"

#include <QCoreApplication>

namespace consent::ui::syncwords {

namespace {

QString inWords(const char *text, int count = -1)
{
    return QCoreApplication::translate("SyncWords", text, nullptr, count);
}

} // namespace

QString headline(const desk::SyncView &view)
{
    if (!view.online)
        return inWords(QT_TRANSLATE_NOOP("SyncWords", "Offline"));
    if (view.needsAttention)
        return inWords(QT_TRANSLATE_NOOP("SyncWords", "Online, but something needs your attention"));
    if (view.catchingUp)
        return inWords(QT_TRANSLATE_NOOP("SyncWords", "Online, fetching what others recorded"));
    if (view.waiting > 0)
        return inWords(QT_TRANSLATE_NOOP("SyncWords", "Online, sending"));
    return inWords(QT_TRANSLATE_NOOP("SyncWords", "Online, everything is sent"));
}

QString explanation(const desk::SyncView &view)
{
    if (!view.lastError.isEmpty())
        return view.lastError;
    if (view.waiting > 0 && view.since)
        return QCoreApplication::translate("SyncWords", "%n record(s) wait, the oldest since %1.", nullptr,
                                           view.waiting)
            .arg(koreanTimestamp(*view.since));
    if (!view.online)
        return inWords(QT_TRANSLATE_NOOP("SyncWords", "What you record is kept on this PC and sent by itself later."));
    return inWords(QT_TRANSLATE_NOOP("SyncWords", "What you record is at the central store within two seconds."));
}

} // namespace consent::ui::syncwords
