#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace consent::ui {

/// Says what this release can't do yet, and what works instead.
class CentralStoreView : public QWidget
{
    Q_OBJECT

public:
    explicit CentralStoreView(QWidget *parent = nullptr);

Q_SIGNALS:
    void setUpChosen();
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_back;
    QPushButton *m_setUp;
};

} // namespace consent::ui
