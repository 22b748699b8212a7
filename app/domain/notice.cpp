#include "domain/notice.h"

#include "domain/invalid.h"
#include "domain/noticebuilder.h"
#include "domain/noticehtml.h"
#include "domain/noticetext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringDecoder>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Notice)
};

using namespace Qt::StringLiterals;

/// Whether the bytes could be CP949 (EUC-KR and its extension): every byte above ASCII leads a pair.
bool looksLikeCp949(const QByteArray &bytes)
{
    bool pairs = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<quint8>(bytes[i]);
        if (lead < 0x80)
            continue;
        const auto trail = i + 1 < bytes.size() ? static_cast<quint8>(bytes[i + 1]) : quint8{0};
        const bool trails =
            (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a) || (trail >= 0x81 && trail <= 0xfe);
        if (lead == 0x80 || lead == 0xff || !trails)
            return false;
        pairs = true;
        ++i;
    }
    return pairs;
}

Result<QString> textOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return invalid(Text::tr("The notice is encoded in UTF-16. Save it as UTF-8 and import it again."), "UTF-16");
    if (bytes.startsWith("%PDF") || bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xd0\xcf\x11\xe0") ||
        bytes.contains('\0'))
        return invalid(Text::tr("This is no text file. Save the notice as text, Markdown or HTML and import that."),
                       "binary");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError()) {
        if (looksLikeCp949(bytes))
            return invalid(Text::tr("The notice is encoded in CP949 (EUC-KR). Save it as UTF-8 and import it again."),
                           "CP949");
        return invalid(Text::tr("The notice is damaged or not encoded in UTF-8. Save it as UTF-8 and import it again."),
                       "encoding");
    }
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text.normalized(QString::NormalizationForm_C);
}

/// Every text of the notice, a line for each paragraph and item.
QString readingText(const std::vector<NoticeChapter> &chapters)
{
    QString text;
    for (const NoticeChapter &chapter : chapters) {
        for (const NoticeBlock &block : chapter.blocks) {
            if (const auto *paragraph = std::get_if<NoticeParagraph>(&block))
                text += paragraph->text + u'\n';
            else if (const auto *list = std::get_if<NoticeList>(&block))
                text += list->items.join(u'\n') + u'\n';
        }
    }
    return text;
}

std::optional<QDate> dateBy(const QRegularExpression &pattern, const QString &text)
{
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QDate date(match.captured(u"y"_s).toInt(), match.captured(u"m"_s).toInt(),
                         match.captured(u"d"_s).toInt());
        if (date.isValid())
            return date;
    }
    return std::nullopt;
}

QString datePattern()
{
    return u"(?<y>(?:19|20)\\d\\d)\\s*(?:년|[.\\-/])\\s*(?<m>\\d{1,2})\\s*(?:월|[.\\-/])\\s*(?<d>\\d{1,2})"_s;
}

std::optional<QDate> labelledDate(const QString &label, const QString &text)
{
    const QRegularExpression pattern(label + u"\\s*(?:일자|일)?\\s*[:\uff1a]?\\s*"_s + datePattern());
    return dateBy(pattern, text);
}

/// "... 2017년 11월 14일부터 시행합니다"
std::optional<QDate> dateInSentence(const QString &verb, const QString &text)
{
    const QRegularExpression pattern(datePattern() + u"\\s*(?:일|\\.)?\\s*(?:부터|자로|에)?\\s*"_s + verb);
    return dateBy(pattern, text);
}

} // namespace

QString toCode(MediaType value)
{
    switch (value) {
    case MediaType::PlainText:
        return u"text/plain"_s;
    case MediaType::Markdown:
        return u"text/markdown"_s;
    case MediaType::Html:
        return u"text/html"_s;
    }
    Q_UNREACHABLE();
}

std::optional<MediaType> mediaTypeFromCode(QStringView code)
{
    for (const MediaType type : {MediaType::PlainText, MediaType::Markdown, MediaType::Html}) {
        if (toCode(type) == code)
            return type;
    }
    return std::nullopt;
}

MediaType guessMediaType(const QString &fileName, const QByteArray &bytes)
{
    const QString name = fileName.toLower();
    if (name.endsWith(u".md"_s) || name.endsWith(u".markdown"_s))
        return MediaType::Markdown;
    if (name.endsWith(u".html"_s) || name.endsWith(u".htm"_s) || name.endsWith(u".xhtml"_s))
        return MediaType::Html;
    if (name.endsWith(u".txt"_s))
        return MediaType::PlainText;
    const QByteArray beginning = bytes.left(2048).toLower();
    if (beginning.contains("<html") || beginning.contains("<!doctype html") || beginning.contains("<body"))
        return MediaType::Html;
    return beginning.startsWith("# ") || beginning.contains("\n# ") || beginning.contains("\n## ")
               ? MediaType::Markdown
               : MediaType::PlainText;
}

Result<Notice> Notice::import(const QByteArray &bytes, MediaType type)
{
    if (bytes.size() > maxBytes)
        return invalid(Text::tr("The notice is larger than %1 MB. Choose the right file.").arg(maxBytes / 1024 / 1024),
                       "size");
    const Result<QString> text = textOf(bytes);
    if (!text)
        return text.error();
    if (text->trimmed().isEmpty())
        return invalid(Text::tr("The notice is empty."), "empty");
    const bool html = type == MediaType::Html;
    QStringList lines = html ? NoticeHtml::lines(*text) : text->split(u'\n');
    std::optional<NoticeBuilder::Scheme> scheme = NoticeBuilder::schemeOf(lines);
    if (!scheme && html)
        scheme = NoticeBuilder::Scheme::Numbered; // whether a line is a heading is known only by its tag
    if (!scheme)
        return invalid(Text::tr("No chapters were found in the notice. They begin with “제 1 장”, or “제 1 조”."),
                       "chapters");
    NoticeBuilder builder(*scheme);
    if (html)
        NoticeHtml::read(*text, builder);
    else
        NoticeText::read(lines, type == MediaType::Markdown, builder);
    std::optional<std::vector<NoticeChapter>> chapters = builder.finish();
    if (!chapters)
        return invalid(
            Text::tr("The notice has more chapters or paragraphs than a notice can have. Choose the right file."),
            "parts");
    if (chapters->empty() || chapters->back().number == 0)
        return invalid(Text::tr("No chapters were found in the notice. They begin with “제 1 장”, or “제 1 조”."),
                       "chapters");
    Notice notice;
    notice.m_type = type;
    notice.m_sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    notice.m_title = html ? NoticeHtml::titleOf(*text) : QString();
    const NoticeChapter &first = chapters->front();
    if (first.number == 0 && !first.blocks.empty()) {
        if (const auto *paragraph = std::get_if<NoticeParagraph>(&first.blocks.front()))
            notice.m_title = paragraph->text.left(200);
    }
    const QString reading = readingText(*chapters);
    notice.m_announced = labelledDate(u"공고"_s, reading);
    notice.m_effective = labelledDate(u"시행"_s, reading);
    if (!notice.m_announced)
        notice.m_announced = dateInSentence(u"공고"_s, reading);
    if (!notice.m_effective)
        notice.m_effective = dateInSentence(u"(?:시행|적용)"_s, reading);
    notice.m_chapters = std::move(*chapters);
    return notice;
}

qsizetype Notice::tableCount() const
{
    qsizetype count = 0;
    for (const NoticeChapter &chapter : m_chapters) {
        for (const NoticeBlock &block : chapter.blocks)
            count += std::holds_alternative<NoticeTable>(block) ? 1 : 0;
    }
    return count;
}

Result<void> checkNoticeDates(QDate announced, QDate effective)
{
    if (!announced.isValid())
        return invalid(Text::tr("The day of announcement is missing. Enter it as YYYY-MM-DD."), "announced");
    if (!effective.isValid())
        return invalid(Text::tr("The day from which the notice is in force is missing. Enter it as YYYY-MM-DD."),
                       "effective");
    if (effective < announced)
        return invalid(Text::tr("A notice can't be in force (%1) before it is announced (%2).")
                           .arg(effective.toString(Qt::ISODate), announced.toString(Qt::ISODate)),
                       "order");
    return {};
}

} // namespace consent::domain
