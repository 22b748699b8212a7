#pragma once

#include "support/sync/simdesk.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <random>
#include <vector>

namespace consent::test {

/// One seeded schedule: desks that write, lose their line at any call, before it is done or before its answer comes,
/// run out of power, have clocks that are hours off, let people leave; a store that is put back to an old backup. At
/// the end everybody comes online, and everything must be as if nothing had happened.
class Simulation
{
public:
    struct Shape
    {
        int desks = 2; ///< 2 to 8.
        int branches = 1;
        int steps = 60;
        bool restores = true;
    };

    /// @param store is empty of events; outlives this
    Simulation(quint32 seed, Shape shape, SimStore &store);
    ~Simulation();

    /// @return what is wrong at the end; empty when everything converged
    QString run();

    static Shape shapeOf(quint32 seed);
    /// A folder for files that need not survive anything; in memory where there is such a place.
    static std::unique_ptr<QTemporaryDir> fastFolder();

private:
    void act();
    void sync(SimDesk &desk, int steps);
    void evict(SimDesk &desk, quint32 whom);
    void disconnectAll();
    void exchangeAll();
    QString settle();
    QString checkChains();
    QString checkProjections();
    quint32 dice(quint32 sides) { return static_cast<quint32>(m_random()) % sides; }

    std::mt19937 m_random;
    Shape m_shape;
    SimStore &m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<qint64> m_trueMs;
    std::vector<std::unique_ptr<SimDesk>> m_desks;
};

} // namespace consent::test
