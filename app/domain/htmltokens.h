#pragma once

#include <QString>
#include <QStringView>

namespace consent::domain {

/// A piece of HTML: text, or a tag.
struct HtmlToken
{
    enum class Kind { Text, Open, Close } kind = Kind::Text;
    QString name;     ///< of a tag, small letters; empty for a comment
    QStringView rest; ///< text, or what stands after the name of an opening tag
};

/// Cuts HTML into texts and tags, in one pass. A "<" that begins no known tag is text: addresses are written
/// <http://...>.
class HtmlTokens
{
public:
    /// @param html outlives this and every token.
    explicit HtmlTokens(QStringView html)
        : m_html(html)
    {
    }

    bool next(HtmlToken &token);
    /// Goes behind the end tag of an element whose content is no text. @return that content
    QStringView skipTo(const QString &name);

    /// Whether the tag begins a line of its own.
    static bool isBlock(const QString &tag);
    /// Whether what lies between its tags is not text of the document.
    static bool hidesContent(const QString &tag);

private:
    bool readTag(HtmlToken &token);
    qsizetype endOfTag(qsizetype from);

    QStringView m_html;
    qsizetype m_at = 0;
    bool m_noMoreEnds = false;
};

/// Character references decoded; unknown ones stay as they are.
QString decodedHtml(QStringView text);

} // namespace consent::domain
