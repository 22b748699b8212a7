#include "desk/log/ledgerdesk.h"
#include "desk/log/logdesk.h"
#include "support/desk/deskfixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageBytes = 4096;

QString cacheOf(const DeskFixture &desk)
{
    return desk.folder() + u"/cache.db"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void flip(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QCOMPARE(file.peek(&byte, 1), 1);
    byte = static_cast<char>(byte ^ 1);
    QCOMPARE(file.write(&byte, 1), 1);
}

QStringList damagedFiles(const DeskFixture &desk)
{
    return QDir(desk.folder()).entryList({u"cache.db.damaged-*"_s}, QDir::Files, QDir::Name);
}

} // namespace

class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundDeskSaysNothing();
    void aDamagedTableOfContentsCostsNothing();
    void everyPageMayBeDamagedAndNothingIsHidden();
    void aDamagedHeaderIsNoDamageToRecoverFrom();
};

void RecoveryTest::aSoundDeskSaysNothing()
{
    DeskFixture desk(3);
    desk.signIn();
    QVERIFY(!desk.session->recovery().has_value());
    QVERIFY(damagedFiles(desk).isEmpty());
}

void RecoveryTest::aDamagedTableOfContentsCostsNothing()
{
    DeskFixture desk(10);
    desk.signIn();
    const auto before = await(desk.session->ledger().verify({}, {}));
    desk.signOut();
    flip(cacheOf(desk), pageBytes + 50);
    const QByteArray damaged = contentOf(cacheOf(desk));
    desk.signIn();
    QVERIFY(desk.session->recovery().has_value());
    QCOMPARE(desk.session->recovery()->report.events, before->events);
    QCOMPARE(desk.session->recovery()->report.lostEvents(), 0);
    QVERIFY(!desk.session->recovery()->sentence().isEmpty());
    QCOMPARE(contentOf(desk.session->recovery()->keptAs), damaged);
    const auto after = await(desk.session->ledger().verify({}, {}));
    QVERIFY2(after->intact, qPrintable(after->firstFault));
    QVERIFY(after->projectionsEqual);
    QVERIFY(after->headKept);
    QCOMPARE(damagedFiles(desk).size(), 2); // the file and what was found
    desk.signOut();
    desk.signIn();
    QVERIFY(!desk.session->recovery().has_value());
}

void RecoveryTest::everyPageMayBeDamagedAndNothingIsHidden()
{
    DeskFixture desk(10);
    desk.signIn();
    const auto before = await(desk.session->ledger().verify({}, {}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.session->syncView().online && desk.session->syncView().waiting == 0, 20'000);
    desk.signOut();
    const QByteArray sound = contentOf(cacheOf(desk));
    const qint64 pages = sound.size() / pageBytes;
    int recovered = 0;
    for (qint64 page = 2; page < pages; page += 7) {
        {
            QFile file(cacheOf(desk));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(sound), sound.size());
        }
        flip(cacheOf(desk), page * pageBytes + 300);
        const QByteArray damaged = contentOf(cacheOf(desk));
        const auto opened = desk.trySignIn(DeskEntrance::sampleSignIn().password);
        if (!opened) {
            QCOMPARE(opened.error().kind, ErrorKind::Damaged);
            QCOMPARE(contentOf(cacheOf(desk)), damaged);
            continue;
        }
        ++recovered;
        QVERIFY((*opened)->recovery().has_value());
        const auto &report = (*opened)->recovery()->report;
        QCOMPARE(report.events + report.lostEvents(), before->events);
        // What was lost here is at the central store, and comes back by itself.
        QTRY_VERIFY_WITH_TIMEOUT(await((*opened)->ledger().verify({}, {}))->intact, 30'000);
        const auto after = await((*opened)->ledger().verify({}, {}));
        QCOMPARE(after->events, before->events);
        QVERIFY(after->projectionsEqual);
    }
    QVERIFY2(recovered > pages / 10, qPrintable(QString::number(recovered)));
}

void RecoveryTest::aDamagedHeaderIsNoDamageToRecoverFrom()
{
    DeskFixture desk(2);
    flip(cacheOf(desk), 20);
    const QByteArray before = contentOf(cacheOf(desk));
    QCOMPARE(desk.trySignIn(DeskEntrance::sampleSignIn().password).error().kind, ErrorKind::WrongKey);
    QCOMPARE(contentOf(cacheOf(desk)), before);
    QVERIFY(damagedFiles(desk).isEmpty());
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "recoverytest.moc"
