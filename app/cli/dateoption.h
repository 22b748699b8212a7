#pragma once

#include "base/result.h"

#include <QDate>

#include <optional>
#include <string>

namespace consent::cli {

/// The day of an option; nothing when the option wasn't given.
/// @return InvalidArgument unless it is a day of the calendar written as YYYY-MM-DD.
Result<std::optional<QDate>> dateFrom(const std::string &text);

} // namespace consent::cli
