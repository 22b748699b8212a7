#pragma once

#include <QString>

namespace consent::desk {

/// What happened, as a few words for a list, in the language of the program.
QString eventWords(const QString &type);

} // namespace consent::desk
