#pragma once

#include "base/error.h"

namespace consent::vault {

/// What an SQLite result code means to us and to a person.
/// @param extendedCode SQLite's extended result code.
/// @param doing what was being done, for the log: an SQL text with placeholders, never values.
Error sqlError(int extendedCode, const QString &doing);

} // namespace consent::vault
