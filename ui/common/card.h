#pragma once

#include <QFrame>

namespace consent::ui {

/// A surface with rounded corners and a hairline on which belonging things stand together.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace consent::ui
