#pragma once

#include "base/id.h"

#include <QObject>

namespace consent::desk {
class SubjectDesk;
}

namespace consent::ui {

class SubjectsPage;

/// Connects the page to the use case. UI thread.
class SubjectsController : public QObject
{
    Q_OBJECT

public:
    /// @param page, desk outlive this
    SubjectsController(SubjectsPage &page, desk::SubjectDesk &desk, QObject *parent);

    /// Opens a person on the page (from another page).
    void open(const SubjectId &subject);
    /// The same, where this person is the one shown.
    void lookAgain(const SubjectId &subject);

private:
    void search(const QString &text, quint64 ticket);
    void reveal(const SubjectId &subject, const QString &reason);

    SubjectsPage &m_page;
    desk::SubjectDesk &m_desk;
    quint64 m_opening = 0; ///< The latest person asked for; an older answer is not shown.
};

} // namespace consent::ui
