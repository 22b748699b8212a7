#include "crypto/kdf.h"

#include "crypto/hash.h"
#include "crypto/openssl_p.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>

namespace consent::crypto {

namespace {

constexpr std::size_t HkdfLimitBytes = 255 * 32;
constexpr std::size_t ScryptOutputLimitBytes = 1024;

EVP_KDF *hkdfMethod() noexcept
{
    static EVP_KDF *const fetched = EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr);
    return fetched;
}

// OSSL_PARAM has no pointer to const; OpenSSL only reads what it is given here.
OSSL_PARAM octets(const char *name, Bytes bytes) noexcept
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t *>(bytes.data()),
                                             bytes.size()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

bool inRange(unsigned value, unsigned low, unsigned high) noexcept
{
    return value >= low && value <= high;
}

} // namespace

std::optional<SecretBuffer> hkdfSha256(Bytes input, Bytes salt, Bytes info, std::size_t size) noexcept
{
    if (input.empty() || size == 0 || size > HkdfLimitBytes || !hkdfMethod())
        return std::nullopt;
    const KdfContext context(EVP_KDF_CTX_new(hkdfMethod()));
    auto out = SecretBuffer::zeroed(size);
    if (!context || !out)
        return std::nullopt;
    char digestName[] = "SHA256";
    std::array<OSSL_PARAM, 5> parameters;
    std::size_t used = 0;
    parameters[used++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digestName, 0);
    parameters[used++] = octets(OSSL_KDF_PARAM_KEY, input);
    if (!salt.empty())
        parameters[used++] = octets(OSSL_KDF_PARAM_SALT, salt);
    if (!info.empty())
        parameters[used++] = octets(OSSL_KDF_PARAM_INFO, info);
    parameters[used] = OSSL_PARAM_construct_end();
    if (EVP_KDF_derive(context.get(), out->data(), out->size(), parameters.data()) != 1)
        return std::nullopt;
    return out;
}

std::optional<SecretBuffer> concatKdfSha256(Bytes shared, Bytes algorithm, Bytes partyU, Bytes partyV,
                                            std::size_t size) noexcept
{
    if (size == 0 || size > Digest{}.size())
        return std::nullopt;
    Sha256 hash;
    const auto addNumber = [&hash](std::size_t number) {
        const std::array<std::uint8_t, 4> bigEndian{
            static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
            static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
        hash.add(bigEndian);
    };
    addNumber(1); // one round gives as much as is wanted
    hash.add(shared);
    for (const Bytes field : {algorithm, partyU, partyV}) {
        addNumber(field.size());
        hash.add(field);
    }
    addNumber(size * 8);
    Digest digest = hash.finish();
    auto out = SecretBuffer::copyOf(Bytes(digest).first(size));
    wipe(digest);
    return out;
}

std::optional<SecretBuffer> pbkdf2Sha256(Bytes password, Bytes salt, unsigned rounds, std::size_t size) noexcept
{
    if (password.empty() || salt.empty() || !inRange(rounds, 1'000, 10'000'000) || size == 0 ||
        size > ScryptOutputLimitBytes)
        return std::nullopt;
    auto out = SecretBuffer::zeroed(size);
    if (!out || password.size() > ScryptOutputLimitBytes || salt.size() > ScryptOutputLimitBytes ||
        PKCS5_PBKDF2_HMAC(reinterpret_cast<const char *>(password.data()), static_cast<int>(password.size()),
                          salt.data(), static_cast<int>(salt.size()), static_cast<int>(rounds), EVP_sha256(),
                          static_cast<int>(size), out->data()) != 1)
        return std::nullopt;
    return out;
}

std::optional<SecretBuffer> scrypt(Bytes password, Bytes salt, const ScryptParameters &cost, std::size_t size) noexcept
{
    if (!inRange(cost.logN, 1, 20) || !inRange(cost.r, 1, 16) || !inRange(cost.p, 1, 16) || size == 0 ||
        size > ScryptOutputLimitBytes)
        return std::nullopt;
    auto out = SecretBuffer::zeroed(size);
    if (!out)
        return std::nullopt;
    const std::uint64_t n = std::uint64_t{1} << cost.logN;
    // What the algorithm itself needs: OpenSSL's own limit of 32 MiB is below the default cost.
    const std::uint64_t memoryLimit = 128 * cost.r * (n + cost.p + 2) + 64 * 1024;
    if (EVP_PBE_scrypt(reinterpret_cast<const char *>(password.data()), password.size(), salt.data(), salt.size(), n,
                       cost.r, cost.p, memoryLimit, out->data(), out->size()) != 1)
        return std::nullopt;
    return out;
}

} // namespace consent::crypto
