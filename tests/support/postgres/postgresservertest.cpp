#include "support/postgres/postgresserver.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class PostgresServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOnlyTlsWithItsOwnAuthority();
    void comesBackAfterStopAndKill();
    void standbyHasWhatWasCommittedAndTakesOver();
    void backupIsPutBack();
    void leavesNoProcessBehind();
};

void PostgresServerTest::speaksOnlyTlsWithItsOwnAuthority()
{
    PostgresServer server;
    QCOMPARE(server.sql("select ssl from pg_stat_ssl where pid = pg_backend_pid()"), QByteArray("t"));
    const auto plain =
        postgrestesting::run(postgrestesting::programPath(u"psql"_s),
                             {u"-h"_s, server.host(), u"-p"_s, QString::number(server.port()), u"-U"_s,
                              server.superuser(), u"-c"_s, u"select 1"_s},
                             {}, {u"PGSSLMODE=disable"_s, u"PGPASSWORD="_s + server.superuserPassword()});
    QVERIFY(!plain.ok());
    QVERIFY2(plain.error.contains("rejects connection"), plain.error.constData());
    QVERIFY(!server.psql(server.superuser(), u"wrong"_s, u"postgres"_s, "select 1").ok());
}

void PostgresServerTest::comesBackAfterStopAndKill()
{
    PostgresServer server;
    server.sql("create table kept(n int); insert into kept values (1)");
    server.stop();
    QVERIFY(!server.running());
    server.start();
    server.sql("insert into kept values (2)");
    server.kill();
    server.start();
    QCOMPARE(server.sql("select count(*) from kept"), QByteArray("2"));
}

void PostgresServerTest::standbyHasWhatWasCommittedAndTakesOver()
{
    PostgresServer primary;
    const auto standby = primary.makeStandby(u"second"_s);
    standby->start();
    primary.set(u"synchronous_standby_names"_s, u"second"_s);
    QTRY_COMPARE(primary.sql("select sync_state from pg_stat_replication"), QByteArray("sync"));
    primary.sql("set synchronous_commit = remote_apply; create table kept(n int); insert into kept values (1)");
    QCOMPARE(standby->sql("select count(*) from kept"), QByteArray("1"));
    primary.kill();
    standby->promote();
    standby->set(u"synchronous_standby_names"_s, QString());
    standby->sql("insert into kept values (2)");
    QCOMPARE(standby->sql("select count(*) from kept"), QByteArray("2"));
}

void PostgresServerTest::backupIsPutBack()
{
    PostgresServer server;
    server.sql("create table kept(n int); insert into kept values (1)");
    server.backUp(u"early"_s);
    server.sql("insert into kept values (2)");
    server.restore(u"early"_s);
    QCOMPARE(server.sql("select count(*) from kept"), QByteArray("1"));
}

void PostgresServerTest::leavesNoProcessBehind()
{
    qint64 pid = 0;
    {
        const PostgresServer server;
        pid = server.pid();
        QCOMPARE(::kill(static_cast<pid_t>(pid), 0), 0);
    }
    QCOMPARE(::kill(static_cast<pid_t>(pid), 0), -1);
}

QTEST_GUILESS_MAIN(PostgresServerTest)
#include "postgresservertest.moc"
