#include "integration/sync/vaultdesk.h"
#include "support/sync/simulation.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

/// A desk with a sealed cache is killed (SIGKILL) in mid-sync, at each call to the store and each change of its files;
/// whatever it was, the next start goes on and nothing is lost or doubled.
/// CONSENT_KILLS is how many changes of the files are tried, drawn at random; 0 for every single one.
class DyingDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void killedAtACallOrChangeItLosesAndDoublesNothing_data();
    void killedAtACallOrChangeItLosesAndDoublesNothing();

private:
    struct Run
    {
        bool killed = false;
        std::map<QByteArray, qint64> said; ///< The last number of each kind.
        QByteArray error;
    };
    Run run(const QString &folder, const QString &where, int number) const;
    /// What is wrong after a run that was killed there; empty when nothing is.
    QString killAt(const QString &where, int number);

    std::unique_ptr<QTemporaryDir> m_base;
    std::unique_ptr<VaultDesk::Secrets> m_secrets;
    std::map<QByteArray, qint64> m_undisturbed;
};

void DyingDeskTest::initTestCase()
{
    useVault();
    m_base = Simulation::fastFolder();
    m_secrets = std::make_unique<VaultDesk::Secrets>(VaultDesk::prepare(m_base->path()));
    const auto folder = Simulation::fastFolder();
    VaultDesk::copy(m_base->path(), folder->path());
    const Run whole = run(folder->path(), u"change"_s, 0);
    QVERIFY2(!whole.killed, whole.error);
    m_undisturbed = whole.said;
    QVERIFY(m_undisturbed["calls"] > 10);
    QVERIFY(m_undisturbed["changes"] > 50);
    QCOMPARE(m_undisturbed["sent"], m_undisturbed["saved"]);
}

void DyingDeskTest::cleanupTestCase()
{
    m_secrets.reset();
    m_base.reset();
}

DyingDeskTest::Run DyingDeskTest::run(const QString &folder, const QString &where, int number) const
{
    QProcess process;
    process.start(QStringLiteral(DYING_DESK_PROGRAM),
                  QStringList{folder, where, QString::number(number)} + m_secrets->toArguments());
    Run run;
    if (!process.waitForFinished(60'000))
        qFatal("a desk neither dies nor ends");
    run.killed = process.exitStatus() == QProcess::CrashExit;
    run.error = process.readAllStandardError();
    if (!run.killed && process.exitCode() != 0)
        qFatal("a desk ended with %d: %s", process.exitCode(), run.error.constData());
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (const auto words = line.split(' '); words.size() == 2)
            run.said[words.front()] = words.back().toLongLong();
    }
    return run;
}

QString DyingDeskTest::killAt(const QString &where, int number)
{
    const auto folder = Simulation::fastFolder();
    VaultDesk::copy(m_base->path(), folder->path());
    Run died = run(folder->path(), where, number);
    if (!died.killed)
        return u"it was not killed"_s;
    VaultDesk after(folder->path(), m_secrets->clone(), u"vault"_s);
    if (after.head().seq < died.said["saved"])
        return u"seq %1 was saved, the chain ends at %2"_s.arg(died.said["saved"]).arg(after.head().seq);
    if (after.headAtStore().seq < died.said["sent"])
        return u"seq %1 was acknowledged, the store has %2"_s.arg(died.said["sent"]).arg(after.headAtStore().seq);
    if (const auto stopped = after.exchange())
        return u"sync does not go on: "_s + stopped->detail;
    return after.fault();
}

void DyingDeskTest::killedAtACallOrChangeItLosesAndDoublesNothing_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QList<int>>("numbers");
    QList<int> calls;
    for (int call = 1; call <= m_undisturbed["calls"]; ++call)
        calls.append(call);
    QTest::newRow("before every call to the store") << u"before"_s << calls;
    QTest::newRow("after every call to the store") << u"after"_s << calls;
    QList<int> changes;
    // A few less than there are: how many there are in the end differs with random ids.
    for (int change = 1; change <= m_undisturbed["changes"] * 9 / 10; ++change)
        changes.append(change);
    const int kills = countFromEnvironment("CONSENT_KILLS", qEnvironmentVariableIsSet("CONSENT_KILLS") ? 0 : 40);
    if (kills > 0 && kills < changes.size()) {
        std::mt19937_64 random(firstSeed());
        std::ranges::shuffle(changes, random);
        changes.resize(kills);
    }
    QTest::newRow("before changes of the files") << u"change"_s << changes;
}

void DyingDeskTest::killedAtACallOrChangeItLosesAndDoublesNothing()
{
    QFETCH(const QString, where);
    QFETCH(const QList<int>, numbers);
    for (const int number : numbers) {
        const QString fault = killAt(where, number);
        QVERIFY2(fault.isEmpty(), qPrintable(u"%1 %2: %3"_s.arg(where).arg(number).arg(fault)));
    }
    qInfo("%lld kills of %lld calls and %lld changes", static_cast<long long>(numbers.size()),
          static_cast<long long>(m_undisturbed["calls"]), static_cast<long long>(m_undisturbed["changes"]));
}

QTEST_GUILESS_MAIN(DyingDeskTest)
#include "dyingdesktest.moc"
