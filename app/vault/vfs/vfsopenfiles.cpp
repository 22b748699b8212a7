#include "vault/vfs/vfsopenfiles.h"

#include "vault/vfs/vfsmainfile.h"

namespace consent::vault {

OpenMainFiles &OpenMainFiles::instance()
{
    static OpenMainFiles files;
    return files;
}

void OpenMainFiles::add(MainFile &file) noexcept
{
    const std::lock_guard lock(m_mutex);
    file.next = m_first;
    m_first = &file;
}

void OpenMainFiles::remove(MainFile &file) noexcept
{
    const std::lock_guard lock(m_mutex);
    for (MainFile **link = &m_first; *link; link = &(*link)->next) {
        if (*link == &file) {
            *link = file.next;
            return;
        }
    }
}

MainFile *OpenMainFiles::find(const char *name) noexcept
{
    const std::lock_guard lock(m_mutex);
    for (MainFile *file = m_first; file; file = file->next) {
        if (file->name() == name)
            return file;
    }
    return nullptr;
}

} // namespace consent::vault
