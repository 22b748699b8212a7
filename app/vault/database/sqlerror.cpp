#include "vault/database/sqlerror.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace consent::vault {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::SqlError)
};

ErrorKind kindOf(int extendedCode)
{
    if (extendedCode == SQLITE_IOERR_DATA) {
        return ErrorKind::Damaged;
    }
    switch (extendedCode & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_AUTH: // the sealing VFS without a key
        return ErrorKind::WrongKey;
    case SQLITE_CORRUPT:
        return ErrorKind::Damaged;
    case SQLITE_FULL:
        return ErrorKind::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    case SQLITE_CONSTRAINT:
        return ErrorKind::Conflict;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
        return ErrorKind::Io;
    default: // SQLite's codes are ints of a library, not an enum of ours.
        return ErrorKind::Internal;
    }
}

QString sentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::WrongKey:
        return Words::tr("This database does not open with this key. Nothing was changed. Check that it belongs to "
                         "this PC and this user.");
    case ErrorKind::Damaged:
        return Words::tr("Part of the database on this PC is damaged. Nothing was deleted. Restart the program: it "
                         "sets the file aside and recovers what verifies.");
    case ErrorKind::DiskFull:
        return Words::tr("The disk is full, so nothing was saved. What was saved before is safe. Free some space and "
                         "save again.");
    case ErrorKind::Busy:
        return Words::tr("Another Consent Desk has the database open. Nothing was changed. Close the other one and try "
                         "again.");
    case ErrorKind::Cancelled:
        return Words::tr("Stopped as you asked. Nothing was changed.");
    case ErrorKind::Conflict:
        return Words::tr("This contradicts what is already recorded, so it was not saved. What was saved before is "
                         "safe.");
    case ErrorKind::Io:
        return Words::tr("The disk could not be read or written, so nothing was saved. Check the disk and try again.");
    case ErrorKind::Internal:
    case ErrorKind::InvalidArgument:
    case ErrorKind::NotFound:
    case ErrorKind::AlreadyExists:
    case ErrorKind::NotAllowed:
    case ErrorKind::WrongPassword:
    case ErrorKind::TooNew:
    case ErrorKind::Unavailable:
        return Words::tr("The database refused a step of the program. Nothing was saved. Please report this to the "
                         "administrator.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

Error sqlError(int extendedCode, const QString &doing)
{
    constexpr int longest = 120;
    const ErrorKind kind = kindOf(extendedCode);
    return Error{kind, sentence(kind),
                 QStringLiteral("sqlite %1 (%2) in: %3")
                     .arg(extendedCode)
                     .arg(QString::fromUtf8(sqlite3_errstr(extendedCode)), doing.simplified().left(longest))};
}

} // namespace consent::vault
