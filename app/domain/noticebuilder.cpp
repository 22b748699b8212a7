#include "domain/noticebuilder.h"

#include <QRegularExpression>

#include <algorithm>

namespace consent::domain {

namespace {

constexpr qsizetype longestHeading = 120;

const QRegularExpression &pattern(NoticeBuilder::Scheme scheme)
{
    static const QRegularExpression chapterHeading(
        QStringLiteral("^#{0,6}\\s*\\**제\\s*(\\d{1,3})\\s*장[\\s.:)]+(\\S.*)$"));
    static const QRegularExpression articleHeading(
        QStringLiteral("^#{0,6}\\s*\\**제\\s*(\\d{1,3})\\s*조[\\s.:(\\[]+(\\S.*)$"));
    static const QRegularExpression numberedHeading(QStringLiteral("^#{0,6}\\s*\\**(\\d{1,3})[.)]\\s+(\\S.*)$"));
    switch (scheme) {
    case NoticeBuilder::Scheme::Chapter:
        return chapterHeading;
    case NoticeBuilder::Scheme::Article:
        return articleHeading;
    case NoticeBuilder::Scheme::Numbered:
        break;
    }
    return numberedHeading;
}

/// A sentence that begins like a heading is none.
bool canBeHeading(const QString &text)
{
    return text.size() <= longestHeading && !text.endsWith(QStringLiteral("다.")) && !text.endsWith(u';');
}

} // namespace

std::optional<NoticeBuilder::Scheme> NoticeBuilder::schemeOf(const QStringList &lines)
{
    for (const Scheme scheme : {Scheme::Chapter, Scheme::Article}) {
        for (const QString &line : lines) {
            const QString text = line.trimmed();
            if (canBeHeading(text) && pattern(scheme).match(text).hasMatch())
                return scheme;
        }
    }
    // A numbered line is a chapter only where the source marks it as a heading: plain lists are numbered too.
    for (const QString &line : lines) {
        if (line.startsWith(u'#') && pattern(Scheme::Numbered).match(line.trimmed()).hasMatch())
            return Scheme::Numbered;
    }
    return std::nullopt;
}

bool NoticeBuilder::beginChapter(const QString &text, bool heading)
{
    if (!canBeHeading(text) || (m_scheme == Scheme::Numbered && !heading))
        return false;
    const QRegularExpressionMatch match = pattern(m_scheme).match(text);
    if (!match.hasMatch())
        return false;
    const int number = match.captured(1).toInt();
    if (number == 0)
        return false;
    const bool onlyHeadings = std::none_of(m_chapters.begin(), m_chapters.end(), [](const NoticeChapter &chapter) {
        return chapter.number > 0 && !chapter.blocks.empty();
    });
    // Headings without anything below them, and then the first one again: that was a table of contents.
    if (!m_chapters.empty() && number <= m_chapters.back().number) {
        if (!onlyHeadings)
            return false;
        std::erase_if(m_chapters, [](const NoticeChapter &chapter) { return chapter.number > 0; });
    }
    QString title = match.captured(2).trimmed();
    while (title.endsWith(u'*') || title.endsWith(u'#') || (title.endsWith(u')') && !title.contains(u'(')) ||
           (title.endsWith(u']') && !title.contains(u'[')))
        title.chop(1);
    m_chapters.push_back({number, title.trimmed(), {}});
    m_tooMuch = m_tooMuch || m_chapters.size() > maxChapters;
    return true;
}

NoticeChapter &NoticeBuilder::chapter()
{
    if (m_chapters.empty())
        m_chapters.push_back({});
    return m_chapters.back();
}

void NoticeBuilder::paragraph(const QString &text, bool heading)
{
    const QString line = text.simplified();
    m_tooMuch = m_tooMuch || ++m_parts > maxParts;
    if (line.isEmpty() || m_tooMuch || beginChapter(line, heading))
        return;
    chapter().blocks.emplace_back(NoticeParagraph{line});
}

void NoticeBuilder::item(const QString &text)
{
    const QString line = text.simplified();
    m_tooMuch = m_tooMuch || ++m_parts > maxParts;
    if (line.isEmpty() || m_tooMuch)
        return;
    auto &blocks = chapter().blocks;
    if (blocks.empty() || !std::holds_alternative<NoticeList>(blocks.back()))
        blocks.emplace_back(NoticeList{});
    std::get<NoticeList>(blocks.back()).items.append(line);
}

void NoticeBuilder::table(NoticeTable table)
{
    std::size_t columns = table.header.size();
    for (const NoticeRow &row : table.rows)
        columns = std::max(columns, row.size());
    m_parts += static_cast<qsizetype>(columns * (table.rows.size() + 1));
    m_tooMuch = m_tooMuch || m_parts > maxParts;
    if (columns == 0 || m_tooMuch)
        return;
    table.header.resize(columns);
    for (NoticeRow &row : table.rows)
        row.resize(columns);
    chapter().blocks.emplace_back(std::move(table));
}

std::optional<std::vector<NoticeChapter>> NoticeBuilder::finish()
{
    return m_tooMuch ? std::nullopt : std::optional(std::move(m_chapters));
}

} // namespace consent::domain
