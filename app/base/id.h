#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace consent {

/// A fresh UUID version 7 (RFC 9562): lower-case text, 36 characters, sortable by the time it was made.
/// Thread-safe.
QString newUuid();

/// Whether the text is a UUID in the canonical lower-case form.
bool isUuid(QStringView text);

/// The id of one kind of thing; ids of different kinds do not mix. Empty only when default-constructed.
template <typename Tag> class Id
{
public:
    Id() = default;

    static Id create() { return Id(newUuid()); }
    /// @return nothing unless the text is a canonical UUID.
    static std::optional<Id> fromString(QStringView text)
    {
        return isUuid(text) ? std::optional<Id>(Id(text.toString())) : std::nullopt;
    }

    const QString &toString() const noexcept { return m_text; }
    bool isEmpty() const noexcept { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.m_text, seed); }

private:
    explicit Id(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

using SubjectId = Id<struct SubjectTag>;
using EventId = Id<struct EventTag>;
using DeviceId = Id<struct DeviceTag>;
using UserId = Id<struct UserTag>;
using ContactId = Id<struct ContactTag>; ///< One call or visit.

} // namespace consent
