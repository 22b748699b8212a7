#pragma once

#include "base/id.h"
#include "ledger/mergefacts.h"

#include <QObject>
#include <QTimer>

namespace consent::desk {
class MergeDesk;
}

namespace consent::ui {

class SubjectsPage;

/// Connects the panel of double registrations to the use case. UI thread.
class MergeController : public QObject
{
    Q_OBJECT

public:
    /// @param page, desk outlive this
    MergeController(SubjectsPage &page, desk::MergeDesk &desk, QObject *parent);

    /// Looks again for what is offered: after something was recorded or came from the central store.
    void lookAgain() { m_soon.start(); }

private:
    void refresh();
    void count();
    void compare(const SubjectId &one, const SubjectId &other);
    void merge(const SubjectId &into, const SubjectId &from);
    void keepApart(const SubjectId &one, const SubjectId &other, const QString &name);
    void separate(const SubjectId &subject, const MergeId &merge, const QString &name);
    void separateLast(const SubjectId &subject);

    SubjectsPage &m_page;
    desk::MergeDesk &m_desk;
    QTimer m_soon;
};

} // namespace consent::ui
