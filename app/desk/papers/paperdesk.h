#pragma once

#include "base/clock.h"
#include "desk/papers/paper.h"
#include "desk/papers/paperprinter.h"
#include "desk/requests/requestviews.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace consent::desk {

class DeskCore;

/// One paper that went out, in a list.
struct PaperSummary
{
    EventId event;
    QString number;
    PaperKind kind = PaperKind::AccessAnswer;
    UtcTime at{};
    QString actorName;
    QString sha256; ///< Of the file as it went out, 64 hex digits.
};

/// A paper with its file.
struct IssuedPaper
{
    PaperSummary summary;
    Paper paper;
    QByteArray pdf;
    /// Whether the file is byte for byte the one that went out. A copy made on a PC with other fonts is not, though it
    /// says the same.
    bool identical = true;
};

/// What is done with a paper: each is in the access log.
enum class PaperUse { Print, Save, CopyText };

/// Papers for people: made out once, each with a number of its own, its file's hash and its words in the ledger,
/// signed. UI thread; the work is done on the cache thread.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    using Printer = std::shared_ptr<const PaperPrinter>;

    PaperDesk(DeskCore &core, QObject *parent); // core outlives this

    /// What went out for a request, newest first.
    QFuture<Result<std::vector<PaperSummary>>> ofRequest(const SubjectId &subject, const RequestId &request);
    /// Makes a paper out for a request as it stands.
    /// @param answer what RequestDesk::answer() gave, for the papers that are made from the person's data
    /// @return NotAllowed, with the reason, when the request does not call for it now.
    QFuture<Result<IssuedPaper>> issue(const RequestView &request, const std::optional<RequestAnswer> &answer,
                                       PaperKind kind, const Printer &printer);
    /// Makes out the result notice of an advertising consent, opt-out or withdrawal (Network Act 50(7)).
    /// @param about the event in which the person declared their will; NotFound when it says nothing about advertising
    QFuture<Result<IssuedPaper>> issueAdvertising(const EventId &about, const Printer &printer);
    /// A paper that went out, once more from its sealed copy.
    QFuture<Result<IssuedPaper>> again(const EventId &event, const Printer &printer);
    /// Before a paper is printed, saved or copied.
    QFuture<Result<void>> used(const EventId &event, PaperUse use);

private:
    DeskCore &m_core;
};

} // namespace consent::desk
