#include "vault/database/rawconnection.h"

#include "vault/database/heldkey.h"

#include <sqlite3.h>

namespace consent::vault {

namespace {

sqlite3_file *filePointer(sqlite3 *connection, int which)
{
    sqlite3_file *file = nullptr;
    if (!connection || sqlite3_file_control(connection, "main", which, &file) != SQLITE_OK)
        return nullptr;
    return file && file->pMethods ? file : nullptr;
}

} // namespace

RawConnection::~RawConnection()
{
    sqlite3_close(m_connection);
}

int RawConnection::open(const QString &path, bool mayCreate)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (mayCreate ? SQLITE_OPEN_CREATE : 0);
    int result =
        sqlite3_open_v2(path.toUtf8().constData(), &m_connection, flags, HeldKey::vfsName().toUtf8().constData());
    if (result != SQLITE_OK) {
        result = m_connection ? sqlite3_extended_errcode(m_connection) : result;
        sqlite3_close(m_connection);
        m_connection = nullptr;
        return result;
    }
    sqlite3_extended_result_codes(m_connection, 1);
    return sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

int RawConnection::run(const char *sql)
{
    std::vector<QString> ignored;
    return texts(sql, ignored);
}

int RawConnection::texts(const char *sql, std::vector<QString> &rows)
{
    sqlite3_stmt *statement = nullptr;
    int result = sqlite3_prepare_v2(m_connection, sql, -1, &statement, nullptr);
    if (result != SQLITE_OK)
        return result;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW)
        rows.push_back(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0))));
    sqlite3_finalize(statement);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

void RawConnection::setWatcher(std::function<bool()> goOn)
{
    constexpr int InstructionsBetween = 20'000; // some milliseconds
    m_goOn = std::move(goOn);
    sqlite3_progress_handler(
        m_connection, InstructionsBetween,
        [](void *self) { return static_cast<RawConnection *>(self)->m_goOn() ? 0 : 1; }, this);
}

sqlite3_file *RawConnection::mainFile() const
{
    return filePointer(m_connection, SQLITE_FCNTL_FILE_POINTER);
}

sqlite3_file *RawConnection::logFile() const
{
    return filePointer(m_connection, SQLITE_FCNTL_JOURNAL_POINTER);
}

} // namespace consent::vault
