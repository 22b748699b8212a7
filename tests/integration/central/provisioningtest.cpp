#include "support/postgres/provisionedstore.h"

#include "central/postgres/postgresconnection.h"
#include "central/provisioning/centralmigrations.h"
#include "central/provisioning/centralprovisioning.h"

#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace consent;
using namespace consent::central;

namespace {

crypto::SecretBuffer secret(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return *crypto::SecretBuffer::copyOf(
        {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

} // namespace

class ProvisioningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<PostgresServer>(); }
    void cleanupTestCase() { m_server.reset(); }
    void cleanup();

    void anEmptyServerBecomesAStore();
    void doingItAgainChangesNothing();
    void twoAtOnceTakeTurns();
    void aStepThatFailsLeavesTheOnesBefore();
    void whoeverIsNoSuperuserIsToldSo();
    void aWrongPasswordAndAWrongAuthorityAreToldApart();
    void weakPasswordsAreRefused();
    void aRoleOfSomethingElseIsNamed();
    void aDatabaseOfSomethingElseIsLeftAlone();
    void anotherEncodingIsRefused();
    void aNewerStoreIsRefused();
    void migratingNothingSaysHowToBegin();
    void looseRulesOfAccessAreAnsweredWithLines();
    void settingsThatLoseDataAreNamed();
    void theFirstUserIsAddedOnceOnly();
    void theFirstPcIsEnrolledBySql();

private:
    StoreAddress address(const QString &database = u"consentdesk"_s) const;
    Result<std::unique_ptr<CentralProvisioning>> connect(const QString &database = u"consentdesk"_s) const;
    Result<ProvisioningReport> init() const;

    std::unique_ptr<PostgresServer> m_server;
};

StoreAddress ProvisioningTest::address(const QString &database) const
{
    return *StoreAddress::parse(u"postgresql://postgres@127.0.0.1:%1/%2?sslrootcert=%3"_s.arg(m_server->port())
                                    .arg(database, m_server->authority()));
}

Result<std::unique_ptr<CentralProvisioning>> ProvisioningTest::connect(const QString &database) const
{
    return CentralProvisioning::connect(address(database), secret(m_server->superuserPassword()));
}

Result<ProvisioningReport> ProvisioningTest::init() const
{
    auto provisioning = connect();
    if (!provisioning)
        return provisioning.error();
    return (*provisioning)->init();
}

void ProvisioningTest::cleanup()
{
    m_server->sql("drop database if exists consentdesk with (force)");
    m_server->sql("select format('drop role %I', rolname) from pg_roles where rolname like 'u\\_%' or rolname like "
                  "'cd\\_%' \\gexec");
}

void ProvisioningTest::anEmptyServerBecomesAStore()
{
    const auto report = init();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QVERIFY(report->databaseMade);
    QCOMPARE(report->schemaBefore, 0);
    QCOMPARE(report->schemaAfter, CentralMigrations::shipped()->latest());
    QVERIFY(!report->hasUsers);
    QVERIFY(isUuid(report->storeId));
    QCOMPARE(report->hbaLines, QStringList());
    QCOMPARE(m_server->sql("select count(*) from store.migration", u"consentdesk"_s).toInt(), report->schemaAfter);
    // Nobody but the three owners owns anything, and no login may do anything.
    QCOMPARE(m_server->sql("select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                           "where nspname in ('store', 'api_v1', 'common') and relowner <> 'cd_store_owner'::regrole",
                           u"consentdesk"_s),
             QByteArray("0"));
    QCOMPARE(m_server->sql("select count(*) from pg_proc where proacl is null and pronamespace in "
                           "('store'::regnamespace, 'api_v1'::regnamespace, 'common'::regnamespace)",
                           u"consentdesk"_s),
             QByteArray("0"));
}

void ProvisioningTest::doingItAgainChangesNothing()
{
    const auto first = init();
    QVERIFY(first.ok());
    const QByteArray dump = m_server->sql("select string_agg(number || name || applied_at, ',' order by number) "
                                          "from store.migration",
                                          u"consentdesk"_s);
    const auto again = init();
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
    QVERIFY(!again->databaseMade);
    QCOMPARE(again->schemaBefore, first->schemaAfter);
    QCOMPARE(again->storeId, first->storeId);
    QCOMPARE(m_server->sql("select string_agg(number || name || applied_at, ',' order by number) from store.migration",
                           u"consentdesk"_s),
             dump);
}

void ProvisioningTest::twoAtOnceTakeTurns()
{
    m_server->sql("create database consentdesk encoding 'UTF8' template template0");
    QVERIFY(init().ok()); // the roles and the schema are there; now the schema goes, and two bring it back at once
    m_server->sql("drop schema store cascade; drop schema api_v1 cascade; drop schema common cascade;",
                  u"consentdesk"_s);
    std::vector<std::unique_ptr<QThread>> threads;
    std::array<QString, 2> outcome;
    for (QString &mine : outcome) {
        threads.emplace_back(QThread::create([this, &mine] {
            const auto report = init();
            mine = report ? report->storeId : report.error().detail;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QVERIFY2(isUuid(outcome[0]), qPrintable(outcome[0]));
    QCOMPARE(outcome[0], outcome[1]);
}

void ProvisioningTest::aStepThatFailsLeavesTheOnesBefore()
{
    QVERIFY(init().ok());
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &sql) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(sql) != sql.size())
            qFatal("no scratch file");
    };
    const int latest = CentralMigrations::shipped()->latest();
    for (int number = 1; number <= latest; ++number)
        write(u"%1_old.sql"_s.arg(number, 4, 10, QChar(u'0')), "SELECT 1;");
    write(u"%1_good.sql"_s.arg(latest + 1, 4, 10, QChar(u'0')),
          "CREATE TABLE store.one(n int); CREATE TABLE store.two(n int);");
    write(u"%1_bad.sql"_s.arg(latest + 2, 4, 10, QChar(u'0')),
          "CREATE TABLE store.three(n int); SELECT 1 / 0; CREATE TABLE store.four(n int);");
    const auto steps = CentralMigrations::fromFolder(folder.path());
    QVERIFY(steps.ok());
    auto connection =
        PostgresConnection::open(address(), u"postgres"_s, secret(m_server->superuserPassword()), {u"test"_s});
    QVERIFY(connection.ok());
    const auto applied = steps->apply(**connection);
    QVERIFY(!applied);
    QVERIFY2(applied.error().detail.startsWith(u"22012"_s), qPrintable(applied.error().detail));
    QCOMPARE(*CentralMigrations::versionOf(**connection), latest + 1);
    QCOMPARE(m_server->sql("select to_regclass('store.two') is not null, to_regclass('store.three') is null",
                           u"consentdesk"_s),
             QByteArray("t|t"));
}

void ProvisioningTest::whoeverIsNoSuperuserIsToldSo()
{
    m_server->sql("create role plain_login login password 'plain'");
    const auto refused = CentralProvisioning::connect(address().withUser(u"plain_login"_s), secret(u"plain"_s));
    m_server->sql("drop role plain_login");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    QVERIFY(refused.error().message.contains(u"plain_login"_s));
}

void ProvisioningTest::aWrongPasswordAndAWrongAuthorityAreToldApart()
{
    QCOMPARE(CentralProvisioning::connect(address(), secret(u"wrong"_s)).error().kind, ErrorKind::WrongPassword);
    QTemporaryDir folder;
    const postgrestesting::Certificates other(folder.path(), u"other"_s);
    const auto elsewhere = address().withCertificates({other.authority(), {}, {}});
    QVERIFY(elsewhere.ok());
    QCOMPARE(CentralProvisioning::connect(*elsewhere, secret(m_server->superuserPassword())).error().kind,
             ErrorKind::WrongKey);
}

void ProvisioningTest::weakPasswordsAreRefused()
{
    m_server->set(u"password_encryption"_s, u"md5"_s);
    const auto refused = connect();
    m_server->set(u"password_encryption"_s, u"scram-sha-256"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(refused.error().message.contains(u"scram-sha-256"_s));
}

void ProvisioningTest::aRoleOfSomethingElseIsNamed()
{
    m_server->sql("create role cd_admin");
    const auto refused = init();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(refused.error().message.contains(u"cd_admin"_s));
    QCOMPARE(m_server->sql("select count(*) from pg_database where datname = 'consentdesk'"), QByteArray("0"));
}

void ProvisioningTest::aDatabaseOfSomethingElseIsLeftAlone()
{
    m_server->sql("create database consentdesk");
    m_server->sql("create table public.invoices(n int)", u"consentdesk"_s);
    const auto refused = init();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(refused.error().message.contains(u"consentdesk"_s));
    QCOMPARE(m_server->sql("select count(*) from pg_roles where rolname like 'cd\\_%'"), QByteArray("0"));
}

void ProvisioningTest::anotherEncodingIsRefused()
{
    m_server->sql("create database consentdesk encoding 'LATIN1' locale 'C' template template0");
    const auto refused = init();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(refused.error().message.contains(u"LATIN1"_s));
}

void ProvisioningTest::aNewerStoreIsRefused()
{
    QVERIFY(init().ok());
    m_server->sql("insert into store.migration(number, name) values (9999, '9999_future')", u"consentdesk"_s);
    const auto refused = init();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooNew);
    const auto provisioning = connect();
    QVERIFY(provisioning.ok());
    QCOMPARE((*provisioning)->migrate().error().kind, ErrorKind::TooNew);
}

void ProvisioningTest::migratingNothingSaysHowToBegin()
{
    const auto provisioning = connect();
    QVERIFY(provisioning.ok());
    const auto refused = (*provisioning)->migrate();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QVERIFY(refused.error().message.contains(u"central init"_s));
}

void ProvisioningTest::looseRulesOfAccessAreAnsweredWithLines()
{
    const auto linesWith = [](const QString &first) {
        PostgresServer::Options options;
        options.hbaLines = {first};
        const PostgresServer server(options);
        const auto address =
            StoreAddress::parse(u"postgresql://postgres@127.0.0.1:%1/consentdesk?sslrootcert=%2"_s.arg(server.port())
                                    .arg(server.authority()));
        auto provisioning = CentralProvisioning::connect(*address, secret(server.superuserPassword()));
        if (!provisioning)
            qFatal("%s", qPrintable(provisioning.error().detail));
        const auto report = (*provisioning)->init();
        return report ? report->hbaLines.join(u';') : report.error().detail;
    };
    const QString lines = linesWith(u"host all all 10.0.0.0/8 scram-sha-256"_s);
    QVERIFY2(lines.contains(u"hostssl") && lines.contains(u"scram-sha-256") && lines.contains(u"reject"),
             qPrintable(lines));
    QVERIFY(!linesWith(u"hostssl all all 10.0.0.0/8 trust"_s).isEmpty());
    QCOMPARE(linesWith(u"host other all 10.0.0.0/8 trust"_s), QString());
}

void ProvisioningTest::settingsThatLoseDataAreNamed()
{
    const auto report = init(); // the fixture runs with fsync off
    QVERIFY(report.ok());
    QCOMPARE(report->advice.filter(u"fsync"_s).size(), 1);
}

void ProvisioningTest::theFirstUserIsAddedOnceOnly()
{
    auto provisioning = connect();
    QVERIFY(provisioning.ok());
    QVERIFY((*provisioning)->init().ok());
    FirstUser first;
    first.user.user = UserId::create();
    first.user.login = u"officer"_s;
    first.user.verifier = "SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:"
                          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    first.user.roles = {u"admin"_s, u"privacy_officer"_s};
    first.user.keys.publicKey = {{u"kty"_s, u"EC"_s}};
    first.user.keys.wrappedPrivate = "a.b.c";
    first.organisationKeys = {{1, "one"}, {2, "two"}};
    const auto added = (*provisioning)->addFirstUser(first);
    QVERIFY2(added.ok(), added.ok() ? "" : qPrintable(added.error().detail));
    QCOMPARE(m_server->sql("select login, array_to_string(roles, ','), must_change from store.staff", u"consentdesk"_s),
             QByteArray("officer|admin,privacy_officer|f"));
    QCOMPARE(m_server->sql("select string_agg(epoch || wrapped, ',' order by epoch) from store.organisation_key",
                           u"consentdesk"_s),
             QByteArray("1one,2two"));
    QCOMPARE(
        m_server->sql("select string_agg(r.rolname, ',' order by r.rolname) from pg_auth_members m join pg_roles r "
                      "on r.oid = m.roleid where m.member = 'u_officer'::regrole"),
        QByteArray("cd_admin,cd_privacy_officer,cd_user"));
    first.user.user = UserId::create();
    first.user.login = u"second"_s;
    QCOMPARE((*provisioning)->addFirstUser(first).error().kind, ErrorKind::Conflict);
    QVERIFY((*provisioning)->init()->hasUsers);
}

void ProvisioningTest::theFirstPcIsEnrolledBySql()
{
    auto provisioning = connect();
    QVERIFY(provisioning.ok());
    QVERIFY((*provisioning)->init().ok());
    NewEnrolment enrolment{EnrolmentId::create(), DeviceId::create(), u"center"_s, QByteArray(32, 'x'),
                           fromMs(4'000'000'000'000)};
    QCOMPARE((*provisioning)->openEnrolment(enrolment).error().kind, ErrorKind::NotFound);
    QVERIFY((*provisioning)->addBranch(u"center"_s).ok());
    QVERIFY((*provisioning)->addBranch(u"center"_s).ok());
    QVERIFY((*provisioning)->openEnrolment(enrolment).ok());
    QCOMPARE((*provisioning)->openEnrolment(enrolment).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(m_server->sql("select state, branch from store.device", u"consentdesk"_s), QByteArray("waiting|center"));
    QCOMPARE(m_server->sql("select count(*) from store.rights_log where act = 'enrolment.opened'", u"consentdesk"_s),
             QByteArray("1"));
}

QTEST_GUILESS_MAIN(ProvisioningTest)
#include "provisioningtest.moc"
