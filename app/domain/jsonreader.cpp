#include "domain/jsonreader.h"

#include <QCoreApplication>

#include <cmath>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

bool hasControlCharacter(const QString &text)
{
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            return true;
    }
    return false;
}

} // namespace

QString JsonReader::pathOf(const QString &key) const
{
    return m_path + u'/' + key;
}

void JsonReader::fault(const QString &key, const QString &message)
{
    m_faults.push_back({key.isEmpty() ? (m_path.isEmpty() ? QStringLiteral("/") : m_path) : pathOf(key), message});
}

bool JsonReader::has(const QString &key)
{
    return !value(key).isUndefined();
}

QJsonValue JsonReader::value(const QString &key)
{
    if (!m_known.contains(key))
        m_known.append(key);
    return m_object.value(key);
}

QString JsonReader::text(const QString &key, qsizetype maxLength, bool mayBeEmpty)
{
    const QJsonValue found = value(key);
    if (found.isUndefined()) {
        fault(key, Text::tr("This member is missing: a text is expected."));
        return QString();
    }
    if (!found.isString()) {
        fault(key, Text::tr("A text is expected here."));
        return QString();
    }
    const QString text = found.toString().normalized(QString::NormalizationForm_C).trimmed();
    if (text.isEmpty() && !mayBeEmpty)
        fault(key, Text::tr("This text is empty."));
    else if (text.size() > maxLength)
        fault(key, Text::tr("This text is longer than %1 characters.").arg(maxLength));
    else if (hasControlCharacter(text))
        fault(key, Text::tr("This text contains a control character."));
    else
        return text;
    return QString();
}

QString JsonReader::optionalText(const QString &key, qsizetype maxLength)
{
    return has(key) ? text(key, maxLength) : QString();
}

double JsonReader::number(const QString &key, double lowest, double highest)
{
    const QJsonValue found = value(key);
    if (found.isDouble() && found.toDouble() >= lowest && found.toDouble() <= highest)
        return found.toDouble();
    if (found.isUndefined())
        fault(key, Text::tr("This member is missing: a number is expected."));
    else
        fault(key, Text::tr("A number from %1 to %2 is expected here.").arg(lowest).arg(highest));
    return lowest;
}

int JsonReader::integer(const QString &key, int lowest, int highest)
{
    const auto before = m_faults.size();
    const double found = number(key, lowest, highest);
    if (m_faults.size() == before && std::floor(found) != found)
        fault(key, Text::tr("A whole number is expected here."));
    return static_cast<int>(found);
}

bool JsonReader::boolean(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isBool())
        fault(key, found.isUndefined() ? Text::tr("This member is missing: true or false is expected.")
                                       : Text::tr("True or false is expected here."));
    return found.toBool();
}

bool JsonReader::optionalBoolean(const QString &key, bool otherwise)
{
    return has(key) ? boolean(key) : otherwise;
}

LocalText JsonReader::localText(const QString &key, qsizetype maxLength)
{
    LocalText found;
    object(key, [&found, maxLength](JsonReader &reader) {
        found.ko = reader.optionalText(QStringLiteral("ko"), maxLength);
        found.en = reader.optionalText(QStringLiteral("en"), maxLength);
        reader.finish();
    });
    return found;
}

QStringList JsonReader::texts(const QString &key, qsizetype maxCount, qsizetype maxLength)
{
    QStringList list;
    const QJsonValue found = value(key);
    if (!found.isArray()) {
        fault(key, Text::tr("A list of texts is expected here."));
        return list;
    }
    const QJsonArray array = found.toArray();
    if (array.size() > maxCount) {
        fault(key, Text::tr("At most %1 entries are allowed here.").arg(maxCount));
        return list;
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString entry = array.at(i).toString().normalized(QString::NormalizationForm_C).trimmed();
        if (!array.at(i).isString() || entry.isEmpty() || entry.size() > maxLength || hasControlCharacter(entry))
            fault(key + u'/' + QString::number(i),
                  Text::tr("A text of 1 to %1 characters is expected here.").arg(maxLength));
        else
            list.append(entry);
    }
    return list;
}

void JsonReader::object(const QString &key, const std::function<void(JsonReader &)> &read)
{
    const QJsonValue found = value(key);
    if (!found.isObject()) {
        fault(key, found.isUndefined() ? Text::tr("This member is missing: an object is expected.")
                                       : Text::tr("An object is expected here."));
        return;
    }
    JsonReader inner(found.toObject(), pathOf(key), m_faults);
    read(inner);
}

void JsonReader::objects(const QString &key, qsizetype lowestCount, qsizetype highestCount,
                         const std::function<void(JsonReader &)> &read)
{
    const QJsonValue found = value(key);
    if (!found.isArray()) {
        fault(key, found.isUndefined() ? Text::tr("This member is missing: a list is expected.")
                                       : Text::tr("A list is expected here."));
        return;
    }
    const QJsonArray array = found.toArray();
    if (array.size() < lowestCount)
        fault(key, Text::tr("At least %1 entries are needed here.").arg(lowestCount));
    if (array.size() > highestCount) {
        fault(key, Text::tr("At most %1 entries are allowed here.").arg(highestCount));
        return;
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString entryPath = pathOf(key) + u'/' + QString::number(i);
        if (!array.at(i).isObject()) {
            m_faults.push_back({entryPath, Text::tr("An object is expected here.")});
            continue;
        }
        JsonReader inner(array.at(i).toObject(), entryPath, m_faults);
        read(inner);
    }
}

void JsonReader::unknownCode(const QString &key, const QString &found)
{
    fault(key, Text::tr("“%1” is no value that is known here.").arg(found.left(40)));
}

void JsonReader::finish()
{
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        // A comment is for people who edit the file.
        if (!m_known.contains(key) && key != QLatin1String("$comment"))
            fault(key.left(60), Text::tr("This member is not known here. Check its spelling."));
    }
}

QString joinedFaults(const std::vector<ScriptFault> &faults, int most)
{
    QStringList lines;
    for (const ScriptFault &fault : faults) {
        if (lines.size() == most) {
            lines.append(Text::tr("and %1 more").arg(faults.size() - static_cast<std::size_t>(most)));
            break;
        }
        lines.append(fault.path + QLatin1String(": ") + fault.message);
    }
    return lines.join(u'\n');
}

} // namespace consent::domain
