#pragma once

#include "ui/common/icons.h"

#include <QAbstractButton>
#include <QList>

class QVBoxLayout;

namespace consent::ui {

/// One page on the rail: its icon over its word.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(Icon which, QWidget *parent);

    void setWord(const QString &word, const QString &keys);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_which;
};

/// The pages down the left side; what belongs to the program itself stands at the foot.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// @return the index of the entry
    int add(Icon which);
    void setWord(int index, const QString &word);
    void setCurrent(int index);
    void clear();
    int count() const { return static_cast<int>(m_pages.size()); }

    RailButton &lockButton() { return *m_lock; }

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QVBoxLayout *m_column;
    QList<RailButton *> m_pages;
    RailButton *m_lock;
};

} // namespace consent::ui
