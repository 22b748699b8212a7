#include "base/clock.h"
#include "base/logging.h"
#include "crypto/processhardening.h"
#include "desk/calls/callinbox.h"
#include "desk/entrance/deskentrance.h"
#include "domain/callrequest.h"
#include "ui/common/typography.h"
#include "ui/shell/desktop.h"
#include "ui/shell/languages.h"
#include "ui/shell/preferences.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QMessageBox>

#include <cstdio>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

struct Arguments
{
    std::optional<domain::CallRequest> call;
    QString dataFolder; ///< Empty for the place the OS gives to the program's data.
};

Result<Arguments> readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Captures, proves and honours privacy consent."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption call(u"call"_s, QCoreApplication::translate("main", "Takes a call from this number."),
                                  QCoreApplication::translate("main", "number"));
    const QCommandLineOption data(u"data"_s, QCoreApplication::translate("main", "Keeps everything in this folder."),
                                  QCoreApplication::translate("main", "folder"));
    parser.addOptions({call, data});
    parser.addPositionalArgument(u"address"_s, QCoreApplication::translate("main", "consentdesk://call?from=NUMBER"),
                                 u"[address]"_s);
    parser.process(application);
    Arguments arguments;
    arguments.dataFolder = parser.value(data);
    QString request = parser.value(call);
    if (request.isEmpty() && !parser.positionalArguments().isEmpty())
        request = parser.positionalArguments().constFirst();
    if (request.isEmpty())
        return arguments;
    auto parsed = domain::CallRequest::fromArgument(request);
    if (!parsed)
        return parsed.error();
    arguments.call = std::move(*parsed);
    return arguments;
}

/// To the person, in a window and on the terminal that started it.
int stop(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    QMessageBox::critical(nullptr, QCoreApplication::translate("main", "Consent Desk"), error.message);
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto hardening = crypto::hardenProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"consentdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CONSENT_VERSION));
    QGuiApplication::setDesktopFileName(u"consentdesk"_s);
    QIcon windowIcon;
    for (const int side : {48, 128, 256})
        windowIcon.addFile(u":/icon/consentdesk-%1.png"_s.arg(side));
    QGuiApplication::setWindowIcon(windowIcon);
    if (!hardening.isComplete())
        qCWarning(logging::vault) << "the memory of this process could not be closed wholly";

    ui::Preferences preferences;
    ui::Languages languages(application);
    if (ui::hasKoreanFont()) {
        languages.use(preferences.language());
    } else {
        qCWarning(logging::ui) << "no font can write Hangul; showing English";
        languages.use(domain::Language::English);
    }
    const auto arguments = readArguments(application);
    if (!arguments)
        return stop(arguments.error());
    desk::CallInbox inbox(desk::CallInbox::defaultAddress());
    const auto started = inbox.start(arguments->call);
    if (started && *started == desk::CallInbox::Start::HandedOver)
        return 0;
    if (!started && started.error().kind != ErrorKind::Io)
        return stop(started.error());
    if (!started)
        qCWarning(logging::desk) << "calls can't reach this desktop:" << started.error().detail;

    const SystemClock clock;
    vault::QtKeychainAdapter keychain(u"consentdesk"_s);
    const desk::DeskFolders folders(arguments->dataFolder);
    desk::DeskEntrance entrance(folders, keychain, clock);
    ui::Desktop desktop({application, entrance, folders, preferences, languages, clock});
    QObject::connect(&inbox, &desk::CallInbox::called, &desktop, &ui::Desktop::take);
    QObject::connect(&inbox, &desk::CallInbox::showRequested, &desktop, &ui::Desktop::raise);
    desktop.start();
    if (arguments->call)
        desktop.take(*arguments->call);
    return QApplication::exec();
}
