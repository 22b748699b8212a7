#include "fakerequests.h"

#include "desk/papers/paperchoices.h"
#include "samplepapers.h"
#include "ui/requests/paperpdf.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);
constexpr qint64 nowMs = 1'795'400'000'000;
constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr std::array steps{RequestStep::VerifyIdentity, RequestStep::AskPapers, RequestStep::PapersCame,
                           RequestStep::Pause,          RequestStep::Resume,    RequestStep::Extend,
                           RequestStep::Complete,       RequestStep::Refuse,    RequestStep::RecipientTold,
                           RequestStep::TellResult,     RequestStep::Cancel,    RequestStep::Expire,
                           RequestStep::Object};

QString clockText(int daysLeft)
{
    return daysLeft > 0 ? u"D-%1"_s.arg(daysLeft) : daysLeft == 0 ? u"D-Day"_s : u"D+%1"_s.arg(-daysLeft);
}

bool mayTake(RequestStep step, RequestState state)
{
    switch (step) {
    case RequestStep::VerifyIdentity:
    case RequestStep::AskPapers:
        return state == RequestState::Received;
    case RequestStep::PapersCame:
    case RequestStep::Expire:
        return state == RequestState::AwaitingPapers;
    case RequestStep::Pause:
    case RequestStep::Complete:
        return state == RequestState::Verified;
    case RequestStep::Resume:
        return state == RequestState::Paused;
    case RequestStep::Extend:
    case RequestStep::Refuse:
        return state == RequestState::Received || state == RequestState::Verified;
    case RequestStep::RecipientTold:
    case RequestStep::TellResult:
        return state == RequestState::Fulfilled || state == RequestState::Refused;
    case RequestStep::Cancel:
        return state != RequestState::Closed;
    case RequestStep::Object:
        return state == RequestState::Closed;
    }
    return false;
}

RequestState after(RequestStep step, RequestState state)
{
    switch (step) {
    case RequestStep::VerifyIdentity:
    case RequestStep::Resume:
        return RequestState::Verified;
    case RequestStep::AskPapers:
        return RequestState::AwaitingPapers;
    case RequestStep::PapersCame:
    case RequestStep::Object:
        return RequestState::Received;
    case RequestStep::Pause:
        return RequestState::Paused;
    case RequestStep::Complete:
        return RequestState::Fulfilled;
    case RequestStep::Refuse:
        return RequestState::Refused;
    case RequestStep::TellResult:
    case RequestStep::Cancel:
    case RequestStep::Expire:
        return RequestState::Closed;
    case RequestStep::Extend:
    case RequestStep::RecipientTold:
        break;
    }
    return state;
}

} // namespace

FakeRequests::FakeRequests()
{
    const QStringList names{u"홍길동"_s, u"김하늘"_s, u"나어린"_s, u"박보람"_s, u"이가람"_s};
    for (const QString &name : names)
        m_people.push_back({SubjectId::create(), name, u"010-****-%1"_s.arg(1234 + m_people.size()), QDate(1990, 1, 1),
                            MembershipState::Joined});
}

template <typename T> QFuture<Result<T>> FakeRequests::reply(T value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(m_failure ? Result<T>(*std::exchange(m_failure, std::nullopt)) : Result<T>(std::move(value)));
    promise.finish();
    return promise.future();
}

RequestId FakeRequests::add(RequestKind kind, Requester requester, RequestState state, int daysLeft,
                            const QString &name)
{
    desk::RequestView view;
    const auto person = std::ranges::find(m_people, name, &desk::SubjectSummary::name);
    view.subject = person == m_people.end() ? m_people.front() : *person;
    desk::RequestSummary &summary = view.summary;
    summary.id = RequestId::create();
    summary.number = u"R261123-7K3Q%1"_s.arg(m_requests.size());
    summary.subject = view.subject.id;
    summary.subjectMaskedName = maskedName(view.subject.name);
    summary.kind = kind;
    summary.requester = requester;
    summary.state = state;
    summary.received = fromMs(nowMs - (10 - daysLeft) * dayMs);
    summary.clock.daysLeft = daysLeft;
    summary.clock.due = today.addDays(daysLeft);
    summary.clock.stopped = state == RequestState::Paused || state == RequestState::AwaitingPapers;
    summary.clock.overdue = isUndecided(state) && daysLeft < 0;
    summary.clock.text = clockText(daysLeft);
    view.countingLine = u"접수한 날을 빼고 달력 10일"_s;
    view.details = u"제 정보를 어떻게 쓰는지 알고 싶습니다."_s;
    if (requester != Requester::Self) {
        view.requesterName = u"홍어른"_s;
        view.requesterContact = u"010-****-9999"_s;
        view.requesterRelation = u"모"_s;
    }
    for (const PaperNeed &need : domain::papersFor(kind, requester, summary.channel)) {
        view.papers.push_back({need.anyOf.front(), label(need.anyOf.front()), paperHelp(need.anyOf.front()), false,
                               state != RequestState::Received && state != RequestState::AwaitingPapers});
        if (!view.papers.back().present)
            view.missingPapers += view.papers.back().title;
    }
    if (state != RequestState::Received && state != RequestState::AwaitingPapers)
        view.checks.push_back({EventId::create(),
                               fromMs(nowMs - dayMs),
                               u"김상담"_s,
                               IdentityMethod::PhoneQuestions,
                               std::nullopt,
                               IdentityOutcome::Passed,
                               {},
                               false});
    if (kind == RequestKind::Correction) {
        view.personFrozen = isUndecided(state);
        view.changes = {{SubjectField::Phone, u"010-****-1234"_s, u"010-0000-5678"_s}};
        view.recipients = {{ProvisionId::create(), u"경찰청"_s, fromMs(nowMs - 30 * dayMs), false}};
    }
    view.timeline = {{EventId::create(), summary.received, u"김상담"_s, u"전화로 요청을 접수했습니다."_s, {}, false}};
    m_requests.push_back(view);
    allow(m_requests.back());
    return summary.id;
}

desk::RequestView &FakeRequests::view(const RequestId &request)
{
    const auto found =
        std::ranges::find_if(m_requests, [&request](const auto &one) { return one.summary.id == request; });
    if (found == m_requests.end())
        qFatal("no such request");
    return *found;
}

void FakeRequests::allow(desk::RequestView &request) const
{
    request.actions.clear();
    for (const RequestStep step : steps) {
        const bool allowed = mayTake(step, request.summary.state);
        request.actions.push_back({step, allowed, allowed ? QString() : u"지금은 할 수 없습니다."_s});
    }
}

void FakeRequests::note(desk::RequestView &request, const QString &what, const QString &reason)
{
    request.timeline.push_back({EventId::create(), fromMs(nowMs), u"김상담"_s, what, reason, false});
}

QFuture<Result<desk::RequestCounts>> FakeRequests::counts()
{
    desk::RequestCounts counts;
    for (const desk::RequestView &request : m_requests) {
        ++counts.byState[request.summary.state];
        counts.open += request.summary.state != RequestState::Closed ? 1 : 0;
        counts.overdue += request.summary.clock.overdue ? 1 : 0;
        counts.dueToday += isUndecided(request.summary.state) && request.summary.clock.daysLeft == 0 ? 1 : 0;
        counts.conflicts += request.summary.conflict ? 1 : 0;
    }
    return reply(counts);
}

QFuture<Result<std::vector<desk::RequestSummary>>> FakeRequests::list(const desk::RequestFilter &filter)
{
    std::vector<desk::RequestSummary> list;
    for (const desk::RequestView &request : m_requests) {
        const desk::RequestSummary &one = request.summary;
        const bool wanted = (filter.withClosed || one.state != RequestState::Closed) &&
                            (!filter.overdueOnly || one.clock.overdue) && (!filter.state || *filter.state == one.state);
        if (wanted)
            list.push_back(one);
    }
    if (listFailure)
        m_failure = std::exchange(listFailure, std::nullopt);
    std::ranges::stable_sort(list, {}, [](const desk::RequestSummary &one) { return one.clock.due; });
    return reply(std::move(list));
}

QFuture<Result<desk::RequestView>> FakeRequests::open(const RequestId &request)
{
    ++opened;
    return reply(view(request));
}

QFuture<Result<desk::RequestView>> FakeRequests::receive(const desk::NewRequest &request)
{
    received.push_back(request);
    const auto person = std::ranges::find(m_people, request.subject, &desk::SubjectSummary::id);
    if (m_failure || person == m_people.end())
        return reply(desk::RequestView{});
    const RequestId made = add(request.kind, request.requester, RequestState::Received, 10, person->name);
    view(made).summary.channel = request.channel;
    return reply(view(made));
}

QFuture<Result<desk::RequestView>> FakeRequests::move(const RequestId &request, const ui::RequestMove &move)
{
    moves.push_back(move);
    desk::RequestView &moved = view(request);
    if (m_failure)
        return reply(moved);
    const bool failedCheck =
        move.step == RequestStep::VerifyIdentity && move.identity.outcome != IdentityOutcome::Passed;
    if (!failedCheck)
        moved.summary.state = after(move.step, moved.summary.state);
    if (move.step == RequestStep::VerifyIdentity)
        moved.checks.push_back({EventId::create(),
                                fromMs(nowMs),
                                u"김상담"_s,
                                move.identity.method,
                                move.identity.document,
                                move.identity.outcome,
                                {},
                                false});
    if (move.step == RequestStep::Refuse) {
        moved.refusalGround = move.ground;
        moved.refusalReason = move.reason;
    }
    if (move.step == RequestStep::TellResult) {
        moved.summary.outcome = moved.refusalGround ? RequestOutcome::Refused : RequestOutcome::Done;
        moved.documentNumber = move.told.documentNumber;
    }
    moved.summary.clock.stopped =
        moved.summary.state == RequestState::Paused || moved.summary.state == RequestState::AwaitingPapers;
    moved.summary.clock.overdue = isUndecided(moved.summary.state) && moved.summary.clock.daysLeft < 0;
    note(moved, label(move.step), move.reason);
    allow(moved);
    return reply(moved);
}

QFuture<Result<desk::AuthenticityOutcome>> FakeRequests::checkAuthenticity(const RequestId &,
                                                                           const desk::AuthenticityInput &input)
{
    authenticity.push_back(input);
    desk::AuthenticityOutcome outcome;
    outcome.verdict = input.manualGenuine ? desk::AuthenticityOutcome::Verdict::Genuine
                                          : desk::AuthenticityOutcome::Verdict::NotGenuine;
    outcome.reference = input.manualReference;
    outcome.sentence = u"답변을 기록했습니다: %1"_s.arg(input.manualReference);
    return reply(outcome);
}

QFuture<Result<std::vector<desk::SubjectSummary>>> FakeRequests::search(const QString &text)
{
    std::vector<desk::SubjectSummary> found;
    std::ranges::copy_if(m_people, std::back_inserter(found), [&text](const desk::SubjectSummary &person) {
        return !text.isEmpty() && person.name.contains(text);
    });
    return reply(std::move(found));
}

QFuture<Result<desk::SubjectCard>> FakeRequests::person(const SubjectId &subject)
{
    desk::SubjectCard card;
    card.summary = *std::ranges::find(m_people, subject, &desk::SubjectSummary::id);
    card.items = {{u"marketing"_s, u"마케팅 활용"_s, false, ItemCategory::Marketing, Channel::None,
                   ConsentStatus::Granted, fromMs(nowMs)}};
    return reply(std::move(card));
}

QFuture<Result<std::vector<desk::PaperSummary>>> FakeRequests::papers(const SubjectId &, const RequestId &request)
{
    std::vector<desk::PaperSummary> list;
    for (const desk::IssuedPaper &paper : m_papers[request.toString()])
        list.insert(list.begin(), paper.summary);
    return reply(std::move(list));
}

QFuture<Result<desk::IssuedPaper>> FakeRequests::issue(const RequestId &request, desk::PaperKind kind)
{
    static const domain::Organisation company = samplepapers::organisation();
    desk::RequestAnswer answer;
    answer.held = {{u"이름"_s, u"홍길동"_s}};
    desk::IssuedPaper issued;
    issued.paper = desk::writePaper(kind, samplepapers::head(company), view(request), answer, {});
    issued.pdf = *ui::PaperPdf().print(issued.paper);
    issued.summary = {EventId::create(),
                      issued.paper.number,
                      kind,
                      fromMs(nowMs),
                      u"김상담"_s,
                      QString::fromLatin1(QCryptographicHash::hash(issued.pdf, QCryptographicHash::Sha256).toHex())};
    if (!m_failure)
        m_papers[request.toString()].push_back(issued);
    return reply(issued);
}

QFuture<Result<desk::IssuedPaper>> FakeRequests::again(const EventId &paper)
{
    for (const auto &[request, papers] : m_papers) {
        for (const desk::IssuedPaper &one : papers) {
            if (one.summary.event == paper)
                return reply(one);
        }
    }
    qFatal("no such paper");
}

QFuture<Result<void>> FakeRequests::used(const EventId &, desk::PaperUse use)
{
    uses.push_back(use);
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(m_failure ? Result<void>(*std::exchange(m_failure, std::nullopt)) : Result<void>());
    promise.finish();
    return promise.future();
}

std::vector<PaperNeed> FakeRequests::papersFor(RequestKind kind, Requester requester, RequestChannel channel) const
{
    return domain::papersFor(kind, requester, channel);
}

desk::DocumentHelp FakeRequests::documentHelp(DocumentKind kind, const QString &number) const
{
    desk::DocumentHelp help;
    help.check = checkDocument(kind, number, today);
    help.sentence = help.check.reason;
    return help;
}

desk::RequestClock FakeRequests::clockFor(RequestKind) const
{
    desk::RequestClock clock;
    clock.due = today.addDays(10);
    clock.daysLeft = 10;
    clock.text = u"D-10"_s;
    return clock;
}
