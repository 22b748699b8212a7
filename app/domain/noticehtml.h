#pragma once

#include "domain/noticebuilder.h"

#include <QStringList>
#include <QStringView>

namespace consent::domain {

/// A small, tolerant reader of the HTML that policies are written in: no scripts, no styles, no external things, no
/// errors. Unknown tags are looked through, unclosed ones close by themselves.
class NoticeHtml
{
public:
    static void read(QStringView html, NoticeBuilder &builder);
    /// The text of an HTML fragment, a line for each block, list item or line break.
    static QStringList lines(QStringView html);
    /// Every table in a fragment.
    static std::vector<NoticeTable> tables(QStringView html);
    /// Whether there is at least one tag of HTML in the text.
    static bool hasTags(QStringView text);
    static QString titleOf(QStringView html);
};

} // namespace consent::domain
