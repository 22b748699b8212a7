#pragma once

#include "domain/holidays.h"

#include <QByteArray>

/// The files that ship inside the program. Any thread.
namespace consent::desk::shippedfiles {

QByteArray organisation(); ///< The organisation file of the company.
const domain::Holidays &koreanHolidays();
QByteArray phoneScript();  ///< The consent script for joining by phone.
QByteArray sampleNotice(); ///< A short privacy policy for the sample desk, Markdown.

} // namespace consent::desk::shippedfiles
