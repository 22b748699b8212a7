#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// A call in progress, so that a crash comes back to the same clause. At most one for each user on each device.
/// Cache thread only; opens no transaction.
class DraftStore
{
public:
    struct Draft
    {
        UtcTime at{};    ///< When it was last written.
        QByteArray body; ///< As the writer made it.

        friend bool operator==(const Draft &, const Draft &) = default;
    };

    explicit DraftStore(vault::SqlConnection &connection); // outlives this

    Result<void> put(const UserId &user, const DeviceId &device, const Draft &draft);
    Result<std::optional<Draft>> find(const UserId &user, const DeviceId &device) const;
    /// Nothing happens when there is none.
    Result<void> remove(const UserId &user, const DeviceId &device);

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
