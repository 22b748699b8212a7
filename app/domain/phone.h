#pragma once

#include "base/result.h"

#include <QString>
#include <QStringView>

namespace consent::domain {

/// A Korean telephone number in the national form, digits only ("01000001234", "025873235", "15881234").
class PhoneNumber
{
public:
    enum class Kind { Mobile, Landline, Internet, Personal, TollFree, Representative };

    /// Takes what people type and exchanges send: hyphens, blanks, dots, brackets, full-width digits, +82 or 0082.
    /// @return InvalidArgument with a sentence that says what is wrong with it.
    static Result<PhoneNumber> parse(QStringView text);

    const QString &digits() const noexcept { return m_digits; }
    Kind kind() const noexcept { return m_kind; }
    QString grouped() const; ///< "010-0000-1234", "02-587-3235", "1588-1234"
    QString masked() const;  ///< "010-****-1234": the form for screens until there is a reason

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    PhoneNumber(QString digits, Kind kind)
        : m_digits(std::move(digits))
        , m_kind(kind)
    {
    }

    QString m_digits;
    Kind m_kind;
};

/// Grouping of digits that may be incomplete (as one types) or stored; never fails, other text comes back unchanged.
QString groupedPhone(const QString &digits);
/// Masked like PhoneNumber::masked(); a number too short to keep four digits apart is masked whole.
QString maskedPhone(const QString &digits);
/// Every digit in the text, folded to ASCII (NFKC), for searching by a fragment.
QString digitsIn(QStringView text);

} // namespace consent::domain
