#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace consent::bench {

/// Times of one kind of work, in milliseconds: by the clock, and of the processor alone (what is left when other
/// programs share the machine).
class Figures
{
public:
    void measure(const std::function<void()> &work)
    {
        const double cpu = cpuMs();
        const auto start = std::chrono::steady_clock::now();
        work();
        m_wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        m_cpu.push_back(cpuMs() - cpu);
    }
    double wall(double share) const { return percentile(m_wall, share); }
    double cpu(double share) const { return percentile(m_cpu, share); }

private:
    static double cpuMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static double percentile(std::vector<double> sorted, double share)
    {
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
    }

    std::vector<double> m_wall;
    std::vector<double> m_cpu;
};

inline double ratio(double a, double b)
{
    return b > 0 ? a / b : 0;
}

/// One line: the sealed figures, how many times the plain ones they are, and the plain ones.
inline void print(const char *what, const Figures &sealed, const Figures &plain)
{
    std::printf("%-34s p50 %7.3f ms x%.2f  p99 %7.3f ms x%.2f | cpu p50 %7.3f x%.2f  p99 %7.3f x%.2f | plain p50 %7.3f "
                "p99 %7.3f cpu p99 %7.3f\n",
                what, sealed.wall(0.5), ratio(sealed.wall(0.5), plain.wall(0.5)), sealed.wall(0.99),
                ratio(sealed.wall(0.99), plain.wall(0.99)), sealed.cpu(0.5), ratio(sealed.cpu(0.5), plain.cpu(0.5)),
                sealed.cpu(0.99), ratio(sealed.cpu(0.99), plain.cpu(0.99)), plain.wall(0.5), plain.wall(0.99),
                plain.cpu(0.99));
    std::fflush(stdout);
}

} // namespace consent::bench
