#pragma once

#include "desk/people/subjectviews.h"
#include "domain/organisation.h"
#include "ui/contacts/taskpanel.h"

#include <optional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace consent::ui {

class FormField;

/// Records that data of a person goes to a third party: to whom, what for, which items, on what it rests (PIPA 17;
/// policy chapter 6). Offers what the register of the organisation file lists, nothing else.
class ProvisionPanel : public TaskPanel
{
    Q_OBJECT

public:
    /// @param organisation whose register; outlives this
    ProvisionPanel(const domain::Organisation &organisation, QWidget *over);

    void openFor(const desk::SubjectSummary &person);

Q_SIGNALS:
    void provisionRequested(const consent::SubjectId &person, const consent::desk::ProvisionFacts &facts);

protected:
    void submit() override;
    void retranslate() override;

private:
    const domain::Organisation::ThirdParty *recipient() const;
    void offerRecipients();
    /// Purposes, items and period follow the recipient.
    void follow();

    const domain::Organisation &m_organisation;
    std::optional<desk::SubjectSummary> m_person;
    QComboBox *m_recipient;
    FormField *m_recipientField;
    QComboBox *m_purpose;
    FormField *m_purposeField;
    QLabel *m_itemsTitle;
    QWidget *m_items;
    std::vector<std::pair<QString, QCheckBox *>> m_itemBoxes;
    QComboBox *m_basis;
    FormField *m_basisField;
    QLabel *m_period;
};

} // namespace consent::ui
