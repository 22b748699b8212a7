// What concerns all slots alike: keys of later epochs, and the slot that belongs to the organisation.
#include "vault/keys/keyslots.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/jwe.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::vault {

using namespace Qt::StringLiterals;
using crypto::bytesOf;
using crypto::SecretBuffer;

namespace {

constexpr std::size_t KeyBytes = 32;

QString say(const char *text)
{
    return QCoreApplication::translate("KeySlots", text);
}

} // namespace

// No text in UTF-8 begins with this byte, so no login name is ever hashed to the same.
QByteArray KeySlots::organisationHash() const
{
    return crypto::toByteArray(
        crypto::hmacSha256(bytesOf(m_content.loginSalt), bytesOf(QByteArray("\xff organisation"))));
}

bool KeySlots::hasOrganisationSlot() const
{
    return findEntry(organisationHash()) != nullptr;
}

int KeySlots::countOlderThan(int epoch) const
{
    // A slot that was sealed before the epoch has its key by a link.
    return static_cast<int>(std::ranges::count_if(m_content.entries, [epoch](const SlotEntry &entry) {
        return std::ranges::any_of(entry.links, [epoch](const SlotLink &link) { return link.epoch >= epoch; });
    }));
}

Result<DatabaseKeys> KeySlots::openOrganisationSlot(const SecretBuffer &organisationSecret,
                                                    const SecretBuffer *deviceSecret) const
{
    if (const auto checked = checkDeviceSecret(deviceSecret); !checked)
        return checked.error();
    const SlotEntry *const entry = findEntry(organisationHash());
    if (!entry)
        return Error{ErrorKind::NotFound,
                     say(QT_TRANSLATE_NOOP("KeySlots", "This user has no key on this desk. Nothing was changed.")),
                     u"no organisation slot"_s};
    auto unsealed = unseal(*entry, organisationSecret, deviceSecret);
    if (!unsealed)
        return unsealed.error();
    if (!unsealed->has_value())
        return Error{ErrorKind::WrongKey,
                     say(QT_TRANSLATE_NOOP("KeySlots", "This desk was sealed under another key of the organisation. "
                                                       "Nothing was changed. Ask somebody who worked on this PC before "
                                                       "to sign in once, then try again.")),
                     u"organisation slot does not open"_s};
    return std::move((*unsealed)->keys);
}

Result<void> KeySlots::putOrganisationSlot(const SecretBuffer &organisationSecret, const UserId &by,
                                           const SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys)
{
    // The form of a slot wants a salt; a secret that is random already needs none.
    const auto salt = SecretBuffer::random(PasswordKey::SaltBytes);
    if (!salt || organisationSecret.size() != KeyBytes)
        return slotFailure(u"organisation slot"_s);
    auto entry = sealedEntry({organisationHash(), organisationSecret, crypto::toByteArray(salt->span()), {}}, by,
                             deviceSecret, databaseKeys);
    if (!entry)
        return entry.error();
    return putEntry(std::move(*entry));
}

Result<void> KeySlots::addEpoch(const DatabaseKeys &current, int epoch, const SecretBuffer &key)
{
    const auto isNotHigher = [epoch](const SlotEntry &entry) {
        return std::ranges::any_of(entry.links, [epoch](const SlotLink &link) { return link.epoch >= epoch; });
    };
    if (current.empty() || current.rbegin()->first >= epoch || key.size() != KeyBytes ||
        std::ranges::any_of(m_content.entries, isNotHigher))
        return Error{ErrorKind::InvalidArgument, slotFailure({}).message, u"epoch %1 is not a next one"_s.arg(epoch)};
    const int from = current.rbegin()->first;
    const auto plain = makeLinkContent(current.rbegin()->second, epoch, key);
    if (!plain)
        return plain.error();
    SlotsContent content = m_content;
    for (SlotEntry &entry : content.entries) {
        const auto publicKey = crypto::P256PublicKey::fromJwk(entry.publicKey);
        if (!publicKey)
            return alteredSlot(publicKey.error().detail);
        const auto sealed = crypto::encryptFor(plain->span(), *publicKey, {});
        if (!sealed)
            return sealed.error();
        entry.links.push_back({.fromEpoch = from, .epoch = epoch, .sealed = *sealed});
    }
    return replaceWith(std::move(content));
}

} // namespace consent::vault
