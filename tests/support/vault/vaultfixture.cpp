#include "support/vault/vaultfixture.h"

#include "vault/vfs/vault_c.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace consent::test {

VaultKey testKey(unsigned char number)
{
    VaultKey key{};
    for (std::size_t index = 0; index < key.size(); ++index)
        key[index] = static_cast<unsigned char>(index * 7 + number * 31U);
    return key;
}

void useVault(unsigned char keyNumber)
{
    if (vault_register("vault", "unix-excl") != SQLITE_OK ||
        vault_set_key(nullptr, testKey(keyNumber).data()) != SQLITE_OK)
        std::abort();
}

int countFromEnvironment(const char *name, int byDefault)
{
    const char *text = std::getenv(name);
    const int count = text ? std::atoi(text) : 0;
    return count > 0 ? count : byDefault;
}

std::uint64_t firstSeed()
{
    const char *text = std::getenv("CONSENT_SEED");
    const auto clock = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    const std::uint64_t seed = text ? std::strtoull(text, nullptr, 10) : clock % 1'000'000;
    std::printf("CONSENT_SEED=%llu\n", static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    return seed;
}

std::vector<unsigned char> readAll(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void writeAll(const std::string &path, const std::vector<unsigned char> &bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

bool contains(const std::vector<unsigned char> &bytes, const std::string &text)
{
    return std::search(bytes.begin(), bytes.end(), text.begin(), text.end()) != bytes.end();
}

void removeDatabase(const std::string &path)
{
    for (const char *suffix : {"", "-wal", "-journal", "-shm"})
        std::filesystem::remove(path + suffix);
}

} // namespace consent::test
