#pragma once

#include "ui/requests/requestpanel.h"
#include "ui/requests/requestsource.h"

#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;

/// The papers of a request: make one out, then print it, save it as PDF or copy its words for an e-mail.
class PapersPanel : public RequestPanel
{
    Q_OBJECT

public:
    explicit PapersPanel(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    void prepare(const desk::RequestView &request);
    void focusFirst();
    /// What went out so far, newest first.
    const std::vector<desk::PaperSummary> &papers() const { return m_papers; }

Q_SIGNALS:
    void papersChanged();

protected:
    void retranslate() override;

private:
    void makeOut();
    void showPapers(std::vector<desk::PaperSummary> papers);
    void offerKinds();
    void use(desk::PaperUse use);
    void use(desk::PaperUse use, const desk::IssuedPaper &paper);
    void save(const desk::IssuedPaper &paper);
    void print(const desk::IssuedPaper &paper);
    QString pathFor(const desk::PaperSummary &paper) const;
    std::optional<desk::PaperSummary> chosen() const;

    RequestSource &m_source;
    desk::RequestView m_request;
    std::vector<desk::PaperSummary> m_papers;
    QComboBox *m_kind;
    FormField *m_kindField;
    QListWidget *m_list;
    FormField *m_listField;
    QLineEdit *m_folder;
    FormField *m_folderField;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_copy;
    InlineNotice *m_notice;
    quint64 m_asked = 0; ///< Answers about a request that is no longer shown are dropped.
};

} // namespace consent::ui
