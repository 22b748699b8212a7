#pragma once

#include "ledger/chain.h"
#include "ledger/chainverifier.h"
#include "ledger/checkpoint.h"
#include "ledger/datakeys.h"
#include "ledger/userkeys.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace consent::central {

enum class AppendAnswer {
    Accepted, ///< The new ones are stored, durably; those that were there already are the same.
    Replay,   ///< All were there already.
    Gap,      ///< The batch begins after the store's head: push again from there.
    Fork,     ///< The store has another event at one of these places: two devices use one identity.
    BadHash   ///< An event is unreadable, or its hash or its link inside the batch is wrong.
};

struct AppendReply
{
    AppendAnswer answer = AppendAnswer::Accepted;
    ledger::ChainHead head; ///< The store's head of the device, after the call.
    qint64 added = 0;

    friend bool operator==(const AppendReply &, const AppendReply &) = default;
};

struct PullPage
{
    std::vector<ledger::StoredEvent> events; ///< Each device's in the order of seq, without a gap after the cursor.
    QByteArray cursor;                       ///< Where to go on.
    bool more = false;
};

/// What a user needs to sign in on a desk: all of it sealed.
struct UserKeyMaterial
{
    ledger::UserKeyRecord keys;
    std::map<int, QByteArray> organisationKeys; ///< By epoch: compact JWE to the user's public key.

    friend bool operator==(const UserKeyMaterial &, const UserKeyMaterial &) = default;
};

/// Port: where desks exchange events and sealed keys. It reads no personal data and can't.
///
/// Every call is one transaction and blocks: worker threads only, and an object belongs to the thread that opened it.
/// Unavailable means that the outcome is unknown: the call may or may not have happened. Every call may be repeated.
class CentralStore
{
public:
    virtual ~CentralStore() = default;
    CentralStore(const CentralStore &) = delete;
    CentralStore &operator=(const CentralStore &) = delete;

    /// Appends to one device's chain, all of the new ones or none; (device, seq) makes it idempotent. The store checks
    /// numbers, links and hashes, not signatures (ChainVerifier does).
    /// @param batch of this device, seq ascending without a gap, not empty
    /// @return InvalidArgument for a batch in another form
    virtual Result<AppendReply> append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch) = 0;
    /// seq 0 for a device that the store does not know.
    virtual Result<ledger::ChainHead> head(const DeviceId &device) = 0;
    virtual Result<ledger::Heads> heads() = 0;

    /// Events after the cursor. The cursor is a vector of one seq a device, so that nothing that commits late is ever
    /// skipped; opaque to callers.
    /// @param cursor empty for all from the beginning
    /// @return InvalidArgument for a cursor that no store gave out
    virtual Result<PullPage> pull(const QByteArray &cursor, int limit) = 0;

    /// Stores wrapped keys; those there already with the same or a newer epoch stay.
    /// @return Conflict when an id is there for another subject
    virtual Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys) = 0;
    virtual Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects) = 0;

    /// Replaces the user's key pair and adds to (or replaces) the organisation keys by epoch.
    virtual Result<void> putUserKeys(const UserKeyMaterial &material) = 0;
    /// @return NotFound for a user without keys
    virtual Result<UserKeyMaterial> userKeys(const UserId &user) = 0;

protected:
    CentralStore() = default;
};

} // namespace consent::central
