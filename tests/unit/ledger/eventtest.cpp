#include "testdesk.h"

#include "crypto/base64url.h"
#include "crypto/jws.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsReadIsWhatWasSigned();
    void payloadIsCanonicalAndReadsBack();
    void everyMissingFieldIsRefused();
    void everyFieldOfAnotherTypeIsRefused();
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void otherTextsForTheSameValueAreRefused_data();
    void otherTextsForTheSameValueAreRefused();
    void otherHeadersAreRefused_data();
    void otherHeadersAreRefused();
    void deepAndLongTextsAreRefusedQuickly();
    void unknownTypeIsKept();
    void newerVersionIsKeptWithFieldsNotYetKnown();
    void orderTimeNeverPrecedesWhatTheDeskKnew();
    void chainRefusesDraftsThatDoNotFit();
    void refusedDraftLeavesTheHead();
    void personalPartOpensWithItsKeyOnly();

private:
    /// Signs any payload, as a faulty or hostile program with a real key could.
    Result<SignedEvent> readSigned(const QByteArray &payload) const
    {
        return parseEvent(must(
            crypto::signCompact(payload, m_desk.key(), m_desk.key().publicKey().thumbprint(), u"consent-event+jws"_s)));
    }
    QJsonObject sample() const { return QJsonDocument::fromJson(eventPayload(m_desk.events().back().event)).object(); }

    TestDesk m_desk;
};

void EventTest::initTestCase()
{
    m_desk.enrol();
    m_desk.addGrant();
}

void EventTest::whatIsReadIsWhatWasSigned()
{
    for (const SignedEvent &written : m_desk.events()) {
        const auto read = parseEvent(written.jws);
        QVERIFY(read.ok());
        QCOMPARE(*read, written);
        QCOMPARE(read->hash, eventHash(written.jws));
        QCOMPARE(read->kid, m_desk.key().publicKey().thumbprint());
    }
    QCOMPARE(m_desk.events()[0].event.prev, QByteArray());
    QCOMPARE(m_desk.events()[1].event.prev, m_desk.events()[0].hash);
    QCOMPARE(m_desk.events()[1].event.seq, 2);
}

void EventTest::payloadIsCanonicalAndReadsBack()
{
    const Event &event = m_desk.events().back().event;
    const QList<QByteArray> parts = m_desk.events().back().jws.split('.');
    QCOMPARE(*crypto::base64UrlDecode(parts[1]), eventPayload(event));
    const QString text = QString::fromUtf8(eventPayload(event));
    QVERIFY2(!text.contains(u"홍시험"_s), "the personal part is readable");
}

void EventTest::everyMissingFieldIsRefused()
{
    const QJsonObject whole = sample();
    QCOMPARE(whole.size(), 13);
    for (const QString &name : whole.keys()) {
        QJsonObject object = whole;
        object.remove(name);
        const auto read = readSigned(QJsonDocument(object).toJson(QJsonDocument::Compact));
        QVERIFY2(!read.ok(), qPrintable(name));
        QCOMPARE(read.error().kind, ErrorKind::Damaged);
    }
    QVERIFY(readSigned(QJsonDocument(whole).toJson(QJsonDocument::Compact)).ok());
}

void EventTest::everyFieldOfAnotherTypeIsRefused()
{
    const QJsonObject whole = sample();
    for (const QString &name : whole.keys()) {
        for (const QJsonValue &other : {QJsonValue(true), QJsonValue(1.5), QJsonValue(QJsonArray{1}), QJsonValue(-7),
                                        QJsonValue(QJsonObject()), QJsonValue(u"\u0001"_s)}) {
            if (other.type() == whole[name].type() && (name == u"facts" || name == u"skewMs"))
                continue; // also a valid value
            QJsonObject object = whole;
            object[name] = other;
            QVERIFY2(!readSigned(QJsonDocument(object).toJson(QJsonDocument::Compact)).ok(), qPrintable(name));
        }
    }
}

void EventTest::valuesOutOfRangeAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("upper-case id") << u"id"_s << QJsonValue(u"0192F000-0000-7000-8000-000000000000"_s);
    QTest::newRow("seq zero") << u"seq"_s << QJsonValue(0);
    QTest::newRow("seq beyond exact numbers") << u"seq"_s << QJsonValue(qint64(9'007'199'254'740'992));
    QTest::newRow("seq 1 with prev") << u"seq"_s << QJsonValue(1);
    QTest::newRow("prev empty at seq 2") << u"prev"_s << QJsonValue(u""_s);
    QTest::newRow("prev short") << u"prev"_s << QJsonValue(u"AAAA"_s);
    QTest::newRow("prev with stray bits") << u"prev"_s << QJsonValue(QString(42, u'A') + u'B');
    QTest::newRow("time before 1970") << u"at"_s << QJsonValue(-1);
    QTest::newRow("time after 9999") << u"at"_s << QJsonValue(qint64(253'402'300'800'000));
    QTest::newRow("branch long") << u"branch"_s << QJsonValue(QString(65, u'b'));
    QTest::newRow("branch with line feed") << u"branch"_s << QJsonValue(u"a\nb"_s);
    QTest::newRow("type empty") << u"type"_s << QJsonValue(u""_s);
    QTest::newRow("type with blank") << u"type"_s << QJsonValue(u"consent captured"_s);
    QTest::newRow("type long") << u"type"_s << QJsonValue(QString(65, u'a'));
    QTest::newRow("version zero") << u"v"_s << QJsonValue(0);
    QTest::newRow("sealed part without subject") << u"subject"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("sealed part no JWE") << u"sealed"_s << QJsonValue(u"abc"_s);
    QTest::newRow("sealed part with a wrapped key") << u"sealed"_s << QJsonValue(u"e30.QQ.QQ.QQ.QQ"_s);
    QTest::newRow("sealed part with padding") << u"sealed"_s << QJsonValue(u"e30=..QQ.QQ.QQ"_s);
    QTest::newRow("field of the future") << u"extra"_s << QJsonValue(1);
}

void EventTest::valuesOutOfRangeAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QJsonObject object = sample();
    object[name] = value;
    const auto read = readSigned(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QVERIFY(!read.ok());
    QVERIFY(!read.error().message.isEmpty());
}

void EventTest::otherTextsForTheSameValueAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("blank") << QByteArray("{\"actor\":") << QByteArray("{ \"actor\":");
    QTest::newRow("name twice") << QByteArray("{\"actor\":") << QByteArray("{\"actor\":\"x\",\"actor\":");
    QTest::newRow("name twice, deep") << QByteArray("\"joined\":true")
                                      << QByteArray("\"joined\":false,\"joined\":true");
    QTest::newRow("escape") << QByteArray("\"branch\":\"center\"") << QByteArray("\"branch\":\"\\u0063enter\"");
    QTest::newRow("number with fraction") << QByteArray("\"seq\":2,") << QByteArray("\"seq\":2.0,");
    QTest::newRow("number with exponent") << QByteArray("\"seq\":2,") << QByteArray("\"seq\":2e0,");
    QTest::newRow("other order") << QByteArray("\"seq\":2,\"skewMs\":0") << QByteArray("\"skewMs\":0,\"seq\":2");
    QTest::newRow("trailing text") << QByteArray("\"v\":1}") << QByteArray("\"v\":1} ");
    QTest::newRow("byte order mark") << QByteArray("{\"actor\":") << QByteArray("\xef\xbb\xbf{\"actor\":");
    QTest::newRow("broken UTF-8") << QByteArray("\"center\"") << QByteArray("\"cent\xc0\xaf\"");
}

void EventTest::otherTextsForTheSameValueAreRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray payload = eventPayload(m_desk.events().back().event);
    QVERIFY(payload.contains(from));
    QVERIFY(readSigned(payload).ok());
    payload.replace(from, to);
    QVERIFY(!readSigned(payload).ok());
}

void EventTest::otherHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    const QByteArray kid = m_desk.key().publicKey().thumbprint().toLatin1();
    QTest::newRow("none") << QByteArray(R"({"alg":"none","kid":")" + kid + R"(","typ":"consent-event+jws"})");
    QTest::newRow("HS256") << QByteArray(R"({"alg":"HS256","kid":")" + kid + R"(","typ":"consent-event+jws"})");
    QTest::newRow("other typ") << QByteArray(R"({"alg":"ES256","kid":")" + kid + R"(","typ":"JWT"})");
    QTest::newRow("no kid") << QByteArray(R"({"alg":"ES256","typ":"consent-event+jws"})");
    QTest::newRow("short kid") << QByteArray(R"({"alg":"ES256","kid":"abc","typ":"consent-event+jws"})");
    QTest::newRow("crit") << QByteArray(R"({"alg":"ES256","crit":["x"],"kid":")" + kid +
                                        R"(","typ":"consent-event+jws"})");
    QTest::newRow("blank") << QByteArray(R"({"alg":"ES256", "kid":")" + kid + R"(","typ":"consent-event+jws"})");
    QTest::newRow("empty") << QByteArray();
}

void EventTest::otherHeadersAreRefused()
{
    QFETCH(const QByteArray, header);
    QList<QByteArray> parts = m_desk.events().back().jws.split('.');
    parts[0] = crypto::base64UrlEncode(crypto::bytesOf(header));
    QVERIFY(!parseEvent(parts.join('.')).ok());
}

void EventTest::deepAndLongTextsAreRefusedQuickly()
{
    QVERIFY(!readSigned(QByteArray(100'000, '[')).ok());
    QVERIFY(!readSigned("{\"a\":" + QByteArray(5'000, '[') + QByteArray(5'000, ']') + "}").ok());
    QVERIFY(!parseEvent(QByteArray(EventLimits::compactBytes + 1, 'A')).ok());
    QVERIFY(!parseEvent(QByteArray()).ok());
    QVERIFY(!parseEvent("..").ok());
    QVERIFY(!parseEvent("a.b").ok());
    QVERIFY(!parseEvent("a.b.c.d").ok());
}

void EventTest::unknownTypeIsKept()
{
    TestDesk desk;
    desk.enrol();
    const SignedEvent event =
        desk.add({u"weather.noted"_s, desk.actor(), u"center"_s, std::nullopt, {{u"sky"_s, 1}}, {}});
    QCOMPARE(event.event.type, u"weather.noted"_s);
    QCOMPARE(event.event.facts.value(u"sky"_s).toInteger(), 1);
}

void EventTest::newerVersionIsKeptWithFieldsNotYetKnown()
{
    QJsonObject object = sample();
    object[u"v"_s] = currentEventVersion + 1;
    object[u"weight"_s] = 3;
    const auto read = readSigned(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QVERIFY(read.ok());
    QCOMPARE(read->event.v, currentEventVersion + 1);
}

void EventTest::orderTimeNeverPrecedesWhatTheDeskKnew()
{
    Event event = m_desk.events().back().event;
    event.skewMs = 250;
    QCOMPARE(toMs(orderTime(event)), toMs(event.at) - 250);
    event.facts[u"after"_s] = toMs(event.at) + 10'000;
    QCOMPARE(toMs(orderTime(event)), toMs(event.at) + 10'001);
    event.facts[u"after"_s] = toMs(event.at) - 10'000;
    QCOMPARE(toMs(orderTime(event)), toMs(event.at) - 250);
}

void EventTest::chainRefusesDraftsThatDoNotFit()
{
    const DataKey &key = m_desk.dataKey().open;
    const QJsonObject personal{{u"name"_s, u"홍시험"_s}};
    DeviceChain chain = m_desk.makeChain();
    const EventDraft good{eventtypes::subjectRegistered, m_desk.actor(), u"center"_s, m_desk.subject(), {}, personal};
    EventDraft draft = good;
    QCOMPARE(chain.append(draft, nullptr).error().kind, ErrorKind::InvalidArgument);
    draft.personal = {};
    QCOMPARE(chain.append(draft, &key).error().kind, ErrorKind::InvalidArgument);
    draft = good;
    draft.subject = SubjectId::create();
    QCOMPARE(chain.append(draft, &key).error().kind, ErrorKind::InvalidArgument);
    draft = good;
    draft.actor = {};
    QCOMPARE(chain.append(draft, &key).error().kind, ErrorKind::InvalidArgument);
    draft = good;
    draft.type = u"no such type!"_s;
    QCOMPARE(chain.append(draft, &key).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(chain.enrol(m_desk.actor(), u"center"_s, u"again"_s).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(chain.append(good, &key).ok());
}

void EventTest::refusedDraftLeavesTheHead()
{
    DeviceChain chain = m_desk.makeChain();
    const ChainHead before = chain.head();
    QJsonValue deep(1);
    for (int i = 0; i < 20; ++i)
        deep = QJsonArray{deep};
    QVERIFY(!chain.append({u"x.y"_s, m_desk.actor(), u"center"_s, std::nullopt, {{u"deep"_s, deep}}, {}}).ok());
    QVERIFY(!chain.append({u"x.y"_s, m_desk.actor(), QString(65, u'b'), std::nullopt, {}, {}}).ok());
    QVERIFY(
        !chain.append({u"x.y"_s, m_desk.actor(), u"center"_s, std::nullopt, {{u"big"_s, QString(9'000'000, u'x')}}, {}})
             .ok());
    QCOMPARE(chain.head(), before);
}

void EventTest::personalPartOpensWithItsKeyOnly()
{
    const Event &event = m_desk.events().back().event;
    QCOMPARE(dataKeyOf(event), m_desk.dataKey().open.id);
    QCOMPARE(openPersonal(event, m_desk.dataKey().open)->value(u"name"_s).toString(), u"홍시험"_s);
    TestDesk other;
    DataKey wrong = other.dataKey().open;
    QCOMPARE(openPersonal(event, wrong).error().kind, ErrorKind::WrongKey);
    wrong.id = m_desk.dataKey().open.id;
    QCOMPARE(openPersonal(event, wrong).error().kind, ErrorKind::Damaged);
    QCOMPARE(openPersonal(m_desk.events().front().event, m_desk.dataKey().open).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(EventTest)
#include "eventtest.moc"
