#include "desk/sample/samplecalls.h"

#include "desk/calls/callsaving.h"
#include "desk/people/subjectcards.h"

namespace consent::desk {

using namespace Qt::StringLiterals;
using domain::Decision;

namespace {

// What draw() is asked for; 1 to 4 belong to the person itself.
constexpr std::uint32_t drawAnswer = 100;
constexpr std::uint32_t drawPace = 300;
constexpr std::uint32_t drawOptOut = 500;
constexpr int mostSteps = 200; // A script that goes round in circles ends the walk, not the program.

constexpr auto koreaAhead = std::chrono::hours(9); // Korea is at UTC+9 all year
constexpr auto opening = std::chrono::hours(9);
constexpr auto openFor = std::chrono::hours(9);

} // namespace

UtcTime sampleMoment(UtcTime from, std::chrono::days span, int index, int count)
{
    const auto firstDay = std::chrono::floor<std::chrono::days>(from + koreaAhead) + std::chrono::days(1);
    const std::int64_t place = std::int64_t(index) * span.count();
    const auto day = std::chrono::days(place / count);
    const auto intoDay = std::chrono::duration_cast<Milliseconds>(openFor) * (place % count) / count;
    return firstDay + day + opening + intoDay - koreaAhead;
}

Result<int> SampleCalls::hold(std::uint32_t index, UtcTime at)
{
    const SamplePerson person = m_people.at(index);
    auto subject = domain::Subject::create(
        {person.name, person.phone, person.birthDate.toString(u"yyyyMMdd"_s), person.email, {}}, koreanDate(at));
    if (!subject)
        return subject.error();
    CallOptions options;
    options.language = domain::Language::Korean;
    auto call = CallInProgress::begin(
        m_documents, m_organisation,
        {*subject, true, subjectcards::freshItemStates(*m_documents.script), options, m_agent, at});
    if (!call)
        return call.error();
    if (auto walked = walk(*call, index); !walked)
        return walked.error();
    StandingClock clock;
    clock.set(at + Milliseconds(call->latestMs()));
    EventRecorder recorder(m_open, m_profile, m_agent, clock);
    const auto saved = callsaving::record(m_open, recorder, *call, m_organisation, m_profile.device(), clock.now());
    if (!saved)
        return saved.error();
    int events = 2;
    // One in twenty has had enough of advertising a day later.
    if (m_people.draw(index, drawOptOut, 20) == 0) {
        clock.set(at + std::chrono::hours(24));
        call->subjectWasRegistered();
        if (auto ended = callsaving::optOut(recorder, *call, {}); !ended)
            return ended.error();
        ++events;
    }
    return events;
}

Result<void> SampleCalls::walk(CallInProgress &call, std::uint32_t index) const
{
    qint64 at = 0;
    for (std::uint32_t step = 0; step < mostSteps && !call.atSummary(); ++step) {
        // One clause in fifty is passed faster than it can be spoken, so that reviewers find something.
        const bool hasty = m_people.draw(index, drawPace + step, 50) == 0;
        at += hasty ? call.run().speakableMs() / 3
                    : call.run().speakableMs() + 500 + m_people.draw(index, drawPace + mostSteps + step, 2500);
        const domain::Clause &clause = call.run().current();
        if (clause.role == domain::ClauseRole::GuardianCheck && !call.subject().guardian) {
            if (auto set = call.setGuardian({u"보호자"_s, u"01000000000"_s, u"모"_s, u"phone"_s}); !set)
                return set;
        }
        if (clause.kind != domain::ClauseKind::Ask) {
            if (auto passed = call.next(at); !passed)
                return passed;
            continue;
        }
        const domain::ConsentItem *item = m_documents.script->item(clause.item);
        const std::uint32_t yesInHundred = item == nullptr ? 100 : item->mandatory ? 97 : 55;
        const bool yes = m_people.draw(index, drawAnswer + step, 100) < yesInHundred;
        if (auto answered = call.answer(yes ? Decision::Granted : Decision::Refused, at); !answered)
            return answered;
    }
    return call.toSummary(at);
}

} // namespace consent::desk
