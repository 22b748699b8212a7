#pragma once

#include "base/result.h"
#include "cache/projection/contactcheck.h"
#include "desk/contacts/contactviews.h"
#include "desk/contacts/provisionlog.h"
#include "domain/subject.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace consent::desk {

class ContactChecking;
class DeskCore;

/// What follows from consent once it was asked: ending it from any page, telling the outcome, asking again every two
/// years, linking guardians, provisions. UI thread; the work is done on the cache thread.
///
/// About taking back: what a person said has no undo. Only a new consent brings a consent back. What a hand mis-keyed
/// can be corrected, though: not by waiting before writing (what was acknowledged would be lost in a crash), but by a
/// second signed event that says so and why, from the same user on the same desk within ten minutes. Both stay in the
/// log for review.
class ContactDesk : public QObject
{
    Q_OBJECT

public:
    ContactDesk(DeskCore &core, QObject *parent); // core outlives this

    /// Who has this number (as typed), with what each can end. Logged as a view of each.
    QFuture<Result<StopTargets>> whoHas(const QString &number);
    /// The same for one person.
    QFuture<Result<StopTargets>> whoIs(const SubjectId &subject);

    /// Ends it now: signed, on disk when the future succeeds, first in the sync queue. Advertising is opted out of,
    /// anything else optional is withdrawn.
    /// @return InvalidArgument for a mandatory item (it ends by leaving only) or for nothing.
    QFuture<Result<RecordedEnding>> end(const SubjectId &subject, const Ending &ending);
    /// Ends it for a number of which nobody is known here: a person with nothing but the number is registered, so that
    /// contact-check refuses it and the centre learns of it.
    QFuture<Result<RecordedEnding>> endForNumber(const QString &number, const Ending &ending);
    /// A slip of the hand.
    /// @return NotAllowed when it is not this user's on this desk, or is too long ago.
    QFuture<Result<void>> takeBack(const RecordedEnding &ending, domain::MistakeReason reason);

    /// Outcomes that wait to be told, soonest first.
    QFuture<Result<std::vector<ResultNoticeRow>>> resultsToTell(int limit);
    /// The person of each was told its outcome now.
    QFuture<Result<void>> told(const std::vector<EventId> &about, domain::ToldBy channel);

    /// Who has to be asked again before this day (Korean date), or should have been.
    QFuture<Result<ReconfirmationList>> toReconfirm(QDate before, int limit);
    /// Records what came of asking one person about these items. Ended ends them at once.
    /// @param batch of which list; may be empty
    QFuture<Result<void>> reconfirm(const SubjectId &subject, const QStringList &items, domain::Reconfirmation outcome,
                                    const QString &batch);
    /// Writes the people to ask as CSV (name, number, items, since, before), newest format line first; logged with the
    /// purpose for each.
    /// @return how many people; InvalidArgument without a purpose.
    QFuture<Result<int>> exportBatch(const QString &path, QDate before, const QString &purpose);

    /// Begins a run of contact-check; logged once, with its purpose.
    /// @return InvalidArgument without a purpose.
    QFuture<Result<std::shared_ptr<ContactChecking>>> beginCheck(UtcTime at, const QString &purpose);
    /// Answers for a batch: a batch may have any size, but 50,000 or so go fastest.
    /// @param numbers digits (ContactChecking::digitsOf())
    QFuture<Result<std::vector<cache::ContactAnswers>>> check(std::shared_ptr<ContactChecking> run,
                                                              std::vector<QByteArray> numbers);
    /// Ends the run, which holds statements of the cache.
    QFuture<Result<void>> endCheck(std::shared_ptr<ContactChecking> run);

    /// Links a guardian, verified by a method of the organisation file.
    /// @return InvalidArgument for an unknown method or a person who is 14 or older.
    QFuture<Result<void>> linkGuardian(const SubjectId &subject, const domain::Guardian &guardian,
                                       const QString &method);
    /// See provisionlog::made().
    QFuture<Result<ProvisionId>> recordProvision(const SubjectId &subject, const ProvisionFacts &facts);

private:
    DeskCore &m_core;
};

} // namespace consent::desk
