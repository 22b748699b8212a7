#include "contract/contractdesks.h"
#include "contract/postgresfixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace consent;
using namespace consent::central;
using namespace samples;
using postgrestesting::Certificates;

/// Everything that can be wrong on the way to the store: each has a kind and a sentence of its own.
class BadConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit BadConnectionTest(PostgresFixture &fixture)
        : m_fixture(fixture)
    {
    }

private Q_SLOTS:
    void init();
    void rightPasswordIsLetIn();
    void wrongPasswordAndUnknownUserReadTheSame();
    void userWhoMayNotLogInIsTold();
    void missingDatabaseIsTold();
    void unknownServerNameIsTold();
    void silentPortIsTold();
    void certificateOfAnotherAuthorityIsRefused();
    void expiredCertificateIsRefused();
    void slowClockOfThePcIsTold();
    void certificateOfAnotherServerIsRefused();
    void missingAuthorityFileIsTold();
    void unencryptedServerIsNotUsed();
    void deviceCertificateIsAskedForAndTaken();
    void standbyAloneTakesNothing();
    void writableServerIsFoundAmongSeveral();
    void newerStoreIsTold();
    void olderStoreIsTold();
    void storeWithoutAFunctionIsTold();
    void programKnowsItsOwnSchema();
    void callThatWaitsTooLongGivesUp();
    void fullDiskIsToldAndNothingIsHalfSaved();
    void endedSessionGreetsAgainByItself();
    void callsBeforeHelloAreRefused();
    void storeTellsItsClock();

private:
    Error refused();
    Error refused(const StoreAddress &address, const QString &role, const QString &password);
    StoreAddress addressOf(const QString &host, quint16 port) const;
    static StoreAddress addressOf(const PostgresServer &server);

    PostgresFixture &m_fixture;
    std::unique_ptr<TestDesk> m_own;
    Error m_plainAnswer;
};

void BadConnectionTest::init()
{
    m_fixture.reset();
    m_own = std::make_unique<TestDesk>();
    m_fixture.addUser(UserId::create(), u"kim"_s, {u"agent"_s});
}

Error BadConnectionTest::refused(const StoreAddress &address, const QString &role, const QString &password)
{
    PostgresConnection::Options options;
    options.applicationName = u"test"_s;
    options.connectTimeout = std::chrono::seconds(3);
    const auto opened = PostgresConnection::open(address, role, PostgresFixture::secretOf(password), options);
    if (opened)
        return {ErrorKind::Internal, u"it was let in"_s, {}};
    if (opened.error().message.contains(password) || opened.error().detail.contains(password))
        qFatal("the password is in the error");
    return opened.error();
}

Error BadConnectionTest::refused()
{
    return refused(m_fixture.address(), u"u_kim"_s, m_fixture.password(u"kim"_s));
}

StoreAddress BadConnectionTest::addressOf(const QString &host, quint16 port) const
{
    return must(StoreAddress::parse(u"postgresql://%1:%2/consentdesk?sslrootcert=%3"_s.arg(host).arg(port).arg(
        m_fixture.address().certificates().authority)));
}

StoreAddress BadConnectionTest::addressOf(const PostgresServer &server)
{
    return must(StoreAddress::parse(
        u"postgresql://%1:%2/postgres?sslrootcert=%3"_s.arg(server.host()).arg(server.port()).arg(server.authority())));
}

void BadConnectionTest::rightPasswordIsLetIn()
{
    QVERIFY(m_fixture.tryOpen(u"kim"_s).ok());
}

void BadConnectionTest::wrongPasswordAndUnknownUserReadTheSame()
{
    const Error wrong = refused(m_fixture.address(), u"u_kim"_s, u"not the password"_s);
    QCOMPARE(wrong.kind, ErrorKind::WrongPassword);
    QVERIFY(wrong.message.startsWith(u"The central store does not accept this name and password."_s));
    const Error unknown = refused(m_fixture.address(), u"u_nobody"_s, u"not the password"_s);
    QCOMPARE(unknown.kind, ErrorKind::WrongPassword);
    QCOMPARE(unknown.message, wrong.message);
}

void BadConnectionTest::userWhoMayNotLogInIsTold()
{
    m_fixture.store().sql("alter role u_kim nologin");
    QCOMPARE(refused().kind, ErrorKind::NotAllowed);
    QVERIFY(refused().message.startsWith(u"This user may not sign in"_s));
}

void BadConnectionTest::missingDatabaseIsTold()
{
    const auto address =
        must(StoreAddress::parse(m_fixture.address().toUri().replace(u"/consentdesk"_s, u"/nothing"_s)));
    const Error error = refused(address, u"u_kim"_s, m_fixture.password(u"kim"_s));
    QCOMPARE(error.kind, ErrorKind::NotFound);
    QVERIFY(error.message.startsWith(u"The server has no central store of this name."_s));
}

void BadConnectionTest::unknownServerNameIsTold()
{
    const Error error = refused(addressOf(u"store.invalid"_s, 5432), u"u_kim"_s, u"x-password"_s);
    QCOMPARE(error.kind, ErrorKind::Unavailable);
    QVERIFY(error.message.startsWith(u"The name of the central store's server is not known"_s));
}

void BadConnectionTest::silentPortIsTold()
{
    m_fixture.server().stop();
    const Error error = refused();
    m_fixture.server().start();
    QCOMPARE(error.kind, ErrorKind::Unavailable);
    QVERIFY(error.message.startsWith(u"No central store answers at this address"_s));
}

void BadConnectionTest::certificateOfAnotherAuthorityIsRefused()
{
    const QTemporaryDir folder;
    const Certificates others(folder.path(), u"stranger"_s);
    const auto address = must(m_fixture.address().withCertificates({others.authority(), {}, {}}));
    const Error error = refused(address, u"u_kim"_s, m_fixture.password(u"kim"_s));
    QCOMPARE(error.kind, ErrorKind::WrongKey);
    QVERIFY(error.message.startsWith(u"The server that answered can't prove that it is the central store"_s));
}

void BadConnectionTest::expiredCertificateIsRefused()
{
    PostgresServer server;
    server.useCertificate(server.certificates().server(u"expired"_s, -1));
    const Error error = refused(addressOf(server), server.superuser(), server.superuserPassword());
    QCOMPARE(error.kind, ErrorKind::WrongKey);
    QVERIFY(error.message.startsWith(u"The certificate of the central store has expired, or the clock"_s));
}

void BadConnectionTest::slowClockOfThePcIsTold()
{
    PostgresServer server;
    server.useCertificate(server.certificates().serverOfTheFuture(u"future"_s));
    const Error error = refused(addressOf(server), server.superuser(), server.superuserPassword());
    QCOMPARE(error.kind, ErrorKind::WrongKey);
    QVERIFY2(error.message.startsWith(u"The certificate of the central store is not valid yet: the clock of this PC"_s),
             qPrintable(error.message));
}

void BadConnectionTest::certificateOfAnotherServerIsRefused()
{
    PostgresServer server;
    server.useCertificate(server.certificates().serverFor(u"other"_s, u"DNS:db.example"_s));
    const Error error = refused(addressOf(server), server.superuser(), server.superuserPassword());
    QCOMPARE(error.kind, ErrorKind::WrongKey);
    QVERIFY(error.message.startsWith(u"The server that answered is not the one in the address"_s));
}

void BadConnectionTest::missingAuthorityFileIsTold()
{
    const auto address = must(m_fixture.address().withCertificates({u"/nonexistent/ca.pem"_s, {}, {}}));
    const Error error = refused(address, u"u_kim"_s, m_fixture.password(u"kim"_s));
    QCOMPARE(error.kind, ErrorKind::WrongKey);
    QVERIFY(error.message.startsWith(u"The certificate by which this PC knows the central store is missing"_s));
}

void BadConnectionTest::unencryptedServerIsNotUsed()
{
    // PostgreSQL, "SSLRequest (B)": 'N' is the answer of a server without TLS.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    const quint16 port = plain.serverPort();
    std::thread client(
        [this, port] { m_plainAnswer = refused(addressOf(u"127.0.0.1"_s, port), u"u_kim"_s, u"a password"_s); });
    QVERIFY(plain.waitForNewConnection(10'000));
    const std::unique_ptr<QTcpSocket> socket(plain.nextPendingConnection());
    QVERIFY(socket->waitForReadyRead(10'000));
    socket->write("N");
    QVERIFY(socket->waitForBytesWritten(10'000));
    socket->waitForDisconnected(10'000);
    client.join();
    QCOMPARE(m_plainAnswer.kind, ErrorKind::WrongKey);
    QVERIFY(m_plainAnswer.message.startsWith(u"The server does not encrypt the connection"_s));
    QVERIFY(!socket->readAll().contains("a password"));
}

void BadConnectionTest::deviceCertificateIsAskedForAndTaken()
{
    PostgresServer::Options options;
    options.hbaLines = {u"hostssl consentdesk u_lee 127.0.0.1/32 scram-sha-256 clientcert=verify-full"_s};
    PostgresServer server(options);
    ProvisionedStore store(server);
    const QString password = store.addUser(u"lee"_s, {u"agent"_s}).password;
    const Error none = refused(store.address(), u"u_lee"_s, password);
    QCOMPARE(none.kind, ErrorKind::WrongKey);
    QVERIFY(none.message.startsWith(u"The central store does not accept the certificate of this PC."_s));

    const auto with = [&](const Certificates::Pair &pair) {
        return must(store.address().withCertificates({server.authority(), pair.certificate, pair.key}));
    };
    const Certificates::Pair own = server.certificates().client(u"u_lee"_s);
    PostgresConnection::Options quick;
    quick.applicationName = u"test"_s;
    QVERIFY(PostgresConnection::open(with(own), u"u_lee"_s, PostgresFixture::secretOf(password), quick).ok());
    QCOMPARE(refused(with(own), u"u_lee"_s, u"not the password"_s).kind, ErrorKind::WrongPassword);

    const Certificates::Pair anothers = server.certificates().client(u"u_park"_s);
    // PostgreSQL 15 calls a certificate of another user a failed password: nobody without it gets in all the same.
    QCOMPARE(refused(with(anothers), u"u_lee"_s, password).kind, ErrorKind::WrongPassword);
    const QTemporaryDir folder;
    const Certificates strangers(folder.path(), u"stranger"_s);
    QCOMPARE(refused(with(strangers.client(u"u_lee"_s)), u"u_lee"_s, password).kind, ErrorKind::WrongKey);
    const auto noKey =
        must(store.address().withCertificates({server.authority(), own.certificate, u"/nonexistent.pem"_s}));
    QCOMPARE(refused(noKey, u"u_lee"_s, password).kind, ErrorKind::WrongKey);
}

void BadConnectionTest::standbyAloneTakesNothing()
{
    const auto standby = m_fixture.server().makeStandby(u"standby1"_s);
    standby->start();
    const Error error = refused(addressOf(u"127.0.0.1"_s, standby->port()), u"u_kim"_s, m_fixture.password(u"kim"_s));
    QCOMPARE(error.kind, ErrorKind::Unavailable);
    QVERIFY(error.message.startsWith(u"None of the servers of the central store takes changes"_s));
}

void BadConnectionTest::writableServerIsFoundAmongSeveral()
{
    const auto standby = m_fixture.server().makeStandby(u"standby1"_s);
    standby->start();
    const QString hosts = u"127.0.0.1:%1,127.0.0.1:%2"_s.arg(standby->port()).arg(m_fixture.server().port());
    m_fixture.setAddress(must(StoreAddress::parse(
        u"postgresql://%1/consentdesk?sslrootcert=%2"_s.arg(hosts, m_fixture.address().certificates().authority))));
    QVERIFY(m_fixture.tryOpen(u"kim"_s).ok());
}

void BadConnectionTest::newerStoreIsTold()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desks.join(desk);
    const auto store = m_fixture.open(desks.login(desk));
    m_fixture.set(u"oldestClient"_s, PostgresSession::KnownSchema + 1);
    const auto welcome = store->hello(desk.device(), desks.secret(desk), u"1.0"_s);
    m_fixture.set(u"oldestClient"_s, 1);
    QVERIFY(!welcome.ok());
    QCOMPARE(welcome.error().kind, ErrorKind::TooNew);
    QVERIFY(welcome.error().message.startsWith(u"The central store was updated and needs a newer program."_s));
}

void BadConnectionTest::olderStoreIsTold()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desks.join(desk);
    const auto store = m_fixture.open(desks.login(desk));
    m_fixture.store().sql("create table common.kept as select * from store.migration; "
                          "delete from store.migration where number >= " +
                          QByteArray::number(PostgresSession::NeededSchema));
    const auto welcome = store->hello(desk.device(), desks.secret(desk), u"1.0"_s);
    m_fixture.store().sql("insert into store.migration select * from common.kept on conflict do nothing; "
                          "drop table common.kept");
    QVERIFY(!welcome.ok());
    QCOMPARE(welcome.error().kind, ErrorKind::Unavailable);
    QVERIFY(welcome.error().message.startsWith(u"The central store is older than this program."_s));
}

void BadConnectionTest::storeWithoutAFunctionIsTold()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desks.join(desk);
    m_fixture.store().sql("alter function api_v1.release rename to gone");
    const auto answer = desks.at(desk).release({});
    m_fixture.store().sql("alter function api_v1.gone rename to release");
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Unavailable);
    QVERIFY(answer.error().message.startsWith(u"The central store is older than this program."_s));
}

void BadConnectionTest::programKnowsItsOwnSchema()
{
    QCOMPARE(PostgresSession::KnownSchema, m_fixture.store().sql("select max(number) from store.migration").toInt());
    QVERIFY(PostgresSession::NeededSchema <= PostgresSession::KnownSchema);
}

void BadConnectionTest::callThatWaitsTooLongGivesUp()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desk.enrol();
    desks.join(desk);
    const auto store = desks.another(desk);
    PostgresConnection::Options options;
    options.applicationName = u"holder"_s;
    const auto holder =
        must(PostgresConnection::open(m_fixture.address(), m_fixture.server().superuser(),
                                      PostgresFixture::secretOf(m_fixture.server().superuserPassword()), options));
    QVERIFY(holder->command(u"begin"_s).ok());
    QVERIFY(holder->command(u"lock table store.event in access exclusive mode"_s).ok());
    const auto answer = store->append(desk.device(), desk.events());
    QVERIFY(holder->command(u"rollback"_s).ok());
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().kind, ErrorKind::Busy);
    QCOMPARE(must(store->append(desk.device(), desk.events())).answer, AppendAnswer::Accepted);
}

void BadConnectionTest::fullDiskIsToldAndNothingIsHalfSaved()
{
    // A small disk for the ledger alone: the server as such goes on.
    const QString disk = m_fixture.server().folder() + u"/disk"_s;
    QVERIFY(QDir().mkpath(disk));
    QVERIFY(
        postgrestesting::run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=6m"_s, u"consentdesk"_s, disk}).ok());
    postgrestesting::giveAway(disk);
    m_fixture.server().sql("create tablespace small location '" + disk.toUtf8() + "'");
    m_fixture.store().sql("alter table store.event set tablespace small");
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desk.enrol();
    const QJsonObject large{{u"text"_s, QString(60'000, u'x')}};
    for (int i = 0; i < 300; ++i)
        desk.add({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, large, {}});
    std::optional<Error> error;
    std::size_t sent = 0;
    while (!error && sent < desk.events().size()) {
        const auto from = desk.events().begin() + static_cast<std::ptrdiff_t>(sent);
        const auto reply = desks.at(desk).append(desk.device(), {from, from + 7});
        if (reply)
            sent += 7;
        else
            error = reply.error();
    }
    const auto head = must(desks.at(desk).head(desk.device()));
    m_fixture.store().sql("alter table store.event set tablespace pg_default");
    m_fixture.server().sql("drop tablespace small");
    QVERIFY(postgrestesting::run(u"umount"_s, {disk}).ok());
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, ErrorKind::DiskFull);
    QVERIFY(error->message.startsWith(u"The disk of the central store is full."_s));
    QCOMPARE(head.seq, static_cast<qint64>(sent)); // whole batches only
    const auto from = desk.events().begin() + static_cast<std::ptrdiff_t>(sent);
    QCOMPARE(must(desks.at(desk).append(desk.device(), {from, from + 7})).answer, AppendAnswer::Accepted);
}

void BadConnectionTest::endedSessionGreetsAgainByItself()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desks.join(desk);
    const auto store = desks.another(desk);
    m_fixture.store().sql("delete from store.session");
    QVERIFY(store->heads().ok());
    m_fixture.store().sql("delete from store.session");
    m_fixture.revokeDevice(desk.device());
    QCOMPARE(store->heads().error().kind, ErrorKind::NotAllowed);
}

void BadConnectionTest::callsBeforeHelloAreRefused()
{
    const auto store = must(m_fixture.tryOpen(u"kim"_s));
    QCOMPARE(store->heads().error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->pull({}, 10).error().kind, ErrorKind::NotAllowed);
}

void BadConnectionTest::storeTellsItsClock()
{
    ContractDesks desks(m_fixture);
    TestDesk &desk = *m_own;
    desks.join(desk);
    const auto store = m_fixture.open(desks.login(desk));
    const UtcTime before = SystemClock().now();
    const Welcome welcome = desks.greet(*store, desk);
    QVERIFY(welcome.storeTime >= before - Milliseconds(1) &&
            welcome.storeTime <= SystemClock().now() + Milliseconds(1));
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PostgresFixture fixture;
    BadConnectionTest test(fixture);
    return QTest::qExec(&test, argc, argv);
}

#include "badconnectiontest.moc"
