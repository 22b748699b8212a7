#include "ui/subjects/searchfield.h"

#include <QInputMethodEvent>

namespace consent::ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    setMaxLength(100);
    connect(this, &QLineEdit::textChanged, this, &SearchField::tell);
}

QString SearchField::typedText() const
{
    QString whole = text();
    return whole.insert(cursorPosition(), m_composing);
}

void SearchField::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    tell();
}

void SearchField::tell()
{
    const QString whole = typedText();
    if (whole == m_told)
        return;
    m_told = whole;
    Q_EMIT typed(whole);
}

} // namespace consent::ui
