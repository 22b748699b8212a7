#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/store/numbers.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace consent::vault {
class SqlStatement;
}

namespace consent::cache {

/// Where the sealed bytes of a piece of evidence are. The numbers stand in the database.
enum class EvidenceState {
    Local = 0,      ///< On this PC, and not all of it at the centre.
    Uploaded = 1,   ///< On this PC and at the centre.
    Evicted = 2,    ///< At the centre only; this PC had it.
    Wanted = 3,     ///< At the centre; somebody here waits for it.
    Refused = 4,    ///< On this PC; the centre will not take it until somebody asks again.
    Unfetchable = 5 ///< Not on this PC; the centre does not give it until somebody asks again.
};

struct EvidenceFile
{
    QByteArray address; ///< 32 bytes
    SubjectId subject;
    qint64 total = 0; ///< Sealed bytes.
    EvidenceState state = EvidenceState::Local;
    UtcTime used{};

    bool isHere() const
    {
        return state == EvidenceState::Local || state == EvidenceState::Uploaded || state == EvidenceState::Refused;
    }
    friend bool operator==(const EvidenceFile &, const EvidenceFile &) = default;
};

/// A file that is being written.
struct EvidencePart
{
    QByteArray file; ///< 16 bytes: SealedHeader::file
    SubjectId subject;
    bool keep = false; ///< What is whole of it after a crash is evidence; else it is all or nothing.
    QJsonObject facts; ///< Of its owner.
    UtcTime since{};
};

/// Which files of evidence there are, and which are being written. Can be made again from the files and EvidenceIndex.
/// Cache thread only; opens no transaction.
class EvidenceFiles
{
public:
    explicit EvidenceFiles(vault::SqlConnection &connection); // outlives this

    Result<std::optional<EvidenceFile>> find(const QByteArray &address) const;
    Result<std::vector<EvidenceFile>> ofSubject(const SubjectId &subject) const;
    Result<std::vector<EvidenceFile>> all() const;
    /// The least recently used in this state, at most `limit`, last used before `before`.
    Result<std::vector<EvidenceFile>> inState(EvidenceState state, UtcTime before, int limit) const;
    /// The oldest that is to be sent: its event must be at the centre already, so that the centre knows whose it is.
    Result<std::optional<EvidenceFile>> nextToSend() const;
    Result<std::optional<EvidenceFile>> nextWanted() const;
    /// Adds it or takes its place.
    Result<void> put(const EvidenceFile &file);
    Result<void> setState(const QByteArray &address, EvidenceState state);
    Result<void> use(const QByteArray &address, UtcTime now);
    Result<void> remove(const QByteArray &address);

    Result<void> begin(const EvidencePart &part);
    Result<std::vector<EvidencePart>> parts() const;
    Result<void> endPart(const QByteArray &file);

private:
    Result<std::vector<EvidenceFile>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
