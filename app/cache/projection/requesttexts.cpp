#include "cache/projection/requesttexts_p.h"

#include <QStringList>

namespace consent::cache::requesttexts {

std::vector<domain::ClockStop> toStops(const QString &text)
{
    std::vector<domain::ClockStop> stops;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString until = part.section(u'/', 1);
        stops.push_back({fromMs(part.section(u'/', 0, 0).toLongLong()),
                         until.isEmpty() ? std::nullopt : std::optional(fromMs(until.toLongLong()))});
    }
    return stops;
}

QString fromStops(const std::vector<domain::ClockStop> &stops)
{
    QStringList parts;
    for (const domain::ClockStop &stop : stops)
        parts.append(QString::number(toMs(stop.from)) + u'/' +
                     (stop.until ? QString::number(toMs(*stop.until)) : QString()));
    return parts.join(u' ');
}

std::vector<ledger::RequestRecipient> toRecipients(const QString &text)
{
    std::vector<ledger::RequestRecipient> recipients;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto id = ProvisionId::fromString(QStringView(part).chopped(1)))
            recipients.push_back({*id, part.endsWith(u'+')});
    }
    return recipients;
}

QString fromRecipients(const std::vector<ledger::RequestRecipient> &recipients)
{
    QStringList parts;
    for (const ledger::RequestRecipient &recipient : recipients)
        parts.append(recipient.provision.toString() + (recipient.told ? u'+' : u'-'));
    return parts.join(u' ');
}

} // namespace consent::cache::requesttexts
