#pragma once

#include "base/error.h"

#include <QString>

namespace consent::central {

/// What PostgreSQL and libpq say, as an Error of ours with a sentence for a person.
namespace postgreserrors {

/// A connection that did not come about: libpq gives no code then, only its texts (in the C locale), one paragraph for
/// each host that was tried. The paragraph that tells most counts: a refusal by a server before one that was not there.
/// @return Unavailable for all that may go away by itself; else WrongPassword, WrongKey, NotAllowed, NotFound
Error ofConnecting(const QString &text);

/// A statement that failed in a session.
/// @param state SQLSTATE; empty when the connection was lost
/// @param text for the log: the server's primary message; ours hold no values
Error ofStatement(const QString &state, const QString &text);

/// The connection was lost or given up while a call was under way: the outcome is unknown.
Error lostLink(const QString &detail);

/// The store needs a newer program. TooNew.
Error olderProgram(int schema);
/// The store has to be migrated first; goes away by itself when that is done. Unavailable.
Error olderStore(int schema);

/// A failure after which the connection is of no use.
bool endsConnection(const QString &state);

/// The server's certificate did not verify, and why.
enum class CertificateFault { Unknown, Expired, NotYetValid, Untrusted, OtherName };
Error ofCertificate(CertificateFault fault, const QString &detail);

} // namespace postgreserrors

} // namespace consent::central
