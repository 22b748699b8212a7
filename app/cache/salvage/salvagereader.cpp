#include "cache/salvage/salvagereader.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr int mostAttempts = 4096; // in one hole: a leaf has at most some hundreds of rows

} // namespace

Result<SalvageReader::Pass> SalvageReader::pass(vault::SqlStatement &query, const Visit &visit)
{
    Pass done;
    while (true) {
        const auto row = query.next();
        if (!row)
            return done;
        if (!*row) {
            done.whole = true;
            return done;
        }
        done.last = query.integer(0);
        if (auto visited = visit(query); !visited)
            return visited.error();
    }
}

Result<bool> SalvageReader::rows(const QString &table, const QString &number, const QString &columns,
                                 const Visit &visit)
{
    const QString range =
        u"SELECT %1,%2 FROM %3 NOT INDEXED WHERE %1 BETWEEN ? AND ? ORDER BY %1"_s.arg(number, columns, table);
    auto query = m_damaged.statement(range);
    query.bind(-largest, largest);
    const auto forward = pass(query, visit);
    if (!forward)
        return forward.error();
    if (forward->whole)
        return true;
    const qint64 begin = forward->last.value_or(0) + 1;
    auto reverse = m_damaged.statement(range + u" DESC"_s);
    reverse.bind(begin, largest);
    const auto backward = pass(reverse, visit);
    if (!backward)
        return backward.error();
    // Without an end there is no telling how far the hole goes.
    if (backward->last) {
        int attempts = 0;
        if (auto filled = hole(range, begin, *backward->last - 1, visit, attempts); !filled)
            return filled.error();
    }
    return false;
}

Result<void> SalvageReader::hole(const QString &sql, qint64 from, qint64 to, const Visit &visit, int &attempts)
{
    if (from > to || ++attempts > mostAttempts)
        return {};
    auto query = m_damaged.statement(sql);
    query.bind(from, to);
    const auto through = pass(query, visit);
    if (!through)
        return through.error();
    const qint64 next = through->last ? *through->last + 1 : from;
    if (through->whole || next >= to)
        return {};
    const qint64 middle = next + (to - next) / 2;
    if (auto first = hole(sql, next, middle, visit, attempts); !first)
        return first;
    return hole(sql, middle + 1, to, visit, attempts);
}

Result<bool> SalvageReader::one(const QString &sql, const QByteArray &key, const Visit &visit)
{
    auto query = m_damaged.statement(sql);
    const auto row = query.bind(key).next();
    if (!row || !*row)
        return false;
    if (auto visited = visit(query); !visited)
        return visited.error();
    return true;
}

Result<bool> SalvageReader::one(const QString &sql, qint64 key, const Visit &visit)
{
    auto query = m_damaged.statement(sql);
    const auto row = query.bind(key).next();
    if (!row || !*row)
        return false;
    if (auto visited = visit(query); !visited)
        return visited.error();
    return true;
}

Result<bool> SalvageReader::all(const QString &forward, const QString &backward, const Visit &visit)
{
    auto query = m_damaged.statement(forward);
    const auto first = pass(query, visit);
    if (!first)
        return first.error();
    if (first->whole)
        return true;
    auto reverse = m_damaged.statement(backward);
    const auto second = pass(reverse, visit);
    return second ? Result<bool>(false) : second.error();
}

} // namespace consent::cache
