#include "support/postgres/postgresprogram.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace postgrestesting {

namespace {

constexpr int limitMs = 120'000;

struct Account
{
    uid_t user = 0;
    gid_t group = 0;
};

const Account &serverAccount()
{
    static const Account account = [] {
        const passwd *entry = ::getpwnam("postgres");
        if (entry == nullptr)
            qFatal("root may not run PostgreSQL, and there is no user \"postgres\": install the package postgresql.");
        return Account{entry->pw_uid, entry->pw_gid};
    }();
    return account;
}

bool isRoot()
{
    return ::geteuid() == 0;
}

QString programFolder()
{
    QDir versions(u"/usr/lib/postgresql"_s);
    QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator byNumber;
    byNumber.setNumericMode(true);
    std::sort(names.begin(), names.end(), byNumber);
    for (auto name = names.crbegin(); name != names.crend(); ++name) {
        const QString folder = versions.filePath(*name + u"/bin"_s);
        if (QFile::exists(folder + u"/initdb"_s))
            return folder;
    }
    const QString found = QStandardPaths::findExecutable(u"initdb"_s);
    if (found.isEmpty())
        qFatal("There is no PostgreSQL server on this machine: install the package postgresql.");
    return QFileInfo(found).canonicalPath();
}

QProcessEnvironment cleanEnvironment(const QStringList &more)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList keys = environment.keys();
    for (const QString &key : keys) {
        if (key.startsWith(u"PG"_s))
            environment.remove(key);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &entry : more)
        environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    return environment;
}

Outcome finish(QProcess &process, const QString &program, const QStringList &arguments, const QByteArray &input)
{
    process.start(program, arguments);
    if (!process.waitForStarted(limitMs))
        return {-1, {}, process.errorString().toUtf8()};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(limitMs)) {
        process.kill();
        process.waitForFinished(limitMs);
        return {-1, process.readAllStandardOutput(), "took too long; " + process.readAllStandardError()};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

QString programPath(const QString &name)
{
    static const QString folder = programFolder();
    return folder + u'/' + name;
}

void runUnprivileged(QProcess &process)
{
    const Account account = isRoot() ? serverAccount() : Account{::geteuid(), ::getegid()};
    const bool change = isRoot();
    process.setChildProcessModifier([account, change] {
        if (change && (::setgroups(0, nullptr) != 0 || ::setgid(account.group) != 0 || ::setuid(account.user) != 0))
            ::_exit(126);
        ::prctl(PR_SET_PDEATHSIG, SIGINT); // a test that dies takes its server with it (SIGINT: fast shutdown)
    });
    process.setWorkingDirectory(u"/"_s);
    QProcessEnvironment environment = process.processEnvironment();
    if (environment.isEmpty())
        environment = cleanEnvironment({});
    environment.insert(u"HOME"_s, u"/"_s); // not the home of root, which that user can't read
    process.setProcessEnvironment(environment);
}

void giveAway(const QString &path)
{
    if (!isRoot())
        return;
    const Account account = serverAccount();
    const auto give = [&account](const QString &entry) {
        if (::lchown(QFile::encodeName(entry).constData(), account.user, account.group) != 0)
            qFatal("%s can't be given to the user postgres", qPrintable(entry));
    };
    give(path);
    QDirIterator entries(path, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        give(entries.next());
}

Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input,
            const QStringList &environment)
{
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment(environment));
    return finish(process, program, arguments, input);
}

Outcome runAsServer(const QString &program, const QStringList &arguments, const QStringList &environment)
{
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment(environment));
    runUnprivileged(process);
    return finish(process, program, arguments, {});
}

} // namespace postgrestesting
