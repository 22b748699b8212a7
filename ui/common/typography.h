#pragma once

#include <QFont>

namespace consent::ui {

constexpr int spacing = 8;        ///< Every gap is a multiple of it.
constexpr int minimumTarget = 32; ///< Least height of what can be pressed.
constexpr double basePoints = 10.5;
constexpr double clausePoints = 20.0;

/// The Korean family the system has, in our order of preference, before its other fonts.
/// Figures in these families are as wide as each other, so that columns of numbers line up.
QFont baseFont();
/// Headings of a page.
QFont titleFont();
/// Second-rank text.
QFont smallFont();
/// What is read aloud.
QFont clauseFont();
/// Large figures: a clock, a receipt number.
QFont figureFont();

/// Whether any installed font can write Hangul; without one every syllable would be a box.
bool hasKoreanFont();

} // namespace consent::ui
