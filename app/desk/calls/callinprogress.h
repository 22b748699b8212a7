#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/calls/callviews.h"
#include "desk/session/staff.h"
#include "domain/organisation.h"
#include "domain/scriptrun.h"
#include "domain/subject.h"
#include "ledger/consentfacts.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace consent::desk {

/// The documents that a call is held by.
struct CallDocuments
{
    std::shared_ptr<const domain::Script> script;
    ledger::DocumentReference scriptReference;
    ledger::DocumentReference noticeReference;
};

/// One call as it stands: the person, the script run, note, opt-outs. Pure: knows no disk and no clock; times come in
/// as milliseconds since the call began. toJson()/fromJson() bring it back to the very same clause.
class CallInProgress
{
public:
    struct Beginning
    {
        domain::Subject subject;
        bool newSubject = false;      ///< Not registered in the ledger yet.
        std::vector<ItemState> known; ///< What stood before the call, one for each item of the script.
        CallOptions options;
        StaffMember agent;
        UtcTime at;
        QString requestsLine{}; ///< See CallState; not part of the draft.
    };

    /// @param organisation outlives this
    /// @return InvalidArgument when the script has no such method or language.
    static Result<CallInProgress> begin(CallDocuments documents, const domain::Organisation &organisation,
                                        Beginning beginning);

    const ContactId &contact() const { return m_contact; }
    const domain::Subject &subject() const { return m_begun.subject; }
    bool subjectIsNew() const { return m_begun.newSubject; }
    void subjectWasRegistered() { m_begun.newSubject = false; }
    UtcTime startedAt() const { return m_begun.at; }
    const QString &requestsLine() const { return m_begun.requestsLine; }
    const CallOptions &options() const { return m_begun.options; }
    const CallDocuments &documents() const { return m_documents; }
    const domain::ScriptRun &run() const { return m_run; }
    const domain::ScriptRun *summary() const { return m_summary ? &*m_summary : nullptr; } ///< The finished run.
    const std::vector<ItemState> &known() const { return m_begun.known; }
    const QStringList &optedOutCodes() const { return m_optedOutCodes; }
    const std::vector<QString> &warnings() const { return m_warnings; } ///< About what just happened.
    /// The guardian's name and contact have to be known before going on.
    bool lacksGuardian() const;
    const QString &note() const { return m_note; }
    bool atSummary() const { return m_summary.has_value(); }
    /// The latest moment that anything in the call happened at.
    qint64 latestMs() const;
    bool hasAnswers() const { return !m_run.answers().empty(); }

    Result<void> next(qint64 atMs);
    Result<void> answer(domain::Decision decision, qint64 atMs);
    Result<void> back(qint64 atMs);
    Result<void> toSummary(qint64 atMs);
    Result<void> backToScript();
    Result<void> setLanguage(domain::Language language);
    Result<void> setGuardian(const domain::Guardian &guardian);
    static constexpr qsizetype longestNote = 4000; ///< Characters.
    /// @return InvalidArgument when it is too long; then the note before it stands.
    Result<void> setNote(const QString &note);
    /// Marks what was opted out of (already recorded), so that the script asks for it no more.
    Result<void> optedOut(const QStringList &codes, qint64 atMs);

    /// What an opt-out of these items (empty: everything optional) has to record.
    /// @return InvalidArgument for an item that is mandatory or unknown.
    Result<ledger::ConsentEnded> optOutFacts(const QStringList &codes) const;
    /// The facts of the contact. Precondition: atSummary().
    ledger::ConsentCaptured capturedFacts(const QString &receipt) const;
    /// The personal part that is sealed with them.
    QJsonObject personal() const;

    QJsonObject toJson() const;
    /// By which documents a draft was held, so that they can be found; nothing when it is malformed.
    static std::optional<std::pair<ledger::DocumentReference, ledger::DocumentReference>>
    referencesIn(const QJsonObject &json);
    /// @return Conflict when it isn't a call by these documents, InvalidArgument when it is malformed.
    static Result<CallInProgress> fromJson(const QJsonObject &json, CallDocuments documents,
                                           const domain::Organisation &organisation, const StaffMember &agent);

private:
    CallInProgress(CallDocuments documents, const domain::Organisation &organisation, Beginning beginning,
                   ContactId contact, domain::ScriptRun run);

    Result<void> took(const domain::ScriptRun &ran, Result<domain::ScriptRun::Step> step);
    void refreshValues();

    CallDocuments m_documents;
    const domain::Organisation *m_organisation;
    Beginning m_begun;
    ContactId m_contact;
    domain::ScriptRun m_run;                    ///< Never finished: one can always go back into it.
    std::optional<domain::ScriptRun> m_summary; ///< The finished run while the summary shows.
    QStringList m_optedOutCodes;
    QString m_note;
    std::vector<QString> m_warnings;
};

} // namespace consent::desk
