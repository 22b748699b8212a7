#include "crypto/processhardening.h"
#include "desk/entrance/deskentrance.h"
#include "ui/shell/desktop.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace consent;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 7;

/// Processor seconds of this process so far, its start by the loader included.
double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

double residentMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

bool awaitExposed(QWidget &window)
{
    return QTest::qWaitFor([&window] { return window.windowHandle() && window.windowHandle()->isExposed(); }, 30'000);
}

void report(const char *what)
{
    std::printf("%s %.3f %.1f\n", what, cpuSeconds(), residentMiB());
}

/// What any Qt program pays for a window with a field and a button.
int bareWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QWidget window;
    QLineEdit field(&window);
    window.show();
    if (!awaitExposed(window))
        return 1;
    report("window");
    return 0;
}

/// The desktop as main() starts it; with a desk it signs in and searches, so that the cache is in use.
int desktopWindow(int argc, char *argv[], const QString &folder)
{
    crypto::hardenProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"consentdesk"_s);
    const QTemporaryDir settings;
    ui::Preferences preferences(settings.filePath(u"preferences.ini"_s));
    ui::Languages languages(application);
    languages.use(preferences.language());
    const SystemClock clock;
    vault::QtKeychainAdapter keychain(u"consentdesk"_s);
    const desk::DeskFolders folders(folder.isEmpty() ? settings.path() : folder);
    desk::DeskEntrance entrance(folders, keychain, clock);
    ui::Desktop desktop({application, entrance, folders, preferences, languages, clock});
    desktop.start();
    if (!awaitExposed(desktop.window()))
        return 1;
    report("window");
    if (folder.isEmpty())
        return 0;
    auto *signIn = desktop.window().findChild<QPushButton *>(u"signInSubmit"_s);
    if (!signIn || !QTest::qWaitFor([signIn] { return signIn->isVisible() && signIn->isEnabled(); }, 30'000))
        return 1;
    signIn->click();
    if (!QTest::qWaitFor([&] { return desktop.window().findChild<QLineEdit *>(u"callerNumber"_s) != nullptr; }, 60'000))
        return 1;
    QTest::keyClick(&desktop.window(), Qt::Key_2, Qt::ControlModifier);
    for (const char digit : {'1', '2', '3', '4'})
        QTest::keyClick(QApplication::focusWidget(), digit, Qt::NoModifier, 20);
    QTest::qWait(1000);
    report("signed-in");
    return 0;
}

struct Line
{
    double cpu = 0;
    double resident = 0;
};

std::vector<Line> child(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120'000);
    std::vector<Line> lines;
    for (const QByteArray &line : process.readAllStandardOutput().trimmed().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 3)
            lines.push_back({words[1].toDouble(), words[2].toDouble()});
    }
    return lines;
}

Line median(std::vector<Line> lines)
{
    std::ranges::sort(lines, {}, &Line::cpu);
    return lines.empty() ? Line() : lines[lines.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    const QString mode = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (mode == u"--bare")
        return bareWindow(argc, argv);
    if (mode == u"--desktop")
        return desktopWindow(argc, argv, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    const QString program = QString::fromLocal8Bit(argv[0]);
    std::vector<Line> desktops;
    std::vector<Line> bare;
    for (int round = 0; round < rounds; ++round) {
        for (const Line &line : child(program, {u"--desktop"_s}))
            desktops.push_back(line);
        for (const Line &line : child(program, {u"--bare"_s}))
            bare.push_back(line);
    }
    const Line ours = median(desktops);
    const Line theirs = median(bare);
    std::printf(
        "start to first window: %.3f s of CPU, %.1f MiB resident; a bare Qt window: %.3f s, %.1f MiB; ratio %.2f\n",
        ours.cpu, ours.resident, theirs.cpu, theirs.resident, theirs.cpu > 0 ? ours.cpu / theirs.cpu : 0);
    if (!mode.isEmpty()) {
        const auto lines = child(program, {u"--desktop"_s, mode});
        if (lines.size() == 2)
            std::printf("signed in on this desk, after a search: %.1f MiB resident\n", lines[1].resident);
    }
    return desktops.size() == rounds && bare.size() == rounds ? 0 : 1;
}
