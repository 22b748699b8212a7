#include "crypto/secretbuffer.h"

#include "crypto/random.h"

#include <openssl/crypto.h>

#include <cstring>
#include <utility>

namespace consent::crypto {

namespace {

constexpr std::size_t HeapBytes = 1024 * 1024;
constexpr std::size_t SmallestBlockBytes = 32;

enum class SecureHeap { Absent, Unlocked, Locked };

// Made at first use and kept to the end: OpenSSL puts its own private numbers there as well.
SecureHeap secureHeap() noexcept
{
    static const SecureHeap state = [] {
        switch (CRYPTO_secure_malloc_init(HeapBytes, SmallestBlockBytes)) {
        case 1:
            return SecureHeap::Locked;
        case 2:
            return SecureHeap::Unlocked;
        }
        return CRYPTO_secure_malloc_initialized() == 1 ? SecureHeap::Unlocked : SecureHeap::Absent;
    }();
    return state;
}

} // namespace

SecretBuffer::SecretBuffer(SecretBuffer &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SecretBuffer &SecretBuffer::operator=(SecretBuffer &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBuffer::~SecretBuffer()
{
    wipe();
}

std::optional<SecretBuffer> SecretBuffer::zeroed(std::size_t size) noexcept
{
    SecretBuffer buffer;
    if (size == 0)
        return buffer;
    // Without a secure heap OPENSSL_secure_zalloc would quietly use the ordinary one.
    if (secureHeap() == SecureHeap::Absent)
        return std::nullopt;
    buffer.m_data = static_cast<std::uint8_t *>(OPENSSL_secure_zalloc(size));
    if (!buffer.m_data)
        return std::nullopt;
    buffer.m_size = size;
    return buffer;
}

std::optional<SecretBuffer> SecretBuffer::copyOf(Bytes bytes) noexcept
{
    auto buffer = zeroed(bytes.size());
    if (buffer && !bytes.empty())
        std::memcpy(buffer->m_data, bytes.data(), bytes.size());
    return buffer;
}

std::optional<SecretBuffer> SecretBuffer::random(std::size_t size) noexcept
{
    auto buffer = zeroed(size);
    if (buffer && !fillSecretRandom(buffer->span()))
        return std::nullopt;
    return buffer;
}

std::optional<SecretBuffer> SecretBuffer::clone() const noexcept
{
    return copyOf(span());
}

void SecretBuffer::wipe() noexcept
{
    if (m_data)
        OPENSSL_secure_clear_free(m_data, m_size);
    m_data = nullptr;
    m_size = 0;
}

bool secureHeapIsLocked() noexcept
{
    return secureHeap() == SecureHeap::Locked;
}

void wipe(MutableBytes bytes) noexcept
{
    OPENSSL_cleanse(bytes.data(), bytes.size());
}

} // namespace consent::crypto
