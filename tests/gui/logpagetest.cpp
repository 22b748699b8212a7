#include "ui/log/logpage.h"
#include "fakelog.h"
#include "guisupport.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/theme.h"
#include "ui/log/logmodel.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace consent;
using namespace Qt::StringLiterals;

class LogPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensARecordAndComesBackByKeyboardAlone();
    void walksFromRecordToRecord();
    void jumpsToTheOldestOfAMillion();
    void narrowsByEveryFilterAndSaysWhenNothingFits();
    void countsPeriodsByTheKoreanDate();
    void saysWhatFailedAndTriesAgain();
    void looksAgainWhenSomethingWasRecorded();
    void everyControlHasAName();
    void looksCalm_data();
    void looksCalm();

private:
    ui::Theme *m_theme = nullptr;
};

namespace {

struct Screen
{
    explicit Screen(qint64 size)
        : log(size)
        , page(log)
    {
        page.resize(1278, 690);
        page.setToday(QDate(2026, 11, 23));
        page.show();
        page.activated();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(size));
    }

    QTableView *table() { return page.findChild<QTableView *>(u"logTable"_s); }
    QLabel *label(const QString &name) { return page.findChild<QLabel *>(name); }
    QComboBox *combo(const QString &name) { return page.findChild<QComboBox *>(name); }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    bool isLoaded(int row) { return table()->model()->index(row, 0).data(ui::LogModel::LoadedRole).toBool(); }

    FakeLog log;
    ui::LogPage page;
};

} // namespace

void LogPageTest::initTestCase()
{
    m_theme = new ui::Theme(*qApp, ui::ColourScheme::Light);
    guisupport::speakKorean();
}

void LogPageTest::opensARecordAndComesBackByKeyboardAlone()
{
    Screen screen(500);
    QCOMPARE(QApplication::focusWidget(), screen.table());
    QTRY_VERIFY(screen.isLoaded(0));
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Down);
    screen.press(Qt::Key_Return);
    QCOMPARE(screen.log.opened, FakeLog::rowAt(2).event);
    QTRY_VERIFY(screen.label(u"recordProof"_s)->text().startsWith(u"✓"));
    QVERIFY(screen.label(u"recordProof"_s)->isVisible());
    QVERIFY(screen.label(u"recordHash"_s)->text().startsWith(u"9f86d081 884c7d65"));
    QCOMPARE(screen.label(u"recordReceipt"_s)->text(), FakeLog::receiptAt(2));
    QVERIFY(screen.label(u"recordCustomer"_s)->text().contains(u"010-****-1234"));
    auto *answers = screen.page.findChild<QTableView *>(u"recordAnswers"_s);
    QCOMPARE(answers->model()->rowCount(), 3);
    QCOMPARE(answers->model()->index(0, 2).data().toString(), u"00:42.3"_s);
    QCOMPARE(QApplication::focusWidget(), answers);
    screen.press(Qt::Key_Escape);
    QVERIFY(screen.table()->isVisible());
    QCOMPARE(QApplication::focusWidget(), screen.table());
    QCOMPARE(screen.table()->currentIndex().row(), 2);
}

void LogPageTest::walksFromRecordToRecord()
{
    Screen screen(500);
    QTRY_VERIFY(screen.isLoaded(0));
    screen.press(Qt::Key_Return);
    screen.press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(screen.log.opened, FakeLog::rowAt(1).event);
    screen.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(screen.log.opened, FakeLog::rowAt(0).event);
    screen.press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(screen.log.opened, FakeLog::rowAt(0).event);
}

void LogPageTest::jumpsToTheOldestOfAMillion()
{
    Screen screen(1'000'000);
    QElapsedTimer timer;
    timer.start();
    screen.press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(screen.isLoaded(999'999));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(screen.table()->currentIndex().row(), 999'999);
    QVERIFY2(screen.log.askedFirst.size() <= 4, qPrintable(QString::number(screen.log.askedFirst.size())));
}

void LogPageTest::narrowsByEveryFilterAndSaysWhenNothingFits()
{
    Screen screen(500);
    QTRY_COMPARE(screen.combo(u"logAgent"_s)->count(), 3);
    screen.press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), screen.combo(u"logPeriod"_s));
    for (const QString &name : {u"logAgent"_s, u"logItem"_s, u"logDecision"_s, u"logMethod"_s}) {
        screen.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), screen.combo(name));
        screen.press(Qt::Key_Down);
    }
    QCOMPARE(screen.log.lastFilter.agent->toString(), u"01900000-0000-7000-8000-00000000000a"_s);
    QCOMPARE(screen.log.lastFilter.item, u"marketing"_s);
    QCOMPARE(screen.log.lastFilter.decision, domain::Decision::Granted);
    QCOMPARE(screen.log.lastFilter.method, domain::CaptureMethod::PhoneRead);
    screen.log.setSize(0);
    screen.press(Qt::Key_Down);
    auto *empty = screen.page.findChild<ui::EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    screen.log.setSize(7);
    empty->findChild<QPushButton *>()->click();
    QTRY_COMPARE(screen.table()->model()->rowCount(), 7);
    QVERIFY(screen.table()->isVisible());
    QCOMPARE(QApplication::focusWidget(), screen.table());
    QCOMPARE(screen.log.lastFilter, desk::LogFilter{});
}

void LogPageTest::countsPeriodsByTheKoreanDate()
{
    Screen screen(5);
    QComboBox *period = screen.combo(u"logPeriod"_s);
    period->setCurrentIndex(1);
    QCOMPARE(screen.log.lastFilter.from, QDate(2026, 11, 23));
    QCOMPARE(screen.log.lastFilter.to, QDate(2026, 11, 23));
    period->setCurrentIndex(2);
    QCOMPARE(screen.log.lastFilter.from, QDate(2026, 11, 17));
    period->setCurrentIndex(4);
    QVERIFY(screen.page.findChild<QWidget *>(u"logFrom"_s)->isVisible());
    QCOMPARE(screen.log.lastFilter.from, QDate(2026, 10, 25));
    QCOMPARE(screen.log.lastFilter.to, QDate(2026, 11, 23));
}

void LogPageTest::saysWhatFailedAndTriesAgain()
{
    Screen screen(5);
    auto *notice = screen.page.findChild<ui::InlineNotice *>();
    screen.log.failNext({ErrorKind::Io, u"기록을 읽지 못했습니다. 저장된 내용은 안전합니다."_s, {}});
    screen.press(Qt::Key_F5);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->text(), u"기록을 읽지 못했습니다. 저장된 내용은 안전합니다."_s);
    QTest::mouseClick(notice->findChild<QPushButton *>(u"noticeAction"_s), Qt::LeftButton);
    QTRY_VERIFY(!notice->isVisible());
    QTRY_COMPARE(screen.table()->model()->rowCount(), 5);
}

void LogPageTest::looksAgainWhenSomethingWasRecorded()
{
    Screen screen(5);
    screen.log.setSize(6);
    screen.page.recorded();
    QTRY_COMPARE(screen.table()->model()->rowCount(), 6);
    QTRY_VERIFY(screen.isLoaded(0));
    screen.press(Qt::Key_Return);
    screen.log.setSize(7);
    screen.page.recorded();
    screen.press(Qt::Key_Escape);
    QTRY_COMPARE(screen.table()->model()->rowCount(), 7);
}

void LogPageTest::everyControlHasAName()
{
    Screen screen(5);
    QCOMPARE(guisupport::unnamedControls(screen.page).join(u'\n'), QString());
}

void LogPageTest::looksCalm_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("record");
    QTest::newRow("log-light") << false << false;
    QTest::newRow("log-dark") << true << false;
    QTest::newRow("record-light") << false << true;
    QTest::newRow("record-dark") << true << true;
}

/// Nothing that is said is cut off; the picture is kept for a person to look at.
void LogPageTest::looksCalm()
{
    QFETCH(bool, dark);
    QFETCH(bool, record);
    m_theme->setScheme(dark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
    Screen screen(1'000'000);
    QTRY_VERIFY(screen.isLoaded(0));
    if (record) {
        screen.press(Qt::Key_Return);
        QTRY_VERIFY(screen.label(u"recordProof"_s)->text().startsWith(u"✓"));
    }
    const QTableView *table = screen.table();
    if (!record)
        QVERIFY(!table->horizontalScrollBar()->isVisible());
    guisupport::keepPicture(screen.page, QString::fromLatin1(QTest::currentDataTag()));
    m_theme->setScheme(ui::ColourScheme::Light);
}

QTEST_MAIN(LogPageTest)
#include "logpagetest.moc"
