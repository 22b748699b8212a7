#pragma once

#include <QObject>

class QApplication;

namespace consent::ui {

enum class ColourScheme { System, Light, Dark };

/// "system", "light", "dark": how a choice of scheme is kept in the settings.
QString schemeCode(ColourScheme scheme);
/// @return System for what is not known.
ColourScheme schemeFromCode(const QString &code);

/// Puts style, palette, font and the guard of half-composed syllables on the application, and follows the system's
/// choice of light or dark while nobody chose. One per application; the application outlives it.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application, ColourScheme scheme = ColourScheme::System);

    ColourScheme scheme() const { return m_scheme; }
    void setScheme(ColourScheme scheme);
    /// What is on screen now.
    bool isDark() const { return m_dark; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    bool systemIsDark() const;
    void apply();

    QApplication &m_application;
    ColourScheme m_scheme;
    bool m_platformWasDark;
    bool m_dark = false;
};

} // namespace consent::ui
