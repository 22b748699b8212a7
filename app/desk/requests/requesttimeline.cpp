#include "desk/requests/requesttimeline.h"

#include "ledger/eventtypes.h"

#include <QCoreApplication>

namespace consent::desk::requesttimeline {

using namespace Qt::StringLiterals;
namespace types = ledger::eventtypes;
using domain::RequestStep;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestTimeline)
};

QString words(const ledger::RequestMoved &moved)
{
    switch (moved.step) {
    case RequestStep::AskPapers: {
        QStringList papers;
        for (const domain::RequestPaper paper : moved.papers)
            papers.append(domain::label(paper));
        return Text::tr("Papers were asked for: %1. The clock stands still.").arg(papers.join(u", "_s));
    }
    case RequestStep::PapersCame:
        return Text::tr("Papers came. The clock goes on.");
    case RequestStep::Pause:
        return Text::tr("Deferred. The clock stands still.");
    case RequestStep::Resume:
        return Text::tr("Resumed. The clock goes on.");
    case RequestStep::Extend:
        return Text::tr("Extended by %n day(s).", nullptr, moved.days);
    case RequestStep::Complete:
        return Text::tr("Done; the person is to be told.");
    case RequestStep::Refuse:
        return Text::tr("Refused: %1; the person is to be told.")
            .arg(moved.ground ? domain::label(*moved.ground) : QString());
    case RequestStep::RecipientTold:
        return Text::tr("A third party was told of the correction.");
    case RequestStep::Object:
        return Text::tr("The person objects to the refusal. It is looked at again, with a new clock.");
    case RequestStep::VerifyIdentity:
    case RequestStep::TellResult:
    case RequestStep::Cancel:
    case RequestStep::Expire:
        break;
    }
    return {};
}

QString words(const ledger::RequestClosed &closed)
{
    QString text;
    switch (closed.outcome) {
    case domain::RequestOutcome::Done:
    case domain::RequestOutcome::Refused:
        text = Text::tr("The person was told the result (%1). Closed.")
                   .arg(closed.told ? domain::label(*closed.told) : QString());
        break;
    case domain::RequestOutcome::Cancelled:
        text = Text::tr("Taken back by the requester. Closed.");
        break;
    case domain::RequestOutcome::Expired:
        text = Text::tr("The papers never came. Closed.");
        break;
    }
    return closed.document.isEmpty() ? text : text + u' ' + Text::tr("Document %1.").arg(closed.document);
}

QString words(const ledger::IdentityChecked &check)
{
    const QString what = check.document ? domain::label(*check.document) : domain::label(check.method);
    switch (check.outcome) {
    case domain::IdentityOutcome::Passed:
        return Text::tr("Identity checked (%1): in order.").arg(what);
    case domain::IdentityOutcome::Failed:
        return Text::tr("Identity checked (%1): not established.").arg(what);
    case domain::IdentityOutcome::Inconclusive:
        return Text::tr("Identity looked at (%1).").arg(what);
    }
    return {};
}

QString words(const ledger::Event &event)
{
    if (event.type == types::requestOpened) {
        const auto opened = ledger::RequestOpened::fromFacts(event.facts);
        return opened ? Text::tr("Received: %1, %2.").arg(domain::label(opened->kind), domain::label(opened->channel))
                      : QString();
    }
    if (event.type == types::requestMoved) {
        const auto moved = ledger::RequestMoved::fromFacts(event.facts);
        return moved ? words(*moved) : QString();
    }
    if (event.type == types::requestClosed) {
        const auto closed = ledger::RequestClosed::fromFacts(event.facts);
        return closed ? words(*closed) : QString();
    }
    if (event.type == types::identityChecked) {
        const auto check = ledger::IdentityChecked::fromFacts(event.facts);
        return check ? words(*check) : QString();
    }
    return event.type == types::subjectFrozen ? Text::tr("The person's data is frozen.")
                                              : Text::tr("The person's data is free again.");
}

QString keptOf(const QJsonObject &personal)
{
    QStringList parts;
    for (const auto name : {"masked"_L1, "reference"_L1, "questions"_L1}) {
        const QString text = personal.value(name).toString();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(u"; "_s);
}

void take(RequestView &view, const cache::RequestEventRow &row, const QString &actor)
{
    const ledger::Event &event = row.stored.event.event;
    QString reason = row.personal.value("reason"_L1).toString();
    if (reason.isEmpty())
        reason = row.personal.value("note"_L1).toString();
    view.timeline.push_back({event.id, ledger::orderTime(event), actor, words(event), reason, row.trace.conflict});
    if (event.type == types::identityChecked) {
        if (const auto check = ledger::IdentityChecked::fromFacts(event.facts)) {
            view.checks.push_back({event.id, ledger::orderTime(event), actor, check->method, check->document,
                                   check->outcome, keptOf(row.personal), check->provision.has_value()});
        }
    }
    if (event.type != types::requestMoved || row.trace.conflict)
        return;
    const auto moved = ledger::RequestMoved::fromFacts(event.facts);
    if (!moved)
        return;
    if (moved->step == RequestStep::Refuse)
        view.refusalReason = reason;
    if (moved->step == RequestStep::Pause || moved->step == RequestStep::Extend)
        view.deferralReason = reason;
    else if (moved->step == RequestStep::Resume)
        view.deferralReason.clear();
}

} // namespace

void fill(RequestView &view, const std::vector<cache::RequestEventRow> &events, StaffNames &names)
{
    for (const cache::RequestEventRow &row : events)
        take(view, row, names.of(row.stored.event.event.actor));
}

} // namespace consent::desk::requesttimeline
