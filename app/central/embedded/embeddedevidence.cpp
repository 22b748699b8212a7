#include "central/embedded/embeddedevidence.h"

#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "vault/database/sqltransaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

Error otherEvidence()
{
    return {ErrorKind::Conflict,
            QCoreApplication::translate("Central",
                                        "A recording or document of this PC contradicts one at the central store. "
                                        "Nothing was lost. Call the administrator."),
            u"evidence is there with another size or subject"_s};
}

} // namespace

Result<EvidenceState> EmbeddedEvidence::state(const QByteArray &sha256)
{
    auto rows = m_connection.statement(u"SELECT total, stored FROM evidence WHERE sha256 = ?"_s);
    const auto found = rows.bind(sha256).next();
    if (!found)
        return found.error();
    if (!*found)
        return EvidenceState{};
    const qint64 total = rows.integer(0);
    const qint64 stored = rows.integer(1);
    return EvidenceState{stored == total ? EvidenceStatus::Complete : EvidenceStatus::Partial, total, stored};
}

Result<EvidenceState> EmbeddedEvidence::putChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total,
                                                 qint64 offset, const QByteArray &bytes)
{
    if (const QString fault = chunkFault(sha256, total, offset, bytes); !fault.isEmpty())
        return refusedCall(fault);
    auto transaction = vault::SqlTransaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    const auto erased = m_connection.number(u"SELECT count(*) FROM tombstone WHERE subject = ?"_s, subject.toString());
    if (!erased)
        return erased.error();
    if (*erased != 0)
        return EvidenceState{EvidenceStatus::Erased, 0, 0};
    auto before = state(sha256);
    if (!before)
        return before;
    if (before->status == EvidenceStatus::Missing) {
        if (offset != 0)
            return before;
        auto added = m_connection.run(u"INSERT INTO evidence(sha256, subject, total, stored) VALUES(?, ?, ?, 0)"_s,
                                      sha256, subject.toString(), total);
        if (!added)
            return added.error();
        before = EvidenceState{EvidenceStatus::Partial, total, 0};
    }
    const auto same =
        m_connection.number(u"SELECT count(*) FROM evidence WHERE sha256 = ? AND subject = ? AND total = ?"_s, sha256,
                            subject.toString(), total);
    if (!same)
        return same.error();
    if (*same == 0)
        return otherEvidence();
    if (offset != before->stored)
        return before;
    if (auto kept = m_connection.run(u"INSERT INTO evidence_chunk(sha256, first, bytes) VALUES(?, ?, ?)"_s, sha256,
                                     offset, bytes);
        !kept)
        return kept.error();
    EvidenceState after{EvidenceStatus::Partial, total, offset + bytes.size()};
    if (auto moved = m_connection.run(u"UPDATE evidence SET stored = ? WHERE sha256 = ?"_s, after.stored, sha256);
        !moved)
        return moved.error();
    if (after.stored == total) {
        const auto right = hashIsRight(sha256);
        if (!right)
            return right.error();
        after.status = *right ? EvidenceStatus::Complete : EvidenceStatus::BadHash;
    }
    if (after.status == EvidenceStatus::BadHash) {
        after.stored = 0;
        if (auto dropped = drop(sha256); !dropped)
            return dropped.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return after;
}

Result<QByteArray> EmbeddedEvidence::chunk(const QByteArray &sha256, qint64 offset, qint64 length)
{
    if (const QString fault = readFault(sha256, offset, length); !fault.isEmpty())
        return refusedCall(fault);
    const auto present = state(sha256);
    if (!present)
        return present.error();
    if (present->status != EvidenceStatus::Complete)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Central",
                                                 "The central store does not have this recording or document. It may "
                                                 "still be on the PC where it was made."),
                     u"evidence is not there whole"_s};
    QByteArray bytes;
    auto rows = m_connection.statement(u"SELECT first, bytes FROM evidence_chunk WHERE sha256 = ? AND first < ? "
                                       "AND first + length(bytes) > ? ORDER BY first"_s);
    rows.bind(sha256, offset + length, offset);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return bytes;
        const qint64 skip = std::max<qint64>(0, offset - rows.integer(0));
        bytes += rows.blob(1).mid(skip, length - bytes.size());
    }
}

Result<void> EmbeddedEvidence::forget(const SubjectId &subject)
{
    return m_connection.run(u"DELETE FROM evidence WHERE subject = ?"_s, subject.toString());
}

Result<bool> EmbeddedEvidence::hashIsRight(const QByteArray &sha256)
{
    crypto::Sha256 hash;
    auto rows = m_connection.statement(u"SELECT bytes FROM evidence_chunk WHERE sha256 = ? ORDER BY first"_s);
    rows.bind(sha256);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return crypto::toByteArray(hash.finish()) == sha256;
        hash.add(crypto::bytesOf(rows.blob(0)));
    }
}

Result<void> EmbeddedEvidence::drop(const QByteArray &sha256)
{
    return m_connection.run(u"DELETE FROM evidence WHERE sha256 = ?"_s, sha256);
}

} // namespace consent::central
