#pragma once

#include "domain/consent.h"

#include <QStringList>

class QCoreApplication;

namespace consent::desk {

/// The first of the languages, as BCP 47 tags in order of preference, that the program speaks; Korean if it speaks
/// none.
domain::Language preferredLanguage(const QStringList &tags);

/// Puts the program's words, and those of Qt's own dialogs where they are installed, into the language, and makes its
/// customs of numbers and dates the default. Call once, before the first text is shown; the translators belong to the
/// application.
void speak(QCoreApplication &application, domain::Language language);

} // namespace consent::desk
