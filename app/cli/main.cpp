#include "base/clock.h"
#include "cli/commandline.h"
#include "cli/console.h"
#include "cli/workplace.h"
#include "crypto/processhardening.h"
#include "desk/session/language.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QLoggingCategory>

#include <cstdio>
#include <unistd.h>

using namespace consent;

int main(int argc, char *argv[])
{
    crypto::hardenProcess(); // before any secret exists; what the system refuses does not keep an administrator from
                             // work
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("consentdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CONSENT_VERSION));
    // A script's plain locale promises nothing but ASCII.
    const bool plain = QLocale::system().language() == QLocale::C;
    desk::speak(application,
                plain ? domain::Language::English : desk::preferredLanguage(QLocale::system().uiLanguages()));

    QFile out;
    QFile notes;
    if (!out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !notes.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return static_cast<int>(cli::ExitCode::Failed);
    // What the program notes for itself is no answer; QT_LOGGING_RULES brings it back.
    QLoggingCategory::setFilterRules(QStringLiteral("consent.*.info=false"));

    const SystemClock clock;
    cli::Console console(out, notes, clock, ::isatty(STDERR_FILENO) == 1);
    vault::QtKeychainAdapter keychain(QStringLiteral("consentdesk"));
    cli::Workplace workplace(console, keychain, clock);
    return static_cast<int>(cli::CommandLine(workplace).run(QCoreApplication::arguments()));
}
