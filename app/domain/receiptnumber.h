#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QDate>
#include <QString>

namespace consent::domain {

/// The number a person gets for a contact: "261123-7K3QX-0042-M". Date of the contact in Korea, five characters of the
/// device, the device's running number of that day, and a check character that finds every single mistyped character
/// and every swap of two neighbours. Says nothing about the person; it is a name, not a secret.
class ReceiptNumber
{
public:
    static constexpr int maxSequence = 999'999;

    /// @param sequence of the device on that day, 1 to maxSequence.
    static ReceiptNumber make(QDate date, const DeviceId &device, int sequence);
    /// Takes small letters, missing or other separators, and the look-alikes O, I, L, S for 0, 1, 1, 5.
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
