#include "cli/numberlist.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NumberList)
};

bool hasDigit(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

QByteArray firstColumn(QByteArrayView line)
{
    line = line.trimmed();
    if (!line.startsWith('"')) {
        const auto end = std::ranges::find_if(line, [](char c) { return c == ',' || c == ';' || c == '\t'; });
        return line.first(end - line.begin()).trimmed().toByteArray();
    }
    QByteArray text;
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (line[i] != '"') {
            text.append(line[i]);
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
            text.append('"');
            ++i;
        } else {
            break;
        }
    }
    return text.trimmed();
}

NumberList::NumberList(QIODevice &device)
    : m_device(device)
{
}

Result<std::vector<NumberList::Entry>> NumberList::next(std::size_t most)
{
    std::vector<Entry> entries;
    while (entries.size() < most) {
        QByteArray line = m_device.readLine(longestLine + 2);
        if (line.isEmpty())
            break;
        ++m_line;
        if (line.size() > longestLine && !line.endsWith('\n'))
            return Error{ErrorKind::InvalidArgument,
                         Words::tr("Line %1 of the list is longer than %2 bytes: this is no list of numbers. What was "
                                   "answered before it stands.")
                             .arg(m_line)
                             .arg(longestLine),
                         QStringLiteral("line length")};
        if (m_line == 1 && line.startsWith("\xEF\xBB\xBF"))
            line.remove(0, 3);
        QByteArray text = firstColumn(line);
        const bool header = m_line == 1 && !hasDigit(text);
        if (!text.isEmpty() && !header)
            entries.push_back({m_line, std::move(text)});
    }
    return entries;
}

} // namespace consent::cli
