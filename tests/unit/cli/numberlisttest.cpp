#include "cli/numberlist.h"

#include "desk/contacts/contactchecking.h"

#include <QBuffer>
#include <QTest>

using namespace consent;
using namespace consent::cli;
using namespace Qt::StringLiterals;

class NumberListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstColumnIsTheNumber_data();
    void theFirstColumnIsTheNumber();
    void headersAndEmptyLinesAreLeftOut();
    void batchesGoOnWhereTheLastOneEnded();
    void aLineThatIsTooLongStops();
    void numbersAreReadAsListsWriteThem_data();
    void numbersAreReadAsListsWriteThem();
};

void NumberListTest::theFirstColumnIsTheNumber_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("column");
    QTest::newRow("bare") << QByteArray("01000001234\n") << QByteArray("01000001234");
    QTest::newRow("carriage return") << QByteArray("01000001234\r\n") << QByteArray("01000001234");
    QTest::newRow("comma") << QByteArray("010-0000-1234,Kim") << QByteArray("010-0000-1234");
    QTest::newRow("semicolon") << QByteArray("010-0000-1234;Kim") << QByteArray("010-0000-1234");
    QTest::newRow("tab") << QByteArray("010-0000-1234\tKim") << QByteArray("010-0000-1234");
    QTest::newRow("quoted") << QByteArray("\"010 0000, 1234\",Kim") << QByteArray("010 0000, 1234");
    QTest::newRow("quote in quotes") << QByteArray("\"a\"\"b\",c") << QByteArray("a\"b");
    QTest::newRow("quote left open") << QByteArray("\"010") << QByteArray("010");
    QTest::newRow("empty") << QByteArray("\n") << QByteArray();
}

void NumberListTest::theFirstColumnIsTheNumber()
{
    QFETCH(QByteArray, line);
    QTEST(firstColumn(line), "column");
}

void NumberListTest::headersAndEmptyLinesAreLeftOut()
{
    QBuffer buffer;
    buffer.setData("\xEF\xBB\xBFphone,name\n\n01000001234,a\n   \n,b\n01000005678");
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    NumberList list(buffer);
    const auto entries = list.next(10);
    QVERIFY(entries.ok());
    QCOMPARE(entries->size(), size_t(2));
    QCOMPARE(entries->at(0).line, 3);
    QCOMPARE(entries->at(1).line, 6);
    QCOMPARE(entries->at(1).text, QByteArray("01000005678"));
}

void NumberListTest::batchesGoOnWhereTheLastOneEnded()
{
    QBuffer buffer;
    for (int i = 0; i < 25; ++i)
        buffer.buffer().append("0100000" + QByteArray::number(1000 + i) + '\n');
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    NumberList list(buffer);
    std::vector<size_t> sizes;
    qint64 line = 0;
    while (true) {
        const auto entries = list.next(10);
        QVERIFY(entries.ok());
        if (entries->empty())
            break;
        sizes.push_back(entries->size());
        for (const auto &entry : *entries)
            QCOMPARE(entry.line, ++line);
    }
    QCOMPARE(sizes, (std::vector<size_t>{10, 10, 5}));
}

void NumberListTest::aLineThatIsTooLongStops()
{
    QBuffer buffer;
    buffer.setData("01000001234\n" + QByteArray(NumberList::longestLine + 100, '0') + "\n01000005678\n");
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    NumberList list(buffer);
    const auto entries = list.next(10);
    QVERIFY(!entries.ok());
    QVERIFY(entries.error().message.contains(u'2'));
}

void NumberListTest::numbersAreReadAsListsWriteThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("digits");
    QTest::newRow("digits") << QByteArray("01000001234") << QByteArray("01000001234");
    QTest::newRow("hyphens") << QByteArray("010-0000-1234") << QByteArray("01000001234");
    QTest::newRow("country code") << QByteArray("+82 10-0000-1234") << QByteArray("01000001234");
    QTest::newRow("centre") << QByteArray("02-587-3235") << QByteArray("025873235");
    QTest::newRow("too short") << QByteArray("010-0000") << QByteArray();
    QTest::newRow("a digit too many") << QByteArray("010000012345") << QByteArray();
    QTest::newRow("words") << QByteArray("=cmd()") << QByteArray();
    QTest::newRow("digits behind words") << QByteArray("call 01000001234 now") << QByteArray();
    QTest::newRow("endless") << QByteArray(100, '0') << QByteArray();
}

void NumberListTest::numbersAreReadAsListsWriteThem()
{
    QFETCH(QByteArray, text);
    QTEST(desk::ContactChecking::digitsOf(text), "digits");
}

QTEST_GUILESS_MAIN(NumberListTest)
#include "numberlisttest.moc"
