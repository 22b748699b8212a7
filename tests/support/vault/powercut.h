#pragma once

#include "support/vault/hookedvfs.h"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace consent::test {

/// Remembers what was written and synced through a HookedVfs, and makes what a disk may hold after the power went: all
/// that was synced, and of the rest any part, in sectors of 512 bytes.
class PowerCut final : public IoHook
{
public:
    using Image = std::vector<unsigned char>;

    int before(IoCall, const std::string &) override { return SQLITE_OK; }
    int beforeWrite(const std::string &path, const void *bytes, int count, sqlite3_int64 offset) override;
    void truncated(const std::string &path, sqlite3_int64 bytes) override;
    bool synced(const std::string &path) override;
    void deleted(const std::string &path, bool directorySynced) override;

    /// How many things happened so far; a moment to cut the power at.
    std::size_t moment() const { return m_steps.size(); }
    /// The files as they may be found after the power went at a moment. Files that do not exist are left out.
    std::map<std::string, Image> imageAt(std::size_t moment, std::mt19937_64 &random) const;

private:
    enum class Kind { Write, Truncate, Sync, Delete, DurableDelete };
    struct Step
    {
        Kind kind;
        std::string path;
        sqlite3_int64 offset = 0;
        std::string bytes;
    };
    /// Of one file: whether the steps not yet synced survive, and how torn.
    enum class Fate { None, All, WholeWrites, Sectors };

    static void apply(const Step &step, Image &image);
    static void applyTorn(const Step &step, Fate fate, Image &image, std::mt19937_64 &random);

    std::vector<Step> m_steps;
};

} // namespace consent::test
