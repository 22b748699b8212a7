#pragma once

#include "base/clock.h"

#include <functional>

namespace consent::sync {

/// How long to wait after failures: doubled each time up to a limit, and of that a random half to whole, so that many
/// desks do not come back in step after an outage.
class Backoff
{
public:
    /// @param random gives numbers from 0 (included) to 1 (excluded)
    Backoff(Milliseconds first, Milliseconds longest, std::function<double()> random);

    /// The wait after one more failure.
    Milliseconds next();
    void reset() { m_current = Milliseconds(0); }
    bool waiting() const { return m_current.count() != 0; }

private:
    Milliseconds m_first;
    Milliseconds m_longest;
    Milliseconds m_current{0};
    std::function<double()> m_random;
};

} // namespace consent::sync
