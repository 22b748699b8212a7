#pragma once

#include "support/vault/database.h"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace consent::test {

/// Transactions that depend on a seed alone, so that whoever finds a database after a crash can tell how far it came
/// and what it must hold. Rows differ in length, are changed and deleted; some transactions outgrow a small cache.
class Workload
{
public:
    using Rows = std::map<int, std::string>;

    explicit Workload(std::uint64_t seed);

    /// Makes the tables. @return whether it was committed.
    static bool create(Database &database);
    /// Runs the next transaction. @return whether it was committed; if not, it was rolled back and comes again.
    bool step(Database &database);
    /// Remembers the next transactions as committed, for a database that somebody else wrote.
    void follow(int transactions);
    int committed() const { return static_cast<int>(m_history.size()) - 1; }
    /// The rows after so many transactions.
    const Rows &after(int transactions) const { return m_history[static_cast<std::size_t>(transactions)]; }

    /// How many transactions a database holds. @return -1 when it holds no tables, -2 when it can't be read.
    static int transactionsIn(Database &database);
    static bool holds(Database &database, const Rows &rows);

private:
    std::string plan(Rows &rows) const;

    std::uint64_t m_seed;
    std::vector<Rows> m_history{1};
};

} // namespace consent::test
