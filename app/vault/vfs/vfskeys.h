#pragma once

#include "crypto/secretbuffer.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace consent::vault {

/// The key of a database, and the epoch that a new file is created with.
struct DatabaseKey
{
    crypto::SecretBuffer bytes;
    std::uint32_t epoch = 1;
};

/// The keys that this process was given, by full path. Thread-safe.
class KeyRegistry
{
public:
    static KeyRegistry &instance();

    /// @param path full path as SQLite makes it; empty: for every path without a key of its own.
    /// @return false without memory; then what stood before still stands.
    bool set(std::string path, crypto::Bytes key, std::uint32_t epoch);
    void forget(const std::string &path);
    /// A copy, so that the registry may change while a file is open.
    /// @return nothing without a key for the path, or without memory: outOfMemory tells which.
    std::optional<DatabaseKey> find(const char *path, bool &outOfMemory) const;

private:
    struct Entry
    {
        std::string path;
        DatabaseKey key;
    };
    const Entry *entry(const char *path) const;

    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace consent::vault
