#include "support/sync/simdesk.h"

#include "desk/session/shippedfiles.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace consent::test {

namespace types = ledger::eventtypes;

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

const QStringList &items()
{
    static const QStringList codes{u"marketing"_s, u"sms"_s, u"post"_s};
    return codes;
}

QJsonObject captured(UtcTime now, quint32 what, const std::optional<UtcTime> &after)
{
    ledger::ConsentCaptured facts;
    facts.contact = ContactId::create();
    facts.receipt =
        u"261123-%1-%2-M"_s.arg(what % 9999, 4, 10, QLatin1Char('0')).arg(what / 9999 % 9999, 4, 10, QLatin1Char('0'));
    facts.language = domain::Language::Korean;
    facts.notice = {u"1"_s, {}, QString(64, u'a')};
    facts.script = {u"joining"_s, u"1"_s, QString(64, u'b')};
    facts.startedAt = now - Milliseconds(60'000);
    facts.endedAt = now;
    facts.joined = what % 2 == 0;
    facts.after = after;
    for (const QString &code : items()) {
        ledger::CapturedItem item;
        item.code = code;
        item.decision = (what >>= 1) % 2 == 0 ? domain::Decision::Granted : domain::Decision::Refused;
        item.clause = u"c-"_s + code;
        item.clauseStartMs = 1000;
        item.clauseEndMs = 9000;
        item.answerMs = 9500;
        facts.items.push_back(item);
        facts.clauses.push_back({item.clause, 1000, 9000, false});
    }
    return facts.toFacts();
}

QJsonObject ended(quint32 what, const std::optional<UtcTime> &after)
{
    ledger::ConsentEnded facts;
    facts.contact = ContactId::create();
    facts.allOptional = what % 4 == 0;
    if (!facts.allOptional)
        facts.items = {items().at(static_cast<qsizetype>(what) % items().size())};
    facts.after = after;
    return facts.toFacts();
}

QJsonObject fresh(quint32 whom)
{
    return {{u"name"_s, u"가상인물"_s + QChar(0xac00 + whom % 11'000)},
            {u"phone"_s, u"0100000%1"_s.arg(whom % 10'000, 4, 10, QLatin1Char('0'))},
            {u"birthDate"_s, QDate(1950 + static_cast<int>(whom % 50), 1, 1).toString(Qt::ISODate)},
            {u"email"_s, u"someone@example.com"_s}};
}

} // namespace

/// Says hello as the desk, over calls that fail as planned; the store's clock is the true one.
class SimDesk::Link : public sync::StoreLink
{
public:
    explicit Link(SimDesk &desk)
        : m_desk(desk)
    {
    }
    Result<std::unique_ptr<central::CentralStore>> open() override
    {
        if (!m_desk.online)
            return Error{ErrorKind::Unavailable, u"no line"_s, u"offline"_s};
        return std::unique_ptr<central::CentralStore>(
            std::make_unique<FaultyStore>(m_desk.m_store.open(m_desk.m_user.id), m_desk.m_faults));
    }
    Result<central::Welcome> hello(central::CentralStore &store) override
    {
        auto welcome = store.hello(m_desk.device(), m_desk.m_enrolled.secret, u"simulation"_s);
        if (welcome)
            welcome->storeTime = fromMs(m_desk.m_place.trueMs);
        return welcome;
    }
    bool isShared() const override { return true; }

private:
    SimDesk &m_desk;
};

/// The desk that stands in the folder, or a new one.
desk::DeskProfile SimDesk::profileOf(const Place &place)
{
    if (auto known = desk::DeskProfile::load(place.folder))
        return *std::move(known);
    auto profile = desk::DeskProfile::create(place.folder, desk::DeskProfile::Purpose::Work, place.branch);
    if (const auto saved = profile.save(); !saved)
        qFatal("%s", qPrintable(saved.error().detail));
    return profile;
}

SimDesk::SimDesk(Place place, SimStore &store)
    : m_place(std::move(place))
    , m_store(store)
    , m_clock(m_place.trueMs, m_place.deviationMs)
    , m_profile(profileOf(m_place))
    , m_enrolled(m_store.enrol(m_profile.device(), m_place.branch))
    , m_user{m_enrolled.user, u"agent"_s, u"김상담"_s, m_place.roles}
    , m_link(std::make_unique<Link>(*this))
{
    m_faults.failFrom = 0;
    open();
    const auto enrol = [](desk::OpenDesk &open, desk::EventRecorder &recorder) -> Result<void> {
        const auto own = open.cache->device().load();
        if (!own)
            return own.error();
        if (own->head.seq > 0)
            return {};
        const auto event = recorder.enrolDevice(u"desk"_s);
        return event ? Result<void>() : event.error();
    };
    const auto enrolled = m_core->write(enrol).result();
    if (!enrolled)
        qFatal("%s", qPrintable(enrolled.error().detail));
}

SimDesk::~SimDesk()
{
    m_round.reset();
}

std::unique_ptr<desk::OpenDesk> SimDesk::openDesk()
{
    vault::SqlConnection::Options options;
    options.path = m_place.folder + u"/cache.db"_s;
    options.vfs = m_place.vfs;
    options.cacheKib = 1024;
    auto connection = must(vault::SqlConnection::open(options));
    if (const auto applied = must(cache::Cache::migrations()).apply(*connection); !applied)
        qFatal("%s", qPrintable(applied.error().detail));
    auto cache = std::make_unique<cache::Cache>(std::move(connection));
    if (!cache->device().load()) {
        const auto created = cache->device().create(device(), must(crypto::P256PrivateKey::generate()));
        if (!created)
            qFatal("%s", qPrintable(created.error().detail));
    }
    auto key = must(cache->device().privateKey());
    const qint64 skew = must(cache->device().load()).skewMs;
    return std::make_unique<desk::OpenDesk>(std::move(cache), must(m_place.organisationKeys()), std::move(key), skew);
}

void SimDesk::open()
{
    static const auto organisation = must(domain::Organisation::parse(desk::shippedfiles::organisation()));
    auto thread = std::make_unique<desk::CacheThread>();
    std::unique_ptr<desk::OpenDesk> opened;
    thread->run([&] { return opened = openDesk(), true; }).waitForFinished();
    m_core = std::make_unique<desk::DeskCore>(desk::DeskCore::Facts{m_profile, organisation, m_user, nullptr}, m_clock,
                                              std::move(thread), std::move(opened));
    m_outbox = std::make_unique<desk::DeskOutbox>(*m_core);
    m_inbox = std::make_unique<desk::DeskInbox>(*m_core);
    m_upkeep = std::make_unique<desk::DeskUpkeep>(*m_core);
    restartSync();
}

void SimDesk::restartSync()
{
    m_round = std::make_unique<sync::SyncRound>(
        sync::SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock, 3,
        sync::Puller::Limits{4, 50, 2}); // small, so that a schedule stops between them
}

sync::SyncParts SimDesk::parts()
{
    return {*m_link, *m_outbox, *m_inbox, *m_upkeep};
}

void SimDesk::restart()
{
    m_round.reset();
    m_core.reset();
    open();
}

bool SimDesk::work(quint32 what, quint32 whom)
{
    const auto done = m_core
                          ->write([this, what, whom](desk::OpenDesk &open, desk::EventRecorder &recorder) {
                              return workOn(open, recorder, what, whom);
                          })
                          .result();
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return *done;
}

Result<bool> SimDesk::workOn(desk::OpenDesk &open, desk::EventRecorder &recorder, quint32 what, quint32 whom)
{
    const auto record = [&](QLatin1StringView type, const SubjectId &subject, const QJsonObject &facts,
                            const QJsonObject &personal = {}) -> Result<bool> {
        const auto event = recorder.record(type, subject, facts, personal);
        return event ? Result<bool>(true) : event.error();
    };
    auto query = open.cache->connection().statement(
        u"SELECT person.id FROM subject JOIN person ON person.number=subject.person WHERE registration IS NOT NULL"
        " ORDER BY person.id"_s);
    std::vector<SubjectId> people;
    while (*query.next())
        people.push_back(cache::idFrom<SubjectId>(query.blob(0)));
    const quint32 kind = what % 100;
    what /= 100;
    if (people.empty() || kind < 25)
        return record(types::subjectRegistered, SubjectId::create(), {}, fresh(whom));
    const SubjectId subject = people.at(whom % people.size());
    const auto latest = recorder.latestAbout(subject);
    if (!latest)
        return latest.error();
    QJsonObject after;
    if (*latest)
        after.insert(u"after"_s, toMs(**latest));
    if (kind < 40) {
        const QJsonObject all = fresh(what);
        const QString field = QStringList{u"name"_s, u"phone"_s, u"email"_s}.at(static_cast<qsizetype>(what % 3));
        return record(types::subjectCorrected, subject, after, {{field, all.value(field)}});
    }
    if (kind < 70)
        return record(types::consentCaptured, subject, captured(m_clock.now(), what, *latest),
                      {{u"note"_s, u"확인함"_s}});
    if (kind < 97)
        return record(kind < 85 ? types::consentOptedOut : types::consentWithdrawn, subject, ended(what, *latest));
    return record(types::subjectErased, subject, {{u"reason"_s, u"retention"_s}});
}

void SimDesk::evict(quint32 whom)
{
    const auto done = m_core
                          ->write([whom](desk::OpenDesk &open, desk::EventRecorder &) -> Result<void> {
                              const UtcTime farAway = fromMs(std::numeric_limits<qint32>::max() * 10'000LL);
                              if (const auto dropped = open.cache->workingSet().dropErased(farAway, 100); !dropped)
                                  return dropped.error();
                              const auto people = open.cache->workingSet().stale(farAway, 100);
                              if (!people || people->empty())
                                  return {};
                              return open.cache->workingSet().evict(people->at(whom % people->size()));
                          })
                          .result();
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

} // namespace consent::test
