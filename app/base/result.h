#pragma once

#include "base/error.h"

#include <QtGlobal>

#include <type_traits>
#include <utility>
#include <variant>

namespace consent {

/// Either a value or the Error that prevented it. Copyable where T is, so that it can travel in a QFuture.
template <typename T> class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {} // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(google-explicit-constructor)

    bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// Precondition: ok().
    const T &value() const & { Q_ASSERT(ok()); return *std::get_if<0>(&m_state); }
    T &value() & { Q_ASSERT(ok()); return *std::get_if<0>(&m_state); }
    T &&value() && { Q_ASSERT(ok()); return std::move(*std::get_if<0>(&m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }

    /// Precondition: !ok().
    const Error &error() const { Q_ASSERT(!ok()); return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or the Error.
template <> class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {} // NOLINT(google-explicit-constructor)

    bool ok() const noexcept { return m_ok; }
    explicit operator bool() const noexcept { return m_ok; }
    const Error &error() const { Q_ASSERT(!m_ok); return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace consent
