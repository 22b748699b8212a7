#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>

namespace consent::vault {

class Migrations;
class SqlConnection;

/// A database of which no byte is readable without its key. Thread-safe: each thread opens a connection of its own.
class SealedDatabase
{
public:
    static constexpr std::size_t keyBytes = 32;

    struct Options
    {
        int cacheKib = 64 * 1024; ///< Page cache: what it holds need not be decrypted again.
        int busyTimeoutMs = 3000;
        unsigned int keyEpoch = 1; ///< For a file that is made now.
    };

    /// Opens the file, making it where there is none, and brings it to the latest schema. Before a step that rewrites
    /// data the sealed file is copied beside itself ("cache.db.before-7"): openable with the same key, kept until
    /// somebody removes it. The key is held, wiped at the end, as long as a connection to this path is open.
    /// @param key keyBytes long; may go right after the call
    /// @return WrongKey, Damaged, TooNew, Conflict (another program's file), Busy, DiskFull, Io.
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, std::span<const std::uint8_t> key,
                                                       const Migrations &migrations, const Options &options);
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, std::span<const std::uint8_t> key,
                                                       const Migrations &migrations);
    /// Only looks: no schema step, and nothing can be written.
    static Result<std::unique_ptr<SqlConnection>> openToRead(const QString &path, std::span<const std::uint8_t> key);
};

} // namespace consent::vault
