#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace consent::ui {

/// A field of a form: its label above it, and below it the sentence about what is wrong or a hint.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// @param editor gets the label as its buddy and its accessible name; owned by this from now on
    explicit FormField(QWidget *editor, QWidget *parent = nullptr);

    /// Puts a control that belongs to the field to the right of it; owned by this from now on.
    void addBeside(QWidget *control);
    void setLabel(const QString &label);
    /// Empty takes it away.
    void setHint(const QString &hint);
    /// Stands in the place of the hint, in red and with a mark; empty brings the hint back.
    void setFault(const QString &fault);
    bool hasFault() const { return !m_fault.isEmpty(); }

    QWidget &editor() { return *m_editor; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell();

    QLabel *m_label;
    QWidget *m_editor;
    QHBoxLayout *m_row;
    QLabel *m_below;
    QString m_hint;
    QString m_fault;
};

} // namespace consent::ui
