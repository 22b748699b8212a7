#pragma once

#include "base/result.h"
#include "desk/people/mergeviews.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace consent::desk {

class DeskCore;

/// Two registrations of one person, as two desks make them that can't see each other: found, compared, made one, and
/// taken apart again. UI thread; the work is done on the cache thread. Deciding takes Right::MergeSubjects.
class MergeDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostOffers = 200;

    MergeDesk(DeskCore &core, QObject *parent); // core outlives this

    bool mayDecide() const;
    /// What nobody has decided on yet.
    QFuture<Result<MergeOffers>> offers();
    /// How many pairs that are.
    QFuture<Result<qint64>> openCount();
    /// Both beside each other; a view of both in the access log.
    QFuture<Result<MergeComparison>> compare(const SubjectId &one, const SubjectId &other);
    /// From now on they are one person, which goes on as `into`. Can be undone.
    /// @return Conflict when they are one already, NotFound when one of them is not on this desk
    QFuture<Result<MergeId>> merge(const SubjectId &into, const SubjectId &from);
    /// They are two people: not offered again.
    QFuture<Result<void>> keepApart(const SubjectId &one, const SubjectId &other);
    /// The merges by which somebody is one, oldest first.
    QFuture<Result<std::vector<MergeView>>> mergesOf(const SubjectId &subject);
    /// That merge was a mistake. @return NotFound when it does not stand
    QFuture<Result<void>> separate(const SubjectId &subject, const MergeId &merge);

private:
    DeskCore &m_core;
};

} // namespace consent::desk
