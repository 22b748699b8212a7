#pragma once

#include "base/result.h"
#include "cache/evidence/evidenceindex.h"
#include "cache/projection/contactprojection.h"
#include "cache/projection/mergecandidates.h"
#include "cache/projection/mergestore.h"
#include "cache/projection/requestprojection.h"
#include "cache/projection/subjectstore.h"
#include "cache/store/eventstore.h"

#include <QJsonObject>

#include <atomic>
#include <functional>
#include <optional>

namespace consent::cache {

class ConsentLogStore;
class ConsentStateStore;
class DocumentStore;

/// Turns events into what is shown: people, consent states, the log, documents. The result depends on which events
/// there are and on nothing else: not on the order in which they arrived, nor on how often one was applied. Cache
/// thread only. apply() opens no transaction: the caller groups it with the event.
class Projector
{
public:
    /// Opens the personal part of an event. Nothing when it has none or can't be opened (erased, key not held): then
    /// only what is not personal is projected. An Error stops.
    using Opener = std::function<Result<std::optional<QJsonObject>>(const ledger::SignedEvent &)>;
    /// Called now and then with what is done and what there is.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    struct Difference
    {
        QString what; ///< Table and id of what differs, for the log: nothing personal.
    };

    /// All outlive this.
    Projector(vault::SqlConnection &connection, EventStore &events, SubjectStore &subjects, ConsentStateStore &states,
              ConsentLogStore &log, DocumentStore &documents);

    Result<void> apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal);

    /// Projects one person's events anew: after their key arrived, or was destroyed. Opens no transaction.
    Result<void> reproject(const SubjectId &subject, const Opener &open);

    /// Drops what is shown of one person: their events leave this PC. Opens no transaction.
    Result<void> forget(const SubjectId &subject);

    /// Drops every projection and replays all events. In transactions of its own; until it has ended, wasInterrupted()
    /// is true, also after a crash.
    /// @return how many events were replayed.
    Result<qint64> rebuild(const Opener &open, const Progress &progress = {},
                           const std::atomic_bool *cancelled = nullptr);
    /// A rebuild was begun and did not end: what is shown is not complete, rebuild again.
    Result<bool> wasInterrupted() const;
    /// For who fills the cache in steps: sets or takes away the mark that wasInterrupted() reads.
    Result<void> markIncomplete(bool incomplete);

    /// Whether what is stored equals a replay of all events in canonical order. Changes nothing.
    /// @return the first difference, or nothing.
    Result<std::optional<Difference>> compare(const Opener &open, const Progress &progress = {},
                                              const std::atomic_bool *cancelled = nullptr);

private:
    Result<void> registered(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    Result<void> corrected(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    Result<void> captured(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    Result<void> ended(const StoredEvent &stored);
    Result<void> mistaken(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    Result<void> published(const StoredEvent &stored);
    Result<void> keep(const SubjectRecord &record);
    Result<SubjectRecord> record(const SubjectId &subject);
    Result<void> takeMembership(SubjectRecord &record, const StoredEvent &stored, domain::MembershipState state);
    Result<void> takeFields(SubjectRecord &record, const StoredEvent &stored, const QJsonObject &personal);
    /// Nothing is shown of an erased person, whatever arrives.
    Result<bool> isErased(const SubjectId &subject) const;
    Result<void> dropPerson(const SubjectId &subject, qint64 number);
    Result<QByteArray> digestOfPerson(qint64 number) const;
    Result<std::optional<Difference>> comparePerson(qint64 number, const Opener &open);
    Result<std::optional<Difference>> compareDocuments();
    Result<std::optional<Difference>> compareDays();

    vault::SqlConnection &m_connection;
    EventStore &m_events;
    SubjectStore &m_subjects;
    ConsentStateStore &m_states;
    ConsentLogStore &m_log;
    DocumentStore &m_documents;
    EvidenceIndex m_evidence;
    MergeStore m_merges;
    MergeCandidates m_candidates;
    mutable Numbers m_numbers;
    ContactProjection m_contacts;
    RequestProjection m_requests;
};

} // namespace consent::cache
