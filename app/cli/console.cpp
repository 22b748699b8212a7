#include "cli/console.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>

#include <algorithm>

namespace consent::cli {

namespace {

constexpr Milliseconds redrawAfter{100};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

/// East Asian Width (UAX 11) W and F, as far as Korean business text needs it.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
           (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

/// Without control characters: what stands in a file or a name must not drive the terminal.
QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), QLatin1Char(' '));
}

QString remaining(Milliseconds left)
{
    const qint64 seconds = (left.count() + 999) / 1000;
    return seconds < 60 ? Words::tr("%1 s left").arg(seconds) : Words::tr("%1 min left").arg((seconds + 59) / 60);
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    const QList<uint> characters = text.toUcs4();
    for (const uint c : characters) {
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
            continue;
        width += isWide(c) ? 2 : 1;
    }
    return width;
}

Console::Console(QIODevice &out, QIODevice &notes, const Clock &clock, bool showsProgress)
    : m_out(out)
    , m_notes(notes)
    , m_clock(clock)
    , m_showsProgress(showsProgress)
{
}

void Console::print(const QString &line)
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    m_out.write(printable(line).toUtf8() + '\n');
}

void Console::printTable(const QStringList &header, const std::vector<QStringList> &rows)
{
    std::vector<int> widths;
    const auto measure = [&widths](const QStringList &row) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i) {
            auto &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, displayWidth(row.at(i)));
        }
    };
    measure(header);
    std::for_each(rows.begin(), rows.end(), measure);
    const auto draw = [this, &widths](const QStringList &row) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? padded(row.at(i), widths[static_cast<std::size_t>(i)] + 2) : row.at(i);
        print(line);
    };
    draw(header);
    std::for_each(rows.begin(), rows.end(), draw);
}

void Console::note(const QString &line)
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    m_notes.write(printable(line).toUtf8() + '\n');
}

void Console::fail(const Error &error)
{
    note(error.message);
}

void Console::showProgress(qint64 done, qint64 total)
{
    if (!m_showsProgress)
        return;
    const std::scoped_lock lock(m_mutex);
    const Milliseconds now = m_clock.elapsed();
    if (!m_progressBegan)
        m_progressBegan = now;
    if (m_progressShown && now - m_progressDrawn < redrawAfter)
        return;
    const QLocale locale;
    QString line =
        total > 0 ? Words::tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
    const Milliseconds spent = now - *m_progressBegan;
    if (total > 0 && done > 0 && done < total && spent >= Milliseconds(1000))
        line += QStringLiteral(" · ") + remaining(Milliseconds(spent.count() * (total - done) / done));
    m_notes.write("\r\033[K" + line.toUtf8());
    m_progressShown = true;
    m_progressDrawn = now;
}

void Console::endProgress()
{
    const std::scoped_lock lock(m_mutex);
    clearProgress();
    m_progressBegan.reset();
}

void Console::clearProgress()
{
    if (m_progressShown)
        m_notes.write("\r\033[K");
    m_progressShown = false;
}

} // namespace consent::cli
