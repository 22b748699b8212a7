#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace consent::ui {

/// One step of a request as a form beside the timeline: a title, fields, the sentence that is wrong, and two keys:
/// Ctrl+Enter does it, Esc leaves it.
class RequestPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RequestPanel(const QString &name, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &action);
    /// What this step means, below the title; empty takes it away.
    void setHelp(const QString &help);
    /// Empty takes it away.
    void setFault(const QString &fault);
    /// While the step is being written it can't be sent twice.
    void setBusy(bool busy);
    void submit();

Q_SIGNALS:
    void submitted();
    void closed();

protected:
    QVBoxLayout &body() { return *m_body; }
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    virtual void retranslate();

private:
    QLabel *m_title;
    QLabel *m_help;
    QVBoxLayout *m_body;
    QLabel *m_fault;
    QPushButton *m_do;
    QPushButton *m_leave;
};

} // namespace consent::ui
