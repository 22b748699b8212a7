#include "samplecall.h"

#include "base/clock.h"
#include "crypto/processhardening.h"
#include "desk/entrance/deskentrance.h"
#include "ui/shell/desktop.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

using namespace consent;
using namespace Qt::StringLiterals;

/// The desktop as app/main.cpp puts it together, with somebody at the keyboard.
int main(int argc, char *argv[])
{
    crypto::hardenProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"consentdesk"_s);
    QCommandLineParser parser;
    const QCommandLineOption data(u"data"_s, u"Keeps everything in this folder."_s, u"folder"_s);
    const QCommandLineOption pictures(u"pictures"_s, u"Puts the screenshots into this folder."_s, u"folder"_s);
    parser.addHelpOption();
    parser.addOptions({data, pictures});
    parser.process(application);
    if (!parser.isSet(data) || !parser.isSet(pictures)) {
        std::fputs("Both --data and --pictures are needed.\n", stderr);
        return 2;
    }
    if (!QDir().mkpath(parser.value(data))) {
        std::fputs("The folder for the data can't be made.\n", stderr);
        return 1;
    }

    ui::Preferences preferences(QDir(parser.value(data)).filePath(u"preferences.ini"_s));
    ui::Languages languages(application);
    languages.use(preferences.language());
    const SystemClock clock;
    vault::QtKeychainAdapter keychain(u"consentdesk"_s);
    const desk::DeskFolders folders(parser.value(data));
    desk::DeskEntrance entrance(folders, keychain, clock);
    ui::Desktop desktop({application, entrance, folders, preferences, languages, clock});
    desktop.start();

    const Result<QString> receipt = SampleCall(desktop.window(), parser.value(pictures)).run();
    if (!receipt) {
        std::fprintf(stderr, "%s\n", qPrintable(receipt.error().message));
        return 1;
    }
    std::printf("%s\n", qPrintable(*receipt));
    return 0;
}
