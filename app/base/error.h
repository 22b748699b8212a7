#pragma once

#include <QString>

namespace consent {

/// What kind of failure it is, so that a caller can decide; never shown to a person.
enum class ErrorKind {
    InvalidArgument, ///< Input from a person or a file breaks a rule.
    NotFound,        ///< The named thing does not exist.
    AlreadyExists,   ///< The named thing exists and can't be made again.
    NotAllowed,      ///< The user or the law does not permit it.
    WrongPassword,   ///< A password does not open what it should open.
    WrongKey,        ///< A key does not belong to the file it is used on.
    Damaged,         ///< Stored bytes do not verify.
    TooNew,          ///< Written by a newer version of the program.
    Busy,            ///< Another process or connection holds it.
    DiskFull,        ///< No space to write.
    Io,              ///< Reading or writing failed.
    Unavailable,     ///< A service (keychain, store, device) can't be reached now.
    Conflict,        ///< It contradicts what is already recorded.
    Cancelled,       ///< A person stopped it.
    Internal         ///< A defect of the program.
};

/// An expected failure.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< For a person, translated: what happened, what is safe, what to do now.
    QString detail;  ///< For the log: holds no name, number, key or note of anybody.

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace consent
