#include "vault/keys/slotpayload.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/jwe.h"
#include "crypto/kdf.h"
#include "crypto/opensslerror.h"
#include "crypto/strictjson.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace consent::vault {

using namespace Qt::StringLiterals;
using crypto::bytesOf;
using crypto::SecretBuffer;

namespace {

constexpr std::size_t KeyBytes = 32;
constexpr std::string_view LinkPurpose = "consentdesk epoch link v1";
constexpr std::string_view UserMember = "user";
constexpr std::string_view KeyMemberPrefix = "key";

std::optional<SecretBuffer> linkKey(const SecretBuffer &databaseKey)
{
    return crypto::hkdfSha256(databaseKey.span(), {}, bytesOf(LinkPurpose), KeyBytes);
}

crypto::Digest linkCode(const SecretBuffer &codeKey, int epoch, crypto::Bytes key)
{
    const auto number = static_cast<std::uint32_t>(epoch);
    // The key itself goes in as its hash: it never lies in ordinary memory.
    const crypto::Digest hash = crypto::sha256(key);
    std::array<std::uint8_t, 4 + sizeof(crypto::Digest)> message{
        static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
        static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
    std::ranges::copy(hash, message.begin() + 4);
    return crypto::hmacSha256(codeKey.span(), message);
}

std::optional<int> epochIn(std::string_view name)
{
    if (!name.starts_with(KeyMemberPrefix))
        return std::nullopt;
    const std::string_view digits = name.substr(KeyMemberPrefix.size());
    int epoch = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), epoch);
    return error == std::errc() && end == digits.data() + digits.size() && epoch > 0 ? std::optional(epoch)
                                                                                     : std::nullopt;
}

} // namespace

Error slotFailure(const QString &detail)
{
    const QString reasons = crypto::takeOpenSslErrors();
    return {ErrorKind::Internal,
            QCoreApplication::translate("KeySlots",
                                        "The keys of this desk could not be worked with. Nothing was changed. "
                                        "Restart the program and try again."),
            reasons.isEmpty() ? detail : detail + u" ("_s + reasons + u')'};
}

Error alteredSlot(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("KeySlots",
                                        "Your key on this desk is damaged or was altered, and was not used. The "
                                        "data is still there, sealed. Call the administrator."),
            detail};
}

std::optional<SecretBuffer> joinSecrets(std::initializer_list<crypto::Bytes> parts)
{
    std::size_t size = 0;
    for (const crypto::Bytes part : parts)
        size += part.size();
    auto all = SecretBuffer::zeroed(size);
    if (!all)
        return std::nullopt;
    std::uint8_t *to = all->data();
    for (const crypto::Bytes part : parts)
        to = std::ranges::copy(part, to).out;
    return all;
}

// {"crv","d","kty","x","y","user","key1",...}: the members of the private JWK beside ours, flat, so that no part of it
// needs to leave protected memory.
Result<SecretBuffer> SlotPayload::toBytes() const
{
    const auto isKey = [](const auto &pair) { return pair.first > 0 && pair.second.size() == KeyBytes; };
    if (user.isEmpty() || keys.empty() || keys.size() > EpochLimit || !std::ranges::all_of(keys, isKey))
        return Error{ErrorKind::InvalidArgument, slotFailure({}).message,
                     u"slot without a user or with no valid keys"_s};
    const auto jwk = privateKey.toJwk();
    if (!jwk)
        return jwk.error();
    const QByteArray userMember = ",\"user\":\"" + user.toString().toLatin1() + '"';
    auto payload = joinSecrets({jwk->span().first(jwk->size() - 1), bytesOf(userMember)});
    for (const auto &[epoch, key] : keys) {
        const QByteArray name = ",\"key" + QByteArray::number(epoch) + "\":\"";
        const auto value = crypto::base64UrlEncodeSecret(key.span());
        payload = payload && value ? joinSecrets({payload->span(), bytesOf(name), value->span(), bytesOf("\"")})
                                   : std::nullopt;
    }
    payload = payload ? joinSecrets({payload->span(), bytesOf("}")}) : std::nullopt;
    if (!payload)
        return slotFailure(u"secure heap full"_s);
    return std::move(*payload);
}

Result<SlotPayload> SlotPayload::fromBytes(crypto::Bytes bytes)
{
    const auto members = crypto::parseFlatJson(bytes);
    if (!members)
        return alteredSlot(u"slot payload"_s);
    auto pair = crypto::P256PrivateKey::fromJwk(bytes);
    if (!pair)
        return pair.error().kind == ErrorKind::Internal ? pair.error() : alteredSlot(u"slot key pair"_s);
    SlotPayload payload{.user = {}, .privateKey = std::move(*pair), .keys = {}};
    for (const auto &[name, value] : *members) {
        if (name == UserMember) {
            const auto id = UserId::fromString(QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size())));
            if (!id)
                return alteredSlot(u"slot user"_s);
            payload.user = *id;
        } else if (const auto epoch = epochIn(name)) {
            auto key = SecretBuffer::zeroed(KeyBytes);
            if (!key)
                return slotFailure(u"secure heap full"_s);
            if (!crypto::base64UrlDecodeInto(bytesOf(value), key->span()))
                return alteredSlot(u"slot database key"_s);
            payload.keys.emplace(*epoch, std::move(*key));
        }
    }
    if (payload.user.isEmpty() || payload.keys.empty())
        return alteredSlot(u"slot without user or keys"_s);
    return payload;
}

Result<SecretBuffer> makeLinkContent(const SecretBuffer &earlierKey, int epoch, const SecretBuffer &key)
{
    const auto codeKey = linkKey(earlierKey);
    auto content = codeKey ? joinSecrets({key.span(), linkCode(*codeKey, epoch, key.span())}) : std::nullopt;
    if (!content)
        return slotFailure(u"secure heap full"_s);
    return std::move(*content);
}

Result<void> SlotPayload::follow(int fromEpoch, int epoch, const QByteArray &sealed)
{
    const auto from = keys.find(fromEpoch);
    if (from == keys.end())
        return alteredSlot(u"link from an epoch that the slot does not have"_s);
    const auto content = crypto::decryptSecretWith(sealed, privateKey);
    if (!content)
        return content.error().kind == ErrorKind::Internal ? content.error() : alteredSlot(content.error().detail);
    if (content->size() != 2 * KeyBytes)
        return alteredSlot(u"link of a wrong length"_s);
    const crypto::Bytes key = content->span().first(KeyBytes);
    const auto codeKey = linkKey(from->second);
    auto copy = SecretBuffer::copyOf(key);
    if (!codeKey || !copy)
        return slotFailure(u"secure heap full"_s);
    if (!crypto::constantTimeEqual(linkCode(*codeKey, epoch, key), content->span().last(KeyBytes)))
        return alteredSlot(u"link not made by a holder of the earlier key"_s);
    keys.insert_or_assign(epoch, std::move(*copy));
    return {};
}

} // namespace consent::vault
