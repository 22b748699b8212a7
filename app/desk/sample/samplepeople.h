#pragma once

#include <QDate>
#include <QString>

#include <cstdint>

namespace consent::desk {

/// A person who can't exist: the name is made of plain Korean words, the number lies in 010-0, which is not assigned.
struct SamplePerson
{
    QString name;
    QString phone; ///< 11 digits.
    QDate birthDate;
    QString email; ///< In example.com (RFC 2606).
};

/// Fictitious people for tests, benches and trials: the same seed and index give the same person everywhere.
/// Numbers differ for indexes below 10,000,000.
class SamplePeople
{
public:
    explicit SamplePeople(std::uint64_t seed)
        : m_seed(seed)
    {
    }

    SamplePerson at(std::uint32_t index) const;
    /// A draw below `bound` for a purpose of its own (decisions, times), independent of the person's fields.
    std::uint32_t draw(std::uint32_t index, std::uint32_t purpose, std::uint32_t bound) const;

private:
    std::uint64_t m_seed;
};

} // namespace consent::desk
