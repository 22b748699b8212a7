#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/papers/paperwriting.h"
#include "desk/session/deskcore.h"
#include "ledger/paperfacts.h"

#include <functional>

/// Putting papers into the ledger and reading them back, inside the caller's transaction. Cache thread.
namespace consent::desk::papersaving {

/// What a paper is about besides its person.
struct About
{
    SubjectId subject;
    std::optional<RequestId> request;
    std::optional<EventId> event;
};

/// Gives the paper its number, makes its file, and records both: number, hash and words stand in the ledger together or
/// not at all.
/// @param write the paper under the head that it is given
Result<IssuedPaper> issue(DeskCore &core, OpenDesk &open, EventRecorder &recorder, const About &about,
                          const std::function<Paper(const paperwriting::Head &)> &write, const PaperPrinter &printer);

/// Newest first.
Result<std::vector<PaperSummary>> ofRequest(OpenDesk &open, const SubjectId &subject, const RequestId &request);

/// @return NotFound when the event is no paper or its words were destroyed.
Result<IssuedPaper> again(OpenDesk &open, const EventId &event, const PaperPrinter &printer);

/// Who did what with a paper, in the access log.
Result<void> log(DeskCore &core, OpenDesk &open, const SubjectId &subject, const QString &action,
                 const QString &number);

/// The wishes about advertising that an event declares; none for other events.
Result<std::vector<paperwriting::Advertising>> advertisingOf(OpenDesk &open, const ledger::Event &event);

} // namespace consent::desk::papersaving
