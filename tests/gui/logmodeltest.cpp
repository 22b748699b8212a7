#include "ui/log/logmodel.h"
#include "fakelog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace consent;
using namespace Qt::StringLiterals;
using ui::LogModel;

class LogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModelsWhileRowsComeAndGo();
    void fetchesOnlyTheWindowThatIsLookedAt();
    void jumpsToTheEndOfAMillionRowsWithTwoQuestions();
    void forgetsWishesThatAFastScrollLeftBehind();
    void keepsABoundedNumberOfRowsInMemory();
    void dropsAnswersToAnOlderFilter();
    void showsOptOutsAsLinesOfTheirOwn();
    void mayBeLeftBeforeItsAnswersCome();
    void saysSoWhenCountingFails();
    void asksAgainAfterAFailedWindow();
    void stopsAskingWhenTheLogBecameShorterThanCounted();
};

namespace {

QString receipt(const LogModel &model, int row)
{
    return model.index(row, LogModel::ReceiptColumn).data().toString();
}

void load(LogModel &model)
{
    QSignalSpy counted(&model, &LogModel::counted);
    model.refresh();
    QTRY_COMPARE(counted.count(), 1);
}

} // namespace

void LogModelTest::keepsTheRulesOfModelsWhileRowsComeAndGo()
{
    FakeLog log(1000);
    LogModel model(log);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(model);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(receipt(model, 999), u"…"_s);
    QTRY_COMPARE(receipt(model, 999), FakeLog::receiptAt(999));
    log.setSize(3);
    load(model);
    QCOMPARE(model.rowCount(), 3);
    QTRY_COMPARE(receipt(model, 2), FakeLog::receiptAt(2));
    QCOMPARE(model.index(0, LogModel::PersonColumn).data().toString(), u"홍*동"_s);
    QCOMPARE(model.index(0, LogModel::AtColumn).data().toString(), koreanTimestamp(FakeLog::rowAt(0).at));
}

void LogModelTest::fetchesOnlyTheWindowThatIsLookedAt()
{
    FakeLog log(100'000);
    LogModel model(log);
    load(model);
    QVERIFY(log.askedFirst.empty());
    for (int row = 0; row < 30; ++row)
        for (int column = 0; column < LogModel::columns; ++column)
            model.index(row, column).data();
    QTRY_VERIFY(model.row(29) != nullptr);
    QCOMPARE(log.askedFirst, std::vector<qint64>{0});
    QVERIFY(model.index(29, 0).data(LogModel::LoadedRole).toBool());
    QVERIFY(!model.index(5000, 0).data(LogModel::LoadedRole).toBool());
}

void LogModelTest::jumpsToTheEndOfAMillionRowsWithTwoQuestions()
{
    FakeLog log(1'000'000);
    LogModel model(log);
    load(model);
    for (int row = 999'960; row < 1'000'000; ++row)
        model.index(row, 0).data();
    QTRY_VERIFY(model.row(999'999) != nullptr);
    QVERIFY(log.askedFirst.size() <= 2);
    QCOMPARE(receipt(model, 999'999), FakeLog::receiptAt(999'999));
}

void LogModelTest::forgetsWishesThatAFastScrollLeftBehind()
{
    FakeLog log(1'000'000);
    LogModel model(log);
    load(model);
    log.hold();
    for (int window = 0; window < 500; ++window)
        model.index(window * LogModel::windowRows, 0).data();
    QCoreApplication::processEvents();
    log.release();
    QTRY_VERIFY(model.row(499 * LogModel::windowRows) != nullptr);
    QVERIFY2(log.askedFirst.size() <= 4, qPrintable(QString::number(log.askedFirst.size())));
    QCOMPARE(log.askedFirst.front(), qint64(499) * LogModel::windowRows);
}

void LogModelTest::keepsABoundedNumberOfRowsInMemory()
{
    FakeLog log(1'000'000);
    LogModel model(log);
    load(model);
    for (int window = 0; window < 120; ++window) {
        const int row = window * LogModel::windowRows;
        model.index(row, 0).data();
        QTRY_VERIFY(model.row(row) != nullptr);
    }
    int kept = 0;
    for (int window = 0; window < 120; ++window)
        kept += model.row(window * LogModel::windowRows) ? 1 : 0;
    QVERIFY2(kept < 60, qPrintable(QString::number(kept)));
    QVERIFY(model.row(119 * LogModel::windowRows) != nullptr);
}

void LogModelTest::dropsAnswersToAnOlderFilter()
{
    FakeLog log(10);
    LogModel model(log);
    QSignalSpy counted(&model, &LogModel::counted);
    log.hold();
    model.refresh();
    log.setSize(4);
    desk::LogFilter filter;
    filter.item = u"marketing"_s;
    model.setFilter(filter);
    log.release();
    QTRY_COMPARE(counted.count(), 1);
    QCOMPARE(counted.front().front().toInt(), 4);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(log.lastFilter, filter);
}

void LogModelTest::showsOptOutsAsLinesOfTheirOwn()
{
    FakeLog log(20);
    LogModel model(log);
    load(model);
    QTRY_COMPARE((model.index(12, 0).data(), model.index(12, 0).data(LogModel::LoadedRole).toBool()), true);
    QCOMPARE(model.index(12, LogModel::OutcomeColumn).data().toString(),
             domain::label(domain::ConsentStatus::OptedOut));
    QCOMPARE(model.index(12, LogModel::EndedColumn).data().toString(), u"2"_s);
    QCOMPARE(model.index(12, LogModel::GrantedColumn).data().toString(), QString());
    QCOMPARE(model.index(0, LogModel::GrantedColumn).data().toString(), u"0"_s);
    QCOMPARE(model.index(0, LogModel::EndedColumn).data().toString(), QString());
}

void LogModelTest::mayBeLeftBeforeItsAnswersCome()
{
    FakeLog log(10);
    int counted = 0;
    {
        LogModel model(log);
        connect(&model, &LogModel::counted, this, [&counted] { ++counted; });
        load(model);
        model.index(0, 0).data();
        log.hold();
        QCoreApplication::processEvents(); // asks for the window
        model.refresh();
    }
    log.release();
    QCoreApplication::processEvents();
    QCOMPARE(counted, 1);
}

void LogModelTest::saysSoWhenCountingFails()
{
    FakeLog log(10);
    LogModel model(log);
    QSignalSpy failed(&model, &LogModel::failed);
    log.failNext({ErrorKind::Damaged, u"기록을 읽을 수 없습니다."_s, {}});
    model.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.front().front().toString(), u"기록을 읽을 수 없습니다."_s);
    QVERIFY(!model.isCounting());
    QCOMPARE(model.rowCount(), 0);
}

void LogModelTest::asksAgainAfterAFailedWindow()
{
    FakeLog log(10);
    LogModel model(log);
    load(model);
    QSignalSpy failed(&model, &LogModel::failed);
    log.failNext({ErrorKind::Io, u"기록을 읽을 수 없습니다."_s, {}});
    QCOMPARE(receipt(model, 0), u"…"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(receipt(model, 0), u"…"_s);
    QTRY_COMPARE(receipt(model, 0), FakeLog::receiptAt(0));
}

void LogModelTest::stopsAskingWhenTheLogBecameShorterThanCounted()
{
    FakeLog log(10);
    LogModel model(log);
    load(model);
    log.setSize(5);
    QSignalSpy changed(&model, &LogModel::dataChanged);
    QCOMPARE(receipt(model, 9), u"…"_s);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(receipt(model, 4), FakeLog::receiptAt(4));
    QCOMPARE(receipt(model, 9), u"…"_s);
    QCoreApplication::processEvents();
    QCOMPARE(log.askedFirst.size(), size_t(1));
}

QTEST_GUILESS_MAIN(LogModelTest)
#include "logmodeltest.moc"
