#pragma once

#include "base/result.h"

#include <QString>
#include <QStringView>

namespace consent::domain {

/// A person's name: NFC, blanks at the ends cut and inner ones single, 1-60 characters, at least one letter, no control
/// characters, digits or markup.
class PersonName
{
public:
    static constexpr int maxLength = 60;

    static Result<PersonName> parse(QStringView text);
    const QString &toString() const noexcept { return m_text; }

    friend bool operator==(const PersonName &, const PersonName &) = default;

private:
    explicit PersonName(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

/// An e-mail address in the form that mail can be sent to: one @, a domain with a dot, at most 254 characters; the
/// domain in small letters, full-width characters folded.
class EmailAddress
{
public:
    static Result<EmailAddress> parse(QStringView text);
    const QString &toString() const noexcept { return m_text; }
    QString masked() const; ///< "ho***@example.com"

    friend bool operator==(const EmailAddress &, const EmailAddress &) = default;

private:
    explicit EmailAddress(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace consent::domain
