#include "crypto/aead.h"

#include "crypto/opensslerror.h"
#include "hex.h"

#include <QTest>

#include <array>

using namespace consent::crypto;
using consent::test::bytes;
using consent::test::hex;

namespace {

Aes256Gcm::Nonce nonceOf(const QByteArray &nonce)
{
    return bytesOf(nonce).first<Aes256Gcm::NonceBytes>();
}

} // namespace

class AeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealsAndOpensThePublishedVectors_data();
    void sealsAndOpensThePublishedVectors();
    void worksInPlace();
    void refusesEveryFlippedBit();
    void refusesKeysOfAnotherLength();
    void refusesOutputOfAnotherLength();
    void keepsWorkingAfterAFailure();
};

void AeadTest::sealsAndOpensThePublishedVectors_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("associated");
    QTest::addColumn<QByteArray>("cipher");
    QTest::addColumn<QByteArray>("tag");
    const QByteArray zeroKey(32, '\0');
    const QByteArray zeroNonce(12, '\0');
    const QByteArray key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const QByteArray nonce = hex("cafebabefacedbaddecaf888");
    const QByteArray plain =
        hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e24"
            "49a6b525b16aedf5aa0de657ba637b391aafd255");
    const QByteArray cipher =
        hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b10"
            "56828838c5f61e6393ba7a0abcc9f662898015ad");
    QTest::newRow("GCM specification, case 13") << zeroKey << zeroNonce << QByteArray() << QByteArray() << QByteArray()
                                                << hex("530f8afbc74536b9a963b4f1c4cb738b");
    QTest::newRow("GCM specification, case 14")
        << zeroKey << zeroNonce << QByteArray(16, '\0') << QByteArray() << hex("cea7403d4d606b6e074ec5d3baf39d18")
        << hex("d0d1c8a799996bf0265b98b5d48ab919");
    QTest::newRow("GCM specification, case 15")
        << key << nonce << plain << QByteArray() << cipher << hex("b094dac5d93471bdec1a502270e3cc6c");
    QTest::newRow("GCM specification, case 16")
        << key << nonce << plain.first(60) << hex("feedfacedeadbeeffeedfacedeadbeefabaddad2") << cipher.first(60)
        << hex("76fc6ece0f4e1768cddf8853bb2d551b");
    QTest::newRow("CAVP gcmEncryptExtIV256, nothing to seal")
        << hex("b52c505a37d78eda5dd34f20c22540ea1b58963cf8e5bf8ffa85f9f2492505b4") << hex("516c33929df5a3284ff463d7")
        << QByteArray() << QByteArray() << QByteArray() << hex("bdc1ac884d332457a1d2664f168c76f0");
    QTest::newRow("CAVP gcmEncryptExtIV256, 128 bits")
        << hex("31bdadd96698c204aa9ce1448ea94ae1fb4a9a0b3c9d773b51bb1822666b8f22") << hex("0d18e06c7c725ac9e362e1ce")
        << hex("2db5168e932556f8089a0622981d017d") << QByteArray() << hex("fa4362189661d163fcd6a56d8bf0405a")
        << hex("d636ac1bbedd5cc3ee727dc2ab4a9489");
    QTest::newRow("CAVP gcmEncryptExtIV256, 128 bits with associated data")
        << hex("92e11dcdaa866f5ce790fd24501f92509aacf4cb8b1339d50c9c1240935dd08b") << hex("ac93a1a6145299bde902f21a")
        << hex("2d71bcfa914e4ac045b2aa60955fad24") << hex("1e0889016f67601c8ebea4943bc23ad6")
        << hex("8995ae2e6df3dbf96fac7b7137bae67f") << hex("eca5aa77d51d4a0a14d9c51e1da474ab");
}

void AeadTest::sealsAndOpensThePublishedVectors()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, nonce);
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArray, associated);
    QFETCH(const QByteArray, cipher);
    QFETCH(const QByteArray, tag);
    auto aead = Aes256Gcm::create(bytesOf(key));
    QVERIFY(aead);

    std::vector<std::uint8_t> sealed(static_cast<std::size_t>(plain.size()));
    std::array<std::uint8_t, Aes256Gcm::TagBytes> sealedTag{};
    QVERIFY(aead->seal(nonceOf(nonce), bytesOf(associated), bytesOf(plain), sealed, sealedTag));
    QCOMPARE(bytes(sealed), cipher);
    QCOMPARE(bytes(sealedTag), tag);

    std::vector<std::uint8_t> opened(sealed.size());
    QVERIFY(aead->open(nonceOf(nonce), bytesOf(associated), sealed, sealedTag, opened));
    QCOMPARE(bytes(opened), plain);
}

void AeadTest::worksInPlace()
{
    auto aead = Aes256Gcm::create(bytesOf(QByteArray(32, 'k')));
    QVERIFY(aead);
    const QByteArray nonce(12, 'n');
    const QByteArray plain(4064, 'p');
    std::vector<std::uint8_t> page(bytesOf(plain).begin(), bytesOf(plain).end());
    std::array<std::uint8_t, Aes256Gcm::TagBytes> tag{};
    QVERIFY(aead->seal(nonceOf(nonce), {}, page, page, tag));
    QVERIFY(bytes(page) != plain);
    QVERIFY(aead->open(nonceOf(nonce), {}, page, tag, page));
    QCOMPARE(bytes(page), plain);
}

void AeadTest::refusesEveryFlippedBit()
{
    auto aead = Aes256Gcm::create(bytesOf(QByteArray(32, 'k')));
    QVERIFY(aead);
    const QByteArray plain("thirty-three bytes to be sealed..");
    // nonce, associated data, cipher text and tag in one row, so that every bit of each is flipped in turn
    std::array<std::uint8_t, 12 + 5 + 33 + 16> all{};
    const std::span<std::uint8_t, all.size()> row(all);
    QVERIFY(aead->seal(row.first<12>(), row.subspan<12, 5>(), bytesOf(plain), row.subspan<17, 33>(), row.last<16>()));
    std::array<std::uint8_t, 33> out{};
    for (std::size_t bit = 0; bit < all.size() * 8; ++bit) {
        all[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        out.fill(0xaa);
        QVERIFY(!aead->open(row.first<12>(), row.subspan<12, 5>(), row.subspan<17, 33>(), row.last<16>(), out));
        QCOMPARE(bytes(out), QByteArray(33, '\0'));
        all[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
    QVERIFY(aead->open(row.first<12>(), row.subspan<12, 5>(), row.subspan<17, 33>(), row.last<16>(), out));
    QCOMPARE(bytes(out), plain);
}

void AeadTest::refusesKeysOfAnotherLength()
{
    for (const int size : {0, 1, 16, 24, 31, 33, 64})
        QVERIFY(!Aes256Gcm::create(bytesOf(QByteArray(size, 'k'))));
}

void AeadTest::refusesOutputOfAnotherLength()
{
    auto aead = Aes256Gcm::create(bytesOf(QByteArray(32, 'k')));
    QVERIFY(aead);
    const QByteArray nonce(12, 'n');
    std::array<std::uint8_t, 8> in{};
    std::array<std::uint8_t, 7> shorter{};
    std::array<std::uint8_t, Aes256Gcm::TagBytes> tag{};
    QVERIFY(!aead->seal(nonceOf(nonce), {}, in, shorter, tag));
    QVERIFY(!aead->open(nonceOf(nonce), {}, in, tag, shorter));
}

void AeadTest::keepsWorkingAfterAFailure()
{
    auto aead = Aes256Gcm::create(bytesOf(QByteArray(32, 'k')));
    QVERIFY(aead);
    const QByteArray nonce(12, 'n');
    std::array<std::uint8_t, 100> data{};
    std::array<std::uint8_t, Aes256Gcm::TagBytes> tag{};
    QVERIFY(aead->seal(nonceOf(nonce), {}, data, data, tag));
    std::array<std::uint8_t, 100> out{};
    const std::array<std::uint8_t, Aes256Gcm::TagBytes> wrong{};
    QVERIFY(!aead->open(nonceOf(nonce), {}, data, wrong, out));
    QCOMPARE(takeOpenSslErrors(), QString());
    QVERIFY(aead->open(nonceOf(nonce), {}, data, tag, out));
    Aes256Gcm moved = std::move(*aead);
    QVERIFY(moved.open(nonceOf(nonce), {}, data, tag, out));
    QCOMPARE(bytes(out), QByteArray(100, '\0'));
}

QTEST_APPLESS_MAIN(AeadTest)
#include "aeadtest.moc"
