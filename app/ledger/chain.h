#pragma once

#include "ledger/datakeys.h"
#include "ledger/event.h"

namespace consent::crypto {
class P256PrivateKey;
}

namespace consent::ledger {

/// Where a device's chain ends.
struct ChainHead
{
    qint64 seq = 0;  ///< 0 when the device has no event yet.
    QByteArray hash; ///< SHA-256 (32 bytes) of the last compact JWS; empty when seq is 0.

    friend bool operator==(const ChainHead &, const ChainHead &) = default;
};

/// What a use case wants recorded; the chain adds identity, order, time and signature.
struct EventDraft
{
    QString type;
    UserId actor;
    QString branch;
    std::optional<SubjectId> subject;
    QJsonObject facts;    ///< Nothing personal.
    QJsonObject personal; ///< Sealed under the subject's data key; empty: no sealed part.
};

/// Signs the events of one device, each naming the one before it.
///
/// Made anew inside every transaction from the head stored with the events (it is cheap), and thrown away with it:
/// so a rolled-back transaction takes its numbers back. One writer per device.
class DeviceChain
{
public:
    /// @param key the device's signing key; key and clock outlive the chain
    /// @param skewMs device clock minus central clock at the last contact
    DeviceChain(DeviceId device, const crypto::P256PrivateKey &key, const Clock &clock, ChainHead head,
                qint64 skewMs = 0);

    /// Seals the personal part, signs, and moves the head.
    /// @param dataKey of draft.subject; needed exactly when draft.personal is not empty
    /// @return InvalidArgument when the draft breaks a limit or key and subject do not fit; then the head is unmoved.
    Result<SignedEvent> append(const EventDraft &draft, const DataKey *dataKey = nullptr);

    /// The first event of a new device (device.enrolled), which carries the public half of the signing key.
    /// @param name how people call this PC; not personal
    Result<SignedEvent> enrol(const UserId &actor, const QString &branch, const QString &name);

    const ChainHead &head() const noexcept { return m_head; }

private:
    DeviceId m_device;
    const crypto::P256PrivateKey &m_key;
    const Clock &m_clock;
    ChainHead m_head;
    qint64 m_skewMs;
    QString m_kid;
};

/// Opens the personal part of an event.
/// @return NotFound when it has none, WrongKey when the key is another one, Damaged when it does not verify.
Result<QJsonObject> openPersonal(const Event &event, const DataKey &dataKey);

/// The id of the data key under which the personal part is sealed; nothing when there is none, or it is not readable.
std::optional<DataKeyId> dataKeyOf(const Event &event);

} // namespace consent::ledger
