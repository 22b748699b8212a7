#include "ui/call/receiptpdf.h"

#include "base/jsonfile.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 300;
constexpr double marginMm = 18;
constexpr double textPoints = 9.5;

QString say(const char *text)
{
    return QCoreApplication::translate("ReceiptPdf", text);
}

/// From these fonts a reader's copy and search get every space and digit; not every Korean font does that in a PDF.
QFont paperFont(double points, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setFamilies({u"NanumBarunGothic"_s, u"NanumMyeongjo"_s, u"Malgun Gothic"_s});
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

/// Writes the receipt into a document from the top.
class ReceiptWriter
{
public:
    explicit ReceiptWriter(QTextDocument &document)
        : m_cursor(&document)
    {
    }

    void write(const desk::ReceiptDocument &receipt)
    {
        line(say(QT_TRANSLATE_NOOP("ReceiptPdf", "Consent receipt")), 18, QFont::Bold, 4);
        line(receipt.number, 13, QFont::Bold, 8);
        facts(receipt);
        line(say(QT_TRANSLATE_NOOP("ReceiptPdf", "What was answered")), 12, QFont::Bold, 4, 14);
        for (const desk::ReceiptDocument::Item &answered : receipt.items)
            item(answered);
        line(receipt.withdrawalLine, textPoints, QFont::Normal, 4, 14);
        line(say(QT_TRANSLATE_NOOP("ReceiptPdf", "Notice SHA-256: %1")).arg(receipt.noticeSha256), 7.5, QFont::Normal,
             0, 10);
        line(say(QT_TRANSLATE_NOOP("ReceiptPdf", "Record SHA-256: %1")).arg(receipt.eventHash), 7.5, QFont::Normal, 0);
    }

private:
    void line(const QString &text, double points, QFont::Weight weight, double below, double above = 0)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(below);
        QTextCharFormat letters;
        letters.setFont(paperFont(points, weight));
        m_cursor.insertBlock(block, letters);
        m_cursor.insertText(text, letters);
    }

    void facts(const desk::ReceiptDocument &receipt)
    {
        const std::vector<std::pair<QString, QString>> rows{
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Company")), receipt.organisation},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Customer")),
             u"%1  %2"_s.arg(receipt.subjectName, receipt.maskedPhone)},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Time")), koreanTimestamp(receipt.at)},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Method")), receipt.method},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Notice")), receipt.noticeLine},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Script")), receipt.scriptLine},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Customer centre")), receipt.centre},
            {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Website")), receipt.site}};
        table(rows);
    }

    void item(const desk::ReceiptDocument::Item &item)
    {
        const QString kind = item.mandatory ? say(QT_TRANSLATE_NOOP("ReceiptPdf", "mandatory"))
                                            : say(QT_TRANSLATE_NOOP("ReceiptPdf", "optional"));
        line(u"%1 (%2): %3"_s.arg(item.title, kind, domain::label(item.decision)), textPoints + 0.5, QFont::Bold, 1, 8);
        table({{say(QT_TRANSLATE_NOOP("ReceiptPdf", "Purpose")), item.purpose},
               {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Items")), item.items},
               {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Kept for")), item.period},
               {say(QT_TRANSLATE_NOOP("ReceiptPdf", "Recipient")), item.recipient}});
    }

    void table(const std::vector<std::pair<QString, QString>> &rows)
    {
        std::vector<std::pair<QString, QString>> filled;
        for (const auto &row : rows) {
            if (!row.second.trimmed().isEmpty())
                filled.push_back(row);
        }
        if (filled.empty())
            return;
        QTextTableFormat format;
        format.setBorderStyle(QTextFrameFormat::BorderStyle_None);
        format.setCellPadding(1);
        format.setCellSpacing(0);
        format.setTopMargin(2);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints(
            {QTextLength(QTextLength::PercentageLength, 18), QTextLength(QTextLength::PercentageLength, 82)});
        QTextTable *made = m_cursor.insertTable(static_cast<int>(filled.size()), 2, format);
        QTextCharFormat letters;
        letters.setFont(paperFont(textPoints));
        QTextCharFormat quiet = letters;
        quiet.setForeground(QColor(0x55, 0x5b, 0x66));
        for (int row = 0; row < made->rows(); ++row) {
            const auto &[name, value] = filled[static_cast<size_t>(row)];
            made->cellAt(row, 0).firstCursorPosition().insertText(name, quiet);
            made->cellAt(row, 1).firstCursorPosition().insertText(value, letters);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    QTextCursor m_cursor;
};

/// A folder that is not there is made: the person at the desk named it.
Result<void> makeFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QDir().mkpath(folder))
        return {};
    return Error{
        ErrorKind::Io,
        say(QT_TRANSLATE_NOOP("ReceiptPdf", "The folder %1 can't be made. The call is saved; choose another folder."))
            .arg(QDir::toNativeSeparators(folder)),
        u"mkpath failed"_s};
}

} // namespace

QByteArray receiptPdf(const desk::ReceiptDocument &receipt)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(resolution);
    writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    writer.setTitle(receipt.number);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setDefaultFont(paperFont(textPoints));
    document.setPageSize(QSizeF(writer.width(), writer.height()));
    ReceiptWriter(document).write(receipt);
    document.print(&writer);
    buffer.close();
    return bytes;
}

Result<void> writeReceiptPdf(const desk::ReceiptDocument &receipt, const QString &path)
{
    if (const auto made = makeFolderOf(path); !made)
        return made.error();
    return writeFileDurably(path, receiptPdf(receipt));
}

Result<void> writeReceiptJws(const desk::ReceiptDocument &receipt, const QString &path)
{
    if (receipt.jws.isEmpty())
        return Error{
            ErrorKind::NotFound,
            say(QT_TRANSLATE_NOOP("ReceiptPdf", "This receipt has no signed record. The call itself is saved.")),
            u"receipt without JWS"_s};
    if (const auto made = makeFolderOf(path); !made)
        return made.error();
    return writeFileDurably(path, receipt.jws);
}

} // namespace consent::ui
