#pragma once

#include <QString>

namespace consent::cache {

/// What a person typed, taken apart: see Search for the rules.
struct SearchQuery
{
    QString name;    ///< Name key (searchterms.h) that must occur; empty when there is none.
    QString letters; ///< Its initials, one character for each of the name's.
    QString glob;    ///< Pattern for SQLite's GLOB that the name key must fit from its start, without the ending "*".
    bool literal = true; ///< The name has no consonant that stands for syllables.
    QString digits;      ///< Digits that must occur in the number or be the birth date.
    QString receipt;     ///< Start of a receipt number; empty unless it could be one.

    static SearchQuery of(const QString &text);
    bool isEmpty() const { return name.isEmpty() && digits.isEmpty(); }
};

} // namespace consent::cache
