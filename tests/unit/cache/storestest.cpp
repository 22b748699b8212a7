#include "testdesk.h"

#include "cache/store/packedjws.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

class StoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_cache.reset(); }

    void anEventComesBackByteForByte();
    void aPackedEventIsSmallerAndComesBackWhateverItIs();
    void aSpoiledPackedEventIsDamaged();
    void theSameEventTwiceIsToldApartFromAConflict();
    void eventsOfAPersonComeInCanonicalOrder();
    void theHeadIsTheEndOfTheChain();
    void theOutboxKeepsTheOrderOfTheChain();
    void acknowledgingUpToASeqLeavesTheRest();
    void anEventThatDoesNotContinueThisDeviceIsRefused();
    void theDeviceKeySignsAfterComingBack();
    void aSecondDeviceIsRefused();
    void receiptNumbersRunByDayAndComeBackWhenUndone();
    void aDraftIsReplacedAndRemoved();
    void documentsAreKeptByKindAndId();
    void aDataKeyIsReplacedOnlyByANewerEpoch();
    void destroyingKeysForgetsThemAll();
    void theAccessLogTellsWhoAndWhoseNewestFirst();
    void aPersonIsFoundByNumberAndSimilarOnesByNameAndBirthDate();

private:
    qint64 record(const Recorded &recorded)
    {
        auto transaction = m_cache->begin();
        auto number = m_cache->record(recorded.event, recorded.personal);
        if (!number)
            qWarning() << number.error().detail;
        return number && transaction->commit() ? *number : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    SetClock m_clock;
    std::unique_ptr<TestDevice> m_device;
    Person m_person = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
};

void StoresTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto cache = openCache(m_folder->filePath(u"cache.db"_s));
    QVERIFY(cache.ok());
    m_cache = std::move(*cache);
    m_device = std::make_unique<TestDevice>(m_clock);
    QVERIFY(m_cache->device().create(m_device->id(), m_device->key()));
}

void StoresTest::anEventComesBackByteForByte()
{
    const Recorded recorded = m_device->registered(m_person);
    const qint64 number = record(recorded);
    QVERIFY(number > 0);
    QCOMPARE(m_cache->events().find(recorded.event.event.id)->event, recorded.event);
    QCOMPARE(m_cache->events().at(number)->event.jws, recorded.event.jws);
    QCOMPARE(m_cache->events().find(EventId::create()).error().kind, ErrorKind::NotFound);
}

void StoresTest::aPackedEventIsSmallerAndComesBackWhateverItIs()
{
    const QStringList items{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s};
    const QByteArray jws = m_device->captured(m_person, items, {}).event.jws;
    const QByteArray packed = packJws(jws);
    QVERIFY2(packed.size() * 2 < jws.size(),
             QByteArray::number(packed.size()) + " of " + QByteArray::number(jws.size()));
    for (const QByteArray &text : {jws, QByteArray(), QByteArray("a.b"), QByteArray("a.b.c"), QByteArray("..."),
                                   QByteArray("YQ==.YQ.YQ"), QByteArray("YR.YQ.YQ")}) {
        QCOMPARE(unpackJws(packJws(text)).value(), text);
    }
}

void StoresTest::aSpoiledPackedEventIsDamaged()
{
    const QByteArray packed = packJws(m_device->registered(m_person).event.jws);
    QCOMPARE(unpackJws({}).error().kind, ErrorKind::Damaged);
    QCOMPARE(unpackJws("Q123").error().kind, ErrorKind::Damaged);
    QCOMPARE(unpackJws(packed.left(20)).error().kind, ErrorKind::Damaged);
}

void StoresTest::theSameEventTwiceIsToldApartFromAConflict()
{
    const Recorded first = m_device->registered(m_person);
    QVERIFY(m_cache->import(first.event, first.personal));
    QCOMPARE(m_cache->events().append(first.event).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(m_cache->import(first.event, first.personal));
    m_device->startFrom({});
    const Recorded fork = m_device->registered(m_person);
    QCOMPARE(m_cache->events().append(fork.event).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_cache->events().count().value(), 1);
}

void StoresTest::eventsOfAPersonComeInCanonicalOrder()
{
    TestDevice fast(m_clock);
    fast.setSkew(3'600'000); // its clock is an hour ahead: what it says now was said an hour ago
    const Recorded first = m_device->registered(m_person);
    m_clock.advance(Milliseconds(60'000));
    const Recorded second = m_device->captured(m_person, {u"a"_s}, {});
    const Recorded earliest = fast.captured(m_person, {u"b"_s}, {});
    for (const Recorded &recorded : {second, earliest, first})
        QVERIFY(m_cache->import(recorded.event, recorded.personal));
    const auto events = m_cache->events().ofSubject(m_person.id);
    QCOMPARE(events->size(), size_t(3));
    QCOMPARE(events->at(0).event, earliest.event);
    QCOMPARE(events->at(1).event, first.event);
    QCOMPARE(events->at(2).event, second.event);
    QCOMPARE(m_cache->events().latestTimeOf(m_person.id).value(), std::optional(m_clock.now()));
    QCOMPARE(m_cache->events().latestTimeOf(SubjectId::create()).value(), std::nullopt);
}

void StoresTest::theHeadIsTheEndOfTheChain()
{
    QCOMPARE(m_cache->events().head(m_device->id()).value(), ledger::ChainHead());
    for (int i = 0; i < 3; ++i)
        QVERIFY(record(m_device->registered(m_person)) > 0);
    QCOMPARE(m_cache->events().head(m_device->id()).value(), m_device->head());
    QCOMPARE(m_cache->device().load()->head, m_device->head());
    QCOMPARE(m_cache->events().ofDevice(m_device->id(), 2, 5)->size(), size_t(2));
    QCOMPARE(m_cache->events().devices()->size(), size_t(1));
}

void StoresTest::theOutboxKeepsTheOrderOfTheChain()
{
    record(m_device->registered(m_person));
    m_clock.advance(Milliseconds(1000));
    record(m_device->captured(m_person, {u"a"_s}, {}));
    QCOMPARE(m_cache->outbox().urgentCount().value(), 0);
    record(m_device->ended(m_person, {}, true));
    QCOMPARE(m_cache->outbox().count().value(), 3);
    QCOMPARE(m_cache->outbox().urgentCount().value(), 1);
    QCOMPARE(m_cache->outbox().oldest().value(), std::optional(m_clock.now() - Milliseconds(1000)));
    const auto due = m_cache->outbox().due(2);
    QCOMPARE(due->size(), size_t(2));
    QCOMPARE(due->at(0).event.event.seq, 1);
    QCOMPARE(due->at(1).event.event.seq, 2);
    QVERIFY(m_cache->outbox().acknowledge({due->at(0).number, due->at(1).number, 999}));
    QCOMPARE(m_cache->outbox().due(10)->size(), size_t(1));
    QCOMPARE(m_cache->events().count().value(), 3);
}

void StoresTest::acknowledgingUpToASeqLeavesTheRest()
{
    for (int i = 0; i < 5; ++i)
        record(m_device->registered(m_person));
    QVERIFY(m_cache->outbox().acknowledgeUpTo(DeviceId::create(), 5, m_clock.now()));
    QCOMPARE(m_cache->outbox().count().value(), 5);
    QVERIFY(m_cache->outbox().acknowledgeUpTo(m_device->id(), 3, m_clock.now()));
    QCOMPARE(m_cache->outbox().due(10)->front().event.event.seq, 4);
}

void StoresTest::anEventThatDoesNotContinueThisDeviceIsRefused()
{
    record(m_device->registered(m_person));
    m_device->registered(m_person); // signed, never recorded
    const Recorded later = m_device->registered(m_person);
    auto transaction = m_cache->begin();
    QCOMPARE(m_cache->record(later.event, later.personal).error().kind, ErrorKind::Conflict);
    TestDevice other(m_clock);
    const Recorded foreign = other.registered(m_person);
    QCOMPARE(m_cache->record(foreign.event, foreign.personal).error().kind, ErrorKind::Conflict);
}

void StoresTest::theDeviceKeySignsAfterComingBack()
{
    const auto key = m_cache->device().privateKey();
    QVERIFY(key.ok());
    QCOMPARE(key->publicKey().thumbprint(), m_device->key().publicKey().thumbprint());
    QCOMPARE(m_cache->device().load()->id, m_device->id());
    QVERIFY(m_cache->device().setSkew(-1500));
    QCOMPARE(m_cache->device().load()->skewMs, -1500);
}

void StoresTest::aSecondDeviceIsRefused()
{
    QCOMPARE(m_cache->device().create(DeviceId::create(), m_device->key()).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(m_cache->device().load()->id, m_device->id());
}

void StoresTest::receiptNumbersRunByDayAndComeBackWhenUndone()
{
    const QDate today(2026, 11, 23);
    QCOMPARE(m_cache->device().nextReceipt(today).value(), 1);
    {
        auto undone = m_cache->begin();
        QCOMPARE(m_cache->device().nextReceipt(today).value(), 2);
    }
    QCOMPARE(m_cache->device().nextReceipt(today).value(), 2);
    QCOMPARE(m_cache->device().nextReceipt(today.addDays(1)).value(), 1);
}

void StoresTest::aDraftIsReplacedAndRemoved()
{
    const UserId user = UserId::create();
    QCOMPARE(m_cache->drafts().find(user, m_device->id()).value(), std::nullopt);
    QVERIFY(m_cache->drafts().put(user, m_device->id(), {fromMs(5), "one"}));
    QVERIFY(m_cache->drafts().put(user, m_device->id(), {fromMs(6), "two"}));
    QCOMPARE(m_cache->drafts().find(user, m_device->id()).value(), std::optional(DraftStore::Draft{fromMs(6), "two"}));
    QCOMPARE(m_cache->drafts().find(UserId::create(), m_device->id()).value(), std::nullopt);
    QVERIFY(m_cache->drafts().remove(user, m_device->id()));
    QVERIFY(m_cache->drafts().remove(user, m_device->id()));
    QCOMPARE(m_cache->drafts().find(user, m_device->id()).value(), std::nullopt);
}

void StoresTest::documentsAreKeptByKindAndId()
{
    const Document one{u"blob"_s, u"1"_s, {{u"a"_s, 1}}, QByteArray("\0x", 2), std::nullopt};
    QVERIFY(m_cache->documents().put(one));
    QVERIFY(m_cache->documents().put({u"blob"_s, u"2"_s, {}, {}, std::nullopt}));
    QCOMPARE(m_cache->documents().find(u"blob"_s, u"1"_s).value(), std::optional(one));
    QCOMPARE(m_cache->documents().find(u"other"_s, u"1"_s).value(), std::nullopt);
    QCOMPARE(m_cache->documents().ofKind(u"blob"_s)->size(), size_t(2));
    QVERIFY(m_cache->documents().clearPublished());
    QCOMPARE(m_cache->documents().ofKind(u"blob"_s)->size(), size_t(2));
    QVERIFY(m_cache->documents().remove(u"blob"_s, u"1"_s));
    QCOMPARE(m_cache->documents().ofKind(u"blob"_s)->size(), size_t(1));
}

void StoresTest::aDataKeyIsReplacedOnlyByANewerEpoch()
{
    const ledger::WrappedDataKey second{DataKeyId::create(), m_person.id, 2, QByteArray(40, 'b')};
    ledger::WrappedDataKey first = second;
    first.epoch = 1;
    first.wrapped = QByteArray(40, 'a');
    QVERIFY(m_cache->dataKeys().put(first));
    QVERIFY(m_cache->dataKeys().put(second));
    QVERIFY(m_cache->dataKeys().put(first));
    QCOMPARE(m_cache->dataKeys().find(second.id).value(), second);
    QCOMPARE(m_cache->dataKeys().ofEpoch(1, 10)->size(), size_t(0));
    QCOMPARE(m_cache->dataKeys().ofEpoch(2, 10)->size(), size_t(1));
}

void StoresTest::destroyingKeysForgetsThemAll()
{
    QVERIFY(m_cache->dataKeys().put({DataKeyId::create(), m_person.id, 1, QByteArray(40, 'a')}));
    QVERIFY(m_cache->dataKeys().put({DataKeyId::create(), m_person.id, 1, QByteArray(40, 'b')}));
    QCOMPARE(m_cache->dataKeys().ofSubject(m_person.id)->size(), size_t(2));
    QVERIFY(m_cache->dataKeys().destroy(m_person.id));
    QCOMPARE(m_cache->dataKeys().ofSubject(m_person.id)->size(), size_t(0));
}

void StoresTest::theAccessLogTellsWhoAndWhoseNewestFirst()
{
    const UserId user = UserId::create();
    const AccessLogStore::Entry view{fromMs(1000), user, m_device->id(), m_person.id, u"view"_s, {}};
    const AccessLogStore::Entry print{fromMs(2000), user, m_device->id(), std::nullopt, u"print"_s, u"asked for it"_s};
    QVERIFY(m_cache->accessLog().append(view));
    QVERIFY(m_cache->accessLog().append(print));
    QCOMPARE(m_cache->accessLog().between(fromMs(0), fromMs(9000), 10).value(),
             (std::vector<AccessLogStore::Entry>{print, view}));
    QCOMPARE(m_cache->accessLog().between(fromMs(0), fromMs(2000), 10).value(),
             std::vector<AccessLogStore::Entry>{view});
    QCOMPARE(m_cache->accessLog().ofSubject(m_person.id, 10).value(), std::vector<AccessLogStore::Entry>{view});
}

void StoresTest::aPersonIsFoundByNumberAndSimilarOnesByNameAndBirthDate()
{
    const Person namesake = Person::of(u"김 하늘"_s, u"01000009999"_s, QDate(1985, 5, 5));
    const Person another = Person::of(u"김하늘"_s, u"01000008888"_s, QDate(1990, 1, 1));
    const Person household = Person::of(u"박바다"_s, u"01000001234"_s, QDate(1990, 1, 1));
    for (const Person &person : {m_person, namesake, another, household})
        QVERIFY(record(m_device->registered(person)) > 0);
    const auto ids = [](const std::vector<SubjectRecord> &records) {
        std::vector<SubjectId> found;
        for (const SubjectRecord &one : records)
            found.push_back(one.subject.id);
        return found;
    };
    QCOMPARE(ids(m_cache->subjects().withPhone(u"01000001234"_s).value()),
             (std::vector<SubjectId>{household.id, m_person.id}));
    QCOMPARE(ids(m_cache->subjects().similarTo(u"김하늘"_s, QDate(1985, 5, 5), u"01000001234"_s).value()),
             (std::vector<SubjectId>{household.id, namesake.id, m_person.id}));
    const auto found = m_cache->subjects().find(m_person.id).value();
    QVERIFY(found.has_value());
    QCOMPARE(found->subject.name, m_person.name);
    QCOMPARE(found->subject.birthDate, m_person.birthDate);
    QCOMPARE(found->registered, std::optional(m_clock.now()));
    QCOMPARE(m_cache->subjects().count().value(), 4);
}

QTEST_GUILESS_MAIN(StoresTest)
#include "storestest.moc"
