#include "ledger/factreader_p.h"

#include "ledger/json_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::ledger {

QString FactReader::code(QLatin1StringView name, bool mayBeEmpty)
{
    const QString text = take(readString(m_object, name, longestCode), name);
    if (text.isEmpty() && !mayBeEmpty)
        fail(name);
    return text;
}

QString FactReader::sha256(QLatin1StringView name)
{
    const QString text = take(readString(m_object, name, 64), name);
    if (text.size() != 64 || !std::all_of(text.begin(), text.end(),
                                          [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); }))
        fail(name);
    return text;
}

qint64 FactReader::offsetMs(QLatin1StringView name)
{
    return integer(name, 0, longestContactMs);
}

qint64 FactReader::integer(QLatin1StringView name, qint64 least, qint64 most)
{
    return take(readInteger(m_object, name, least, most), name);
}

UtcTime FactReader::time(QLatin1StringView name)
{
    return fromMs(integer(name, 0, latestMs));
}

QDate FactReader::date(QLatin1StringView name)
{
    const QString text = take(readString(m_object, name, 10), name);
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (!date.isValid())
        fail(name);
    return date;
}

bool FactReader::flag(QLatin1StringView name)
{
    return take(readBool(m_object, name), name);
}

QStringList FactReader::codes(QLatin1StringView name)
{
    return take(readStrings(m_object, name, longestCode, mostEntries), name);
}

std::optional<UtcTime> FactReader::after()
{
    if (!has("after"_L1))
        return std::nullopt;
    return fromMs(integer("after"_L1, -latestMs, latestMs));
}

FactReader FactReader::child(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        fail(name);
    return FactReader(value.toObject());
}

std::vector<FactReader> FactReader::children(QLatin1StringView name)
{
    const QJsonArray array = m_object.value(name).toArray();
    if (!m_object.value(name).isArray() || array.size() > mostEntries)
        fail(name);
    std::vector<FactReader> readers;
    if (!m_wrong.isEmpty())
        return readers;
    for (const QJsonValue &value : array) {
        if (!value.isObject())
            fail(name);
        readers.emplace_back(value.toObject());
    }
    return readers;
}

void FactReader::absorb(const FactReader &part, QLatin1StringView name)
{
    if (!part.m_wrong.isEmpty() && m_wrong.isEmpty())
        m_wrong = name + u'.' + part.m_wrong;
}

void FactReader::fail(QLatin1StringView name)
{
    if (m_wrong.isEmpty())
        m_wrong = name;
}

Error FactReader::error() const
{
    return damagedEvent(u"fact %1 is missing, of another type or out of range"_s.arg(m_wrong));
}

void insertFact(QJsonObject &object, const QString &name, const std::optional<UtcTime> &time)
{
    if (time)
        object.insert(name, toMs(*time));
}

} // namespace consent::ledger
