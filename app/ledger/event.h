#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace consent {

using DataKeyId = Id<struct DataKeyTag>; ///< One subject's data key.

}

namespace consent::ledger {

/// The newest event format (`v`) that this program writes and projects. A newer one is kept, verified and passed on,
/// but not projected.
constexpr int currentEventVersion = 1;

/// One fact, as it stands in the payload of a signed event. Immutable once signed.
struct Event
{
    EventId id;
    DeviceId device;
    qint64 seq = 0;    ///< 1, 2, 3 ... on its device, without a gap.
    QByteArray prev;   ///< SHA-256 (32 bytes) of the device's previous compact JWS; empty for seq 1.
    UtcTime at{};      ///< By the device's clock.
    qint64 skewMs = 0; ///< Device clock minus central clock at the last contact.
    UserId actor;
    QString branch;
    std::optional<SubjectId> subject;
    QString type; ///< See eventtypes.h; an unknown type is kept and not projected.
    int v = currentEventVersion;
    QJsonObject facts; ///< Nothing personal.
    QByteArray sealed; ///< Compact JWE with the personal part, or empty.

    friend bool operator==(const Event &, const Event &) = default;
};

/// An event with the exact text that was signed.
struct SignedEvent
{
    Event event;
    QByteArray jws;  ///< RFC 7515 compact text.
    QByteArray hash; ///< SHA-256 (32 bytes) of `jws`: what the next event of the device names as `prev`.
    QString kid;     ///< RFC 7638 thumbprint of the device's key, from the header. Not yet a proof: see ChainVerifier.

    friend bool operator==(const SignedEvent &, const SignedEvent &) = default;
};

/// What an event may measure; anything larger is refused before it is looked into.
struct EventLimits
{
    static constexpr qsizetype compactBytes = 8 * 1024 * 1024; ///< A published notice carries its source.
    static constexpr int jsonDepth = 16;
    static constexpr qsizetype branchCharacters = 64;
    static constexpr qsizetype typeCharacters = 64;
};

/// Reads a compact JWS strictly: header exactly alg ES256, kid, typ; payload in the one canonical JSON form (so that
/// two texts never mean the same event), every field present with its type and range, ids canonical, sizes within the
/// limits. Does not check the signature.
/// @return Damaged when the text is no event.
Result<SignedEvent> parseEvent(const QByteArray &compactJws);

/// The canonical payload: compact UTF-8 JSON with sorted names.
QByteArray eventPayload(const Event &event);

/// SHA-256 (32 bytes) of the compact text.
QByteArray eventHash(const QByteArray &compactJws);

/// The moment by which events are put in order, whatever the device's clock said: at - skewMs, but never at or before
/// the fact `after` (ms, optional): the order time of the latest event about this subject that the desk knew when it
/// recorded this one. So what a person said later is later even when a PC's clock was wrong or was set back.
UtcTime orderTime(const Event &event);

/// Total order of events: (order time, device, seq).
bool orderedBefore(const Event &a, const Event &b);

} // namespace consent::ledger
