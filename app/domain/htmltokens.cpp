#include "domain/htmltokens.h"

#include <QHash>
#include <QSet>

namespace consent::domain {

namespace {

using namespace Qt::StringLiterals;

const QSet<QString> &blockTags()
{
    static const QSet<QString> tags{
        u"p"_s,       u"div"_s,     u"section"_s, u"article"_s, u"header"_s, u"footer"_s,     u"main"_s,  u"body"_s,
        u"html"_s,    u"h1"_s,      u"h2"_s,      u"h3"_s,      u"h4"_s,     u"h5"_s,         u"h6"_s,    u"ul"_s,
        u"ol"_s,      u"li"_s,      u"dl"_s,      u"dt"_s,      u"dd"_s,     u"blockquote"_s, u"pre"_s,   u"hr"_s,
        u"br"_s,      u"table"_s,   u"thead"_s,   u"tbody"_s,   u"tfoot"_s,  u"tr"_s,         u"td"_s,    u"th"_s,
        u"caption"_s, u"address"_s, u"figure"_s,  u"nav"_s,     u"aside"_s,  u"form"_s,       u"center"_s};
    return tags;
}

const QSet<QString> &inlineTags()
{
    static const QSet<QString> tags{u"a"_s,      u"b"_s,      u"strong"_s,   u"i"_s,     u"em"_s,       u"u"_s,
                                    u"s"_s,      u"span"_s,   u"font"_s,     u"small"_s, u"big"_s,      u"sup"_s,
                                    u"sub"_s,    u"code"_s,   u"img"_s,      u"title"_s, u"head"_s,     u"meta"_s,
                                    u"link"_s,   u"script"_s, u"style"_s,    u"col"_s,   u"colgroup"_s, u"input"_s,
                                    u"label"_s,  u"button"_s, u"mark"_s,     u"abbr"_s,  u"noscript"_s, u"template"_s,
                                    u"iframe"_s, u"svg"_s,    u"textarea"_s, u"select"_s};
    return tags;
}

QChar namedCharacter(QStringView name)
{
    static const QHash<QString, char16_t> names{
        {u"amp"_s, u'&'},     {u"lt"_s, u'<'},       {u"gt"_s, u'>'},      {u"quot"_s, u'"'},     {u"apos"_s, u'\''},
        {u"nbsp"_s, u' '},    {u"middot"_s, 0x00b7}, {u"bull"_s, 0x2022},  {u"hellip"_s, 0x2026}, {u"ndash"_s, 0x2013},
        {u"mdash"_s, 0x2014}, {u"lsquo"_s, 0x2018},  {u"rsquo"_s, 0x2019}, {u"ldquo"_s, 0x201c},  {u"rdquo"_s, 0x201d},
        {u"laquo"_s, 0x00ab}, {u"raquo"_s, 0x00bb},  {u"copy"_s, 0x00a9},  {u"reg"_s, 0x00ae},    {u"times"_s, 0x00d7},
        {u"sect"_s, 0x00a7},  {u"para"_s, 0x00b6},   {u"larr"_s, 0x2190},  {u"rarr"_s, 0x2192},   {u"trade"_s, 0x2122},
        {u"ensp"_s, u' '},    {u"emsp"_s, u' '},     {u"thinsp"_s, u' '},  {u"shy"_s, 0x00ad},    {u"zwnj"_s, 0x200c}};
    const auto found = names.constFind(name.toString());
    return found == names.constEnd() ? QChar() : QChar(*found);
}

/// The character of "#1234" or "#x4d2"; the replacement character where there is none.
QString numberedCharacter(QStringView digits)
{
    bool read = false;
    const bool hexadecimal = digits.startsWith(u'x') || digits.startsWith(u'X');
    const uint code = hexadecimal ? digits.mid(1).toUInt(&read, 16) : digits.toUInt(&read, 10);
    if (!read)
        return QString();
    const bool usable = code <= 0x10ffff && !QChar::isSurrogate(code) && (code >= 0x20 || code == 9 || code == 10) &&
                        !(code >= 0x7f && code < 0xa0);
    const auto point = static_cast<char32_t>(usable ? code : 0xfffd);
    return QString::fromUcs4(&point, 1);
}

} // namespace

bool HtmlTokens::isBlock(const QString &tag)
{
    return blockTags().contains(tag);
}

bool HtmlTokens::hidesContent(const QString &tag)
{
    return tag == u"script" || tag == u"style" || tag == u"title" || tag == u"noscript" || tag == u"template" ||
           tag == u"iframe" || tag == u"svg" || tag == u"textarea" || tag == u"select";
}

bool HtmlTokens::next(HtmlToken &token)
{
    const qsizetype from = m_at;
    while (m_at < m_html.size()) {
        if (m_html[m_at] != u'<') {
            ++m_at;
            continue;
        }
        const qsizetype begin = m_at;
        if (!readTag(token)) {
            m_at = begin + 1;
            continue;
        }
        if (begin > from) { // the text first, the tag when asked again
            m_at = begin;
            token = {HtmlToken::Kind::Text, {}, m_html.mid(from, begin - from)};
        }
        return true;
    }
    if (from == m_html.size())
        return false;
    token = {HtmlToken::Kind::Text, {}, m_html.mid(from)};
    return true;
}

QStringView HtmlTokens::skipTo(const QString &name)
{
    const qsizetype end = m_html.indexOf(QString(u"</"_s + name), m_at, Qt::CaseInsensitive);
    const QStringView content = m_html.mid(m_at, end < 0 ? -1 : end - m_at);
    const qsizetype close = end < 0 ? -1 : m_html.indexOf(u'>', end);
    m_at = close < 0 ? m_html.size() : close + 1;
    return content;
}

bool HtmlTokens::readTag(HtmlToken &token)
{
    if (m_html.mid(m_at).startsWith(u"<!--")) {
        const qsizetype end = m_html.indexOf(u"-->", m_at + 4);
        m_at = end < 0 ? m_html.size() : end + 3;
        token = {HtmlToken::Kind::Close, {}, {}};
        return true;
    }
    if (m_html.mid(m_at).startsWith(u"<!") || m_html.mid(m_at).startsWith(u"<?")) {
        const qsizetype end = m_html.indexOf(u'>', m_at);
        m_at = end < 0 ? m_html.size() : end + 1;
        token = {HtmlToken::Kind::Close, {}, {}};
        return true;
    }
    qsizetype at = m_at + 1;
    const bool closes = at < m_html.size() && m_html[at] == u'/';
    at += closes ? 1 : 0;
    const qsizetype nameFrom = at;
    while (at < m_html.size() && at - nameFrom < 12 && m_html[at].unicode() < 0x80 && m_html[at].isLetterOrNumber())
        ++at;
    const QString name = m_html.mid(nameFrom, at - nameFrom).toString().toLower();
    const bool ended = at >= m_html.size() || m_html[at].isSpace() || m_html[at] == u'>' || m_html[at] == u'/';
    if (!ended || (!blockTags().contains(name) && !inlineTags().contains(name)))
        return false;
    const qsizetype restFrom = at;
    at = endOfTag(restFrom);
    if (at < 0)
        return false;
    token = {closes ? HtmlToken::Kind::Close : HtmlToken::Kind::Open, name, m_html.mid(restFrom, at - restFrom)};
    m_at = at + 1;
    return true;
}

/// Where the tag's ">" stands, or -1. One inside quotes does not end the tag; but what goes on too long was no quote.
qsizetype HtmlTokens::endOfTag(qsizetype from)
{
    constexpr qsizetype longestTag = 512;
    if (m_noMoreEnds)
        return -1;
    QChar quote;
    for (qsizetype at = from; at < m_html.size() && at - from < longestTag; ++at) {
        const QChar c = m_html[at];
        if (quote.isNull() && c == u'>')
            return at;
        if (quote.isNull() && (c == u'"' || c == u'\''))
            quote = c;
        else if (c == quote)
            quote = QChar();
    }
    const qsizetype end = m_html.indexOf(u'>', from);
    m_noMoreEnds = end < 0;
    return end;
}

QString decodedHtml(QStringView text)
{
    if (!text.contains(u'&'))
        return text.toString();
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype end = text[at] == u'&' ? text.mid(at, 12).indexOf(u';') : -1;
        if (end > 1) {
            const QStringView name = text.mid(at + 1, end - 1);
            const QString character = name[0] == u'#' ? numberedCharacter(name.mid(1)) : QString(namedCharacter(name));
            if (!character.isEmpty() && character != QChar()) {
                out += character;
                at += end + 1;
                continue;
            }
        }
        out += text[at++];
    }
    return out;
}

} // namespace consent::domain
