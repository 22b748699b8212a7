#include "guisupport.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QTranslator &koreanWords()
{
    static QTranslator words;
    return words;
}

} // namespace

namespace guisupport {

QStringList unnamedControls(QWidget &window)
{
    QStringList unnamed;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() || !widget->isVisibleTo(&window) ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget);
        const QString spoken = face ? face->text(QAccessible::Name) : widget->accessibleName();
        // A combo box speaks its current entry: its own name comes from the label beside it.
        const bool combo = qobject_cast<QComboBox *>(widget) != nullptr;
        const bool named = combo ? !widget->accessibleName().isEmpty() : !spoken.trimmed().isEmpty();
        if (widget->objectName().isEmpty() || !named) {
            unnamed.append(QString::fromLatin1(widget->metaObject()->className()) + u" '"_s + widget->objectName() +
                           u"' in "_s + (widget->parentWidget() ? widget->parentWidget()->objectName() : QString()));
        }
    }
    return unnamed;
}

void typeKorean(QWidget &field, const QString &text)
{
    for (const QChar syllable : text) {
        compose(field, syllable);
        QInputMethodEvent commit;
        commit.setCommitString(syllable);
        QCoreApplication::sendEvent(&field, &commit);
    }
}

void compose(QWidget &field, const QString &preedit)
{
    QInputMethodEvent event(preedit, {});
    QCoreApplication::sendEvent(&field, &event);
}

bool activate(QWidget &window)
{
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return false;
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("CONSENT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    widget.grab().save(folder + u'/' + name + u".png"_s);
}

bool speakKorean()
{
    QTranslator &words = koreanWords();
    if (words.isEmpty()) {
        const QStringList places = {qEnvironmentVariable("CONSENT_TRANSLATIONS"), u":/i18n"_s};
        for (const QString &place : places) {
            if (!place.isEmpty() && words.load(u"consentdesk_ko"_s, place))
                break;
        }
    }
    return !words.isEmpty() && QCoreApplication::installTranslator(&words);
}

void speakAsWritten()
{
    QCoreApplication::removeTranslator(&koreanWords());
}

} // namespace guisupport
