#include "ui/call/answerkeys.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QWidget>

namespace consent::ui {

namespace {

// Y and N in the two-set layout, as the compatibility letters that keyboards send and as conjoining vowels.
bool isYes(QChar letter)
{
    return letter == u'ㅛ' || letter == QChar(0x116D);
}
bool isNo(QChar letter)
{
    return letter == u'ㅜ' || letter == QChar(0x116E);
}

} // namespace

void AnswerKeys::watch(QWidget &widget)
{
    widget.installEventFilter(this);
}

bool AnswerKeys::take(const QString &text, bool repeated)
{
    if (text.size() != 1 || !(isYes(text.front()) || isNo(text.front())))
        return false;
    if (repeated)
        return true; // a key that is held down answers once
    if (isYes(text.front()))
        Q_EMIT yes();
    else
        Q_EMIT no();
    return true;
}

bool AnswerKeys::takeComposed(const QString &composing, const QString &committed)
{
    if (m_taken && !committed.isEmpty()) {
        m_taken = false;
        return true;
    }
    const bool taken = take(committed.isEmpty() ? composing : committed, false);
    m_taken = taken && committed.isEmpty();
    if (m_taken)
        QGuiApplication::inputMethod()->reset();
    return taken;
}

bool AnswerKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (m_enabled && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && take(key->text(), key->isAutoRepeat()))
            return true;
    }
    if (m_enabled && event->type() == QEvent::InputMethod) {
        const auto *method = static_cast<QInputMethodEvent *>(event);
        if (takeComposed(method->preeditString(), method->commitString()))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace consent::ui
