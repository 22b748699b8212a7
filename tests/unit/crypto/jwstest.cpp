#include "crypto/jws.h"

#include "hex.h"

#include <QTest>

using namespace consent;
using namespace consent::crypto;
using namespace Qt::StringLiterals;

namespace {

// RFC 7515, A.3
constexpr auto A3 =
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19"
    "yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU"
    "1Q";

P256PublicKey a3Key()
{
    return P256PublicKey::fromJwk({{u"kty"_s, u"EC"_s},
                                   {u"crv"_s, u"P-256"_s},
                                   {u"x"_s, u"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"_s},
                                   {u"y"_s, u"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"_s}})
        .value();
}

QByteArray segment(const QByteArray &text)
{
    return base64UrlEncode(bytesOf(text));
}

/// Signed all right, whatever the header says: what is refused is refused for the header.
QByteArray signedWithHeader(const QByteArray &header, const P256PrivateKey &key)
{
    const QByteArray input = segment(header) + '.' + segment("payload");
    return input + '.' + base64UrlEncode(key.sign(bytesOf(input)).value());
}

} // namespace

class JwsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesTheStandardsExample();
    void whatIsSignedVerifies();
    void callersMayNotReplaceTheMembersThatDecide_data();
    void callersMayNotReplaceTheMembersThatDecide();
    void everyChangedLetterIsRefused();
    void anotherKeyIsRefused();
    void otherHeadersAreRefused_data();
    void otherHeadersAreRefused();
    void otherFormsAreRefused_data();
    void otherFormsAreRefused();
    void tooLongIsRefusedBeforeItIsRead();
};

void JwsTest::verifiesTheStandardsExample()
{
    const auto verified = verifyCompact(A3, a3Key());
    QVERIFY(verified);
    QCOMPARE(verified->payload,
             "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"_ba);
    QCOMPARE(verified->kid, QString());
    QCOMPARE(verified->header, QJsonObject({{u"alg"_s, u"ES256"_s}}));
}

void JwsTest::whatIsSignedVerifies()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    for (const QByteArray &payload : {"{\"type\":\"가나다\"}"_ba, QByteArray(), QByteArray(100'000, '\0')}) {
        const auto compact =
            signCompact(payload, *key, u"device"_s, u"consent-event+jws"_s, {{u"iat"_s, 5}, {u"x"_s, u"y"_s}});
        QVERIFY(compact);
        const auto verified = verifyCompact(*compact, key->publicKey());
        QVERIFY(verified);
        QCOMPARE(verified->payload, payload);
        QCOMPARE(verified->kid, u"device"_s);
        QCOMPARE(verified->typ, u"consent-event+jws"_s);
        QCOMPARE(verified->header.value("iat"_L1).toInt(), 5);
        QCOMPARE(verified->header.size(), 5);
    }
}

void JwsTest::callersMayNotReplaceTheMembersThatDecide_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"alg", "kid", "typ", "crit", "b64"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void JwsTest::callersMayNotReplaceTheMembersThatDecide()
{
    QFETCH(const QString, name);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QVERIFY(!signCompact("payload", *key, u"kid"_s, u"typ"_s, {{name, u"none"_s}}));
}

void JwsTest::everyChangedLetterIsRefused()
{
    const QByteArray compact(A3);
    const P256PublicKey key = a3Key();
    for (qsizetype i = 0; i < compact.size(); ++i) {
        for (const char replacement : {'A', '_', '.', '=', '\n'}) {
            QByteArray changed = compact;
            if (changed.at(i) == replacement)
                continue;
            changed[i] = replacement;
            const auto verified = verifyCompact(changed, key);
            QVERIFY2(!verified, changed.constData());
            QCOMPARE(verified.error().kind, ErrorKind::Damaged);
        }
        QVERIFY(!verifyCompact(compact.first(i), key));
    }
}

void JwsTest::anotherKeyIsRefused()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QVERIFY(!verifyCompact(A3, key->publicKey()));
}

void JwsTest::otherHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << R"({"alg":"none"})"_ba;
    QTest::newRow("no alg") << R"({})"_ba;
    QTest::newRow("another curve") << R"({"alg":"ES384"})"_ba;
    QTest::newRow("a shared key") << R"({"alg":"HS256"})"_ba;
    QTest::newRow("another case") << R"({"alg":"es256"})"_ba;
    QTest::newRow("a list") << R"({"alg":["ES256"]})"_ba;
    QTest::newRow("crit") << R"({"alg":"ES256","crit":["exp"],"exp":5})"_ba;
    QTest::newRow("empty crit") << R"({"alg":"ES256","crit":[]})"_ba;
    QTest::newRow("b64") << R"({"alg":"ES256","b64":true})"_ba;
    QTest::newRow("a member twice") << R"({"alg":"ES256","alg":"ES256"})"_ba;
    QTest::newRow("a member twice, once in disguise") << R"({"alg":"ES256","\u0061lg":"none"})"_ba;
    QTest::newRow("a member twice, deeper") << R"({"alg":"ES256","x":[{"a":1,"a":2}]})"_ba;
    QTest::newRow("kid that is no text") << R"({"alg":"ES256","kid":5})"_ba;
    QTest::newRow("typ that is no text") << R"({"alg":"ES256","typ":{}})"_ba;
    QTest::newRow("a list as header") << R"(["ES256"])"_ba;
    QTest::newRow("no JSON") << R"(alg=ES256)"_ba;
    QTest::newRow("more after the end") << R"({"alg":"ES256"}{})"_ba;
    QTest::newRow("bytes that are no text") << "{\"alg\":\"ES256\",\"x\":\"\xff\"}"_ba;
    QTest::newRow("too long") << R"({"alg":"ES256","x":")"_ba + QByteArray(4096, 'x') + R"("})"_ba;
}

void JwsTest::otherHeadersAreRefused()
{
    QFETCH(const QByteArray, header);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto verified = verifyCompact(signedWithHeader(header, *key), key->publicKey());
    QVERIFY(!verified);
    QCOMPARE(verified.error().kind, ErrorKind::Damaged);
    const QByteArray roomy = "{ \"alg\" : \"ES256\", \"x\" : \"a:b\\\"c:\" }";
    QVERIFY(verifyCompact(signedWithHeader(roomy, *key), key->publicKey()));
}

void JwsTest::otherFormsAreRefused_data()
{
    const QByteArray good(A3);
    const QByteArrayList parts = good.split('.');
    QTest::addColumn<QByteArray>("compact");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("dots") << ".."_ba;
    QTest::newRow("two segments") << parts.at(0) + '.' + parts.at(1);
    QTest::newRow("four segments") << good + '.';
    QTest::newRow("no signature") << parts.at(0) + '.' + parts.at(1) + '.';
    QTest::newRow("signature too short") << good.chopped(1);
    QTest::newRow("signature too long") << good + "AA";
    QTest::newRow("space before") << ' ' + good;
    QTest::newRow("newline after") << good + '\n';
    QTest::newRow("JSON form") << R"({"payload":"","signatures":[]})"_ba;
}

void JwsTest::otherFormsAreRefused()
{
    QFETCH(const QByteArray, compact);
    QVERIFY(!verifyCompact(compact, a3Key()));
    QVERIFY(!parseCompact(compact));
}

void JwsTest::tooLongIsRefusedBeforeItIsRead()
{
    const QByteArray good(A3);
    QVERIFY(verifyCompact(good, a3Key(), good.size()));
    QVERIFY(!verifyCompact(good, a3Key(), good.size() - 1));
    QVERIFY(!parseCompact(QByteArray(JwsLimitBytes + 1, 'A')));
}

QTEST_APPLESS_MAIN(JwsTest)
#include "jwstest.moc"
