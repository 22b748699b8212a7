#include "cli/console.h"

#include "cli/dateoption.h"

#include <QBuffer>
#include <QTest>

using namespace consent;
using namespace consent::cli;

namespace {

/// A clock that goes when it is told to.
class HandClock : public Clock
{
public:
    UtcTime now() const override { return fromMs(0); }
    Milliseconds elapsed() const override { return m_elapsed; }
    void advance(Milliseconds by) { m_elapsed += by; }

private:
    Milliseconds m_elapsed{5000};
};

} // namespace

class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_out.close();
        m_out.setData({});
        m_out.open(QIODevice::WriteOnly);
        m_notes.close();
        m_notes.setData({});
        m_notes.open(QIODevice::WriteOnly);
    }

    void hangulTakesTwoColumns()
    {
        QCOMPARE(displayWidth(QStringLiteral("abc")), 3);
        QCOMPARE(displayWidth(QStringLiteral("홍*동")), 5);
        QCOMPARE(displayWidth(QStringLiteral("ㄱㅊㅅ")), 6);
        QCOMPARE(displayWidth(QStringLiteral("é").normalized(QString::NormalizationForm_D)), 1);
    }

    void columnsOfATableAreAlignedWhateverTheScript()
    {
        Console console(m_out, m_notes, m_clock, false);
        console.printTable(
            {QStringLiteral("Person"), QStringLiteral("Receipt")},
            {{QStringLiteral("홍*동"), QStringLiteral("A1")}, {QStringLiteral("Kim"), QStringLiteral("B22")}});
        QCOMPARE(m_out.data(), QStringLiteral("Person  Receipt\n홍*동   A1\nKim     B22\n").toUtf8());
        QVERIFY(m_notes.data().isEmpty());
    }

    void resultsAndNotesGoApart()
    {
        Console console(m_out, m_notes, m_clock, false);
        console.print(QStringLiteral("result"));
        console.fail({ErrorKind::Io, QStringLiteral("A sentence."), QStringLiteral("a detail")});
        QCOMPARE(m_out.data(), QByteArray("result\n"));
        QCOMPARE(m_notes.data(), QByteArray("A sentence.\n"));
    }

    void whatStandsInAFileCannotDriveTheTerminal()
    {
        Console console(m_out, m_notes, m_clock, false);
        console.print(QStringLiteral("a\u001b[2Jb\u0007"));
        QVERIFY(!m_out.data().contains('\x1b'));
        QVERIFY(!m_out.data().contains('\x07'));
    }

    void progressIsDrawnSeldomAndTakenAwayBeforeTheNextLine()
    {
        Console console(m_out, m_notes, m_clock, true);
        console.showProgress(1, 100);
        const qsizetype once = m_notes.data().size();
        QVERIFY(once > 0);
        console.showProgress(2, 100);
        QCOMPARE(m_notes.data().size(), once);
        m_clock.advance(Milliseconds(100));
        console.showProgress(3, 100);
        QVERIFY(m_notes.data().size() > once);
        console.print(QStringLiteral("done"));
        QVERIFY(m_notes.data().endsWith("\r\033[K"));
        QCOMPARE(m_out.data(), QByteArray("done\n"));
    }

    void progressTellsTheTimeThatIsLeft()
    {
        Console console(m_out, m_notes, m_clock, true);
        console.showProgress(0, 100);
        m_clock.advance(Milliseconds(10000));
        console.showProgress(25, 100);
        QVERIFY2(m_notes.data().contains("30"), m_notes.data().constData());
    }

    void withoutATerminalThereIsNoProgress()
    {
        Console console(m_out, m_notes, m_clock, false);
        console.showProgress(1, 100);
        console.endProgress();
        QVERIFY(m_notes.data().isEmpty());
    }

    void aDayIsReadStrictly()
    {
        QVERIFY(dateFrom({}).ok());
        QVERIFY(!dateFrom({})->has_value());
        QCOMPARE(dateFrom("2017-11-14")->value(), QDate(2017, 11, 14));
        QCOMPARE(dateFrom("2024-02-29")->value(), QDate(2024, 2, 29));
        for (const char *wrong : {"2023-02-29", "2017-13-01", "14.11.2017", "2017-1-1", "today", "2017-11-14x"})
            QVERIFY2(!dateFrom(wrong).ok(), wrong);
    }

private:
    QBuffer m_out;
    QBuffer m_notes;
    HandClock m_clock;
};

QTEST_GUILESS_MAIN(ConsoleTest)
#include "consoletest.moc"
