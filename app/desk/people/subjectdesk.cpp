#include "desk/people/subjectdesk.h"

#include "cache/log/consentlogstore.h"
#include "cache/projection/contactstore.h"
#include "cache/projection/subjectstore.h"
#include "cache/search/search.h"
#include "cache/store/accesslogstore.h"
#include "desk/log/publishing.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/freezeguard.h"
#include "desk/requests/requestviewing.h"
#include "desk/session/deskcore.h"
#include "desk/session/staffnames.h"
#include "domain/birthdate.h"
#include "domain/phone.h"

#include <algorithm>
#include <functional>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

Result<void> addGuardians(OpenDesk &open, const SubjectId &subject, const domain::Organisation &organisation,
                          SubjectCard &card)
{
    const auto links = open.cache->contacts().guardiansOf(subject);
    if (!links)
        return links.error();
    for (const cache::GuardianLink &link : *links) {
        const domain::Organisation::GuardianMethod *method = organisation.guardianMethod(link.method);
        card.guardians.push_back({link.at, domain::maskedName(link.name), link.relation,
                                  method != nullptr ? method->name.in(subjectcards::screenLanguage()) : link.method});
    }
    return {};
}

} // namespace

SubjectDesk::SubjectDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<std::vector<SubjectSummary>>> SubjectDesk::search(const QString &text)
{
    m_search.request_stop();
    m_search = std::stop_source();
    return m_core.read(
        [this, text, stop = m_search.get_token()](OpenDesk &open) -> Result<std::vector<SubjectSummary>> {
            if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
                return allowed.error();
            const auto found = open.cache->search().find(text, stop);
            if (!found)
                return found.error();
            const auto persons = subjectcards::people(open, *found);
            if (!persons)
                return persons.error();
            std::vector<SubjectSummary> people;
            for (const cache::SubjectRecord &record : *persons)
                people.push_back(subjectcards::summary(record.subject));
            return people;
        });
}

QFuture<Result<SubjectCard>> SubjectDesk::open(const SubjectId &subject)
{
    return m_core.write([this, subject](OpenDesk &open, EventRecorder &) -> Result<SubjectCard> {
        if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
            return allowed.error();
        const auto record = subjectcards::find(open, subject);
        if (!record)
            return record.error();
        SubjectCard card;
        card.summary = subjectcards::summary(record->subject);
        card.under14 = domain::isUnder14(record->subject.birthDate, koreanDate(m_core.clock().now()));
        card.hasEmail = !record->subject.email.isEmpty();
        card.hasGuardian = record->subject.guardian.has_value();
        if (auto added = addGuardians(open, subject, m_core.organisation(), card); !added)
            return added.error();
        card.guardianAuthority = domain::guardianAuthority(record->subject.birthDate, koreanDate(m_core.clock().now()));
        auto provisions = provisionlog::ofSubject(open, m_core.organisation(), subject);
        if (!provisions)
            return provisions.error();
        card.provisions = std::move(*provisions);
        const auto notices = open.cache->contacts().noticesOf(subject);
        if (!notices)
            return notices.error();
        card.resultsToTell =
            int(std::ranges::count_if(*notices, [](const cache::ResultNotice &notice) { return !notice.told; }));
        const auto script = publishing::newestScript(open);
        if (script) {
            auto states = subjectcards::itemStates(open, subject, *script,
                                                   {m_core.clock().now(), m_core.organisation().reconfirmMonths});
            if (!states)
                return states.error();
            card.items = std::move(*states);
        } else if (script.error().kind != ErrorKind::NotFound) {
            return script.error();
        }
        const auto members = open.cache->merges().members(subject);
        if (!members)
            return members.error();
        card.registrations = int(members->size());
        StaffNames names(open);
        for (const SubjectId &member : *members) {
            const auto rows = open.cache->log().ofSubject(member);
            const auto alike = open.cache->candidates().openOf(member);
            if (!rows || !alike)
                return rows ? alike.error() : rows.error();
            for (const cache::ConsentLogRow &row : *rows)
                card.contacts.push_back({row.event, row.at, row.method, row.outcome, names.of(row.agent), row.receipt});
            card.lookAlikes += int(alike->size());
        }
        std::ranges::stable_sort(card.contacts, std::ranges::greater(), &ContactSummary::at);
        const auto requests = requestviewing::openOf(open, requestContext(m_core), subject);
        if (!requests)
            return requests.error();
        for (const RequestSummary &request : *requests)
            card.requests.push_back({request.id, domain::label(request.kind), domain::label(request.state),
                                     request.clock.text, request.clock.overdue});
        const auto frozen = freezeguard::isFrozen(open, subject);
        if (!frozen)
            return frozen.error();
        card.frozen = *frozen;
        if (auto logged = open.cache->accessLog().append(
                {m_core.clock().now(), m_core.user().id, m_core.profile().device(), subject, u"view"_s, {}});
            !logged)
            return logged.error();
        return card;
    });
}

QFuture<Result<SubjectDetails>> SubjectDesk::reveal(const SubjectId &subject, const QString &reason)
{
    return m_core.write(
        [this, subject, reason = reason.trimmed()](OpenDesk &open, EventRecorder &) -> Result<SubjectDetails> {
            if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
                return allowed.error();
            if (reason.isEmpty())
                return Error{ErrorKind::InvalidArgument, tr("Say what you need it for. It is kept in the access log."),
                             u"no reason"_s};
            const auto record = subjectcards::find(open, subject);
            if (!record)
                return record.error();
            if (auto free = freezeguard::requireUnlessHandling(open, subject, m_core.user().roles); !free)
                return free.error();
            if (auto logged = open.cache->accessLog().append(
                    {m_core.clock().now(), m_core.user().id, m_core.profile().device(), subject, u"reveal"_s, reason});
                !logged)
                return logged.error();
            const domain::Subject &person = record->subject;
            SubjectDetails details{domain::groupedPhone(person.phone), person.email, {}, {}};
            if (person.guardian) {
                details.guardianName = person.guardian->name;
                details.guardianPhone = domain::groupedPhone(person.guardian->phone);
            }
            return details;
        });
}

} // namespace consent::desk
