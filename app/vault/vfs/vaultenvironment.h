#pragma once

namespace consent::vault {

/// Registers the VFS "vault" as the environment says, for programs that know nothing of it:
///   VAULT_KEY      the database key, 64 hexadecimal digits; used for every database
///   VAULT_BASE     the VFS below; unix-excl unless set (unix where several processes share a database)
///   VAULT_DEFAULT  1: the vault becomes SQLite's default VFS
/// May be called again; then it only sees to the default. Thread-safe.
/// @return an SQLite result; what is wrong with the environment is said on the standard error.
int registerFromEnvironment() noexcept;

} // namespace consent::vault
