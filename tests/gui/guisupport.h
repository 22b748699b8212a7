#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

/// What journeys through widgets share.
namespace guisupport {

/// Every control on screen that can get the keyboard focus, or hold text, and has no object name or no accessible name.
QStringList unnamedControls(QWidget &window);

/// Sends text to the focused widget as an input method that commits syllable by syllable.
void typeKorean(QWidget &field, const QString &text);
/// Leaves the text in composition (preedit), as an input method does with the last syllable.
void compose(QWidget &field, const QString &preedit);

/// Shows a window and gives it the keyboard. On a virtual screen nobody manages windows: a window that is merely shown
/// never becomes active there, it has to ask for the focus itself.
bool activate(QWidget &window);

/// Keeps a picture of the widget when CONSENT_SCREENSHOTS names a folder.
void keepPicture(QWidget &widget, const QString &name);

/// Puts the Korean texts on the application, where they have been built.
bool speakKorean();
/// Takes them away again: the texts of the source, until somebody installs others.
void speakAsWritten();

} // namespace guisupport
