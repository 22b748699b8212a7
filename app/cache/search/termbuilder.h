#pragma once

#include "base/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// Writes the search terms of all people at once, sorted, so that the table is filled from front to back.
/// Takes some 200 bytes of memory a person while it works. Cache thread only; in transactions of its own.
class TermBuilder
{
public:
    using Progress = std::function<void(qint64 done, qint64 total)>; ///< In terms.

    explicit TermBuilder(vault::SqlConnection &connection); // outlives this

    /// Drops every term and writes those of the people as they stand.
    Result<void> build(const Progress &progress = {});

private:
    struct Person
    {
        qint64 number = 0;
        QString name; ///< As in the subject table.
        QString key;  ///< See searchterms.h.
        QString phone;
        qint64 birthDay = 0; ///< Julian; 0 for none.
    };

    Result<void> readPeople();
    Result<void> writeKind(QChar sign, const Progress &progress);

    vault::SqlConnection &m_connection;
    std::vector<Person> m_people;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace consent::cache
