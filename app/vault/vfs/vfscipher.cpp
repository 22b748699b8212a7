#include "vault/vfs/vfscipher.h"

#include "crypto/kdf.h"
#include "vault/vfs/vfscounters.h"

#include <algorithm>

namespace consent::vault {

Counters &counters() noexcept
{
    static Counters counters;
    return counters;
}

RecordCipher::RecordCipher(crypto::Aes256Gcm aead, const FileIdentity &identity) noexcept
    : m_aead(std::move(aead))
    , m_epoch(identity.epoch)
{
    std::ranges::copy(identity.id, m_associated.begin());
    putBig32(&m_associated[20], identity.epoch);
}

std::optional<RecordCipher> RecordCipher::derive(const crypto::SecretBuffer &databaseKey, const FileIdentity &identity,
                                                 std::string_view purpose) noexcept
{
    const auto key =
        crypto::hkdfSha256(databaseKey.span(), identity.id, crypto::bytesOf(purpose), crypto::Aes256Gcm::KeyBytes);
    if (!key)
        return std::nullopt;
    auto aead = crypto::Aes256Gcm::create(key->span());
    if (!aead)
        return std::nullopt;
    return RecordCipher(std::move(*aead), identity);
}

std::optional<RecordCipher> RecordCipher::throwaway() noexcept
{
    const auto key = crypto::SecretBuffer::random(crypto::Aes256Gcm::KeyBytes);
    if (!key)
        return std::nullopt;
    auto aead = crypto::Aes256Gcm::create(key->span());
    if (!aead)
        return std::nullopt;
    return RecordCipher(std::move(*aead), {});
}

void RecordCipher::aim(RecordKind kind, std::uint64_t number) noexcept
{
    putBig32(&m_associated[16], static_cast<std::uint32_t>(kind));
    putBig64(&m_associated[24], number);
}

bool RecordCipher::seal(RecordKind kind, std::uint64_t number, Bytes plain, MutableBytes cipherOut, NonceOut nonce,
                        TagOut tag) noexcept
{
    if (!m_nonces.next(nonce))
        return false;
    aim(kind, number);
    counters().sealed.fetch_add(1, std::memory_order_relaxed);
    return m_aead.seal(nonce, m_associated, plain, cipherOut, tag);
}

bool RecordCipher::open(RecordKind kind, std::uint64_t number, Bytes cipher, MutableBytes plainOut, NonceIn nonce,
                        TagIn tag) noexcept
{
    aim(kind, number);
    counters().opened.fetch_add(1, std::memory_order_relaxed);
    return m_aead.open(nonce, m_associated, cipher, tag, plainOut);
}

bool RecordCipher::sealPage(RecordKind kind, std::uint64_t number, std::span<const std::uint8_t, PageBytes> plain,
                            std::span<std::uint8_t, PageBytes> sealed) noexcept
{
    const auto trailer = sealed.subspan<PayloadBytes, TrailerBytes>();
    putBig32(&trailer[NonceBytes + TagBytes], m_epoch);
    return seal(kind, number, plain.first<PayloadBytes>(), sealed.first<PayloadBytes>(), trailer.first<NonceBytes>(),
                trailer.subspan<NonceBytes, TagBytes>());
}

bool RecordCipher::openPage(RecordKind kind, std::uint64_t number, std::span<std::uint8_t, PageBytes> page) noexcept
{
    std::array<std::uint8_t, TrailerBytes> trailer;
    const auto reserved = page.subspan<PayloadBytes, TrailerBytes>();
    std::ranges::copy(reserved, trailer.begin());
    std::ranges::fill(reserved, std::uint8_t{0});
    const std::span<const std::uint8_t, TrailerBytes> parts(trailer);
    const bool good = open(kind, number, page.first<PayloadBytes>(), page.first<PayloadBytes>(),
                           parts.first<NonceBytes>(), parts.subspan<NonceBytes, TagBytes>());
    if (good && big32(&trailer[NonceBytes + TagBytes]) == m_epoch)
        return true;
    std::ranges::fill(page, std::uint8_t{0});
    return false;
}

} // namespace consent::vault
