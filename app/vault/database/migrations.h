#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace consent::vault {

class SqlConnection;

/// The numbered steps that make and change a schema. Each step and the version number it leads to are one transaction.
/// A step whose file is named "NNN_name.risky.sql" rewrites data: before it, a copy of the sealed file is kept.
class Migrations
{
public:
    /// @param folder holds 001_name.sql, 002_name.sql, ... without a gap.
    /// @param applicationId marks the file as ours (PRAGMA application_id), so that another program's file is refused.
    static Result<Migrations> fromFolder(const QString &folder, qint32 applicationId);

    int latest() const { return static_cast<int>(m_steps.size()); }
    /// The version that the database has; 0 for an empty one.
    /// @return TooNew when a newer program wrote it; Conflict when it is not this kind of database.
    Result<int> versionOf(SqlConnection &connection) const;
    /// Whether a copy must be kept before going on from this version.
    bool rewritesData(int fromVersion) const;
    /// Brings the database to the latest version. Stops at the first step that fails, with the steps before it kept.
    Result<void> apply(SqlConnection &connection) const;

private:
    struct Step
    {
        QString name;
        QByteArray sql;
        bool risky = false;
    };

    Result<void> applyStep(SqlConnection &connection, int version, const Step &step) const;

    std::vector<Step> m_steps;
    qint32 m_applicationId = 0;
};

} // namespace consent::vault
