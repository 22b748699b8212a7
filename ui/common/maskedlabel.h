#pragma once

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace consent::ui {

/// Personal data that stays masked until somebody with a reason asks. It never holds the full text while masked: a
/// request goes out, the answer comes back with reveal(), and after a while the mask returns by itself.
class MaskedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit MaskedLabel(QWidget *parent = nullptr);

    /// @param name What it is ("전화번호"), for assistive technology.
    void setMasked(const QString &name, const QString &masked);
    void reveal(const QString &full, int seconds = 30);
    void mask();

    bool isRevealed() const { return m_revealed; }
    QString text() const;

Q_SIGNALS:
    void revealRequested();

protected:
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    QLabel *m_text;
    QToolButton *m_eye;
    QString m_name;
    QString m_masked;
    QBasicTimer m_timer;
    bool m_revealed = false;
};

} // namespace consent::ui
