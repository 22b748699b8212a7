#include "ledger/json_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace consent::ledger {

Error damagedEvent(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("Ledger",
                                        "A record of the ledger is not readable as it was signed. The others are "
                                        "not affected. Run the ledger check and send its result to the "
                                        "administrator."),
            detail};
}

int jsonDepth(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QString> readString(const QJsonObject &object, QLatin1StringView name, qsizetype longest)
{
    const QJsonValue value = object.value(name);
    if (!value.isString())
        return std::nullopt;
    QString text = value.toString();
    if (text.size() > longest)
        return std::nullopt;
    return text;
}

std::optional<qint64> readInteger(const QJsonObject &object, QLatin1StringView name, qint64 least, qint64 most)
{
    const QJsonValue value = object.value(name);
    if (!value.isDouble())
        return std::nullopt;
    // Asked twice: the default comes back when the number is no integer.
    const qint64 number = value.toInteger(0);
    if (number == 0 && value.toInteger(1) == 1)
        return std::nullopt;
    if (number < least || number > most)
        return std::nullopt;
    return number;
}

std::optional<bool> readBool(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isBool() ? std::optional<bool>(value.toBool()) : std::nullopt;
}

std::optional<QStringList> readStrings(const QJsonObject &object, QLatin1StringView name, qsizetype longest,
                                       qsizetype most)
{
    const QJsonValue value = object.value(name);
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray array = value.toArray();
    if (array.size() > most)
        return std::nullopt;
    QStringList strings;
    for (const QJsonValue &element : array) {
        if (!element.isString() || element.toString().size() > longest)
            return std::nullopt;
        strings.append(element.toString());
    }
    return strings;
}

} // namespace consent::ledger
