#pragma once

#include "desk/exchange/syncviews.h"

#include <QFrame>

#include <array>

class QLabel;
class QPushButton;

namespace consent::ui {

/// Under the search field: asks the central store for somebody who is not on this PC, with one key for what it is
/// needed for. Hidden unless there is something to ask. Says what came of it; asks nobody itself.
class CentralLookUp : public QFrame
{
    Q_OBJECT

public:
    explicit CentralLookUp(QWidget *parent = nullptr);

    /// @param askable whether what was typed is narrow enough for the store
    void offer(bool askable);
    /// Puts the focus on the first reason. @return false when there is nothing to ask
    bool begin();
    void showAsking();
    void showAnswer(const desk::LookUpView &view);
    void showError(const QString &sentence);

Q_SIGNALS:
    void asked(consent::desk::LookUpReason reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(desk::LookUpReason reason);
    void retranslate();

    QLabel *m_text;
    std::array<QPushButton *, 4> m_reasons;
    bool m_askable = false;
    bool m_asking = false;
};

} // namespace consent::ui
