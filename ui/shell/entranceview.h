#pragma once

#include <QWidget>

class QLabel;

namespace consent::ui {

class CentralStoreView;
class FirstRunView;
class LookChoice;
class SetUpView;
class SignInView;

/// Everything before the desk is open: one of four faces on a card, language and colours below it.
class EntranceView : public QWidget
{
    Q_OBJECT

public:
    explicit EntranceView(QWidget *parent = nullptr);

    FirstRunView &firstRun() { return *m_firstRun; }
    SetUpView &setUp() { return *m_setUp; }
    SignInView &signIn() { return *m_signIn; }
    CentralStoreView &centralStore() { return *m_centralStore; }
    LookChoice &look() { return *m_look; }

    /// Brings one of the four to the front and puts the focus into it.
    void bring(QWidget &face);
    QWidget *current() const { return m_current; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_product;
    QLabel *m_line;
    FirstRunView *m_firstRun;
    SetUpView *m_setUp;
    SignInView *m_signIn;
    CentralStoreView *m_centralStore;
    LookChoice *m_look;
    QWidget *m_current = nullptr;
};

} // namespace consent::ui
