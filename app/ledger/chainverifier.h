#pragma once

#include "ledger/chain.h"
#include "ledger/checkpoint.h"

#include <functional>
#include <map>
#include <vector>

namespace consent::ledger {

/// An event as a database keeps it: the signed text, and the columns beside it.
struct StoredEvent
{
    DeviceId device;
    qint64 seq = 0;
    QByteArray jws;
    QByteArray hash;
};

/// Port: the events to verify, ordered by device and then seq. Called by one thread at a time, never concurrently.
class EventSource
{
public:
    virtual ~EventSource() = default;
    EventSource(const EventSource &) = delete;
    EventSource &operator=(const EventSource &) = delete;

    /// The next ones, at most `limit`; empty when there are no more.
    virtual Result<std::vector<StoredEvent>> next(std::size_t limit) = 0;

protected:
    EventSource() = default;
};

enum class ChainFault {
    Unreadable,    ///< The text is no event in canonical form.
    WrongHash,     ///< The stored hash is not that of the text.
    Misplaced,     ///< Device or seq beside the text are not those in it.
    UnknownDevice, ///< No enrolment that announces a key, or not the key that was expected.
    WrongKey,      ///< Signed with another key than the device's.
    BadSignature,  ///< Altered after signing.
    BadContent,    ///< The facts of a type that we know are not in its form.
    Missing,       ///< An event between two others, or before the first, is gone.
    Fork,          ///< Two events with one number.
    WrongPrev,     ///< Does not follow from the event before it.
    Rewritten,     ///< Not the event that a checkpoint or the device itself remembers.
    CutOff         ///< The end of the chain is gone.
};

struct BrokenEvent
{
    DeviceId device;
    qint64 seq = 0;
    ChainFault fault = ChainFault::Unreadable;
    QString detail; ///< For the log and the technical report; nothing personal.

    friend bool operator==(const BrokenEvent &, const BrokenEvent &) = default;
};

/// A sentence for a person that names the event and what is wrong with it.
QString describe(const BrokenEvent &broken);

/// How far a device's chain is verified: enough to go on from there another time.
struct VerifiedDevice
{
    ChainHead head;
    QJsonObject publicKey; ///< JWK from the enrolment.
};

struct VerificationReport
{
    qint64 events = 0;                           ///< Events that verified.
    qint64 skipped = 0;                          ///< Events after the broken one of a device: not looked at.
    std::map<DeviceId, VerifiedDevice> verified; ///< Up to the last good event of each device.
    std::vector<BrokenEvent> broken;             ///< The first of each device that has one, in the order of the source.
    bool complete = true;                        ///< False when it was cancelled.

    bool intact() const noexcept { return complete && broken.empty(); }
};

/// Verifies device chains: every signature, hash, number and link, in one pass over a stream, with all cores.
class ChainVerifier
{
public:
    struct Options
    {
        unsigned threads = 0; ///< 0: one a core.
        std::size_t batch = 4096;
        /// The source holds a selection (the working set of a desk): a hole in a chain is no fault, and links are
        /// checked where two events follow each other.
        bool selection = false;
    };

    ChainVerifier() = default;
    explicit ChainVerifier(Options options)
        : m_options(options)
    {
    }

    /// Goes on after what was verified before; the source starts behind it.
    void resume(const DeviceId &device, const VerifiedDevice &verified) { m_verified[device] = verified; }
    /// What must be found: a head remembered elsewhere (a checkpoint, the device's own state).
    void expectHead(const DeviceId &device, const ChainHead &head) { m_expectedHeads[device].push_back(head); }
    /// The key that a device must have. Without it the enrolment is believed: whoever can rewrite the whole database
    /// could put another chain, signed by a key of his own, in the place of a device's.
    void expectKey(const DeviceId &device, const QString &thumbprint) { m_expectedKeys[device] = thumbprint; }

    /// @param progress called on this thread after each batch with the number verified so far; false cancels
    /// @return an Error only when the source fails; what is broken is in the report.
    Result<VerificationReport> run(EventSource &source, const std::function<bool(qint64 events)> &progress = {});

private:
    Options m_options;
    std::map<DeviceId, VerifiedDevice> m_verified;
    std::map<DeviceId, std::vector<ChainHead>> m_expectedHeads;
    std::map<DeviceId, QString> m_expectedKeys;
};

} // namespace consent::ledger
