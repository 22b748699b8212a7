#pragma once

#include "ui/common/page.h"

class QLabel;

namespace consent::ui {

class LookChoice;

/// Language, colours, and what this desk is.
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
    DeskFacts m_facts;
};

} // namespace consent::ui
