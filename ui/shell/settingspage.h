#pragma once

#include "ui/common/page.h"

class QLabel;

namespace consent::ui {

class Card;
class LookChoice;
class PasswordForm;

/// Language, colours, one's own password, and what this desk is.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// What can be said about this desk, as pairs of label and value are laid out below each other.
    struct DeskFacts
    {
        QString organisation;
        QString branch;
        QString user;
        QString version;
        QString folder;
    };

    explicit SettingsPage(QWidget *parent = nullptr);

    LookChoice &look() { return *m_look; }
    PasswordForm &password() { return *m_password; }
    /// Where the password can't be changed (the sample desk) it is not offered.
    void offerPassword(bool offered);
    void setDesk(const DeskFacts &facts);

    QString title() const override;
    Icon icon() const override { return Icon::Settings; }
    KeyHints keys() const override;
    void activated() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_deskTitle;
    QLabel *m_desk;
    LookChoice *m_look;
    PasswordForm *m_password;
    Card *m_passwordCard;
    DeskFacts m_facts;
};

} // namespace consent::ui
