#include "domain/birthdate.h"

#include "domain/invalid.h"

#include <QCoreApplication>
#include <QStringList>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(BirthDate)
};

constexpr int oldestYears = 130;
constexpr int ageOfConsent = 14;

/// The runs of digits in the text, folded to ASCII.
QStringList digitRuns(QStringView text)
{
    QStringList runs;
    bool inRun = false;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC);
    for (const QChar c : folded) {
        if (c.isDigit()) {
            if (!inRun)
                runs.append(QString());
            runs.last() += QChar(u'0' + c.digitValue());
        }
        inRun = c.isDigit();
    }
    return runs;
}

/// Two digits of a year mean the latest year that is not in the future.
int fullYear(const QString &digits, QDate today)
{
    const int year = digits.toInt();
    if (digits.size() != 2)
        return year;
    const int century = today.year() / 100 * 100;
    return century + year > today.year() ? century - 100 + year : century + year;
}

Result<QStringList> parts(QStringView text)
{
    QStringList runs = digitRuns(text);
    if (runs.isEmpty())
        return invalid(Text::tr("Enter the birth date, for example 19850505."), "empty");
    if (runs.size() == 1 && runs[0].size() == 8)
        return QStringList{runs[0].left(4), runs[0].mid(4, 2), runs[0].mid(6)};
    if (runs.size() == 1 && runs[0].size() == 6)
        return QStringList{runs[0].left(2), runs[0].mid(2, 2), runs[0].mid(4)};
    const bool threeParts =
        runs.size() == 3 && (runs[0].size() == 4 || runs[0].size() == 2) && runs[1].size() <= 2 && runs[2].size() <= 2;
    if (!threeParts)
        return invalid(Text::tr("Enter the birth date as year, month and day, for example 19850505 or 1985-05-05."),
                       "shape");
    return runs;
}

} // namespace

Result<QDate> parseBirthDate(QStringView text, QDate today)
{
    if (text.size() > 64)
        return invalid(Text::tr("This is too long for a birth date."), "length");
    const Result<QStringList> found = parts(text);
    if (!found)
        return found.error();
    const QDate date(fullYear(found->at(0), today), found->at(1).toInt(), found->at(2).toInt());
    if (!date.isValid())
        return invalid(Text::tr("This date does not exist. Check the month and the day."), "no such date");
    if (date > today)
        return invalid(Text::tr("The birth date lies in the future."), "future");
    if (date < today.addYears(-oldestYears))
        return invalid(Text::tr("The birth date lies more than %1 years back. Check the year.").arg(oldestYears),
                       "past");
    return date;
}

int ageOn(QDate birthDate, QDate today)
{
    const int years = today.year() - birthDate.year();
    // Month and day are compared as they stand: 29 February is past on 1 March, not on 28 February.
    const bool reached =
        today.month() > birthDate.month() || (today.month() == birthDate.month() && today.day() >= birthDate.day());
    return reached ? years : years - 1;
}

bool isUnder14(QDate birthDate, QDate today)
{
    return ageOn(birthDate, today) < ageOfConsent;
}

QDate fourteenthBirthday(QDate birthDate)
{
    const QDate same(birthDate.year() + ageOfConsent, birthDate.month(), birthDate.day());
    return same.isValid() ? same : QDate(birthDate.year() + ageOfConsent, 3, 1);
}

GuardianAuthority guardianAuthority(QDate birthDate, QDate today)
{
    if (!birthDate.isValid())
        return {};
    return {isUnder14(birthDate, today), fourteenthBirthday(birthDate)};
}

} // namespace consent::domain
