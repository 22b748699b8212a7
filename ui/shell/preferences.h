#pragma once

#include "desk/session/language.h"
#include "ui/common/theme.h"

#include <QSettings>

namespace consent::ui {

/// How a person likes the program to look. Nothing personal, nothing secret; per OS user.
class Preferences
{
public:
    Preferences() = default;
    /// In a file of its own instead of the OS user's settings.
    explicit Preferences(const QString &iniFile);

    /// What was chosen; before that the system's language, or Korean where the program does not speak it.
    domain::Language language() const;
    void setLanguage(domain::Language language);

    ColourScheme scheme() const;
    void setScheme(ColourScheme scheme);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    QSettings m_settings{QStringLiteral("consentdesk"), QStringLiteral("consentdesk")};
};

} // namespace consent::ui
