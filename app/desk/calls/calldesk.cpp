#include "desk/calls/calldesk.h"

#include "base/continuation.h"
#include "cache/projection/subjectstore.h"
#include "cache/store/accesslogstore.h"
#include "cache/store/draftstore.h"
#include "desk/calls/callpresentation.h"
#include "desk/calls/callsaving.h"
#include "desk/log/publishing.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/requestviewing.h"
#include "desk/session/deskcore.h"
#include "domain/phone.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Call", text);
}

template <typename T> QFuture<Result<T>> failed(Error error)
{
    return QtFuture::makeReadyFuture(Result<T>(std::move(error)));
}

Error noCall()
{
    return {ErrorKind::Conflict, say(QT_TRANSLATE_NOOP("Call", "No call is going on.")), u"no call"_s};
}

Error callGoingOn()
{
    return {ErrorKind::Conflict,
            say(QT_TRANSLATE_NOOP("Call", "A call is going on. Save it or end it first; nothing of it is lost.")),
            u"call in progress"_s};
}

Error interruptedCallWaits()
{
    return {ErrorKind::Conflict,
            say(QT_TRANSLATE_NOOP(
                "Call", "Another call was interrupted and is not saved yet. Go on with it first; nothing of it "
                        "is lost.")),
            u"draft waits"_s};
}

} // namespace

struct CallDesk::Current
{
    CallInProgress call;
    Milliseconds clockAtZero; ///< Clock::elapsed() at the beginning of the call.
    bool saving = false;
};

CallDesk::CallDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

CallDesk::~CallDesk() = default;

QFuture<Result<CallerMatches>> CallDesk::identify(const QString &number)
{
    const auto phone = domain::PhoneNumber::parse(number);
    if (!phone)
        return failed<CallerMatches>(phone.error());
    return m_core.write([this, digits = phone->digits()](OpenDesk &open, EventRecorder &) -> Result<CallerMatches> {
        if (auto allowed = m_core.require(Right::CaptureConsent); !allowed)
            return allowed.error();
        const auto found = open.cache->subjects().withPhone(digits);
        if (!found)
            return found.error();
        const auto people = subjectcards::people(open, *found);
        if (!people)
            return people.error();
        CallerMatches matches{digits, {}};
        for (const cache::SubjectRecord &person : *people) {
            if (person.subject.name.isEmpty())
                continue; // a number that opted out: whoever calls from it still says who they are
            matches.people.push_back(subjectcards::summary(person.subject));
            if (auto logged = open.cache->accessLog().append({m_core.clock().now(),
                                                              m_core.user().id,
                                                              m_core.profile().device(),
                                                              person.subject.id,
                                                              u"identify"_s,
                                                              {}});
                !logged)
                return logged.error();
        }
        return matches;
    });
}

std::vector<domain::FieldFault> CallDesk::check(const domain::Subject::Fields &fields) const
{
    return domain::Subject::check(fields, koreanDate(m_core.clock().now()));
}

QFuture<Result<std::vector<SubjectSummary>>> CallDesk::similar(const domain::Subject::Fields &fields)
{
    const auto subject = domain::Subject::create(fields, koreanDate(m_core.clock().now()));
    if (!subject)
        return failed<std::vector<SubjectSummary>>(subject.error());
    return m_core.read([subject = *subject](OpenDesk &open) -> Result<std::vector<SubjectSummary>> {
        const auto found = open.cache->subjects().similarTo(subject.name, subject.birthDate, subject.phone);
        if (!found)
            return found.error();
        const auto people = subjectcards::people(open, *found);
        if (!people)
            return people.error();
        std::vector<SubjectSummary> summaries;
        for (const cache::SubjectRecord &person : *people)
            summaries.push_back(subjectcards::summary(person.subject));
        return summaries;
    });
}

QFuture<Result<void>> CallDesk::begin(const SubjectId &subject, CallOptions options)
{
    if (m_current)
        return failed<void>(callGoingOn());
    const UtcTime now = m_core.clock().now();
    auto job = [this, subject, options = std::move(options), now](OpenDesk &open, EventRecorder &) -> Result<Begun> {
        if (auto allowed = m_core.require(Right::CaptureConsent); !allowed)
            return allowed.error();
        if (auto free = requireNoDraft(open); !free)
            return free.error();
        const auto person = subjectcards::find(open, subject);
        const auto header = requestviewing::callHeader(open, requestContext(m_core), subject);
        if (!person || !header)
            return person ? header.error() : person.error();
        auto documents = publishing::current(open, koreanDate(now));
        if (!documents)
            return documents.error();
        auto known =
            subjectcards::itemStates(open, subject, *documents->script, {now, m_core.organisation().reconfirmMonths});
        if (!known)
            return known.error();
        if (auto logged = open.cache->accessLog().append(
                {now, m_core.user().id, m_core.profile().device(), subject, u"call"_s, {}});
            !logged)
            return logged.error();
        auto call =
            CallInProgress::begin(std::move(*documents), m_core.organisation(),
                                  {person->subject, false, std::move(*known), options, m_core.user(), now, *header});
        return call ? Result<Begun>(std::make_shared<CallInProgress>(*std::move(call))) : call.error();
    };
    return continueOn(m_core.write(std::move(job)), this, [this](const Result<Begun> &begun) { return take(begun); });
}

QFuture<Result<void>> CallDesk::beginNew(const domain::Subject::Fields &fields, CallOptions options)
{
    if (m_current)
        return failed<void>(callGoingOn());
    const UtcTime now = m_core.clock().now();
    auto subject = domain::Subject::create(fields, koreanDate(now));
    if (!subject)
        return failed<void>(subject.error());
    auto job = [this, subject = *subject, options = std::move(options), now](OpenDesk &open) -> Result<Begun> {
        if (auto allowed = m_core.require(Right::CaptureConsent); !allowed)
            return allowed.error();
        if (auto free = requireNoDraft(open); !free)
            return free.error();
        auto documents = publishing::current(open, koreanDate(now));
        if (!documents)
            return documents.error();
        auto known = subjectcards::freshItemStates(*documents->script);
        auto call = CallInProgress::begin(std::move(*documents), m_core.organisation(),
                                          {subject, true, std::move(known), options, m_core.user(), now});
        return call ? Result<Begun>(std::make_shared<CallInProgress>(*std::move(call))) : call.error();
    };
    return continueOn(m_core.read(std::move(job)), this, [this](const Result<Begun> &begun) { return take(begun); });
}

Result<void> CallDesk::requireNoDraft(OpenDesk &open) const
{
    const auto draft = open.cache->drafts().find(m_core.user().id, m_core.profile().device());
    if (!draft)
        return draft.error();
    return draft->has_value() ? Result<void>(interruptedCallWaits()) : Result<void>();
}

Result<void> CallDesk::take(const Result<Begun> &begun)
{
    if (!begun)
        return begun.error();
    if (m_current)
        return callGoingOn();
    CallInProgress &call = **begun;
    // After a crash the clock of the call goes on where real time stands, never before what it already holds.
    const auto sinceStart = std::max(m_core.clock().now() - call.startedAt(), Milliseconds(call.latestMs()));
    m_current.reset(new Current{std::move(call), m_core.clock().elapsed() - sinceStart, false});
    changed();
    return {};
}

QFuture<Result<std::optional<InterruptedCall>>> CallDesk::interrupted()
{
    return m_core.read([this](OpenDesk &open) -> Result<std::optional<InterruptedCall>> {
        const auto draft = readDraft(open);
        if (!draft)
            return draft.error();
        if (!*draft)
            return std::optional<InterruptedCall>();
        const CallState state = presentCall(**draft);
        return std::optional(InterruptedCall{state.subject.name, state.startedAt, state.current.heading});
    });
}

QFuture<Result<void>> CallDesk::resume()
{
    if (m_current)
        return failed<void>(callGoingOn());
    return continueOn(m_core.read([this](OpenDesk &open) -> Result<Begun> {
        auto draft = readDraft(open);
        if (!draft || !*draft)
            return draft ? Result<Begun>(noCall()) : draft;
        const auto header = requestviewing::callHeader(open, requestContext(m_core), (*draft)->subject().id);
        return header ? draft : header.error();
    }),
                      this, [this](const Result<Begun> &begun) { return take(begun); });
}

Result<CallDesk::Begun> CallDesk::readDraft(OpenDesk &open) const
{
    const auto draft = open.cache->drafts().find(m_core.user().id, m_core.profile().device());
    if (!draft)
        return draft.error();
    if (!draft->has_value())
        return Begun();
    const QJsonObject json = QJsonDocument::fromJson((*draft)->body).object();
    const auto references = CallInProgress::referencesIn(json);
    // A call goes on with the documents it began with, also when newer ones are published by now.
    auto documents = references ? publishing::held(open, references->first, references->second)
                                : publishing::current(open, koreanDate(m_core.clock().now()));
    if (!documents)
        return documents.error();
    auto call = CallInProgress::fromJson(json, std::move(*documents), m_core.organisation(), m_core.user());
    if (!call)
        return call.error();
    return std::make_shared<CallInProgress>(std::move(*call));
}

qint64 CallDesk::nowMs() const
{
    return std::max(qint64((m_core.clock().elapsed() - m_current->clockAtZero).count()), m_current->call.latestMs());
}

template <typename Step> Result<void> CallDesk::step(Step step)
{
    if (!m_current || m_current->saving)
        return noCall();
    Result<void> outcome = step(m_current->call);
    if (outcome)
        changed();
    return outcome;
}

Result<void> CallDesk::next()
{
    return step([this](CallInProgress &call) { return call.next(nowMs()); });
}

Result<void> CallDesk::answer(domain::Decision decision)
{
    return step([this, decision](CallInProgress &call) { return call.answer(decision, nowMs()); });
}

Result<void> CallDesk::back()
{
    return step([this](CallInProgress &call) { return call.back(nowMs()); });
}

std::vector<std::pair<QString, QString>> CallDesk::guardianMethods() const
{
    std::vector<std::pair<QString, QString>> methods;
    for (const domain::Organisation::GuardianMethod &method : m_core.organisation().guardianMethods)
        methods.emplace_back(method.code, method.name.in(subjectcards::screenLanguage()));
    return methods;
}

Result<void> CallDesk::setGuardian(const domain::Guardian &guardian)
{
    return step([&guardian](CallInProgress &call) { return call.setGuardian(guardian); });
}

Result<void> CallDesk::setLanguage(domain::Language language)
{
    return step([language](CallInProgress &call) { return call.setLanguage(language); });
}

Result<void> CallDesk::setNote(const QString &note)
{
    return step([&note](CallInProgress &call) { return call.setNote(note); });
}

Result<void> CallDesk::end()
{
    return step([this](CallInProgress &call) { return call.toSummary(nowMs()); });
}

Result<void> CallDesk::backToScript()
{
    return step([](CallInProgress &call) { return call.backToScript(); });
}

QFuture<Result<void>> CallDesk::optOut(const QStringList &codes)
{
    if (!m_current || m_current->saving)
        return failed<void>(noCall());
    auto call = std::make_shared<CallInProgress>(m_current->call);
    const qint64 at = nowMs();
    auto job = [call, codes](OpenDesk &, EventRecorder &recorder) {
        return callsaving::optOut(recorder, *call, codes);
    };
    return continueOn(
        m_core.write(std::move(job)), this, [this, codes, at](const Result<void> &written) -> Result<void> {
            if (!written)
                return written;
            if (m_current) {
                m_current->call.subjectWasRegistered();
                if (auto marked = m_current->call.optedOut(codes, std::max(at, m_current->call.latestMs())); !marked)
                    return marked;
                changed();
            }
            return {};
        });
}

QFuture<Result<SavedCall>> CallDesk::save()
{
    if (!m_current || m_current->saving || !m_current->call.atSummary())
        return failed<SavedCall>(noCall());
    m_current->saving = true;
    m_state.stage = CallState::Stage::Saving;
    Q_EMIT stateChanged();
    auto call = std::make_shared<CallInProgress>(m_current->call);
    auto job = [this, call](OpenDesk &open, EventRecorder &recorder) -> Result<SavedCall> {
        if (auto removed = open.cache->drafts().remove(m_core.user().id, m_core.profile().device()); !removed)
            return removed.error();
        return callsaving::record(open, recorder, *call, m_core.organisation(), m_core.profile().device(),
                                  m_core.clock().now());
    };
    return continueOn(m_core.write(std::move(job)), this, [this](const Result<SavedCall> &saved) {
        if (saved)
            m_current.reset();
        else
            m_current->saving = false;
        refreshState();
        return saved;
    });
}

QFuture<Result<void>> CallDesk::discard()
{
    if (m_current && m_current->saving)
        return failed<void>(noCall());
    auto job = [this](OpenDesk &open) {
        return open.cache->drafts().remove(m_core.user().id, m_core.profile().device());
    };
    return continueOn(m_core.read(std::move(job)), this, [this](const Result<void> &removed) {
        if (removed) {
            m_current.reset();
            refreshState();
        }
        return removed;
    });
}

void CallDesk::changed()
{
    refreshState();
    const QByteArray body = QJsonDocument(m_current->call.toJson()).toJson(QJsonDocument::Compact);
    continueOn(m_core.read([this, body](OpenDesk &open) {
        return open.cache->drafts().put(m_core.user().id, m_core.profile().device(), {m_core.clock().now(), body});
    }),
               this, [this](const Result<void> &written) {
                   if (!written)
                       Q_EMIT draftFailed(written.error());
               });
}

void CallDesk::refreshState()
{
    m_state = m_current ? presentCall(m_current->call) : CallState();
    Q_EMIT stateChanged();
}

} // namespace consent::desk
