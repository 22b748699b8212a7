#pragma once

#include "central/storefeed.h"
#include "central/storelookup.h"
#include "central/storesession.h"
#include "ledger/checkpoint.h"

#include <QByteArray>

#include <vector>

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::central {

/// Port: where desks exchange events and sealed keys. It reads no personal data and can't.
///
/// Every call is one transaction and blocks: worker threads only, and an object belongs to the thread that opened it.
/// Unavailable means that the outcome is unknown: the call may or may not have happened. Every call may be repeated.
/// Every call may also answer NotAllowed (the standing or the role does not permit it) and TooNew (see hello()).
class CentralStore
{
public:
    static constexpr qsizetype EvidenceChunkBytes = 256 * 1024;
    static constexpr qsizetype TokenBytes = 16;

    virtual ~CentralStore() = default;
    CentralStore(const CentralStore &) = delete;
    CentralStore &operator=(const CentralStore &) = delete;

    /// Begins every connection: ties it to a device. May be called again, for another device too.
    /// @param deviceSecret 32 bytes, from the enrolment; the store knows its SHA-256
    /// @param clientVersion of the program, for the log of the store
    /// @return TooNew when the store's schema is newer than this program, or too old for it; any Standing is a value
    virtual Result<Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                  const QString &clientVersion) = 0;

    /// Appends to one device's chain, all of the new ones or none; (device, seq) makes it idempotent. The store checks
    /// numbers, links and hashes, not signatures (ChainVerifier does). Data keys and tokens are pushed before.
    /// @param batch of this device, seq ascending without a gap, not empty. What counts is the signed text: what stands
    ///        beside it is believed by no store
    /// @return InvalidArgument for a batch in another form; NotAllowed for another device than that of hello()
    virtual Result<AppendReply> append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch) = 0;
    /// seq 0 for a device that the store does not know.
    virtual Result<ledger::ChainHead> head(const DeviceId &device) = 0;
    virtual Result<ledger::Heads> heads() = 0;
    /// Makes the store find subjects by these. Those of erased subjects are dropped.
    /// @return InvalidArgument for a token that is not 16 bytes
    virtual Result<void> putSubjectTokens(const std::vector<SubjectToken> &tokens) = 0;

    /// Events after the cursor that concern the device's branch: without a subject, or of subjects linked to the branch
    /// (by an event of it or by a redeemed look-up) and touched within the store's cacheDays. A subject linked later
    /// than the cursor passed its first events is whole only by ask() and redeem(). The cursor is a vector of one seq a
    /// device, so that nothing that commits late is ever skipped; opaque to callers.
    /// @param cursor empty for all from the beginning
    /// @return InvalidArgument for a cursor that no store gave out
    virtual Result<PullPage> pull(const QByteArray &cursor, int limit) = 0;
    /// The opt-out list of every branch: what changed after the cursor. A channel is blocked while the latest word of
    /// somebody who has the number ended it and no item of theirs on that channel stands granted.
    /// @param cursor empty for the whole list
    virtual Result<BlockPage> pullContactBlocks(const QByteArray &cursor, int limit) = 0;

    /// Reads of personal data take two steps: ask() writes the access log and the quota, redeem() gives the data once.
    /// @return InvalidArgument for a question in another form; a refusal is a value
    virtual Result<Ticket> ask(const LookUp &question) = 0;
    /// Also links the subjects to the device's branch, and records that this device holds them.
    virtual Result<Redeemed> redeem(const Ticket &ticket) = 0;
    /// This device no longer holds them: evicted.
    virtual Result<void> release(const std::vector<SubjectId> &subjects) = 0;
    /// The desk's access log, to be kept at the store. By id idempotent.
    virtual Result<void> logAccess(const std::vector<AccessEntry> &entries) = 0;

    /// Stores wrapped keys; those there already with the same or a newer epoch stay. Those of erased subjects are
    /// dropped without a word, so that an old desk can't bring them back.
    /// @return Conflict when an id is there for another subject
    virtual Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys) = 0;
    /// Of those subjects alone that this device may hold: linked to its branch.
    virtual Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects) = 0;
    /// Replaces the user's own key pair and adds to (or replaces) the organisation keys by epoch.
    virtual Result<void> putUserKeys(const UserKeyMaterial &material) = 0;
    /// @return NotFound for a user without keys
    virtual Result<UserKeyMaterial> userKeys(const UserId &user) = 0;
    /// Everybody who may sign in, or could once; by login.
    virtual Result<std::vector<StaffRecord>> roster() = 0;

    /// @param sha256 32 bytes, of the sealed bytes
    virtual Result<EvidenceState> evidenceState(const QByteArray &sha256) = 0;
    /// Takes the next piece of an upload. A piece that is there already changes nothing; one after a hole is not taken.
    /// Go on at `stored` of the answer.
    /// @param total of the whole, 1 byte to 1 GiB; the same each time
    /// @param offset a multiple of EvidenceChunkBytes
    /// @param bytes EvidenceChunkBytes, fewer only at the end
    /// @return InvalidArgument for a piece in another form; Conflict when the total or the subject is another one
    virtual Result<EvidenceState> putEvidenceChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total,
                                                   qint64 offset, const QByteArray &bytes) = 0;
    /// @param length at most EvidenceChunkBytes; fewer bytes come at the end only
    /// @return NotFound when it is not there whole
    virtual Result<QByteArray> evidenceChunk(const QByteArray &sha256, qint64 offset, qint64 length) = 0;

    /// Destroys the subject's wrapped keys, tokens and evidence, and leaves a tombstone. Privacy officers only.
    virtual Result<Erased> eraseSubject(const SubjectId &subject) = 0;

protected:
    CentralStore() = default;
};

} // namespace consent::central
