#pragma once

#include <QLocale>
#include <QStringList>

class QCoreApplication;

namespace consent::desk {

/// The languages in which the program speaks.
enum class Language { Korean, English };

/// The first of the languages, as BCP 47 tags in order of preference, that the program speaks; Korean if it speaks
/// none.
Language preferredLanguage(const QStringList &tags);

/// Puts the program's words, and those of Qt's own dialogs where they are installed, into the language, and makes its
/// customs of numbers and dates the default. Call once, before the first text is shown; the translators belong to the
/// application.
void speak(QCoreApplication &application, Language language);

} // namespace consent::desk
