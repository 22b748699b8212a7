#include "sync/backoff.h"

#include <algorithm>

namespace consent::sync {

Backoff::Backoff(Milliseconds first, Milliseconds longest, std::function<double()> random)
    : m_first(std::max(first, Milliseconds(1)))
    , m_longest(std::max(longest, m_first))
    , m_random(std::move(random))
{
}

Milliseconds Backoff::next()
{
    m_current = m_current.count() == 0 ? m_first : std::min(m_current * 2, m_longest);
    const auto half = static_cast<double>(m_current.count()) / 2;
    return Milliseconds(static_cast<qint64>(half + half * m_random()));
}

} // namespace consent::sync
