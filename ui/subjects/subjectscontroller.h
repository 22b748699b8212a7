#pragma once

#include "base/id.h"
#include "desk/exchange/syncviews.h"

#include <QObject>
#include <QString>

namespace consent::desk {
class SubjectDesk;
class SyncDesk;
} // namespace consent::desk

namespace consent::ui {

class SubjectsPage;

/// Connects the page to the use case. UI thread.
class SubjectsController : public QObject
{
    Q_OBJECT

public:
    /// @param page, desk outlive this
    /// @param central asks the central store for who is not here; null where there is none. Outlives this.
    SubjectsController(SubjectsPage &page, desk::SubjectDesk &desk, desk::SyncDesk *central, QObject *parent);

    /// Opens a person on the page (from another page).
    void open(const SubjectId &subject);
    /// The same, where this person is the one shown.
    void lookAgain(const SubjectId &subject);

private:
    void search(const QString &text, quint64 ticket);
    void askCentral(desk::LookUpReason reason);
    void reveal(const SubjectId &subject, const QString &reason);

    SubjectsPage &m_page;
    desk::SubjectDesk &m_desk;
    desk::SyncDesk *m_central;
    QString m_answeredFor; ///< What the central store was asked for last.
    quint64 m_opening = 0; ///< The latest person asked for; an older answer is not shown.
};

} // namespace consent::ui
