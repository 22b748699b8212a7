#include "contract/blockscontract.h"
#include "contract/centralstorecontract.h"
#include "contract/embeddedfixture.h"
#include "contract/evidencecontract.h"
#include "contract/peoplecontract.h"
#include "contract/sessioncontract.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace consent;
using namespace samples;

/// What the embedded adapter promises beyond the contract.
class EmbeddedStoreTest : public QObject
{
    Q_OBJECT

public:
    explicit EmbeddedStoreTest(EmbeddedFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void fileHoldsNothingReadable();
    void eventsAreFinal();
    void reopenedStoreHasEverything();

private:
    EmbeddedFixture &m_fixture;
};

void EmbeddedStoreTest::fileHoldsNothingReadable()
{
    m_fixture.reset();
    const auto sealsBefore = vault_seal_count();
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    {
        const auto store = m_fixture.openAlone();
        QVERIFY(store->append(desk.device(), desk.events()).ok());
    }
    QVERIFY(vault_seal_count() > sealsBefore);
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile file(m_fixture.path() + suffix);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(desk.device().toString().toLatin1()));
        QVERIFY(!bytes.contains(desk.events().front().jws.left(30)));
        QVERIFY(!bytes.contains("CREATE TABLE"));
    }
    QVERIFY(QFile(m_fixture.path()).size() > 4096);
}

void EmbeddedStoreTest::eventsAreFinal()
{
    m_fixture.reset();
    TestDesk desk;
    desk.enrol();
    QVERIFY(m_fixture.openAlone()->append(desk.device(), desk.events()).ok());
    const auto connection = m_fixture.connection();
    QVERIFY(!connection->run(u"UPDATE event SET jws = x'00'"_s).ok());
    QVERIFY(!connection->run(u"DELETE FROM event"_s).ok());
    QCOMPARE(must(connection->number(u"SELECT count(*) FROM event"_s)), 1);
}

void EmbeddedStoreTest::reopenedStoreHasEverything()
{
    m_fixture.reset();
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    for (const ledger::SignedEvent &event : desk.events())
        QVERIFY(m_fixture.openAlone()->append(desk.device(), {event}).ok());
    QCOMPARE(must(m_fixture.openAlone()->head(desk.device())), desk.head());
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    EmbeddedFixture fixture;
    CentralStoreContract chains(fixture);
    SessionContract sessions(fixture);
    PeopleContract people(fixture);
    BlocksContract blocks(fixture);
    EvidenceContract evidence(fixture);
    EmbeddedStoreTest own(fixture);
    int failed = 0;
    for (QObject *suite : std::initializer_list<QObject *>{&chains, &sessions, &people, &blocks, &evidence, &own})
        failed += QTest::qExec(suite, argc, argv);
    return failed;
}

#include "embeddedstoretest.moc"
