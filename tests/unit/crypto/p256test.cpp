#include "crypto/p256.h"

#include "crypto/kdf.h"
#include "crypto/opensslerror.h"
#include "hex.h"

#include <QJsonDocument>
#include <QTest>

using namespace consent;
using namespace consent::crypto;
using namespace Qt::StringLiterals;
using consent::test::bytes;
using consent::test::hex;

namespace {

QJsonObject publicJwk(const QString &x, const QString &y)
{
    return {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}, {u"x"_s, x}, {u"y"_s, y}};
}

QByteArray privateJwk(const char *x, const char *y, const char *d)
{
    return QByteArray(R"({"kty":"EC","crv":"P-256","x":")") + x + R"(","y":")" + y + R"(","d":")" + d + R"("})";
}

// RFC 7518, appendix C
const QByteArray AliceJwk =
    privateJwk("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps",
               "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo");
const QByteArray BobJwk =
    privateJwk("weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ", "e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck",
               "VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw");

} // namespace

class P256Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signaturesVerifyOnlyForTheirMessageAndKey();
    void everyFlippedBitOfASignatureIsRefused();
    void extremeSignaturesAreRefused_data();
    void extremeSignaturesAreRefused();
    void agreementIsThatOfTheStandard();
    void bothSidesAgree();
    void privateKeySurvivesItsJwk();
    void thumbprintIsThatOfTheStandards_data();
    void thumbprintIsThatOfTheStandards();
    void publicKeysThatAreNoneAreRefused_data();
    void publicKeysThatAreNoneAreRefused();
    void privateKeysThatAreNoneAreRefused_data();
    void privateKeysThatAreNoneAreRefused();
    void failuresLeaveNothingInTheErrorQueue();
    void aFullSecureHeapIsAnErrorOfItsOwn();
};

void P256Test::signaturesVerifyOnlyForTheirMessageAndKey()
{
    const auto key = P256PrivateKey::generate();
    const auto other = P256PrivateKey::generate();
    QVERIFY(key && other);
    const auto signature = key->sign(bytesOf("message"));
    QVERIFY(signature);
    QVERIFY(key->publicKey().verify(bytesOf("message"), *signature));
    QVERIFY(!key->publicKey().verify(bytesOf("messagf"), *signature));
    QVERIFY(!key->publicKey().verify({}, *signature));
    QVERIFY(!other->publicKey().verify(bytesOf("message"), *signature));
    QVERIFY(!(key->publicKey() == other->publicKey()));
    // The random part of every signature is fresh.
    const auto second = key->sign(bytesOf("message"));
    QVERIFY(second);
    QVERIFY(*second != *signature);
}

void P256Test::everyFlippedBitOfASignatureIsRefused()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    auto signature = key->sign(bytesOf("message"));
    QVERIFY(signature);
    for (std::size_t bit = 0; bit < signature->size() * 8; ++bit) {
        (*signature)[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY(!key->publicKey().verify(bytesOf("message"), *signature));
        (*signature)[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
    QVERIFY(!key->publicKey().verify(bytesOf("message"), Bytes(*signature).first(63)));
    QVERIFY(key->publicKey().verify(bytesOf("message"), *signature));
}

void P256Test::extremeSignaturesAreRefused_data()
{
    const QByteArray order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    const QByteArray one = QByteArray(31, '\0') + '\1';
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("zeroes") << QByteArray(64, '\0');
    QTest::newRow("all bits") << QByteArray(64, '\xff');
    QTest::newRow("r is 0") << QByteArray(32, '\0') + one;
    QTest::newRow("s is 0") << one + QByteArray(32, '\0');
    QTest::newRow("r is the order") << order + one;
    QTest::newRow("s is the order") << one + order;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("DER") << hex("3006020101020101");
}

void P256Test::extremeSignaturesAreRefused()
{
    QFETCH(const QByteArray, signature);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QVERIFY(!key->publicKey().verify(bytesOf("message"), bytesOf(signature)));
}

void P256Test::agreementIsThatOfTheStandard()
{
    const auto alice = P256PrivateKey::fromJwk(bytesOf(AliceJwk));
    const auto bob = P256PrivateKey::fromJwk(bytesOf(BobJwk));
    QVERIFY(alice && bob);
    const auto shared = alice->agree(bob->publicKey());
    QVERIFY(shared);
    QCOMPARE(bytes(shared->span()), hex("9e56d91d817135d372834283bf84269cfb316ea3da806a48f6daa7798cfe90c4"));
    const auto derived = concatKdfSha256(shared->span(), bytesOf("A128GCM"), bytesOf("Alice"), bytesOf("Bob"), 16);
    QVERIFY(derived);
    QCOMPARE(base64UrlEncode(derived->span()), "VqqN6vgjbSBcIijNcacQGg"_ba);
}

void P256Test::bothSidesAgree()
{
    const auto a = P256PrivateKey::generate();
    const auto b = P256PrivateKey::generate();
    QVERIFY(a && b);
    const auto one = a->agree(b->publicKey());
    const auto other = b->agree(a->publicKey());
    QVERIFY(one && other);
    QCOMPARE(bytes(one->span()), bytes(other->span()));
}

void P256Test::privateKeySurvivesItsJwk()
{
    for (int i = 0; i < 50; ++i) { // leading zero bytes turn up now and then
        const auto key = P256PrivateKey::generate();
        QVERIFY(key);
        const auto jwk = key->toJwk();
        QVERIFY(jwk);
        QVERIFY(QJsonDocument::fromJson(bytes(jwk->span())).isObject());
        const auto again = P256PrivateKey::fromJwk(jwk->span());
        QVERIFY(again);
        QVERIFY(again->publicKey() == key->publicKey());
        const auto signature = again->sign(bytesOf("message"));
        QVERIFY(signature);
        const auto publicKey = P256PublicKey::fromJwk(key->publicKey().toJwk());
        QVERIFY(publicKey);
        QVERIFY(publicKey->verify(bytesOf("message"), *signature));
    }
}

void P256Test::thumbprintIsThatOfTheStandards_data()
{
    QTest::addColumn<QString>("x");
    QTest::addColumn<QString>("y");
    QTest::addColumn<QString>("thumbprint");
    QTest::newRow("RFC 9449, 6.1") << u"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs"_s
                                   << u"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"_s
                                   << u"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"_s;
    QTest::newRow("the key of RFC 7517, A.1")
        << u"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"_s << u"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"_s
        << u"cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s"_s;
}

void P256Test::thumbprintIsThatOfTheStandards()
{
    QFETCH(const QString, x);
    QFETCH(const QString, y);
    QFETCH(const QString, thumbprint);
    QJsonObject jwk = publicJwk(x, y);
    jwk.insert(u"use"_s, u"sig"_s); // not part of a thumbprint
    const auto key = P256PublicKey::fromJwk(jwk);
    QVERIFY(key);
    QCOMPARE(key->thumbprint(), thumbprint);
}

void P256Test::publicKeysThatAreNoneAreRefused_data()
{
    const QString x = u"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"_s;
    const QString y = u"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"_s;
    const QString zero(43, u'A');
    const auto with = [&](const QString &name, const QJsonValue &value) {
        QJsonObject jwk = publicJwk(x, y);
        jwk.insert(name, value);
        return jwk;
    };
    QTest::addColumn<QJsonObject>("jwk");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("another type") << with(u"kty"_s, u"RSA"_s);
    QTest::newRow("another curve") << with(u"crv"_s, u"P-384"_s);
    QTest::newRow("curve by another case") << with(u"crv"_s, u"p-256"_s);
    QTest::newRow("the point at infinity") << publicJwk(zero, zero);
    QTest::newRow("not on the curve") << publicJwk(y, x);
    QTest::newRow("one bit off the curve") << with(u"y"_s, QString(y).replace(u"a0"_s, u"a4"_s));
    QTest::newRow("31 bytes") << with(u"x"_s, x.first(42));
    QTest::newRow("33 bytes") << with(u"x"_s, u"A"_s + x);
    QTest::newRow("padded") << with(u"x"_s, x + u"="_s);
    QTest::newRow("above the field") << with(u"x"_s, QString(42, u'_') + u"8"_s);
    QTest::newRow("a number") << with(u"x"_s, 5);
    QTest::newRow("a private key") << with(u"d"_s, u"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"_s);
}

void P256Test::publicKeysThatAreNoneAreRefused()
{
    QFETCH(const QJsonObject, jwk);
    const auto key = P256PublicKey::fromJwk(jwk);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!key.error().message.isEmpty());
    QVERIFY(!key.error().detail.isEmpty());
}

void P256Test::privateKeysThatAreNoneAreRefused_data()
{
    const char *const x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    const char *const y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
    const char *const d = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
    QByteArray good = privateJwk(x, y, d);
    QTest::addColumn<QByteArray>("jwk");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("secret");
    QTest::newRow("not closed") << good.chopped(1);
    QTest::newRow("more after the end") << good + '{';
    QTest::newRow("private number of another point") << privateJwk(x, y, "0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo");
    QTest::newRow("private number 0") << privateJwk(x, y, QByteArray(43, 'A').constData());
    QTest::newRow("private number is the order") << privateJwk(x, y, "_____wAAAAD__________7zm-q2nF56E87nKwvxjJVE");
    QTest::newRow("private number too short") << privateJwk(x, y, "jpsQ");
    QTest::newRow("no private number") << QByteArray(good).replace("\"d\"", "\"e\"");
    QTest::newRow("a member twice") << QByteArray(good).replace("{", "{\"d\":\"A\",");
    QTest::newRow("an escape") << QByteArray(good).replace("\"d\"", "\"\\u0064\"");
    QTest::newRow("a value that is no text") << QByteArray(good).replace("{", "{\"n\":5,");
    QTest::newRow("too long") << QByteArray(good).replace("{", "{\"n\":\"" + QByteArray(5000, 'n') + "\",");
}

void P256Test::privateKeysThatAreNoneAreRefused()
{
    QFETCH(const QByteArray, jwk);
    const auto key = P256PrivateKey::fromJwk(bytesOf(jwk));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::InvalidArgument);
}

void P256Test::failuresLeaveNothingInTheErrorQueue()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto refused = P256PublicKey::fromJwk(
        publicJwk(u"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"_s, u"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"_s));
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"curve"), qPrintable(refused.error().detail));
    QCOMPARE(takeOpenSslErrors(), QString());
    QVERIFY(!key->publicKey().verify(bytesOf("message"), bytesOf(QByteArray(64, '\xff'))));
    QCOMPARE(takeOpenSslErrors(), QString());
    QVERIFY(!P256PrivateKey::fromJwk(
        bytesOf(privateJwk("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                           "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))));
    QCOMPARE(takeOpenSslErrors(), QString());
}

void P256Test::aFullSecureHeapIsAnErrorOfItsOwn()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    std::vector<SecretBuffer> all;
    for (const std::size_t size : {65536UL, 1024UL, 32UL}) {
        while (auto buffer = SecretBuffer::zeroed(size))
            all.push_back(std::move(*buffer));
    }
    const auto made = P256PrivateKey::generate();
    const auto written = key->toJwk();
    const auto agreed = key->agree(key->publicKey());
    const auto read = P256PrivateKey::fromJwk(bytesOf(AliceJwk));
    all.clear();
    QVERIFY(!made && made.error().kind == ErrorKind::Internal);
    QVERIFY(!written && written.error().kind == ErrorKind::Internal);
    QVERIFY(!agreed && agreed.error().kind == ErrorKind::Internal);
    QVERIFY(!read && read.error().kind == ErrorKind::Internal);
    QVERIFY(P256PrivateKey::generate());
    QVERIFY(P256PrivateKey::fromJwk(bytesOf(AliceJwk)));
}

QTEST_APPLESS_MAIN(P256Test)
#include "p256test.moc"
