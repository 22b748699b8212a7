#include "base/clock.h"
#include "base/id.h"
#include "base/jsonfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace Qt::StringLiterals;

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreCanonicalAndSortByTime();
    void idRefusesWhatIsNoUuid();
    void koreanDateChangesAtMidnightInKorea();
    void durableWriteReplacesWholeOrNotAtAll();
    void readRefusesAFileOverTheLimit();
    void jsonFaultNamesLineAndColumn();
};

void BaseTest::idsAreCanonicalAndSortByTime()
{
    const auto first = SubjectId::create();
    QVERIFY(SubjectId::fromString(first.toString()));
    QCOMPARE(first.toString().at(14), QChar(u'7'));
    QVERIFY(u"89ab"_s.contains(first.toString().at(19)));
    QTest::qWait(2);
    QVERIFY(first < SubjectId::create());
}

void BaseTest::idRefusesWhatIsNoUuid()
{
    QVERIFY(!SubjectId::fromString(u""));
    QVERIFY(!SubjectId::fromString(u"0192F000-0000-7000-8000-000000000000"));
    QVERIFY(!SubjectId::fromString(u"0192f000-0000-7000-8000-00000000000g"));
    QVERIFY(!SubjectId::fromString(u"0192f00000000-7000-8000-0000000000000"));
}

void BaseTest::koreanDateChangesAtMidnightInKorea()
{
    QCOMPARE(koreanDate(fromMs(1'767'193'199'999)), QDate(2025, 12, 31)); // 2025-12-31T14:59:59.999Z
    QCOMPARE(koreanDate(fromMs(1'767'193'200'000)), QDate(2026, 1, 1));
    QCOMPARE(isoUtc(fromMs(1'767'193'200'000)), u"2025-12-31T15:00:00.000Z"_s);
    QCOMPARE(koreanTimestamp(fromMs(1'767'193'200'000)), u"2026-01-01 00:00:00"_s);
}

void BaseTest::durableWriteReplacesWholeOrNotAtAll()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a.json"_s);
    QVERIFY(writeFileDurably(path, "one").ok());
    QVERIFY(writeFileDurably(path, "two").ok());
    QCOMPARE(readFileLimited(path, 10).value(), QByteArray("two"));
    const auto missing = writeFileDurably(dir.filePath(u"no/such/dir"_s), "x");
    QVERIFY(!missing.ok());
    QVERIFY(!missing.error().message.isEmpty());
}

void BaseTest::readRefusesAFileOverTheLimit()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"big"_s);
    QVERIFY(writeFileDurably(path, QByteArray(11, 'x')).ok());
    QCOMPARE(readFileLimited(path, 10).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(readFileLimited(path + u'2', 10).error().kind, ErrorKind::NotFound);
}

void BaseTest::jsonFaultNamesLineAndColumn()
{
    const auto fault = parseJsonObject("{\n  \"a\": 1,\n  b\n}", u"x.json"_s);
    QCOMPARE(fault.error().kind, ErrorKind::InvalidArgument);
    QVERIFY2(fault.error().message.contains(u"3"_s), qPrintable(fault.error().message));
    QVERIFY(!parseJsonObject("[1]", u"x.json"_s).ok());
    QVERIFY(parseJsonObject("{}", u"x.json"_s).ok());
}

QTEST_GUILESS_MAIN(BaseTest)
#include "basetest.moc"
