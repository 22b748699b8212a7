#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

class QIODevice;

namespace consent::cli {

/// Reads telephone numbers from a list, batch by batch: the first column of a CSV file (comma, semicolon or tab; quotes
/// allowed), one number a line. A byte order mark and a header line are passed over; empty lines are left out. Memory
/// goes by the batch, whatever the length of the list.
class NumberList
{
public:
    static constexpr qsizetype longestLine = 4096; ///< Bytes.

    struct Entry
    {
        qint64 line = 0; ///< From 1, as an editor counts.
        QByteArray text; ///< The first column, as it stands.
    };

    explicit NumberList(QIODevice &device); // outlives this

    /// @return the next entries, at most so many; none at the end. InvalidArgument for a line that is too long.
    Result<std::vector<Entry>> next(std::size_t most);

private:
    QIODevice &m_device;
    qint64 m_line = 0;
};

/// The first column of a line of CSV.
QByteArray firstColumn(QByteArrayView line);

} // namespace consent::cli
