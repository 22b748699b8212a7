#include "domain/values.h"

#include "domain/invalid.h"

#include <QCoreApplication>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Values)
};

/// Letters of the Hangul blocks that are no whole syllable: what remains when composition was cut off.
bool isLooseJamo(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x3131 && u <= 0x318e) || (u >= 0x1100 && u <= 0x11ff) || (u >= 0xa960 && u <= 0xa97f) ||
           (u >= 0xd7b0 && u <= 0xd7ff);
}

bool mayStandInName(char32_t c)
{
    // Apostrophes, hyphens, dots and the middle dots that transcribed names carry.
    static constexpr std::u32string_view marks = U" '-.,\u2019\u00b7\u30fb\u2010\u2011";
    return QChar::isLetter(c) || QChar::isMark(c) || marks.find(c) != std::u32string_view::npos;
}

bool isLocalPartCharacter(QChar c)
{
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || QStringLiteral("!#$%&'*+/=?^_`{|}~.-").contains(c);
}

bool isDomainName(QStringView domain)
{
    if (domain.size() > 253 || !domain.contains(u'.'))
        return false;
    for (const QStringView label : domain.split(u'.')) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
            return false;
        for (const QChar c : label) {
            if (c.unicode() >= 0x80 || !(c.isLetterOrNumber() || c == u'-'))
                return false;
        }
    }
    return domain.last(1).front().isLetter();
}

} // namespace

Result<PersonName> PersonName::parse(QStringView text)
{
    if (text.size() > 4 * maxLength)
        return invalid(Text::tr("This is too long for a name: at most %1 characters.").arg(maxLength), "length");
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control && c != u'\t')
            return invalid(Text::tr("The name contains a control character. Type it again."), "control");
    }
    const QString name = text.toString().normalized(QString::NormalizationForm_C).simplified();
    if (name.isEmpty())
        return invalid(Text::tr("Enter the name."), "empty");
    if (name.size() > maxLength)
        return invalid(Text::tr("This is too long for a name: at most %1 characters.").arg(maxLength), "length");
    bool hasLetter = false;
    const QList<uint> points = name.toUcs4();
    for (const char32_t c : points) {
        if (QChar::isDigit(c))
            return invalid(Text::tr("A name has no digits. Check whether a number slipped into this field."), "digit");
        if (c < 0x10000 && isLooseJamo(QChar(static_cast<char16_t>(c))))
            return invalid(Text::tr("A syllable of the name is incomplete. Finish it or remove it."), "jamo");
        if (!mayStandInName(c))
            return invalid(Text::tr("The name contains a character that does not belong in a name."), "character");
        hasLetter = hasLetter || QChar::isLetter(c);
    }
    if (!hasLetter)
        return invalid(Text::tr("Enter the name."), "no letter");
    return PersonName(name);
}

Result<EmailAddress> EmailAddress::parse(QStringView text)
{
    if (text.size() > 1024)
        return invalid(Text::tr("This is too long for an e-mail address."), "length");
    const QString address = text.toString().normalized(QString::NormalizationForm_KC).trimmed();
    if (address.isEmpty())
        return invalid(Text::tr("Enter the e-mail address."), "empty");
    const qsizetype at = address.lastIndexOf(u'@');
    if (at <= 0 || address.count(u'@') != 1)
        return invalid(Text::tr("An e-mail address has one @ with a name before it."), "at");
    const QStringView local = QStringView(address).first(at);
    const QString domain = address.mid(at + 1).toLower();
    if (address.size() > 254 || local.size() > 64)
        return invalid(Text::tr("This is too long for an e-mail address."), "length");
    for (const QChar c : local) {
        if (!isLocalPartCharacter(c))
            return invalid(Text::tr("The part before the @ contains a character that an e-mail address can't have."),
                           "local part");
    }
    if (local.startsWith(u'.') || local.endsWith(u'.') || local.contains(QLatin1String("..")))
        return invalid(Text::tr("The part before the @ has a dot too many."), "dots");
    if (!isDomainName(domain))
        return invalid(Text::tr("The part after the @ must be a domain such as example.com."), "domain");
    return EmailAddress(local.toString() + u'@' + domain);
}

QString EmailAddress::masked() const
{
    const qsizetype at = m_text.indexOf(u'@');
    const qsizetype shown = at > 3 ? 2 : (at > 1 ? 1 : 0);
    return m_text.left(shown) + QStringLiteral("***") + m_text.mid(at);
}

} // namespace consent::domain
