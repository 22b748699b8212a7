#pragma once

#include "base/result.h"
#include "desk/people/subjectviews.h"

#include <QFuture>
#include <QObject>

#include <stop_token>

namespace consent::desk {

class DeskCore;

/// Finding and viewing people. UI thread; the work is done on the cache thread. Every answer that shows a person is in
/// the access log (PIPA safety standard; PRODUCT.md rule 8).
class SubjectDesk : public QObject
{
    Q_OBJECT

public:
    SubjectDesk(DeskCore &core, QObject *parent); // core outlives this

    /// People that fit a fragment of name, initial consonants, phone digits, birth date or receipt number; best first,
    /// at most 50. A newer search makes waiting older ones come back Cancelled. An empty text finds nobody.
    QFuture<Result<std::vector<SubjectSummary>>> search(const QString &text);

    /// Opens a person; logged as a view.
    QFuture<Result<SubjectCard>> open(const SubjectId &subject);

    /// Uncovers what is masked.
    /// @param reason what the person at the desk says it is needed for; InvalidArgument when empty.
    QFuture<Result<SubjectDetails>> reveal(const SubjectId &subject, const QString &reason);

private:
    DeskCore &m_core;
    std::stop_source m_search; ///< Stops the search before.
};

} // namespace consent::desk
