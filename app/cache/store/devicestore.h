#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/p256.h"
#include "ledger/chain.h"

#include <QDate>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// This PC as a device: its signing key and where its chain ends. The head is kept apart from the events, so that a
/// store or a cache that lost the end of the chain is found out.
/// Cache thread only; opens no transaction: the caller groups advance() with the event.
class DeviceStore
{
public:
    struct OwnDevice
    {
        DeviceId id;
        ledger::ChainHead head;
        qint64 skewMs = 0;
    };

    explicit DeviceStore(vault::SqlConnection &connection); // outlives this

    /// Once in the life of a cache. @return AlreadyExists when there is a device.
    Result<void> create(const DeviceId &id, const crypto::P256PrivateKey &key);
    /// @return NotFound before create().
    Result<OwnDevice> load() const;
    Result<crypto::P256PrivateKey> privateKey() const;
    /// Moves the head to a new event of this device. @return Conflict unless it follows the present head.
    Result<void> advance(const ledger::SignedEvent &event);
    Result<void> setSkew(qint64 skewMs);
    /// The running number of this device's receipts on a day in Korea: 1, 2, 3 ... A transaction that is undone takes
    /// its number back.
    Result<int> nextReceipt(const QDate &day);

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
