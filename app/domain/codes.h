#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

namespace consent::domain {

/// One value of an enum and the stable code under which it stands in events, scripts and databases. A code is never
/// shown and never translated; once released it never changes.
template <typename E> struct Code
{
    E value;
    std::string_view code;
};

/// The codes of an enum, one for each value in the order of the values; a gap, another order or the same code twice
/// does not compile. To give an enum codes is one line beside it:
///
///     template <> inline constexpr auto codesOf<Colour> = codes<Colour>({{Colour::Red, "red"}, ...});
///
/// toCode() and fromCode() then know it.
template <typename E, std::size_t N> consteval std::array<Code<E>, N> codes(const Code<E> (&table)[N])
{
    std::array<Code<E>, N> result{};
    for (std::size_t at = 0; at < N; ++at) {
        if (static_cast<std::size_t>(table[at].value) != at)
            throw "the codes of an enum stand in the order of its values";
        if (table[at].code.empty())
            throw "a code is not empty";
        for (std::size_t before = 0; before < at; ++before) {
            if (table[before].code == table[at].code)
                throw "a code stands for one value";
        }
        result[at] = table[at];
    }
    return result;
}

/// See codes(). Without a table of its own an enum has no codes.
template <typename E> inline constexpr std::nullptr_t codesOf = nullptr;

template <typename E>
concept Coded = std::is_enum_v<E> && !std::is_same_v<std::remove_cv_t<decltype(codesOf<E>)>, std::nullptr_t>;

template <Coded E> QString toCode(E value)
{
    const std::string_view code = codesOf<E>.at(static_cast<std::size_t>(value)).code;
    return QString::fromLatin1(code.data(), qsizetype(code.size()));
}

/// The value of a stable code; nothing for a code that does not exist.
template <Coded E> std::optional<E> fromCode(QStringView text)
{
    for (const Code<E> &candidate : codesOf<E>) {
        if (text == QLatin1StringView(candidate.code.data(), qsizetype(candidate.code.size())))
            return candidate.value;
    }
    return std::nullopt;
}

} // namespace consent::domain
