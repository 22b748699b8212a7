#include "desk/joining/enrolmentcode.h"

#include "crypto/random.h"

#include <QCoreApplication>

#include <array>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView alphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int groupLetters = 4;

/// Times x in GF(32) with x^5 + x^2 + 1.
int timesX(int value)
{
    value <<= 1;
    return (value & 32) != 0 ? value ^ 37 : value;
}

/// The letters as a polynomial taken at x: each place has a factor of its own that is not zero, so that one wrong
/// letter or two exchanged ones always change it. With the check letter in place it is zero.
int checkOf(QStringView letters)
{
    int sum = 0;
    for (const QChar letter : letters)
        sum = timesX(sum) ^ int(alphabet.indexOf(letter));
    return sum;
}

Error mistyped(const QString &message, const QString &detail)
{
    return Error{ErrorKind::InvalidArgument, message, detail};
}

} // namespace

Result<EnrolmentCode> EnrolmentCode::create()
{
    std::array<std::uint8_t, Letters - 1> random{};
    if (!crypto::fillRandom(random))
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("Enrolment", "No random numbers are to be had. Nothing was made; try "
                                                              "again."),
                     u"random"_s};
    QString letters;
    for (const std::uint8_t byte : random)
        letters.append(alphabet.at(byte & 31));
    // The check letter stands at x^0, whose factor is 1.
    letters.append(alphabet.at(timesX(checkOf(letters))));
    return EnrolmentCode(letters);
}

Result<EnrolmentCode> EnrolmentCode::parse(const QString &typed)
{
    QString letters;
    for (QChar letter : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (letter == u'-' || letter.isSpace())
            continue;
        if (letter == u'O')
            letter = u'0';
        if (letter == u'I' || letter == u'L')
            letter = u'1';
        if (!alphabet.contains(letter))
            return mistyped(
                QCoreApplication::translate("Enrolment", "The code has no “%1” in it. Read it out again.").arg(letter),
                u"letter that is in no code"_s);
        letters.append(letter);
        if (letters.size() > Letters)
            break;
    }
    if (letters.size() != Letters)
        return mistyped(QCoreApplication::translate("Enrolment", "The code has 16 letters and digits in four groups."),
                        u"%1 letters"_s.arg(letters.size()));
    if (checkOf(letters) != 0)
        return mistyped(QCoreApplication::translate("Enrolment", "A letter of the code is wrong. Read it out again."),
                        u"check letter"_s);
    return EnrolmentCode(letters);
}

QString EnrolmentCode::grouped() const
{
    QString text;
    for (int i = 0; i < m_letters.size(); i += groupLetters)
        text += (i == 0 ? QString() : u"-"_s) + m_letters.sliced(i, groupLetters);
    return text;
}

} // namespace consent::desk
