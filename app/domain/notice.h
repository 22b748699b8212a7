#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace consent::domain {

enum class MediaType { PlainText, Markdown, Html };
QString toCode(MediaType value); ///< "text/plain", "text/markdown", "text/html"
std::optional<MediaType> mediaTypeFromCode(QStringView code);
/// By the name's extension, else by what the text looks like.
MediaType guessMediaType(const QString &fileName, const QByteArray &bytes);

struct NoticeParagraph
{
    QString text;

    friend bool operator==(const NoticeParagraph &, const NoticeParagraph &) = default;
};

struct NoticeList
{
    QStringList items;

    friend bool operator==(const NoticeList &, const NoticeList &) = default;
};

/// A cell is a list of lines; every row has as many cells as the header.
using NoticeCell = QStringList;
using NoticeRow = std::vector<NoticeCell>;

struct NoticeTable
{
    NoticeRow header;
    std::vector<NoticeRow> rows;

    friend bool operator==(const NoticeTable &, const NoticeTable &) = default;
};

using NoticeBlock = std::variant<NoticeParagraph, NoticeList, NoticeTable>;

struct NoticeChapter
{
    int number = 0; ///< 0: what stands before the first chapter
    QString title;
    std::vector<NoticeBlock> blocks;

    friend bool operator==(const NoticeChapter &, const NoticeChapter &) = default;
};

/// A privacy policy as the company published it, read but not changed: the bytes are kept, the structure is for people.
class Notice
{
public:
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024; ///< So that it fits into the event that publishes it.

    /// Reads UTF-8 (with or without a byte order mark).
    /// @return InvalidArgument, with what to do, for another encoding, an empty or overlong text, one without chapters,
    /// or one whose parts exceed the limits.
    static Result<Notice> import(const QByteArray &bytes, MediaType type);

    const QString &title() const noexcept { return m_title; }
    MediaType mediaType() const noexcept { return m_type; }
    const std::vector<NoticeChapter> &chapters() const noexcept { return m_chapters; }
    /// SHA-256 of the bytes as they came, 64 lower-case hexadecimal digits.
    const QString &sha256() const noexcept { return m_sha256; }
    /// The days that the text itself names, as proposals.
    std::optional<QDate> announced() const noexcept { return m_announced; }
    std::optional<QDate> effective() const noexcept { return m_effective; }
    qsizetype tableCount() const;

private:
    Notice() = default;

    QString m_title;
    MediaType m_type = MediaType::PlainText;
    std::vector<NoticeChapter> m_chapters;
    QString m_sha256;
    std::optional<QDate> m_announced;
    std::optional<QDate> m_effective;
};

/// Whether a notice may be published with these days.
/// @return InvalidArgument if one is missing or it takes effect before it is announced.
Result<void> checkNoticeDates(QDate announced, QDate effective);

} // namespace consent::domain
