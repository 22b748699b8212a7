#pragma once

#include <QWidget>

class QLineEdit;

namespace consent::ui {

class FormField;

/// Two fields for a password of one's own in the place of a one-time one. Hidden until it is wanted.
class NewPasswordFields : public QWidget
{
    Q_OBJECT

public:
    /// @param prefix of the object names of the fields: prefix + "New", prefix + "Again"
    explicit NewPasswordFields(const QString &prefix, QWidget *parent = nullptr);

    /// Shows the fields and puts the focus there.
    void want();
    bool isWanted() const { return m_wanted; }
    /// Hides and empties them.
    void clear();
    /// What was typed; nothing and a sentence beside the field when the two differ or there is none.
    QString taken();
    void setFault(const QString &sentence);

Q_SIGNALS:
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_password;
    QLineEdit *m_again;
    FormField *m_passwordField;
    FormField *m_againField;
    bool m_wanted = false;
};

} // namespace consent::ui
