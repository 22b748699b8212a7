// What sealing costs: the same work on plain SQLite over "unix" and on the vault over "unix-excl", in turn, in one run.
#include "support/vault/database.h"
#include "support/vault/vaultfixture.h"
#include "vault/vfs/vault_c.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace consent::test;

namespace {

/// One of the two: a database file with its VFS.
struct Side
{
    const char *vfs;
    std::string path;
};

struct Measure
{
    const char *name;
    const char *unit;
    /// @return microseconds for one piece of work.
    std::function<double(const Side &)> run;
};

void need(bool good, Database &database)
{
    if (good)
        return;
    std::fprintf(stderr, "%s\n", database.message().c_str());
    std::exit(1);
}

double microsecondsOf(int count, const std::function<void(int)> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    for (int index = 0; index < count; ++index)
        work(index);
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count() / count;
}

Database open(const Side &side, int cacheKib, const char *synchronous = "FULL")
{
    Database database(side.path, side.vfs);
    need(
        database.run("PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-" +
                     std::to_string(cacheKib) + "; PRAGMA synchronous=" + synchronous),
        database);
    return database;
}

/// A statement that is prepared once and run with one text or number.
class Query
{
public:
    Query(Database &database, const char *sql)
        : m_database(database)
    {
        need(sqlite3_prepare_v2(database.raw(), sql, -1, &m_statement, nullptr) == SQLITE_OK, database);
    }
    ~Query() { sqlite3_finalize(m_statement); }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    int run(const std::string &text)
    {
        sqlite3_bind_text(m_statement, 1, text.c_str(), -1, SQLITE_STATIC);
        int rows = 0;
        int result = SQLITE_OK;
        while ((result = sqlite3_step(m_statement)) == SQLITE_ROW)
            ++rows;
        need(result == SQLITE_DONE, m_database);
        sqlite3_reset(m_statement);
        return rows;
    }

private:
    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
};

std::string phone(int person)
{
    char text[16];
    std::snprintf(text, sizeof text, "0100000%06d", person);
    return text;
}

void fill(const Side &side, int people)
{
    removeDatabase(side.path);
    Database database = open(side, 64 * 1024, "NORMAL");
    const std::string count = std::to_string(people);
    need(database.run("BEGIN; CREATE TABLE people(id INTEGER PRIMARY KEY, name TEXT, phone TEXT, note TEXT);"
                      "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<" +
                      count +
                      "-1) INSERT INTO people "
                      "SELECT i, char(44032+(i*7)%11172)||char(44032+(i*131)%11172)||char(44032+(i*17)%11172), "
                      "printf('0100000%06d', (i*7919)%" +
                      count +
                      "), hex(randomblob(60)) FROM n;"
                      "CREATE INDEX byPhone ON people(phone);"
                      "CREATE VIRTUAL TABLE words USING fts5(name, phone, content='people', content_rowid='id', "
                      "tokenize='trigram');"
                      "INSERT INTO words(words) VALUES('rebuild');"
                      "CREATE TABLE events(id INTEGER PRIMARY KEY, subject INTEGER, body TEXT);"
                      "CREATE INDEX bySubject ON events(subject); COMMIT; PRAGMA wal_checkpoint(TRUNCATE)"),
         database);
}

/// Drops what the system keeps of the file, so that it is read from the disk again.
void forgetFile(const Side &side)
{
    const int file = ::open(side.path.c_str(), O_RDONLY);
    if (file < 0)
        return;
    fsync(file);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
}

double lookUps(const Side &side, int people, int cacheKib, int warmUp, int count)
{
    Database database = open(side, cacheKib);
    Query query(database, "SELECT id, name, note FROM people WHERE phone=?");
    std::mt19937 random(17);
    for (int index = 0; index < warmUp; ++index)
        query.run(phone(static_cast<int>(random() % static_cast<unsigned>(people))));
    return microsecondsOf(count,
                          [&](int) { query.run(phone(static_cast<int>(random() % static_cast<unsigned>(people)))); });
}

double inserts(const Side &side, const char *synchronous, int count)
{
    Database database = open(side, 64 * 1024, synchronous);
    Query insert(database, "INSERT INTO events(subject, body) VALUES(abs(random())%100000, ?)");
    const std::string body(600, 'e');
    return microsecondsOf(count, [&](int) { insert.run(body); });
}

double searches(const Side &side, int count)
{
    Database database = open(side, 64 * 1024);
    Query query(database, "SELECT rowid FROM words WHERE words MATCH ? LIMIT 50");
    std::mt19937 random(19);
    return microsecondsOf(count, [&](int) {
        char text[16];
        std::snprintf(text, sizeof text, "\"%04u\"", static_cast<unsigned>(random() % 10000));
        query.run(text);
    });
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main()
{
    const int people = countFromEnvironment("BENCH_PEOPLE", 200'000);
    const int rounds = countFromEnvironment("BENCH_ROUNDS", 5);
    useVault();
    char folder[] = "/var/tmp/bench-vault-XXXXXX";
    if (!mkdtemp(folder))
        return 1;
    const Side plain{"unix", std::string(folder) + "/plain.db"};
    const Side sealed{"vault", std::string(folder) + "/sealed.db"};
    for (const Side &side : {plain, sealed})
        fill(side, people);

    const int wide = 512 * 1024;
    const std::vector<Measure> measures{
        {"one event a transaction, FULL", "us", [](const Side &side) { return inserts(side, "FULL", 200); }},
        {"one event a transaction, NORMAL", "us", [](const Side &side) { return inserts(side, "NORMAL", 10'000); }},
        {"look-up by phone, cold", "us",
         [&](const Side &side) {
             forgetFile(side);
             return lookUps(side, people, 2000, 0, 500);
         }},
        {"look-up by phone, warm, 2 MB cache", "us",
         [&](const Side &side) { return lookUps(side, people, 2000, 5000, 20'000); }},
        {"look-up by phone, warm, all cached", "us",
         [&](const Side &side) { return lookUps(side, people, wide, people, 50'000); }},
        {"trigram search, four digits", "us", [](const Side &side) { return searches(side, 300); }},
    };
    std::printf("%d people, %d rounds, medians\n%-38s %12s %12s %8s %8s %8s\n", people, rounds, "", "plain", "sealed",
                "ratio", "lowest", "highest");
    for (const Measure &measure : measures) {
        std::vector<double> plainTimes;
        std::vector<double> sealedTimes;
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) {
            plainTimes.push_back(measure.run(plain));
            sealedTimes.push_back(measure.run(sealed));
            ratios.push_back(sealedTimes.back() / plainTimes.back());
        }
        std::printf("%-38s %9.1f %s %9.1f %s %8.2f %8.2f %8.2f\n", measure.name, median(plainTimes), measure.unit,
                    median(sealedTimes), measure.unit, median(ratios), std::ranges::min(ratios),
                    std::ranges::max(ratios));
        std::fflush(stdout);
    }
    const auto size = [](const Side &side) { return static_cast<double>(std::filesystem::file_size(side.path)); };
    std::printf("%-38s %8.1f MiB %8.1f MiB %7.3f\n", "size", size(plain) / 1048576, size(sealed) / 1048576,
                size(sealed) / size(plain));
    std::printf("sealed %llu and opened %llu records\n", vault_seal_count(), vault_open_count());
    std::filesystem::remove_all(folder);
    return vault_seal_count() > 0 ? 0 : 1;
}
