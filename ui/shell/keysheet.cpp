#include "ui/shell/keysheet.h"

#include "ui/common/card.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

KeySheet::KeySheet(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_title(new QLabel(m_card))
{
    setObjectName(u"keySheet"_s);
    setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(titleFont());
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(4 * spacing, 3 * spacing, 4 * spacing, 4 * spacing);
    column->setSpacing(2 * spacing);
    column->addWidget(m_title);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(2 * spacing);
    m_grid->setVerticalSpacing(spacing);
    column->addLayout(m_grid);
    auto *middle = new QVBoxLayout(this);
    middle->addWidget(m_card, 0, Qt::AlignCenter);
    parent->installEventFilter(this);
    hide();
}

void KeySheet::open(const QString &pageTitle, const KeyHints &pageKeys, const KeyHints &programKeys)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_title->setText(tr("All keys"));
    fill(pageTitle, pageKeys, 0);
    m_grid->setColumnMinimumWidth(2, 4 * spacing);
    fill(tr("Everywhere"), programKeys, 3);
    QStringList spoken;
    for (const KeyHint &hint : pageKeys + programKeys)
        spoken.append(hint.keys + u' ' + hint.action);
    setAccessibleName(tr("All keys"));
    setAccessibleDescription(spoken.join(u", "_s));
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus();
}

void KeySheet::close()
{
    hide();
    if (m_before && parentWidget()->isAncestorOf(m_before))
        m_before->setFocus();
    m_before = nullptr;
}

void KeySheet::fill(const QString &heading, const KeyHints &keys, int column)
{
    QFont bold = baseFont();
    bold.setWeight(QFont::Bold);
    auto *top = new QLabel(heading, m_card);
    top->setFont(bold);
    m_grid->addWidget(top, 0, column, 1, 2);
    int row = 1;
    for (const KeyHint &hint : keys) {
        auto *cap = new QLabel(hint.keys, m_card);
        cap->setFont(bold);
        auto *word = new QLabel(hint.action, m_card);
        if (!hint.valid) {
            cap->setForegroundRole(QPalette::PlaceholderText);
            word->setForegroundRole(QPalette::PlaceholderText);
        }
        m_grid->addWidget(cap, row, column);
        m_grid->addWidget(word, row++, column + 1);
    }
}

void KeySheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = Tones::of(palette()).page;
    veil.setAlphaF(0.82F);
    painter.fillRect(rect(), veil);
}

/// Takes every key for itself before the shortcuts of the page below can act on it.
bool KeySheet::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    event->accept();
    return true;
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F1:
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        break;
    default: // Nothing else acts while the sheet is open.
        break;
    }
    event->accept();
}

void KeySheet::mousePressEvent(QMouseEvent *)
{
    close();
}

bool KeySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace consent::ui
