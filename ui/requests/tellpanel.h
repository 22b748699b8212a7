#pragma once

#include "ui/requests/requestpanel.h"
#include "ui/requests/requestsource.h"

#include <vector>

class QComboBox;
class QLineEdit;

namespace consent::ui {

class FormField;

/// That the person was told the outcome: how, and by which paper.
class TellPanel : public RequestPanel
{
    Q_OBJECT

public:
    explicit TellPanel(QWidget *parent = nullptr);

    /// @param papers made out for this request, newest first
    void prepare(const desk::RequestView &request, const std::vector<desk::PaperSummary> &papers);
    RequestMove move() const;

protected:
    void retranslate() override;

private:
    void offerChannels();

    std::vector<desk::PaperSummary> m_papers;
    QComboBox *m_channel;
    FormField *m_channelField;
    QComboBox *m_paper;
    FormField *m_paperField;
    QLineEdit *m_note;
    FormField *m_noteField;
};

} // namespace consent::ui
