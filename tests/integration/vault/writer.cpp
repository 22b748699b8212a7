// Writes to a sealed database until it is killed, and says after each commit that it was made.
//   vaultwriter DATABASE BASE SEED PRAGMAS
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <cstdio>
#include <cstdlib>

using namespace consent::test;

int main(int argc, char **argv)
{
    if (argc != 5)
        return 64;
    if (vault_register("vault", argv[2]) != SQLITE_OK || vault_set_key(nullptr, testKey().data()) != SQLITE_OK)
        return 65;
    Database database(argv[1], "vault");
    if (!database.isOpen() || !database.run(argv[4])) {
        std::fprintf(stderr, "%d %s\n", database.code(), database.message().c_str());
        return database.code() & 0xff;
    }
    Workload workload(std::strtoull(argv[3], nullptr, 10));
    int held = Workload::transactionsIn(database);
    if (held == -1 && Workload::create(database))
        held = 0;
    if (held < 0) {
        std::fprintf(stderr, "%d %s\n", database.code(), database.message().c_str());
        return database.code() & 0xff;
    }
    workload.follow(held);
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    while (workload.step(database))
        std::printf("%d\n", workload.committed());
    std::fprintf(stderr, "%d %s\n", database.code(), database.message().c_str());
    return 66;
}
