#pragma once

#include "base/error.h"

namespace consent::cli {

/// What the shell gets. Stable: scripts decide by it, and the manual page lists it.
enum class ExitCode {
    Done = 0,
    Failed = 1,     ///< It could not be done; standard error says why.
    Usage = 2,      ///< The command line can't be understood.
    NotAllowed = 3, ///< The password is wrong or the right is missing.
    Faulty = 4,     ///< What was checked has a fault.
    Busy = 5        ///< The desk is open in another program.
};

constexpr ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotAllowed:
    case ErrorKind::WrongPassword:
        return ExitCode::NotAllowed;
    case ErrorKind::WrongKey:
    case ErrorKind::Damaged:
        return ExitCode::Faulty;
    case ErrorKind::Busy:
        return ExitCode::Busy;
    case ErrorKind::InvalidArgument:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::TooNew:
    case ErrorKind::DiskFull:
    case ErrorKind::Io:
    case ErrorKind::Unavailable:
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace consent::cli
