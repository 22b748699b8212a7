#include "domain/identitydocument.h"

#include <QCoreApplication>

#include <array>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(IdentityDocument)
};

using Verdict = DocumentCheck::Verdict;

DocumentCheck impossible(QString reason)
{
    return {Verdict::Impossible, std::move(reason), {}, {}, {}};
}

void warn(DocumentCheck &check, const QString &reason)
{
    check.verdict = Verdict::Warning;
    check.reason = check.reason.isEmpty() ? reason : check.reason + u' ' + reason;
}

/// Full-width folded, blanks and hyphens gone, capitals. Nothing if other characters are in it.
std::optional<QString> condensed(QStringView text)
{
    if (text.size() > 64)
        return std::nullopt;
    QString out;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC);
    for (const QChar c : folded) {
        if (c.isSpace() || c.category() == QChar::Punctuation_Dash)
            continue;
        if (!c.isLetterOrNumber() && c != u'<')
            return std::nullopt;
        out += c.toUpper();
    }
    return out;
}

bool allDigits(QStringView text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return !text.isEmpty();
}

int digitAt(QStringView text, qsizetype i)
{
    return text[i].unicode() - u'0';
}

/// The century that the seventh digit of a resident or alien registration number stands for.
int centuryOf(int genderDigit)
{
    switch (genderDigit) {
    case 1:
    case 2:
    case 5:
    case 6:
        return 1900;
    case 3:
    case 4:
    case 7:
    case 8:
        return 2000;
    default:
        return 1800; // 9, 0
    }
}

int registrationCheckDigit(QStringView digits, int base)
{
    constexpr std::array<int, 12> weights{2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * digitAt(digits, static_cast<qsizetype>(i));
    return (base - sum % 11) % 10;
}

/// Resident (base 11) and alien (base 13) registration numbers differ in the check digit and in the seventh digit
/// alone.
DocumentCheck checkRegistration(const QString &digits, bool alien, QDate today)
{
    // From this day on the digits are random, and only the date is left to check.
    const QDate randomSince(2020, 10, 5);
    if (digits.size() != 13 || !allDigits(digits))
        return impossible(Text::tr("This number has 13 digits: six, a hyphen, seven. Compare it with the card."));
    const int gender = digitAt(digits, 6);
    const QDate birth(centuryOf(gender) + digits.left(2).toInt(), digits.mid(2, 2).toInt(), digits.mid(4, 2).toInt());
    if (!birth.isValid())
        return impossible(Text::tr("The first six digits are no date that exists. Compare them with the card."));
    if (birth > today)
        return impossible(
            Text::tr("The first seven digits say a birth date in the future. Compare them with the card."));
    DocumentCheck check{
        Verdict::Ok, {}, digits.left(6) + u'-' + digits.mid(6), digits.left(6) + QLatin1String("-*******"), birth};
    const bool alienDigit = gender >= 5 && gender <= 8;
    if (alienDigit != alien)
        warn(check,
             alien ? Text::tr("The seventh digit is that of a resident registration number. Check the kind of card.")
                   : Text::tr("The seventh digit is that of an alien registration number. Check the kind of card."));
    if (birth < randomSince && registrationCheckDigit(digits, alienDigit ? 13 : 11) != digitAt(digits, 12))
        warn(check, Text::tr("The last digit does not fit the older rule. Numbers given or changed since October 2020 "
                             "follow none: compare it with the card."));
    return check;
}

struct Region
{
    const char16_t *name;
    int code;
};

/// Names that older licences show in place of the first two digits.
constexpr Region regions[] = {
    {u"서울", 11}, {u"부산", 12}, {u"경기남부", 13}, {u"경기북부", 28}, {u"경기", 13}, {u"강원", 14},
    {u"충북", 15}, {u"충남", 16}, {u"전북", 17},     {u"전남", 18},     {u"경북", 19}, {u"경남", 20},
    {u"제주", 21}, {u"대구", 22}, {u"인천", 23},     {u"광주", 24},     {u"대전", 25}, {u"울산", 26},
};

DocumentCheck checkLicence(QString text)
{
    for (const Region &region : regions) {
        if (text.startsWith(QStringView(region.name))) {
            text = QString::number(region.code) + text.mid(QStringView(region.name).size());
            break;
        }
    }
    if (text.size() != 12 || !allDigits(text))
        return impossible(
            Text::tr("A driving licence number has 12 digits (11-22-333333-44), or the name of a region and 10 "
                     "digits. Compare it with the card."));
    DocumentCheck check{Verdict::Ok,
                        {},
                        text.left(2) + u'-' + text.mid(2, 2) + u'-' + text.mid(4, 6) + u'-' + text.mid(10),
                        text.left(2) + QLatin1String("-**-******-**"),
                        {}};
    const int region = text.left(2).toInt();
    if (!((region >= 11 && region <= 26) || region == 28))
        warn(check, Text::tr("No region is known for the first two digits. Compare them with the card."));
    return check;
}

bool isKoreanPassport(QStringView text)
{
    if (text.size() != 9 || !QStringView(u"MSROD").contains(text[0]) || !allDigits(text.mid(1, 3)))
        return false;
    const bool letterInMiddle = text[4] >= u'A' && text[4] <= u'Z';
    return (letterInMiddle || allDigits(text.mid(4, 1))) && allDigits(text.mid(5));
}

DocumentCheck checkPassport(const QString &text)
{
    // Ten characters: copied from the machine-readable zone, with the check digit.
    const bool withCheck = text.size() == 10 && isKoreanPassport(QStringView(text).first(9)) && text[9].isDigit();
    const QString number = withCheck ? text.left(9) : text;
    for (const QChar c : number) {
        if (c.unicode() >= 0x80 || c == u'<')
            return impossible(Text::tr("A passport number has only the letters A to Z and digits."));
    }
    if (number.size() < 5 || number.size() > 9)
        return impossible(Text::tr("A passport number has 9 characters, for example a letter and 8 digits."));
    DocumentCheck check{
        Verdict::Ok, {}, number, number.left(1) + QString(number.size() - 4, u'*') + number.right(3), {}};
    if (!isKoreanPassport(number))
        warn(check,
             Text::tr("This is not the form of a Korean passport. For a foreign one compare it with the document."));
    if (withCheck && mrzCheckDigit(number) != digitAt(text, 9))
        warn(check, Text::tr("The check digit does not fit the number. Compare both with the passport."));
    return check;
}

} // namespace

QString label(DocumentKind value)
{
    switch (value) {
    case DocumentKind::ResidentRegistration:
        return Text::tr("Resident card");
    case DocumentKind::AlienRegistration:
        return Text::tr("Alien registration card");
    case DocumentKind::DrivingLicence:
        return Text::tr("Driving licence");
    case DocumentKind::Passport:
        return Text::tr("Passport");
    }
    Q_UNREACHABLE();
}

DocumentCheck checkDocument(DocumentKind kind, QStringView text, QDate today)
{
    const std::optional<QString> number = condensed(text);
    if (!number || number->isEmpty())
        return impossible(Text::tr("Enter the number as it stands on the document."));
    switch (kind) {
    case DocumentKind::ResidentRegistration:
        return checkRegistration(*number, false, today);
    case DocumentKind::AlienRegistration:
        return checkRegistration(*number, true, today);
    case DocumentKind::DrivingLicence:
        return checkLicence(*number);
    case DocumentKind::Passport:
        return checkPassport(*number);
    }
    Q_UNREACHABLE();
}

std::optional<int> mrzCheckDigit(QStringView field)
{
    constexpr std::array<int, 3> weights{7, 3, 1};
    int sum = 0;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char16_t c = field[i].unicode();
        int value = 0;
        if (c >= u'0' && c <= u'9')
            value = c - u'0';
        else if (c >= u'A' && c <= u'Z')
            value = c - u'A' + 10;
        else if (c != u'<')
            return std::nullopt;
        sum += value * weights[static_cast<std::size_t>(i) % weights.size()];
    }
    return sum % 10;
}

} // namespace consent::domain
