#pragma once

#include "domain/notice.h"

namespace consent::domain {

/// Sorts paragraphs, list items and tables, in the order in which a reader finds them, into chapters.
class NoticeBuilder
{
public:
    static constexpr int maxChapters = 300;
    static constexpr qsizetype maxParts = 100'000; ///< paragraphs, items and cells together

    /// How chapters are numbered in this text.
    enum class Scheme { Chapter /* 제 1 장 */, Article /* 제 1 조 */, Numbered /* headings "1. " */ };

    explicit NoticeBuilder(Scheme scheme)
        : m_scheme(scheme)
    {
    }

    /// The scheme of a text, by what stands at the beginning of its lines; nothing if it has no chapters.
    static std::optional<Scheme> schemeOf(const QStringList &lines);

    /// @param heading whether the source marks it as one (# or <h2>)
    void paragraph(const QString &text, bool heading = false);
    void item(const QString &text);
    void table(NoticeTable table);

    /// @return nothing when the limits were exceeded.
    std::optional<std::vector<NoticeChapter>> finish();

private:
    bool beginChapter(const QString &text, bool heading);
    NoticeChapter &chapter();

    Scheme m_scheme;
    std::vector<NoticeChapter> m_chapters;
    qsizetype m_parts = 0;
    bool m_tooMuch = false;
};

} // namespace consent::domain
