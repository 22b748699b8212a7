#include "desk/joining/deviceproof.h"

#include "base/jsonfile.h"
#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/kdf.h"
#include "desk/session/deskprofile.h"

#include <QCoreApplication>
#include <QFile>

namespace consent::desk::deviceproof {

using namespace Qt::StringLiterals;
using crypto::SecretBuffer;

namespace {

constexpr qint64 fileLimit = 4096;

Error noMemory()
{
    return Error{ErrorKind::Internal,
                 QCoreApplication::translate("DeviceProof", "There is not enough protected memory for the keys. Close "
                                                            "other programs and try again; nothing was changed."),
                 u"secure heap"_s};
}

Error lost(ErrorKind kind, const QString &detail)
{
    return Error{kind,
                 QCoreApplication::translate("DeviceProof",
                                             "What this PC proves itself with to the central store is lost or damaged. "
                                             "The data on this PC is untouched. Ask your administrator."),
                 detail};
}

Result<SecretBuffer> keyOf(const SecretBuffer &keychainSecret)
{
    auto key = crypto::hkdfSha256(keychainSecret.span(), {},
                                  crypto::bytesOf(std::string_view("consentdesk device proof v1")), 32);
    if (!key)
        return noMemory();
    return std::move(*key);
}

} // namespace

Result<SecretBuffer> make()
{
    auto proof = SecretBuffer::random(SizeBytes);
    if (!proof)
        return noMemory();
    return std::move(*proof);
}

Result<void> write(const DeskProfile &profile, const SecretBuffer &proof, const SecretBuffer *keychainSecret)
{
    QByteArray content;
    if (keychainSecret) {
        const auto key = keyOf(*keychainSecret);
        if (!key)
            return key.error();
        const auto sealed = crypto::encryptDirect(proof.span(), key->span(), {});
        if (!sealed)
            return sealed.error();
        content = *sealed;
    } else {
        content = crypto::base64UrlEncode(proof.span());
    }
    auto written = writeFileDurably(profile.proofPath(), content);
    if (written)
        QFile::setPermissions(profile.proofPath(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return written;
}

Result<SecretBuffer> read(const DeskProfile &profile, const SecretBuffer *keychainSecret)
{
    const auto content = readFileLimited(profile.proofPath(), fileLimit);
    if (!content)
        return lost(content.error().kind, content.error().detail);
    std::optional<SecretBuffer> proof;
    if (keychainSecret) {
        const auto key = keyOf(*keychainSecret);
        if (!key)
            return key.error();
        auto opened = crypto::decryptDirectSecret(*content, key->span());
        if (!opened)
            return lost(ErrorKind::Damaged, opened.error().detail);
        proof = std::move(*opened);
    } else {
        proof = crypto::base64UrlDecodeSecret(crypto::bytesOf(*content));
    }
    if (!proof || proof->size() != SizeBytes)
        return lost(ErrorKind::Damaged, u"not a proof"_s);
    return std::move(*proof);
}

} // namespace consent::desk::deviceproof
