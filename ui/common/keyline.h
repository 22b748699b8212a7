#pragma once

#include "ui/common/keyhint.h"

#include <QWidget>

namespace consent::ui {

/// The bottom line: the keys that are valid now, drawn as key caps with their words. What does not fit is left out
/// from the end, except the last hint, which is the one that shows all keys.
class KeyLine : public QWidget
{
    Q_OBJECT

public:
    explicit KeyLine(QWidget *parent = nullptr);

    /// Hints that are not valid are not shown.
    void setHints(const KeyHints &hints);
    /// What is on the line, in its order.
    const KeyHints &hints() const { return m_hints; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const KeyHint &hint) const;

    KeyHints m_hints;
};

} // namespace consent::ui
