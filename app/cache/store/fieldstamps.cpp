#include "cache/store/fieldstamps.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace consent::cache {

FieldStamps FieldStamps::fromText(const QString &text)
{
    FieldStamps stamps;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto at = object.begin(); at != object.end(); ++at)
        stamps.m_events.insert(at.key(), at.value().toInteger());
    return stamps;
}

QString FieldStamps::toText() const
{
    if (m_events.isEmpty())
        return {};
    QJsonObject object; // sorts by name: equal stamps are equal texts
    for (auto at = m_events.begin(); at != m_events.end(); ++at)
        object.insert(at.key(), at.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<qint64> FieldStamps::holder(const QString &field, std::optional<qint64> registration) const
{
    const auto at = m_events.find(field);
    return at == m_events.end() ? registration : std::optional<qint64>(*at);
}

} // namespace consent::cache
