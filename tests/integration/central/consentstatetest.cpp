#include "contract/contractdesks.h"
#include "contract/postgresfixture.h"

#include "central/contactblocks.h"
#include "ledger/consentprojection.h"
#include "ledger/contactfacts.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace consent;
using namespace consent::central;
using namespace samples;
using domain::Channel;
using domain::Decision;

namespace {

constexpr int desks = 3;
constexpr int people = 5;
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

/// A clock of the test's, in any year it likes.
class SetClock : public Clock
{
public:
    UtcTime now() const override { return fromMs(ms); }
    Milliseconds elapsed() const override { return Milliseconds(ms); }

    qint64 ms = 1'764'000'000'000;
};

/// Events about a few people as three desks might write them, wrong clocks, slips and all, by a seed.
class Scene
{
public:
    explicit Scene(quint32 seed)
        : m_random(seed)
    {
        for (int i = 0; i < people; ++i)
            m_people.push_back(SubjectId::create());
        for (int d = 0; d < desks; ++d) {
            Desk &desk = m_desks.emplace_back(std::make_unique<Writer>());
            desk->chain({eventtypesEnrolled, desk->self.actor(), u"center"_s, std::nullopt, {}, {}});
            desk->skewMs = pick(5) == 0 ? 3 * 3'600'000 : pick(2000) - 1000;
        }
        for (int i = 0; i < 40; ++i)
            addSomething(*m_desks[static_cast<std::size_t>(pick(desks))]);
    }

    struct Writer
    {
        TestDesk self;
        SetClock clock;
        qint64 skewMs = 0;
        ledger::ChainHead head;
        std::vector<ledger::SignedEvent> events;

        const ledger::SignedEvent &chain(const ledger::EventDraft &draft)
        {
            ledger::DeviceChain chain(self.device(), self.key(), clock, head, skewMs);
            events.push_back(must(chain.append(draft)));
            head = chain.head();
            return events.back();
        }
    };
    using Desk = std::unique_ptr<Writer>;

    std::vector<Desk> &writers() { return m_desks; }
    const std::vector<SubjectId> &subjects() const { return m_people; }
    int pick(int count) { return static_cast<int>(m_random.bounded(count)); }

private:
    static constexpr QLatin1StringView eventtypesEnrolled = "pledge.signed"_L1;

    UserId actorOf(const Writer &desk) { return pick(8) == 0 ? UserId::create() : desk.self.actor(); }

    void addSomething(Writer &desk)
    {
        // Now and then two desks write in the very same moment, and now and then much later.
        m_now += pick(3) == 0 ? 0 : pick(4) == 0 ? dayMs : pick(400'000);
        desk.clock.ms = m_now + desk.skewMs;
        const SubjectId subject = m_people[static_cast<std::size_t>(pick(people))];
        const int kind = pick(10);
        if (kind < 4)
            capture(desk, subject);
        else if (kind < 8)
            end(desk, subject);
        else
            sayItWasMistaken(desk);
    }

    void put(Writer &desk, QLatin1StringView type, const UserId &actor, const SubjectId &subject, QJsonObject facts)
    {
        if (pick(3) == 0)
            facts.insert(u"after"_s, m_now + pick(5000));
        desk.chain({type, actor, u"center"_s, subject, facts, {}});
    }

    void capture(Writer &desk, const SubjectId &subject)
    {
        const auto answer = [this] { return pick(2) == 0 ? Decision::Granted : Decision::Refused; };
        std::vector<ledger::CapturedItem> items{item(u"join.required"_s, answer(), true)};
        if (pick(2) == 0)
            items.push_back(item(u"third.party"_s, answer()));
        if (pick(2) == 0)
            items.push_back(item(u"marketing.sms"_s, answer(), false, Channel::Sms));
        if (pick(2) == 0) // of another script it goes by another way
            items.push_back(item(u"marketing.news"_s, answer(), false, pick(3) == 0 ? Channel::Post : Channel::Email));
        if (pick(4) == 0) // the same twice: what protects counts
            items.push_back(item(u"marketing.sms"_s, answer(), false, Channel::Sms));
        put(desk, ledger::eventtypes::consentCaptured, actorOf(desk), subject, captured(items).toFacts());
    }

    void end(Writer &desk, const SubjectId &subject)
    {
        QStringList items;
        std::vector<Channel> channels;
        if (pick(2) == 0)
            items.append(pick(2) == 0 ? u"marketing.sms"_s : u"never.asked"_s);
        if (pick(3) == 0)
            channels.push_back(pick(2) == 0 ? Channel::Sms : Channel::Phone);
        const bool everything = (items.isEmpty() && channels.empty()) || pick(4) == 0;
        const auto type = pick(2) == 0 ? ledger::eventtypes::consentOptedOut : ledger::eventtypes::consentWithdrawn;
        put(desk, type, desk.self.actor(), subject, ended(items, channels, everything).toFacts());
    }

    /// Of one of the desk's own events, or of what can't be taken back by it: another's, a grant, too late, for
    /// another.
    void sayItWasMistaken(Writer &desk)
    {
        const auto &from = pick(6) == 0 ? m_desks[static_cast<std::size_t>(pick(desks))]->events : desk.events;
        const auto &named = from[from.size() - 1 - static_cast<std::size_t>(pick(std::min(3, int(from.size()))))];
        const SubjectId about = pick(8) == 0 || !named.event.subject ? m_people[0] : *named.event.subject;
        ledger::ConsentMistaken facts;
        facts.mistaken = named.event.id;
        put(desk, ledger::eventtypes::consentMistaken, actorOf(desk), about, facts.toFacts());
    }

    QRandomGenerator m_random;
    qint64 m_now = 1'764'000'000'000;
    std::vector<SubjectId> m_people;
    std::vector<Desk> m_desks;
};

using Blocks = std::map<QByteArray, std::pair<int, bool>>; ///< Channels and all-optional by prefix.

} // namespace

/// What the store makes of consents in SQL is what the program makes of them: by random events of three desks, in any
/// order of arrival. CONSENT_SEED repeats a run.
class ConsentStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void statesAndOptOutsAreThoseOfTheProgram();
    void theOrderInWhichDesksSendChangesNothing();

private:
    void start(Scene &scene);
    void send(Scene::Writer &desk, std::size_t upTo);
    void tellNumbers(Scene &scene, const TestDesk &desk);
    QByteArray statesOfStore();
    static QByteArray statesOfProgram(const std::vector<ledger::Event> &events);
    Blocks blocksOfStore();
    Blocks blocksOfProgram(const std::vector<ledger::Event> &events) const;
    std::vector<ledger::Event> sent(Scene &scene) const;
    QByteArray numberOf(std::size_t person) const { return QByteArray(16, person == 1 ? 'a' : char('a' + person)); }

    quint32 m_seed = 0;
    PostgresFixture m_fixture;
    std::unique_ptr<ContractDesks> m_desks;
    std::map<DeviceId, std::size_t> m_sent;
    std::map<QByteArray, std::set<SubjectId>> m_numbers;
    QByteArray m_cursor;
    Blocks m_list;
};

void ConsentStateTest::initTestCase()
{
    const int wanted = qEnvironmentVariableIntValue("CONSENT_SEED");
    m_seed = wanted != 0 ? quint32(wanted) : QRandomGenerator::global()->generate();
    qInfo("CONSENT_SEED=%u", m_seed);
}

void ConsentStateTest::start(Scene &scene)
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
    m_sent.clear();
    m_numbers.clear();
    m_cursor.clear();
    m_list.clear();
    for (const auto &writer : scene.writers())
        m_desks->join(writer->self);
}

void ConsentStateTest::send(Scene::Writer &desk, std::size_t upTo)
{
    std::size_t &from = m_sent[desk.self.device()];
    if (from >= upTo)
        return;
    const std::vector<ledger::SignedEvent> batch(desk.events.begin() + std::ptrdiff_t(from),
                                                 desk.events.begin() + std::ptrdiff_t(upTo));
    QCOMPARE(must(m_desks->at(desk.self).append(desk.self.device(), batch)).answer, AppendAnswer::Accepted);
    from = upTo;
}

/// Before the events that come with them, as desks do. The first two people have one number.
void ConsentStateTest::tellNumbers(Scene &scene, const TestDesk &desk)
{
    for (std::size_t i = 0; i + 1 < scene.subjects().size(); ++i) { // of the last one none is known
        const SubjectId &subject = scene.subjects()[i];
        if (scene.pick(2) == 0 || m_numbers[numberOf(i)].contains(subject))
            continue;
        QVERIFY(m_desks->at(desk).putSubjectTokens({{subject, TokenKind::Phone, numberOf(i), fromMs(1)}}).ok());
        m_numbers[numberOf(i)].insert(subject);
    }
}

std::vector<ledger::Event> ConsentStateTest::sent(Scene &scene) const
{
    std::vector<ledger::Event> events;
    for (const auto &writer : scene.writers()) {
        const auto count = m_sent.find(writer->self.device());
        for (std::size_t i = 0; count != m_sent.end() && i < count->second; ++i)
            events.push_back(writer->events[i].event);
    }
    return events;
}

QByteArray ConsentStateTest::statesOfStore()
{
    return m_fixture.store().sql("select subject, scope, status, time_ms, device, seq, event from store.consent_state "
                                 "order by subject, scope collate \"C\"");
}

QByteArray ConsentStateTest::statesOfProgram(const std::vector<ledger::Event> &events)
{
    ledger::ConsentProjection projection;
    for (const ledger::Event &event : events)
        projection.apply(event);
    std::vector<std::pair<std::pair<QByteArray, QByteArray>, QByteArray>> rows;
    for (const auto &[key, state] : projection.states()) {
        const auto subject = key.first.toString().toUtf8();
        rows.push_back({{subject, key.second.toUtf8()},
                        subject + '|' + key.second.toUtf8() + '|' +
                            QByteArray::number(domain::protectiveRank(state.status)) + '|' +
                            QByteArray::number(toMs(state.time)) + '|' + state.device.toString().toUtf8() + '|' +
                            QByteArray::number(state.seq) + '|' + state.event.toString().toUtf8()});
    }
    std::ranges::sort(rows);
    QByteArrayList lines;
    for (const auto &row : rows)
        lines.append(row.second);
    return lines.join('\n');
}

/// As a desk follows the list: what changed since the last time.
Blocks ConsentStateTest::blocksOfStore()
{
    TestDesk reader;
    m_desks->join(reader, {u"busan"_s, {u"agent"_s}});
    for (bool more = true; more;) {
        const BlockPage page = must(m_desks->at(reader).pullContactBlocks(m_cursor, 100));
        for (const BlockEntry &entry : page.entries) {
            const QByteArray prefix(reinterpret_cast<const char *>(entry.prefix.data()), BlockEntry::PrefixBytes);
            if (entry.blocks())
                m_list[prefix] = {entry.channels, entry.allOptional};
            else
                m_list.erase(prefix);
        }
        m_cursor = page.cursor;
        more = page.more;
    }
    return m_list;
}

Blocks ConsentStateTest::blocksOfProgram(const std::vector<ledger::Event> &events) const
{
    ledger::ConsentProjection projection;
    std::map<SubjectId, std::map<QString, ContactBlocks::Item>> items;
    for (const ledger::Event &event : events) {
        projection.apply(event);
        if (event.type != ledger::eventtypes::consentCaptured)
            continue;
        const auto captured = must(ledger::ConsentCaptured::fromFacts(event.facts));
        for (const ledger::CapturedItem &one : captured.items) {
            ContactBlocks::Item &known = items[*event.subject][one.code];
            known.mandatory = known.mandatory || one.mandatory;
            if (!one.mandatory)
                known.channels.insert(one.channel);
        }
    }
    Blocks blocks;
    for (const auto &[number, owners] : m_numbers) {
        std::pair<int, bool> entry{0, false};
        for (const SubjectId &owner : owners) {
            std::vector<ledger::ConsentStatement> states;
            for (const auto &[key, state] : projection.states()) {
                if (key.first == owner)
                    states.push_back(state);
            }
            const BlockEntry judged = ContactBlocks::judge(states, items[owner]);
            entry.first |= judged.channels;
            entry.second = entry.second || judged.allOptional;
        }
        if (entry.first != 0 || entry.second)
            blocks[number.first(qsizetype(BlockEntry::PrefixBytes))] = entry;
    }
    return blocks;
}

void ConsentStateTest::statesAndOptOutsAreThoseOfTheProgram()
{
    int slips = 0;
    for (quint32 run = 0; run < 8; ++run) {
        Scene scene(m_seed + run);
        start(scene);
        for (int step = 0; step < 12; ++step) {
            Scene::Writer &desk = *scene.writers()[std::size_t(scene.pick(desks))];
            const std::size_t from = m_sent[desk.self.device()];
            if (from == desk.events.size())
                continue;
            tellNumbers(scene, desk.self);
            send(desk, std::min(desk.events.size(), from + 1 + std::size_t(scene.pick(8))));
            const auto events = sent(scene);
            QCOMPARE(statesOfStore(), statesOfProgram(events));
            QCOMPARE(blocksOfStore(), blocksOfProgram(events));
        }
        for (const auto &desk : scene.writers())
            slips += int(std::ranges::count_if(desk->events, [](const auto &event) {
                return event.event.type == ledger::eventtypes::consentMistaken;
            }));
    }
    QVERIFY(slips > 0);
}

void ConsentStateTest::theOrderInWhichDesksSendChangesNothing()
{
    Scene scene(m_seed);
    QByteArray first;
    for (int run = 0; run < 4; ++run) {
        start(scene);
        for (bool left = true; left;) {
            left = false;
            Scene::Writer &desk = *scene.writers()[std::size_t(scene.pick(desks))];
            send(desk, std::min(desk.events.size(), m_sent[desk.self.device()] + 1 + std::size_t(scene.pick(5))));
            for (const auto &writer : scene.writers())
                left = left || m_sent[writer->self.device()] < writer->events.size();
        }
        tellNumbers(scene, scene.writers().front()->self);
        const QByteArray states = statesOfStore();
        QCOMPARE(states, statesOfProgram(sent(scene)));
        QCOMPARE(blocksOfStore(), blocksOfProgram(sent(scene)));
        if (run == 0)
            first = states;
        QCOMPARE(states, first);
    }
}

QTEST_GUILESS_MAIN(ConsentStateTest)
#include "consentstatetest.moc"
