#include "ui/shell/languages.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace consent::ui {

using namespace Qt::StringLiterals;

Languages::Languages(QCoreApplication &application)
    : QObject(&application)
{
}

void Languages::use(domain::Language language)
{
    if (language == m_current)
        return;
    m_current = language;
    const bool english = language == domain::Language::English;
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedStates)
                                : QLocale(QLocale::Korean, QLocale::SouthKorea));
    QCoreApplication::removeTranslator(&m_qts);
    QCoreApplication::removeTranslator(&m_ours);
    const QString code = english ? u"en"_s : u"ko"_s;
    if (m_qts.load(u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u"consentdesk_"_s + code, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_ours);
    else
        qCWarning(logging::ui) << "no texts for" << code;
}

} // namespace consent::ui
