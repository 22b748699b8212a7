#pragma once

#include "domain/noticebuilder.h"

#include <QStringList>

namespace consent::domain {

/// Reads plain text and Markdown, and what lies between them: rows of cells parted by tabs, pipe tables, HTML tables
/// and HTML inside of cells.
class NoticeText
{
public:
    static void read(const QStringList &lines, bool markdown, NoticeBuilder &builder);
};

} // namespace consent::domain
