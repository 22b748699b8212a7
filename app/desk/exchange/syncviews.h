#pragma once

#include "base/clock.h"
#include "cache/sync/syncmemory.h"
#include "central/storelookup.h"
#include "desk/people/subjectviews.h"

#include <QString>

#include <optional>
#include <vector>

namespace consent::desk {

/// One event that the centre does not have yet: what kind it is and since when, never whose.
struct WaitingEvent
{
    QString what; ///< In the language of the program.
    UtcTime since{};
    bool urgent = false;
};

/// All there is to say of the way to the central store.
struct SyncOverview
{
    qint64 waiting = 0;
    std::vector<WaitingEvent> queue;          ///< The oldest first, at most SyncDesk::queueShown.
    std::vector<cache::SyncTrouble> troubles; ///< Newest first.
    qint64 setAside = 0;                      ///< Events that came and did not verify.
    qint64 incomplete = 0;                    ///< People of whom more is to be fetched.
    qint64 people = 0;                        ///< Registered people on this PC.
    qint64 blocked = 0;                       ///< Numbers in the opt-out list of the whole organisation.
    std::optional<UtcTime> lastContact;
};

/// What somebody is looked up for at the central store; a code that stands in its access log.
enum class LookUpReason { Caller, Visitor, Request, Letter };

/// What came of it.
struct LookUpView
{
    central::LookUpAnswer answer = central::LookUpAnswer::Granted;
    std::vector<SubjectSummary> people; ///< Who was found; they are on this PC now.
    qint64 erased = 0;                  ///< Found, but erased: nothing is left of them.
};

} // namespace consent::desk
