#include "dice.h"
#include "testdesk.h"

#include "vault/database/sqlconnection.h"

#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

class ConsentLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyPageOfEveryFilterIsWhatPlainSortingGives_data();
    void everyPageOfEveryFilterIsWhatPlainSortingGives();
    void pagesBeyondTheEndAreEmpty();
    void daysAreThoseOfKorea();
    void whatIsAddedOrRemovedLaterIsCountedUnderEveryFilter();
    void whatIsUndoneIsNotCounted();
    void whatAnotherConnectionAddsIsCounted();
    void rowsOfOneMomentKeepApart();
    void aTimeOutOfAllReasonStillHasItsPlace();
    void choicesAreWhatTheLogKnows();

private:
    static bool fits(const ConsentLogEntry &entry, const ConsentLogFilter &filter);
    std::vector<EventId> expected(const ConsentLogFilter &filter) const;
    void add(ConsentLogEntry entry);
    static std::vector<EventId> ids(const std::vector<ConsentLogRow> &rows);

    QTemporaryDir m_folder;
    QString m_path;
    SetClock m_clock;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<TestDevice> m_device;
    Person m_person = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
    std::vector<UserId> m_agents;
    std::vector<ConsentLogEntry> m_entries;
};

void ConsentLogTest::add(ConsentLogEntry entry)
{
    m_clock.set(entry.at);
    const Recorded recorded = m_device->registered(m_person);
    entry.event = m_cache->events().append(recorded.event).value();
    entry.eventId = recorded.event.event.id;
    if (auto added = m_cache->log().append(entry); !added)
        qFatal("%s", qPrintable(added.error().detail));
    m_entries.push_back(entry);
}

void ConsentLogTest::initTestCase()
{
    m_path = m_folder.filePath(u"cache.db"_s);
    m_cache = std::move(*openCache(m_path));
    m_device = std::make_unique<TestDevice>(m_clock);
    for (int i = 0; i < 3; ++i)
        m_agents.push_back(UserId::create());
    Dice dice(5);
    const QStringList items{u"collection"_s, u"marketing.sms"_s, u"provision"_s};
    auto transaction = m_cache->begin();
    for (int i = 0; i < 700; ++i) {
        ConsentLogEntry entry;
        // Two months, most of it in a few days, in no order.
        const qint64 day = dice.roll(4) == 0 ? dice.roll(60) : dice.roll(3) * 20;
        entry.at = fromMs(1'790'000'000'000 + day * 86'400'000 + dice.roll(86'400'000LL));
        entry.subject = m_person.id;
        entry.agent = m_agents[dice.roll(m_agents.size())];
        entry.kind = dice.roll(10) == 0 ? LogKind::OptedOut : LogKind::Captured;
        entry.method = dice.roll(4) == 0 ? domain::CaptureMethod::PhoneWeb : domain::CaptureMethod::PhoneRead;
        for (const QString &item : items) {
            if (entry.kind == LogKind::OptedOut)
                entry.ended += item;
            else if (const int answer = dice.roll(3); answer < 2)
                (answer == 0 ? entry.granted : entry.refused) += item;
        }
        add(entry);
    }
    QVERIFY(transaction->commit());
}

bool ConsentLogTest::fits(const ConsentLogEntry &entry, const ConsentLogFilter &filter)
{
    const QDate date = koreanDate(entry.at);
    const bool says = filter.item.isEmpty() || entry.granted.contains(filter.item) ||
                      entry.refused.contains(filter.item) || entry.ended.contains(filter.item);
    bool decided = true;
    if (filter.decision) {
        const QStringList &answers = *filter.decision == domain::Decision::Granted ? entry.granted : entry.refused;
        decided = filter.item.isEmpty() ? !answers.isEmpty() : answers.contains(filter.item);
    }
    return says && decided && (!filter.from.isValid() || date >= filter.from) &&
           (!filter.to.isValid() || date <= filter.to) && (!filter.agent || entry.agent == *filter.agent) &&
           (!filter.method || entry.method == *filter.method);
}

std::vector<EventId> ConsentLogTest::expected(const ConsentLogFilter &filter) const
{
    std::vector<ConsentLogEntry> fitting;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(fitting),
                 [&](const ConsentLogEntry &entry) { return fits(entry, filter); });
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const ConsentLogEntry &a, const ConsentLogEntry &b) { return a.at > b.at; });
    std::vector<EventId> events;
    for (const ConsentLogEntry &entry : fitting)
        events.push_back(entry.eventId);
    return events;
}

std::vector<EventId> ConsentLogTest::ids(const std::vector<ConsentLogRow> &rows)
{
    std::vector<EventId> events;
    for (const ConsentLogRow &row : rows)
        events.push_back(row.event);
    return events;
}

void ConsentLogTest::everyPageOfEveryFilterIsWhatPlainSortingGives_data()
{
    QTest::addColumn<int>("which");
    for (int which = 0; which < 96; ++which)
        QTest::addRow("filter %d", which) << which;
}

void ConsentLogTest::everyPageOfEveryFilterIsWhatPlainSortingGives()
{
    QFETCH(int, which);
    ConsentLogFilter filter;
    if (which % 2 == 1)
        filter.agent = m_agents[1];
    if (which / 2 % 2 == 1)
        filter.item = u"marketing.sms"_s;
    if (which / 4 % 3 > 0)
        filter.decision = which / 4 % 3 == 1 ? domain::Decision::Granted : domain::Decision::Refused;
    if (which / 12 % 2 == 1)
        filter.method = domain::CaptureMethod::PhoneWeb;
    if (which / 24 % 2 == 1)
        filter.from = koreanDate(fromMs(1'790'000'000'000)).addDays(5);
    if (which / 48 % 2 == 1)
        filter.to = koreanDate(fromMs(1'790'000'000'000)).addDays(40);

    const std::vector<EventId> all = expected(filter);
    QCOMPARE(m_cache->log().count(filter).value(), qint64(all.size()));
    constexpr size_t rows = 23;
    for (size_t first = 0; first < all.size(); first += 17) {
        const auto page = m_cache->log().page(filter, static_cast<qint64>(first), rows);
        const std::vector<EventId> wanted(all.begin() + static_cast<qsizetype>(first),
                                          all.begin() + static_cast<qsizetype>(std::min(first + rows, all.size())));
        QCOMPARE(ids(page.value()), wanted);
    }
}

void ConsentLogTest::pagesBeyondTheEndAreEmpty()
{
    const qint64 count = m_cache->log().count({}).value();
    QCOMPARE(m_cache->log().page({}, count, 10)->size(), size_t(0));
    QCOMPARE(m_cache->log().page({}, count - 1, 10)->size(), size_t(1));
    QCOMPARE(m_cache->log().page({}, -1, 10)->size(), size_t(0));
    QCOMPARE(m_cache->log().page({}, 0, 0)->size(), size_t(0));
    ConsentLogFilter nobody;
    nobody.agent = UserId::create();
    QCOMPARE(m_cache->log().count(nobody).value(), 0);
    QCOMPARE(m_cache->log().page(nobody, 0, 10)->size(), size_t(0));
    ConsentLogFilter nothing;
    nothing.item = u"never.asked"_s;
    QCOMPARE(m_cache->log().count(nothing).value(), 0);
}

void ConsentLogTest::daysAreThoseOfKorea()
{
    ConsentLogEntry entry;
    entry.agent = m_agents[0];
    entry.at = fromMs(1'700'000'000'000 / 86'400'000 * 86'400'000 + 15 * 3'600'000); // midnight in Korea
    add(entry);
    entry.at -= Milliseconds(1);
    add(entry);
    const QDate day = koreanDate(m_entries.back().at);
    ConsentLogFilter filter;
    filter.from = filter.to = day;
    QCOMPARE(ids(m_cache->log().page(filter, 0, 9).value()), std::vector<EventId>{m_entries.back().eventId});
    filter.from = filter.to = day.addDays(1);
    QCOMPARE(ids(m_cache->log().page(filter, 0, 9).value()),
             std::vector<EventId>{m_entries[m_entries.size() - 2].eventId});
}

void ConsentLogTest::whatIsAddedOrRemovedLaterIsCountedUnderEveryFilter()
{
    ConsentLogFilter filter;
    filter.item = u"provision"_s;
    filter.decision = domain::Decision::Granted;
    const qint64 before = m_cache->log().count(filter).value();
    ConsentLogEntry entry = m_entries.front();
    entry.granted = QStringList{u"provision"_s};
    add(entry);
    QCOMPARE(m_cache->log().count(filter).value(), before + 1);
    QCOMPARE(ids(m_cache->log().page(filter, 0, 10'000).value()).size(), size_t(before + 1));
    QVERIFY(m_cache->log().remove(m_entries.back().event));
    m_entries.pop_back();
    QCOMPARE(m_cache->log().count(filter).value(), before);
}

void ConsentLogTest::whatIsUndoneIsNotCounted()
{
    ConsentLogFilter filter;
    filter.method = domain::CaptureMethod::PhoneWeb;
    const qint64 before = m_cache->log().count(filter).value();
    {
        auto undone = m_cache->begin();
        ConsentLogEntry entry = m_entries.front();
        entry.method = domain::CaptureMethod::PhoneWeb;
        add(entry);
        m_entries.pop_back();
        QCOMPARE(m_cache->log().count(filter).value(), before + 1);
    }
    // Events of the undone transaction are gone with it; the counts must follow.
    QCOMPARE(m_cache->log().page(filter, 0, 10'000)->size(), size_t(before));
    QCOMPARE(m_cache->log().count(filter).value(), before);
}

void ConsentLogTest::whatAnotherConnectionAddsIsCounted()
{
    ConsentLogFilter filter;
    filter.item = u"collection"_s;
    const qint64 before = m_cache->log().count(filter).value();
    auto other = openCache(m_path);
    QVERIFY(other.ok());
    TestDevice device(m_clock);
    const Recorded call = device.captured(m_person, {u"collection"_s}, {});
    QVERIFY((*other)->import(call.event, call.personal));
    QCOMPARE(m_cache->log().count(filter).value(), before + 1);
    QVERIFY((*other)->log().remove((*other)->events().find(call.event.event.id)->number));
    QCOMPARE(m_cache->log().count(filter).value(), before);
}

void ConsentLogTest::rowsOfOneMomentKeepApart()
{
    ConsentLogFilter filter;
    filter.from = filter.to = QDate(2001, 2, 3);
    ConsentLogEntry entry;
    entry.agent = m_agents[0];
    entry.at = fromMs(981'165'600'000);
    for (int i = 0; i < 300; ++i)
        add(entry);
    QCOMPARE(m_cache->log().count(filter).value(), 300);
    const auto rows = m_cache->log().page(filter, 0, 1000).value();
    QCOMPARE(rows.size(), size_t(300));
    for (const ConsentLogRow &row : rows)
        QCOMPARE(row.at, entry.at);
}

void ConsentLogTest::aTimeOutOfAllReasonStillHasItsPlace()
{
    const qint64 before = m_cache->log().count({}).value();
    for (const qint64 ms : {qint64(-5), qint64(0), qint64(253'402'300'799'999)}) {
        ConsentLogEntry entry = m_entries.front();
        const Recorded recorded = m_device->registered(m_person);
        entry.event = m_cache->events().append(recorded.event).value();
        entry.eventId = recorded.event.event.id;
        entry.at = fromMs(ms);
        QVERIFY(m_cache->log().append(entry));
        QVERIFY(m_cache->log().find(entry.eventId).ok());
    }
    QCOMPARE(m_cache->log().count({}).value(), before + 3);
    QCOMPARE(qint64(m_cache->log().page({}, 0, 100'000)->size()), before + 3);
}

void ConsentLogTest::choicesAreWhatTheLogKnows()
{
    const QStringList items = m_cache->log().items().value();
    QVERIFY(items.contains(u"marketing.sms"_s) && items.contains(u"provision"_s));
    const auto agents = m_cache->log().agents().value();
    for (const UserId &agent : m_agents)
        QVERIFY(std::find(agents.begin(), agents.end(), agent) != agents.end());
    QVERIFY(!m_cache->log().ofSubject(m_person.id)->empty());
}

QTEST_GUILESS_MAIN(ConsentLogTest)
#include "consentlogtest.moc"
