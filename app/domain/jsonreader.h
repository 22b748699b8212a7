#pragma once

#include "domain/script.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace consent::domain {

/// Reads one JSON object strictly and collects every fault with its path instead of stopping at the first.
/// What can't be read comes back empty; whoever used a reader looks at the faults before using the values.
class JsonReader
{
public:
    using Faults = std::vector<ScriptFault>;

    /// @param path of the object, "" for the root. @param faults outlives this.
    JsonReader(const QJsonObject &object, QString path, Faults &faults)
        : m_object(object)
        , m_path(std::move(path))
        , m_faults(faults)
    {
    }

    bool has(const QString &key);
    QString text(const QString &key, qsizetype maxLength = 200, bool mayBeEmpty = false);
    QString optionalText(const QString &key, qsizetype maxLength = 200);
    int integer(const QString &key, int lowest, int highest);
    double number(const QString &key, double lowest, double highest);
    bool boolean(const QString &key);
    bool optionalBoolean(const QString &key, bool otherwise);
    LocalText localText(const QString &key, qsizetype maxLength = 2000);
    QStringList texts(const QString &key, qsizetype maxCount, qsizetype maxLength = 200);

    /// Calls with a reader of the object under the key; faults if there is none.
    void object(const QString &key, const std::function<void(JsonReader &)> &read);
    /// Calls for every object of the array under the key.
    void objects(const QString &key, qsizetype lowestCount, qsizetype highestCount,
                 const std::function<void(JsonReader &)> &read);
    /// The code of an enum value.
    template <typename E> E code(const QString &key, E otherwise)
    {
        const QString found = text(key);
        const std::optional<E> value = fromCode<E>(found);
        if (!value && !found.isEmpty())
            unknownCode(key, found);
        return value.value_or(otherwise);
    }

    /// The raw value, counted as read.
    QJsonValue value(const QString &key);
    /// Names every member that nobody asked for.
    void finish();

    void fault(const QString &key, const QString &message);
    const QString &path() const noexcept { return m_path; }
    QString pathOf(const QString &key) const;
    Faults &faults() noexcept { return m_faults; }

private:
    void unknownCode(const QString &key, const QString &found);

    QJsonObject m_object;
    QString m_path;
    Faults &m_faults;
    QStringList m_known;
};

/// The faults as lines of one message, at most @p most of them, then how many more there are.
QString joinedFaults(const std::vector<ScriptFault> &faults, int most = 20);

} // namespace consent::domain
