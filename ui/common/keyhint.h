#pragma once

#include <QList>
#include <QString>

namespace consent::ui {

/// One key and what it does, as the bottom line and the F1 sheet show it.
struct KeyHint
{
    QString keys;      ///< As printed on the keyboard: "Space", "Y", "F2", "Ctrl+L".
    QString action;    ///< Translated, one or two words.
    bool valid = true; ///< Whether it acts now. The bottom line shows only valid ones, the F1 sheet all.

    friend bool operator==(const KeyHint &, const KeyHint &) = default;
};

using KeyHints = QList<KeyHint>;

} // namespace consent::ui
