#pragma once

#include "ui/common/icons.h"
#include "ui/common/tones.h"

#include <QWidget>

namespace consent::ui {

/// The word of a status, in the current language.
QString statusWord(Status status);
Icon statusIcon(Status status);

/// Draws a chip left-aligned and vertically centred in the rectangle; for delegates.
/// @return the rectangle that the chip covers.
QRect paintChip(QPainter &painter, const QRect &rect, Status status, const QString &word, const QPalette &palette);
QSize chipSize(const QString &word);

/// A status as icon, word and colour together.
class StatusChip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChip(Status status = Status::None, QWidget *parent = nullptr);

    Status status() const { return m_status; }
    /// @param word Replaces the status's own word where more is to be said ("수신거부: 문자").
    void setStatus(Status status, const QString &word = {});
    QString word() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    Status m_status;
    QString m_word;
};

} // namespace consent::ui
