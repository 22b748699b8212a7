#pragma once

#include <QString>
#include <QStringList>

namespace consent::ui {

/// What to tell somebody who chooses a password. Length counts, and not being easy to guess; no rule about kinds of
/// characters.
struct PasswordAdvice
{
    enum class Strength { Empty, TooShort, Guessable, Fair, Strong };

    Strength strength = Strength::Empty;
    QString sentence;

    bool acceptable() const { return strength == Strength::Fair || strength == Strength::Strong; }
};

/// @param avoid words that others would try first: login, name, organisation
PasswordAdvice passwordAdvice(const QString &password, int minimumLength, const QStringList &avoid);

} // namespace consent::ui
