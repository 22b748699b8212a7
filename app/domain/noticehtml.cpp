#include "domain/noticehtml.h"

#include "domain/htmltokens.h"

#include <QHash>

#include <algorithm>

namespace consent::domain {

namespace {

using namespace Qt::StringLiterals;

constexpr int widestSpan = 50;
constexpr int deepestSpan = 500;

int spanIn(QStringView attributes, QStringView name, int most)
{
    qsizetype at = attributes.indexOf(name, 0, Qt::CaseInsensitive);
    if (at < 0)
        return 1;
    at += name.size();
    while (at < attributes.size() && (attributes[at].isSpace() || QLatin1String("=\"'").contains(attributes[at])))
        ++at;
    int value = 0;
    while (at < attributes.size() && attributes[at] >= u'0' && attributes[at] <= u'9' && value < 100'000)
        value = value * 10 + attributes[at++].digitValue();
    return std::clamp(value, 1, most);
}

/// Fills one table from its rows and cells, with spans spread out.
class TableReader
{
public:
    void row()
    {
        cellEnds();
        flushRow();
        m_inRow = true;
    }
    void cell(int columns, int rows)
    {
        cellEnds();
        m_inRow = true;
        m_inCell = true;
        m_columns = columns;
        m_rowSpan = rows;
        m_lines.clear();
        m_text.clear();
    }
    void text(QStringView text)
    {
        if (m_inCell)
            m_text += text;
    }
    void lineEnds()
    {
        const QString line = decodedHtml(m_text).simplified();
        if (m_inCell && !line.isEmpty())
            m_lines.append(line);
        m_text.clear();
    }
    void cellEnds()
    {
        if (!m_inCell)
            return;
        lineEnds();
        placeCarried();
        for (int i = 0; i < m_columns; ++i) {
            const auto column = static_cast<qsizetype>(m_row.size());
            if (m_rowSpan > 1)
                m_carried.insert(column, {m_rowSpan - 1, i == 0 ? m_lines : NoticeCell{}});
            m_row.push_back(i == 0 ? m_lines : NoticeCell{});
        }
        m_inCell = false;
    }
    NoticeTable finish()
    {
        cellEnds();
        flushRow();
        NoticeTable table;
        if (!m_rows.empty()) {
            table.header = std::move(m_rows.front());
            m_rows.erase(m_rows.begin());
            table.rows = std::move(m_rows);
        }
        return table;
    }

private:
    /// Cells that reach down from rows above stand before the next cell of this row.
    void placeCarried()
    {
        while (true) {
            const auto carried = m_carried.find(static_cast<qsizetype>(m_row.size()));
            if (carried == m_carried.end())
                return;
            m_row.push_back(carried->second);
            if (--carried->first == 0)
                m_carried.erase(carried);
        }
    }
    void flushRow()
    {
        if (m_inRow) {
            if (!m_row.empty())
                placeCarried();
            if (!m_row.empty())
                m_rows.push_back(std::move(m_row));
        }
        m_row.clear();
        m_inRow = false;
    }

    std::vector<NoticeRow> m_rows;
    NoticeRow m_row;
    NoticeCell m_lines;
    QString m_text;
    QHash<qsizetype, std::pair<int, NoticeCell>> m_carried;
    int m_columns = 1;
    int m_rowSpan = 1;
    bool m_inRow = false;
    bool m_inCell = false;
};

/// Reads on from behind "<table ...>" to its end; a table inside becomes lines of its cell.
NoticeTable readTable(HtmlTokens &tokens)
{
    TableReader table;
    int depth = 1;
    HtmlToken token;
    while (depth > 0 && tokens.next(token)) {
        if (token.kind == HtmlToken::Kind::Text) {
            table.text(token.rest);
            continue;
        }
        const bool opens = token.kind == HtmlToken::Kind::Open;
        if (opens && HtmlTokens::hidesContent(token.name)) {
            tokens.skipTo(token.name);
        } else if (token.name == u"table") {
            depth += opens ? 1 : -1;
            table.lineEnds();
        } else if (depth == 1 && token.name == u"tr") {
            opens ? table.row() : table.cellEnds();
        } else if (depth == 1 && (token.name == u"td" || token.name == u"th")) {
            opens ? table.cell(spanIn(token.rest, u"colspan", widestSpan), spanIn(token.rest, u"rowspan", deepestSpan))
                  : table.cellEnds();
        } else if (HtmlTokens::isBlock(token.name)) {
            table.lineEnds();
        }
    }
    return table.finish();
}

} // namespace

bool NoticeHtml::hasTags(QStringView text)
{
    HtmlTokens tokens(text);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.kind != HtmlToken::Kind::Text)
            return true;
    }
    return false;
}

QStringList NoticeHtml::lines(QStringView html)
{
    QStringList lines;
    QString text;
    const auto flush = [&] {
        const QString line = decodedHtml(text).simplified();
        if (!line.isEmpty())
            lines.append(line);
        text.clear();
    };
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.kind == HtmlToken::Kind::Text)
            text += token.rest;
        else if (token.kind == HtmlToken::Kind::Open && HtmlTokens::hidesContent(token.name))
            tokens.skipTo(token.name);
        else if (HtmlTokens::isBlock(token.name))
            flush();
    }
    flush();
    return lines;
}

std::vector<NoticeTable> NoticeHtml::tables(QStringView html)
{
    std::vector<NoticeTable> found;
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.kind == HtmlToken::Kind::Open && token.name == u"table")
            found.push_back(readTable(tokens));
    }
    return found;
}

QString NoticeHtml::titleOf(QStringView html)
{
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        if (token.kind == HtmlToken::Kind::Open && token.name == u"title")
            return decodedHtml(tokens.skipTo(token.name)).simplified();
    }
    return QString();
}

void NoticeHtml::read(QStringView html, NoticeBuilder &builder)
{
    QString text;
    bool inItem = false;
    bool heading = false;
    const auto flush = [&] {
        const QString line = decodedHtml(text);
        inItem ? builder.item(line) : builder.paragraph(line, heading);
        text.clear();
    };
    HtmlTokens tokens(html);
    HtmlToken token;
    while (tokens.next(token)) {
        const bool opens = token.kind == HtmlToken::Kind::Open;
        if (token.kind == HtmlToken::Kind::Text) {
            text += token.rest;
        } else if (opens && HtmlTokens::hidesContent(token.name)) {
            tokens.skipTo(token.name);
        } else if (opens && token.name == u"table") {
            flush();
            builder.table(readTable(tokens));
        } else if (HtmlTokens::isBlock(token.name)) {
            flush();
            const bool header = token.name.size() == 2 && token.name[0] == u'h' && token.name[1].isDigit();
            heading = header && opens;
            if (token.name == u"li")
                inItem = opens;
            else if (token.name == u"ul" || token.name == u"ol" || header)
                inItem = false;
        }
    }
    flush();
}

} // namespace consent::domain
