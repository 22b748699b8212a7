#include "ui/requests/paperpdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using desk::Paper;
using desk::PaperLine;
using desk::PaperPart;
using desk::PaperTable;

namespace {

constexpr int resolution = 300; // dots an inch
constexpr double marginMm = 20;
constexpr double footMm = 9; // between the text and the line at the foot
constexpr double textPoints = 9.5;
constexpr double smallPoints = 8;
constexpr double tableGap = 10;
constexpr double widestColumn = 36; // in characters; longer texts are broken
constexpr int nameColumnPercent = 22;

const QColor ink(0x1c, 0x20, 0x28);
const QColor quietInk(0x55, 0x5b, 0x66);
const QColor rule(0xc9, 0xce, 0xd6);

QString say(const char *text)
{
    return QCoreApplication::translate("PaperPdf", text);
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

/// Distances in a text document are in 96ths of an inch, whatever it is printed on.
double inDocument(double points)
{
    return points * 96 / 72;
}

/// Writes the paper into a document from the top. Distances in points.
class PaperWriter
{
public:
    explicit PaperWriter(QTextDocument &document)
        : m_cursor(&document)
    {
    }

    void write(const Paper &paper)
    {
        line(paper.title, {.points = 19, .weight = QFont::Bold, .below = 14, .alignment = Qt::AlignHCenter});
        if (!paper.number.isEmpty())
            line(say(QT_TRANSLATE_NOOP("PaperPdf", "No. %1")).arg(paper.number),
                 {.colour = quietInk, .alignment = Qt::AlignRight});
        line(paper.addressee, {.points = 12, .weight = QFont::Bold, .above = 16, .below = 8});
        for (const QString &text : paper.opening)
            line(text, {.below = 4});
        for (const PaperPart &part : paper.parts)
            write(part);
        for (const QString &text : paper.closing)
            line(text, {.points = textPoints + 0.5, .above = 18});
        line(dateText(paper.issued), {.points = 11, .above = 24, .alignment = Qt::AlignHCenter});
        line(paper.sender,
             {.points = 15, .weight = QFont::Bold, .above = 6, .below = 12, .alignment = Qt::AlignHCenter});
        rows(paper.contact, smallPoints);
    }

private:
    struct Look
    {
        double points = textPoints;
        QFont::Weight weight = QFont::Normal;
        double above = 0;
        double below = 0;
        QColor colour = ink;
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    static QString dateText(QDate date)
    {
        return say(QT_TRANSLATE_NOOP("PaperPdf", "%1-%2-%3"))
            .arg(date.year())
            .arg(date.month(), 2, 10, QChar(u'0'))
            .arg(date.day(), 2, 10, QChar(u'0'));
    }

    static QTextCharFormat letters(double points, QFont::Weight weight, const QColor &colour)
    {
        QTextCharFormat format;
        format.setFont(paperFont(points, weight));
        format.setForeground(colour);
        return format;
    }

    void line(const QString &text, const Look &look)
    {
        QTextBlockFormat block;
        block.setTopMargin(inDocument(look.above));
        block.setBottomMargin(inDocument(look.below));
        block.setAlignment(look.alignment);
        block.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        const QTextCharFormat format = letters(look.points, look.weight, look.colour);
        if (m_blank)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block, format);
        m_blank = false;
        m_cursor.insertText(text, format);
    }

    void write(const PaperPart &part)
    {
        if (!part.heading.isEmpty())
            line(part.heading, {.points = 11, .weight = QFont::Bold, .above = 8, .below = 4});
        for (const QString &text : part.paragraphs)
            line(text, {.below = 3});
        rows(part.rows, textPoints);
        table(part.table);
        for (const QString &text : part.remarks)
            line(text, {.points = smallPoints, .colour = quietInk});
    }

    QTextTable *insertTable(int rowCount, const QList<QTextLength> &widths)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_None);
        format.setCellPadding(inDocument(3));
        format.setCellSpacing(0);
        format.setBottomMargin(inDocument(tableGap)); // what follows a table has no room of its own above it
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        format.setColumnWidthConstraints(widths);
        QTextTable *made = m_cursor.insertTable(rowCount, static_cast<int>(widths.size()), format);
        m_blank = true; // a table leaves an empty line behind it
        return made;
    }

    static void fill(QTextTableCell cell, const QString &text, const QTextCharFormat &format)
    {
        QTextTableCellFormat face;
        face.setBottomBorder(1);
        face.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        face.setBottomBorderBrush(rule);
        cell.setFormat(face);
        QTextCursor at = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
        at.setBlockFormat(block);
        at.insertText(QString(text).replace(u'\n', QChar::LineSeparator), format);
    }

    void rows(const std::vector<PaperLine> &list, double points)
    {
        if (list.empty())
            return;
        QTextTable *made = insertTable(static_cast<int>(list.size()),
                                       {QTextLength(QTextLength::PercentageLength, nameColumnPercent),
                                        QTextLength(QTextLength::PercentageLength, 100 - nameColumnPercent)});
        for (int row = 0; row < made->rows(); ++row) {
            const PaperLine &entry = list[static_cast<size_t>(row)];
            fill(made->cellAt(row, 0), entry.name, letters(points, QFont::Normal, quietInk));
            fill(made->cellAt(row, 1), entry.value, letters(points, QFont::Normal, ink));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    /// In the proportion of what stands in them, so that a date or a number is not broken.
    static QList<QTextLength> columnWidths(const PaperTable &list)
    {
        const QFontMetricsF metrics(paperFont(textPoints));
        QList<double> wanted;
        double sum = 0;
        for (qsizetype column = 0; column < list.header.size(); ++column) {
            double width = metrics.horizontalAdvance(list.header[column]);
            for (const QStringList &row : list.rows)
                width = std::max(width, metrics.horizontalAdvance(row.value(column)));
            const double room =
                std::min(width, widestColumn * metrics.averageCharWidth()) + 4 * metrics.averageCharWidth();
            wanted += room;
            sum += room;
        }
        QList<QTextLength> widths;
        for (const double width : wanted)
            widths += QTextLength(QTextLength::PercentageLength, 100 * width / sum);
        return widths;
    }

    void table(const PaperTable &list)
    {
        if (list.rows.empty())
            return;
        const int columns = static_cast<int>(list.header.size());
        const QList<QTextLength> widths = columnWidths(list);
        QTextTable *made = insertTable(static_cast<int>(list.rows.size()) + 1, widths);
        QTextTableFormat format = made->format();
        format.setHeaderRowCount(1); // comes again on the next page
        made->setFormat(format);
        for (int column = 0; column < columns; ++column)
            fill(made->cellAt(0, column), list.header[column], letters(textPoints, QFont::Bold, quietInk));
        for (int row = 1; row < made->rows(); ++row) {
            const QStringList &cells = list.rows[static_cast<size_t>(row) - 1];
            for (int column = 0; column < columns; ++column)
                fill(made->cellAt(row, column), cells.value(column), letters(textPoints, QFont::Normal, ink));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    QTextCursor m_cursor;
    bool m_blank = true; ///< The line at the cursor has nothing in it.
};

/// The moment of printing and the file's random id are put to what follows from the paper, in the same length, so that
/// the places that the file's index names stay right.
QByteArray settled(const QByteArray &pdf, const Paper &paper)
{
    static const QRegularExpression moment(uR"(\(D:[0-9]{14}[+\-Z][0-9']*\))"_s);
    static const QRegularExpression id(uR"(/ID \[ <([0-9a-f]{32})> <([0-9a-f]{32})> \])"_s);
    QString text = QString::fromLatin1(pdf);
    if (const auto found = moment.match(text); found.hasMatch()) {
        const qsizetype digits = found.capturedStart() + 3;
        text.replace(digits, 14, paper.issued.toString(u"yyyyMMdd"_s) + u"000000"_s);
        const qsizetype zone = digits + 14;
        text.replace(zone, found.capturedEnd() - 1 - zone,
                     u"+09'00'"_s.left(found.capturedEnd() - 1 - zone).leftJustified(found.capturedEnd() - 1 - zone));
    }
    if (const auto found = id.match(text); found.hasMatch()) {
        const QString fixed =
            QString::fromLatin1(QCryptographicHash::hash(paper.number.toUtf8() + domain::toCode(paper.kind).toUtf8(),
                                                         QCryptographicHash::Sha256)
                                    .toHex()
                                    .left(32));
        text.replace(found.capturedStart(1), 32, fixed);
        text.replace(found.capturedStart(2), 32, fixed);
    }
    return text.toLatin1();
}

} // namespace

Result<void> printPaper(const Paper &paper, QPagedPaintDevice &printer)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    const double foot = footMm / 25.4 * printer.logicalDpiY();
    const QSizeF body(printer.width(), printer.height() - foot);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&printer);
    document.setDocumentMargin(0);
    document.setDefaultFont(paperFont(textPoints));
    document.setPageSize(body);
    PaperWriter(document).write(paper);
    QPainter painter;
    if (!painter.begin(&printer))
        return Error{
            ErrorKind::Io,
            say(QT_TRANSLATE_NOOP("PaperPdf", "The paper can't be put on pages. The request is safe; please try "
                                              "again.")),
            u"painter does not begin"_s};
    QFont footFont = paperFont(smallPoints);
    footFont.setWordSpacing(smallPoints * printer.logicalDpiY() / 72.0 / 3); // or readers lose the blanks around "/"
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            printer.newPage();
        painter.save();
        painter.translate(0, -page * body.height());
        document.drawContents(&painter, QRectF(0, page * body.height(), body.width(), body.height()));
        painter.restore();
        painter.setFont(footFont);
        painter.setPen(quietInk);
        const QRectF line(0, body.height() + foot / 2, body.width(), foot / 2);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, u"%1 %2"_s.arg(paper.sender, paper.number));
        painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, u"%1 / %2"_s.arg(page + 1).arg(pages));
    }
    painter.end();
    return {};
}

Result<QByteArray> PaperPdf::print(const Paper &paper) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setTitle(u"%1 %2"_s.arg(paper.title, paper.number));
    writer.setCreator(paper.sender);
    if (auto printed = printPaper(paper, writer); !printed)
        return printed.error();
    buffer.close();
    return settled(bytes, paper);
}

} // namespace consent::ui
