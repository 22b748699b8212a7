#include "contract/blockscontract.h"
#include "contract/centralstorecontract.h"
#include "contract/evidencecontract.h"
#include "contract/peoplecontract.h"
#include "contract/postgresfixture.h"
#include "contract/sessioncontract.h"

#include <QCoreApplication>
#include <QTest>

/// The whole contract on a real server.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PostgresFixture fixture;
    CentralStoreContract chains(fixture);
    SessionContract sessions(fixture);
    PeopleContract people(fixture);
    BlocksContract blocks(fixture);
    EvidenceContract evidence(fixture);
    int failed = 0;
    for (QObject *suite : std::initializer_list<QObject *>{&chains, &sessions, &people, &blocks, &evidence})
        failed += QTest::qExec(suite, argc, argv);
    return failed;
}
