#include "vault/keys/keyslotsfile.h"

#include "vault/keys/passwordkey.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;

namespace {

SlotsContent content(qint64 generation, int users = 2)
{
    SlotsContent made;
    made.generation = generation;
    made.loginSalt = QByteArray(32, 's');
    made.deviceCheck = QByteArray(32, 'c');
    for (int i = 0; i < users; ++i)
        made.entries.push_back({.login = QByteArray(31, 'l') + static_cast<char>('0' + i),
                                .salt = QByteArray(32, 'p'),
                                .cost = {.logN = 17},
                                .publicKey = {{u"kty"_s, u"EC"_s}},
                                .sealed = "a.b.c.d.e",
                                .links = {{.fromEpoch = 1, .epoch = 2, .sealed = "f.g.h.i.j"}}});
    return made;
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray get(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class KeySlotsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentSurvivesTheDisk();
    void filesOfThisFormatStayReadable();
    void everyChangedByteIsFoundAndTheSecondCopyTaken();
    void everyCrashLeavesTheStateBeforeOrAfter_data();
    void everyCrashLeavesTheStateBeforeOrAfter();
    void killedAtAnyMomentItStaysWhole();
    void bothDamagedIsSaid();
    void nothingThereIsSaid();
    void aNewerVersionIsNotReplacedByAnOlderCopy();
    void anOutdatedSecondCopyIsBroughtUpToDate();
    void valuesOutOfBoundsAreRefused_data();
    void valuesOutOfBoundsAreRefused();
};

void KeySlotsFileTest::contentSurvivesTheDisk()
{
    QTemporaryDir folder;
    const KeySlotsFile file(folder.filePath(u"cache.slots"_s));
    QVERIFY(!file.exists());
    QVERIFY(file.save(content(7)));
    QVERIFY(file.exists());
    const auto loaded = file.load();
    QVERIFY(loaded);
    QVERIFY(loaded->content == content(7));
    QVERIFY(!loaded->fromSecondCopy);
}

void KeySlotsFileTest::filesOfThisFormatStayReadable()
{
    // Written by another program, and never to be written again: what desks have on disk.
    const auto frozen =
        SlotsContent::fromBytes(get(QStringLiteral(CONSENT_SOURCE_DIR "/tests/data/fuzz/keyslots/file")));
    QVERIFY(frozen);
    QCOMPARE(frozen->generation, 7);
    QCOMPARE(frozen->entries.size(), std::size_t{2});
    QCOMPARE(frozen->entries[0].login, QByteArray(32, 'A'));
    QCOMPARE(frozen->entries[1].links.size(), std::size_t{1});
    QCOMPARE(frozen->deviceCheck, QByteArray(32, 'c'));
}

void KeySlotsFileTest::everyChangedByteIsFoundAndTheSecondCopyTaken()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(file.save(content(7)));
    const QByteArray good = get(path);
    int harmless = 0;
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad.at(i) ^ 0x01);
        QVERIFY(put(path, bad));
        const auto loaded = file.load();
        QVERIFY2(loaded || loaded.error().kind == ErrorKind::TooNew, qPrintable(QString::number(i)));
        if (!loaded)
            continue; // the digit of the version: refused as newer, which loses nothing
        QVERIFY(loaded->content == content(7));
        harmless += loaded->fromSecondCopy ? 0 : 1;
    }
    // What changes nothing that counts is white space between the members.
    QVERIFY(harmless < good.count(' ') + good.count('\n'));
    QVERIFY(put(path, good.first(good.size() / 2)));
    QVERIFY(file.load()->fromSecondCopy);
    QVERIFY(put(path, {}));
    QVERIFY(file.load()->fromSecondCopy);
}

void KeySlotsFileTest::everyCrashLeavesTheStateBeforeOrAfter_data()
{
    // The steps of a save: temporary file, its rename over the sidecar, temporary file, its rename over the copy.
    QTest::addColumn<qint64>("main");
    QTest::addColumn<qint64>("copy");
    QTest::addColumn<QByteArray>("temporary");
    QTest::newRow("before the first byte") << qint64{1} << qint64{1} << QByteArray();
    QTest::newRow("temporary file empty") << qint64{1} << qint64{1} << QByteArray("");
    QTest::newRow("temporary file half written") << qint64{1} << qint64{1} << content(2).toBytes().first(200);
    QTest::newRow("temporary file whole") << qint64{1} << qint64{1} << content(2).toBytes();
    QTest::newRow("sidecar replaced") << qint64{2} << qint64{1} << QByteArray();
    QTest::newRow("second temporary file half written") << qint64{2} << qint64{1} << content(2).toBytes().first(200);
    QTest::newRow("second temporary file whole") << qint64{2} << qint64{1} << content(2).toBytes();
    QTest::newRow("done") << qint64{2} << qint64{2} << QByteArray();
    QTest::newRow("first save ever, sidecar there") << qint64{2} << qint64{0} << QByteArray();
}

void KeySlotsFileTest::everyCrashLeavesTheStateBeforeOrAfter()
{
    QFETCH(const qint64, main);
    QFETCH(const qint64, copy);
    QFETCH(const QByteArray, temporary);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(put(path, content(main).toBytes()));
    if (copy > 0)
        QVERIFY(put(file.secondCopyPath(), content(copy).toBytes()));
    if (!temporary.isNull())
        QVERIFY(put(path + u".AbCdEf"_s, temporary));
    const auto loaded = file.load();
    QVERIFY(loaded);
    QVERIFY(!loaded->fromSecondCopy);
    QVERIFY(loaded->content == content(main));
    // Loading has made both the same again, so that damage to one loses nothing.
    QVERIFY(put(path, "damage"));
    const auto again = file.load();
    QVERIFY(again);
    QVERIFY(again->content == content(main));
    QVERIFY(file.save(content(3)));
    QVERIFY(file.load()->content == content(3));
}

void KeySlotsFileTest::killedAtAnyMomentItStaysWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(file.save(content(1)));
    qint64 reached = 1;
    for (unsigned round = 0; round < 60; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            for (qint64 generation = reached + 1;; ++generation) {
                if (!file.save(content(generation, static_cast<int>(generation % 7) + 1)))
                    ::_exit(1);
            }
        }
        QVERIFY(child > 0);
        ::usleep(1000 + 377 * round); // each round dies at another moment
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        const auto loaded = file.load();
        QVERIFY(loaded);
        QVERIFY(!loaded->fromSecondCopy);
        QVERIFY(loaded->content.generation >= reached);
        const qint64 generation = loaded->content.generation;
        QVERIFY(generation == 1 || loaded->content == content(generation, static_cast<int>(generation % 7) + 1));
        reached = generation;
    }
    QVERIFY2(reached > 10, "the children were killed before they did anything");
}

void KeySlotsFileTest::bothDamagedIsSaid()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(file.save(content(1)));
    QVERIFY(put(path, "damage"));
    QVERIFY(put(file.secondCopyPath(), "damage"));
    const auto loaded = file.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::Damaged);
    QCOMPARE(get(path), QByteArray("damage")); // kept as evidence
    QVERIFY(QFile::remove(file.secondCopyPath()));
    QCOMPARE(file.load().error().kind, ErrorKind::Damaged);
}

void KeySlotsFileTest::nothingThereIsSaid()
{
    QTemporaryDir folder;
    const auto loaded = KeySlotsFile(folder.filePath(u"cache.slots"_s)).load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::NotFound);
}

void KeySlotsFileTest::aNewerVersionIsNotReplacedByAnOlderCopy()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(file.save(content(1)));
    QVERIFY(put(path, get(path).replace("\"version\": 1", "\"version\": 2")));
    QCOMPARE(file.load().error().kind, ErrorKind::TooNew);
    QVERIFY(put(file.secondCopyPath(), get(path)));
    QVERIFY(put(path, "damage"));
    QCOMPARE(file.load().error().kind, ErrorKind::TooNew);
}

void KeySlotsFileTest::anOutdatedSecondCopyIsBroughtUpToDate()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.slots"_s);
    const KeySlotsFile file(path);
    QVERIFY(file.save(content(1)));
    // Nobody can write the copy now: it must not stay behind with a state that is no longer true.
    QVERIFY(QFile::remove(file.secondCopyPath()));
    QVERIFY(QDir().mkdir(file.secondCopyPath()));
    QVERIFY(QDir(file.secondCopyPath()).mkdir(u"in the way"_s));
    QVERIFY(file.save(content(2)));
    QVERIFY(file.load()->content == content(2));
    QVERIFY(QDir(file.secondCopyPath()).removeRecursively());
    QVERIFY(file.load());
    QCOMPARE(get(file.secondCopyPath()), get(path));
}

void KeySlotsFileTest::valuesOutOfBoundsAreRefused_data()
{
    QTest::addColumn<SlotsContent>("made");
    const auto with = [](auto change) {
        SlotsContent made = content(1);
        change(made);
        return made;
    };
    QTest::newRow("cost that is cheap to guess") << with([](auto &made) { made.entries[0].cost.logN = 14; });
    QTest::newRow("cost that takes all memory") << with([](auto &made) { made.entries[0].cost.logN = 21; });
    QTest::newRow("cost without end") << with([](auto &made) { made.entries[0].cost.logN = 4'000'000'000U; });
    QTest::newRow("short salt") << with([](auto &made) { made.entries[0].salt.chop(1); });
    QTest::newRow("short login") << with([](auto &made) { made.entries[0].login.chop(1); });
    QTest::newRow("the same login twice") << with([](auto &made) { made.entries[1].login = made.entries[0].login; });
    QTest::newRow("link backwards") << with([](auto &made) { made.entries[0].links[0].fromEpoch = 2; });
    QTest::newRow("link from nowhere") << with([](auto &made) { made.entries[0].links[0].fromEpoch = 0; });
    QTest::newRow("links without end") << with([](auto &made) { made.entries[0].links.resize(65, {1, 2, "x"}); });
    QTest::newRow("no login salt") << with([](auto &made) { made.loginSalt.clear(); });
    QTest::newRow("short device check") << with([](auto &made) { made.deviceCheck.chop(1); });
    QTest::newRow("no generation") << with([](auto &made) { made.generation = 0; });
    QTest::newRow("users without end") << with([](auto &made) { made.entries.resize(1001, made.entries[0]); });
}

void KeySlotsFileTest::valuesOutOfBoundsAreRefused()
{
    QFETCH(const SlotsContent, made);
    const auto read = SlotsContent::fromBytes(made.toBytes()); // its hash is right: it was written so
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
    QVERIFY(SlotsContent::fromBytes(content(1).toBytes()));
}

QTEST_APPLESS_MAIN(KeySlotsFileTest)
#include "keyslotsfiletest.moc"
