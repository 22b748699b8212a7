#include "crypto/aeskw.h"

#include "crypto/openssl_p.h"

#include <openssl/evp.h>

namespace consent::crypto {

namespace {

constexpr std::size_t KeyBytes = 32;
// The cipher may write one block more than it keeps while it unwraps.
constexpr std::size_t UnwrapRoomBytes = 48;

const EVP_CIPHER *wrapCipher() noexcept
{
    static EVP_CIPHER *const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-WRAP", nullptr);
    return fetched;
}

CipherContext newContext() noexcept
{
    CipherContext context(EVP_CIPHER_CTX_new());
    if (context)
        EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    return context;
}

} // namespace

std::optional<WrappedKey256> wrapKey(Bytes wrappingKey, Bytes key) noexcept
{
    if (wrappingKey.size() != KeyBytes || key.size() != KeyBytes || !wrapCipher())
        return std::nullopt;
    const CipherContext context = newContext();
    WrappedKey256 wrapped;
    int written = 0;
    if (!context || EVP_EncryptInit_ex2(context.get(), wrapCipher(), wrappingKey.data(), nullptr, nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), wrapped.data(), &written, key.data(), static_cast<int>(key.size())) != 1 ||
        written != static_cast<int>(wrapped.size()))
        return std::nullopt;
    return wrapped;
}

std::optional<SecretBuffer> unwrapKey(Bytes wrappingKey, Bytes wrapped) noexcept
{
    if (wrappingKey.size() != KeyBytes || wrapped.size() != WrappedKey256{}.size() || !wrapCipher())
        return std::nullopt;
    const CipherContext context = newContext();
    auto room = SecretBuffer::zeroed(UnwrapRoomBytes);
    const DropErrors dropErrors;
    int written = 0;
    if (!context || !room ||
        EVP_DecryptInit_ex2(context.get(), wrapCipher(), wrappingKey.data(), nullptr, nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), room->data(), &written, wrapped.data(), static_cast<int>(wrapped.size())) !=
            1 ||
        written != static_cast<int>(KeyBytes))
        return std::nullopt;
    return SecretBuffer::copyOf(room->span().first(KeyBytes));
}

} // namespace consent::crypto
