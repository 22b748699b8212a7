#pragma once

#include "ui/contacts/taskpanel.h"

#include <QDate>

class QDateEdit;
class QLineEdit;

namespace consent::ui {

class FormField;

/// Writes the people to ask again into a file: until which day, where, and what for.
class BatchPanel : public TaskPanel
{
    Q_OBJECT

public:
    explicit BatchPanel(QWidget *over);

    /// @param today in Korea; @param before proposed: everybody whose consent counts no longer by then
    void openFor(QDate today, QDate before);

Q_SIGNALS:
    void exportRequested(const QString &path, QDate before, const QString &purpose);

protected:
    void submit() override;
    void retranslate() override;

private:
    QDateEdit *m_before;
    FormField *m_beforeField;
    QLineEdit *m_path;
    FormField *m_pathField;
    QLineEdit *m_purpose;
    FormField *m_purposeField;
};

} // namespace consent::ui
