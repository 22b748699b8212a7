#include "desk/sample/samplepeople.h"

#include <array>

namespace consent::desk {

namespace {

// Weighted as family names roughly are: the first ones stand for the most people.
constexpr std::array familyNames{u"김", u"김", u"김", u"김", u"이", u"이", u"이", u"박", u"박", u"최", u"정", u"강",
                                 u"조", u"윤", u"장", u"임", u"한", u"오", u"서", u"신", u"권", u"황", u"안", u"송",
                                 u"류", u"홍", u"전", u"고", u"문", u"양", u"손", u"배", u"백", u"허", u"남", u"심",
                                 u"노", u"하", u"곽", u"성", u"차", u"주", u"우", u"구", u"나", u"민", u"진", u"남궁"};
// Plain words, so that nobody takes the person for a real one.
constexpr std::array givenSyllables{u"가", u"나", u"다", u"라", u"마", u"바", u"사", u"아", u"자", u"차", u"카", u"하",
                                    u"람", u"솔", u"별", u"달", u"봄", u"눈", u"들", u"샘", u"온", u"울", u"빛", u"결",
                                    u"찬", u"슬", u"길", u"동", u"철", u"수", u"영", u"희", u"순", u"호", u"진", u"민"};

/// SplitMix64: a fixed function of its input, so that a person needs no generator state.
constexpr std::uint64_t mix(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

template <std::size_t Count> QString pick(const std::array<const char16_t *, Count> &words, std::uint32_t index)
{
    return QString::fromUtf16(words[index % Count]);
}

} // namespace

std::uint32_t SamplePeople::draw(std::uint32_t index, std::uint32_t purpose, std::uint32_t bound) const
{
    const std::uint64_t mixed = mix(mix(m_seed) ^ mix((std::uint64_t(purpose) << 32U) | index));
    return static_cast<std::uint32_t>(mixed % bound);
}

SamplePerson SamplePeople::at(std::uint32_t index) const
{
    constexpr std::uint32_t numbers = 10'000'000;
    // An odd multiplier that shares no factor with 10^7 walks through every number once.
    const std::uint64_t walk = (std::uint64_t(index) * 7'654'321U + mix(m_seed) % numbers) % numbers;
    const QString number = QStringLiteral("%1").arg(walk, 7, 10, QLatin1Char('0'));
    SamplePerson person;
    person.name = pick(familyNames, draw(index, 1, 1'000)) + pick(givenSyllables, draw(index, 2, 36)) +
                  pick(givenSyllables, draw(index, 3, 36));
    person.phone = QStringLiteral("0100") + number;
    // Adults and a few children, by birth dates from 1946 to 2017.
    person.birthDate = QDate(1946, 1, 1).addDays(draw(index, 4, 26'000));
    person.email = QStringLiteral("sample%1@example.com").arg(index);
    return person;
}

} // namespace consent::desk
