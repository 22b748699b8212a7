#include "ui/requests/requestwords.h"

#include <QCoreApplication>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

constexpr int soonDays = 3;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RequestWords)
};

} // namespace

Urgency urgencyOf(const desk::RequestSummary &request)
{
    if (!domain::isUndecided(request.state))
        return Urgency::Decided;
    if (request.clock.overdue)
        return Urgency::Overdue;
    if (request.clock.stopped)
        return Urgency::Stopped;
    if (request.clock.daysLeft <= 0)
        return Urgency::Today;
    return request.clock.daysLeft <= soonDays ? Urgency::Soon : Urgency::Calm;
}

Tone toneOf(Urgency urgency, const Tones &tones)
{
    switch (urgency) {
    case Urgency::Calm:
        return {tones.text, tones.accentSoft};
    case Urgency::Soon:
    case Urgency::Today:
        return tones.caution;
    case Urgency::Overdue:
        return tones.danger;
    case Urgency::Stopped:
        return tones.status(Status::Frozen);
    case Urgency::Decided:
        return tones.good;
    }
    return {tones.text, tones.surface};
}

Icon iconOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Calm:
        return Icon::Clock;
    case Urgency::Soon:
    case Urgency::Today:
        return Icon::Hourglass;
    case Urgency::Overdue:
        return Icon::Warning;
    case Urgency::Stopped:
        return Icon::Dash;
    case Urgency::Decided:
        return Icon::Check;
    }
    return Icon::Clock;
}

Status statusOf(RequestState state)
{
    switch (state) {
    case RequestState::Received:
    case RequestState::AwaitingPapers:
        return Status::Waiting;
    case RequestState::Verified:
    case RequestState::Fulfilled:
        return Status::Granted;
    case RequestState::Paused:
        return Status::Expired;
    case RequestState::Refused:
        return Status::Refused;
    case RequestState::Closed:
        return Status::None;
    }
    return Status::None;
}

QString clockFigure(const desk::RequestSummary &request)
{
    const desk::RequestClock &clock = request.clock;
    switch (urgencyOf(request)) {
    case Urgency::Decided:
        return request.state == RequestState::Closed ? Words::tr("Over") : Words::tr("To tell");
    case Urgency::Stopped:
        return Words::tr("Stopped");
    case Urgency::Overdue:
        return u"D+%1"_s.arg(-clock.daysLeft);
    case Urgency::Calm:
    case Urgency::Soon:
    case Urgency::Today:
        break;
    }
    return clock.daysLeft <= 0 ? u"D-Day"_s : u"D-%1"_s.arg(clock.daysLeft);
}

QString clockLine(const desk::RequestSummary &request)
{
    const QString due = request.clock.due.toString(Qt::ISODate);
    const int days = request.clock.daysLeft;
    switch (urgencyOf(request)) {
    case Urgency::Decided:
        return request.outcome ? domain::label(*request.outcome) : domain::label(request.state);
    case Urgency::Stopped:
        return Words::tr("The clock stands still; due %1 if it went on today").arg(due);
    case Urgency::Overdue:
        return Words::tr("Was due %1, %n days late", nullptr, -days).arg(due);
    case Urgency::Today:
        return Words::tr("Due today, %1").arg(due);
    case Urgency::Soon:
    case Urgency::Calm:
        break;
    }
    return Words::tr("Due %1, %n days left", nullptr, days).arg(due);
}

QString requestLine(const desk::RequestSummary &request)
{
    return u"%1 · %2 · %3"_s.arg(domain::label(request.kind), request.subjectMaskedName,
                                 domain::label(request.requester));
}

QString documentName(domain::DocumentKind kind)
{
    switch (kind) {
    case domain::DocumentKind::ResidentRegistration:
        return Words::tr("Resident card");
    case domain::DocumentKind::AlienRegistration:
        return Words::tr("Alien registration card");
    case domain::DocumentKind::DrivingLicence:
        return Words::tr("Driving licence");
    case domain::DocumentKind::Passport:
        return Words::tr("Passport");
    }
    return {};
}

QString openRequestsWords(const std::vector<desk::RequestSummary> &requests)
{
    if (requests.empty())
        return {};
    return Words::tr("%n requests", nullptr, static_cast<int>(requests.size())) + u"  "_s +
           clockFigure(requests.front());
}

} // namespace consent::ui
