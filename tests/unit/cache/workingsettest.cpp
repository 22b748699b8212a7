#include "testdesk.h"

#include "ledger/eventtypes.h"
#include "ledger/requestfacts.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class WorkingSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_cache.reset(); }

    void whoeverNobodyTouchedForLongIsStaleAndNobodyElse();
    void whoHasSomethingUnsentStays();
    void whoIsInADraftStays();
    void evictionLeavesNothingOfThePersonAndEverythingOfOthers();
    void evictionIsRefusedWhileSomethingWaits();
    void anEvictedPersonComesBackAsTheyWere();
    void whomTheEndOfTheOwnChainIsAboutStays();
    void whoHasAnOpenRequestStays();
    void whatWasConfirmedLatelyStaysHoweverOldItIs();
    void whoLeftIsToldOnceToTheCentre();
    void aPersonWithoutRegistrationIsPartialUntilItArrives();
    void erasureInAnyOrderLeavesNothingButItself_data();
    void erasureInAnyOrderLeavesNothingButItself();
    void whatWaitsSurvivesAnErasureAndShowsNothing();
    void whatThisPcRecordedOfAnErasedPersonStaysSealedForThirtyDays();
    void whatThisPcRecordedOfAnErasedPersonComesBackSealed();
    void whatTheCentreLostIsNotConfirmed();
    void blockedNumbersAreFoundByTheStartOfTheirToken();
    void aTokenTooShortIsRefused();
    void whatWasSetAsideIsKeptOnceAndFoundByItsDevice();
    void troubleThatRepeatsCountsAndOldTroubleGoes();
    void cursorsAndMarksAreRemembered();

private:
    qint64 record(const Recorded &recorded)
    {
        auto transaction = m_cache->begin();
        auto number = m_cache->record(recorded.event, recorded.personal);
        if (!number)
            qWarning() << number.error().detail;
        return number && transaction->commit() ? *number : 0;
    }
    void import(const Recorded &recorded)
    {
        auto transaction = m_cache->begin();
        QVERIFY(m_cache->import(recorded.event, recorded.personal));
        QVERIFY(transaction->commit());
    }
    qint64 rows(const QString &table) { return *m_cache->connection().number(u"SELECT count(*) FROM "_s + table); }
    void acknowledgeAll()
    {
        QVERIFY(m_cache->outbox().acknowledgeUpTo(m_device->id(), m_device->head().seq, m_clock.now()));
    }
    /// An erasure that another PC decided.
    void eraseElsewhere(const Person &person)
    {
        TestDevice elsewhere(m_clock);
        ledger::DeviceChain chain(elsewhere.id(), elsewhere.key(), m_clock, elsewhere.head());
        import({*chain.append(
                    {ledger::eventtypes::subjectErased.toString(), elsewhere.agent(), u"seoul"_s, person.id, {}, {}}),
                std::nullopt});
    }
    /// The own chain as it could be sent again, by seq.
    QList<qint64> ownChain()
    {
        QList<qint64> seqs;
        const auto chain = m_cache->events().ofDevice(m_device->id(), 1, 100);
        for (const StoredEvent &stored : *chain)
            seqs.append(stored.event.event.seq);
        return seqs;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    SetClock m_clock;
    std::unique_ptr<TestDevice> m_device;
    Person m_person = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
    Person m_other = Person::of(u"박바다"_s, u"01000004321"_s, QDate(1990, 1, 2));
};

void WorkingSetTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cache = std::move(*openCache(m_folder->filePath(u"cache.db"_s)));
    m_device = std::make_unique<TestDevice>(m_clock);
    QVERIFY(m_cache->device().create(m_device->id(), m_device->key()));
}

void WorkingSetTest::whoeverNobodyTouchedForLongIsStaleAndNobodyElse()
{
    const Person opened = Person::of(u"이강산"_s, u"01000005678"_s, QDate(1970, 3, 3));
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->registered(opened)));
    acknowledgeAll();
    m_clock.advance(48h);
    QVERIFY(record(m_device->registered(m_other)));
    acknowledgeAll();
    QVERIFY(m_cache->workingSet().use(opened.id, m_clock.now()));
    QCOMPARE(*m_cache->workingSet().stale(m_clock.now() - 24h, 10), std::vector<SubjectId>{m_person.id});
    QVERIFY(m_cache->workingSet().stale(m_clock.now() - 72h, 10)->empty());
    // An older look does not take back a newer one.
    QVERIFY(m_cache->workingSet().use(opened.id, fromMs(1)));
    QCOMPARE(m_cache->workingSet().stale(m_clock.now() - 24h, 10)->size(), 1U);
    QCOMPARE(m_cache->workingSet().stale(m_clock.now() + 1h, 2)->size(), 2U);
}

void WorkingSetTest::whoHasSomethingUnsentStays()
{
    QVERIFY(record(m_device->registered(m_person)));
    acknowledgeAll();
    QVERIFY(record(m_device->ended(m_person, {u"marketing"_s}, true)));
    m_clock.advance(1000h);
    QVERIFY(m_cache->workingSet().stale(m_clock.now(), 10)->empty());
    acknowledgeAll();
    QVERIFY(m_cache->workingSet().stale(m_clock.now(), 10)->empty()); // this PC's chain ends with them
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    acknowledgeAll();
    QCOMPARE(m_cache->workingSet().stale(m_clock.now() + 24h, 10)->size(), 1U);
}

void WorkingSetTest::whoIsInADraftStays()
{
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    acknowledgeAll();
    m_clock.advance(1000h);
    const QByteArray body = "{\"subject\":{\"id\":\"" + m_person.id.toString().toLatin1() + "\"}}";
    QVERIFY(m_cache->drafts().put(m_device->agent(), m_device->id(), {m_clock.now(), body}));
    QVERIFY(m_cache->workingSet().stale(m_clock.now(), 10)->empty());
    QVERIFY(m_cache->drafts().remove(m_device->agent(), m_device->id()));
    QCOMPARE(m_cache->workingSet().stale(m_clock.now(), 10)->size(), 1U);
}

void WorkingSetTest::evictionLeavesNothingOfThePersonAndEverythingOfOthers()
{
    QVERIFY(record(m_device->registered(m_other)));
    QVERIFY(record(m_device->captured(m_other, {u"marketing"_s}, {})));
    const QByteArray before = projectionsAsText(*m_cache);
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->captured(m_person, {u"marketing"_s}, {u"sms"_s})));
    QVERIFY(record(m_device->ended(m_person, {u"marketing"_s}, false)));
    QVERIFY(m_cache->dataKeys().put({m_person.key.id, m_person.id, 1, QByteArray(40, 'w')}));
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    acknowledgeAll();
    QVERIFY(m_cache->workingSet().evict(m_person.id));
    QVERIFY(m_cache->events().ofSubject(m_person.id)->empty());
    QVERIFY(m_cache->dataKeys().ofSubject(m_person.id)->empty());
    QVERIFY(!m_cache->subjects().find(m_person.id)->has_value());
    QVERIFY(m_cache->search().find(u"김하늘"_s)->empty());
    QVERIFY(m_cache->search().find(u"1234"_s)->empty());
    const QByteArray after = projectionsAsText(*m_cache);
    QVERIFY(!after.contains(idBytes(m_person.id).toHex().toUpper()));
    for (const QByteArray &line : before.split('\n'))
        QVERIFY2(after.contains(line), line);
    KeyRing keys;
    keys.add(m_other);
    QVERIFY(!m_cache->projector().compare(keys.opener())->has_value());
}

void WorkingSetTest::evictionIsRefusedWhileSomethingWaits()
{
    QVERIFY(record(m_device->registered(m_person)));
    const QByteArray before = projectionsAsText(*m_cache);
    QCOMPARE(m_cache->workingSet().evict(m_person.id).error().kind, ErrorKind::Conflict);
    QCOMPARE(projectionsAsText(*m_cache), before);
    QVERIFY(m_cache->workingSet().evict(SubjectId::create())); // nobody
}

void WorkingSetTest::anEvictedPersonComesBackAsTheyWere()
{
    TestDevice elsewhere(m_clock);
    const std::vector<Recorded> history{
        elsewhere.registered(m_person), elsewhere.captured(m_person, {u"marketing"_s, u"sms"_s}, {u"post"_s}),
        elsewhere.corrected(m_person, {{u"phone"_s, u"01000009999"_s}}), elsewhere.ended(m_person, {u"sms"_s}, true)};
    for (const Recorded &event : history)
        import(event);
    const QByteArray before = projectionsAsText(*m_cache);
    QVERIFY(m_cache->workingSet().evict(m_person.id));
    QVERIFY(projectionsAsText(*m_cache) != before);
    for (auto event = history.rbegin(); event != history.rend(); ++event)
        import(*event);
    QCOMPARE(projectionsAsText(*m_cache), before);
}

void WorkingSetTest::whomTheEndOfTheOwnChainIsAboutStays()
{
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->ended(m_person, {u"sms"_s}, true)));
    acknowledgeAll();
    const QByteArray before = projectionsAsText(*m_cache);
    QCOMPARE(m_cache->workingSet().evict(m_person.id).error().kind, ErrorKind::Conflict);
    QCOMPARE(projectionsAsText(*m_cache), before);
    QCOMPARE(*m_cache->events().head(m_device->id()), m_device->head());
    QVERIFY(record(m_device->registered(m_other)));
    QVERIFY(m_cache->workingSet().evict(m_person.id));
    QCOMPARE(*m_cache->events().head(m_device->id()), m_device->head());
}

void WorkingSetTest::whoHasAnOpenRequestStays()
{
    TestDevice elsewhere(m_clock);
    const Recorded registered = elsewhere.registered(m_person);
    import(registered);
    ledger::RequestOpened opened;
    opened.request = RequestId::create();
    opened.received = m_clock.now();
    opened.dueDate = QDate(2026, 10, 5);
    import(elsewhere.about(m_person, ledger::eventtypes::requestOpened, opened.toFacts()));
    m_clock.advance(1000h);
    QCOMPARE(rows(u"request"_s), 1);
    QVERIFY(m_cache->workingSet().stale(m_clock.now(), 10)->empty());
    QCOMPARE(m_cache->workingSet().evict(m_person.id).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_cache->events().ofSubject(m_person.id)->size(), 2U);
    ledger::RequestClosed closed;
    closed.request = opened.request;
    closed.outcome = domain::RequestOutcome::Cancelled;
    import(elsewhere.about(m_person, ledger::eventtypes::requestClosed, closed.toFacts()));
    m_clock.advance(1000h);
    QCOMPARE(m_cache->workingSet().stale(m_clock.now(), 10)->size(), 1U);
    QVERIFY(m_cache->workingSet().evict(m_person.id));
}

/// A PC that was offline for long has told the centre of old events only now.
void WorkingSetTest::whatWasConfirmedLatelyStaysHoweverOldItIs()
{
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->registered(m_other)));
    m_clock.advance(24h * 60);
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    acknowledgeAll();
    QVERIFY(m_cache->workingSet().stale(m_clock.now(), 10)->empty());
    QCOMPARE(m_cache->workingSet().stale(m_clock.now() + 24h, 10)->size(), 2U);
}

void WorkingSetTest::whoLeftIsToldOnceToTheCentre()
{
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    acknowledgeAll();
    QVERIFY(m_cache->workingSet().evict(m_person.id));
    QCOMPARE(*m_cache->workingSet().released(10), std::vector<SubjectId>{m_person.id});
    QVERIFY(m_cache->workingSet().releaseTold({m_person.id}));
    QVERIFY(m_cache->workingSet().released(10)->empty());
}

void WorkingSetTest::aPersonWithoutRegistrationIsPartialUntilItArrives()
{
    TestDevice elsewhere(m_clock);
    const Recorded registration = elsewhere.registered(m_person);
    import(elsewhere.ended(m_person, {u"sms"_s}, true));
    QVERIFY(!*m_cache->workingSet().hasRegistration(m_person.id));
    QVERIFY(m_cache->workingSet().markPartial(m_person.id));
    QCOMPARE(*m_cache->workingSet().partial(10), std::vector<SubjectId>{m_person.id});
    QVERIFY(*m_cache->workingSet().isPartial(m_person.id));
    import(registration);
    QVERIFY(*m_cache->workingSet().hasRegistration(m_person.id));
    QVERIFY(m_cache->workingSet().markWhole(m_person.id));
    QVERIFY(m_cache->workingSet().partial(10)->empty());
}

void WorkingSetTest::erasureInAnyOrderLeavesNothingButItself_data()
{
    QTest::addColumn<QList<int>>("order");
    QList<int> order{0, 1, 2, 3};
    do {
        QTest::addRow("%d%d%d%d", order[0], order[1], order[2], order[3]) << order;
    } while (std::ranges::next_permutation(order).found);
}

void WorkingSetTest::erasureInAnyOrderLeavesNothingButItself()
{
    QFETCH(const QList<int>, order);
    TestDevice elsewhere(m_clock);
    const std::vector<Recorded> history{elsewhere.registered(m_person),
                                        elsewhere.captured(m_person, {u"marketing"_s}, {}), Recorded{{}, {}},
                                        elsewhere.ended(m_person, {u"marketing"_s}, false)};
    ledger::DeviceChain chain(elsewhere.id(), elsewhere.key(), m_clock, elsewhere.head());
    const Recorded erased{*chain.append({ledger::eventtypes::subjectErased.toString(),
                                         elsewhere.agent(),
                                         u"seoul"_s,
                                         m_person.id,
                                         QJsonObject{{u"reason"_s, u"retention"_s}},
                                         {}}),
                          std::nullopt};
    for (const int step : order)
        import(step == 2 ? erased : history[static_cast<std::size_t>(step)]);
    const auto left = *m_cache->events().ofSubject(m_person.id);
    QCOMPARE(left.size(), 1U);
    QCOMPARE(left.front().event, erased.event);
    for (const QString &table : {u"subject"_s, u"consent_state"_s, u"consent_log"_s, u"search_term"_s, u"receipt"_s})
        QCOMPARE(rows(table), 0);
    QVERIFY(*m_cache->workingSet().isErased(m_person.id));
    const KeyRing keys;
    QVERIFY(!m_cache->projector().compare(keys.opener())->has_value());
    QVERIFY(m_cache->projector().rebuild(keys.opener()));
    QCOMPARE(rows(u"subject"_s), 0);
}

void WorkingSetTest::whatWaitsSurvivesAnErasureAndShowsNothing()
{
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->published(u"notice.published"_s, {{u"number"_s, 1}})));
    eraseElsewhere(m_person);
    QCOMPARE(m_cache->outbox().due(10)->size(), 2U);
    QCOMPARE(rows(u"subject"_s), 0);
    const KeyRing keys;
    QVERIFY(!m_cache->projector().compare(keys.opener())->has_value());
    m_clock.advance(1000h);
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now(), 10), 0);
    QCOMPARE(m_cache->outbox().due(10)->size(), 2U);
}

void WorkingSetTest::whatThisPcRecordedOfAnErasedPersonStaysSealedForThirtyDays()
{
    TestDevice elsewhere(m_clock);
    QVERIFY(record(m_device->registered(m_other)));
    QVERIFY(record(m_device->registered(m_person)));
    QVERIFY(record(m_device->captured(m_person, {u"marketing"_s}, {})));
    QVERIFY(record(m_device->ended(m_other, {u"sms"_s}, true)));
    import(elsewhere.ended(m_person, {u"sms"_s}, true));
    QVERIFY(m_cache->dataKeys().put({m_person.key.id, m_person.id, 1, QByteArray(40, 'w')}));
    m_clock.advance(24h * 40); // offline meanwhile: what counts is when the centre confirmed
    acknowledgeAll();
    eraseElsewhere(m_person);
    const QList<qint64> whole{1, 2, 3, 4};
    QCOMPARE(ownChain(), whole);
    QCOMPARE(m_cache->events().ofSubject(m_person.id)->size(), 3U); // two own ones and the erasure
    // Nothing of it can be read or is shown.
    QVERIFY(m_cache->dataKeys().ofSubject(m_person.id)->empty());
    QVERIFY(!m_cache->subjects().find(m_person.id)->has_value());
    QVERIFY(m_cache->search().find(u"김하늘"_s)->empty());
    QVERIFY(!projectionsAsText(*m_cache).contains(idBytes(m_person.id).toHex().toUpper()));
    KeyRing keys;
    keys.add(m_other);
    QVERIFY(!m_cache->projector().compare(keys.opener())->has_value());
    QVERIFY(m_cache->projector().rebuild(keys.opener()));
    QCOMPARE(rows(u"subject"_s), 1);

    m_clock.advance(24h * 30);
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now() - 24h * 30, 10), 0);
    QCOMPARE(ownChain(), whole);
    m_clock.advance(24h);
    QVERIFY(m_cache->workingSet().stale(m_clock.now() - 24h * 30, 10)->empty());
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now() - 24h * 30, 1), 1);
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now() - 24h * 30, 10), 1);
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now() - 24h * 30, 10), 0);
    QCOMPARE(ownChain(), (QList<qint64>{1, 4}));
    QCOMPARE(m_cache->events().ofSubject(m_person.id)->size(), 1U);
    QVERIFY(*m_cache->workingSet().isErased(m_person.id));
    QCOMPARE(m_cache->events().ofSubject(m_other.id)->size(), 2U);
}

/// As when a recovered PC gets its own records back from the centre, the erasure first.
void WorkingSetTest::whatThisPcRecordedOfAnErasedPersonComesBackSealed()
{
    const Recorded registered = m_device->registered(m_person);
    eraseElsewhere(m_person);
    import(registered);
    QCOMPARE(ownChain(), QList<qint64>{1});
    QCOMPARE(rows(u"subject"_s), 0);
    QCOMPARE(rows(u"search_term"_s), 0);
    const KeyRing keys;
    QVERIFY(!m_cache->projector().compare(keys.opener())->has_value());
}

void WorkingSetTest::whatTheCentreLostIsNotConfirmed()
{
    for (const Person &person : {m_person, m_person, m_person}) {
        QVERIFY(record(m_device->registered(person)));
        acknowledgeAll();
        m_clock.advance(24h);
    }
    QVERIFY(record(m_device->registered(m_other)));
    eraseElsewhere(m_person);
    QVERIFY(m_cache->outbox().lostAfter(1));
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now(), 10), 1);
    QCOMPARE(ownChain(), (QList<qint64>{2, 3, 4}));
    acknowledgeAll();
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now(), 10), 0);
    QCOMPARE(*m_cache->workingSet().dropErased(m_clock.now() + 24h, 10), 2);
}

void WorkingSetTest::blockedNumbersAreFoundByTheStartOfTheirToken()
{
    ContactBlockStore &blocks = m_cache->contactBlocks();
    const QByteArray high = QByteArray::fromHex("ffffffffffffff01aaaaaaaaaaaaaaaa");
    const QByteArray low = QByteArray::fromHex("0000000000000001bbbbbbbbbbbbbbbb");
    QVERIFY(blocks.put({{high, {2, false}}, {low, {5, true}}}));
    QCOMPARE(*blocks.find(high), (ContactBlock{2, false}));
    QCOMPARE(*blocks.find(low.first(8)), (ContactBlock{5, true}));
    QCOMPARE(*blocks.find(QByteArray(16, 'x')), ContactBlock());
    QVERIFY(blocks.put({{low, {1, false}}, {high, {}}, {low, {4, false}}})); // the last word on a number counts
    QCOMPARE(*blocks.find(low), (ContactBlock{4, false}));
    QVERIFY(!blocks.find(high)->any());
    QCOMPARE(*blocks.count(), 1);
    QVERIFY(blocks.clear());
    QCOMPARE(*blocks.count(), 0);
}

void WorkingSetTest::aTokenTooShortIsRefused()
{
    QCOMPARE(m_cache->contactBlocks().find(QByteArray(7, 'x')).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(m_cache->contactBlocks().put({{QByteArray(), {1, false}}}).error().kind, ErrorKind::InvalidArgument);
}

void WorkingSetTest::whatWasSetAsideIsKeptOnceAndFoundByItsDevice()
{
    SetAsideStore &aside = m_cache->setAside();
    const auto device = DeviceId::create();
    const auto stored = [&device](qint64 seq) {
        return ledger::StoredEvent{device, seq, "text" + QByteArray::number(seq), QByteArray(32, char(seq))};
    };
    QVERIFY(aside.put({stored(2), ledger::ChainFault::UnknownDevice, u"a"_s, m_clock.now()}));
    QVERIFY(aside.put({stored(1), ledger::ChainFault::UnknownDevice, u"b"_s, m_clock.now()}));
    QVERIFY(aside.put({stored(3), ledger::ChainFault::BadSignature, u"c"_s, m_clock.now()}));
    QVERIFY(aside.put({stored(3), ledger::ChainFault::BadSignature, u"again"_s, m_clock.now()}));
    QCOMPARE(*aside.count(), 3);
    const auto waiting = *aside.withoutKey(device);
    QCOMPARE(waiting.size(), 2U);
    QCOMPARE(waiting.front().text.seq, 1);
    QCOMPARE(waiting.front().text.jws, QByteArray("text1"));
    QCOMPARE(aside.latest(1)->front().detail, u"again"_s);
    QVERIFY(aside.remove(waiting.front().text.hash));
    QCOMPARE(aside.withoutKey(device)->size(), 1U);
}

void WorkingSetTest::troubleThatRepeatsCountsAndOldTroubleGoes()
{
    SyncMemory &memory = m_cache->syncMemory();
    QVERIFY(memory.note(u"no line"_s, false, fromMs(1000)));
    QVERIFY(memory.note(u"no line"_s, false, fromMs(2000)));
    QVERIFY(memory.note(u"refused"_s, true, fromMs(3000)));
    QVERIFY(memory.note(u"no line"_s, false, fromMs(4000)));
    const auto troubles = *memory.troubles();
    QCOMPARE(troubles.size(), 3U);
    QCOMPARE(troubles[0], (SyncTrouble{fromMs(4000), fromMs(4000), 1, false, u"no line"_s}));
    QCOMPARE(troubles[1], (SyncTrouble{fromMs(3000), fromMs(3000), 1, true, u"refused"_s}));
    QCOMPARE(troubles[2], (SyncTrouble{fromMs(1000), fromMs(2000), 2, false, u"no line"_s}));
    for (int i = 0; i < 3 * SyncMemory::troublesKept; ++i)
        QVERIFY(memory.note(QString::number(i), false, fromMs(5000 + i)));
    QCOMPARE(int(memory.troubles()->size()), SyncMemory::troublesKept);
}

void WorkingSetTest::cursorsAndMarksAreRemembered()
{
    SyncMemory &memory = m_cache->syncMemory();
    QCOMPARE(*memory.pullCursor(), QByteArray());
    QVERIFY(memory.setPullCursor("one"));
    QVERIFY(memory.setBlockCursor("two"));
    QCOMPARE(*memory.pullCursor(), QByteArray("one"));
    QCOMPARE(*memory.blockCursor(), QByteArray("two"));
    QVERIFY(memory.setPullCursor({}));
    QCOMPARE(*memory.pullCursor(), QByteArray());
    QVERIFY(!*memory.wantsAll());
    QVERIFY(memory.setWantsAll(true));
    QVERIFY(*memory.wantsAll());
    QVERIFY(memory.setWantsAll(false));
    QVERIFY(!*memory.wantsAll());
    QVERIFY(!memory.lastContact()->has_value());
    QVERIFY(memory.setLastContact(fromMs(77)));
    QCOMPARE(memory.lastContact()->value(), fromMs(77));
    QCOMPARE(*memory.sharedStore(), QString());
    QVERIFY(memory.setSharedStore(u"store"_s));
    QCOMPARE(*memory.sharedStore(), u"store"_s);
    QCOMPARE(*memory.accessLogSent(), 0);
    QVERIFY(memory.setAccessLogSent(12));
    QCOMPARE(*memory.accessLogSent(), 12);
}

QTEST_GUILESS_MAIN(WorkingSetTest)
#include "workingsettest.moc"
