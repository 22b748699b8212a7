#include "integration/central/agentwithpsql.h"

#include <QCryptographicHash>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace samples;

namespace {

const QByteArray tokenOfBusan(16, 'b');
const QByteArray tokenOfCenter(16, 'c');

QByteArray literal(const QByteArray &bytes)
{
    return "'\\x" + bytes.toHex() + "'";
}

QByteArray askFor(const QByteArray &token)
{
    return "select ticket from api_v1.ask(:'session', 1::smallint, " + literal(token) +
           ", null, null, null, 'search', '', 10) \\gset\n";
}

} // namespace

/// What an agent gets who leaves the program aside and uses psql with login, password and PC: nothing of another
/// branch, and nothing without a line in the log.
class AttackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void tablesAreClosed();
    void nothingCanBeMade();
    void noRoleCanBeTaken();
    void ordinaryWorkSeesItsOwnBranchOnly();
    void withoutASessionNothingAnswers();
    void theSessionOfAnotherIsWorthless();
    void aSettingMadeByHandIsWorthless();
    void anotherPcsSecretCannotBeGuessed();
    void eventsOfAnotherPcAreRefused();
    void aLookUpThatIsRolledBackGivesNothing();
    void savepointsDoNotHelp();
    void aTicketWorksOnceAndForItsOwnerOnly();
    void pullingInOneTransactionGivesNothing();
    void linkingByAForgedEventLeavesALine();
    void linkingByAKeyShowsNothingInTheSameTransaction();
    void keysOfAnotherBranchStayClosed();
    void evidenceInOneTransactionStaysClosed();
    void enumerationEndsAtTheQuota();
    void refusalsAreInTheLogAndStay();
    void noTimeOutMeansNoAnswer();
    void asynchronousCommitMeansNoAnswer();
    void ownSettingsOfTheRoleChangeNothing();
    void ownObjectsCannotShadowOurs();
    void functionsHoldNoSecret();
    void errorsTellNothingAboutOthers();
    void administrationIsClosed();
    void anOrdinaryDeskCannotSpoilAnothersKey();
    void aDisabledUserAndARevokedPcAreOut();
    void everyFunctionHasAFixedSearchPath();
    void everyFunctionOfTheApiIsCalledHereOrKnown();

private:
    QByteArray logged(const QByteArray &where) const
    {
        return m_store->sql("select count(*) from store.access_log where " + where);
    }
    QByteArray id(const TestDesk &desk) const { return desk.subject().toString().toUtf8(); }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<TestDesk> m_centerDesk;
    std::unique_ptr<TestDesk> m_busanDesk;
    std::unique_ptr<AgentWithPsql> m_agent; ///< In the branch "center": the attacker.
    std::unique_ptr<AgentWithPsql> m_other; ///< In the branch "busan": has what is attacked.
};

void AttackTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
}

void AttackTest::cleanupTestCase()
{
    m_store.reset();
    m_server.reset();
}

void AttackTest::init()
{
    m_store->reset();
    m_centerDesk = std::make_unique<TestDesk>();
    m_busanDesk = std::make_unique<TestDesk>();
    for (TestDesk *desk : {m_centerDesk.get(), m_busanDesk.get()}) {
        desk->enrol();
        desk->addGrant();
        desk->addOptOut();
    }
    m_agent = std::make_unique<AgentWithPsql>(*m_store, *m_centerDesk, u"agent"_s, u"center"_s);
    m_other = std::make_unique<AgentWithPsql>(*m_store, *m_busanDesk, u"other"_s, u"busan"_s);
    m_agent->pushes(tokenOfCenter);
    m_other->pushes(tokenOfBusan);
}

void AttackTest::cleanup()
{
    m_agent.reset();
    m_other.reset();
}

void AttackTest::tablesAreClosed()
{
    const QList<QByteArray> tables =
        m_store
            ->sql("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                  "where n.nspname in ('store', 'common', 'api_v1') and c.relkind in ('r', 'p', 'v', 'm', 'S')")
            .split('\n');
    QVERIFY(tables.size() > 30);
    QCOMPARE(m_store->sql(
                 "select count(*) from pg_class c where c.relnamespace in ('store'::regnamespace, "
                 "'common'::regnamespace, 'api_v1'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm') and "
                 "has_table_privilege('u_agent', c.oid, 'select,insert,update,delete,truncate,references,trigger')"),
             QByteArray("0"));
    for (const QByteArray &table : tables) {
        const auto outcome = m_agent->triesBare("select * from " + table);
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.error.contains("permission denied"), (table + ": " + outcome.error).constData());
    }
    QVERIFY(!m_agent->triesBare("copy store.event to stdout").ok());
    QVERIFY(!m_agent->triesBare("select store.my_device()").ok());
    QVERIFY(!m_agent->triesBare("select store.erase(null, null)").ok());
    QVERIFY(!m_agent->triesBare("table store.staff").ok());
    QVERIFY(!m_agent->triesBare("lock table store.event").ok());
    QVERIFY(!m_agent->triesBare("select query_to_xml('select * from store.event', true, false, '')").ok());
    QVERIFY(!m_agent->triesBare("select rolpassword from pg_authid").ok());
    QCOMPARE(m_agent->triesBare("select count(*) from pg_stats where schemaname = 'store'").out.trimmed(),
             QByteArray("0"));
}

void AttackTest::nothingCanBeMade()
{
    for (const char *script : {"create table public.mine(n int)",
                               "create schema mine",
                               "create table api_v1.mine(n int)",
                               "create temp table mine(n int)",
                               "create view public.mine as select 1",
                               "create function public.f() returns int language sql as 'select 1'",
                               "do $$ begin null; end $$",
                               "do language plpgsql $$ begin null; end $$",
                               "create type public.mine as (n int)",
                               "create sequence public.mine",
                               "create operator public.=== (function = int4eq, leftarg = int, rightarg = int)",
                               "create database mine",
                               "create role mine",
                               "create extension pg_trgm",
                               "create publication mine for all tables",
                               "create event trigger mine on ddl_command_start execute function "
                               "pg_catalog.suppress_redundant_updates_trigger()",
                               "select lo_create(0)",
                               "select lo_from_bytea(0, 'x')",
                               "select lo_import('/etc/passwd')",
                               "\\lo_import /etc/hostname",
                               "select pg_advisory_lock(1)",
                               "select pg_try_advisory_lock(1)",
                               "select pg_advisory_xact_lock(1)",
                               "select pg_sleep(1)",
                               "select pg_sleep_for('1 s')",
                               "select pg_logical_emit_message(false, 'a', 'b')",
                               "select pg_export_snapshot()",
                               "select pg_notify('a', 'b')",
                               "select pg_read_file('/etc/passwd')",
                               "select pg_ls_dir('/')",
                               "copy (select 1) to '/tmp/mine'",
                               "copy (select 1) to program 'id'",
                               "vacuum",
                               "checkpoint",
                               "select pg_reload_conf()",
                               "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'",
                               "alter system set work_mem = '1GB'",
                               "prepare transaction 'x'",
                               "select pg_create_physical_replication_slot('a')",
                               "security label on role u_agent is 'x'",
                               "comment on function api_v1.hello is 'x'",
                               "set session_replication_role = replica",
                               "set log_statement = 'none'",
                               "load 'auto_explain'",
                               "grant execute on function api_v1.erase_subject to u_agent"}) {
        const auto outcome = m_agent->triesBare("begin; " + QByteArray(script) + ";\n");
        QVERIFY2(!outcome.ok(), (script + outcome.out).constData());
    }
}

void AttackTest::noRoleCanBeTaken()
{
    for (const QByteArray role :
         {"postgres", "cd_store_owner", "cd_api_owner", "cd_role_keeper", "cd_privacy_officer", "cd_admin",
          "cd_supervisor", "cd_retention", "u_other", "pg_read_all_data", "pg_monitor"}) {
        QVERIFY2(!m_agent->triesBare("set role " + role).ok(), role.constData());
        QVERIFY2(!m_agent->triesBare("set session authorization " + role).ok(), role.constData());
        QVERIFY2(!m_agent->triesBare("grant " + role + " to u_agent").ok(), role.constData());
        QVERIFY2(!m_agent->triesBare("alter role " + role + " password 'x'").ok(), role.constData());
    }
}

void AttackTest::ordinaryWorkSeesItsOwnBranchOnly()
{
    const QByteArray taken =
        m_agent->does("select delivery, events from api_v1.pull_offer(:'session', '{}', '{}', 1000) \\gset\n"
                      "select what || ' ' || coalesce(subject::text, '') || ' ' || coalesce(body, '') "
                      "from api_v1.pull_take(:'session', :'delivery');\n");
    for (const auto &event : m_centerDesk->events())
        QVERIFY(taken.contains(event.jws));
    // The other branch's PC was enrolled by an event without a subject: that is for everybody. Nothing else of it is.
    QVERIFY(taken.contains(m_busanDesk->events()[0].jws));
    QVERIFY(!taken.contains(m_busanDesk->events()[1].jws));
    QVERIFY(!taken.contains(m_busanDesk->events()[2].jws));
    QVERIFY(taken.contains("key " + id(*m_centerDesk)));
    QVERIFY(!taken.contains(id(*m_busanDesk)));
    QCOMPARE(logged("action = 'pull' and login = 'u_agent'"), QByteArray("1"));
}

void AttackTest::withoutASessionNothingAnswers()
{
    for (const QByteArray &token : {QByteArray("''"), QByteArray("null"), literal(QByteArray(32, 'x'))}) {
        const auto outcome = m_agent->triesBare("select * from api_v1.pull_offer(" + token + ", '{}', '{}', 10)");
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.error.contains("no such session"), outcome.error.constData());
    }
}

void AttackTest::theSessionOfAnotherIsWorthless()
{
    const QByteArray stolen = m_other->does("select :'session';\n");
    const auto outcome = m_agent->triesBare("select * from api_v1.heads('" + stolen + "')");
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error.contains("no such session"));
    QVERIFY(m_other->triesBare("select * from api_v1.heads('" + stolen + "')").ok());
}

void AttackTest::aSettingMadeByHandIsWorthless()
{
    const QByteArray key =
        m_store->sql("select encode(s.key, 'hex') from store.session s where role_name = 'u_other' limit 1");
    const QByteArray taken = m_agent->does("set consentdesk.session = '" + key +
                                           "';\n"
                                           "select count(*) from api_v1.data_keys(:'session', '{" +
                                           id(*m_busanDesk) + "}');\n");
    QCOMPARE(taken, QByteArray("0"));
}

void AttackTest::anotherPcsSecretCannotBeGuessed()
{
    const QByteArray device = m_other->device().id.toString().toUtf8();
    QCOMPARE(m_agent
                 ->triesBare("select standing, length(session), branch from api_v1.hello('" + device + "', " +
                             literal(QByteArray(32, 'x')) + ", 'psql')")
                 .out.trimmed(),
             QByteArray("deviceUnknown|0|"));
    QCOMPARE(logged("action = 'hello' and outcome = 'deviceUnknown' and login = 'u_agent'"), QByteArray("1"));
}

void AttackTest::eventsOfAnotherPcAreRefused()
{
    const auto outcome = m_agent->tries(AgentWithPsql::appendCall(m_busanDesk->device(), {m_busanDesk->addOptOut()}));
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error.contains("another device"));
    // Nor under the own name: the store reads the device out of the signed text.
    const QByteArray forged = AgentWithPsql::appendCall(m_centerDesk->device(), {m_busanDesk->events().back()});
    QCOMPARE(m_agent->does(forged), QByteArray("badHash"));
}

void AttackTest::aLookUpThatIsRolledBackGivesNothing()
{
    const QByteArray before = logged("true");
    const auto outcome = m_agent->tries("begin;\n" + askFor(tokenOfBusan) +
                                        "select * from api_v1.redeem(:'session', :'ticket');\nrollback;\n");
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error.contains("this very transaction"), outcome.error.constData());
    QVERIFY(!outcome.out.contains(id(*m_busanDesk)));
    QCOMPARE(logged("true"), before);
    // Rolled back, the ticket is gone as well.
    QCOMPARE(m_agent->does("begin;\n" + askFor(tokenOfBusan) +
                           "rollback;\nselect what from api_v1.redeem(:'session', :'ticket');\n"),
             QByteArray("unknown"));
    // The honest way works, and leaves its line with the person in it.
    const QByteArray given =
        m_agent->does(askFor(tokenOfBusan) + "select what, subject from api_v1.redeem(:'session', :'ticket');\n");
    QVERIFY(given.startsWith("given|"));
    QVERIFY(given.contains("subject|" + id(*m_busanDesk)));
    QCOMPARE(logged("action = 'search' and login = 'u_agent' and subject = '" + id(*m_busanDesk) + "'"),
             QByteArray("1"));
}

void AttackTest::savepointsDoNotHelp()
{
    const auto outcome = m_agent->tries("begin;\nsavepoint a;\n" + askFor(tokenOfBusan) +
                                        "savepoint b;\nselect * from api_v1.redeem(:'session', :'ticket');\n");
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error.contains("this very transaction"));
    QCOMPARE(m_agent->does("begin;\nsavepoint a;\n" + askFor(tokenOfBusan) +
                           "rollback to a;\ncommit;\nselect what from api_v1.redeem(:'session', :'ticket');\n"),
             QByteArray("unknown"));
}

void AttackTest::aTicketWorksOnceAndForItsOwnerOnly()
{
    const QByteArray ticket = m_agent->does(askFor(tokenOfBusan) + "select :'ticket';\n");
    const QByteArray redeem = "select what from api_v1.redeem(:'session', '" + ticket + "') limit 1;\n";
    QCOMPARE(m_other->does(redeem), QByteArray("unknown"));
    QCOMPARE(m_agent->does(redeem), QByteArray("given"));
    QCOMPARE(m_agent->does(redeem), QByteArray("used"));
    const QByteArray late = m_agent->does(askFor(tokenOfBusan) + "select :'ticket';\n");
    m_store->sql("update store.ticket set expires = now() - interval '1 second'");
    QCOMPARE(m_agent->does("select what from api_v1.redeem(:'session', '" + late + "');\n"), QByteArray("expired"));
}

void AttackTest::pullingInOneTransactionGivesNothing()
{
    const auto outcome = m_agent->tries("begin;\n"
                                        "select delivery from api_v1.pull_offer(:'session', '{}', '{}', 1000) \\gset\n"
                                        "select * from api_v1.pull_take(:'session', :'delivery');\nrollback;\n");
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error.contains("this very transaction"), outcome.error.constData());
    QVERIFY(!outcome.out.contains(m_centerDesk->events()[1].jws));
    // What was given out stands in the record of what the PC holds.
    m_store->sql("delete from store.holding");
    m_agent->does("select delivery from api_v1.pull_offer(:'session', '{}', '{}', 1000) \\gset\n"
                  "select count(*) from api_v1.pull_take(:'session', :'delivery');\n");
    QCOMPARE(
        m_store->sql("select subject from store.holding h join store.device d on d.number = h.device where d.id = '" +
                     m_agent->device().id.toString().toUtf8() + "'"),
        id(*m_centerDesk));
}

void AttackTest::linkingByAForgedEventLeavesALine()
{
    // An agent who knows a person's id from somewhere writes an event about them, to be let in.
    const auto forged =
        m_centerDesk->add({u"x.y"_s, m_centerDesk->actor(), u"center"_s, m_busanDesk->subject(), {}, {}});
    const QByteArray append = AgentWithPsql::appendCall(m_centerDesk->device(), {forged});
    const QByteArray read = "select delivery from api_v1.pull_offer(:'session', '{}', '{}', 1000) \\gset\n"
                            "select body from api_v1.pull_take(:'session', :'delivery');\n";
    const auto inOne = m_agent->tries("begin;\n" + append + read + "rollback;\n");
    QVERIFY(!inOne.ok());
    QVERIFY(!inOne.out.contains(m_busanDesk->events()[1].jws));
    QCOMPARE(logged("subject = '" + id(*m_busanDesk) + "'"), QByteArray("0"));
    m_agent->does(append + read);
    QCOMPARE(logged("subject = '" + id(*m_busanDesk) + "' and action = 'append' and login = 'u_agent'"),
             QByteArray("1"));
}

void AttackTest::linkingByAKeyShowsNothingInTheSameTransaction()
{
    const auto key = must(m_centerDesk->dataKeys().create(m_busanDesk->subject())).wrapped;
    const QByteArray put = "select api_v1.put_data_keys(:'session', '{" + key.id.toString().toUtf8() + "}', '{" +
                           id(*m_busanDesk) + "}', '{1}', '{\"\\\\x" + key.wrapped.toHex() + "\"}') as n \\gset\n";
    const QByteArray read = "select count(*) from api_v1.data_keys(:'session', '{" + id(*m_busanDesk) + "}');\n";
    QCOMPARE(m_agent->does("begin;\n" + put + read + "rollback;\n"), QByteArray("0"));
    QCOMPARE(logged("subject = '" + id(*m_busanDesk) + "'"), QByteArray("0"));
    QCOMPARE(m_agent->does(put + read), QByteArray("2"));
    QCOMPARE(logged("subject = '" + id(*m_busanDesk) + "' and action = 'append'"), QByteArray("1"));
}

void AttackTest::keysOfAnotherBranchStayClosed()
{
    QCOMPARE(m_agent->does("select count(*) from api_v1.data_keys(:'session', '{" + id(*m_busanDesk) + "," +
                           id(*m_centerDesk) + "}');\n"),
             QByteArray("1"));
    const QByteArray other = m_store->sql("select id from store.staff where login = 'other'");
    QCOMPARE(m_agent->does("select count(*) from api_v1.user_keys(:'session', '" + other + "');\n"), QByteArray("0"));
    QVERIFY(!m_agent->tries("select api_v1.put_user_keys(:'session', '" + other + "', 'a', 'b', '{}', '{}');\n").ok());
}

void AttackTest::evidenceInOneTransactionStaysClosed()
{
    const QByteArray bytes("sealed bytes");
    const QByteArray sha = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const QByteArray put = "select status from api_v1.put_evidence_chunk(:'session', " + literal(sha) + ", '" +
                           id(*m_busanDesk) + "', 12, 0, " + literal(bytes) + ");\n";
    const QByteArray open = "select api_v1.evidence_open(:'session', " + literal(sha) + ", '') as ok \\gset\n";
    const QByteArray read = "select api_v1.evidence_chunk(:'session', " + literal(sha) + ", 0, 100);\n";
    QCOMPARE(m_other->does(put), QByteArray("complete"));
    QVERIFY(!m_agent->tries(open + read).ok()); // another branch's
    QCOMPARE(logged("action = 'evidence' and outcome = 'refused' and login = 'u_agent'"), QByteArray("1"));
    QVERIFY(!m_other->tries(read).ok()); // not opened
    const auto inOne = m_other->tries("begin;\n" + open + read + "rollback;\n");
    QVERIFY(!inOne.ok());
    QCOMPARE(logged("action = 'evidence' and login = 'u_other'"), QByteArray("0"));
    QCOMPARE(m_other->does(open + read), QByteArray("\\x" + bytes.toHex()));
    QCOMPARE(logged("action = 'evidence' and login = 'u_other' and subject = '" + id(*m_busanDesk) + "'"),
             QByteArray("1"));
}

void AttackTest::enumerationEndsAtTheQuota()
{
    m_store->setSetting(u"lookUpsPerHour"_s, u"20"_s);
    const QByteArray script =
        "select answer from generate_series(1, 50) n, lateral api_v1.ask(:'session', 1::smallint, "
        "decode(lpad(to_hex(n), 32, '0'), 'hex'), null, null, null, 'search', '', 200);\n";
    QList<QByteArray> answers = m_agent->does(script).split('\n');
    QCOMPARE(answers.count("granted"), 20);
    QCOMPARE(answers.count("overQuota"), 30);
    // Neither a new session nor one transaction around it gives more; and rolled-back questions gave nothing.
    answers = m_agent->does("begin;\n" + script + "commit;\n").split('\n');
    QCOMPARE(answers.count("overQuota"), 50);
    QCOMPARE(logged("action = 'search' and outcome = 'granted' and login = 'u_agent'"), QByteArray("20"));
    QCOMPARE(logged("action = 'search' and outcome = 'overQuota' and login = 'u_agent'"), QByteArray("80"));
    // The quota is the user's own.
    QCOMPARE(m_other->does(askFor(tokenOfBusan) + "select what from api_v1.redeem(:'session', :'ticket') limit 1;\n"),
             QByteArray("given"));
}

void AttackTest::refusalsAreInTheLogAndStay()
{
    TestDesk desk;
    desk.enrol();
    const AgentWithPsql administrator(*m_store, desk, u"operator"_s, u"center"_s, {u"admin"_s});
    QCOMPARE(administrator.does("select answer, length(ticket) from api_v1.ask(:'session', 1::smallint, " +
                                literal(tokenOfBusan) + ", null, null, null, 'search', '', 10);\n"),
             QByteArray("notPermitted|0"));
    QCOMPARE(logged("action = 'search' and outcome = 'notPermitted' and login = 'u_operator'"), QByteArray("1"));
}

void AttackTest::noTimeOutMeansNoAnswer()
{
    for (const char *value : {"0", "'10min'"}) {
        const auto outcome = m_agent->tries(QByteArray("set statement_timeout = ") + value +
                                            ";\nselect * from api_v1.heads(:'session');\n");
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error.contains("statement_timeout"));
    }
    QCOMPARE(m_agent->does("show statement_timeout;\n"), QByteArray("7s"));
    const auto cancelled =
        m_agent->triesBare("set statement_timeout = '50ms'; select count(*) from pg_class a, pg_class b, "
                           "pg_class c, pg_class d");
    QVERIFY(cancelled.error.contains("statement timeout"));
}

void AttackTest::asynchronousCommitMeansNoAnswer()
{
    const auto outcome = m_agent->tries("set synchronous_commit = off;\nselect * from api_v1.heads(:'session');\n");
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error.contains("synchronous_commit"));
}

void AttackTest::ownSettingsOfTheRoleChangeNothing()
{
    for (const char *setting :
         {"search_path = public", "row_security = off", "consentdesk.session = 'x'", "statement_timeout = 0"})
        m_agent->triesBare(QByteArray("alter role u_agent set ") + setting);
    const QByteArray read = "select count(*) from api_v1.data_keys(:'session', '{" + id(*m_busanDesk) + "}');\n";
    QVERIFY(!m_agent->tries(read).ok()); // the time-out that was taken away
    const auto unbound = m_agent->tries("set statement_timeout = '5s';\n" + read);
    QVERIFY(!unbound.ok()); // without row security there is no answer, instead of one of everybody
    QVERIFY2(unbound.error.contains("row-level security"), unbound.error.constData());
    QCOMPARE(m_agent->does("set statement_timeout = '5s';\nset row_security = on;\n" + read), QByteArray("0"));
    QVERIFY(!m_agent->triesBare("alter role u_agent superuser").ok());
    QVERIFY(!m_agent->triesBare("alter role u_agent bypassrls").ok());
    QVERIFY(!m_agent->triesBare("alter role u_agent connection limit -1").ok());
}

void AttackTest::ownObjectsCannotShadowOurs()
{
    QVERIFY(!m_agent->tries("create temp table event as select 1;\n").ok());
    QVERIFY(!m_agent->tries("create schema store;\n").ok());
    QCOMPARE(m_agent->does("set search_path = pg_temp, public;\nselect count(*) from api_v1.data_keys(:'session', '{" +
                           id(*m_busanDesk) + "}');\n"),
             QByteArray("0"));
}

void AttackTest::functionsHoldNoSecret()
{
    const QByteArray sources =
        m_agent
            ->triesBare("select coalesce(prosrc, '') from pg_proc p join pg_namespace n on n.oid = "
                        "p.pronamespace where n.nspname in ('store', 'api_v1', 'common')")
            .out;
    QVERIFY(sources.size() > 10'000); // the catalog is readable, and that does no harm:
    QVERIFY(!sources.contains("SCRAM-SHA-256$4096"));
    QVERIFY(!sources.contains(m_store->sql("select value from store.setting where name = 'storeId'")));
    for (const QByteArray &secret : {m_agent->device().secret, m_other->device().secret})
        QVERIFY(!sources.contains(secret.toHex()));
}

void AttackTest::errorsTellNothingAboutOthers()
{
    // An event with the id of another branch's event: no value of it comes back.
    const QByteArray theirs = m_busanDesk->events()[1].event.id.toString().toUtf8();
    const auto key = must(m_centerDesk->dataKeys().create(m_centerDesk->subject())).wrapped;
    const QByteArray taken = m_busanDesk->dataKey().wrapped.id.toString().toUtf8();
    const auto conflict = m_agent->tries("select api_v1.put_data_keys(:'session', '{" + taken + "}', '{" +
                                         id(*m_centerDesk) + "}', '{1}', '{\"\\\\x" + key.wrapped.toHex() + "\"}');\n");
    QVERIFY(!conflict.ok());
    QVERIFY(!conflict.error.contains(id(*m_busanDesk)));
    QVERIFY(!conflict.error.contains(theirs));
    QVERIFY(!conflict.error.contains("DETAIL"));
    // A subject that exists elsewhere and one that does not exist answer alike.
    const QByteArray unknown = consent::SubjectId::create().toString().toUtf8();
    for (const QByteArray &subject : {id(*m_busanDesk), unknown})
        QCOMPARE(m_agent->does("select count(*) from api_v1.data_keys(:'session', '{" + subject + "}');\n"),
                 QByteArray("0"));
    for (const QByteArray &token : {tokenOfBusan, QByteArray(16, 'z')})
        QCOMPARE(m_agent->does("select answer, length(ticket) from api_v1.ask(:'session', 1::smallint, " +
                               literal(token) + ", null, null, null, 'search', '', 10);\n"),
                 QByteArray("granted|32"));
}

void AttackTest::administrationIsClosed()
{
    const QByteArray me = m_store->sql("select id from store.staff where login = 'agent'");
    const QByteArray pc = m_agent->device().id.toString().toUtf8();
    for (const QByteArray &call :
         {"erase_subject(:'session', '" + id(*m_centerDesk) + "')", QByteArray("devices(:'session')"),
          "held(:'session', '" + pc + "')", "revoke_device(:'session', '" + pc + "', '')",
          "set_user_roles(:'session', '" + me + "', '{privacy_officer}')",
          "set_user_enabled(:'session', '" + me + "', true)", QByteArray("put_checkpoint(:'session', 'a.b.c')"),
          QByteArray("add_branch(:'session', 'x')"),
          "open_enrolment(:'session', '" + pc + "', '" + pc + "', 'center', " + literal(QByteArray(32, 'x')) + ", 1)",
          QByteArray("retire_access_log(1)"), "add_user(:'session', '" + pc + "', 'x', 'y', '{}', '', '', '')",
          "grant_organisation_keys(:'session', '" + me + "', '', '{1}', '{x}')",
          "reset_user(:'session', '" + me + "', 'x', 'y', 'z')", "set_user_profile(:'session', '" + me + "', 'x')"}) {
        const auto outcome = m_agent->tries("select api_v1." + call + ";\n");
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.error.contains("permission denied"), outcome.error.constData());
    }
    // An administrator can't make privacy officers, nor take over the account of one.
    TestDesk desk;
    desk.enrol();
    const AgentWithPsql administrator(*m_store, desk, u"operator"_s, u"center"_s, {u"admin"_s});
    m_store->addUser(u"officer"_s, {u"privacy_officer"_s});
    const QByteArray officer = m_store->sql("select id from store.staff where login = 'officer'");
    for (const QByteArray &call : {"set_user_roles(:'session', '" + me + "', '{privacy_officer}')",
                                   "set_user_roles(:'session', '" + officer + "', '{}')",
                                   "reset_user(:'session', '" + officer + "', 'x', 'y', 'z')"}) {
        const auto outcome = administrator.tries("select api_v1." + call + ";\n");
        QVERIFY2(outcome.error.contains("only a privacy officer"), outcome.error.constData());
    }
}

void AttackTest::anOrdinaryDeskCannotSpoilAnothersKey()
{
    const auto &key = m_busanDesk->dataKey().wrapped;
    m_other->does("select api_v1.put_data_keys(:'session', '{" + key.id.toString().toUtf8() + "}', '{" +
                  key.subject.toString().toUtf8() + "}', '{99}', '{\"\\\\x" + QByteArray(40, 'x').toHex() + "\"}');\n");
    QCOMPARE(m_store->sql("select epoch, encode(wrapped, 'hex') from store.data_key where id = '" +
                          key.id.toString().toUtf8() + "'"),
             "1|" + key.wrapped.toHex());
}

void AttackTest::aDisabledUserAndARevokedPcAreOut()
{
    const QByteArray session = m_agent->does("select :'session';\n");
    m_store->sql("update store.staff set enabled = false where login = 'agent'");
    QVERIFY(!m_agent->triesBare("select * from api_v1.heads('" + session + "')").ok());
    QCOMPARE(
        m_agent->triesBare(m_agent->hello().replace("session from", "standing, session from").replace(" \\gset", ";"))
            .out.trimmed(),
        QByteArray("userDisabled|\\x"));
    m_store->sql("update store.staff set enabled = true; update store.device set state = 'revoked'");
    QVERIFY(!m_agent->triesBare("select * from api_v1.heads('" + session + "')").ok());
    QCOMPARE(
        m_agent->triesBare(m_agent->hello().replace("session from", "standing, session from").replace(" \\gset", ";"))
            .out.trimmed(),
        QByteArray("deviceRevoked|\\x"));
}

void AttackTest::everyFunctionHasAFixedSearchPath()
{
    QCOMPARE(
        m_store->sql("select string_agg(p.oid::regprocedure::text, ', ') from pg_proc p join pg_namespace n on n.oid = "
                     "p.pronamespace where n.nspname in ('store', 'api_v1', 'common') and p.prosecdef and not "
                     "coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false)"),
        QByteArray());
    // And only those of the API can be called by a login.
    QCOMPARE(
        m_store->sql("select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in "
                     "('store', 'common') and has_function_privilege('u_agent', p.oid, 'execute')"),
        QByteArray("0"));
}

void AttackTest::everyFunctionOfTheApiIsCalledHereOrKnown()
{
    // A new function must be thought about here, before an agent does.
    QCOMPARE(
        m_store->sql("select string_agg(p.proname, ' ' order by p.proname) from pg_proc p where p.pronamespace = "
                     "'api_v1'::regnamespace and has_function_privilege('u_agent', p.oid, 'execute')"),
        QByteArray("append_events ask branches change_password contact_blocks_all contact_blocks_since data_keys "
                   "enrol_device evidence_chunk evidence_open evidence_state head heads hello log_access pull_offer "
                   "pull_take put_data_keys put_evidence_chunk put_subject_tokens put_user_keys redeem release roster "
                   "user_keys"));
}

QTEST_GUILESS_MAIN(AttackTest)
#include "attacktest.moc"
