#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "central/centraladministration.h"
#include "crypto/secretbuffer.h"
#include "desk/joining/enrolmentcode.h"

#include <QByteArray>
#include <QString>

namespace consent::desk {

/// What an administrator hands to one new PC. Sealed under a code that travels another way, so that the file alone
/// opens nothing.
struct EnrolmentTicket
{
    static constexpr std::size_t SecretBytes = 32;

    QString storeId;  ///< UUID of the central store.
    QString address;  ///< postgresql://..., without a user.
    QByteArray caPem; ///< The certificate authority that the store's certificate is checked against; may be empty.
    central::EnrolmentId enrolment;
    DeviceId device;
    QString branch;
    crypto::SecretBuffer secret; ///< SecretBytes, known to the store by its hash.
    UtcTime expires{};
    QByteArray organisationJson;
};

/// The enrolment file: a JSON envelope around a JWE (dir) of the ticket. Files from outside: read with strict limits.
/// scrypt makes reading and writing slow; worker thread.
namespace enrolmentfile {

constexpr qint64 LimitBytes = 1024 * 1024;

/// @return Internal without memory.
Result<QByteArray> write(const EnrolmentTicket &ticket, const EnrolmentCode &code);

/// @return InvalidArgument when it is no enrolment file; TooNew; WrongPassword when the code is that of another file
/// (or the file was altered); Damaged when what it opens is no ticket.
Result<EnrolmentTicket> read(const QByteArray &file, const EnrolmentCode &code);

/// The two halves of read(), before and after scrypt: what the file says openly, and what is inside.
struct Envelope
{
    QByteArray salt;   ///< 32 bytes.
    QByteArray sealed; ///< Compact JWE (dir).
};
Result<Envelope> parseEnvelope(const QByteArray &file);
Result<EnrolmentTicket> parseTicket(crypto::Bytes plain);

} // namespace enrolmentfile

} // namespace consent::desk
