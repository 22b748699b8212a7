#include "requestsamples.h"

#include "domain/requestmachine.h"

#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::ledger;
using namespace consent::ledger::samples;

namespace types = consent::ledger::eventtypes;
using Kind = domain::RequestKind;
using State = domain::RequestState;
using Step = domain::RequestStep;

class RequestProjectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeRequestComesToItsEnd();
    void everyOrderOfArrivalGivesTheSame();
    void ofTwoDesksAtOnceTheFirstCountsAndTheOtherIsShown();
    void whatIsDoneToACorrectionThatWasPausedMeanwhileDoesNotUnfreeze();
    void aFailedCheckMovesNothing();
    void nothingCountsPastVerificationWithoutIt();
    void recipientsAreToldOneByOneBeforeTheEnd();
    void theClockStandsStillWhilePapersAreAwaited();
    void aFreezeStandsWithoutTheOpeningAndOnATie();
    void aSuspensionFreezesByItsEventsOnly();
    void eventsOfOthersBelongToNoRequest();

private:
    Event at(int minute, QLatin1StringView type, const QJsonObject &facts, int device = 0)
    {
        return m_desk.event(type, facts, m_start + std::chrono::minutes(minute), device);
    }
    Event move(int minute, Step step, int device = 0)
    {
        return at(minute, types::requestMoved, moved(m_request, step).toFacts(), device);
    }
    Event open(Kind kind) { return at(0, types::requestOpened, opened(m_request, kind, m_start).toFacts()); }
    Event verify(int minute, int device = 0)
    {
        return at(minute, types::identityChecked, checked(m_request, domain::IdentityOutcome::Passed).toFacts(),
                  device);
    }
    Event close(int minute, domain::RequestOutcome outcome, int device = 0)
    {
        return at(minute, types::requestClosed, closed(m_request, outcome).toFacts(), device);
    }
    Event freeze(int minute, Kind kind, int device = 0)
    {
        return at(minute, types::subjectFrozen, SubjectFreeze{m_request, kind, {}}.toFacts(), device);
    }
    Event unfreeze(int minute, Kind kind, int device = 0)
    {
        return at(minute, types::subjectUnfrozen, SubjectFreeze{m_request, kind, {}}.toFacts(), device);
    }

    Desk m_desk;
    const RequestId m_request = RequestId::create();
    const UtcTime m_start = fromMs(1'795'400'000'000);
};

void RequestProjectionTest::aWholeRequestComesToItsEnd()
{
    const RequestFold fold =
        foldRequest({open(Kind::Access), verify(1), move(2, Step::Extend), move(3, Step::Pause), move(4, Step::Resume),
                     move(5, Step::Complete), close(6, domain::RequestOutcome::Done)});
    QVERIFY(fold.record.has_value());
    QCOMPARE(fold.record->state, State::Closed);
    QCOMPARE(fold.record->outcome, std::optional(domain::RequestOutcome::Done));
    QCOMPARE(fold.record->extraDays, 5);
    QCOMPARE(fold.record->stops.size(), 1U);
    QCOMPARE(fold.record->stops[0].until, std::optional(m_start + std::chrono::minutes(4)));
    QCOMPARE(fold.record->decided, std::optional(m_start + std::chrono::minutes(5)));
    QCOMPARE(fold.record->conflicts, 0);
    QCOMPARE(fold.traces.size(), 7U);
    QVERIFY(!fold.frozen);
}

/// Random histories of two desks that know nothing of each other, every event possible or not.
void RequestProjectionTest::everyOrderOfArrivalGivesTheSame()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    int conflicts = 0;
    int ended = 0;
    for (int history = 0; history < 400; ++history) {
        const auto kind = Kind(random() % 7);
        std::vector<Event> events{open(kind)};
        for (int i = 0; i < 12; ++i) {
            const int minute = int(random() % 8); // often the same
            const int device = int(random() % 2);
            switch (random() % 6) {
            case 0:
                events.push_back(verify(minute, device));
                break;
            case 1:
                events.push_back(close(minute, domain::RequestOutcome(random() % 4), device));
                break;
            case 2:
                events.push_back(freeze(minute, Kind::Correction, device));
                break;
            case 3:
                events.push_back(unfreeze(minute, Kind::Correction, device));
                break;
            default:
                events.push_back(move(minute,
                                      std::array{Step::AskPapers, Step::PapersCame, Step::Pause, Step::Resume,
                                                 Step::Extend, Step::Complete, Step::Refuse}[random() % 7],
                                      device));
                break;
            }
        }
        const RequestFold expected = foldRequest(events);
        conflicts += expected.record ? expected.record->conflicts : 0;
        ended += expected.record && expected.record->state == State::Closed ? 1 : 0;
        // Every event is there, in one place; what counted could count.
        QCOMPARE(expected.traces.size(), events.size());
        for (int i = 0; i < 5; ++i) {
            std::shuffle(events.begin(), events.end(), random);
            QVERIFY(foldRequest(events) == expected);
        }
        // A correction that is not decided is frozen, whatever unfroze it.
        if (expected.record && domain::requestmachine::freezes(kind, expected.record->state))
            QVERIFY(expected.frozen.has_value());
    }
    QVERIFY(conflicts > 200);
    QVERIFY(ended > 20);
}

void RequestProjectionTest::ofTwoDesksAtOnceTheFirstCountsAndTheOtherIsShown()
{
    const Event done = move(5, Step::Complete, 0);
    const Event refused = at(
        6, types::requestMoved,
        [this] {
            RequestMoved facts = moved(m_request, Step::Refuse);
            facts.ground = domain::RefusalGround::NothingHeld;
            return facts.toFacts();
        }(),
        1);
    const RequestFold fold = foldRequest({refused, done, verify(1), open(Kind::Access)});
    QCOMPARE(fold.record->state, State::Fulfilled);
    QCOMPARE(fold.record->conflicts, 1);
    QVERIFY(!fold.record->ground);
    QCOMPARE(fold.traces.back().event, refused.id);
    QVERIFY(fold.traces.back().conflict);
    QCOMPARE(fold.traces.back().state, State::Fulfilled);
}

void RequestProjectionTest::whatIsDoneToACorrectionThatWasPausedMeanwhileDoesNotUnfreeze()
{
    const RequestFold fold =
        foldRequest({open(Kind::Correction), freeze(0, Kind::Correction), verify(1), move(2, Step::Pause, 1),
                     move(3, Step::Complete, 0), unfreeze(3, Kind::Correction, 0)});
    QCOMPARE(fold.record->state, State::Paused);
    QCOMPARE(fold.record->conflicts, 1);
    QVERIFY(fold.frozen.has_value());
    QCOMPARE(*fold.frozen, m_start);
}

void RequestProjectionTest::aFailedCheckMovesNothing()
{
    for (const auto outcome : {domain::IdentityOutcome::Failed, domain::IdentityOutcome::Inconclusive}) {
        const RequestFold fold =
            foldRequest({open(Kind::Access), at(1, types::identityChecked, checked(m_request, outcome).toFacts()),
                         move(2, Step::Complete)});
        QCOMPARE(fold.record->state, State::Received);
        QCOMPARE(fold.record->conflicts, 1); // the completing, not the check
        QVERIFY(!fold.traces[1].conflict);
    }
}

void RequestProjectionTest::nothingCountsPastVerificationWithoutIt()
{
    for (const auto &kind : domain::codesOf<Kind>) {
        const RequestFold fold = foldRequest({open(kind.value), move(1, Step::Complete), move(2, Step::Pause),
                                              move(3, Step::Extend), close(4, domain::RequestOutcome::Done)});
        QCOMPARE(fold.record->state, State::Received);
        QCOMPARE(fold.record->conflicts, 4);
    }
}

void RequestProjectionTest::recipientsAreToldOneByOneBeforeTheEnd()
{
    RequestMoved complete = moved(m_request, Step::Complete);
    complete.recipients = {ProvisionId::create(), ProvisionId::create()};
    const auto told = [&](int minute, std::size_t which, int device = 0) {
        RequestMoved facts = moved(m_request, Step::RecipientTold);
        facts.provision = complete.recipients[which];
        return at(minute, types::requestMoved, facts.toFacts(), device);
    };
    std::vector<Event> events{open(Kind::Correction),
                              verify(1),
                              at(2, types::requestMoved, complete.toFacts()),
                              told(3, 0),
                              told(4, 0, 1),
                              close(5, domain::RequestOutcome::Done)};
    RequestFold fold = foldRequest(events);
    QCOMPARE(fold.record->state, State::Fulfilled);
    QCOMPARE(fold.record->recipientsToTell(), 1);
    QCOMPARE(fold.record->conflicts, 2); // told twice, and closed too early
    events.push_back(told(6, 1));
    events.push_back(close(7, domain::RequestOutcome::Done));
    fold = foldRequest(events);
    QCOMPARE(fold.record->state, State::Closed);
    QCOMPARE(fold.record->recipientsToTell(), 0);
}

void RequestProjectionTest::theClockStandsStillWhilePapersAreAwaited()
{
    std::vector<Event> events{open(Kind::Access), move(1, Step::AskPapers)};
    QCOMPARE(foldRequest(events).record->stops.size(), 1U);
    QVERIFY(!foldRequest(events).record->stops[0].until);
    events.push_back(verify(9)); // the papers came with the check
    const RequestFold fold = foldRequest(events);
    QCOMPARE(fold.record->stops[0].from, m_start + std::chrono::minutes(1));
    QCOMPARE(fold.record->stops[0].until, std::optional(m_start + std::chrono::minutes(9)));
}

void RequestProjectionTest::aFreezeStandsWithoutTheOpeningAndOnATie()
{
    QVERIFY(foldRequest({freeze(1, Kind::Correction)}).frozen.has_value());
    QVERIFY(!foldRequest({freeze(1, Kind::Correction)}).record);
    QVERIFY(foldRequest({freeze(1, Kind::Correction, 0), unfreeze(1, Kind::Correction, 1)}).frozen.has_value());
    QVERIFY(foldRequest({freeze(1, Kind::Correction, 1), unfreeze(1, Kind::Correction, 0)}).frozen.has_value());
    QVERIFY(!foldRequest({freeze(1, Kind::Correction), unfreeze(2, Kind::Correction)}).frozen);
    QVERIFY(foldRequest({unfreeze(1, Kind::Correction), freeze(2, Kind::Correction, 1)}).frozen.has_value());
}

void RequestProjectionTest::aSuspensionFreezesByItsEventsOnly()
{
    std::vector<Event> events{open(Kind::Suspension), verify(1)};
    QVERIFY(!foldRequest(events).frozen);
    events.push_back(move(2, Step::Complete));
    events.push_back(freeze(2, Kind::Suspension));
    events.push_back(close(3, domain::RequestOutcome::Done));
    const RequestFold fold = foldRequest(events);
    QCOMPARE(fold.record->state, State::Closed);
    QVERIFY(fold.frozen.has_value()); // beyond the end of the request, until it is lifted
    QCOMPARE(fold.record->conflicts, 0);
    events.push_back(unfreeze(9, Kind::Suspension));
    QVERIFY(!foldRequest(events).frozen);
}

void RequestProjectionTest::eventsOfOthersBelongToNoRequest()
{
    Event event = open(Kind::Access);
    QCOMPARE(requestOf(event), std::optional(m_request));
    event.v = currentEventVersion + 1;
    QVERIFY(!requestOf(event));
    event.v = currentEventVersion;
    event.subject.reset();
    QVERIFY(!requestOf(event));
    Event other = open(Kind::Access);
    other.type = types::consentCaptured;
    QVERIFY(!requestOf(other));
    Event broken = open(Kind::Access);
    broken.facts.remove(u"kind"_s);
    QVERIFY(!requestOf(broken));
}

QTEST_GUILESS_MAIN(RequestProjectionTest)
#include "requestprojectiontest.moc"
