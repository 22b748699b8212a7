#pragma once

#include "ui/requests/requestpanel.h"
#include "ui/requests/requestsource.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QPlainTextEdit;
class QSpinBox;

namespace consent::ui {

class FormField;

/// One of the steps that take a few words: ask for papers, pause, go on, extend, refuse, do it, tell a recipient,
/// cancel, expire.
class StepPanel : public RequestPanel
{
    Q_OBJECT

public:
    explicit StepPanel(QWidget *parent = nullptr);

    /// Empties it for a step of this request and puts the focus where typing begins.
    void prepare(domain::RequestStep step, const desk::RequestView &request);
    /// The same for ending the stop of use that a fulfilled suspension put on the person.
    void prepareLift(const desk::RequestView &request);
    RequestMove move() const;

private:
    void offerPapers(const desk::RequestView &request);
    void offerRecipients(const desk::RequestView &request);
    void name();

    domain::RequestStep m_step = domain::RequestStep::Pause;
    desk::RequestView m_request;
    bool m_lift = false;
    QComboBox *m_ground;
    FormField *m_groundField;
    QComboBox *m_recipient;
    FormField *m_recipientField;
    QSpinBox *m_days;
    FormField *m_daysField;
    QWidget *m_paperBox;
    std::vector<std::pair<domain::RequestPaper, QCheckBox *>> m_papers;
    QPlainTextEdit *m_reason;
    FormField *m_reasonField;
};

} // namespace consent::ui
