#include "ui/requests/paperpdf.h"
#include "guisupport.h"
#include "samplepapers.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTime>
#include <QtConcurrentRun>

using namespace consent;
using namespace Qt::StringLiterals;

class PaperPdfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyWordOfEveryPaperCanBeReadBack();
    void everyPageSaysItsNumberAndTheDocuments();
    void aLongAnswerLosesNoRowBetweenPages();
    void theSamePaperGivesTheSameBytesEvenOnAnotherThread();
    void aChangedPaperGivesOtherBytes();
    void showsTheWholeNumberOnlyInTheAnswerToAnAccessRequest();
};

namespace {

QString textOf(const QByteArray &pdf)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"paper.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {};
    return QString::fromUtf8(reader.readAllStandardOutput());
}

QByteArray pdfOf(const desk::Paper &paper)
{
    const auto made = ui::PaperPdf().print(paper);
    return made ? *made : QByteArray();
}

void keep(const QByteArray &pdf, const QString &name)
{
    const QString folder = qEnvironmentVariable("CONSENT_SCREENSHOTS");
    QFile file(folder + u'/' + name + u".pdf"_s);
    if (!folder.isEmpty() && file.open(QIODevice::WriteOnly))
        file.write(pdf);
}

/// A line may be broken anywhere: words of a sentence one after the other, whatever stands between.
bool reads(const QString &text, const QString &sentence)
{
    QString flat = text;
    flat.remove(QRegularExpression(u"\\s+"_s));
    QString wanted = sentence;
    wanted.remove(QRegularExpression(u"\\s+"_s));
    return flat.contains(wanted);
}

} // namespace

void PaperPdfTest::initTestCase()
{
    guisupport::speakKorean();
}

void PaperPdfTest::everyWordOfEveryPaperCanBeReadBack()
{
    for (const desk::Paper &paper : samplepapers::everyKind()) {
        const QByteArray pdf = pdfOf(paper);
        keep(pdf, u"paper-"_s + domain::toCode(paper.kind));
        const QString text = textOf(pdf);
        QStringList words{paper.title, paper.addressee, paper.sender, paper.number};
        words += paper.opening;
        words += paper.closing;
        for (const desk::PaperPart &part : paper.parts) {
            words += part.heading;
            words += part.paragraphs;
            words += part.remarks;
        }
        for (const QString &sentence : words)
            QVERIFY2(reads(text, sentence), qPrintable(sentence + u"\n"_s + text));
        for (const desk::PaperPart &part : paper.parts) {
            for (const desk::PaperLine &row : part.rows) {
                QVERIFY2(text.contains(row.name), qPrintable(row.name + u"\n"_s + text));
                for (const QString &line : row.value.split(u'\n'))
                    QVERIFY2(text.contains(line), qPrintable(line + u"\n"_s + text)); // with its spaces
            }
        }
    }
}

void PaperPdfTest::everyPageSaysItsNumberAndTheDocuments()
{
    const auto company = samplepapers::organisation();
    const auto paper = desk::paperwriting::accessAnswer(samplepapers::head(company), samplepapers::request(u"열람"_s),
                                                        samplepapers::access(70));
    QStringList pages = textOf(pdfOf(paper)).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 2);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QVERIFY2(pages[page].contains(u"%1 / %2"_s.arg(page + 1).arg(pages.size())), qPrintable(pages[page]));
        QVERIFY2(pages[page].contains(paper.number), qPrintable(pages[page]));
    }
}

void PaperPdfTest::aLongAnswerLosesNoRowBetweenPages()
{
    const auto company = samplepapers::organisation();
    const auto paper = desk::paperwriting::accessAnswer(samplepapers::head(company), samplepapers::request(u"열람"_s),
                                                        samplepapers::access(70));
    const QByteArray pdf = pdfOf(paper);
    keep(pdf, u"paper-long"_s);
    const QString text = textOf(pdf);
    for (int number = 1; number <= 70; ++number)
        QVERIFY2(text.contains(QRegularExpression(u"동의항목 %1\\b"_s.arg(number))),
                 qPrintable(QString::number(number)));
}

void PaperPdfTest::theSamePaperGivesTheSameBytesEvenOnAnotherThread()
{
    const desk::Paper paper = samplepapers::everyKind().front();
    const QByteArray first = pdfOf(paper);
    const int second = QTime::currentTime().second();
    QTRY_VERIFY(QTime::currentTime().second() != second); // what a PDF usually tells has gone on
    QCOMPARE(pdfOf(paper), first);
    QCOMPARE(QtConcurrent::run([&paper] { return pdfOf(paper); }).result(), first);
    const auto copy = desk::Paper::fromJson(paper.toJson());
    QVERIFY(copy);
    QCOMPARE(pdfOf(*copy), first);
}

void PaperPdfTest::aChangedPaperGivesOtherBytes()
{
    desk::Paper paper = samplepapers::everyKind().front();
    const QByteArray first = pdfOf(paper);
    paper.parts.back().remarks = {u"다른 말"_s};
    QVERIFY(pdfOf(paper) != first);
}

void PaperPdfTest::showsTheWholeNumberOnlyInTheAnswerToAnAccessRequest()
{
    for (const desk::Paper &paper : samplepapers::everyKind()) {
        const QString text = textOf(pdfOf(paper));
        QCOMPARE(text.contains(u"010-0000-1234"_s), paper.kind == desk::PaperKind::AccessAnswer);
        QVERIFY(text.contains(u"010-****-1234"_s));
    }
}

QTEST_MAIN(PaperPdfTest)
#include "paperpdftest.moc"
