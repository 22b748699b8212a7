#pragma once

#include "domain/subject.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class FormField;

/// A new person from four fields. What is wrong stands beside the field as soon as something was typed in it.
class NewPersonForm : public QWidget
{
    Q_OBJECT

public:
    explicit NewPersonForm(QWidget *parent = nullptr);

    void reset(const QString &phone);
    domain::Subject::Fields fields() const;
    void setFaults(const std::vector<domain::FieldFault> &faults);
    void focusFirst();
    void submit();

Q_SIGNALS:
    /// Typing rested for a moment.
    void edited(const consent::domain::Subject::Fields &fields);
    void submitted(const consent::domain::Subject::Fields &fields);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        domain::SubjectField field;
        QLineEdit *edit;
        FormField *frame;
    };

    void addRow(domain::SubjectField field, const QString &name);
    QString textOf(domain::SubjectField field) const;
    void retranslate();
    void goOn();

    QLabel *m_title;
    std::vector<Row> m_rows;
    QPushButton *m_start;
    QTimer m_rest;
    bool m_submitted = false; ///< Empty fields are faults only after the person at the desk said "go".
};

} // namespace consent::ui
