#include "crypto/secretbuffer.h"

#include "crypto/aeskw.h"
#include "crypto/kdf.h"
#include "crypto/random.h"
#include "hex.h"

#include <QTest>

#include <array>
#include <type_traits>

using namespace consent::crypto;
using consent::test::bytes;

static_assert(!std::is_copy_constructible_v<SecretBuffer> && !std::is_copy_assignable_v<SecretBuffer>);
static_assert(std::is_nothrow_move_constructible_v<SecretBuffer> && std::is_nothrow_move_assignable_v<SecretBuffer>);

class SecretBufferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movingLeavesNothingBehind();
    void cloneIsASecondCopy();
    void randomBuffersDiffer();
    void aFullSecureHeapIsAFailureNotAFallback();
    void textSurvivesBase64Url_data();
    void textSurvivesBase64Url();
    void base64UrlRefusesWhatIsNotCanonical_data();
    void base64UrlRefusesWhatIsNotCanonical();
};

void SecretBufferTest::movingLeavesNothingBehind()
{
    auto first = SecretBuffer::copyOf(bytesOf("secret"));
    QVERIFY(first);
    SecretBuffer second = std::move(*first);
    QVERIFY(first->isEmpty());
    QVERIFY(first->data() == nullptr);
    QCOMPARE(bytes(second.span()), QByteArray("secret"));
    SecretBuffer third;
    third = std::move(second);
    QVERIFY(second.isEmpty()); // NOLINT(bugprone-use-after-move): what is left is what is tested
    QCOMPARE(third.size(), std::size_t{6});
    third.wipe();
    QVERIFY(third.isEmpty());
}

void SecretBufferTest::cloneIsASecondCopy()
{
    auto first = SecretBuffer::copyOf(bytesOf("secret"));
    QVERIFY(first);
    auto second = first->clone();
    QVERIFY(second);
    QVERIFY(first->data() != second->data());
    first->wipe();
    QCOMPARE(bytes(second->span()), QByteArray("secret"));
}

void SecretBufferTest::randomBuffersDiffer()
{
    const auto first = SecretBuffer::random(32);
    const auto second = SecretBuffer::random(32);
    QVERIFY(first && second);
    QVERIFY(bytes(first->span()) != bytes(second->span()));
    std::array<std::uint8_t, 32> a{};
    std::array<std::uint8_t, 32> b{};
    QVERIFY(fillRandom(a) && fillRandom(b));
    QVERIFY(a != b);
}

void SecretBufferTest::aFullSecureHeapIsAFailureNotAFallback()
{
    const auto wrapped = wrapKey(bytesOf(QByteArray(32, 'w')), bytesOf(QByteArray(32, 'k')));
    QVERIFY(wrapped);
    std::vector<SecretBuffer> all;
    for (const std::size_t size : {65536UL, 1024UL, 32UL}) {
        while (auto buffer = SecretBuffer::zeroed(size)) {
            all.push_back(std::move(*buffer));
            QVERIFY2(all.size() < 100'000, "the secure heap has no end: the secrets are somewhere else");
        }
    }
    QVERIFY(!SecretBuffer::copyOf(bytesOf("secret")));
    QVERIFY(!SecretBuffer::random(32));
    QVERIFY(!all.back().clone());
    QVERIFY(!hkdfSha256(bytesOf("input"), {}, bytesOf("purpose"), 32));
    QVERIFY(!scrypt(bytesOf("password"), bytesOf("salt"), {.logN = 4, .r = 1, .p = 1}, 32));
    QVERIFY(!unwrapKey(bytesOf(QByteArray(32, 'w')), *wrapped));
    all.clear();
    QVERIFY(SecretBuffer::random(32));
    QVERIFY(unwrapKey(bytesOf(QByteArray(32, 'w')), *wrapped));
}

void SecretBufferTest::textSurvivesBase64Url_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("f") << QByteArray("Zg");
    QTest::newRow("two bytes") << QByteArray("fo") << QByteArray("Zm8");
    QTest::newRow("three bytes") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("the two letters of its own") << QByteArray("\xfb\xff\xbf") << QByteArray("-_-_");
    QTest::newRow("RFC 7515, C") << QByteArray("\x03\xec\xff\xe0\xc1") << QByteArray("A-z_4ME");
}

void SecretBufferTest::textSurvivesBase64Url()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArray, text);
    QCOMPARE(base64UrlEncode(bytesOf(plain)), text);
    const auto decoded = base64UrlDecode(text);
    QVERIFY(decoded);
    QCOMPARE(*decoded, plain);
    const auto secretText = base64UrlEncodeSecret(bytesOf(plain));
    const auto secret = base64UrlDecodeSecret(bytesOf(text));
    QVERIFY(secretText && secret);
    QCOMPARE(bytes(secretText->span()), text);
    QCOMPARE(bytes(secret->span()), plain);
}

void SecretBufferTest::base64UrlRefusesWhatIsNotCanonical_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padding") << QByteArray("Zg==");
    QTest::newRow("space") << QByteArray("Zm 9v");
    QTest::newRow("newline") << QByteArray("Zm9v\n");
    QTest::newRow("letters of ordinary base64") << QByteArray("+/+/");
    QTest::newRow("one letter too many") << QByteArray("Zm9vZ");
    QTest::newRow("unused bits set, one byte") << QByteArray("Zh");
    QTest::newRow("unused bits set, two bytes") << QByteArray("Zm9");
    QTest::newRow("zero byte") << QByteArray("Zm\0v", 4);
    QTest::newRow("beyond ASCII") << QByteArray("Zm9\xc3");
}

void SecretBufferTest::base64UrlRefusesWhatIsNotCanonical()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!base64UrlDecode(text));
    QVERIFY(!base64UrlDecodeSecret(bytesOf(text)));
}

QTEST_APPLESS_MAIN(SecretBufferTest)
#include "secretbuffertest.moc"
