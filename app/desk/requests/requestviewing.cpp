#include "desk/requests/requestviewing.h"

#include "desk/contacts/guardianlinks.h"
#include "desk/contacts/provisionlog.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/freezeguard.h"
#include "desk/requests/requesttimeline.h"
#include "desk/session/staffnames.h"
#include "domain/phone.h"
#include "domain/requestchecklist.h"
#include "domain/requestmachine.h"
#include "domain/values.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace consent::desk::requestviewing {

using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestViewing)
};

QString maskedContact(const QString &contact)
{
    if (const auto address = domain::EmailAddress::parse(contact))
        return address->masked();
    return domain::maskedPhone(contact);
}

/// As lists show it.
QString masked(domain::SubjectField field, const QString &value)
{
    switch (field) {
    case domain::SubjectField::Phone:
    case domain::SubjectField::GuardianPhone:
    case domain::SubjectField::Email:
        return value.isEmpty() ? value : maskedContact(value);
    case domain::SubjectField::Name:
    case domain::SubjectField::BirthDate:
    case domain::SubjectField::GuardianName:
    case domain::SubjectField::GuardianRelation:
        return value;
    }
    Q_UNREACHABLE();
}

/// @param open what is wanted is still to be read back to the person, whole
std::vector<WantedChange> changesOf(const QJsonObject &personal, bool open)
{
    std::vector<WantedChange> changes;
    const QJsonObject before = personal.value("before"_L1).toObject();
    const QJsonObject wanted = personal.value("wanted"_L1).toObject();
    for (const auto &field : domain::codesOf<domain::SubjectField>) {
        const QString code = domain::toCode(field.value);
        if (wanted.contains(code)) {
            const QString after = wanted.value(code).toString();
            const bool phone =
                field.value == domain::SubjectField::Phone || field.value == domain::SubjectField::GuardianPhone;
            changes.push_back({field.value, masked(field.value, before.value(code).toString()),
                               !open   ? masked(field.value, after)
                               : phone ? domain::groupedPhone(after)
                                       : after});
        }
    }
    return changes;
}

std::vector<RequestAction> actionsOf(const RequestContext &context, const ledger::RequestRecord &record)
{
    std::vector<RequestAction> actions;
    for (const auto &step : domain::codesOf<domain::RequestStep>) {
        const auto next = domain::requestmachine::step(record.standing(), step.value, context.actor());
        actions.push_back({step.value, next.ok(), next ? QString() : next.error().message});
    }
    return actions;
}

void addPapers(RequestView &view, const std::vector<cache::RequestEventRow> &events, bool linkedGuardian)
{
    std::vector<domain::RequestPaper> present;
    if (linkedGuardian)
        present.push_back(domain::RequestPaper::FamilyProof);
    for (const cache::RequestEventRow &row : events) {
        const auto check = ledger::IdentityChecked::fromFacts(row.stored.event.event.facts);
        if (check && check->outcome == domain::IdentityOutcome::Passed)
            present.insert(present.end(), check->papers.begin(), check->papers.end());
    }
    const auto needs = domain::papersFor(view.summary.kind, view.summary.requester, view.summary.channel);
    for (const domain::PaperNeed &need : needs) {
        for (const domain::RequestPaper paper : need.anyOf) {
            view.papers.push_back({paper, domain::label(paper), domain::paperHelp(paper), need.anyOf.size() > 1,
                                   std::ranges::find(present, paper) != present.end()});
        }
    }
    for (const domain::PaperNeed &need : domain::missingPapers(needs, present))
        view.missingPapers.append(domain::paperList(need));
}

Result<void> addRecipients(OpenDesk &open, const RequestContext &context, const ledger::RequestRecord &record,
                           RequestView &view)
{
    if (record.recipients.empty())
        return {};
    const auto log = provisionlog::ofSubject(open, context.organisation, record.subject);
    if (!log)
        return log.error();
    for (const ledger::RequestRecipient &recipient : record.recipients) {
        RecipientTask task{
            recipient.provision, Text::tr("A third party that this desk does not know"), {}, recipient.told};
        const auto row = std::ranges::find(*log, recipient.provision, &ProvisionRow::id);
        if (row != log->end()) {
            task.recipient = row->recipient;
            task.providedAt = row->at;
        }
        view.recipients.push_back(task);
    }
    return {};
}

} // namespace

Result<cache::RequestRow> find(OpenDesk &open, const RequestId &request)
{
    auto row = open.cache->requests().find(request);
    if (!row)
        return row.error();
    if (!row->has_value()) {
        return Error{ErrorKind::NotFound,
                     Text::tr("This request is not on this desk yet. Look again after the next synchronisation."),
                     u"no such request"_s};
    }
    return **std::move(row);
}

RequestClock clockOf(const RequestContext &context, const ledger::RequestRecord &record)
{
    const domain::ClockReading reading = domain::readClock(record.opened.counting, record.clockFrom(), record.extraDays,
                                                           record.stops, context.holidays, context.now);
    RequestClock clock{reading.due, reading.daysLeft, reading.stopped, false, reading.estimate, {}};
    if (!domain::isUndecided(record.state)) {
        clock.stopped = false;
        return clock;
    }
    clock.overdue = reading.daysLeft < 0;
    if (reading.stopped && !clock.overdue)
        clock.text = Text::tr("stopped");
    else if (reading.daysLeft == 0)
        clock.text = Text::tr("D-Day");
    else
        clock.text = reading.daysLeft > 0 ? u"D-%1"_s.arg(reading.daysLeft) : u"D+%1"_s.arg(-reading.daysLeft);
    return clock;
}

Result<RequestSummary> summary(OpenDesk &open, const RequestContext &context, const cache::RequestRow &row)
{
    const ledger::RequestRecord &record = row.record;
    const ledger::RequestOpened &opened = record.opened;
    const auto person = open.cache->subjects().find(record.subject);
    if (!person)
        return person.error();
    RequestSummary summary;
    summary.id = opened.request;
    summary.number = requestNumber(opened.request, opened.received);
    summary.subject = record.subject;
    summary.subjectMaskedName = *person ? domain::maskedName((*person)->subject.name) : QString();
    summary.kind = opened.kind;
    summary.channel = opened.channel;
    summary.requester = opened.requester;
    summary.state = record.state;
    summary.outcome = record.outcome;
    summary.received = opened.received;
    summary.clock = clockOf(context, record);
    summary.conflict = record.conflicts > 0;
    return summary;
}

void sortByUrgency(std::vector<RequestSummary> &requests)
{
    const auto rank = [](const RequestSummary &request) {
        if (request.state == RequestState::Closed)
            return 3;
        if (!domain::isUndecided(request.state))
            return 2;
        return request.clock.stopped && !request.clock.overdue ? 1 : 0;
    };
    std::ranges::sort(requests, [&rank](const RequestSummary &a, const RequestSummary &b) {
        return std::tuple(rank(a), a.clock.due, a.received, a.id) < std::tuple(rank(b), b.clock.due, b.received, b.id);
    });
}

Result<std::vector<RequestSummary>> openOf(OpenDesk &open, const RequestContext &context, const SubjectId &subject)
{
    const auto rows = open.cache->requests().ofSubject(subject);
    if (!rows)
        return rows.error();
    std::vector<RequestSummary> requests;
    for (const cache::RequestRow &row : *rows) {
        if (row.record.state == RequestState::Closed)
            continue;
        auto made = summary(open, context, row);
        if (!made)
            return made.error();
        requests.push_back(*std::move(made));
    }
    sortByUrgency(requests);
    return requests;
}

Result<ClosedRequests> closed(OpenDesk &open, const RequestContext &context, std::optional<domain::RequestKind> kind,
                              int limit, std::optional<ClosedPlace> after)
{
    ClosedRequests page;
    while (true) {
        const auto rows = after ? open.cache->requests().closedAfter(after->received, after->request, limit)
                                : open.cache->requests().closed(limit);
        if (!rows)
            return rows.error();
        for (const cache::RequestRow &row : *rows) {
            after = ClosedPlace{row.record.opened.received, row.record.opened.request};
            if (kind && row.record.opened.kind != *kind)
                continue;
            auto made = summary(open, context, row);
            if (!made)
                return made.error();
            page.requests.push_back(*std::move(made));
            if (page.requests.size() == size_t(limit)) {
                page.next = after;
                return page;
            }
        }
        if (rows->size() < size_t(limit))
            return page;
    }
}

QString headerLine(const std::vector<RequestSummary> &open)
{
    if (open.empty())
        return {};
    const QString count = Text::tr("%n request(s)", nullptr, int(open.size()));
    const QString clock = open.front().clock.text;
    return clock.isEmpty() ? count : count + u' ' + clock;
}

Result<QString> callHeader(OpenDesk &open, const RequestContext &context, const SubjectId &subject)
{
    if (auto free = freezeguard::require(open, subject); !free)
        return free.error();
    const auto requests = openOf(open, context, subject);
    return requests ? Result<QString>(headerLine(*requests)) : requests.error();
}

Result<RequestView> view(OpenDesk &open, const RequestContext &context, const RequestId &request)
{
    const auto row = find(open, request);
    if (!row)
        return row.error();
    const ledger::RequestRecord &record = row->record;
    const auto made = summary(open, context, *row);
    if (!made)
        return made.error();
    const auto events = open.cache->requests().events(request);
    if (!events)
        return events.error();
    const auto frozen = freezeguard::isFrozen(open, record.subject);
    if (!frozen)
        return frozen.error();
    RequestView view;
    view.summary = *made;
    if (const auto person = subjectcards::find(open, record.subject))
        view.subject = subjectcards::summary(person->subject);
    const QJsonObject requester = row->personal.value("requester"_L1).toObject();
    view.requesterName = requester.value("name"_L1).toString();
    view.requesterContact = maskedContact(requester.value("contact"_L1).toString());
    view.requesterRelation = requester.value("relation"_L1).toString();
    view.details = row->personal.value("details"_L1).toString();
    view.items = record.opened.items;
    view.changes = changesOf(row->personal, domain::isUndecided(record.state));
    const auto linked = guardianlinks::isLinked(open, record.subject, requester);
    if (!linked)
        return linked.error();
    addPapers(view, *events, *linked && record.opened.requester == domain::Requester::Guardian);
    if (auto added = addRecipients(open, context, record, view); !added)
        return added.error();
    StaffNames names(open);
    requesttimeline::fill(view, *events, names);
    view.actions = actionsOf(context, record);
    view.countingLine = domain::countingInWords(record.opened.counting);
    view.personFrozen = *frozen;
    view.refusalGround = record.ground;
    const bool deferred = record.state == RequestState::Paused || record.extraDays > 0;
    if (record.ground || deferred)
        view.objectionRoute = objectionRoute(context.organisation);
    view.documentNumber = record.document;
    view.documentSha256 = record.sha256;
    return view;
}

QString objectionRoute(const domain::Organisation &organisation)
{
    QStringList bodies;
    for (const domain::Organisation::Body &body : organisation.bodies)
        bodies.append(u"%1 %2"_s.arg(body.name, body.phone));
    return Text::tr(
               "You can object to this: our privacy officer, %1 (%2, %3), looks at it again. You can also turn to: "
               "%4.")
        .arg(organisation.officer.name, domain::groupedPhone(organisation.officer.phone), organisation.officer.email,
             bodies.join(u", "_s));
}

} // namespace consent::desk::requestviewing
