#include "vault/keys/devicesecret.h"

#include "base/logging.h"
#include "crypto/hash.h"
#include "vault/keys/keychain.h"

#include <QCoreApplication>

namespace consent::vault {

using namespace Qt::StringLiterals;

namespace {

QString secretEntry(const QString &installation)
{
    return u"device-secret-"_s + installation;
}

QString probeEntry(const QString &installation)
{
    return u"probe-"_s + installation;
}

Error unavailable(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable,
            .message = QCoreApplication::translate(
                "DeviceSecret",
                "The keychain of this PC can't be used: it is locked or not running. Your data is safe. "
                "Unlock the keychain (usually by signing in to the PC with your password) and try again."),
            .detail = detail};
}

Error noMemory()
{
    return {.kind = ErrorKind::Internal,
            .message =
                QCoreApplication::translate("DeviceSecret", "The program has no protected memory left. Nothing was "
                                                            "changed. Restart the program and try again."),
            .detail = u"secure heap full"_s};
}

bool keeps(Result<std::optional<crypto::SecretBuffer>> &answer, const crypto::SecretBuffer &expected)
{
    return answer && answer->has_value() && crypto::constantTimeEqual((*answer)->span(), expected.span());
}

} // namespace

Result<void> DeviceSecret::prove(Keychain &keychain, const QString &installation)
{
    const QString entry = probeEntry(installation);
    const auto value = crypto::SecretBuffer::random(SizeBytes);
    if (!value)
        return noMemory();
    if (const auto written = keychain.write(entry, value->span()); !written)
        return unavailable(u"probe write: "_s + written.error().detail);
    auto answer = keychain.read(entry);
    const bool kept = keeps(answer, *value);
    if (const auto removed = keychain.remove(entry); !removed)
        qCWarning(logging::vault) << "keychain probe not removed:" << removed.error().detail;
    if (!kept)
        return unavailable(answer ? u"probe read back another answer"_s : u"probe read: "_s + answer.error().detail);
    return {};
}

Result<crypto::SecretBuffer> DeviceSecret::create(Keychain &keychain, const QString &installation)
{
    if (const auto proved = prove(keychain, installation); !proved)
        return proved.error();
    const QString entry = secretEntry(installation);
    auto existing = keychain.read(entry);
    if (!existing)
        return unavailable(existing.error().detail);
    if (existing->has_value())
        return Error{.kind = ErrorKind::AlreadyExists,
                     .message = QCoreApplication::translate(
                         "DeviceSecret", "The keychain of this PC already holds the secret of this desk. It was kept."),
                     .detail = u"device secret exists"_s};
    auto secret = crypto::SecretBuffer::random(SizeBytes);
    if (!secret)
        return noMemory();
    if (const auto written = keychain.write(entry, secret->span()); !written)
        return unavailable(u"secret write: "_s + written.error().detail);
    auto answer = keychain.read(entry);
    if (!keeps(answer, *secret))
        return unavailable(u"secret read back another answer"_s);
    return std::move(*secret);
}

Result<crypto::SecretBuffer> DeviceSecret::fetch(Keychain &keychain, const QString &installation)
{
    auto answer = keychain.read(secretEntry(installation));
    if (!answer)
        return unavailable(answer.error().detail);
    if (!answer->has_value()) {
        // "Not found" is also what a locked, absent or wrong keychain answers.
        if (const auto proved = prove(keychain, installation); !proved)
            return proved.error();
        return Error{
            .kind = ErrorKind::NotFound,
            .message = QCoreApplication::translate(
                "DeviceSecret",
                "The keychain of this PC works, but the secret of this desk is no longer in it: it was deleted, or "
                "this is another keychain. The data on the desk is still there, sealed. Restore the keychain from "
                "a backup, or ask the administrator to set up this PC again."),
            .detail = u"device secret was made but is not found"_s};
    }
    if ((*answer)->size() != SizeBytes)
        return Error{.kind = ErrorKind::Damaged,
                     .message = QCoreApplication::translate(
                         "DeviceSecret",
                         "The secret of this desk in the keychain of this PC is damaged. The data on the desk "
                         "is still there, sealed. Restore the keychain from a backup, or ask the "
                         "administrator to set up this PC again."),
                     .detail = u"device secret of %1 bytes"_s.arg((*answer)->size())};
    return std::move(**answer);
}

Result<void> DeviceSecret::destroy(Keychain &keychain, const QString &installation)
{
    return keychain.remove(secretEntry(installation));
}

} // namespace consent::vault
