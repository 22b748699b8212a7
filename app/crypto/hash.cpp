#include "crypto/hash.h"

#include "crypto/openssl_p.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>

#include <exception>
#include <limits>

namespace consent::crypto {

namespace {

const EVP_MD *sha256Method() noexcept
{
    static EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

void must(bool done) noexcept
{
    if (!done)
        std::terminate();
}

} // namespace

struct Sha256::Context
{
    DigestContext digest{EVP_MD_CTX_new()};
};

Digest sha256(Bytes bytes) noexcept
{
    Digest digest;
    must(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, sha256Method(), nullptr) == 1);
    return digest;
}

Digest hmacSha256(Bytes key, Bytes bytes) noexcept
{
    must(key.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
    Digest digest;
    const std::uint8_t none = 0;
    must(HMAC(sha256Method(), key.empty() ? &none : key.data(), static_cast<int>(key.size()), bytes.data(),
              bytes.size(), digest.data(), nullptr) != nullptr);
    return digest;
}

bool constantTimeEqual(Bytes a, Bytes b) noexcept
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Sha256::Sha256() noexcept
    : m_context(std::make_unique<Context>())
{
    must(m_context->digest && EVP_DigestInit_ex2(m_context->digest.get(), sha256Method(), nullptr) == 1);
}

Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(Bytes bytes) noexcept
{
    must(EVP_DigestUpdate(m_context->digest.get(), bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() noexcept
{
    Digest digest;
    must(EVP_DigestFinal_ex(m_context->digest.get(), digest.data(), nullptr) == 1 &&
         EVP_DigestInit_ex2(m_context->digest.get(), nullptr, nullptr) == 1);
    return digest;
}

} // namespace consent::crypto
