#pragma once

#include <QColor>

class QPalette;

namespace consent::ui {

/// What something stands for. Each has a word and an icon too: colour never says it alone.
enum class Status {
    None, ///< Never asked, or nothing to say.
    Granted,
    Refused,
    Withdrawn,
    OptedOut,
    Frozen,
    Expired,
    Invalidated, ///< Voided by a review.
    Waiting,     ///< On this disk, not yet at the centre; or due.
    NoRecording
};

/// Ink on a soft ground; at least 4.5:1 to that ground, to the page and to the surface.
struct Tone
{
    QColor ink;
    QColor ground;
};

/// Every colour of the program, for one scheme.
struct Tones
{
    QColor page;    ///< Behind everything.
    QColor surface; ///< Cards, fields, tables.
    QColor text;
    QColor muted;      ///< Second-rank text; still 4.5:1.
    QColor line;       ///< Hairlines between areas.
    QColor edge;       ///< Borders of controls, 3:1.
    QColor accent;     ///< The one accent: main action, selection, focus.
    QColor onAccent;   ///< Text on the accent.
    QColor accentSoft; ///< Ground of what is selected or pointed at.
    Tone good;
    Tone caution;
    Tone danger;
    Tone info;

    Tone status(Status status) const;

    static const Tones &light();
    static const Tones &dark();
    /// The tones that belong to a widget's palette.
    static const Tones &of(const QPalette &palette);

private:
    Tone m_refused;
    Tone m_withdrawn;
    Tone m_frozen;
    Tone m_quiet;
    Tone m_noRecording;
};

/// A palette in which nothing is left to the platform.
QPalette paletteOf(const Tones &tones);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1).
double contrastRatio(const QColor &a, const QColor &b);

} // namespace consent::ui
