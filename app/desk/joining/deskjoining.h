#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "central/centraladministration.h"
#include "central/storegate.h"
#include "crypto/p256.h"
#include "crypto/secretbuffer.h"
#include "desk/joining/enrolmentfile.h"
#include "desk/joining/storevisit.h"
#include "desk/session/deskprofile.h"
#include "domain/organisation.h"

#include <QCoreApplication>
#include <QString>

#include <map>
#include <memory>

namespace consent::vault {
class Keychain;
}

namespace consent::desk {

/// Makes this PC a desk of a shared central store: opens the enrolment file, makes the keys of the device here, claims
/// the enrolment, and builds the sealed cache for the first user. All of it or nothing on this PC: it is built in a
/// folder beside and renamed at the end. Worker thread.
class DeskJoining
{
    Q_DECLARE_TR_FUNCTIONS(consent::desk::DeskJoining)

public:
    struct Plan
    {
        QString folder;  ///< Must not exist.
        QByteArray file; ///< The enrolment file.
        QString code;    ///< As typed.
        QString login;
        QString password;    ///< One-time, or the user's own.
        QString newPassword; ///< Empty until somebody was told that one is needed.
    };
    /// Keys that were made for an enrolment: kept between two tries, since the store takes a claim only once.
    struct Claim
    {
        crypto::P256PrivateKey deviceKey;
        std::shared_ptr<const crypto::SecretBuffer> secret; ///< deviceproof::make().
    };
    using Claims = std::map<central::EnrolmentId, std::shared_ptr<const Claim>>;

    /// @param keychain, clock, claims outlive this
    DeskJoining(vault::Keychain &keychain, const Clock &clock, std::shared_ptr<central::StoreGate> gate,
                Claims &claims);

    /// @return AlreadyExists (a desk is here); InvalidArgument (code, file, login, new password); WrongPassword (code
    /// or password); NotAllowed (a new password is wanted, see storesignin::wantsNewPassword(); enrolment used or
    /// expired, user or device refused, no organisation key); Unavailable (keychain or network); Damaged; DiskFull; Io.
    Result<void> join(const Plan &plan);

private:
    Result<void> build(const Plan &plan, const EnrolmentTicket &ticket, const domain::Organisation &organisation,
                       DeskProfile &profile, bool &secretMade);
    Result<StoreVisit> visit(const Plan &plan, const EnrolmentTicket &ticket, const domain::Organisation &organisation,
                             const DeskProfile &profile, const Claim &claim);
    Result<std::shared_ptr<const Claim>> claimOf(const EnrolmentTicket &ticket);
    Result<void> fill(const Plan &plan, const EnrolmentTicket &ticket, const DeskProfile &profile, StoreVisit &visit,
                      const crypto::P256PrivateKey &deviceKey, const crypto::SecretBuffer *deviceSecret);

    vault::Keychain &m_keychain;
    const Clock &m_clock;
    std::shared_ptr<central::StoreGate> m_gate;
    Claims &m_claims;
};

/// Why a new password can't be taken; an empty text when it can. The same rules as at founding a desk.
QString newPasswordFault(const domain::Organisation &organisation, const QString &login, const QString &before,
                         const QString &fresh);

} // namespace consent::desk
