#pragma once

#include "ui/common/icons.h"

#include <QAbstractButton>

namespace consent::ui {

/// A large choice: icon, title, and a sentence that says what will happen. Grows in height as the sentence wraps.
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(Icon which, QWidget *parent = nullptr);

    /// @param key the digit that chooses it, drawn as a key cap
    void setTexts(const QString &title, const QString &sentence, const QString &key);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textArea(int width) const;

    Icon m_which;
    QString m_sentence;
    QString m_key;
};

} // namespace consent::ui
