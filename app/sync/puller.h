#pragma once

#include "sync/inboxsink.h"
#include "sync/storeconnection.h"

#include <optional>

namespace consent::sync {

/// Brings what others wrote to this PC, one page a step: events by the store's cursor, people of whom only later events
/// came whole, and the opt-out list. Knows neither threads nor timers. One thread.
class Puller
{
public:
    struct Limits
    {
        int events = 200; ///< A page: one transaction of the cache thread.
        int blocks = 5000;
        int people = 20; ///< Fetched whole in one go.
    };

    enum class Step {
        Moved, ///< Something came; there may be more.
        Idle   ///< Nothing more to pull until look() is called.
    };

    /// @param connection and inbox outlive this
    Puller(StoreConnection &connection, InboxSink &inbox, Limits limits);

    /// It is time to look for events again, and for opt-outs where said so.
    void look(bool blocks);
    /// Precondition: the connection is open.
    Result<Step> step();
    /// Whether the last page said that there are more.
    bool isCatchingUp() const noexcept { return m_more; }
    /// Events that did not verify since the last call, in words; once.
    std::optional<QString> alarm();

    /// Asks for people and takes them in. @return the refusal as a value; the people that came otherwise
    struct Fetched
    {
        central::LookUpAnswer answer = central::LookUpAnswer::Granted;
        std::vector<SubjectId> subjects;
        qint64 erased = 0; ///< Of these, who was erased: nothing is left of them.
    };
    Result<Fetched> fetch(const central::LookUp &question);

private:
    Result<Step> pullEvents();
    Result<Step> fetchPartial();
    Result<Step> pullBlocks();
    void report(const TakeReport &taken);

    StoreConnection &m_connection;
    InboxSink &m_inbox;
    Limits m_limits;
    bool m_eventsDue = false;
    bool m_blocksDue = false;
    bool m_partialDue = false;
    bool m_more = false;
    bool m_fromStart = false; ///< Pulling all anew: the cursor so far stands in m_cursor.
    QByteArray m_cursor;
    std::optional<QString> m_alarm;
};

} // namespace consent::sync
