#pragma once

#include "ui/common/keyhint.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace consent::ui {

class Card;

/// F1: every key of the page and of the program, over the page. Any of F1, Esc, Enter and a click closes it.
class KeySheet : public QWidget
{
    Q_OBJECT

public:
    explicit KeySheet(QWidget *parent);

    void open(const QString &pageTitle, const KeyHints &pageKeys, const KeyHints &programKeys);
    void close();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &heading, const KeyHints &keys, int column);

    Card *m_card;
    QGridLayout *m_grid;
    QLabel *m_title;
    QWidget *m_before = nullptr; ///< Had the focus.
};

} // namespace consent::ui
