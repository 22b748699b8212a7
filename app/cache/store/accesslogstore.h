#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "cache/store/numbers.h"

#include <QString>

#include <optional>
#include <vector>

namespace consent::vault {
class SqlStatement;
}

namespace consent::cache {

/// Who did what with whose data, when and from where (PIPA safety standard; PRODUCT.md rule 8). Appended only.
/// Cache thread only; opens no transaction: an entry belongs into the transaction of what it tells of.
class AccessLogStore
{
public:
    struct Entry
    {
        UtcTime at{};
        UserId user;
        DeviceId device;
        std::optional<SubjectId> subject; ///< Whose data; nothing for a search or a list.
        QString action;                   ///< Stable code: "view", "print", "export", "search", "reveal", ...
        QString reason;                   ///< As the user gave it, where one is asked for.

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit AccessLogStore(vault::SqlConnection &connection); // outlives this

    Result<void> append(const Entry &entry);
    /// Newest first, from `from` (inclusive) to `to` (exclusive).
    Result<std::vector<Entry>> between(UtcTime from, UtcTime to, int limit) const;
    /// In the order of writing, behind this number: for the central store.
    struct Numbered
    {
        qint64 number = 0;
        Entry entry;
    };
    Result<std::vector<Numbered>> after(qint64 number, int limit) const;
    Result<std::vector<Entry>> ofSubject(const SubjectId &subject, int limit) const;
    Result<qint64> count() const;

private:
    Result<std::vector<Entry>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    Numbers m_numbers;
};

} // namespace consent::cache
