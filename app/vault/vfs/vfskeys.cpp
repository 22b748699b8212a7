#include "vault/vfs/vfskeys.h"

#include <algorithm>

namespace consent::vault {

KeyRegistry &KeyRegistry::instance()
{
    static KeyRegistry registry;
    return registry;
}

const KeyRegistry::Entry *KeyRegistry::entry(const char *path) const
{
    const auto found = std::ranges::find_if(m_entries, [path](const Entry &each) { return each.path == path; });
    return found == m_entries.end() ? nullptr : &*found;
}

bool KeyRegistry::set(std::string path, crypto::Bytes key, std::uint32_t epoch)
{
    auto bytes = crypto::SecretBuffer::copyOf(key);
    if (!bytes)
        return false;
    const std::lock_guard lock(m_mutex);
    m_entries.reserve(m_entries.size() + 1);
    std::erase_if(m_entries, [&path](const Entry &each) { return each.path == path; });
    m_entries.push_back({std::move(path), {std::move(*bytes), epoch}});
    return true;
}

void KeyRegistry::forget(const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_entries, [&path](const Entry &each) { return each.path == path; });
}

std::optional<DatabaseKey> KeyRegistry::find(const char *path, bool &outOfMemory) const
{
    outOfMemory = false;
    const std::lock_guard lock(m_mutex);
    const Entry *found = entry(path);
    if (!found)
        found = entry("");
    if (!found)
        return std::nullopt;
    auto copy = found->key.bytes.clone();
    outOfMemory = !copy;
    if (!copy)
        return std::nullopt;
    return DatabaseKey{std::move(*copy), found->key.epoch};
}

} // namespace consent::vault
