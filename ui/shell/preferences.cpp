#include "ui/shell/preferences.h"

#include <QLocale>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

const QString languageKey = u"look/language"_s;
const QString schemeKey = u"look/colours"_s;
const QString geometryKey = u"window/geometry"_s;

} // namespace

Preferences::Preferences(const QString &iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
{
}

domain::Language Preferences::language() const
{
    const QString chosen = m_settings.value(languageKey).toString();
    return desk::preferredLanguage(chosen.isEmpty() ? QLocale::system().uiLanguages() : QStringList(chosen));
}

void Preferences::setLanguage(domain::Language language)
{
    m_settings.setValue(languageKey, language == domain::Language::English ? u"en"_s : u"ko"_s);
}

ColourScheme Preferences::scheme() const
{
    return schemeFromCode(m_settings.value(schemeKey).toString());
}
void Preferences::setScheme(ColourScheme scheme)
{
    m_settings.setValue(schemeKey, schemeCode(scheme));
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}
void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

} // namespace consent::ui
