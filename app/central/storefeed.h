#pragma once

#include "ledger/chain.h"
#include "ledger/chainverifier.h"
#include "ledger/datakeys.h"

#include <QByteArray>

#include <array>
#include <cstdint>
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
    /// Each device's in the order of seq. Events about subjects of other branches are left out, so that there are holes
    /// in the chains of others: verify signatures, and links where two events follow each other.
    std::vector<ledger::StoredEvent> events;
    QByteArray cursor; ///< Where to go on.
    bool more = false;
    std::vector<ledger::WrappedDataKey> dataKeys; ///< Of the subjects in the page.
    QByteArray checkpoint;                        ///< The latest signed one; empty when there is none.
};

/// The bits of BlockEntry::channels: 1 << domain::Channel. The numbers are part of the format.
enum ChannelBit : std::uint8_t { PhoneBit = 2, SmsBit = 4, EmailBit = 8, PostBit = 16 };

/// Ways on which a telephone number's owner may not be reached for advertising (Network Act 50(2)).
struct BlockEntry
{
    static constexpr std::size_t PrefixBytes = 8;

    std::array<std::uint8_t, PrefixBytes> prefix{}; ///< The first bytes of BlindIndex::phone.
    std::uint8_t channels = 0;                      ///< ChannelBit; of all who have the number.
    bool allOptional = false;                       ///< Everything optional was ended.

    bool blocks() const noexcept { return channels != 0 || allOptional; }
    friend bool operator==(const BlockEntry &, const BlockEntry &) = default;
};

struct BlockPage
{
    std::vector<BlockEntry> entries; ///< The state of each number that changed; one that blocks nothing any more too.
    QByteArray cursor;               ///< Opaque, not that of pull().
    bool more = false;
};

enum class EvidenceStatus {
    Missing,  ///< Nothing of it is there.
    Partial,  ///< Go on at `stored`.
    Complete, ///< All of it is there, and its hash is right.
    BadHash,  ///< All of it came and its hash was wrong: dropped, begin anew.
    Erased    ///< Of an erased subject: not kept.
};

struct EvidenceState
{
    EvidenceStatus status = EvidenceStatus::Missing;
    qint64 total = 0;  ///< Bytes; 0 while missing.
    qint64 stored = 0; ///< Bytes from the start without a gap.

    friend bool operator==(const EvidenceState &, const EvidenceState &) = default;
};

/// What became of an erasure.
struct Erased
{
    UtcTime at{};        ///< When the keys were destroyed, first.
    qint64 keys = 0;     ///< Data keys that this call destroyed; 0 when it was done before.
    int newestEpoch = 0; ///< The newest epoch that the keys were wrapped under: the erasure is final with its end.

    friend bool operator==(const Erased &, const Erased &) = default;
};

} // namespace consent::central
