#pragma once

#include "desk/people/subjectviews.h"
#include "ui/common/keyhint.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace consent::ui {

class InlineNotice;
class StatusChip;

/// On the card of a person: whether their data is frozen, and what can be recorded about them outside a call. Its keys
/// count while it is in sight.
class CardTasks : public QWidget
{
    Q_OBJECT

public:
    explicit CardTasks(QWidget *parent = nullptr);

    void setCard(const desk::SubjectCard &card);
    /// What the person at the desk may record.
    void setRights(bool mayLinkGuardian, bool mayRecordProvision);
    KeyHints keys() const;
    /// Something was recorded. Goes with the person.
    void sayDone(const QString &sentence);

Q_SIGNALS:
    void guardianRequested(const consent::desk::SubjectSummary &child);
    void provisionRequested(const consent::desk::SubjectSummary &person);

protected:
    void changeEvent(QEvent *event) override;

private:
    bool offersGuardian() const;
    bool offersProvision() const;
    void requestGuardian();
    void requestProvision();
    void retranslate();

    std::optional<desk::SubjectSummary> m_person;
    bool m_under14 = false;
    bool m_isFrozen = false;
    bool m_mayLinkGuardian = false;
    bool m_mayRecordProvision = false;
    StatusChip *m_frozen;
    QPushButton *m_guardian;
    QPushButton *m_provision;
    InlineNotice *m_notice;
};

} // namespace consent::ui
