#include "support/vault/powercut.h"

#include <algorithm>

namespace consent::test {

namespace {
constexpr std::size_t Sector = 512;
}

int PowerCut::beforeWrite(const std::string &path, const void *bytes, int count, sqlite3_int64 offset)
{
    m_steps.push_back(
        {Kind::Write, path, offset, std::string(static_cast<const char *>(bytes), static_cast<std::size_t>(count))});
    return SQLITE_OK;
}

void PowerCut::truncated(const std::string &path, sqlite3_int64 bytes)
{
    m_steps.push_back({Kind::Truncate, path, bytes, {}});
}

bool PowerCut::synced(const std::string &path)
{
    m_steps.push_back({Kind::Sync, path, 0, {}});
    return false;
}

void PowerCut::deleted(const std::string &path, bool directorySynced)
{
    m_steps.push_back({directorySynced ? Kind::DurableDelete : Kind::Delete, path, 0, {}});
}

void PowerCut::apply(const Step &step, Image &image)
{
    if (step.kind == Kind::Truncate) {
        image.resize(static_cast<std::size_t>(step.offset));
    } else if (step.kind == Kind::Write) {
        const auto offset = static_cast<std::size_t>(step.offset);
        image.resize(std::max(image.size(), offset + step.bytes.size()));
        std::copy(step.bytes.begin(), step.bytes.end(), image.begin() + step.offset);
    }
}

void PowerCut::applyTorn(const Step &step, Fate fate, Image &image, std::mt19937_64 &random)
{
    if (fate == Fate::None)
        return;
    if (fate == Fate::All || step.kind != Kind::Write || fate == Fate::WholeWrites) {
        if (fate == Fate::All || random() % 2 == 0)
            apply(step, image);
        return;
    }
    // Sector by sector as the disk has them, whatever the write's own beginning was.
    const auto begin = static_cast<std::size_t>(step.offset);
    const std::size_t end = begin + step.bytes.size();
    for (std::size_t at = begin; at < end;) {
        const std::size_t next = std::min(end, (at / Sector + 1) * Sector);
        if (random() % 2 == 0)
            apply({Kind::Write, step.path, static_cast<sqlite3_int64>(at), step.bytes.substr(at - begin, next - at)},
                  image);
        at = next;
    }
}

std::map<std::string, PowerCut::Image> PowerCut::imageAt(std::size_t moment, std::mt19937_64 &random) const
{
    std::map<std::string, std::size_t> lastSync;
    std::size_t lastOfAny = 0; // journalling file systems put a name's removal on disk with the next sync of any file
    for (std::size_t index = 0; index < moment; ++index) {
        if (m_steps[index].kind == Kind::Sync || m_steps[index].kind == Kind::DurableDelete)
            lastOfAny = lastSync[m_steps[index].path] = index + 1;
    }
    std::map<std::string, Image> images;
    std::map<std::string, Fate> fates;
    for (std::size_t index = 0; index < moment; ++index) {
        const Step &step = m_steps[index];
        if (step.path.empty())
            continue; // a temporary file is gone
        if (!fates.contains(step.path))
            fates[step.path] = static_cast<Fate>(random() % 4);
        const bool safe = index < lastSync[step.path];
        if (step.kind == Kind::DurableDelete || (step.kind == Kind::Delete && (index < lastOfAny || random() % 2 == 0)))
            images.erase(step.path);
        else if (step.kind == Kind::Delete || step.kind == Kind::Sync)
            continue;
        else if (safe)
            apply(step, images[step.path]);
        else
            applyTorn(step, fates[step.path], images[step.path], random);
    }
    return images;
}

} // namespace consent::test
