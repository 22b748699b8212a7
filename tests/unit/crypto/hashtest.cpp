#include "crypto/hash.h"

#include "hex.h"

#include <QTest>

using namespace consent::crypto;
using consent::test::bytes;
using consent::test::hex;

class HashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256GivesThePublishedHashes_data();
    void sha256GivesThePublishedHashes();
    void sha256InPiecesIsTheSame();
    void hmacGivesThePublishedCodes_data();
    void hmacGivesThePublishedCodes();
    void comparesContentAndLength();
};

void HashTest::sha256GivesThePublishedHashes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray() << hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("FIPS 180-4, 24 bits") << QByteArray("abc")
                                         << hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("FIPS 180-4, 448 bits") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                          << hex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million times a") << QByteArray(1'000'000, 'a')
                                       << hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void HashTest::sha256GivesThePublishedHashes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hash);
    QCOMPARE(bytes(sha256(bytesOf(text))), hash);
}

void HashTest::sha256InPiecesIsTheSame()
{
    const QByteArray text(1000, 'x');
    const Digest whole = sha256(bytesOf(text));
    Sha256 pieces;
    for (int round = 0; round < 2; ++round) {
        for (std::size_t at = 0; at < 1000; at += 40)
            pieces.add(bytesOf(text).subspan(at, 40));
        QCOMPARE(bytes(pieces.finish()), bytes(whole));
    }
}

void HashTest::hmacGivesThePublishedCodes_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("RFC 4231, case 1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                                      << hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    QTest::newRow("RFC 4231, case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                                      << hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("RFC 4231, case 3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                                      << hex("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    QTest::newRow("RFC 4231, case 6") << QByteArray(131, '\xaa')
                                      << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                                      << hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    QTest::newRow("empty key and text") << QByteArray() << QByteArray()
                                        << hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

void HashTest::hmacGivesThePublishedCodes()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, code);
    QCOMPARE(bytes(hmacSha256(bytesOf(key), bytesOf(text))), code);
}

void HashTest::comparesContentAndLength()
{
    QVERIFY(constantTimeEqual(bytesOf("same"), bytesOf("same")));
    QVERIFY(!constantTimeEqual(bytesOf("same"), bytesOf("sama")));
    QVERIFY(!constantTimeEqual(bytesOf("same"), bytesOf("sames")));
    QVERIFY(constantTimeEqual({}, {}));
}

QTEST_APPLESS_MAIN(HashTest)
#include "hashtest.moc"
