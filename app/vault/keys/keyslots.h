#pragma once

#include "base/id.h"
#include "base/result.h"
#include "vault/keys/keyslotsfile.h"
#include "vault/keys/passwordkey.h"
#include "vault/keys/slotpayload.h"

#include <QStringView>

#include <optional>

namespace consent::vault {

/// Who may open the sealed databases of this PC: a slot a user, opened by the password and the device secret together.
/// Login names are compared without case, blanks around them, or the way their letters are composed. Every change is on
/// disk before it is told. Not thread-safe; the slow part is scrypt, so not for the UI thread.
class KeySlots
{
public:
    /// What a slot gives to the one who opens it.
    struct Opened
    {
        UserId user;
        PasswordKey passwordKey; ///< Opens the user's private key as well: one scrypt a sign-in.
        DatabaseKeys databaseKeys;
    };

    /// Slots of a new desk; the file comes into being with the first add().
    /// @param deviceSecret from the keychain, or null when this desk works on passwords alone
    /// @return AlreadyExists when there are slots at the path.
    static Result<KeySlots> create(const QString &path, const crypto::SecretBuffer *deviceSecret);
    /// @return NotFound when there is no such file; Damaged when neither the file nor its second copy can be read;
    /// TooNew.
    static Result<KeySlots> load(const QString &path);

    /// Whether the file was damaged or gone and the second copy was taken instead: tell the person.
    bool fromSecondCopy() const { return m_fromSecondCopy; }
    /// Whether the keychain is needed. This is also the marker that a device secret was made.
    bool needsDeviceSecret() const { return !m_content.deviceCheck.isEmpty(); }
    bool contains(QStringView login) const;
    int userCount() const; ///< Without the organisation's slot.

    /// @return WrongPassword for a wrong password or an unknown login; NotFound when the device secret is needed and
    /// not given, WrongKey when it is that of another desk; Damaged when the slot itself was altered.
    Result<Opened> open(QStringView login, QStringView password, const crypto::SecretBuffer *deviceSecret) const;

    /// The same for a key that was derived already, with the salt of the slot: one scrypt for several uses.
    Result<Opened> openWith(QStringView login, const PasswordKey &passwordKey,
                            const crypto::SecretBuffer *deviceSecret) const;

    /// @param databaseKeys at least one
    /// @return AlreadyExists when the login has a slot; InvalidArgument for an empty login or no keys.
    Result<void> add(QStringView login, const UserId &user, const PasswordKey &passwordKey,
                     const crypto::SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys);
    /// As add(), but in the place of a slot that the login has: the password was changed on another PC.
    Result<void> put(QStringView login, const UserId &user, const PasswordKey &passwordKey,
                     const crypto::SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys);
    /// Seals the slot again for a new password; the old one opens nothing afterwards.
    /// @param opened what open() gave for this login
    Result<void> changePassword(QStringView login, const Opened &opened, const PasswordKey &fresh,
                                const crypto::SecretBuffer *deviceSecret);
    /// @return NotFound when the login has no slot; NotAllowed for the last one, without which nobody could open the
    /// data.
    Result<void> remove(QStringView login);

    /// A slot that belongs to no user: whoever holds the organisation's key can open it on this PC, so that a user who
    /// comes to it for the first time gets a slot without another user's help.
    /// @param organisationSecret 32 bytes, derived from the organisation key for this alone
    bool hasOrganisationSlot() const;
    /// Makes it, or in its place another one. @param by who made it
    Result<void> putOrganisationSlot(const crypto::SecretBuffer &organisationSecret, const UserId &by,
                                     const crypto::SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys);
    /// @return NotFound when there is none; WrongKey when it was made of another secret; as open().
    Result<DatabaseKeys> openOrganisationSlot(const crypto::SecretBuffer &organisationSecret,
                                              const crypto::SecretBuffer *deviceSecret) const;

    /// How many slots hold keys of an epoch before this one as well, until their users sign in or they are removed.
    int countOlderThan(int epoch) const;
    /// Removes every slot but this user's and the organisation's: the others begin anew. @return how many.
    Result<int> removeOthers(QStringView login);

    /// Gives every slot the key of a new epoch, without anybody's password. Only who holds the latest key can.
    /// @return InvalidArgument unless the epoch is higher than all that there are.
    Result<void> addEpoch(const DatabaseKeys &current, int epoch, const crypto::SecretBuffer &key);
    /// After re-keying, at a user's sign-in: forgets the keys of older epochs in this user's slot.
    Result<void> forgetEpochsBefore(int epoch, QStringView login, Opened &opened,
                                    const crypto::SecretBuffer *deviceSecret);

private:
    KeySlots(KeySlotsFile file, SlotsContent content, bool fromSecondCopy);

    QByteArray loginHash(QStringView login) const;
    QByteArray organisationHash() const;
    SlotEntry *find(SlotsContent &content, const QByteArray &login) const;
    const SlotEntry *findEntry(const QByteArray &login) const;
    /// @return nothing when the key is not the slot's
    Result<std::optional<SlotPayload>> unseal(const SlotEntry &entry, const crypto::SecretBuffer &key,
                                              const crypto::SecretBuffer *deviceSecret) const;
    struct Sealing
    {
        QByteArray login;
        const crypto::SecretBuffer &key;
        QByteArray salt;
        crypto::ScryptParameters cost;
    };
    Result<void> checkDeviceSecret(const crypto::SecretBuffer *deviceSecret) const;
    Result<SlotEntry> sealedEntry(Sealing sealing, const UserId &user, const crypto::SecretBuffer *deviceSecret,
                                  const DatabaseKeys &databaseKeys) const;
    Result<void> putEntry(SlotEntry entry);
    Result<void> replaceWith(SlotsContent content);

    KeySlotsFile m_file;
    SlotsContent m_content;
    bool m_fromSecondCopy = false;
};

} // namespace consent::vault
