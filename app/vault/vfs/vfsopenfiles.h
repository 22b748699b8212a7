#pragma once

#include <mutex>

namespace consent::vault {

class MainFile;

/// The database files that are open, so that a log or journal finds the one it belongs to. Thread-safe.
class OpenMainFiles
{
public:
    static OpenMainFiles &instance();

    void add(MainFile &file) noexcept;
    void remove(MainFile &file) noexcept;
    /// @param name what sqlite3_filename_database() gives for the log or journal: the very pointer by which SQLite
    /// opened the database. Several connections to one path have a name each. @return null when there is none.
    MainFile *find(const char *name) noexcept;

private:
    std::mutex m_mutex;
    MainFile *m_first = nullptr;
};

} // namespace consent::vault
