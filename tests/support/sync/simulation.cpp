#include "support/sync/simulation.h"

#include "desk/session/personalopener.h"
#include "unit/cache/testdesk.h"
#include "vault/database/sqlconnection.h"

#include <QDir>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace consent::test {

namespace {

constexpr qint64 hourMs = 3'600'000;

/// What a cache shows, by person: lines that name nobody stand under the empty id.
std::map<QByteArray, QByteArray> shownByPerson(cache::Cache &cache, const std::vector<QByteArray> &people)
{
    std::map<QByteArray, QByteArray> shown;
    for (const QByteArray &line : projectionsAsText(cache).split('\n')) {
        const auto owner = std::ranges::find_if(people, [&line](const QByteArray &id) { return line.contains(id); });
        if (owner != people.end())
            shown[*owner] += line + '\n';
        else if (line.startsWith("notice") || line.startsWith("device") || line.startsWith("user"))
            shown[{}] += line + '\n';
    }
    return shown;
}

/// Whoever is registered here, as the text of projectionsAsText() names them.
std::vector<QByteArray> peopleOf(cache::Cache &cache)
{
    std::vector<QByteArray> people;
    auto query = cache.connection().statement(
        u"SELECT hex(person.id) FROM subject JOIN person ON person.number=subject.person ORDER BY 1"_s);
    while (*query.next())
        people.push_back(query.text(0).toLatin1());
    return people;
}

} // namespace

Simulation::Shape Simulation::shapeOf(quint32 seed)
{
    std::mt19937 random(seed);
    Shape shape;
    shape.desks = 2 + static_cast<int>(std::min(random() % 7, random() % 7)); // fewer are more common
    shape.branches = random() % 3 == 0 ? 2 : 1;
    shape.steps = 30 + static_cast<int>(random() % 60);
    shape.restores = random() % 2 == 0;
    return shape;
}

std::unique_ptr<QTemporaryDir> Simulation::fastFolder()
{
    const QString memory = u"/dev/shm"_s;
    return QDir(memory).exists() ? std::make_unique<QTemporaryDir>(memory + u"/consentdesk-XXXXXX"_s)
                                 : std::make_unique<QTemporaryDir>();
}

Simulation::Simulation(quint32 seed, Shape shape, SimStore &store)
    : m_random(seed)
    , m_shape(shape)
    , m_store(store)
    , m_folder(fastFolder())
    , m_trueMs(toMs(SystemClock().now()) - 2 * 24 * hourMs)
{
    const auto organisation = ledger::OrganisationKey::generate(1);
    if (!organisation)
        qFatal("no organisation key");
    const auto secret = std::make_shared<crypto::SecretBuffer>(*organisation->secret().clone());
    for (int i = 0; i < shape.desks; ++i) {
        const QString folder = m_folder->filePath(u"desk%1"_s.arg(i));
        QDir().mkpath(folder);
        const qint64 deviation = (static_cast<qint64>(dice(49)) - 24) * hourMs / 4 * static_cast<qint64>(dice(3));
        m_desks.push_back(std::make_unique<SimDesk>(
            SimDesk::Place{folder, u"branch%1"_s.arg(i % shape.branches),
                           [secret]() -> Result<ledger::OrganisationKeys> {
                               auto copy = secret->clone();
                               if (!copy)
                                   return Error{ErrorKind::Internal, {}, u"secure heap"_s};
                               auto key = ledger::OrganisationKey::fromSecret(1, *std::move(copy));
                               if (!key)
                                   return key.error();
                               ledger::OrganisationKeys keys;
                               keys.add(*std::move(key));
                               return keys;
                           },
                           m_trueMs, deviation},
            m_store));
    }
    if (shape.restores)
        m_store.backUp(); // before this, the store did not know the desks
}

Simulation::~Simulation() = default;

void Simulation::sync(SimDesk &desk, int steps)
{
    if (dice(3) == 0)
        desk.look(dice(2) == 0);
    FaultPlan &faults = desk.faults();
    if (dice(3) == 0) {
        faults.mode = dice(2) == 0 ? FaultPlan::Mode::Before : FaultPlan::Mode::After;
        faults.failures = 1 + static_cast<int>(dice(3));
        faults.failFrom = faults.calls + 1 + static_cast<int>(dice(8));
    }
    for (int i = 0; i < steps; ++i) {
        const auto step = desk.step();
        if (step && *step == sync::SyncRound::Step::Idle)
            break;
    }
    faults.failFrom = 0;
}

void Simulation::act()
{
    SimDesk &desk = *m_desks.at(dice(static_cast<quint32>(m_desks.size())));
    m_trueMs += dice(600'000);
    const quint32 what = dice(100);
    if (what < 45) {
        desk.work(static_cast<quint32>(m_random()), static_cast<quint32>(m_random()));
    } else if (what < 82) {
        sync(desk, 1 + static_cast<int>(dice(14)));
    } else if (what < 86) {
        desk.online = !desk.online;
        desk.disconnect();
    } else if (what < 90) {
        desk.restartSync();
    } else if (what < 93) {
        desk.restart();
    } else if (what < 95) {
        desk.clock().deviate((static_cast<qint64>(dice(25)) - 12) * hourMs);
    } else if (what < 97) {
        evict(desk, static_cast<quint32>(m_random()));
    } else if (m_shape.restores) {
        disconnectAll();
        if (what == 97)
            m_store.restore();
        else
            m_store.backUp();
    }
}

/// A desk lets go of events 30 days after the store confirmed them, in a round whose push has found them all at the
/// store, and no backup that is put back is older than that. A schedule is shorter, so that this is brought about for
/// each eviction.
void Simulation::evict(SimDesk &desk, quint32 whom)
{
    if (m_shape.restores) {
        if (!desk.online)
            return;
        desk.disconnect(); // a store that was put back is noticed on a new connection
        for (;;) {
            const auto step = desk.step();
            if (!step)
                return;
            if (*step == sync::SyncRound::Step::Idle)
                break;
        }
        if (desk.resting())
            return;
        disconnectAll();
        m_store.backUp();
    }
    desk.evict(whom);
}

void Simulation::disconnectAll()
{
    for (const auto &each : m_desks)
        each->disconnect();
}

/// Everybody in turn until a whole turn moves nothing.
void Simulation::exchangeAll()
{
    for (const auto &desk : m_desks) {
        desk->online = true;
        desk->disconnect(); // a store that was put back is noticed on a new connection
    }
    for (int quiet = 0; quiet < 2;) {
        qint64 before = 0;
        qint64 after = 0;
        const auto count = [](SimDesk &desk) {
            return desk.core()
                .read([](desk::OpenDesk &open) {
                    return open.cache->events().count().value() - open.cache->outbox().count().value() * 1'000'000 -
                           static_cast<qint64>(open.cache->workingSet().partial(100).value().size()) * 1000;
                })
                .result();
        };
        for (const auto &desk : m_desks) {
            before += count(*desk);
            desk->tryAgain();
            desk->look(true);
            for (int i = 0; i < 10'000; ++i) {
                const auto step = desk->step();
                if (!step)
                    qFatal("a desk can't sync at the end: %s", qPrintable(step.error().detail));
                if (*step == sync::SyncRound::Step::Idle)
                    break;
            }
            after += count(*desk);
        }
        quiet = before == after ? quiet + 1 : 0;
    }
}

QString Simulation::settle()
{
    for (const auto &desk : m_desks) {
        if (const auto resting = desk->resting())
            return u"a part of sync rests: "_s + resting->detail;
        const auto waiting = desk->core().read([](desk::OpenDesk &open) { return *open.cache->outbox().count(); });
        if (waiting.result() != 0)
            return u"%1 events still wait"_s.arg(waiting.result());
        const auto aside = desk->core().read([](desk::OpenDesk &open) { return open.cache->setAside().latest(1); });
        if (!aside.result()->empty())
            return u"an event was set aside: "_s + aside.result()->front().detail;
    }
    return {};
}

/// Nothing that any desk wrote is lost or doubled: the store's chains are the desks' own, whole and verified.
QString Simulation::checkChains()
{
    const SimDesk &asking = *m_desks.front();
    const auto store = m_store.open(asking.user());
    if (const auto welcome = store->hello(asking.device(), asking.enrolled().secret, u"simulation"_s); !welcome)
        return u"the store does not answer: "_s + welcome.error().detail;
    for (const auto &desk : m_desks) {
        const auto own = desk->core().read([](desk::OpenDesk &open) { return open.cache->device().load(); }).result();
        const auto head = store->head(desk->device());
        if (!head)
            return u"the store does not tell how far a desk is: "_s + head.error().detail;
        if (*head != own->head)
            return u"the store has seq %1 of a desk that wrote %2"_s.arg(head->seq).arg(own->head.seq);
    }
    return {};
}

QString Simulation::checkProjections()
{
    struct Shown
    {
        std::vector<QByteArray> people;
        std::map<QByteArray, QByteArray> lines;
    };
    std::vector<Shown> shown;
    for (const auto &desk : m_desks) {
        QString fault;
        shown.push_back(desk->core()
                            .read([&fault](desk::OpenDesk &open) {
                                const auto difference = open.cache->projector().compare(desk::personalOpener(open));
                                if (!difference)
                                    fault = u"no comparison: "_s + difference.error().detail;
                                else if (*difference)
                                    fault = u"what is shown is not what the events say: "_s + (*difference)->what;
                                Shown now{peopleOf(*open.cache), {}};
                                now.lines = shownByPerson(*open.cache, now.people);
                                return now;
                            })
                            .result());
        if (!fault.isEmpty())
            return fault;
    }
    for (std::size_t one = 0; one < shown.size(); ++one) {
        for (std::size_t two = 0; two < one; ++two) {
            if (shown[one].lines[{}] != shown[two].lines[{}])
                return u"desks %1 and %2 have other documents"_s.arg(two).arg(one);
            for (const QByteArray &person : shown[one].people) {
                if (shown[two].lines.contains(person) && shown[one].lines[person] != shown[two].lines[person])
                    return u"desks %1 and %2 show one person differently:\n%3\n%4"_s.arg(two).arg(one).arg(
                        QString::fromUtf8(shown[two].lines[person]), QString::fromUtf8(shown[one].lines[person]));
            }
        }
    }
    return {};
}

QString Simulation::run()
{
    for (int i = 0; i < m_shape.steps; ++i)
        act();
    exchangeAll();
    for (const auto check : {&Simulation::settle, &Simulation::checkChains, &Simulation::checkProjections}) {
        if (const QString fault = (this->*check)(); !fault.isEmpty())
            return fault;
    }
    return {};
}

} // namespace consent::test
