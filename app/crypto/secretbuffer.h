#pragma once

#include "crypto/bytes.h"

#include <optional>

namespace consent::crypto {

/// Bytes that nobody else may see: on OpenSSL's secure heap (1 MiB, locked, between guard pages), wiped when they go.
/// Move-only; a copy is a named call. Every maker gives nothing when the secure heap is full: there is no fallback to
/// ordinary memory.
class SecretBuffer
{
public:
    /// Holds nothing; size() is 0.
    SecretBuffer() noexcept = default;
    SecretBuffer(SecretBuffer &&other) noexcept;
    SecretBuffer &operator=(SecretBuffer &&other) noexcept;
    SecretBuffer(const SecretBuffer &) = delete;
    SecretBuffer &operator=(const SecretBuffer &) = delete;
    ~SecretBuffer();

    /// Zeroes, to be filled by the caller.
    [[nodiscard]] static std::optional<SecretBuffer> zeroed(std::size_t size) noexcept;
    [[nodiscard]] static std::optional<SecretBuffer> copyOf(Bytes bytes) noexcept;
    /// From OpenSSL's generator for private values.
    [[nodiscard]] static std::optional<SecretBuffer> random(std::size_t size) noexcept;
    [[nodiscard]] std::optional<SecretBuffer> clone() const noexcept;

    Bytes span() const noexcept { return {m_data, m_size}; }
    MutableBytes span() noexcept { return {m_data, m_size}; }
    const std::uint8_t *data() const noexcept { return m_data; }
    std::uint8_t *data() noexcept { return m_data; }
    std::size_t size() const noexcept { return m_size; }
    bool isEmpty() const noexcept { return m_size == 0; }

    /// Overwrites and gives the memory back; holds nothing afterwards.
    void wipe() noexcept;

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

/// Whether the secure heap could be locked into memory, so that it is never swapped. Thread-safe.
bool secureHeapIsLocked() noexcept;

/// Overwrites memory that is not in a SecretBuffer, in a way that the compiler may not leave out.
void wipe(MutableBytes bytes) noexcept;

} // namespace consent::crypto
