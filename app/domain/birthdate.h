#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>
#include <QStringView>

namespace consent::domain {

/// The legal birth date as typed: YYYYMMDD, YYMMDD, or the parts parted by anything (1985-05-05, 1985. 5. 5., 85년 5월
/// 5일), full-width digits included. Two-digit years mean the latest past year.
/// @return InvalidArgument for a date that does not exist, lies in the future, or more than 130 years back.
Result<QDate> parseBirthDate(QStringView text, QDate today);

/// Full years on the day (international age, Civil Code 158: the day of birth counts). Someone born on 29 February
/// completes a year at the end of 28 February where the year has no 29th (Civil Code 160(3)), so is a year older from 1
/// March; in a leap year from 29 February itself.
int ageOn(QDate birthDate, QDate today);

/// Whether a guardian has to consent (PIPA 22-2).
bool isUnder14(QDate birthDate, QDate today);

/// The first day on which the person is 14.
QDate fourteenthBirthday(QDate birthDate);

/// Whether a guardian may act for the person, and until when.
struct GuardianAuthority
{
    bool inForce = false; ///< On the day asked for.
    QDate endsOn;         ///< The 14th birthday: from this day on the person alone decides.
};

/// What a guardian may do for the person on the day (PIPA 22-2: under 14). Nothing is stored: the authority ends by
/// itself as the day in Korea begins. Someone born on 29 February is 14 on 1 March (see ageOn()).
/// @param birthDate invalid: nobody's authority is shown, as the age is not known
/// @param today the date in Korea (koreanDate())
GuardianAuthority guardianAuthority(QDate birthDate, QDate today);

} // namespace consent::domain
