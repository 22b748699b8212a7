#include "integration/central/agentwithpsql.h"

#include <QStringEncoder>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace samples;

namespace {

/// Ways in which a text could stand in a dump without being seen at a glance.
QList<QByteArray> disguises(const QString &text)
{
    QStringEncoder little(QStringConverter::Utf16LE);
    QStringEncoder big(QStringConverter::Utf16BE);
    QList<QByteArray> all;
    for (const QByteArray &bytes : {text.toUtf8(), QByteArray(little(text)), QByteArray(big(text))}) {
        all << bytes << bytes.toHex() << bytes.toHex().toUpper();
        // base64 has three alignments; the letters at the ends depend on the neighbours, so they are left away.
        for (qsizetype shift = 0; shift < 3; ++shift) {
            for (const auto options : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
                const QByteArray coded =
                    (QByteArray(shift, 'x') + bytes).toBase64(options | QByteArray::OmitTrailingEquals);
                const qsizetype first = shift == 0 ? 0 : shift + 1;
                const qsizetype cut = (bytes.size() + shift) % 3 == 0 ? 0 : 1;
                all << coded.mid(first, coded.size() - first - cut);
            }
        }
    }
    // As JSON writes it where it is careful.
    QByteArray escaped;
    for (const QChar c : text)
        escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    all << escaped << escaped.toUpper().replace("\\U", "\\u");
    return all;
}

bool holds(const QByteArray &dump, const QString &text)
{
    const QList<QByteArray> all = disguises(text);
    return std::any_of(all.begin(), all.end(), [&dump](const QByteArray &one) { return dump.contains(one); });
}

const QStringList personal{u"홍시험"_s,
                           u"남궁가상"_s,
                           u"01000001234"_s,
                           u"010-0000-1234"_s,
                           u"850505-9123455"_s,
                           u"test@example.invalid"_s,
                           u"서울시 가상구 없는로 7"_s,
                           u"화를 내며 끊음"_s};

} // namespace

/// A dump of everything that a filled store has, its roles too, tells nothing about anybody.
class DumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aDumpHoldsNothingPersonal();
    void theSearchFindsWhatIsThere();

private:
    QByteArray dump() const;

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<AgentWithPsql> m_agent;
};

void DumpTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
    m_desk = std::make_unique<TestDesk>();
    m_desk->enrol();
    m_desk->add({ledger::eventtypes::subjectRegistered,
                 m_desk->actor(),
                 u"center"_s,
                 m_desk->subject(),
                 {},
                 QJsonObject{{u"name"_s, personal[0]},
                             {u"phone"_s, personal[2]},
                             {u"email"_s, personal[5]},
                             {u"guardian"_s, QJsonObject{{u"name"_s, personal[1]}, {u"phone"_s, personal[3]}}}}});
    m_desk->addGrant();
    m_desk->add({ledger::eventtypes::consentOptedOut, m_desk->actor(), u"center"_s, m_desk->subject(),
                 ended({u"marketing.sms"_s}).toFacts(),
                 QJsonObject{{u"note"_s, personal[7]}, {u"document"_s, personal[4]}}});
    m_agent = std::make_unique<AgentWithPsql>(*m_store, *m_desk, u"agent"_s, u"center"_s);
    m_agent->pushes(QByteArray(16, 'c'));
    m_agent->does("select ticket from api_v1.ask(:'session', 1::smallint, '\\x" + QByteArray(16, 'c').toHex() +
                  "', null, null, null, 'search', 'request.access', 10) \\gset\n"
                  "select count(*) from api_v1.redeem(:'session', :'ticket');\n");
}

void DumpTest::cleanupTestCase()
{
    m_agent.reset();
    m_desk.reset();
    m_store.reset();
    m_server.reset();
}

QByteArray DumpTest::dump() const
{
    const auto dumped = postgrestesting::run(
        postgrestesting::programPath(u"pg_dumpall"_s),
        {u"-h"_s, m_server->host(), u"-p"_s, QString::number(m_server->port()), u"-U"_s, m_server->superuser()}, {},
        {u"PGPASSWORD="_s + m_server->superuserPassword(), u"PGSSLMODE=require"_s});
    if (!dumped.ok())
        qFatal("pg_dumpall: %s", dumped.error.constData());
    return dumped.out;
}

void DumpTest::aDumpHoldsNothingPersonal()
{
    const QByteArray all = dump();
    QVERIFY(all.contains(m_desk->events().back().jws)); // it is the filled store
    QVERIFY(all.contains("CREATE ROLE u_agent") || all.contains("CREATE ROLE \"u_agent\""));
    for (const QString &text : personal)
        QVERIFY2(!holds(all, text), qPrintable(text));
    QVERIFY(!holds(all, m_agent->login().password));
    QVERIFY(!all.contains(m_agent->device().secret.toHex()));
    QVERIFY(!holds(m_server->log(), personal[0]));
}

void DumpTest::theSearchFindsWhatIsThere()
{
    // The search itself is searched: each disguise is put into the store, and must be found.
    m_store->sql("create table store.planted(t text, b bytea)");
    QStringEncoder little(QStringConverter::Utf16LE);
    const QString name = personal[0];
    const QByteArray utf8 = name.toUtf8();
    for (const QByteArray &values :
         {"'" + utf8 + "', null", "null, convert_to('" + utf8 + "', 'UTF8')",
          "null, decode('" + QByteArray(little(name)).toHex() + "', 'hex')", "'" + utf8.toBase64() + "', null",
          "'" + ("{\"n\":\"" + utf8 + "\"}").toBase64(QByteArray::Base64UrlEncoding) + "', null",
          "'" + (" {\"n\":\"" + utf8 + "\"}").toBase64(QByteArray::Base64UrlEncoding) + "', null",
          "'" + ("  {\"n\":\"" + utf8 + "\"}").toBase64(QByteArray::Base64UrlEncoding) + "', null",
          "'" + utf8.toHex() + "', null"}) {
        m_store->sql("truncate store.planted; insert into store.planted values (" + values + ")");
        QVERIFY2(holds(dump(), name), values.constData());
    }
    m_store->sql("drop table store.planted");
}

QTEST_GUILESS_MAIN(DumpTest)
#include "dumptest.moc"
