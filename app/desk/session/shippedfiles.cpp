#include "desk/session/shippedfiles.h"

#include <QFile>
#include <QString>

namespace consent::desk::shippedfiles {

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    // Linked into the program: missing means a broken build.
    if (!file.open(QIODevice::ReadOnly))
        qFatal("resource %s is missing", qPrintable(path));
    return file.readAll();
}

} // namespace

QByteArray organisation()
{
    return resource(QStringLiteral(":/consent/organisation.json"));
}
const domain::Holidays &koreanHolidays()
{
    static const domain::Holidays holidays = [] {
        auto parsed = domain::Holidays::parse(resource(QStringLiteral(":/consent/holidays/kr.json")));
        if (!parsed)
            qFatal("the shipped holidays are broken: %s", qPrintable(parsed.error().message));
        return *std::move(parsed);
    }();
    return holidays;
}
QByteArray phoneScript()
{
    return resource(QStringLiteral(":/consent/scripts/phone-join.json"));
}
QByteArray sampleNotice()
{
    return resource(QStringLiteral(":/consent/notices/sample-notice.ko.md"));
}

} // namespace consent::desk::shippedfiles
