#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QDate>
#include <QString>

namespace consent::domain {

/// The number a person gets for a contact: "261123-7K3Q-0042-M". Date of the contact in Korea, four letters of the
/// device, the device's running number of that day, and a check character that finds every single mistyped character
/// and every swap of neighbours. Says nothing about the person; it is a name, not a secret.
class ReceiptNumber
{
public:
    /// @param sequence of the device on that day, from 1; up to 999999.
    static ReceiptNumber make(QDate date, const DeviceId &device, int sequence);
    /// Takes small letters, missing or other separators, and the look-alikes O, I, L for 0, 1, 1.
    /// @return InvalidArgument if it can't be one, or was mistyped.
    static Result<ReceiptNumber> parse(QStringView text);

    const QString &toString() const noexcept { return m_text; }

    friend bool operator==(const ReceiptNumber &, const ReceiptNumber &) = default;

private:
    explicit ReceiptNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace consent::domain
