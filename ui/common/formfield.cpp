#include "ui/common/formfield.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

FormField::FormField(QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_editor(editor)
    , m_row(new QHBoxLayout)
    , m_below(new QLabel(this))
{
    m_label->setBuddy(editor);
    m_label->setFont(smallFont());
    m_below->setFont(smallFont());
    m_below->setWordWrap(true);
    m_below->setTextFormat(Qt::PlainText);
    m_below->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing / 2);
    column->addWidget(m_label);
    m_row->setSpacing(spacing);
    m_row->addWidget(editor, 1);
    column->addLayout(m_row);
    column->addWidget(m_below);
    column->addStretch(); // Room to spare goes below, so that fields in a row line up.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setFocusProxy(editor);
}

void FormField::addBeside(QWidget *control)
{
    m_row->addWidget(control);
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    tell();
}

void FormField::setFault(const QString &fault)
{
    m_fault = fault;
    tell();
}

void FormField::tell()
{
    const QString text = hasFault() ? m_fault : m_hint;
    QPalette tinted = palette();
    const Tones &tones = Tones::of(tinted);
    tinted.setColor(QPalette::WindowText, hasFault() ? tones.danger.ink : tones.muted);
    m_below->setPalette(tinted);
    m_below->setText(hasFault() ? u"⚠ "_s + text : text);
    m_below->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tell();
}

} // namespace consent::ui
