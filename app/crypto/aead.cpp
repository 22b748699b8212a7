#include "crypto/aead.h"

#include "crypto/openssl_p.h"

#include <openssl/evp.h>

#include <algorithm>
#include <limits>
#include <new>

namespace consent::crypto {

namespace {

// Fetched once: looking a cipher up costs more than sealing a page.
const EVP_CIPHER *cipher() noexcept
{
    static EVP_CIPHER *const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return fetched;
}

bool fitsInt(std::size_t size) noexcept
{
    return size <= static_cast<std::size_t>(std::numeric_limits<int>::max());
}

// OpenSSL takes the tag to compare with through a pointer to non-const, and only reads it.
std::uint8_t *readOnly(const std::uint8_t *bytes) noexcept
{
    return const_cast<std::uint8_t *>(bytes); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

} // namespace

struct Aes256Gcm::Contexts
{
    CipherContext seal;
    CipherContext open;
};

Aes256Gcm::Aes256Gcm(std::unique_ptr<Contexts> contexts) noexcept
    : m_contexts(std::move(contexts))
{
}
Aes256Gcm::Aes256Gcm(Aes256Gcm &&) noexcept = default;
Aes256Gcm &Aes256Gcm::operator=(Aes256Gcm &&) noexcept = default;
Aes256Gcm::~Aes256Gcm() = default;

std::optional<Aes256Gcm> Aes256Gcm::create(Bytes key) noexcept
{
    if (key.size() != KeyBytes || !cipher())
        return std::nullopt;
    std::unique_ptr<Contexts> contexts(new (std::nothrow) Contexts);
    if (!contexts)
        return std::nullopt;
    contexts->seal.reset(EVP_CIPHER_CTX_new());
    contexts->open.reset(EVP_CIPHER_CTX_new());
    if (!contexts->seal || !contexts->open ||
        EVP_EncryptInit_ex2(contexts->seal.get(), cipher(), key.data(), nullptr, nullptr) != 1 ||
        EVP_DecryptInit_ex2(contexts->open.get(), cipher(), key.data(), nullptr, nullptr) != 1)
        return std::nullopt;
    return Aes256Gcm(std::move(contexts));
}

bool Aes256Gcm::seal(Nonce nonce, Bytes associated, Bytes plain, MutableBytes cipherOut, MutableTag tagOut) noexcept
{
    if (!m_contexts || plain.size() != cipherOut.size() || !fitsInt(plain.size()) || !fitsInt(associated.size()))
        return false;
    EVP_CIPHER_CTX *context = m_contexts->seal.get();
    int written = 0;
    std::uint8_t none = 0;
    const bool done = EVP_EncryptInit_ex2(context, nullptr, nullptr, nonce.data(), nullptr) == 1 &&
                      (associated.empty() || EVP_EncryptUpdate(context, nullptr, &written, associated.data(),
                                                               static_cast<int>(associated.size())) == 1) &&
                      (plain.empty() || EVP_EncryptUpdate(context, cipherOut.data(), &written, plain.data(),
                                                          static_cast<int>(plain.size())) == 1) &&
                      EVP_EncryptFinal_ex(context, &none, &written) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, TagBytes, tagOut.data()) == 1;
    if (!done)
        std::ranges::fill(cipherOut, std::uint8_t{0});
    return done;
}

bool Aes256Gcm::open(Nonce nonce, Bytes associated, Bytes cipher, Tag tag, MutableBytes plainOut) noexcept
{
    if (!m_contexts || cipher.size() != plainOut.size() || !fitsInt(cipher.size()) || !fitsInt(associated.size()))
        return false;
    EVP_CIPHER_CTX *context = m_contexts->open.get();
    int written = 0;
    std::uint8_t none = 0;
    const bool done = EVP_DecryptInit_ex2(context, nullptr, nullptr, nonce.data(), nullptr) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, TagBytes, readOnly(tag.data())) == 1 &&
                      (associated.empty() || EVP_DecryptUpdate(context, nullptr, &written, associated.data(),
                                                               static_cast<int>(associated.size())) == 1) &&
                      (cipher.empty() || EVP_DecryptUpdate(context, plainOut.data(), &written, cipher.data(),
                                                           static_cast<int>(cipher.size())) == 1) &&
                      EVP_DecryptFinal_ex(context, &none, &written) == 1;
    // What does not verify is never shown, not even to the caller.
    if (!done)
        std::ranges::fill(plainOut, std::uint8_t{0});
    return done;
}

} // namespace consent::crypto
