// Two registrations of one person: found, compared, made one and taken apart, on one desk and between two desks that
// can't see each other when they register somebody.
#include "support/sync/twodesks.h"

#include "desk/log/documentdesk.h"
#include "desk/people/mergedesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/shippedfiles.h"
#include "ledger/requestfacts.h"
#include "unit/cache/testdesk.h"

#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;
using domain::Decision;

namespace types = ledger::eventtypes;

namespace {

const QString phone = u"01000004321"_s;
const QString born = u"1985-05-05"_s;

template <typename T> T must(QFuture<Result<T>> future)
{
    const Result<T> result = future.result();
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

} // namespace

class MergeDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desks = std::make_unique<TwoDesks>(); }
    void cleanup() { m_desks.reset(); }

    void aPersonRegisteredOnTwoOfflineDesksIsOfferedAtBothAfterSync();
    void aMergeOnOneDeskIsSeenOnTheOtherAndIsUndoneThere();
    void twoPeopleAreNotOfferedAgainOnEitherDesk();
    void bothDesksMergingAtTheSameTimeAgreeOnOnePerson();
    void aMergeNeverTurnsANoIntoAYes_data();
    void aMergeNeverTurnsANoIntoAYes();
    void aYesGivenAfterTheMergeCounts();
    void takingApartGivesEachItsOwnAnswersBack();
    void theComparisonShowsWhatWouldCountAndIsLogged();
    void oneOfBothFrozenFreezesThePerson();
    void anErasedRegistrationIsNeitherOfferedNorMerged();
    void erasingOneOfAMergedPersonLeavesTheOther();
    void mergingWhatIsOneAlreadyIsRefusedAlsoInACircle();
    void aCircleOfMergesFromTwoDesksIsOnePerson();
    void takingApartTwiceIsRefused();
    void theSearchFindsOnePersonOnce();

private:
    /// As two branches register the same person while the line is down.
    std::pair<SubjectId, SubjectId> registeredTwice()
    {
        const SubjectId first = m_desks->registered(m_desks->one(), u"김하나"_s, phone, born);
        const SubjectId second = m_desks->registered(m_desks->other(), u"김 하나"_s, phone, born);
        return {first, second};
    }
    static std::vector<MergeOffer> offers(SimDesk &desk)
    {
        MergeDesk merges(desk.core(), nullptr);
        MergeOffers found = must(merges.offers());
        if (found.total != qint64(found.offers.size()) || must(merges.openCount()) != found.total)
            qFatal("the count and the list differ");
        return std::move(found.offers);
    }
    static SubjectCard card(SimDesk &desk, const SubjectId &subject)
    {
        return must(SubjectDesk(desk.core(), nullptr).open(subject));
    }
    static MergeId merge(SimDesk &desk, const SubjectId &into, const SubjectId &from)
    {
        return must(MergeDesk(desk.core(), nullptr).merge(into, from));
    }
    static void separate(SimDesk &desk, const SubjectId &subject, const MergeId &merge)
    {
        must(MergeDesk(desk.core(), nullptr).separate(subject, merge));
    }
    static std::vector<MergeView> mergesOf(SimDesk &desk, const SubjectId &subject)
    {
        return must(MergeDesk(desk.core(), nullptr).mergesOf(subject));
    }
    static QByteArray shown(SimDesk &desk)
    {
        return desk.core().read([](OpenDesk &open) { return projectionsAsText(*open.cache); }).result();
    }

    std::unique_ptr<TwoDesks> m_desks;
};

void MergeDeskTest::aPersonRegisteredOnTwoOfflineDesksIsOfferedAtBothAfterSync()
{
    const auto [first, second] = registeredTwice();
    QVERIFY(offers(m_desks->one()).empty()); // neither can know
    QVERIFY(offers(m_desks->other()).empty());
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        const auto found = offers(*desk);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().likeness, cache::Likeness::All); // blanks in a name are none
        QVERIFY((found.front().one.id == first && found.front().other.id == second) ||
                (found.front().one.id == second && found.front().other.id == first));
        QCOMPARE(card(*desk, first).lookAlikes, 1);
        QCOMPARE(card(*desk, first).registrations, 1);
    }
    // Somebody else of the same name is somebody else; of the same name and number is offered.
    m_desks->registered(m_desks->one(), u"김하나"_s, u"01000009999"_s, u"1970-01-01"_s);
    QCOMPARE(offers(m_desks->one()).size(), std::size_t(1));
    m_desks->registered(m_desks->one(), u"김하나"_s, phone, u"1970-01-02"_s);
    QCOMPARE(offers(m_desks->one()).size(), std::size_t(3));
    QCOMPARE(offers(m_desks->one()).front().likeness, cache::Likeness::All); // the likeliest first
}

void MergeDeskTest::aMergeOnOneDeskIsSeenOnTheOtherAndIsUndoneThere()
{
    const auto [first, second] = registeredTwice();
    m_desks->exchange();
    const MergeId id = merge(m_desks->one(), first, second);
    QVERIFY(offers(m_desks->one()).empty());
    QCOMPARE(offers(m_desks->other()).size(), std::size_t(1)); // not yet
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QVERIFY(offers(*desk).empty());
        for (const SubjectId &subject : {first, second}) {
            QCOMPARE(card(*desk, subject).summary.id, first);
            QCOMPARE(card(*desk, subject).registrations, 2);
            QCOMPARE(card(*desk, subject).lookAlikes, 0);
        }
        const auto merges = mergesOf(*desk, second);
        QCOMPARE(merges.size(), std::size_t(1));
        QCOMPARE(merges.front().id, id);
        QCOMPARE(merges.front().into.id, first);
        QCOMPARE(merges.front().from.id, second);
    }
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));

    separate(m_desks->other(), first, id);
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QCOMPARE(card(*desk, second).summary.id, second);
        QCOMPARE(card(*desk, second).registrations, 1);
        QVERIFY(mergesOf(*desk, first).empty());
        QCOMPARE(offers(*desk).size(), std::size_t(1)); // nobody said that they are two people
    }
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));
}

void MergeDeskTest::twoPeopleAreNotOfferedAgainOnEitherDesk()
{
    const auto [first, second] = registeredTwice();
    m_desks->exchange();
    must(MergeDesk(m_desks->one().core(), nullptr).keepApart(second, first));
    QVERIFY(offers(m_desks->one()).empty());
    m_desks->exchange();
    QVERIFY(offers(m_desks->other()).empty());
    QCOMPARE(card(m_desks->other(), first).lookAlikes, 0);
    // Who finds out better may still merge them.
    merge(m_desks->other(), first, second);
    QCOMPARE(card(m_desks->other(), second).registrations, 2);
}

void MergeDeskTest::bothDesksMergingAtTheSameTimeAgreeOnOnePerson()
{
    const auto [first, second] = registeredTwice();
    m_desks->exchange();
    merge(m_desks->one(), first, second);
    m_desks->advance(std::chrono::minutes(3));
    merge(m_desks->other(), second, first);
    m_desks->exchange();
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()})
        QCOMPARE(card(*desk, second).summary.id, first); // the earlier of the two stands
    // One person is apart only when every merge between them is undone.
    for (const MergeView &merge : mergesOf(m_desks->one(), first))
        separate(m_desks->one(), first, merge.id);
    m_desks->exchange();
    QCOMPARE(card(m_desks->other(), second).registrations, 1);
}

void MergeDeskTest::aMergeNeverTurnsANoIntoAYes_data()
{
    QTest::addColumn<bool>("noFirst");
    QTest::addColumn<bool>("noOnTheStandingOne");
    QTest::addColumn<bool>("optOut");
    for (const bool noFirst : {true, false}) {
        for (const bool standing : {true, false}) {
            for (const bool optOut : {true, false}) {
                QTest::addRow("the no %s the yes, %s, %s", noFirst ? "before" : "after",
                              standing ? "under the one that goes on" : "under the other one",
                              optOut ? "as an opt-out" : "as a refusal")
                    << noFirst << standing << optOut;
            }
        }
    }
}

void MergeDeskTest::aMergeNeverTurnsANoIntoAYes()
{
    QFETCH(bool, noFirst);
    QFETCH(bool, noOnTheStandingOne);
    QFETCH(bool, optOut);
    const auto [first, second] = registeredTwice();
    SimDesk &noDesk = noOnTheStandingOne ? m_desks->one() : m_desks->other();
    SimDesk &yesDesk = noOnTheStandingOne ? m_desks->other() : m_desks->one();
    const SubjectId no = noOnTheStandingOne ? first : second;
    const SubjectId yes = noOnTheStandingOne ? second : first;
    const auto sayNo = [&] {
        if (!optOut)
            return m_desks->answered(noDesk, no, {{"ads.sms", Decision::Refused}});
        ledger::ConsentEnded ended;
        ended.contact = ContactId::create();
        ended.items = {u"ads.sms"_s};
        m_desks->record(noDesk, types::consentOptedOut, no, ended.toFacts(), {});
    };
    if (noFirst)
        sayNo();
    m_desks->answered(yesDesk, yes, {{"ads.sms", Decision::Granted}, {"ads.email", Decision::Granted}});
    if (!noFirst)
        sayNo();
    m_desks->exchange();
    merge(m_desks->other(), first, second);
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        for (const SubjectId &subject : {first, second}) {
            QCOMPARE(TwoDesks::stands(*desk, subject, u"ads.sms"_s),
                     optOut ? ConsentStatus::OptedOut : ConsentStatus::Refused);
            QCOMPARE(TwoDesks::stands(*desk, subject, u"ads.email"_s), ConsentStatus::Granted); // nobody said no
        }
    }
}

void MergeDeskTest::aYesGivenAfterTheMergeCounts()
{
    const auto [first, second] = registeredTwice();
    m_desks->answered(m_desks->one(), first, {{"ads.sms", Decision::Granted}});
    m_desks->answered(m_desks->other(), second, {{"ads.sms", Decision::Refused}});
    m_desks->exchange();
    merge(m_desks->one(), first, second);
    QCOMPARE(TwoDesks::stands(m_desks->one(), first, u"ads.sms"_s), ConsentStatus::Refused);
    m_desks->advance(std::chrono::minutes(5));
    m_desks->answered(m_desks->one(), first, {{"ads.sms", Decision::Granted}});
    m_desks->exchange();
    QCOMPARE(TwoDesks::stands(m_desks->other(), second, u"ads.sms"_s), ConsentStatus::Granted);
}

void MergeDeskTest::takingApartGivesEachItsOwnAnswersBack()
{
    const auto [first, second] = registeredTwice();
    m_desks->answered(m_desks->one(), first, {{"ads.sms", Decision::Granted}});
    m_desks->answered(m_desks->other(), second, {{"ads.sms", Decision::Refused}});
    m_desks->exchange();
    const MergeId id = merge(m_desks->one(), first, second);
    separate(m_desks->one(), second, id);
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QCOMPARE(TwoDesks::stands(*desk, first, u"ads.sms"_s), ConsentStatus::Granted);
        QCOMPARE(TwoDesks::stands(*desk, second, u"ads.sms"_s), ConsentStatus::Refused);
    }
}

void MergeDeskTest::theComparisonShowsWhatWouldCountAndIsLogged()
{
    SimDesk &desk = m_desks->one();
    DocumentDesk documents(desk.core(), nullptr);
    must(documents.publishNotice({u"notice.md"_s, shippedfiles::sampleNotice(), {}, {}}));
    must(documents.publishScript(shippedfiles::phoneScript()));
    const SubjectId first = m_desks->registered(desk, u"김하나"_s, phone, born);
    const SubjectId second = m_desks->registered(desk, u"김하나"_s, phone, u"1985-05-06"_s);
    m_desks->answered(desk, first, {{"ads.sms", Decision::Granted}, {"ads.email", Decision::Refused}});
    m_desks->answered(desk, second, {{"ads.sms", Decision::Refused}});
    MergeDesk merges(desk.core(), nullptr);
    const MergeComparison comparison = must(merges.compare(first, second));
    const auto of = [](const std::vector<ItemState> &items, const QString &code) {
        const auto found = std::ranges::find(items, code, &ItemState::code);
        return found == items.end() ? ConsentStatus::Expired : found->status;
    };
    QVERIFY(comparison.samePhone && comparison.sameName && !comparison.sameBirthDate);
    QCOMPARE(of(comparison.one.items, u"ads.sms"_s), ConsentStatus::Granted);
    QCOMPARE(of(comparison.other.items, u"ads.sms"_s), ConsentStatus::Refused);
    QCOMPARE(of(comparison.together, u"ads.sms"_s), ConsentStatus::Refused);
    QCOMPARE(of(comparison.together, u"ads.email"_s), ConsentStatus::Refused);
    QCOMPARE(comparison.one.contacts, 1);
    // What was foretold is what comes.
    merge(desk, first, second);
    QCOMPARE(of(card(desk, first).items, u"ads.sms"_s), ConsentStatus::Refused);
    const auto logged = desk.core()
                            .read([](OpenDesk &open) {
                                return open.cache->connection().number(
                                    u"SELECT count(*) FROM access_log WHERE action='view.compare'"_s);
                            })
                            .result();
    QVERIFY(logged.ok());
    QCOMPARE(*logged, qint64(2)); // of both
}

void MergeDeskTest::oneOfBothFrozenFreezesThePerson()
{
    const auto [first, second] = registeredTwice();
    const RequestId request = RequestId::create();
    ledger::RequestOpened opened;
    opened.request = request;
    opened.kind = domain::RequestKind::Correction;
    opened.received = m_desks->other().clock().now();
    opened.dueDate = koreanDate(opened.received).addDays(10);
    opened.fields = {u"phone"_s};
    m_desks->record(m_desks->other(), types::requestOpened, second, opened.toFacts(), {});
    m_desks->record(m_desks->other(), types::subjectFrozen, second,
                    ledger::SubjectFreeze{request, domain::RequestKind::Correction, {}}.toFacts(), {});
    m_desks->exchange();
    const auto frozen = [](SimDesk &desk, const SubjectId &subject) {
        return desk.core().read([&](OpenDesk &open) { return freezeguard::isFrozen(open, subject); }).result();
    };
    QVERIFY(!*frozen(m_desks->one(), first));
    const MergeId id = merge(m_desks->one(), first, second); // merging is no use of the data: it protects
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QVERIFY(*frozen(*desk, first));
        QVERIFY(card(*desk, first).frozen);
    }
    separate(m_desks->one(), first, id);
    QVERIFY(!*frozen(m_desks->one(), first));
    QVERIFY(*frozen(m_desks->one(), second));
}

void MergeDeskTest::anErasedRegistrationIsNeitherOfferedNorMerged()
{
    const auto [first, second] = registeredTwice();
    m_desks->exchange();
    QCOMPARE(offers(m_desks->one()).size(), std::size_t(1));
    m_desks->record(m_desks->other(), types::subjectErased, second, {{u"reason"_s, u"request"_s}}, {});
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QVERIFY(offers(*desk).empty());
        MergeDesk merges(desk->core(), nullptr);
        QCOMPARE(merges.merge(first, second).result().error().kind, ErrorKind::NotFound);
        QCOMPARE(merges.compare(first, second).result().error().kind, ErrorKind::NotFound);
        QCOMPARE(card(*desk, first).registrations, 1);
    }
}

void MergeDeskTest::erasingOneOfAMergedPersonLeavesTheOther()
{
    const auto [first, second] = registeredTwice();
    m_desks->answered(m_desks->other(), second, {{"ads.sms", Decision::Granted}});
    m_desks->exchange();
    merge(m_desks->one(), first, second);
    m_desks->exchange();
    m_desks->record(m_desks->one(), types::subjectErased, first, {{u"reason"_s, u"request"_s}}, {});
    m_desks->exchange();
    for (SimDesk *desk : {&m_desks->one(), &m_desks->other()}) {
        QCOMPARE(TwoDesks::stands(*desk, second, u"ads.sms"_s), ConsentStatus::Granted);
        QCOMPARE(card(*desk, second).summary.name, u"김 하나"_s);
        QVERIFY(offers(*desk).empty());
    }
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));
}

void MergeDeskTest::mergingWhatIsOneAlreadyIsRefusedAlsoInACircle()
{
    SimDesk &desk = m_desks->one();
    const SubjectId a = m_desks->registered(desk, u"김하나"_s, phone, born);
    const SubjectId b = m_desks->registered(desk, u"김하나"_s, phone, born);
    const SubjectId c = m_desks->registered(desk, u"김하나"_s, phone, born);
    MergeDesk merges(desk.core(), nullptr);
    QCOMPARE(offers(desk).size(), std::size_t(3));
    merge(desk, a, b);
    QCOMPARE(offers(desk).size(), std::size_t(2));
    QCOMPARE(merges.merge(b, a).result().error().kind, ErrorKind::Conflict);
    QCOMPARE(merges.merge(a, a).result().error().kind, ErrorKind::Conflict);
    merge(desk, b, c);
    QCOMPARE(merges.merge(c, a).result().error().kind, ErrorKind::Conflict);
    QCOMPARE(card(desk, c).registrations, 3);
    QCOMPARE(merges.merge(a, SubjectId::create()).result().error().kind, ErrorKind::NotFound);
    QVERIFY(offers(desk).empty());
}

void MergeDeskTest::aCircleOfMergesFromTwoDesksIsOnePerson()
{
    const SubjectId a = m_desks->registered(m_desks->one(), u"김하나"_s, phone, born);
    const SubjectId b = m_desks->registered(m_desks->one(), u"김하나"_s, phone, born);
    const SubjectId c = m_desks->registered(m_desks->other(), u"김하나"_s, phone, born);
    m_desks->exchange();
    merge(m_desks->one(), a, b);
    m_desks->advance(std::chrono::minutes(1));
    merge(m_desks->one(), b, c);
    m_desks->advance(std::chrono::minutes(1));
    const MergeId closing = merge(m_desks->other(), c, a); // not seen here: a, b and c are one there already
    m_desks->exchange();
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));
    for (const SubjectId &subject : {a, b, c}) {
        QCOMPARE(card(m_desks->one(), subject).registrations, 3);
        QCOMPARE(card(m_desks->one(), subject).summary.id, a);
    }
    // The merge that closed the circle held nothing: without it they are still one.
    separate(m_desks->one(), a, closing);
    m_desks->exchange();
    QCOMPARE(card(m_desks->other(), c).registrations, 3);
    QCOMPARE(shown(m_desks->one()), shown(m_desks->other()));
}

void MergeDeskTest::takingApartTwiceIsRefused()
{
    SimDesk &desk = m_desks->one();
    const SubjectId a = m_desks->registered(desk, u"김하나"_s, phone, born);
    const SubjectId b = m_desks->registered(desk, u"김하나"_s, phone, born);
    const MergeId id = merge(desk, a, b);
    separate(desk, a, id);
    MergeDesk merges(desk.core(), nullptr);
    QCOMPARE(merges.separate(a, id).result().error().kind, ErrorKind::NotFound);
    // Another merge of the same two stands, whatever became of the first.
    const MergeId again = merge(desk, a, b);
    QVERIFY(again != id);
    QCOMPARE(card(desk, b).registrations, 2);
}

void MergeDeskTest::theSearchFindsOnePersonOnce()
{
    const auto [first, second] = registeredTwice();
    m_desks->exchange();
    SubjectDesk people(m_desks->other().core(), nullptr);
    QCOMPARE(must(people.search(phone)).size(), std::size_t(2));
    merge(m_desks->one(), first, second);
    m_desks->exchange();
    const auto found = must(people.search(phone));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().id, first);
}

QTEST_GUILESS_MAIN(MergeDeskTest)
#include "mergedesktest.moc"
