#include "domain/noticetext.h"

#include "domain/htmltokens.h"
#include "domain/noticehtml.h"

#include <QRegularExpression>

namespace consent::domain {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestHtmlTable = 5000; ///< lines

bool isBullet(QStringView text)
{
    static constexpr std::u16string_view marks = u"-*•·○●▪◦";
    return text.size() > 1 && marks.find(text[0].unicode()) != std::u16string_view::npos && text[1].isSpace();
}

bool isPipeSeparator(const QString &line)
{
    static const QRegularExpression separator(u"^\\s*\\|?\\s*:?-{2,}:?\\s*(\\|\\s*:?-{2,}:?\\s*)*\\|?\\s*$"_s);
    return line.contains(u'|') && line.size() < 2000 && separator.match(line).hasMatch();
}

/// Emphasis, links and escapes of Markdown reduced to what is read.
QString plain(QString text)
{
    constexpr qsizetype longestMarked = 20'000; // no paragraph that a person wrote
    if (text.size() > longestMarked)
        return text;
    static const QRegularExpression link(u"!?\\[([^\\[\\]]{0,500})\\]\\(([^()\\s]{0,500})[^()]{0,200}\\)"_s);
    static const QRegularExpression automatic(u"<((?:https?://|mailto:)[^<>\\s]{1,500})>"_s);
    static const QRegularExpression strong(u"(\\*\\*|__)(\\S(?:.*?\\S)?)\\1"_s);
    static const QRegularExpression code(u"`([^`]+)`"_s);
    static const QRegularExpression escape(u"\\\\([\\\\`*_{}\\[\\]()#+\\-.!|])"_s);
    text.replace(link, u"\\1 (\\2)"_s);
    text.replace(automatic, u"\\1"_s);
    text.replace(strong, u"\\2"_s);
    text.replace(code, u"\\1"_s);
    text.replace(escape, u"\\1"_s);
    return decodedHtml(text);
}

QString withoutAngles(QString text)
{
    static const QRegularExpression automatic(u"<((?:https?://|mailto:)[^<>\\s]{1,500})>"_s);
    return text.replace(automatic, u"\\1"_s);
}

/// The lines of one cell: HTML looked through, bullets parted.
NoticeCell cellLines(const QString &source)
{
    NoticeCell lines;
    const QStringList rough = NoticeHtml::hasTags(source) ? NoticeHtml::lines(source) : QStringList{source};
    for (QString line : rough) {
        line = withoutAngles(line).simplified();
        // A row is one line of the file, so that a list within a cell lies in one line, too: "• one • two", "-one
        // -two".
        QStringList parts = line.split(u'•', Qt::SkipEmptyParts);
        if (parts.size() == 1 && line.startsWith(u'-') && !line.startsWith(u"--"_s))
            parts = line.mid(1).split(u" -"_s, Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            const QString text = part.trimmed();
            if (!text.isEmpty())
                lines.append(text);
        }
    }
    return lines;
}

NoticeRow tabRow(const QString &line)
{
    NoticeRow row;
    const QStringList cells = line.split(u'\t');
    for (const QString &cell : cells)
        row.push_back(cellLines(cell));
    return row;
}

NoticeRow pipeRow(QString line)
{
    line = line.trimmed();
    if (line.startsWith(u'|'))
        line.remove(0, 1);
    if (line.endsWith(u'|') && !line.endsWith(u"\\|"_s))
        line.chop(1);
    NoticeRow row;
    QString cell;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool escaped = line[i] == u'\\' && i + 1 < line.size() && line[i + 1] == u'|';
        if (escaped || line[i] != u'|') {
            cell += escaped ? line[++i] : line[i];
            continue;
        }
        row.push_back(cellLines(plain(cell)));
        cell.clear();
    }
    row.push_back(cellLines(plain(cell)));
    return row;
}

class Reader
{
public:
    Reader(const QStringList &lines, bool markdown, NoticeBuilder &builder)
        : m_lines(lines)
        , m_markdown(markdown)
        , m_builder(builder)
    {
    }

    void read()
    {
        while (m_at < m_lines.size()) {
            if (!readHtmlTable() && !readPipeTable() && !readTabTable())
                readLine();
        }
        flush();
    }

private:
    const QString &line() const { return m_lines[m_at]; }
    bool hasNext() const { return m_at + 1 < m_lines.size(); }

    bool readHtmlTable()
    {
        if (!line().contains(u"<table"_s, Qt::CaseInsensitive) || line().contains(u'\t'))
            return false;
        QString html;
        qsizetype at = m_at;
        while (at < m_lines.size() && at - m_at < longestHtmlTable) {
            html += m_lines[at] + u'\n';
            if (m_lines[at++].contains(u"</table"_s, Qt::CaseInsensitive))
                break;
        }
        flush();
        NoticeHtml::read(html, m_builder);
        m_at = at;
        return true;
    }

    bool readPipeTable()
    {
        if (!line().contains(u'|') || !hasNext() || !isPipeSeparator(m_lines[m_at + 1]))
            return false;
        flush();
        NoticeTable table;
        table.header = pipeRow(line());
        for (m_at += 2; m_at < m_lines.size() && line().contains(u'|'); ++m_at)
            table.rows.push_back(pipeRow(line()));
        m_builder.table(std::move(table));
        return true;
    }

    bool readTabTable()
    {
        // One line with a tab is a line; a table is a head and at least a row.
        if (!isTabRow(m_at) || !isTabRow(m_at + 1))
            return false;
        flush();
        NoticeTable table;
        table.header = tabRow(line());
        for (++m_at; isTabRow(m_at); ++m_at)
            table.rows.push_back(tabRow(line()));
        m_builder.table(std::move(table));
        return true;
    }

    bool isTabRow(qsizetype at) const { return at < m_lines.size() && m_lines[at].trimmed().contains(u'\t'); }

    void readLine()
    {
        const QString text = line().trimmed();
        const bool indented = line().startsWith(u"  "_s) || line().startsWith(u'\t');
        ++m_at;
        if (text.isEmpty()) {
            flush();
        } else if (isRule(text)) {
            flush();
        } else if (isBullet(text)) {
            flush();
            m_inItem = true;
            m_pending = text.mid(1);
        } else if (!m_pending.isEmpty() && ((m_inItem && indented) || (m_markdown && !startsAnew(text)))) {
            m_pending += u' ' + text;
        } else {
            flush();
            m_heading = m_markdown && text.startsWith(u'#');
            m_pending = text;
            if (m_heading || !m_markdown)
                flush();
        }
    }

    /// Rules of Markdown: "---", "***", "===".
    bool isRule(const QString &text) const
    {
        static const QRegularExpression rule(u"^([-*_=]\\s*){3,}$"_s);
        return m_markdown && text.size() < 200 && rule.match(text).hasMatch();
    }

    /// Lines that don't go on with the paragraph above: headings and labels such as "가." or "1.".
    static bool startsAnew(const QString &text)
    {
        static const QRegularExpression label(u"^(#|>|※|제\\s*\\d+\\s*[장조]|\\d{1,3}[.)]\\s|[가-하][.)]\\s)"_s);
        return label.match(text).hasMatch();
    }

    void flush()
    {
        if (!m_pending.isEmpty()) {
            QString text = m_pending;
            if (m_heading && NoticeBuilder::schemeOf({text}) == std::nullopt) {
                while (text.startsWith(u'#'))
                    text.remove(0, 1);
            }
            text = m_markdown ? plain(text) : withoutAngles(text);
            if (NoticeHtml::hasTags(text))
                text = NoticeHtml::lines(text).join(u' ');
            m_inItem ? m_builder.item(text) : m_builder.paragraph(text, m_heading);
        }
        m_pending.clear();
        m_inItem = false;
        m_heading = false;
    }

    const QStringList &m_lines;
    bool m_markdown;
    NoticeBuilder &m_builder;
    qsizetype m_at = 0;
    QString m_pending;
    bool m_inItem = false;
    bool m_heading = false;
};

} // namespace

void NoticeText::read(const QStringList &lines, bool markdown, NoticeBuilder &builder)
{
    Reader(lines, markdown, builder).read();
}

} // namespace consent::domain
