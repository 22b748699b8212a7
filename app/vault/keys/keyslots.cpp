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
constexpr std::string_view SlotPurpose = "consentdesk slot v1";
constexpr std::string_view DeviceCheckPurpose = "consentdesk device check v1";

QString say(const char *text)
{
    return QCoreApplication::translate("KeySlots", text);
}

Error wrongPassword(const QString &detail)
{
    return {
        ErrorKind::WrongPassword,
        say(QT_TRANSLATE_NOOP("KeySlots", "The sign-in name or the password is wrong. Check Caps Lock and the input "
                                          "language, and try again.")),
        detail};
}

Error noSuchUser()
{
    return {ErrorKind::NotFound,
            say(QT_TRANSLATE_NOOP("KeySlots", "This user has no key on this desk. Nothing was changed.")),
            u"no slot for the login"_s};
}

Result<QByteArray> deviceCheckOf(const SecretBuffer &deviceSecret)
{
    const auto check = crypto::hkdfSha256(deviceSecret.span(), {}, bytesOf(DeviceCheckPurpose), KeyBytes);
    if (!check)
        return slotFailure(u"device check"_s);
    return crypto::toByteArray(check->span());
}

/// The key that opens a slot: nothing but what the user brings and the device secret together make it.
std::optional<SecretBuffer> slotKey(const SecretBuffer &brought, const SecretBuffer *deviceSecret)
{
    const auto input = joinSecrets({brought.span(), deviceSecret ? deviceSecret->span() : crypto::Bytes()});
    return input ? crypto::hkdfSha256(input->span(), {}, bytesOf(SlotPurpose), KeyBytes) : std::nullopt;
}

} // namespace

KeySlots::KeySlots(KeySlotsFile file, SlotsContent content, bool fromSecondCopy)
    : m_file(std::move(file))
    , m_content(std::move(content))
    , m_fromSecondCopy(fromSecondCopy)
{
}

Result<KeySlots> KeySlots::create(const QString &path, const SecretBuffer *deviceSecret)
{
    KeySlotsFile file(path);
    if (file.exists())
        return Error{
            ErrorKind::AlreadyExists,
            say(QT_TRANSLATE_NOOP("KeySlots", "This desk is set up already. Nothing was changed. Sign in instead.")),
            u"key slots exist"_s};
    SlotsContent content;
    auto salt = SecretBuffer::random(KeyBytes);
    if (!salt)
        return slotFailure(u"no random login salt"_s);
    content.loginSalt = crypto::toByteArray(salt->span());
    if (deviceSecret) {
        const auto check = deviceCheckOf(*deviceSecret);
        if (!check)
            return check.error();
        content.deviceCheck = *check;
    }
    return KeySlots(std::move(file), std::move(content), false);
}

Result<KeySlots> KeySlots::load(const QString &path)
{
    KeySlotsFile file(path);
    auto loaded = file.load();
    if (!loaded)
        return loaded.error();
    return KeySlots(std::move(file), std::move(loaded->content), loaded->fromSecondCopy);
}

QByteArray KeySlots::loginHash(QStringView login) const
{
    const QByteArray name =
        login.toString().trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded().toUtf8();
    return crypto::toByteArray(crypto::hmacSha256(bytesOf(m_content.loginSalt), bytesOf(name)));
}

SlotEntry *KeySlots::find(SlotsContent &content, const QByteArray &login) const
{
    const auto found = std::ranges::find(content.entries, login, &SlotEntry::login);
    return found == content.entries.end() ? nullptr : &*found;
}

const SlotEntry *KeySlots::findEntry(const QByteArray &login) const
{
    const auto found = std::ranges::find(m_content.entries, login, &SlotEntry::login);
    return found == m_content.entries.end() ? nullptr : &*found;
}

bool KeySlots::contains(QStringView login) const
{
    return findEntry(loginHash(login)) != nullptr;
}

int KeySlots::userCount() const
{
    return static_cast<int>(m_content.entries.size()) - (hasOrganisationSlot() ? 1 : 0);
}

Result<void> KeySlots::checkDeviceSecret(const SecretBuffer *deviceSecret) const
{
    if (!needsDeviceSecret())
        return deviceSecret ? Result<void>(slotFailure(u"a device secret for slots that use none"_s)) : Result<void>();
    if (!deviceSecret)
        return Error{
            ErrorKind::NotFound,
            say(QT_TRANSLATE_NOOP(
                "KeySlots", "This desk opens only together with the secret in the keychain of this PC, and that was "
                            "not found. The data is still there, sealed. Unlock the keychain or restore it from a "
                            "backup, then try again.")),
            u"device secret needed and not given"_s};
    const auto check = deviceCheckOf(*deviceSecret);
    if (!check)
        return check.error();
    if (!crypto::constantTimeEqual(bytesOf(*check), bytesOf(m_content.deviceCheck)))
        return Error{
            ErrorKind::WrongKey,
            say(QT_TRANSLATE_NOOP(
                "KeySlots", "The secret in the keychain of this PC belongs to another desk. Your password was not "
                            "tried; the data is still there, sealed. Restore the keychain that this desk was set up "
                            "with, or call the administrator.")),
            u"device secret of another desk"_s};
    return {};
}

Result<std::optional<SlotPayload>> KeySlots::unseal(const SlotEntry &entry, const SecretBuffer &key,
                                                    const SecretBuffer *deviceSecret) const
{
    const auto whole = slotKey(key, deviceSecret);
    if (!whole)
        return slotFailure(u"slot key"_s);
    const auto payload = crypto::decryptDirectSecret(entry.sealed, whole->span());
    if (!payload && payload.error().kind == ErrorKind::Internal)
        return payload.error();
    if (!payload) {
        // A sound envelope that does not open is a wrong key; one that can't be read is not.
        return crypto::readJweHeader(entry.sealed) ? Result<std::optional<SlotPayload>>(std::nullopt)
                                                   : alteredSlot(payload.error().detail);
    }
    auto unsealed = SlotPayload::fromBytes(payload->span());
    if (!unsealed)
        return unsealed.error();
    for (const SlotLink &link : entry.links) {
        if (const auto followed = unsealed->follow(link.fromEpoch, link.epoch, link.sealed); !followed)
            return followed.error();
    }
    return std::optional<SlotPayload>(std::move(*unsealed));
}

Result<KeySlots::Opened> KeySlots::open(QStringView login, QStringView password, const SecretBuffer *deviceSecret) const
{
    if (const auto checked = checkDeviceSecret(deviceSecret); !checked)
        return checked.error();
    const SlotEntry *const entry = findEntry(loginHash(login));
    if (!entry || password.isEmpty())
        return wrongPassword(u"no slot for the login, or no password"_s);
    const auto passwordKey = PasswordKey::derive(password, entry->salt, entry->cost);
    if (!passwordKey)
        return passwordKey.error();
    return openWith(login, *passwordKey, deviceSecret);
}

Result<KeySlots::Opened> KeySlots::openWith(QStringView login, const PasswordKey &passwordKey,
                                            const SecretBuffer *deviceSecret) const
{
    if (const auto checked = checkDeviceSecret(deviceSecret); !checked)
        return checked.error();
    const SlotEntry *const entry = findEntry(loginHash(login));
    if (!entry)
        return wrongPassword(u"no slot for the login"_s);
    auto unsealed = unseal(*entry, passwordKey.key(), deviceSecret);
    if (!unsealed)
        return unsealed.error();
    if (!unsealed->has_value())
        return wrongPassword(u"the slot does not open"_s);
    auto own = passwordKey.clone();
    if (!own)
        return own.error();
    return Opened{(*unsealed)->user, std::move(*own), std::move((*unsealed)->keys)};
}

Result<SlotEntry> KeySlots::sealedEntry(Sealing sealing, const UserId &user, const SecretBuffer *deviceSecret,
                                        const DatabaseKeys &databaseKeys) const
{
    if (const auto checked = checkDeviceSecret(deviceSecret); !checked)
        return checked.error();
    auto privateKey = crypto::P256PrivateKey::generate();
    if (!privateKey)
        return privateKey.error();
    const QJsonObject publicKey = privateKey->publicKey().toJwk();
    SlotPayload content{.user = user, .privateKey = std::move(*privateKey), .keys = {}};
    for (const auto &[epoch, databaseKey] : databaseKeys) {
        auto copy = databaseKey.clone();
        if (!copy)
            return slotFailure(u"secure heap full"_s);
        content.keys.emplace(epoch, std::move(*copy));
    }
    const auto payload = content.toBytes();
    if (!payload)
        return payload.error();
    const auto key = slotKey(sealing.key, deviceSecret);
    if (!key)
        return slotFailure(u"slot key"_s);
    const auto sealed = crypto::encryptDirect(payload->span(), key->span(), {});
    if (!sealed)
        return sealed.error();
    return SlotEntry{.login = std::move(sealing.login),
                     .salt = std::move(sealing.salt),
                     .cost = sealing.cost,
                     .publicKey = publicKey,
                     .sealed = *sealed,
                     .links = {}};
}

Result<void> KeySlots::replaceWith(SlotsContent content)
{
    ++content.generation;
    if (auto saved = m_file.save(content); !saved)
        return saved;
    m_content = std::move(content);
    m_fromSecondCopy = false;
    return {};
}

Result<void> KeySlots::add(QStringView login, const UserId &user, const PasswordKey &passwordKey,
                           const SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys)
{
    if (login.trimmed().isEmpty())
        return Error{ErrorKind::InvalidArgument, say(QT_TRANSLATE_NOOP("KeySlots", "Enter a sign-in name.")),
                     u"empty login"_s};
    if (contains(login))
        return Error{
            ErrorKind::AlreadyExists,
            say(QT_TRANSLATE_NOOP("KeySlots", "This sign-in name is in use on this desk already. Choose another.")),
            u"slot exists"_s};
    return put(login, user, passwordKey, deviceSecret, databaseKeys);
}

Result<void> KeySlots::put(QStringView login, const UserId &user, const PasswordKey &passwordKey,
                           const SecretBuffer *deviceSecret, const DatabaseKeys &databaseKeys)
{
    auto entry = sealedEntry({loginHash(login), passwordKey.key(), passwordKey.salt(), passwordKey.cost()}, user,
                             deviceSecret, databaseKeys);
    if (!entry)
        return entry.error();
    return putEntry(std::move(*entry));
}

Result<void> KeySlots::putEntry(SlotEntry entry)
{
    SlotsContent content = m_content;
    if (SlotEntry *const there = find(content, entry.login))
        *there = std::move(entry);
    else
        content.entries.push_back(std::move(entry));
    return replaceWith(std::move(content));
}

Result<void> KeySlots::changePassword(QStringView login, const Opened &opened, const PasswordKey &fresh,
                                      const SecretBuffer *deviceSecret)
{
    if (!contains(login))
        return noSuchUser();
    return put(login, opened.user, fresh, deviceSecret, opened.databaseKeys);
}

Result<void> KeySlots::remove(QStringView login)
{
    SlotsContent content = m_content;
    const SlotEntry *const entry = find(content, loginHash(login));
    if (!entry)
        return noSuchUser();
    if (content.entries.size() == 1)
        return Error{
            ErrorKind::NotAllowed,
            say(QT_TRANSLATE_NOOP("KeySlots", "This is the only user of this desk: without it nobody could open the "
                                              "data. Nothing was changed. Add another user first.")),
            u"last slot"_s};
    content.entries.erase(content.entries.begin() + (entry - content.entries.data()));
    return replaceWith(std::move(content));
}

Result<int> KeySlots::removeOthers(QStringView login)
{
    SlotsContent content = m_content;
    const QByteArray own = loginHash(login);
    const QByteArray organisation = organisationHash();
    if (!find(content, own))
        return noSuchUser();
    const auto removed = std::erase_if(
        content.entries, [&](const SlotEntry &entry) { return entry.login != own && entry.login != organisation; });
    if (removed > 0) {
        if (auto replaced = replaceWith(std::move(content)); !replaced)
            return replaced.error();
    }
    return static_cast<int>(removed);
}

Result<void> KeySlots::forgetEpochsBefore(int epoch, QStringView login, Opened &opened,
                                          const SecretBuffer *deviceSecret)
{
    if (opened.databaseKeys.lower_bound(epoch) == opened.databaseKeys.end())
        return Error{ErrorKind::InvalidArgument, slotFailure({}).message,
                     u"no key would be left from epoch %1"_s.arg(epoch)};
    DatabaseKeys kept;
    for (const auto &[number, key] : opened.databaseKeys) {
        if (number < epoch)
            continue;
        auto copy = key.clone();
        if (!copy)
            return slotFailure(u"secure heap full"_s);
        kept.emplace(number, std::move(*copy));
    }
    if (!contains(login))
        return noSuchUser();
    if (auto replaced = put(login, opened.user, opened.passwordKey, deviceSecret, kept); !replaced)
        return replaced;
    opened.databaseKeys = std::move(kept);
    return {};
}

} // namespace consent::vault
