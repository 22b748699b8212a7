#include "integration/sync/vaultdesk.h"
#include "support/sync/simulation.h"

#include "ledger/eventtypes.h"
#include "vault/vfs/vault_c.h"

#include <QTest>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

/// Has no room from a write with a number on, until it is given room.
class FillingDisk final : public IoHook
{
public:
    int before(IoCall, const std::string &) override { return SQLITE_OK; }
    int beforeWrite(const std::string &, const void *, int, sqlite3_int64) override
    {
        ++writes;
        return fullFrom != 0 && writes >= fullFrom ? SQLITE_FULL : SQLITE_OK;
    }

    int writes = 0;
    int fullFrom = 0; ///< 0: never
};

} // namespace

/// The disk of a PC fills up while it sends and fetches: at each write in turn.
class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aFullDiskStopsSyncWithASentenceAndLosesNothing();

private:
    /// Somebody is written down. @return why not
    static std::optional<Error> save(SimDesk &desk);
    /// Runs sync with no room from that write on. @return whether there was room to the end
    bool fillFrom(int write);

    FillingDisk m_disk;
    std::unique_ptr<HookedVfs> m_hooked;
    std::unique_ptr<QTemporaryDir> m_base;
    std::unique_ptr<VaultDesk::Secrets> m_secrets;
};

void FullDiskTest::initTestCase()
{
    useVault();
    m_hooked = std::make_unique<HookedVfs>("filling", "unix-excl", m_disk);
    QCOMPARE(vault_register("vault-filling", "filling"), SQLITE_OK);
    m_base = Simulation::fastFolder();
    m_secrets = std::make_unique<VaultDesk::Secrets>(VaultDesk::prepare(m_base->path()));
}

void FullDiskTest::cleanupTestCase()
{
    m_secrets.reset();
    m_base.reset();
    vault_unregister("vault-filling");
    m_hooked.reset();
}

std::optional<Error> FullDiskTest::save(SimDesk &desk)
{
    const auto saved = desk.core()
                           .write([](desk::OpenDesk &, desk::EventRecorder &recorder) -> Result<void> {
                               const auto event =
                                   recorder.record(ledger::eventtypes::subjectRegistered, SubjectId::create(), {},
                                                   {{u"name"_s, u"가상인물"_s}, {u"phone"_s, u"01000000000"_s}});
                               return event ? Result<void>() : event.error();
                           })
                           .result();
    return saved ? std::nullopt : std::optional(saved.error());
}

bool FullDiskTest::fillFrom(int write)
{
    const auto folder = Simulation::fastFolder();
    VaultDesk::copy(m_base->path(), folder->path());
    m_disk.fullFrom = 0;
    VaultDesk vault(folder->path(), m_secrets->clone(), u"vault-filling"_s);
    const auto head = vault.head();
    m_disk.writes = 0;
    m_disk.fullFrom = write;
    const auto stopped = vault.exchange();
    const auto check = [](bool good, const char *what) {
        if (!good)
            qFatal("%s", what);
    };
    if (stopped) {
        check(stopped->kind == ErrorKind::DiskFull, qPrintable(stopped->detail));
        check(stopped->message.contains(u"full"_s), "no sentence about the full disk");
        check(!vault.desk().resting(), "sync rests for good");
        // Nobody is told that something was saved which was not.
        const auto refused = save(vault.desk());
        check(refused && refused->kind == ErrorKind::DiskFull, "a record was saved on a full disk");
        check(vault.head() == head, "half a record was saved");
        check(vault.headAtStore().seq <= head.seq, "the store has what nobody wrote");
        check(vault.exchange().has_value(), "sync goes on without room");
    }
    m_disk.fullFrom = 0;
    const auto after = vault.exchange();
    check(!after, after ? qPrintable(after->detail) : "");
    check(!save(vault.desk()), "nothing can be saved although there is room");
    check(!vault.exchange(), "the record is not sent");
    check(vault.head().seq == head.seq + 1, "a record was lost or doubled");
    const QString fault = vault.fault();
    check(fault.isEmpty(), qPrintable(fault));
    return !stopped;
}

void FullDiskTest::aFullDiskStopsSyncWithASentenceAndLosesNothing()
{
    int tried = 0;
    for (int write = 1; !fillFrom(write); ++write)
        ++tried;
    QVERIFY2(tried > 20, qPrintable(QString::number(tried)));
    qInfo("full at %d moments", tried);
}

QTEST_GUILESS_MAIN(FullDiskTest)
#include "fulldisktest.moc"
