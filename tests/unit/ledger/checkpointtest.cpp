#include "testdesk.h"

#include "ledger/checkpoint.h"

#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class CheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rootsAreThoseOfCertificateTransparency_data();
    void rootsAreThoseOfCertificateTransparency();
    void auditPathIsThatOfCertificateTransparency();
    void everyPathOfEverySizeVerifiesAndNothingElseDoes();
    void checkpointVerifiesWithItsKeyOnly();
    void checkpointShowsARewrittenHead();
    void headIsProvedWithoutTheOthers();

private:
    /// The inputs used by the test suites of Certificate Transparency implementations.
    static std::vector<QByteArray> leaves(std::size_t count)
    {
        const std::vector<QByteArray> all{
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
        std::vector<QByteArray> some;
        for (std::size_t i = 0; i < count; ++i)
            some.push_back(QByteArray::fromHex(all[i]));
        return some;
    }
    static Heads someHeads(int count)
    {
        Heads heads;
        for (int i = 0; i < count; ++i)
            heads[DeviceId::create()] = {i + 1, QByteArray(32, char('a' + i))};
        return heads;
    }
};

void CheckpointTest::rootsAreThoseOfCertificateTransparency_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("root");
    QTest::newRow("0") << 0 << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("1") << 1 << QByteArray("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    QTest::newRow("2") << 2 << QByteArray("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
    QTest::newRow("3") << 3 << QByteArray("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    QTest::newRow("4") << 4 << QByteArray("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    QTest::newRow("5") << 5 << QByteArray("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4");
    QTest::newRow("6") << 6 << QByteArray("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");
    QTest::newRow("7") << 7 << QByteArray("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    QTest::newRow("8") << 8 << QByteArray("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

void CheckpointTest::rootsAreThoseOfCertificateTransparency()
{
    QFETCH(const int, count);
    QFETCH(const QByteArray, root);
    QCOMPARE(merkle::root(leaves(static_cast<std::size_t>(count))).toHex(), root);
}

void CheckpointTest::auditPathIsThatOfCertificateTransparency()
{
    const auto path = merkle::auditPath(leaves(8), 0);
    QCOMPARE(path.size(), std::size_t(3));
    QCOMPARE(path[0].toHex(), QByteArray("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"));
    QCOMPARE(path[1].toHex(), QByteArray("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"));
    QCOMPARE(path[2].toHex(), QByteArray("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
}

void CheckpointTest::everyPathOfEverySizeVerifiesAndNothingElseDoes()
{
    for (std::size_t size = 1; size <= 33; ++size) {
        std::vector<QByteArray> data;
        for (std::size_t i = 0; i < size; ++i)
            data.push_back(QByteArray::number(static_cast<qint64>(i)));
        const QByteArray root = merkle::root(data);
        for (std::size_t index = 0; index < size; ++index) {
            const auto path = merkle::auditPath(data, index);
            QVERIFY(merkle::verifyPath(data[index], index, size, path, root));
            QVERIFY(!merkle::verifyPath("other", index, size, path, root));
            QVERIFY(!merkle::verifyPath(data[index], index, size, path, QByteArray(32, 'r')));
            QVERIFY(!merkle::verifyPath(data[index], size, size, path, root));
            if (size > 1)
                QVERIFY(!merkle::verifyPath(data[index], (index + 1) % size, size, path, root));
            auto longer = path;
            longer.push_back(QByteArray(32, 'p'));
            QVERIFY(!merkle::verifyPath(data[index], index, size, longer, root));
            for (std::size_t step = 0; step < path.size(); ++step) {
                auto changed = path;
                changed[step][0] = char(changed[step][0] ^ 1);
                QVERIFY(!merkle::verifyPath(data[index], index, size, changed, root));
                changed = path;
                changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(step));
                QVERIFY(!merkle::verifyPath(data[index], index, size, changed, root));
            }
        }
    }
}

void CheckpointTest::checkpointVerifiesWithItsKeyOnly()
{
    TestDesk desk;
    TestDesk other;
    const Heads heads = someHeads(5);
    const QByteArray jws = must(signCheckpoint(heads, fromMs(1'764'000'000'000), desk.actor(), desk.key()));
    const Checkpoint checkpoint = must(verifyCheckpoint(jws, desk.key().publicKey()));
    QCOMPARE(checkpoint.devices, 5);
    QCOMPARE(checkpoint.signer, desk.actor());
    QCOMPARE(toMs(checkpoint.at), 1'764'000'000'000);
    QVERIFY(!verifyCheckpoint(jws, other.key().publicKey()).ok());
    for (qsizetype i = 0; i < jws.size(); ++i) {
        QByteArray changed = jws;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY(!verifyCheckpoint(changed, desk.key().publicKey()).ok());
    }
    // An event is no checkpoint, though the same key signed it.
    desk.enrol();
    QCOMPARE(verifyCheckpoint(desk.events().front().jws, desk.key().publicKey()).error().kind, ErrorKind::Damaged);
}

void CheckpointTest::checkpointShowsARewrittenHead()
{
    TestDesk desk;
    Heads heads = someHeads(6);
    const auto root = [&desk](const Heads &of) {
        return must(verifyCheckpoint(must(signCheckpoint(of, fromMs(1), desk.actor(), desk.key())),
                                     desk.key().publicKey()))
            .root;
    };
    const QByteArray before = root(heads);
    QCOMPARE(root(heads), before);
    for (auto &[device, head] : heads) {
        const ChainHead kept = head;
        head.hash[31] = char(head.hash[31] ^ 1);
        QVERIFY(root(heads) != before);
        head = {kept.seq - 1, kept.hash};
        QVERIFY(root(heads) != before);
        head = kept;
    }
    heads.erase(heads.begin());
    QVERIFY(root(heads) != before);
}

void CheckpointTest::headIsProvedWithoutTheOthers()
{
    TestDesk desk;
    const Heads heads = someHeads(7);
    const Checkpoint checkpoint = must(
        verifyCheckpoint(must(signCheckpoint(heads, fromMs(1), desk.actor(), desk.key())), desk.key().publicKey()));
    for (const auto &[device, head] : heads) {
        const InclusionProof proof = must(proveHead(heads, device));
        QVERIFY(verifyHead(checkpoint, device, head, proof));
        QVERIFY(!verifyHead(checkpoint, device, {head.seq + 1, head.hash}, proof));
        QVERIFY(!verifyHead(checkpoint, DeviceId::create(), head, proof));
        QVERIFY(!verifyHead(checkpoint, device, head, {-1, proof.path}));
    }
    QCOMPARE(proveHead(heads, DeviceId::create()).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "checkpointtest.moc"
