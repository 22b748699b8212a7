#include "ui/common/theme.h"

#include "ui/common/compositionguard.h"
#include "ui/common/deskstyle.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

#include <memory>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

QString schemeCode(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System:
        return u"system"_s;
    case ColourScheme::Light:
        return u"light"_s;
    case ColourScheme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

ColourScheme schemeFromCode(const QString &code)
{
    if (code == u"light"_s)
        return ColourScheme::Light;
    if (code == u"dark"_s)
        return ColourScheme::Dark;
    return ColourScheme::System;
}

Theme::Theme(QApplication &application, ColourScheme scheme)
    : QObject(&application)
    , m_application(application)
    , m_scheme(scheme)
    , m_platformWasDark(isDarkPalette(QApplication::palette()))
{
    QApplication::setStyle(new DeskStyle); // The application owns its style.
    QApplication::setFont(baseFont());
    new CompositionGuard(application);
    apply();
    application.installEventFilter(this);
}

void Theme::setScheme(ColourScheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    apply();
}

/// Qt 6.4 has no public question for this. Fusion's own palette is dark when the platform says dark; a desktop that
/// only hands over colours (KDE) showed them before we set ours.
bool Theme::systemIsDark() const
{
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    return m_platformWasDark || (fusion && isDarkPalette(fusion->standardPalette()));
}

void Theme::apply()
{
    m_dark = m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && systemIsDark());
    const QPalette palette = paletteOf(m_dark ? Tones::dark() : Tones::light());
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_scheme == ColourScheme::System) {
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
        m_platformWasDark = fusion && isDarkPalette(fusion->standardPalette());
        apply();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace consent::ui
