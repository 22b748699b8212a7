#include "unit/ledger/testdesk.h"

#include "crypto/base64url.h"
#include "ledger/checkpoint.h"
#include "ledger/receipt.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

/// `jose` and python3-jwcrypto verify our chain, receipt and checkpoint, and open the sealed part.
class LedgerInteropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void joseVerifiesEveryEvent();
    void joseRefusesAlteredEvents();
    void joseOpensTheSealedPart();
    void joseVerifiesTheReceipt();
    void pythonVerifiesTheWholeChainAndOpensIt();
    void pythonVerifiesTheCheckpoint();
    void pythonFindsEveryTampering_data();
    void pythonFindsEveryTampering();

private:
    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
    };
    static Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
    QString fileWith(const QString &name, const QByteArray &content) const;
    QJsonObject dataKeyJwk() const;
    Outcome check(const QJsonArray &events, const QByteArray &checkpoint = {}, const QJsonArray &leaves = {}) const;
    QJsonArray events() const;

    QTemporaryDir m_folder;
    TestDesk m_desk;
    QString m_publicKey; ///< File with the key that the enrolment announces.
};

void LedgerInteropTest::initTestCase()
{
    const SignedEvent enrolment = m_desk.enrol();
    m_desk.addGrant();
    m_desk.addOptOut();
    m_desk.addGrant(u"provision"_s);
    const QJsonObject key = enrolment.event.facts[u"publicKey"_s].toObject();
    m_publicKey = fileWith(u"device.jwk"_s, QJsonDocument(key).toJson());
}

LedgerInteropTest::Outcome LedgerInteropTest::run(const QString &program, const QStringList &arguments,
                                                  const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

QString LedgerInteropTest::fileWith(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no temporary file");
    return file.fileName();
}

QJsonObject LedgerInteropTest::dataKeyJwk() const
{
    const QByteArray text = crypto::base64UrlEncode(m_desk.dataKey().open.secret->span());
    return {{u"kty"_s, u"oct"_s}, {u"k"_s, QString::fromLatin1(text)}};
}

QJsonArray LedgerInteropTest::events() const
{
    QJsonArray array;
    for (const SignedEvent &event : m_desk.events())
        array.append(QString::fromLatin1(event.jws));
    return array;
}

LedgerInteropTest::Outcome LedgerInteropTest::check(const QJsonArray &events, const QByteArray &checkpoint,
                                                    const QJsonArray &leaves) const
{
    const QJsonObject given{
        {u"events"_s, events},
        {u"dataKey"_s, dataKeyJwk()},
        {u"checkpoint"_s, checkpoint.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(checkpoint))},
        {u"leaves"_s, leaves}};
    return run(u"/usr/bin/python3"_s, {QStringLiteral(CONSENT_SOURCE_DIR "/tests/integration/ledger/ledger_check.py")},
               QJsonDocument(given).toJson());
}

void LedgerInteropTest::joseVerifiesEveryEvent()
{
    for (const SignedEvent &event : m_desk.events()) {
        const Outcome outcome = run(u"jose"_s, {u"jws"_s, u"ver"_s, u"-i"_s, fileWith(u"event.jws"_s, event.jws),
                                                u"-k"_s, m_publicKey, u"-O"_s, u"-"_s});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.output, eventPayload(event.event));
    }
}

void LedgerInteropTest::joseRefusesAlteredEvents()
{
    const QByteArray jws = m_desk.events()[1].jws;
    for (qsizetype at = 1; at < jws.size(); at += jws.size() / 12) {
        QByteArray altered = jws;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        const Outcome outcome =
            run(u"jose"_s, {u"jws"_s, u"ver"_s, u"-i"_s, fileWith(u"altered.jws"_s, altered), u"-k"_s, m_publicKey});
        QVERIFY(outcome.exitCode > 0);
    }
}

void LedgerInteropTest::joseOpensTheSealedPart()
{
    const Outcome outcome =
        run(u"jose"_s, {u"jwe"_s, u"dec"_s, u"-i"_s, fileWith(u"sealed.jwe"_s, m_desk.events()[1].event.sealed),
                        u"-k"_s, fileWith(u"data.jwk"_s, QJsonDocument(dataKeyJwk()).toJson())});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.output).object(),
             must(openPersonal(m_desk.events()[1].event, m_desk.dataKey().open)));
    QVERIFY(QString::fromUtf8(outcome.output).contains(u"홍시험"_s));
}

void LedgerInteropTest::joseVerifiesTheReceipt()
{
    domain::Organisation organisation;
    organisation.company = {u"주식회사 시험"_s, u"Test Company"_s};
    domain::ConsentItem item;
    item.code = u"marketing.sms"_s;
    item.purpose = {u"혜택 안내"_s, u"offers"_s};
    const std::vector<domain::ConsentItem> items{item};
    const QJsonObject record =
        must(receiptRecord(m_desk.events()[1], {organisation, items, fromMs(1'764'000'500'000)}));
    const QByteArray jws = must(signReceipt(record, m_desk.key()));
    const Outcome outcome = run(u"jose"_s, {u"jws"_s, u"ver"_s, u"-i"_s, fileWith(u"receipt.jws"_s, jws), u"-k"_s,
                                            m_publicKey, u"-O"_s, u"-"_s});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.output).object(), record);
}

void LedgerInteropTest::pythonVerifiesTheWholeChainAndOpensIt()
{
    const Outcome outcome = check(events());
    QCOMPARE(outcome.exitCode, 0);
    const QJsonObject seen = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(seen[u"events"_s].toInt(), 4);
    QCOMPARE(seen[u"head"_s].toString().toLatin1(), crypto::base64UrlEncode(crypto::bytesOf(m_desk.head().hash)));
    const QJsonArray personal = seen[u"personal"_s].toArray();
    QCOMPARE(personal.size(), 2);
    QCOMPARE(personal[0][u"name"_s].toString(), u"홍시험"_s);
}

void LedgerInteropTest::pythonVerifiesTheCheckpoint()
{
    Heads heads{{m_desk.device(), m_desk.head()}};
    for (int i = 0; i < 6; ++i)
        heads[DeviceId::create()] = {i + 1, QByteArray(32, char('a' + i))};
    QJsonArray leaves;
    for (const auto &[device, head] : heads)
        leaves.append(QString::fromLatin1(headLeaf(device, head)));
    const QByteArray checkpoint = must(signCheckpoint(heads, fromMs(1'764'000'500'000), m_desk.actor(), m_desk.key()));
    QCOMPARE(check(events(), checkpoint, leaves).exitCode, 0);
    leaves[3] = u"other"_s;
    QVERIFY(check(events(), checkpoint, leaves).exitCode > 0);
}

void LedgerInteropTest::pythonFindsEveryTampering_data()
{
    QTest::addColumn<QJsonArray>("given");
    QJsonArray changed = events();
    changed.removeAt(2);
    QTest::newRow("one removed") << changed;
    changed = events();
    const QJsonValue second = changed[1];
    changed[1] = changed[2];
    changed[2] = second;
    QTest::newRow("two swapped") << changed;
    changed = events();
    changed.insert(2, changed[1]);
    QTest::newRow("one twice") << changed;
    changed = events();
    QString altered = changed[3].toString();
    altered[200] = altered[200] == u'A' ? u'B' : u'A';
    changed[3] = altered;
    QTest::newRow("one altered") << changed;
    TestDesk other;
    other.enrol();
    changed = events();
    changed[0] = QString::fromLatin1(other.events()[0].jws);
    QTest::newRow("another device's enrolment") << changed;
}

void LedgerInteropTest::pythonFindsEveryTampering()
{
    QFETCH(const QJsonArray, given);
    QVERIFY(check(given).exitCode > 0);
}

QTEST_GUILESS_MAIN(LedgerInteropTest)
#include "ledgerinteroptest.moc"
