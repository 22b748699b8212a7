#pragma once

#include "base/error.h"

#include <QString>

namespace consent::domain {

/// Input from a person or a file breaks a rule.
/// @param detail for the log: names the rule, never what was typed.
inline Error invalid(QString message, const char *detail)
{
    return Error{ErrorKind::InvalidArgument, std::move(message), QString::fromLatin1(detail)};
}

} // namespace consent::domain
