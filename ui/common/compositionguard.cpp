#include "ui/common/compositionguard.h"

#include <QApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace consent::ui {

namespace {

bool actsOnKey(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab ||
           (key >= Qt::Key_F1 && key <= Qt::Key_F35);
}

} // namespace

CompositionGuard::CompositionGuard(QApplication &application)
    : QObject(&application)
{
    application.installEventFilter(this);
}

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = static_cast<QInputMethodEvent *>(event)->preeditString();
        m_field = m_composing.isEmpty() ? nullptr : watched;
        break;
    case QEvent::Shortcut:
    case QEvent::MouseButtonPress:
        commit();
        break;
    case QEvent::FocusOut:
        if (watched == m_field)
            commit();
        break;
    case QEvent::KeyPress:
        if (actsOnKey(static_cast<QKeyEvent *>(event)->key()))
            commit();
        break;
    default: // Of the hundreds of events of Qt only these end a composition.
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CompositionGuard::commit()
{
    if (m_composing.isEmpty() || !m_field)
        return;
    QGuiApplication::inputMethod()->commit();
    if (m_composing.isEmpty() || !m_field)
        return; // The input method did it itself.
    QInputMethodEvent event;
    event.setCommitString(m_composing);
    QCoreApplication::sendEvent(m_field, &event);
    QGuiApplication::inputMethod()->reset();
}

} // namespace consent::ui
