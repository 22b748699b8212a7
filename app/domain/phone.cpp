#include "domain/phone.h"

#include "domain/invalid.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Phone)
};

constexpr qsizetype maxTyped = 64;

bool isSeparator(QChar c)
{
    switch (c.category()) {
    case QChar::Separator_Space:
    case QChar::Punctuation_Dash:
    case QChar::Other_Format: // direction marks and soft hyphens that come along when copying
        return true;
    default:
        break;
    }
    return c == u'.' || c == u'(' || c == u')' || c == u'/' || c == u'\t' || c == QChar(0x2212) /* minus sign */
           || c == u'~' || c == QChar(0x00b7);
}

struct Plan
{
    QLatin1String prefix;
    PhoneNumber::Kind kind;
    qsizetype shortest;
    qsizetype longest;
};

/// The Korean numbering plan as far as persons and companies have such numbers.
constexpr std::array<Plan, 32> plans{{
    {QLatin1String("010"), PhoneNumber::Kind::Mobile, 11, 11},
    {QLatin1String("011"), PhoneNumber::Kind::Mobile, 10, 11},
    {QLatin1String("016"), PhoneNumber::Kind::Mobile, 10, 11},
    {QLatin1String("017"), PhoneNumber::Kind::Mobile, 10, 11},
    {QLatin1String("018"), PhoneNumber::Kind::Mobile, 10, 11},
    {QLatin1String("019"), PhoneNumber::Kind::Mobile, 10, 11},
    {QLatin1String("02"), PhoneNumber::Kind::Landline, 9, 10},
    {QLatin1String("031"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("032"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("033"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("041"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("042"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("043"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("044"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("051"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("052"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("053"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("054"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("055"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("061"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("062"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("063"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("064"), PhoneNumber::Kind::Landline, 10, 11},
    {QLatin1String("070"), PhoneNumber::Kind::Internet, 11, 11},
    {QLatin1String("080"), PhoneNumber::Kind::TollFree, 10, 11},
    {QLatin1String("050"), PhoneNumber::Kind::Personal, 11, 12},
    {QLatin1String("030"), PhoneNumber::Kind::Personal, 11, 12},
    {QLatin1String("15"), PhoneNumber::Kind::Representative, 8, 8},
    {QLatin1String("16"), PhoneNumber::Kind::Representative, 8, 8},
    {QLatin1String("18"), PhoneNumber::Kind::Representative, 8, 8},
    {QLatin1String("013"), PhoneNumber::Kind::Mobile, 11, 11},
    {QLatin1String("012"), PhoneNumber::Kind::Mobile, 10, 11},
}};

const Plan *planFor(QStringView digits)
{
    for (const Plan &plan : plans) {
        if (digits.startsWith(plan.prefix))
            return &plan;
    }
    return nullptr;
}

/// Where the hyphens go: lengths of the groups.
QList<qsizetype> groups(QStringView digits)
{
    const Plan *plan = planFor(digits);
    if (plan == nullptr || digits.size() > plan->longest)
        return {digits.size()};
    const bool fourFirst = plan->kind == PhoneNumber::Kind::Representative || plan->kind == PhoneNumber::Kind::Personal;
    const qsizetype first = fourFirst ? 4 : plan->prefix.size();
    const qsizetype rest = digits.size() - first;
    if (rest <= 0)
        return {digits.size()};
    // While a number is being typed, 010 is known to go on in fours; elsewhere three is the usual middle.
    const qsizetype middle = (plan->shortest == 11 && plan->kind == PhoneNumber::Kind::Mobile) || rest >= 8 ? 4 : 3;
    if (plan->kind == PhoneNumber::Kind::Representative || rest <= middle)
        return {first, rest};
    return {first, middle, rest - middle};
}

QString joined(const QString &digits, const QList<qsizetype> &lengths, bool masked)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype i = 0; i < lengths.size(); ++i) {
        if (i > 0)
            text += u'-';
        const bool hidden = masked && (lengths.size() == 3 ? i == 1 : i + 1 < lengths.size());
        text += hidden ? QString(lengths[i], u'*') : digits.mid(at, lengths[i]);
        at += lengths[i];
    }
    return text;
}

/// The national form of what was typed, or the reason why there is none.
Result<QString> nationalDigits(QStringView typed)
{
    QString digits;
    bool international = false;
    const QString folded = typed.toString().normalized(QString::NormalizationForm_KC);
    for (const QChar c : folded) {
        if (c == u'+' && digits.isEmpty() && !international)
            international = true;
        else if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (!isSeparator(c))
            return invalid(Text::tr("A phone number has digits only. Remove the other characters."), "character");
    }
    if (digits.isEmpty())
        return invalid(Text::tr("Enter the phone number."), "empty");
    if (!international && digits.startsWith(QLatin1String("00"))) {
        international = true;
        digits.remove(0, 2);
    }
    // Exchanges send the country code without a sign; no Korean number begins with 8.
    if (digits.startsWith(QLatin1String("82")) && (international || digits.size() >= 10)) {
        digits.remove(0, 2);
        if (!digits.startsWith(u'0') && !digits.startsWith(QLatin1String("15")) &&
            !digits.startsWith(QLatin1String("16")) && !digits.startsWith(QLatin1String("18")))
            digits.prepend(u'0');
        else if (digits.size() > 8 && digits.startsWith(u'1'))
            digits.prepend(u'0'); // +82 16 ... is an old mobile number, not 16xx-xxxx
        return digits;
    }
    if (international)
        return invalid(
            Text::tr("Only Korean numbers can be kept. Enter a number in Korea, or one that begins with +82."),
            "foreign");
    return digits;
}

} // namespace

Result<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    if (text.size() > maxTyped)
        return invalid(Text::tr("This is too long for a phone number."), "length");
    Result<QString> digits = nationalDigits(text);
    if (!digits)
        return digits.error();
    const Plan *plan = planFor(*digits);
    if (plan == nullptr)
        return invalid(Text::tr("No Korean phone number begins like this. Check the first digits."), "prefix");
    if (digits->size() < plan->shortest)
        return invalid(Text::tr("Digits are missing from this phone number."), "short");
    if (digits->size() > plan->longest)
        return invalid(Text::tr("This phone number has too many digits."), "long");
    return PhoneNumber(*digits, plan->kind);
}

QString PhoneNumber::grouped() const
{
    return groupedPhone(m_digits);
}

QString PhoneNumber::masked() const
{
    return maskedPhone(m_digits);
}

QString groupedPhone(const QString &digits)
{
    return joined(digits, groups(digits), false);
}

QString maskedPhone(const QString &digits)
{
    const QList<qsizetype> lengths = groups(digits);
    if (lengths.size() < 2 || lengths.last() < 4)
        return QString(digits.size(), u'*');
    return joined(digits, lengths, true);
}

QString digitsIn(QStringView text)
{
    QString digits;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC);
    for (const QChar c : folded) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

} // namespace consent::domain
