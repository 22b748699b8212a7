#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace consent::bench {

/// Times of one kind of work, in milliseconds.
class Figures
{
public:
    void measure(const std::function<void()> &work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        m_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    double percentile(double share) const
    {
        std::vector<double> sorted = m_ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
    }

private:
    std::vector<double> m_ms;
};

/// One line: the sealed figure beside the plain one, and their ratio.
inline void print(const char *what, const Figures &sealed, const Figures &plain)
{
    const double ratio50 = plain.percentile(0.5) > 0 ? sealed.percentile(0.5) / plain.percentile(0.5) : 0;
    const double ratio99 = plain.percentile(0.99) > 0 ? sealed.percentile(0.99) / plain.percentile(0.99) : 0;
    std::printf("%-34s p50 %8.3f ms (plain %8.3f, x%.2f)   p99 %8.3f ms (plain %8.3f, x%.2f)\n", what,
                sealed.percentile(0.5), plain.percentile(0.5), ratio50, sealed.percentile(0.99), plain.percentile(0.99),
                ratio99);
    std::fflush(stdout);
}

} // namespace consent::bench
