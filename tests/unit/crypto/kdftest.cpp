#include "crypto/kdf.h"

#include "crypto/aeskw.h"
#include "hex.h"

#include <QTest>

using namespace consent::crypto;
using consent::test::bytes;
using consent::test::hex;

class KdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hkdfGivesThePublishedKeys_data();
    void hkdfGivesThePublishedKeys();
    void hkdfRefusesAnEmptyInputOrOutput();
    void scryptGivesThePublishedKeys_data();
    void scryptGivesThePublishedKeys();
    void scryptRefusesParametersOutOfRange_data();
    void scryptRefusesParametersOutOfRange();
    void scryptWorksAtTheDefaultCost();
    void pbkdf2GivesThePublishedKeys();
    void pbkdf2RefusesWhatIsOutOfRange();
    void keyWrapGivesThePublishedBytes();
    void keyWrapRefusesWrongLengthsAndEveryFlippedBit();
};

void KdfTest::hkdfGivesThePublishedKeys_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<QByteArray>("info");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("RFC 5869, A.1") << QByteArray(22, '\x0b') << hex("000102030405060708090a0b0c")
                                   << hex("f0f1f2f3f4f5f6f7f8f9")
                                   << hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b8"
                                          "87185865");
    QTest::newRow("RFC 5869, A.2")
        << hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323"
               "3"
               "3435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f")
        << hex("606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f9091929"
               "3"
               "9495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf")
        << hex("b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e"
               "3"
               "e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
        << hex("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275"
               "600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    QTest::newRow("RFC 5869, A.3") << QByteArray(22, '\x0b') << QByteArray() << QByteArray()
                                   << hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4"
                                          "b61a96c8");
}

void KdfTest::hkdfGivesThePublishedKeys()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, salt);
    QFETCH(const QByteArray, info);
    QFETCH(const QByteArray, key);
    const auto derived = hkdfSha256(bytesOf(input), bytesOf(salt), bytesOf(info), static_cast<std::size_t>(key.size()));
    QVERIFY(derived);
    QCOMPARE(bytes(derived->span()), key);
}

void KdfTest::hkdfRefusesAnEmptyInputOrOutput()
{
    QVERIFY(!hkdfSha256({}, {}, bytesOf("purpose"), 32));
    QVERIFY(!hkdfSha256(bytesOf("input"), {}, bytesOf("purpose"), 0));
    QVERIFY(!hkdfSha256(bytesOf("input"), {}, bytesOf("purpose"), 255 * 32 + 1));
    QVERIFY(hkdfSha256(bytesOf("input"), {}, bytesOf("purpose"), 255 * 32));
}

void KdfTest::scryptGivesThePublishedKeys_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("salt");
    QTest::addColumn<unsigned>("logN");
    QTest::addColumn<unsigned>("r");
    QTest::addColumn<unsigned>("p");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("RFC 7914, 12, first") << QByteArray() << QByteArray() << 4U << 1U << 1U
                                         << hex("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd006"
                                                "9ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    QTest::newRow("RFC 7914, 12, second") << QByteArray("password") << QByteArray("NaCl") << 10U << 8U << 16U
                                          << hex("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf3"
                                                 "0d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    QTest::newRow("RFC 7914, 12, third") << QByteArray("pleaseletmein") << QByteArray("SodiumChloride") << 14U << 8U
                                         << 1U
                                         << hex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432"
                                                "955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887");
}

void KdfTest::scryptGivesThePublishedKeys()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, salt);
    QFETCH(const unsigned, logN);
    QFETCH(const unsigned, r);
    QFETCH(const unsigned, p);
    QFETCH(const QByteArray, key);
    const auto derived = scrypt(bytesOf(password), bytesOf(salt), {.logN = logN, .r = r, .p = p}, 64);
    QVERIFY(derived);
    QCOMPARE(bytes(derived->span()), key);
}

void KdfTest::scryptRefusesParametersOutOfRange_data()
{
    QTest::addColumn<unsigned>("logN");
    QTest::addColumn<unsigned>("r");
    QTest::addColumn<unsigned>("p");
    QTest::addColumn<int>("size");
    QTest::newRow("no cost") << 0U << 8U << 1U << 32;
    QTest::newRow("more memory than a PC has") << 21U << 8U << 1U << 32;
    QTest::newRow("no block") << 14U << 0U << 1U << 32;
    QTest::newRow("block too large") << 14U << 17U << 1U << 32;
    QTest::newRow("no lane") << 14U << 8U << 0U << 32;
    QTest::newRow("too many lanes") << 14U << 8U << 17U << 32;
    QTest::newRow("no output") << 14U << 8U << 1U << 0;
    QTest::newRow("huge output") << 14U << 8U << 1U << 1025;
}

void KdfTest::scryptRefusesParametersOutOfRange()
{
    QFETCH(const unsigned, logN);
    QFETCH(const unsigned, r);
    QFETCH(const unsigned, p);
    QFETCH(const int, size);
    QVERIFY(
        !scrypt(bytesOf("password"), bytesOf("salt"), {.logN = logN, .r = r, .p = p}, static_cast<std::size_t>(size)));
}

void KdfTest::scryptWorksAtTheDefaultCost()
{
    // OpenSSL's own memory limit refuses this cost; a wrong limit shows here.
    QVERIFY(scrypt(bytesOf("password"), bytesOf("salt"), ScryptParameters{}, 32));
}

void KdfTest::pbkdf2GivesThePublishedKeys()
{
    // RFC 7914, 11: the vector with more rounds than one.
    const auto key = pbkdf2Sha256(bytesOf(std::string_view("Password")), bytesOf(std::string_view("NaCl")), 80'000, 64);
    QVERIFY(key);
    QCOMPARE(toByteArray(key->span()),
             hex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833"
                 "549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"));
}

void KdfTest::pbkdf2RefusesWhatIsOutOfRange()
{
    QVERIFY(pbkdf2Sha256(bytesOf(std::string_view("p")), bytesOf(std::string_view("s")), 1'000, 32));
    QVERIFY(!pbkdf2Sha256(bytesOf(std::string_view("p")), bytesOf(std::string_view("s")), 999, 32));
    QVERIFY(!pbkdf2Sha256(bytesOf(std::string_view("p")), bytesOf(std::string_view("s")), 10'000'001, 32));
    QVERIFY(!pbkdf2Sha256({}, bytesOf(std::string_view("s")), 4'096, 32));
    QVERIFY(!pbkdf2Sha256(bytesOf(std::string_view("p")), {}, 4'096, 32));
    QVERIFY(!pbkdf2Sha256(bytesOf(std::string_view("p")), bytesOf(std::string_view("s")), 4'096, 0));
    QVERIFY(!pbkdf2Sha256(bytesOf(std::string_view("p")), bytesOf(std::string_view("s")), 4'096, 1'025));
}

void KdfTest::keyWrapGivesThePublishedBytes()
{
    // RFC 3394, 4.6
    const QByteArray kek = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    const QByteArray key = hex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
    const auto wrapped = wrapKey(bytesOf(kek), bytesOf(key));
    QVERIFY(wrapped);
    QCOMPARE(bytes(*wrapped), hex("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"));
    const auto unwrapped = unwrapKey(bytesOf(kek), *wrapped);
    QVERIFY(unwrapped);
    QCOMPARE(bytes(unwrapped->span()), key);
}

void KdfTest::keyWrapRefusesWrongLengthsAndEveryFlippedBit()
{
    const QByteArray kek(32, 'w');
    const QByteArray key(32, 'k');
    QVERIFY(!wrapKey(bytesOf(kek).first(16), bytesOf(key)));
    QVERIFY(!wrapKey(bytesOf(kek), bytesOf(key).first(24)));
    auto wrapped = wrapKey(bytesOf(kek), bytesOf(key));
    QVERIFY(wrapped);
    QVERIFY(!unwrapKey(bytesOf(kek), Bytes(*wrapped).first(32)));
    QVERIFY(!unwrapKey(bytesOf(kek).first(16), *wrapped));
    QVERIFY(!unwrapKey(bytesOf(QByteArray(32, 'x')), *wrapped));
    for (std::size_t bit = 0; bit < wrapped->size() * 8; ++bit) {
        (*wrapped)[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY(!unwrapKey(bytesOf(kek), *wrapped));
        (*wrapped)[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    }
    QVERIFY(unwrapKey(bytesOf(kek), *wrapped));
}

QTEST_APPLESS_MAIN(KdfTest)
#include "kdftest.moc"
