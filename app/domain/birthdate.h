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

} // namespace consent::domain
