#pragma once

#include "support/vault/database.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// Keys, seeds and files that the vault's tests share.
namespace consent::test {

using VaultKey = std::array<unsigned char, 32>;

/// A key that is different for every number, and nobody's.
VaultKey testKey(unsigned char number = 1);

/// Registers the VFS "vault" over "unix-excl" and gives it a key for every path. May be called again.
void useVault(unsigned char keyNumber = 1);

/// A count from the environment, for longer runs than a test is given by default.
int countFromEnvironment(const char *name, int byDefault);
/// The first seed of a run: CONSENT_SEED, or the clock. Printed, so that a failure can be repeated.
std::uint64_t firstSeed();

std::vector<unsigned char> readAll(const std::string &path);
void writeAll(const std::string &path, const std::vector<unsigned char> &bytes);
bool contains(const std::vector<unsigned char> &bytes, const std::string &text);
/// Removes a database with its log and journal.
void removeDatabase(const std::string &path);

} // namespace consent::test
