#pragma once

#include "base/result.h"
#include "central/storelookup.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace consent::ledger {
class BlindIndex;
}

namespace consent::desk {

/// A search text that is narrow enough to be asked at the central store: a whole telephone number, a name with the last
/// four digits, or a name with the birth date. A fragment is searched on this PC alone: the store knows no fragments.
class CentralQuestion
{
public:
    enum class Kind { Phone, NameAndLastFour, NameAndBirthDate };

    /// @param today in Korea: a birth date of six digits is the latest one that is not after it
    /// @return nothing for a text of another form
    static std::optional<CentralQuestion> fromText(QStringView text, QDate today);

    Kind kind() const { return m_kind; }
    const QString &name() const { return m_name; }
    const QString &digits() const { return m_digits; } ///< The number, or its last four.
    QDate birthDate() const { return m_birthDate; }

    /// As the store is asked: nothing in it can be read.
    central::LookUp tokens(const ledger::BlindIndex &index) const;

private:
    CentralQuestion() = default;

    Kind m_kind = Kind::Phone;
    QString m_name;
    QString m_digits;
    QDate m_birthDate;
};

} // namespace consent::desk
