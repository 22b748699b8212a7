#pragma once

#include "base/result.h"
#include "desk/calls/callviews.h"
#include "desk/people/subjectviews.h"
#include "domain/subject.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace consent::desk {

class CallInProgress;
class DeskCore;
struct OpenDesk;

/// One call after the other: who calls, the script clause by clause, summary, save. UI thread; nothing here waits for
/// the disk. After every step the call as it stands is written to the vault as a draft, so that a crash comes back to
/// the same clause.
class CallDesk : public QObject
{
    Q_OBJECT

public:
    CallDesk(DeskCore &core, QObject *parent); // core outlives this
    ~CallDesk() override;

    // Who calls. None of these changes state().

    /// The people known under a number (as typed or as the exchange sent it).
    QFuture<Result<CallerMatches>> identify(const QString &number);
    /// What is wrong with the fields as typed; empty when the person can be taken up.
    std::vector<domain::FieldFault> check(const domain::Subject::Fields &fields) const;
    /// People already known who may be the same: same number, or same name and birth date.
    QFuture<Result<std::vector<SubjectSummary>>> similar(const domain::Subject::Fields &fields);

    // Beginning.

    /// NotFound when no script is published; Conflict when a call is going on.
    QFuture<Result<void>> begin(const SubjectId &subject, CallOptions options);
    /// The person is registered together with what the call leads to, not before. InvalidArgument as check().
    QFuture<Result<void>> beginNew(const domain::Subject::Fields &fields, CallOptions options);
    /// The call that a crash, a power cut or a lock interrupted, if there is one of this user.
    QFuture<Result<std::optional<InterruptedCall>>> interrupted();
    QFuture<Result<void>> resume();

    // The script. Immediate; each emits stateChanged().

    const CallState &state() const { return m_state; }
    Result<void> next();
    Result<void> answer(domain::Decision decision);
    Result<void> back();
    /// The ways to verify a guardian, code and words.
    std::vector<std::pair<QString, QString>> guardianMethods() const;
    Result<void> setGuardian(const domain::Guardian &guardian);
    Result<void> setNote(const QString &note);
    Result<void> setLanguage(domain::Language language);
    /// To the summary, from wherever the script stands.
    Result<void> end();
    /// Back from the summary into the script.
    Result<void> backToScript();

    // What is written at once or at the end.

    /// Opts the person out of the items now: a signed event, on disk when the future succeeds, first in the sync queue.
    /// It stands whatever becomes of the call. A new person is registered with it.
    /// @param codes items of advertising and marketing; empty for every optional one.
    QFuture<Result<void>> optOut(const QStringList &codes);
    /// Writes the record. Success means that it is on disk. On failure the call stands at the summary as it was.
    QFuture<Result<SavedCall>> save();
    /// Drops a call in which nothing was answered or that was begun by mistake; opt-outs that were confirmed stay.
    QFuture<Result<void>> discard();

Q_SIGNALS:
    void stateChanged();
    /// The draft could not be written: the call goes on, but a crash would lose what came since.
    void draftFailed(const consent::Error &error);

private:
    struct Current;
    using Begun = std::shared_ptr<CallInProgress>;

    Result<void> take(const Result<Begun> &begun);
    Result<Begun> readDraft(OpenDesk &open) const;
    /// An interrupted call is finished or dropped before another begins, so that nothing of it is overwritten.
    Result<void> requireNoDraft(OpenDesk &open) const;
    template <typename Step> Result<void> step(Step step);
    qint64 nowMs() const;
    void changed();
    void refreshState();

    DeskCore &m_core;
    std::unique_ptr<Current> m_current; ///< Empty while no call is going on.
    CallState m_state;
};

} // namespace consent::desk
