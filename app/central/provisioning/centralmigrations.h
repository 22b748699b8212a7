#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace consent::central {

class PostgresConnection;

/// The numbered steps that make and change the schema of the central store. Each step and its number are one
/// transaction: a step that fails leaves nothing, and the steps before it stay.
class CentralMigrations
{
public:
    struct Step
    {
        int number = 0;
        QString name; ///< File name without its suffix.
        QString sql;
    };

    /// Those that this program ships.
    static Result<CentralMigrations> shipped();
    /// @param folder holds 0001_name.sql, 0002_name.sql, ... without a gap; other files are not looked at
    static Result<CentralMigrations> fromFolder(const QString &folder);

    int latest() const { return static_cast<int>(m_steps.size()); }
    /// 0 for a database without our schema.
    static Result<int> versionOf(PostgresConnection &connection);
    /// Brings the database to the latest version. Of two who do it at once one may fail.
    /// @param connection of a superuser, to the store's database
    /// @return TooNew when a newer program made the schema; nothing is changed then
    Result<void> apply(PostgresConnection &connection) const;

private:
    Result<void> applyStep(PostgresConnection &connection, const Step &step) const;

    std::vector<Step> m_steps;
};

} // namespace consent::central
