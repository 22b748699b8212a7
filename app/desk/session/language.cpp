#include "desk/session/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace consent::desk {

namespace {

void install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

domain::Language preferredLanguage(const QStringList &tags)
{
    for (const QString &tag : tags) {
        switch (QLocale(tag).language()) {
        case QLocale::Korean:
            return domain::Language::Korean;
        case QLocale::English:
            return domain::Language::English;
        default: // a language that the program does not speak
            break;
        }
    }
    return domain::Language::Korean;
}

void speak(QCoreApplication &application, domain::Language language)
{
    const bool korean = language == domain::Language::Korean;
    const QString code = korean ? QStringLiteral("ko") : QStringLiteral("en");
    QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                               : QLocale(QLocale::English, QLocale::UnitedStates));
    // The later ones are asked first: ours wins over Qt's.
    install(application, QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QStringLiteral("consentdesk_") + code, QStringLiteral(":/i18n"));
}

} // namespace consent::desk
