#pragma once

#include "domain/organisation.h"
#include "domain/script.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

/// The shipped files, and ways to spoil them.
namespace scripttools {

inline QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR "/resources/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject shippedScript()
{
    return QJsonDocument::fromJson(resource("scripts/phone-join.json")).object();
}

inline QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

inline consent::domain::Organisation organisation()
{
    return consent::domain::Organisation::parse(resource("organisation.json")).value();
}

/// Applies a change to the value at a path such as "clauses/3/next"; numbers are indexes. An undefined value removes.
inline QJsonValue changed(const QJsonValue &value, QStringList path, const QJsonValue &with)
{
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype i = step == QLatin1String("+") ? array.size() : step.toInt();
        if (i == array.size())
            array.append(QJsonValue());
        if (path.isEmpty() && with.isUndefined())
            array.removeAt(i);
        else
            array.replace(i, path.isEmpty() ? with : changed(array.at(i), path, with));
        return array;
    }
    QJsonObject object = value.toObject();
    if (path.isEmpty() && with.isUndefined())
        object.remove(step);
    else
        object.insert(step, path.isEmpty() ? with : changed(object.value(step), path, with));
    return object;
}

inline QJsonObject changed(const QJsonObject &object, const QString &path, const QJsonValue &with)
{
    return changed(QJsonValue(object), path.split(u'/'), with).toObject();
}

/// "/clauses/ID/..." with the number in place of the id, and the same for items.
inline QString located(const QJsonObject &script, QString path)
{
    for (const auto &[list, key] : {std::pair(QStringLiteral("clauses"), QStringLiteral("id")),
                                    std::pair(QStringLiteral("items"), QStringLiteral("code"))}) {
        const QJsonArray array = script.value(list).toArray();
        QStringList steps = path.split(u'/');
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (steps.size() > 1 && steps[0] == list && steps[1] == array.at(i).toObject().value(key).toString()) {
                steps[1] = QString::number(i);
                path = steps.join(u'/');
                break;
            }
        }
    }
    return path;
}

inline std::shared_ptr<const consent::domain::Script> script(const QJsonObject &object)
{
    auto parsed = consent::domain::Script::read(bytes(object));
    return parsed.script ? std::make_shared<const consent::domain::Script>(std::move(*parsed.script)) : nullptr;
}

} // namespace scripttools
