#include "domain/requestmachine.h"
#include "domain/requestchecklist.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

using Kind = RequestKind;
using State = RequestState;
using Step = RequestStep;
using Actor = RequestActor;

namespace {

template <typename E> std::vector<E> all()
{
    std::vector<E> values;
    for (const auto &entry : codesOf<E>)
        values.push_back(entry.value);
    return values;
}

constexpr std::array actors{Actor::Agent, Actor::Counter, Actor::Supervisor, Actor::PrivacyOfficer,
                            Actor::Administrator};

/// The rules written down a second time, as a table: where each step leads from each state for a kind that may be
/// deferred ("-" nowhere), in the order of the states Received, AwaitingPapers, Verified, Paused, Fulfilled, Refused,
/// Closed. And who may take it, as letters: a c s p.
struct Row
{
    Step step;
    const char *targets[7];
    const char *who;
};
constexpr Row table[]{
    {Step::VerifyIdentity, {"V", "V", "-", "-", "-", "-", "-"}, "acp"},
    {Step::AskPapers, {"A", "-", "-", "-", "-", "-", "-"}, "acsp"},
    {Step::PapersCame, {"-", "R", "-", "-", "-", "-", "-"}, "acsp"},
    {Step::Pause, {"-", "-", "P", "-", "-", "-", "-"}, "p"},
    {Step::Resume, {"-", "-", "-", "V", "-", "-", "-"}, "p"},
    {Step::Extend, {"-", "-", "V", "-", "-", "-", "-"}, "p"},
    {Step::Complete, {"-", "-", "F", "-", "-", "-", "-"}, "?"},
    {Step::Refuse, {"N", "N", "N", "N", "-", "-", "-"}, "p"},
    {Step::RecipientTold, {"-", "-", "-", "-", "F", "-", "-"}, "acsp"}, // with somebody left to tell
    {Step::TellResult, {"-", "-", "-", "-", "C", "C", "-"}, "acsp"},    // with nobody left to tell
    {Step::Cancel, {"C", "C", "C", "C", "-", "-", "-"}, "acp"},
    {Step::Expire, {"-", "C", "-", "-", "-", "-", "-"}, "p"},
    {Step::Object, {"-", "-", "-", "-", "-", "-", "R"}, "acsp"}, // closed because it was refused
};
const std::map<char, State> letters{{'R', State::Received}, {'A', State::AwaitingPapers}, {'V', State::Verified},
                                    {'P', State::Paused},   {'F', State::Fulfilled},      {'N', State::Refused},
                                    {'C', State::Closed}};
const std::map<Kind, const char *> completers{
    {Kind::Access, "cp"},    {Kind::ProofOfAccess, "cp"}, {Kind::Correction, "acp"}, {Kind::Erasure, "p"},
    {Kind::Suspension, "p"}, {Kind::Withdrawal, "acp"},   {Kind::Leaving, "acp"}};

char letterOf(Actor actor)
{
    return "acsp-"[std::ranges::find(actors, actor) - actors.begin()];
}

std::optional<State> expected(const RequestStanding &standing, Step step)
{
    const Row &row = *std::ranges::find(table, step, &Row::step);
    const char target = row.targets[static_cast<std::size_t>(standing.state)][0];
    if (target == '-')
        return std::nullopt;
    const bool urgent = standing.kind == Kind::Withdrawal || standing.kind == Kind::Leaving;
    if (urgent && (step == Step::Pause || step == Step::Extend))
        return std::nullopt;
    if (urgent && step == Step::Refuse && standing.state != State::Received && standing.state != State::AwaitingPapers)
        return std::nullopt;
    if (step == Step::Object && !standing.refused)
        return std::nullopt;
    if (step == Step::RecipientTold && standing.recipientsToTell == 0)
        return std::nullopt;
    if (step == Step::TellResult && standing.state == State::Fulfilled && standing.recipientsToTell > 0)
        return std::nullopt;
    return letters.at(target);
}

bool expectedActor(Kind kind, Step step, Actor actor)
{
    if (kind == Kind::Erasure && step == Step::TellResult)
        return actor == Actor::PrivacyOfficer; // destroys the keys
    const QByteArray who =
        step == Step::Complete ? completers.at(kind) : std::ranges::find(table, step, &Row::step)->who;
    return who.contains(letterOf(actor));
}

/// Every step by everybody from here. @return how many were tried
int tryEverything(const RequestStanding &standing)
{
    int cases = 0;
    for (const Step step : all<Step>()) {
        for (const Actor actor : actors) {
            const auto outcome = requestmachine::step(standing, step, actor);
            const auto target = expected(standing, step);
            bool right = false;
            if (!expectedActor(standing.kind, step, actor))
                right = !outcome && outcome.error().kind == ErrorKind::NotAllowed;
            else if (!target)
                right = !outcome && outcome.error().kind == ErrorKind::Conflict;
            else
                right = outcome.ok() && *outcome == *target;
            if (!right)
                qWarning() << toCode(standing.kind) << toCode(standing.state) << toCode(step) << int(actor)
                           << standing.refused;
            cases += right ? 1 : 0;
        }
    }
    return cases;
}

} // namespace

class RequestMachineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateEveryActorEveryEvent();
    void everyRefusedStepSaysWhy();
    void everyStateIsReachedAndLeadsToClosed();
    void noPathReleasesDataOrActsWhileUnverifiedOrFrozen();
    void aWithdrawalIsNeverDeferredAndNeverRefusedOnceVerified();
    void aCorrectionFreezesUntilItIsDecided();
    void aRefusalAlwaysHasAGroundWhereItIsPossible();
    void everyValueHasACodeAndAWord();
    void everyRequesterKnowsWhatToBring_data();
    void everyRequesterKnowsWhatToBring();
    void missingPapersAreNamed();
};

void RequestMachineTest::everyStateEveryActorEveryEvent()
{
    int cases = 0;
    for (const Kind kind : all<Kind>()) {
        for (const State state : all<State>()) {
            for (const int recipients : {0, 2}) {
                for (const bool refused : {false, true})
                    cases += tryEverything({kind, state, recipients, refused});
            }
        }
    }
    QCOMPARE(cases, 7 * 7 * 2 * 2 * 13 * 5);
}

void RequestMachineTest::everyRefusedStepSaysWhy()
{
    for (const Kind kind : all<Kind>()) {
        for (const State state : all<State>()) {
            for (const Step step : all<Step>()) {
                const auto outcome = requestmachine::after({kind, state, 1}, step);
                if (!outcome)
                    QVERIFY(outcome.error().message.size() > 20);
            }
        }
    }
}

void RequestMachineTest::everyStateIsReachedAndLeadsToClosed()
{
    for (const Kind kind : all<Kind>()) {
        std::vector<State> reached{State::Received};
        for (std::size_t i = 0; i < reached.size(); ++i) {
            for (const Step step : all<Step>()) {
                const auto next = requestmachine::after({kind, reached[i], 0}, step);
                if (next && std::ranges::find(reached, *next) == reached.end())
                    reached.push_back(*next);
            }
        }
        QCOMPARE(reached.size(), isWithoutDelay(kind) ? 6U : 7U); // Paused is for what can be deferred
        for (const State state : reached) {
            bool leaves = state == State::Closed;
            for (const Step step : all<Step>()) {
                const auto next = requestmachine::after({kind, state, 0}, step);
                leaves = leaves || (next && *next != state);
                QVERIFY(state != State::Closed || !next);
            }
            QVERIFY(leaves);
        }
    }
}

/// Random walks of every kind by everybody; what was verified is kept beside the machine.
void RequestMachineTest::noPathReleasesDataOrActsWhileUnverifiedOrFrozen()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto steps = all<Step>();
    int released = 0;
    int objections = 0;
    for (int walk = 0; walk < 20'000; ++walk) {
        RequestStanding standing{all<Kind>()[random() % 7], State::Received, int(random() % 2)};
        bool verified = false;
        for (int i = 0; i < 40; ++i) {
            const bool frozen = random() % 2 == 0;
            const bool releases = requestmachine::releasesData(standing, frozen);
            QVERIFY(!releases || (verified && !frozen));
            QVERIFY(!releases || standing.kind == Kind::Access || standing.kind == Kind::ProofOfAccess);
            released += releases ? 1 : 0;
            const Step step = steps[random() % steps.size()];
            const auto next = requestmachine::step(standing, step, actors[random() % actors.size()]);
            if (!next)
                continue;
            QVERIFY(verified || !requestmachine::needsVerification(step));
            QVERIFY(verified || *next != State::Fulfilled);
            verified = (verified || step == Step::VerifyIdentity) && step != Step::Object; // known anew
            objections += step == Step::Object ? 1 : 0;
            if (*next == State::Closed)
                standing.refused = standing.state == State::Refused;
            if (step == Step::RecipientTold)
                --standing.recipientsToTell;
            standing.state = *next;
        }
    }
    QVERIFY(objections > 100);
    QVERIFY(released > 100); // the property was looked at, not only missed
}

void RequestMachineTest::aWithdrawalIsNeverDeferredAndNeverRefusedOnceVerified()
{
    for (const Kind kind : {Kind::Withdrawal, Kind::Leaving}) {
        for (const Step step : {Step::Pause, Step::Extend, Step::Refuse})
            QVERIFY(!requestmachine::after({kind, State::Verified, 0}, step));
        QVERIFY(requestmachine::after({kind, State::Received, 0}, Step::Refuse));
        for (const Actor actor : {Actor::Agent, Actor::Counter, Actor::PrivacyOfficer})
            QVERIFY(requestmachine::step({kind, State::Verified, 0}, Step::Complete, actor));
    }
}

void RequestMachineTest::aCorrectionFreezesUntilItIsDecided()
{
    for (const Kind kind : all<Kind>()) {
        for (const State state : all<State>())
            QCOMPARE(requestmachine::freezes(kind, state), kind == Kind::Correction && isUndecided(state));
    }
}

void RequestMachineTest::aRefusalAlwaysHasAGroundWhereItIsPossible()
{
    for (const Kind kind : all<Kind>()) {
        for (const State state : all<State>()) {
            const bool possible = requestmachine::after({kind, state, 0}, Step::Refuse).ok();
            QCOMPARE(!requestmachine::refusalGrounds(kind, state).empty(), possible);
        }
    }
}

void RequestMachineTest::everyValueHasACodeAndAWord()
{
    const auto check = [](auto example) {
        using E = decltype(example);
        QStringList words;
        for (const E value : all<E>()) {
            QCOMPARE(fromCode<E>(toCode(value)), std::optional(value));
            QVERIFY(!label(value).isEmpty());
            QVERIFY(!words.contains(label(value)));
            words.append(label(value));
        }
        QVERIFY(!fromCode<E>(u"nonsense"));
    };
    check(Kind());
    check(RequestChannel());
    check(Requester());
    check(State());
    check(Step());
    check(RequestOutcome());
    check(RequestPaper());
    check(IdentityMethod());
    check(IdentityOutcome());
    check(RefusalGround());
}

void RequestMachineTest::everyRequesterKnowsWhatToBring_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("requester");
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("papers"); // alternatives with |, needs with a blank
    const auto row = [](const char *name, Kind kind, Requester requester, RequestChannel channel,
                        const QString &papers) {
        QTest::newRow(name) << int(kind) << int(requester) << int(channel) << papers;
    };
    using C = RequestChannel;
    row("self, visit", Kind::Access, Requester::Self, C::Visit, u"ownIdentity"_s);
    row("self, e-mail", Kind::Correction, Requester::Self, C::Email, u"ownIdentity"_s);
    row("self, phone", Kind::Access, Requester::Self, C::Phone, u"callerQuestions|ownIdentity"_s);
    row("self, phone, proof", Kind::ProofOfAccess, Requester::Self, C::Phone, u"ownIdentity"_s);
    row("self, phone, withdrawal", Kind::Withdrawal, Requester::Self, C::Phone, u"callerQuestions|ownIdentity"_s);
    row("guardian, visit", Kind::Access, Requester::Guardian, C::Visit, u"familyProof guardianIdentity"_s);
    row("guardian, phone, withdrawal", Kind::Withdrawal, Requester::Guardian, C::Phone,
        u"familyProof callerQuestions|guardianIdentity"_s);
    row("guardian, phone, access", Kind::Access, Requester::Guardian, C::Phone, u"familyProof guardianIdentity"_s);
    for (const C channel : {C::Phone, C::Visit, C::Email}) {
        row(qPrintable(u"agent, "_s + toCode(channel)), Kind::Withdrawal, Requester::Agent, channel,
            u"mandate sealCertificate agentIdentity"_s);
    }
}

void RequestMachineTest::everyRequesterKnowsWhatToBring()
{
    QFETCH(int, kind);
    QFETCH(int, requester);
    QFETCH(int, channel);
    QFETCH(QString, papers);
    QStringList needs;
    for (const PaperNeed &need : papersFor(Kind(kind), Requester(requester), RequestChannel(channel))) {
        QStringList codes;
        for (const RequestPaper paper : need.anyOf)
            codes.append(toCode(paper));
        needs.append(codes.join(u'|'));
    }
    QCOMPARE(needs.join(u' '), papers);
}

void RequestMachineTest::missingPapersAreNamed()
{
    const auto needs = papersFor(Kind::Access, Requester::Agent, RequestChannel::Visit);
    QCOMPARE(missingPapers(needs, {}).size(), 3U);
    QCOMPARE(missingPapers(needs, {RequestPaper::OwnIdentity}).size(), 3U); // another's paper is none of them
    const auto missing = missingPapers(needs, {RequestPaper::Mandate, RequestPaper::AgentIdentity});
    QCOMPARE(missing.size(), 1U);
    QCOMPARE(paperList(missing.front()), label(RequestPaper::SealCertificate));
    const auto either = papersFor(Kind::Access, Requester::Self, RequestChannel::Phone);
    QVERIFY(missingPapers(either, {RequestPaper::OwnIdentity}).empty());
    QVERIFY(paperList(either.front()).contains(label(RequestPaper::OwnIdentity)));
    for (const RequestPaper paper : all<RequestPaper>())
        QVERIFY(paperHelp(paper).endsWith(u'.'));
}

QTEST_GUILESS_MAIN(RequestMachineTest)
#include "requestmachinetest.moc"
