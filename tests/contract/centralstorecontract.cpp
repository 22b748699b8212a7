#include "contract/centralstorecontract.h"

#include "unit/ledger/goldenevents.h"
#include "unit/ledger/testdesk.h"

#include "ledger/userkeys.h"

#include <QTest>

#include <set>

using namespace consent;
using namespace consent::central;
using namespace samples;
using ledger::SignedEvent;

namespace {

using Batch = std::vector<SignedEvent>;

Batch someOf(const TestDesk &desk, std::size_t from, std::size_t count)
{
    return {desk.events().begin() + static_cast<std::ptrdiff_t>(from),
            desk.events().begin() + static_cast<std::ptrdiff_t>(from + count)};
}

void fill(TestDesk &desk, int events)
{
    desk.enrol();
    for (int i = 1; i < events; ++i)
        desk.addGrant();
}

struct Pulled
{
    std::vector<ledger::StoredEvent> events;
    QByteArray cursor;
};

Pulled pullAll(CentralStore &store, QByteArray cursor, int limit)
{
    Pulled all;
    for (int round = 0; round < 1000; ++round) {
        const PullPage page = must(store.pull(cursor, limit));
        if (static_cast<int>(page.events.size()) > limit)
            qFatal("page over the limit");
        all.events.insert(all.events.end(), page.events.begin(), page.events.end());
        cursor = page.cursor;
        if (!page.more)
            break;
    }
    all.cursor = cursor;
    return all;
}

} // namespace

void CentralStoreContract::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
}

void CentralStoreContract::newEventsAreAcceptedAndKept()
{
    TestDesk desk;
    fill(desk, 5);
    QCOMPARE(must(at(desk).head(desk.device())), ledger::ChainHead());
    QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, 0, 3))),
             (AppendReply{AppendAnswer::Accepted, {3, desk.events()[2].hash}, 3}));
    QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, 3, 2))),
             (AppendReply{AppendAnswer::Accepted, desk.head(), 2}));
    QCOMPARE(must(at(desk).head(desk.device())), desk.head());
}

void CentralStoreContract::sameBatchAgainIsAReplay()
{
    TestDesk desk;
    fill(desk, 4);
    QVERIFY(at(desk).append(desk.device(), desk.events()).ok());
    for (std::size_t from = 0; from < 4; ++from)
        QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, from, 4 - from))),
                 (AppendReply{AppendAnswer::Replay, desk.head(), 0}));
    QCOMPARE(pullAll(at(desk), {}, 100).events.size(), std::size_t(4));
}

void CentralStoreContract::overlappingBatchAddsOnlyWhatIsNew()
{
    TestDesk desk;
    fill(desk, 6);
    QVERIFY(at(desk).append(desk.device(), someOf(desk, 0, 4)).ok());
    QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, 2, 4))),
             (AppendReply{AppendAnswer::Accepted, desk.head(), 2}));
    QCOMPARE(pullAll(at(desk), {}, 100).events.size(), std::size_t(6));
}

void CentralStoreContract::batchBeyondTheHeadIsAGapAndAddsNothing()
{
    TestDesk desk;
    fill(desk, 6);
    QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, 1, 2))), (AppendReply{AppendAnswer::Gap, {}, 0}));
    QVERIFY(at(desk).append(desk.device(), someOf(desk, 0, 2)).ok());
    QCOMPARE(must(at(desk).append(desk.device(), someOf(desk, 3, 3))),
             (AppendReply{AppendAnswer::Gap, {2, desk.events()[1].hash}, 0}));
    QCOMPARE(pullAll(at(desk), {}, 100).events.size(), std::size_t(2));
}

void CentralStoreContract::otherEventAtTheSamePlaceIsAFork()
{
    TestDesk desk;
    fill(desk, 3);
    // The same device, set back by a restored disk, goes on differently.
    auto second = ledger::DeviceChain(desk.device(), desk.key(), desk.clock(), {2, desk.events()[1].hash});
    const SignedEvent other = must(second.append({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}}));
    const SignedEvent further = must(second.append({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(at(desk).append(desk.device(), desk.events()).ok());
    const AppendReply fork{AppendAnswer::Fork, desk.head(), 0};
    QCOMPARE(must(at(desk).append(desk.device(), {other})), fork);
    QCOMPARE(must(at(desk).append(desk.device(), {other, further})), fork);
    QCOMPARE(must(at(desk).append(desk.device(), {desk.events()[1], other, further})), fork);
    QCOMPARE(pullAll(at(desk), {}, 100).events.size(), std::size_t(3));
}

void CentralStoreContract::otherHistoryBehindTheHeadIsAFork()
{
    TestDesk desk;
    fill(desk, 3);
    auto second = ledger::DeviceChain(desk.device(), desk.key(), desk.clock(), {2, desk.events()[1].hash});
    QVERIFY(second.append({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}}).ok());
    const SignedEvent further = must(second.append({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(at(desk).append(desk.device(), desk.events()).ok());
    QCOMPARE(must(at(desk).append(desk.device(), {further})), (AppendReply{AppendAnswer::Fork, desk.head(), 0}));
}

void CentralStoreContract::wrongHashOrTextIsRefusedAndAddsNothing()
{
    TestDesk desk;
    fill(desk, 3);
    Batch wrongHash = desk.events();
    wrongHash[1].hash[0] = char(wrongHash[1].hash[0] ^ 1);
    Batch wrongText = desk.events();
    wrongText[2].jws.chop(4);
    Batch wrongSeq = desk.events();
    wrongSeq[2].jws = wrongSeq[1].jws;
    wrongSeq[2].hash = wrongSeq[1].hash;
    for (const Batch &batch : {wrongHash, wrongText, wrongSeq}) {
        QCOMPARE(must(at(desk).append(desk.device(), batch)), (AppendReply{AppendAnswer::BadHash, {}, 0}));
        QVERIFY(pullAll(at(desk), {}, 100).events.empty());
    }
}

void CentralStoreContract::whatIsSaidBesideTheTextGetsNowhere()
{
    TestDesk desk;
    fill(desk, 3);
    Batch batch = desk.events();
    batch[1].event.branch = u"elsewhere"_s;
    batch[2].event.subject = SubjectId::create();
    const auto reply = must(at(desk).append(desk.device(), batch));
    const auto stored = pullAll(at(desk), {}, 100).events;
    if (reply.answer != AppendAnswer::Accepted) {
        QVERIFY(reply.answer == AppendAnswer::BadHash && stored.empty());
        return;
    }
    QCOMPARE(stored.size(), batch.size());
    for (std::size_t i = 0; i < stored.size(); ++i)
        QCOMPARE(stored[i].jws, desk.events()[i].jws);
}

void CentralStoreContract::brokenLinkInsideABatchIsRefusedAndAddsNothing()
{
    TestDesk desk;
    fill(desk, 2);
    auto stray = ledger::DeviceChain(desk.device(), desk.key(), desk.clock(), {2, QByteArray(32, 's')});
    const SignedEvent third = must(stray.append({u"x.y"_s, desk.actor(), u"center"_s, std::nullopt, {}, {}}));
    Batch batch = desk.events();
    batch.push_back(third);
    QCOMPARE(must(at(desk).append(desk.device(), batch)), (AppendReply{AppendAnswer::BadHash, {}, 0}));
}

void CentralStoreContract::batchesInAnotherFormAreRefused()
{
    TestDesk desk;
    fill(desk, 4);
    QCOMPARE(at(desk).append(desk.device(), {}).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(at(desk).append(DeviceId::create(), desk.events()).error().kind, ErrorKind::InvalidArgument);
    Batch hole = desk.events();
    hole.erase(hole.begin() + 1);
    QCOMPARE(at(desk).append(desk.device(), hole).error().kind, ErrorKind::InvalidArgument);
    Batch twice = desk.events();
    twice.insert(twice.begin(), twice.front());
    QCOMPARE(at(desk).append(desk.device(), twice).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(must(at(desk).heads()).empty());
}

void CentralStoreContract::devicesDoNotDisturbEachOther()
{
    TestDesk one;
    TestDesk two;
    fill(one, 3);
    fill(two, 5);
    QVERIFY(at(one).append(one.device(), someOf(one, 0, 2)).ok());
    QVERIFY(at(two).append(two.device(), two.events()).ok());
    QVERIFY(at(one).append(one.device(), someOf(one, 2, 1)).ok());
    QCOMPARE(must(at(one).heads()), (ledger::Heads{{one.device(), one.head()}, {two.device(), two.head()}}));
}

void CentralStoreContract::whatIsAcceptedIsThereForOtherConnections()
{
    TestDesk desk;
    fill(desk, 2);
    m_desks->join(desk);
    const auto other = m_desks->another(desk);
    QVERIFY(at(desk).append(desk.device(), desk.events()).ok());
    QCOMPARE(must(other->head(desk.device())), desk.head());
    m_desks->disconnect(desk);
    QCOMPARE(pullAll(*other, {}, 10).events.size(), std::size_t(2));
}

void CentralStoreContract::pullGivesEverythingOnceInOrder()
{
    const TestDesk reader;
    std::vector<std::unique_ptr<TestDesk>> desks;
    std::size_t total = 0;
    for (const int count : {1, 7, 4}) {
        desks.push_back(std::make_unique<TestDesk>());
        fill(*desks.back(), count);
        QVERIFY(at(*desks.back()).append(desks.back()->device(), desks.back()->events()).ok());
        total += static_cast<std::size_t>(count);
    }
    for (const int limit : {1, 2, 3, 5, 12, 100}) {
        std::set<QByteArray> seen;
        std::map<DeviceId, qint64> last;
        for (const auto &event : pullAll(at(reader), {}, limit).events) {
            QVERIFY(seen.insert(event.hash).second);
            QCOMPARE(event.seq, ++last[event.device]);
            QCOMPARE(ledger::eventHash(event.jws), event.hash);
        }
        QCOMPARE(seen.size(), total);
    }
    const Pulled all = pullAll(at(reader), {}, 5);
    QVERIFY(pullAll(at(reader), all.cursor, 5).events.empty());
    const SignedEvent later = desks[1]->addOptOut();
    QVERIFY(at(*desks[1]).append(desks[1]->device(), {later}).ok());
    const Pulled news = pullAll(at(reader), all.cursor, 5);
    QCOMPARE(news.events.size(), std::size_t(1));
    QCOMPARE(news.events.front().jws, later.jws);
}

void CentralStoreContract::pullSeesDevicesThatCommitLate()
{
    // Whoever commits last, and with whatever earlier time, is not skipped by a cursor that went past others.
    const TestDesk reader;
    TestDesk early;
    TestDesk late;
    fill(late, 2); // recorded first, arrives last
    fill(early, 3);
    QVERIFY(at(early).append(early.device(), early.events()).ok());
    const Pulled first = pullAll(at(reader), {}, 10);
    QCOMPARE(first.events.size(), std::size_t(3));
    QVERIFY(at(late).append(late.device(), late.events()).ok());
    const Pulled second = pullAll(at(reader), first.cursor, 10);
    QCOMPARE(second.events.size(), std::size_t(2));
    QCOMPARE(second.events.front().device, late.device());
}

void CentralStoreContract::pullRefusesForeignCursors()
{
    const TestDesk desk;
    for (const QByteArray &cursor : {QByteArray("x"), QByteArray("AAAA"), QByteArray("AQ=="), QByteArray(1000, 'A')})
        QCOMPARE(at(desk).pull(cursor, 10).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(at(desk).pull({}, 0).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(at(desk).pull({}, 1).ok());
}

void CentralStoreContract::pulledEventsVerify()
{
    TestDesk desk;
    fill(desk, 6);
    QVERIFY(at(desk).append(desk.device(), desk.events()).ok());
    ListSource source(pullAll(at(desk), {}, 4).events);
    ledger::ChainVerifier verifier;
    const auto report = must(verifier.run(source));
    QVERIFY(report.intact());
    QCOMPARE(report.events, 6);
}

/// Events of every type, as they were written once: not a byte of them is another one afterwards.
void CentralStoreContract::goldenEventsComeOutAsTheyWentIn()
{
    const GoldenEvents golden = GoldenEvents::load();
    const auto secret = *crypto::SecretBuffer::random(32);
    m_fixture.addUser(golden.actor, QStringLiteral("golden"), {QStringLiteral("agent")});
    m_fixture.addDevice(golden.device, QStringLiteral("center"), crypto::toByteArray(crypto::sha256(secret.span())));
    const auto writer = m_fixture.open(QStringLiteral("golden"));
    QVERIFY(must(writer->hello(golden.device, secret, QStringLiteral("1.0"))).standing == Standing::Active);
    const Batch events = golden.events();
    const auto half = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
    for (const Batch &batch : {Batch(events.begin(), half), Batch(half, events.end()), events})
        QVERIFY(must(writer->append(golden.device, batch)).answer != AppendAnswer::Gap);
    const ledger::ChainHead head = must(writer->head(golden.device));
    QCOMPARE(head.seq, golden.vectors.back().stored.seq);
    QCOMPARE(head.hash, golden.vectors.back().stored.hash);

    const TestDesk reader;
    const Pulled pulled = pullAll(at(reader), {}, 10);
    QCOMPARE(pulled.events.size(), golden.vectors.size());
    for (std::size_t i = 0; i < pulled.events.size(); ++i) {
        const ledger::StoredEvent &expected = golden.vectors[i].stored;
        QCOMPARE(pulled.events[i].device, expected.device);
        QCOMPARE(pulled.events[i].seq, expected.seq);
        QCOMPARE(pulled.events[i].jws, expected.jws);
        QCOMPARE(pulled.events[i].hash, expected.hash);
    }
}

void CentralStoreContract::dataKeysAreKeptBySubject()
{
    TestDesk desk;
    const auto one = desk.dataKey().wrapped;
    const auto two = must(desk.dataKeys().create(SubjectId::create())).wrapped;
    const auto more = must(desk.dataKeys().create(one.subject)).wrapped;
    QVERIFY(at(desk).putDataKeys({}).ok());
    QVERIFY(at(desk).putDataKeys({one, two, more}).ok());
    QVERIFY(at(desk).putDataKeys({one, two}).ok()); // again changes nothing
    QCOMPARE(must(at(desk).dataKeys({two.subject})), std::vector{two});
    QCOMPARE(must(at(desk).dataKeys({one.subject})).size(), std::size_t(2));
    QCOMPARE(must(at(desk).dataKeys({one.subject, two.subject, SubjectId::create()})).size(), std::size_t(3));
}

void CentralStoreContract::newerEpochOfADataKeyReplacesTheOlderOnly()
{
    TestDesk desk;
    m_desks->join(desk, {u"center"_s, {u"privacy_officer"_s}}); // who alone rotates keys
    const auto old = desk.dataKey().wrapped;
    desk.organisation().add(must(ledger::OrganisationKey::generate(2)));
    const auto rewrapped = must(desk.dataKeys().rewrap(old));
    QVERIFY(at(desk).putDataKeys({old}).ok());
    QVERIFY(at(desk).putDataKeys({rewrapped}).ok());
    QCOMPARE(must(at(desk).dataKeys({old.subject})), std::vector{rewrapped});
    QVERIFY(at(desk).putDataKeys({old}).ok()); // a desk that was away during the rotation
    QCOMPARE(must(at(desk).dataKeys({old.subject})), std::vector{rewrapped});
}

void CentralStoreContract::dataKeyOfAnotherSubjectIsAConflict()
{
    TestDesk desk;
    QVERIFY(at(desk).putDataKeys({desk.dataKey().wrapped}).ok());
    const auto fresh = must(desk.dataKeys().create(SubjectId::create())).wrapped;
    auto stolen = desk.dataKey().wrapped;
    stolen.subject = SubjectId::create();
    QCOMPARE(at(desk).putDataKeys({fresh, stolen}).error().kind, ErrorKind::Conflict);
    QVERIFY(must(at(desk).dataKeys({stolen.subject})).empty());
    QVERIFY(must(at(desk).dataKeys({fresh.subject})).empty()); // all or none
}

void CentralStoreContract::userKeysComeBackWhole()
{
    const TestDesk desk;
    const auto passwordKey = *crypto::SecretBuffer::zeroed(32);
    const auto keys = must(ledger::UserKeys::generate(desk.actor()));
    const auto organisation = must(ledger::OrganisationKey::generate(1));
    UserKeyMaterial material{must(keys.seal(passwordKey)), {{1, must(organisation.wrapFor(keys.publicKey()))}}};
    QVERIFY(at(desk).putUserKeys(material).ok());
    QCOMPARE(must(at(desk).userKeys(keys.user())), material);
    // A new password and a new epoch.
    UserKeyMaterial changed{must(keys.seal(*crypto::SecretBuffer::random(32))),
                            {{2, must(must(ledger::OrganisationKey::generate(2)).wrapFor(keys.publicKey()))}}};
    QVERIFY(at(desk).putUserKeys(changed).ok());
    changed.organisationKeys.insert(material.organisationKeys.begin(), material.organisationKeys.end());
    QCOMPARE(must(at(desk).userKeys(keys.user())), changed);
}

void CentralStoreContract::unknownUserHasNoKeys()
{
    const TestDesk desk;
    QCOMPARE(at(desk).userKeys(UserId::create()).error().kind, ErrorKind::NotFound);
}
