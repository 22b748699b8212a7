#include "ui/shell/passwordadvice.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::ui {

namespace {

class Advice
{
    Q_DECLARE_TR_FUNCTIONS(consent::ui::PasswordAdvice)
};

/// How many characters are not simply the same as, or the next to, the one before ("aaaa", "1234", "dcba").
qsizetype freeCharacters(const QString &password)
{
    qsizetype count = password.isEmpty() ? 0 : 1;
    for (qsizetype i = 1; i < password.size(); ++i) {
        const int step = password.at(i).unicode() - password.at(i - 1).unicode();
        if (step < -1 || step > 1)
            ++count;
    }
    return count;
}

qsizetype withoutWords(const QString &password, const QStringList &avoid)
{
    QString rest = password;
    for (const QString &word : avoid) {
        if (word.size() >= 3)
            rest.remove(word, Qt::CaseInsensitive);
    }
    return rest.size();
}

bool followsTheKeyboard(const QString &password)
{
    const QString text = password.toLower();
    for (const char *row : {"qwertyuiop", "asdfghjkl", "zxcvbnm"}) {
        const QString keys = QString::fromLatin1(row);
        for (qsizetype i = 0; i + 5 <= keys.size(); ++i) {
            if (text.contains(keys.mid(i, 5)))
                return true;
        }
    }
    return false;
}

} // namespace

PasswordAdvice passwordAdvice(const QString &password, int minimumLength, const QStringList &avoid)
{
    using Strength = PasswordAdvice::Strength;
    if (password.isEmpty())
        return {Strength::Empty,
                Advice::tr("At least %1 characters. A short sentence is easy to remember and hard to guess.")
                    .arg(minimumLength)};
    if (password.size() < minimumLength)
        return {Strength::TooShort, Advice::tr("%1 more characters are needed.").arg(minimumLength - password.size())};
    if (withoutWords(password, avoid) < minimumLength / 2)
        return {Strength::Guessable, Advice::tr("It contains your name or user name. Please choose something else.")};
    if (freeCharacters(password) < std::max(4, minimumLength / 2) || followsTheKeyboard(password))
        return {Strength::Guessable,
                Advice::tr("Rows such as 1234, aaaa or qwerty are guessed first. Please mix it up.")};
    if (password.size() < minimumLength + 4)
        return {Strength::Fair, Advice::tr("Good enough. Four more characters make it much stronger.")};
    return {Strength::Strong, Advice::tr("A strong password.")};
}

} // namespace consent::ui
