#pragma once

#include "desk/session/desksession.h"
#include "ui/common/keyhint.h"

#include <QWidget>

class QLabel;

namespace consent::ui {

class KeyLine;

/// The bottom of the window: the keys that are valid now, and the truth about what waits for the centre.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setHints(const KeyHints &hints);
    void setSync(const desk::SyncView &sync);
    /// Who works here ("김상담 · 본점").
    void setUser(const QString &user);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    KeyLine *m_keys;
    QLabel *m_user;
    QLabel *m_dot;
    QLabel *m_sync;
    desk::SyncView m_view;
};

} // namespace consent::ui
