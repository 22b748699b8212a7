#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

struct sqlite3;
struct sqlite3_file;

namespace consent::vault {

/// A connection below Qt SQL, for work on the pages of a sealed file rather than on its tables. Leaves the write-ahead
/// log alone when it closes. The key of the path must be held meanwhile. Belongs to one thread.
class RawConnection
{
public:
    RawConnection() = default;
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    /// @return what opening gave, as an SQLite result.
    int open(const QString &path, bool mayCreate);
    /// @return 0, or the extended SQLite result of the first failure.
    int run(const char *sql);
    /// The first column of every row. @return as run().
    int texts(const char *sql, std::vector<QString> &rows);
    /// Asked now and then while a statement runs; false ends it.
    void setWatcher(std::function<bool()> goOn);

    sqlite3 *handle() const { return m_connection; }
    /// The database file as SQLite sees it: plain pages. Null when there is none.
    sqlite3_file *mainFile() const;
    /// The same of the write-ahead log, once something was read. Null when there is none.
    sqlite3_file *logFile() const;

private:
    sqlite3 *m_connection = nullptr;
    std::function<bool()> m_goOn;
};

} // namespace consent::vault
