#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "desk/session/deskprofile.h"
#include "vault/keys/keyslots.h"

#include <QCoreApplication>
#include <QString>

#include <functional>

namespace consent::desk {

/// The key epoch of a sealed file of a desk; that of the newest key for a file that is not there yet.
int epochOfFile(const QString &path, const vault::DatabaseKeys &keys);

/// Moves every sealed database of a desk under a fresh key, and forgets the key before. Nobody may be signed in. Worker
/// thread; as long as copying the databases takes. Interrupted anywhere, it goes on where it stopped when run again;
/// the desk opens at any time in between.
class DeskRekeying
{
    Q_DECLARE_TR_FUNCTIONS(consent::desk::DeskRekeying)

public:
    /// Pages done and in all, of one database after the other; false stops.
    using Progress = std::function<bool(qint64 done, qint64 total)>;

    /// @param deviceSecret null when the desk works on passwords alone
    /// @return Busy while somebody is signed in; WrongPassword, Damaged, DiskFull, Io, Cancelled.
    static Result<void> run(const DeskProfile &profile, const QString &login, const QString &password,
                            const crypto::SecretBuffer *deviceSecret, const Progress &progress);

    /// At a sign-in after re-keying: forgets in this user's slot the keys that no file needs any more. The others'
    /// slots keep theirs until they sign in: only their passwords open them.
    static Result<void> forgetRetired(const DeskProfile &profile, vault::KeySlots &keySlots, const QString &login,
                                      vault::KeySlots::Opened &opened, const crypto::SecretBuffer *deviceSecret);
};

} // namespace consent::desk
