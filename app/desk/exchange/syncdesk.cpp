#include "desk/exchange/syncdesk.h"

#include "base/continuation.h"
#include "cache/store/accesslogstore.h"
#include "cache/sync/outbox.h"
#include "desk/people/subjectcards.h"
#include "desk/session/deskcore.h"
#include "desk/session/eventwords.h"
#include "domain/codes.h"
#include "ledger/blindindex.h"
#include "ledger/eventtypes.h"
#include "sync/syncengine.h"

#include <QPromise>

#include <memory>

namespace consent::domain {

template <>
inline constexpr auto codesOf<desk::LookUpReason> = codes<desk::LookUpReason>({{desk::LookUpReason::Caller, "caller"},
                                                                               {desk::LookUpReason::Visitor, "visitor"},
                                                                               {desk::LookUpReason::Request, "request"},
                                                                               {desk::LookUpReason::Letter, "letter"}});

} // namespace consent::domain

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int peopleAsked = 20; ///< More than that is no question about one person.

template <typename T> QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

SyncDesk::SyncDesk(DeskCore &core, sync::SyncEngine &engine, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_engine(engine)
{
}

QFuture<Result<SyncOverview>> SyncDesk::overview()
{
    return m_core.read([](OpenDesk &open) -> Result<SyncOverview> {
        cache::Cache &cache = *open.cache;
        SyncOverview view;
        const auto due = cache.outbox().due(queueShown);
        if (!due)
            return due.error();
        for (const cache::StoredEvent &stored : *due) {
            const ledger::Event &event = stored.event.event;
            view.queue.push_back({eventWords(event.type), event.at, ledger::eventtypes::isUrgent(event.type)});
        }
        auto troubles = cache.syncMemory().troubles();
        if (!troubles)
            return troubles.error();
        view.troubles = std::move(*troubles);
        const auto incomplete = cache.workingSet().partial(queueShown);
        if (!incomplete)
            return incomplete.error();
        view.incomplete = static_cast<qint64>(incomplete->size());
        const auto contact = cache.syncMemory().lastContact();
        if (!contact)
            return contact.error();
        view.lastContact = *contact;
        for (const auto &[figure, target] :
             {std::pair{cache.outbox().count(), &view.waiting}, std::pair{cache.setAside().count(), &view.setAside},
              std::pair{cache.subjects().count(), &view.people},
              std::pair{cache.contactBlocks().count(), &view.blocked}}) {
            if (!figure)
                return figure.error();
            *target = *figure;
        }
        return view;
    });
}

std::optional<CentralQuestion> SyncDesk::question(const QString &text) const
{
    return CentralQuestion::fromText(text, koreanDate(m_core.clock().now()));
}

QFuture<Result<LookUpView>> SyncDesk::lookUp(const CentralQuestion &question, LookUpReason reason)
{
    if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
        return ready<LookUpView>(allowed.error());
    auto promise = std::make_shared<QPromise<Result<LookUpView>>>();
    promise->start();
    const auto finish = [promise](const Result<LookUpView> &result) {
        promise->addResult(result);
        promise->finish();
    };
    auto asked = m_core.read([question, reason](OpenDesk &open) -> Result<central::LookUp> {
        const ledger::OrganisationKey *organisation = open.organisationKeys.current();
        if (organisation == nullptr)
            return Error{ErrorKind::Internal, tr("Your keys are incomplete. Sign out and in again."), u"no key"_s};
        const auto index = ledger::BlindIndex::create(*organisation);
        if (!index)
            return index.error();
        central::LookUp lookUp = question.tokens(*index);
        lookUp.action = u"search"_s;
        lookUp.reason = domain::toCode(reason);
        lookUp.limit = peopleAsked;
        return lookUp;
    });
    continueOn(asked, this, [this, finish, reason](const Result<central::LookUp> &lookUp) {
        if (!lookUp)
            return finish(lookUp.error());
        continueOn(m_engine.lookUp(*lookUp), this, [this, finish, reason](const Result<sync::LookUpOutcome> &outcome) {
            if (!outcome)
                return finish(outcome.error());
            LookUpView view;
            view.answer = outcome->answer;
            view.erased = outcome->erased;
            continueOn(takeIn(outcome->subjects, view, reason), this, finish);
        });
    });
    return promise->future();
}

QFuture<Result<LookUpView>> SyncDesk::takeIn(const std::vector<SubjectId> &subjects, LookUpView view,
                                             LookUpReason reason)
{
    return m_core.write([this, subjects, view, reason](OpenDesk &open, EventRecorder &) mutable -> Result<LookUpView> {
        const UtcTime now = m_core.clock().now();
        for (const SubjectId &subject : subjects) {
            const auto record = open.cache->subjects().find(subject);
            if (!record)
                return record.error();
            if (!*record)
                continue; // erased
            if (auto used = open.cache->workingSet().use(subject, now); !used)
                return used.error();
            if (auto logged = open.cache->accessLog().append(
                    {now, m_core.user().id, m_core.profile().device(), subject, u"lookUp"_s, domain::toCode(reason)});
                !logged)
                return logged.error();
            view.people.push_back(subjectcards::summary((*record)->subject));
        }
        return view;
    });
}

void SyncDesk::tryNow()
{
    m_engine.wake(true);
}

void SyncDesk::alarmsSeen()
{
    m_engine.alarmsSeen();
}

} // namespace consent::desk
