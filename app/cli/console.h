#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QString>
#include <QStringList>

#include <mutex>
#include <optional>
#include <vector>

class QIODevice;

namespace consent::cli {

/// Columns that the text takes on a terminal: Hangul and the like take two.
int displayWidth(const QString &text);

/// Where the command line speaks: results on one device, everything else on the other. UTF-8. Thread-safe.
class Console
{
public:
    /// @param out, notes, clock outlive this
    /// @param showsProgress whether the notes go to a terminal that can rewrite a line
    Console(QIODevice &out, QIODevice &notes, const Clock &clock, bool showsProgress);

    void print(const QString &line);
    /// Rows under a header, columns aligned; the last column may be as long as it likes.
    void printTable(const QStringList &header, const std::vector<QStringList> &rows);
    void note(const QString &line);
    void fail(const Error &error);

    /// Counts and the remaining time in one line that is rewritten at most ten times a second.
    /// @param total 0 when unknown
    void showProgress(qint64 done, qint64 total);
    /// Takes the progress line away.
    void endProgress();

private:
    void clearProgress();

    std::mutex m_mutex;
    QIODevice &m_out;
    QIODevice &m_notes;
    const Clock &m_clock;
    bool m_showsProgress;
    bool m_progressShown = false;
    std::optional<Milliseconds> m_progressBegan;
    Milliseconds m_progressDrawn{0};
};

} // namespace consent::cli
