#pragma once

#include "desk/people/subjectviews.h"

#include <QObject>

#include <memory>

namespace consent::desk {
class DeskSession;
}

namespace consent::ui {

class GuardianLinkPanel;
class ProvisionPanel;

/// What can be recorded about a person outside a call: a guardian, a provision. Connects the panels to the use case.
/// UI thread.
class PersonTasks : public QObject
{
    Q_OBJECT

public:
    /// @param session, over (where the panels open) outlive this
    PersonTasks(desk::DeskSession &session, QWidget &over);
    ~PersonTasks() override;

    bool mayLinkGuardian() const;
    bool mayRecordProvision() const;
    void linkGuardian(const desk::SubjectSummary &child);
    void recordProvision(const desk::SubjectSummary &person);

Q_SIGNALS:
    void opened();
    void closed();
    /// On disk.
    void recorded(const consent::SubjectId &subject, const QString &sentence);

private:
    desk::DeskSession &m_session;
    std::unique_ptr<GuardianLinkPanel> m_guardian; ///< Their parent is the area they lie over.
    std::unique_ptr<ProvisionPanel> m_provision;
};

} // namespace consent::ui
