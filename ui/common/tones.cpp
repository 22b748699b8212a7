#include "ui/common/tones.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace consent::ui {

namespace {

double linear(float channel)
{
    const double value = static_cast<double>(channel);
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tones &Tones::light()
{
    static const Tones tones = [] {
        Tones t;
        t.page = QColor(0xF3F5F8);
        t.surface = QColor(0xFFFFFF);
        t.text = QColor(0x1A1E24);
        t.muted = QColor(0x56606E);
        t.line = QColor(0xDDE1E7);
        t.edge = QColor(0x7A8494);
        t.accent = QColor(0x2456B4);
        t.onAccent = QColor(0xFFFFFF);
        t.accentSoft = QColor(0xE4ECFA);
        t.good = {QColor(0x17663A), QColor(0xE3F3E9)};
        t.caution = {QColor(0x745000), QColor(0xFBF1D6)};
        t.danger = {QColor(0xA3201D), QColor(0xFBE6E4)};
        t.info = {QColor(0x2456B4), QColor(0xE4ECFA)};
        t.m_refused = {QColor(0x7F3E10), QColor(0xFAEBDF)};
        t.m_withdrawn = {QColor(0x8A1C4A), QColor(0xFAE6EE)};
        t.m_frozen = {QColor(0x165A85), QColor(0xE0F0F9)};
        t.m_quiet = {QColor(0x56606E), QColor(0xEBEEF2)};
        t.m_noRecording = {QColor(0x663C9C), QColor(0xF0E8FA)};
        return t;
    }();
    return tones;
}

const Tones &Tones::dark()
{
    static const Tones tones = [] {
        Tones t;
        t.page = QColor(0x15181D);
        t.surface = QColor(0x1E2228);
        t.text = QColor(0xE7EAEE);
        t.muted = QColor(0xA4AEBB);
        t.line = QColor(0x333A44);
        t.edge = QColor(0x747F8E);
        t.accent = QColor(0x8DB5FF);
        t.onAccent = QColor(0x0D1A30);
        t.accentSoft = QColor(0x25344E);
        t.good = {QColor(0x7BD69B), QColor(0x1B3425)};
        t.caution = {QColor(0xF0CB6B), QColor(0x393018)};
        t.danger = {QColor(0xFF9F97), QColor(0x402423)};
        t.info = {QColor(0x8DB5FF), QColor(0x25344E)};
        t.m_refused = {QColor(0xF0B27A), QColor(0x3A2A1C)};
        t.m_withdrawn = {QColor(0xF29BBD), QColor(0x3B2331)};
        t.m_frozen = {QColor(0x8CC8F5), QColor(0x1B3345)};
        t.m_quiet = {QColor(0xB4BDC9), QColor(0x2C323A)};
        t.m_noRecording = {QColor(0xCBACF6), QColor(0x32274B)};
        return t;
    }();
    return tones;
}

const Tones &Tones::of(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    return luminance(window) < luminance(text) ? dark() : light();
}

Tone Tones::status(Status status) const
{
    switch (status) {
    case Status::Granted:
        return good;
    case Status::Refused:
        return m_refused;
    case Status::Withdrawn:
        return m_withdrawn;
    case Status::OptedOut:
    case Status::Invalidated:
        return danger;
    case Status::Frozen:
        return m_frozen;
    case Status::Waiting:
        return caution;
    case Status::NoRecording:
        return m_noRecording;
    case Status::None:
    case Status::Expired:
        return m_quiet;
    }
    Q_UNREACHABLE();
}

QPalette paletteOf(const Tones &tones)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tones.page);
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Base, tones.surface);
    palette.setColor(QPalette::AlternateBase, tones.page);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::PlaceholderText, tones.muted);
    palette.setColor(QPalette::Button, tones.surface);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::BrightText, tones.danger.ink);
    palette.setColor(QPalette::ToolTipBase, tones.surface);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::Highlight, tones.accent);
    palette.setColor(QPalette::HighlightedText, tones.onAccent);
    palette.setColor(QPalette::Link, tones.accent);
    palette.setColor(QPalette::LinkVisited, tones.accent);
    palette.setColor(QPalette::Light, tones.surface);
    palette.setColor(QPalette::Midlight, tones.line);
    palette.setColor(QPalette::Mid, tones.edge);
    palette.setColor(QPalette::Dark, tones.edge);
    palette.setColor(QPalette::Shadow, tones.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tones.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tones.text);
    return palette;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace consent::ui
