#include "crypto/processhardening.h"

#include "crypto/secretbuffer.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <functional>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace consent::crypto;

namespace {

/// Runs it in a child process, which is not the same afterwards, and gives its exit code; -1 when it was killed.
int inChild(const std::function<int()> &run)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(run());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

/// Kilobytes of this process that are locked into memory.
long lockedKb()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmLck:"))
            return line.mid(6).simplified().split(' ').first().toLong();
    }
    return -1;
}

} // namespace

class ProcessHardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCoreIsWrittenAndNobodyMayLookIn();
    void limitStaysForChildren();
    void secureHeapIsLockedWhereTheSystemAllowsIt();
};

void ProcessHardeningTest::noCoreIsWrittenAndNobodyMayLookIn()
{
    const int code = inChild([] {
        if (::prctl(PR_GET_DUMPABLE) != 1)
            return 1; // else there would be nothing to prove
        const ProcessHardening hardening = hardenProcess();
        rlimit limit{1, 1};
        if (::getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur != 0 || limit.rlim_max != 0)
            return 2;
        if (::prctl(PR_GET_DUMPABLE) != 0)
            return 3;
        return hardening.coreDumpsOff && hardening.notInspectable ? 0 : 4;
    });
    QCOMPARE(code, 0);
}

void ProcessHardeningTest::limitStaysForChildren()
{
    const int code = inChild([] {
        hardenProcess();
        return inChild([] {
            rlimit limit{1, 1};
            return ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0 ? 0 : 1;
        });
    });
    QCOMPARE(code, 0);
}

void ProcessHardeningTest::secureHeapIsLockedWhereTheSystemAllowsIt()
{
    const int code = inChild([] {
        const long before = lockedKb();
        const ProcessHardening hardening = hardenProcess();
        const long gained = lockedKb() - before;
        rlimit limit{};
        ::getrlimit(RLIMIT_MEMLOCK, &limit);
        const bool allowed = ::geteuid() == 0 || limit.rlim_cur >= 2 * 1024 * 1024;
        if (hardening.secureHeapLocked != (gained >= 1024))
            return 1;
        if (allowed && !hardening.secureHeapLocked)
            return 2;
        return SecretBuffer::zeroed(32) ? 0 : 3;
    });
    QCOMPARE(code, 0);
}

QTEST_APPLESS_MAIN(ProcessHardeningTest)
#include "processhardeningtest.moc"
