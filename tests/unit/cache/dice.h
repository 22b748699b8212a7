#pragma once

#include <QtGlobal>

#include <random>

namespace consent::test {

/// Numbers from a seed: the same on every run.
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    /// 0 to sides - 1.
    template <typename Integer> Integer roll(Integer sides)
    {
        return static_cast<Integer>(m_engine() % static_cast<quint64>(sides));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace consent::test
