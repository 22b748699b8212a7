#include "support/sync/simulation.h"
#include "support/sync/embeddedsimstore.h"

#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

using namespace consent;
using namespace consent::test;

/// CONSENT_SIMULATION_SEED runs one schedule, CONSENT_SIMULATION_SCHEDULES that many; for thousands set
/// QTEST_FUNCTION_TIMEOUT (ms) too.
class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverHappensAllDesksConvergeAndNothingIsLostOrDoubled();
};

void SimulationTest::whateverHappensAllDesksConvergeAndNothingIsLostOrDoubled()
{
    const bool one = qEnvironmentVariableIsSet("CONSENT_SIMULATION_SEED");
    const quint32 first =
        one ? qEnvironmentVariable("CONSENT_SIMULATION_SEED").toUInt() : QRandomGenerator::global()->generate();
    const int schedules =
        one ? 1 : std::max(1, qEnvironmentVariable("CONSENT_SIMULATION_SCHEDULES", QStringLiteral("150")).toInt());
    qInfo("seeds from %u on, %d schedules", first, schedules);
    for (int i = 0; i < schedules; ++i) {
        const quint32 seed = first + static_cast<quint32>(i);
        const auto folder = Simulation::fastFolder();
        EmbeddedSimStore store(folder->path());
        Simulation simulation(seed, Simulation::shapeOf(seed), store);
        const QString fault = simulation.run();
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
        if ((i + 1) % 100 == 0) {
            std::printf("# %d schedules converged\n", i + 1);
            std::fflush(stdout);
        }
    }
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "simulationtest.moc"
