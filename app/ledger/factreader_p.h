#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/consent.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace consent::ledger {

/// Reads the facts of an event one after the other, strictly, and remembers the first that is missing, of another type,
/// out of range or an unknown code. What can't be read comes back empty; whoever used a reader looks at wrong() before
/// using the values. Members that nobody asked for are left alone: a newer program may add some. For this folder only.
class FactReader
{
public:
    static constexpr qsizetype longestCode = 128;
    static constexpr qsizetype mostEntries = 500;
    static constexpr qint64 longestContactMs = 7LL * 24 * 60 * 60 * 1000;

    explicit FactReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    QString code(QLatin1StringView name, bool mayBeEmpty = false);
    QString sha256(QLatin1StringView name);  ///< 64 lower-case hex digits.
    qint64 offsetMs(QLatin1StringView name); ///< From 0 to longestContactMs.
    qint64 integer(QLatin1StringView name, qint64 least, qint64 most);
    UtcTime time(QLatin1StringView name);
    QDate date(QLatin1StringView name); ///< ISO 8601, "2026-11-23".
    bool flag(QLatin1StringView name);
    QStringList codes(QLatin1StringView name);
    /// The code of an enum value.
    template <typename E> E value(QLatin1StringView name)
    {
        const QJsonValue text = m_object.value(name);
        using domain::fromCode;
        return take(text.isString() ? fromCode<E>(text.toString()) : std::nullopt, name);
    }
    template <typename T> T id(QLatin1StringView name)
    {
        const QJsonValue text = m_object.value(name);
        return take(text.isString() ? T::fromString(text.toString()) : std::nullopt, name);
    }
    template <typename T> std::vector<T> ids(QLatin1StringView name)
    {
        std::vector<T> all;
        for (const QString &text : codes(name)) {
            if (auto read = T::fromString(text))
                all.push_back(*std::move(read));
            else
                fail(name);
        }
        return all;
    }
    /// The order time before this event: see orderTime(). May be missing, and may lie before 1970.
    std::optional<UtcTime> after();

    FactReader child(QLatin1StringView name);
    std::vector<FactReader> children(QLatin1StringView name);
    /// A fault of a part is a fault of the whole.
    void absorb(const FactReader &part, QLatin1StringView name);

    void fail(QLatin1StringView name);
    const QString &wrong() const { return m_wrong; }
    Error error() const; ///< Damaged, naming the fact. Precondition: wrong() is not empty.

private:
    template <typename T> T take(std::optional<T> value, QLatin1StringView name)
    {
        if (!value)
            fail(name);
        return value ? *std::move(value) : T();
    }

    QJsonObject m_object;
    QString m_wrong;
};

/// Leaves the member out when there is no value.
void insertFact(QJsonObject &object, const QString &name, const std::optional<UtcTime> &time);

} // namespace consent::ledger
