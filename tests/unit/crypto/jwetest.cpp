#include "crypto/jwe.h"

#include "crypto/aead.h"
#include "crypto/aeskw.h"
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

QByteArray segment(const QByteArray &text)
{
    return base64UrlEncode(bytesOf(text));
}

const QByteArray SharedKey(32, 'k');

/// Sealed all right under SharedKey, whatever the header says: what is refused is refused for the header.
QByteArray sealedWithHeader(const QByteArray &header)
{
    const QByteArray associated = segment(header);
    const QByteArray nonce(12, 'n');
    std::array<std::uint8_t, 7> content{};
    std::array<std::uint8_t, Aes256Gcm::TagBytes> tag{};
    auto aead = Aes256Gcm::create(bytesOf(SharedKey));
    if (!aead->seal(bytesOf(nonce).first<12>(), bytesOf(associated), bytesOf("content"), content, tag))
        return {};
    return associated + ".." + segment(nonce) + '.' + base64UrlEncode(content) + '.' + base64UrlEncode(tag);
}

QByteArray withSegment(const QByteArray &compact, int index, const QByteArray &text)
{
    QByteArrayList segments = compact.split('.');
    segments[index] = text;
    return segments.join('.');
}

} // namespace

class JweTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentEncryptionIsThatOfTheStandard();
    void whatIsSealedDirectlyOpens();
    void whatIsSealedForSomebodyOpens();
    void everySealingIsFresh();
    void headerCanBeReadBeforeTheKeyIsFound();
    void everyChangedLetterIsRefused_data();
    void everyChangedLetterIsRefused();
    void otherKeysAreRefused();
    void keysOfAnotherLengthAreRefused();
    void otherHeadersAreRefused_data();
    void otherHeadersAreRefused();
    void otherFormsAreRefused_data();
    void otherFormsAreRefused();
    void oneAlgorithmIsNotOpenedAsTheOther();
    void badEphemeralKeysAreRefused_data();
    void badEphemeralKeysAreRefused();
    void partyInfoIsPartOfTheDerivation();
    void failuresLeaveNothingInTheErrorQueue();
    void aFullSecureHeapIsAnErrorOfItsOwn();
};

void JweTest::contentEncryptionIsThatOfTheStandard()
{
    // RFC 7516, A.1 from the content key on; its way of wrapping the key, RSA, is refused.
    const QByteArray header = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ";
    const QByteArray key = hex("b1a1f480548fe1733fb403ff6b9ad4f68a076e5b702e22692f82cb2e7aea40fc");
    const QByteArray nonce = hex("e3c575fc02dbe944b4e14ddb");
    const QByteArray cipher = "5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A";
    const QByteArray tag = "XFBoMYUZodetZdvTiFvSkQ";
    auto aead = Aes256Gcm::create(bytesOf(key));
    QVERIFY(aead);
    std::vector<std::uint8_t> plain(63);
    QVERIFY(aead->open(bytesOf(nonce).first<12>(), bytesOf(header), bytesOf(*base64UrlDecode(cipher)),
                       bytesOf(*base64UrlDecode(tag)).first<16>(), plain));
    QCOMPARE(bytes(plain), "The true sign of intelligence is not knowledge but imagination."_ba);
    QVERIFY(!decryptDirect(header + ".." + segment(nonce) + '.' + cipher + '.' + tag, bytesOf(key)));
}

void JweTest::whatIsSealedDirectlyOpens()
{
    for (const QByteArray &plain : {"{\"name\":\"홍길동\"}"_ba, QByteArray(), QByteArray(300'000, 'x')}) {
        const auto compact = encryptDirect(bytesOf(plain), bytesOf(SharedKey), u"subject"_s, {{u"v"_s, 1}});
        QVERIFY(compact);
        QVERIFY(plain.isEmpty() || !compact->contains(plain));
        const auto opened = decryptDirect(*compact, bytesOf(SharedKey));
        QVERIFY(opened);
        QCOMPARE(*opened, plain);
        const auto secret = decryptDirectSecret(*compact, bytesOf(SharedKey));
        QVERIFY(secret);
        QCOMPARE(bytes(secret->span()), plain);
    }
}

void JweTest::whatIsSealedForSomebodyOpens()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    for (const QByteArray &plain : {QByteArray(32, 'o'), QByteArray(), QByteArray(300'000, 'x')}) {
        const auto compact = encryptFor(bytesOf(plain), key->publicKey(), u"user"_s, {{u"epoch"_s, 3}});
        QVERIFY(compact);
        const auto opened = decryptWith(*compact, *key);
        QVERIFY(opened);
        QCOMPARE(*opened, plain);
        const auto secret = decryptSecretWith(*compact, *key);
        QVERIFY(secret);
        QCOMPARE(bytes(secret->span()), plain);
    }
}

void JweTest::everySealingIsFresh()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto a = encryptDirect(bytesOf("same"), bytesOf(SharedKey), {});
    const auto b = encryptDirect(bytesOf("same"), bytesOf(SharedKey), {});
    QVERIFY(a && b);
    for (const int i : {2, 3, 4})
        QVERIFY(a->split('.').at(i) != b->split('.').at(i));
    const auto c = encryptFor(bytesOf("same"), key->publicKey(), {});
    const auto d = encryptFor(bytesOf("same"), key->publicKey(), {});
    QVERIFY(c && d);
    for (const int i : {0, 1, 2, 3, 4})
        QVERIFY(c->split('.').at(i) != d->split('.').at(i));
}

void JweTest::headerCanBeReadBeforeTheKeyIsFound()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const auto direct = readJweHeader(encryptDirect({}, bytesOf(SharedKey), u"subject"_s).value());
    QVERIFY(direct);
    QCOMPARE(direct->algorithm, JweAlgorithm::Direct);
    QCOMPARE(direct->kid, u"subject"_s);
    const auto wrapped = readJweHeader(encryptFor({}, key->publicKey(), u"user"_s, {{u"epoch"_s, 3}}).value());
    QVERIFY(wrapped);
    QCOMPARE(wrapped->algorithm, JweAlgorithm::EcdhEsA256Kw);
    QCOMPARE(wrapped->kid, u"user"_s);
    QCOMPARE(wrapped->members.value("epoch"_L1).toInt(), 3);
}

void JweTest::everyChangedLetterIsRefused_data()
{
    QTest::addColumn<bool>("direct");
    QTest::newRow("dir") << true;
    QTest::newRow("ECDH-ES+A256KW") << false;
}

void JweTest::everyChangedLetterIsRefused()
{
    QFETCH(const bool, direct);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const QByteArray compact = (direct ? encryptDirect(bytesOf("content"), bytesOf(SharedKey), u"k"_s)
                                       : encryptFor(bytesOf("content"), key->publicKey(), u"k"_s))
                                   .value();
    const auto open = [&](const QByteArray &text) {
        return direct ? decryptDirect(text, bytesOf(SharedKey)) : decryptWith(text, *key);
    };
    for (qsizetype i = 0; i < compact.size(); ++i) {
        for (const char replacement : {'A', '_', '.'}) {
            QByteArray changed = compact;
            if (changed.at(i) == replacement)
                continue;
            changed[i] = replacement;
            QVERIFY2(!open(changed), changed.constData());
        }
    }
    QVERIFY(open(compact));
}

void JweTest::otherKeysAreRefused()
{
    const auto key = P256PrivateKey::generate();
    const auto other = P256PrivateKey::generate();
    QVERIFY(key && other);
    const auto wrapped = decryptWith(encryptFor(bytesOf("content"), key->publicKey(), {}).value(), *other);
    QVERIFY(!wrapped);
    QCOMPARE(wrapped.error().kind, ErrorKind::WrongKey);
    const auto direct =
        decryptDirect(encryptDirect(bytesOf("content"), bytesOf(SharedKey), {}).value(), bytesOf(QByteArray(32, 'o')));
    QVERIFY(!direct);
    QCOMPARE(direct.error().kind, ErrorKind::Damaged);
}

void JweTest::keysOfAnotherLengthAreRefused()
{
    const QByteArray compact = encryptDirect(bytesOf("content"), bytesOf(SharedKey), {}).value();
    for (const int size : {0, 16, 31, 33}) {
        const QByteArray key(size, 'k');
        const auto sealed = encryptDirect(bytesOf("content"), bytesOf(key), {});
        QVERIFY(!sealed && sealed.error().kind == ErrorKind::InvalidArgument);
        const auto opened = decryptDirect(compact, bytesOf(key));
        QVERIFY(!opened && opened.error().kind == ErrorKind::InvalidArgument);
    }
}

void JweTest::otherHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << R"({"alg":"none","enc":"A256GCM"})"_ba;
    QTest::newRow("no alg") << R"({"enc":"A256GCM"})"_ba;
    QTest::newRow("no enc") << R"({"alg":"dir"})"_ba;
    QTest::newRow("RSA") << R"({"alg":"RSA1_5","enc":"A256GCM"})"_ba;
    QTest::newRow("a password") << R"({"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":999999999})"_ba;
    QTest::newRow("another cipher") << R"({"alg":"dir","enc":"A128CBC-HS256"})"_ba;
    QTest::newRow("compressed") << R"({"alg":"dir","enc":"A256GCM","zip":"DEF"})"_ba;
    QTest::newRow("crit") << R"({"alg":"dir","enc":"A256GCM","crit":["x"],"x":1})"_ba;
    QTest::newRow("a member twice") << R"({"alg":"dir","enc":"A256GCM","enc":"A256GCM"})"_ba;
    QTest::newRow("kid that is no text") << R"({"alg":"dir","enc":"A256GCM","kid":5})"_ba;
    QTest::newRow("no JSON") << R"(dir)"_ba;
}

void JweTest::otherHeadersAreRefused()
{
    QFETCH(const QByteArray, header);
    const auto opened = decryptDirect(sealedWithHeader(header), bytesOf(SharedKey));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Damaged);
    const QByteArray good = R"({"alg":"dir","enc":"A256GCM"})";
    QCOMPARE(decryptDirect(sealedWithHeader(good), bytesOf(SharedKey)).value(), "content"_ba);
}

void JweTest::otherFormsAreRefused_data()
{
    const QByteArray good = sealedWithHeader(R"({"alg":"dir","enc":"A256GCM"})");
    QTest::addColumn<QByteArray>("compact");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("dots") << "...."_ba;
    QTest::newRow("four segments") << good.first(good.lastIndexOf('.'));
    QTest::newRow("six segments") << good + '.';
    QTest::newRow("a wrapped key where none belongs") << withSegment(good, 1, segment(QByteArray(40, 'w')));
    QTest::newRow("nonce of 16 bytes") << withSegment(good, 2, segment(QByteArray(16, 'n')));
    QTest::newRow("no nonce") << withSegment(good, 2, {});
    QTest::newRow("tag of 12 bytes") << withSegment(good, 4, good.split('.').at(4).first(16));
    QTest::newRow("no tag") << withSegment(good, 4, {});
    QTest::newRow("padding") << good + "==";
    QTest::newRow("too long") << withSegment(good, 3, QByteArray(JweLimitBytes, 'A'));
}

void JweTest::otherFormsAreRefused()
{
    QFETCH(const QByteArray, compact);
    const auto opened = decryptDirect(compact, bytesOf(SharedKey));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Damaged);
    QVERIFY(!readJweHeader(compact));
}

void JweTest::oneAlgorithmIsNotOpenedAsTheOther()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QVERIFY(!decryptWith(encryptDirect(bytesOf("content"), bytesOf(SharedKey), {}).value(), *key));
    QVERIFY(!decryptDirect(encryptFor(bytesOf("content"), key->publicKey(), {}).value(), bytesOf(SharedKey)));
}

void JweTest::badEphemeralKeysAreRefused_data()
{
    QTest::addColumn<QJsonValue>("ephemeral");
    const QJsonObject onCurve = P256PrivateKey::generate()->publicKey().toJwk();
    const auto with = [&onCurve](const QString &name, const QString &value) {
        QJsonObject jwk = onCurve;
        jwk.insert(name, value);
        return QJsonValue(jwk);
    };
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no object") << QJsonValue(u"key"_s);
    QTest::newRow("not on the curve") << with(u"y"_s, onCurve.value("x"_L1).toString());
    QTest::newRow("zero") << with(u"x"_s, QString(43, u'A'));
    QTest::newRow("another curve") << with(u"crv"_s, u"P-521"_s);
    QTest::newRow("with its private number") << with(u"d"_s, QString(43, u'B'));
}

void JweTest::badEphemeralKeysAreRefused()
{
    QFETCH(const QJsonValue, ephemeral);
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    QJsonObject header{{u"alg"_s, u"ECDH-ES+A256KW"_s}, {u"enc"_s, u"A256GCM"_s}, {u"epk"_s, ephemeral}};
    const QByteArray good = encryptFor(bytesOf("content"), key->publicKey(), {}).value();
    const auto opened = decryptWith(withSegment(good, 0, segment(QJsonDocument(header).toJson())), *key);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Damaged);
}

void JweTest::partyInfoIsPartOfTheDerivation()
{
    // Other programs may name the parties; the content is sealed here by hand as they would.
    const auto key = P256PrivateKey::generate();
    const auto ephemeral = P256PrivateKey::generate();
    QVERIFY(key && ephemeral);
    const auto wrapping = concatKdfSha256(ephemeral->agree(key->publicKey())->span(), bytesOf("ECDH-ES+A256KW"),
                                          bytesOf("Alice"), bytesOf("Bob"), 32);
    const auto wrapped = wrapKey(wrapping->span(), bytesOf(SharedKey));
    QVERIFY(wrapped);
    const auto sealWith = [&](const QString &partyV) {
        const QJsonObject header{{u"alg"_s, u"ECDH-ES+A256KW"_s},
                                 {u"enc"_s, u"A256GCM"_s},
                                 {u"epk"_s, ephemeral->publicKey().toJwk()},
                                 {u"apu"_s, u"QWxpY2U"_s},
                                 {u"apv"_s, partyV}};
        return withSegment(sealedWithHeader(QJsonDocument(header).toJson()), 1, base64UrlEncode(*wrapped));
    };
    QCOMPARE(decryptWith(sealWith(u"Qm9i"_s), *key).value(), "content"_ba);
    const auto other = decryptWith(sealWith(u"RXZl"_s), *key);
    QVERIFY(!other && other.error().kind == ErrorKind::WrongKey);
    const auto unreadable = decryptWith(sealWith(u"Qm9i="_s), *key);
    QVERIFY(!unreadable && unreadable.error().kind == ErrorKind::Damaged);
}

void JweTest::failuresLeaveNothingInTheErrorQueue()
{
    const auto key = P256PrivateKey::generate();
    const auto other = P256PrivateKey::generate();
    QVERIFY(key && other);
    QVERIFY(!decryptWith(encryptFor(bytesOf("content"), key->publicKey(), {}).value(), *other));
    QCOMPARE(takeOpenSslErrors(), QString());
    const QByteArray sealed = encryptDirect(bytesOf("content"), bytesOf(SharedKey), {}).value();
    QVERIFY(!decryptDirect(sealed, bytesOf(QByteArray(32, 'o'))));
    QCOMPARE(takeOpenSslErrors(), QString());
    QVERIFY(!Aes256Gcm::create(bytesOf(QByteArray(16, 'k'))));
    QVERIFY(!unwrapKey(bytesOf(SharedKey), bytesOf(QByteArray(40, 'w'))));
    QVERIFY(!scrypt(bytesOf("password"), bytesOf("salt"), {.logN = 30}, 32));
    QCOMPARE(takeOpenSslErrors(), QString());
}

void JweTest::aFullSecureHeapIsAnErrorOfItsOwn()
{
    const auto key = P256PrivateKey::generate();
    QVERIFY(key);
    const QByteArray compact = encryptFor(bytesOf("content"), key->publicKey(), {}).value();
    std::vector<SecretBuffer> all;
    for (const std::size_t size : {65536UL, 1024UL, 32UL}) {
        while (auto buffer = SecretBuffer::zeroed(size))
            all.push_back(std::move(*buffer));
    }
    const auto sealed = encryptFor(bytesOf("content"), key->publicKey(), {});
    const auto opened = decryptWith(compact, *key);
    all.clear();
    QVERIFY(!sealed && sealed.error().kind == ErrorKind::Internal);
    QVERIFY(!opened && opened.error().kind == ErrorKind::Internal);
    QVERIFY(decryptWith(compact, *key));
}

QTEST_APPLESS_MAIN(JweTest)
#include "jwetest.moc"
