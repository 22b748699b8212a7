#pragma once

#include "base/clock.h"
#include "sync/storelink.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace consent::sync {

/// The one connection of the engine, opened when it is needed and dropped when a call fails in a way that leaves its
/// outcome open. Sync thread, but for busySince().
class StoreConnection
{
public:
    /// @param greeted called after each hello that the store answered, whatever the standing
    using Greeted = std::function<void(const central::Welcome &, qint64 skewMs)>;

    /// @param link and clock outlive this
    StoreConnection(StoreLink &link, const Clock &clock, Greeted greeted = {});

    /// Opens and greets, unless it is open.
    /// @return NotAllowed when user or device may not work here any more
    Result<void> ensure();
    bool isOpen() const noexcept { return m_store != nullptr; }
    void drop() noexcept { m_store.reset(); }
    bool isShared() const { return m_link.isShared(); }
    /// How many times it was opened: who remembers something of the store asks again when it changed.
    int generation() const noexcept { return m_generation; }

    /// Runs work(central::CentralStore &). A failure that is no answer drops the connection. Precondition: isOpen().
    template <typename Work> auto call(Work work) -> std::invoke_result_t<Work, central::CentralStore &>
    {
        const Busy busy(*this);
        auto outcome = work(*m_store);
        if (!outcome && !isAnswer(outcome.error().kind))
            m_store.reset();
        return outcome;
    }

    /// Since when (Clock::elapsed) a call has been waiting for its answer. Thread-safe.
    std::optional<Milliseconds> busySince() const;
    /// Whether a failure is what the store said, not that it could not be reached.
    static bool isAnswer(ErrorKind kind);

private:
    class Busy
    {
    public:
        explicit Busy(StoreConnection &connection);
        ~Busy();
        Busy(const Busy &) = delete;
        Busy &operator=(const Busy &) = delete;

    private:
        StoreConnection &m_connection;
    };

    StoreLink &m_link;
    const Clock &m_clock;
    Greeted m_greeted;
    std::unique_ptr<central::CentralStore> m_store;
    int m_generation = 0;
    std::atomic<qint64> m_busySince{-1};
};

} // namespace consent::sync
