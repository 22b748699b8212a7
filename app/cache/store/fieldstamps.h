#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace consent::cache {

/// Which event each field of a subject is from, where that isn't the registration: so that the latest correction of
/// each field stands, in whatever order corrections arrive. Values are event numbers of this file.
class FieldStamps
{
public:
    static FieldStamps fromText(const QString &text);
    QString toText() const; ///< Empty when every field is from the registration.

    /// @param registration what a field without a stamp is from, if there is one
    std::optional<qint64> holder(const QString &field, std::optional<qint64> registration) const;
    void set(const QString &field, qint64 event) { m_events.insert(field, event); }

    friend bool operator==(const FieldStamps &, const FieldStamps &) = default;

private:
    QHash<QString, qint64> m_events;
};

} // namespace consent::cache
