#include "support/vault/workload.h"

namespace consent::test {

namespace {

std::string payload(std::mt19937_64 &random)
{
    static constexpr char Letters[] = "abcdefghijklmnopqrstuvwxyz";
    const std::size_t length = random() % 8 == 0 ? random() % 9000 : random() % 300;
    std::string text = "MARKER";
    while (text.size() < length)
        text += Letters[random() % 26];
    return text;
}

} // namespace

Workload::Workload(std::uint64_t seed)
    : m_seed(seed)
{
}

bool Workload::create(Database &database)
{
    return database.run("BEGIN; CREATE TABLE rows(id INTEGER PRIMARY KEY, text TEXT);"
                        "CREATE INDEX byText ON rows(text); CREATE TABLE progress(done INTEGER);"
                        "INSERT INTO progress VALUES(0); COMMIT");
}

/// The next transaction as SQL; changes the rows as it will.
std::string Workload::plan(Rows &rows) const
{
    const int number = committed() + 1;
    std::mt19937_64 random(m_seed * 1'000'003 + static_cast<std::uint64_t>(number));
    std::string sql = "BEGIN IMMEDIATE;";
    const int changes = random() % 10 == 0 ? 60 : static_cast<int>(random() % 6) + 1;
    for (int change = 0; change < changes; ++change) {
        const int id = static_cast<int>(random() % 120);
        if (random() % 5 == 0) {
            rows.erase(id);
            sql += "DELETE FROM rows WHERE id=" + std::to_string(id) + ";";
        } else {
            rows[id] = payload(random);
            sql += "INSERT OR REPLACE INTO rows VALUES(" + std::to_string(id) + ",'" + rows[id] + "');";
        }
    }
    return sql + "UPDATE progress SET done=" + std::to_string(number) + "; COMMIT";
}

bool Workload::step(Database &database)
{
    Rows rows = m_history.back();
    if (!database.run(plan(rows))) {
        database.run("ROLLBACK");
        return false;
    }
    m_history.push_back(std::move(rows));
    return true;
}

void Workload::follow(int transactions)
{
    for (int count = 0; count < transactions; ++count) {
        Rows rows = m_history.back();
        plan(rows);
        m_history.push_back(std::move(rows));
    }
}

int Workload::transactionsIn(Database &database)
{
    const auto tables = database.query("SELECT count(*) FROM sqlite_schema WHERE name='progress'");
    if (!tables)
        return -2;
    if (*tables == "0")
        return -1;
    const auto done = database.query("SELECT done FROM progress");
    return done ? std::stoi(*done) : -2;
}

bool Workload::holds(Database &database, const Rows &rows)
{
    std::string expected;
    for (const auto &[id, text] : rows) {
        if (!expected.empty())
            expected += '\n';
        expected.append(std::to_string(id)).append(1, '=').append(text);
    }
    return database.query("SELECT id||'='||text FROM rows ORDER BY id") == expected &&
           database.query("PRAGMA integrity_check") == "ok";
}

} // namespace consent::test
