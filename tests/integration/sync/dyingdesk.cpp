#include "integration/sync/vaultdesk.h"

#include "vault/vfs/vault_c.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

/// Kills this process at a change of the cache's files, before it is made.
class DeadlyDisk final : public IoHook
{
public:
    int before(IoCall call, const std::string &) override
    {
        switch (call) {
        case IoCall::Write:
        case IoCall::Truncate:
        case IoCall::Sync:
        case IoCall::Delete:
            break;
        case IoCall::Open:
        case IoCall::Access:
        case IoCall::Read:
        case IoCall::Size:
        case IoCall::Lock:
        case IoCall::SharedMemory:
            return SQLITE_OK;
        }
        if (armed && ++changes == dieAt)
            std::raise(SIGKILL);
        return SQLITE_OK;
    }

    bool armed = false;
    int changes = 0;
    int dieAt = 0;
};

void say(const char *what, qint64 number)
{
    std::printf("%s %lld\n", what, static_cast<long long>(number));
    std::fflush(stdout);
}

} // namespace

/// dyingdesk FOLDER before|after|change NUMBER SECRETS...: the first desk of a VaultDesk folder, which saves and syncs,
/// and is killed before or after its call to the store with that number, or before that change of its files. Prints
/// "saved SEQ" for every event that a person was told of, "sent SEQ" for what the store acknowledged, and what there
/// was in all when it comes to its end.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 7)
        return 2;
    const QString &where = arguments.at(2);
    const int number = arguments.at(3).toInt();
    DeadlyDisk disk;
    const HookedVfs hooked("deadly", "unix-excl", disk);
    useVault();
    if (vault_register("vault-deadly", "deadly") != SQLITE_OK)
        return 3;
    VaultDesk vault(arguments.at(1), VaultDesk::Secrets::fromArguments(arguments.mid(4)), u"vault-deadly"_s);
    SimDesk &desk = vault.desk();
    FaultPlan &plan = desk.faults();
    plan.mode = where == "before"_L1 ? FaultPlan::Mode::DieBefore : FaultPlan::Mode::DieAfter;
    if (where == "change"_L1)
        disk.dieAt = number;
    else
        plan.failFrom = number;
    disk.armed = true;
    for (quint32 round = 0; round < 2; ++round) {
        for (const quint32 what : {VaultDesk::registers, VaultDesk::captures, VaultDesk::optsOut}) {
            desk.work(what + 100 * round, round);
            say("saved", vault.head().seq);
        }
        desk.look(true);
        for (;;) {
            const auto step = desk.step();
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            say("sent", vault.acknowledged());
            if (*step == sync::SyncRound::Step::Idle)
                break;
        }
        desk.evict(round);
    }
    say("calls", plan.calls);
    say("changes", disk.changes);
    return 0;
}
