#include "vault/setaside.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QTimeZone>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace consent::vault {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::SetAside)
};

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<QString> setAside(const QString &path, UtcTime now)
{
    if (!QFile::exists(path))
        return Error{ErrorKind::NotFound, Words::tr("There is no database to set aside."), u"set aside"_s};
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString aside = path + u".damaged-"_s + stamp;
    for (int again = 2; QFile::exists(aside); ++again)
        aside = path + u".damaged-%1-%2"_s.arg(stamp).arg(again);

    // A second name first, for both; only then do the first names go, the log's last.
    std::error_code failure;
    const QStringList parts{u"-wal"_s, u""_s};
    for (const QString &part : parts) {
        if (QFile::exists(path + part) && !failure)
            std::filesystem::create_hard_link(native(path + part), native(aside + part), failure);
    }
    for (const QString &part : {parts[1], parts[0]}) {
        if (!failure && QFile::exists(path + part))
            std::filesystem::remove(native(path + part), failure);
    }
    if (failure) {
        return Error{ErrorKind::Io,
                     Words::tr("The damaged database could not be set aside. It is unchanged. Check the disk and the "
                               "rights to its folder, and start again."),
                     QString::fromStdString(failure.message())};
    }
    qCWarning(logging::vault) << "a damaged database was set aside";
    return aside;
}

} // namespace consent::vault
