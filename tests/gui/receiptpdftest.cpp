#include "ui/call/receiptpdf.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace Qt::StringLiterals;

class ReceiptPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canBeReadBackWithEverySpaceAndDigit();
    void goesOnToASecondPageWithoutLosingALine();
    void makesTheFolderThatWasNamed();
    void leavesNothingBehindWhereItCannotWrite();
    void writesTheSignedRecordAsItStands();
    void saysThatThereIsNoSignedRecord();
};

namespace {

desk::ReceiptDocument receipt()
{
    desk::ReceiptDocument receipt;
    receipt.number = u"261123-7K3QX-0042-M"_s;
    receipt.at = fromMs(1'795'400'000'000);
    receipt.organisation = u"주식회사 이솔루션티지"_s;
    receipt.centre = u"02-587-3235"_s;
    receipt.site = u"thankscrm.com"_s;
    receipt.subjectName = u"홍길동"_s;
    receipt.maskedPhone = u"010-****-1234"_s;
    receipt.method = u"전화로 읽고 동의"_s;
    receipt.noticeLine = u"개인정보 처리방침 1호 (2017-11-14 시행)"_s;
    receipt.scriptLine = u"가입 동의 1판"_s;
    receipt.noticeSha256 = u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
    receipt.eventHash = QString(64, u'b');
    receipt.items = {{u"필수 수집·이용"_s,
                      true,
                      domain::Decision::Granted,
                      u"가입과 서비스 제공"_s,
                      u"이름, 전화번호"_s,
                      u"가입 기간과 해지 후 6개월"_s,
                      {}},
                     {u"경찰청 제공"_s, false, domain::Decision::Refused, u"신분증 진위 확인"_s, u"이름, 여권번호"_s,
                      u"가입 기간과 해지 후 6개월"_s, u"경찰청"_s}};
    receipt.withdrawalLine = u"동의는 고객센터로 언제든지 무료로 철회할 수 있습니다."_s;
    receipt.jws = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln";
    return receipt;
}

QString textOf(const QString &path)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {};
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

void ReceiptPdfTest::canBeReadBackWithEverySpaceAndDigit()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"receipt.pdf"_s);
    QVERIFY(ui::writeReceiptPdf(receipt(), path));
    const QString text = textOf(path);
    for (const QString &words :
         {u"261123-7K3QX-0042-M"_s, u"주식회사 이솔루션티지"_s, u"010-****-1234"_s, u"02-587-3235"_s,
          u"개인정보 처리방침 1호 (2017-11-14 시행)"_s, u"가입 기간과 해지 후 6개월"_s, u"신분증 진위 확인"_s,
          u"언제든지 무료로 철회할 수 있습니다."_s,
          u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u'\n' + text));
}

void ReceiptPdfTest::goesOnToASecondPageWithoutLosingALine()
{
    desk::ReceiptDocument longReceipt = receipt();
    for (int number = 0; number < 40; ++number) {
        desk::ReceiptDocument::Item item = longReceipt.items.front();
        item.title = u"항목 번호 %1"_s.arg(number);
        longReceipt.items.push_back(item);
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"receipt.pdf"_s);
    QVERIFY(ui::writeReceiptPdf(longReceipt, path));
    const QString text = textOf(path);
    for (int number = 0; number < 40; ++number)
        QVERIFY2(text.contains(u"항목 번호 %1"_s.arg(number)), qPrintable(QString::number(number)));
    QVERIFY(text.count(u'\f') >= 2);
}

void ReceiptPdfTest::makesTheFolderThatWasNamed()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"새 폴더/안/receipt.pdf"_s);
    QVERIFY(ui::writeReceiptPdf(receipt(), path));
    QVERIFY(QFile::exists(path));
}

void ReceiptPdfTest::leavesNothingBehindWhereItCannotWrite()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto written = ui::writeReceiptPdf(receipt(), folder.filePath(u"file/receipt.pdf"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Io);
    QVERIFY(!written.error().message.isEmpty());
}

void ReceiptPdfTest::writesTheSignedRecordAsItStands()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"receipt.jws"_s);
    QVERIFY(ui::writeReceiptJws(receipt(), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), receipt().jws);
}

void ReceiptPdfTest::saysThatThereIsNoSignedRecord()
{
    desk::ReceiptDocument unsignedReceipt = receipt();
    unsignedReceipt.jws.clear();
    QTemporaryDir folder;
    const auto written = ui::writeReceiptJws(unsignedReceipt, folder.filePath(u"receipt.jws"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(folder.filePath(u"receipt.jws"_s)));
}

QTEST_MAIN(ReceiptPdfTest)
#include "receiptpdftest.moc"
