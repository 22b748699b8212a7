#include "testdesk.h"

#include "ledger/eventtypes.h"
#include "vault/database/migrations.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::test {

namespace types = ledger::eventtypes;

Person Person::of(const QString &name, const QString &phone, const QDate &birthDate)
{
    Person person;
    person.name = name;
    person.phone = phone;
    person.birthDate = birthDate;
    person.key = {DataKeyId::create(), person.id,
                  std::make_shared<const crypto::SecretBuffer>(*crypto::SecretBuffer::random(32))};
    return person;
}

TestDevice::TestDevice(const Clock &clock)
    : m_clock(clock)
    , m_key(*crypto::P256PrivateKey::generate())
{
}

Recorded TestDevice::sign(const QString &type, const Person *person, const QJsonObject &facts,
                          const QJsonObject &personal)
{
    ledger::DeviceChain chain(m_id, m_key, m_clock, m_head, m_skewMs);
    ledger::EventDraft draft{type, m_agent, u"seoul"_s, {}, facts, personal};
    if (person != nullptr)
        draft.subject = person->id;
    auto event = chain.append(draft, personal.isEmpty() ? nullptr : &person->key);
    if (!event)
        qFatal("%s", qPrintable(event.error().detail));
    m_head = chain.head();
    return {*event, personal.isEmpty() ? std::nullopt : std::optional(personal)};
}

Recorded TestDevice::registered(const Person &person)
{
    return sign(types::subjectRegistered, &person, {},
                {{u"name"_s, person.name},
                 {u"phone"_s, person.phone},
                 {u"birthDate"_s, person.birthDate.toString(Qt::ISODate)},
                 {u"email"_s, u"someone@example.com"_s}});
}

Recorded TestDevice::corrected(const Person &person, const QJsonObject &changes)
{
    return sign(types::subjectCorrected, &person, {}, changes);
}

Recorded TestDevice::captured(const Person &person, const QStringList &granted, const QStringList &refused, bool joined)
{
    ledger::ConsentCaptured facts;
    facts.contact = ContactId::create();
    facts.receipt = u"261123-7K3Q-%1-M"_s.arg(++m_receipts, 4, 10, QLatin1Char('0'));
    facts.language = domain::Language::Korean;
    facts.notice = {u"1"_s, {}, QString(64, u'a')};
    facts.script = {u"joining"_s, u"1"_s, QString(64, u'b')};
    facts.startedAt = m_clock.now() - Milliseconds(60'000);
    facts.endedAt = m_clock.now();
    facts.joined = joined;
    const auto add = [&](const QStringList &codes, domain::Decision decision) {
        for (const QString &code : codes) {
            ledger::CapturedItem item;
            item.code = code;
            item.decision = decision;
            item.clause = u"c-"_s + code;
            item.clauseStartMs = 1000;
            item.clauseEndMs = 9000;
            item.answerMs = 9500;
            facts.items.push_back(item);
            facts.clauses.push_back({item.clause, 1000, 9000, false});
        }
    };
    add(granted, domain::Decision::Granted);
    add(refused, domain::Decision::Refused);
    return sign(types::consentCaptured, &person, facts.toFacts(), {{u"name"_s, person.name}});
}

Recorded TestDevice::ended(const Person &person, const QStringList &items, bool optOut)
{
    ledger::ConsentEnded facts;
    facts.contact = ContactId::create();
    facts.items = items;
    facts.allOptional = items.isEmpty();
    return sign(optOut ? types::consentOptedOut : types::consentWithdrawn, &person, facts.toFacts(), {});
}

Recorded TestDevice::published(const QString &type, const QJsonObject &facts)
{
    return sign(type, nullptr, facts, {});
}

Result<std::unique_ptr<cache::Cache>> openCache(const QString &path, const QString &vfs, int cacheKib)
{
    vault::SqlConnection::Options options;
    options.path = path;
    options.vfs = vfs;
    options.cacheKib = cacheKib;
    auto connection = vault::SqlConnection::open(options);
    if (!connection)
        return connection.error();
    const auto migrations = cache::Cache::migrations();
    if (!migrations)
        return migrations.error();
    if (auto applied = migrations->apply(**connection); !applied)
        return applied.error();
    return std::make_unique<cache::Cache>(std::move(*connection));
}

cache::Projector::Opener KeyRing::opener() const
{
    return [this](const ledger::SignedEvent &event) -> Result<std::optional<QJsonObject>> {
        const auto key = event.event.subject ? m_keys.find(*event.event.subject) : m_keys.end();
        if (key == m_keys.end() || event.event.sealed.isEmpty())
            return std::optional<QJsonObject>();
        auto personal = ledger::openPersonal(event.event, key->second);
        if (!personal)
            return personal.error();
        return std::optional<QJsonObject>(*personal);
    };
}

QByteArray projectionsAsText(cache::Cache &cache)
{
    static const QStringList texts{
        u"SELECT hex(person.id),name,phone,birth_date,email,state,guardian_name,guardian_phone,guardian_relation,"
        "hex(event.id),last_contact,stamps IS NULL,'','' FROM subject JOIN person ON person.number=subject.person"
        " LEFT JOIN event ON event.number=subject.registration ORDER BY person.id"_s,
        u"SELECT hex(person.id),scope.code,status,consent_state.time,hex(event.id),'','','','','','','','',''"
        " FROM consent_state JOIN person ON person.number=consent_state.person JOIN scope"
        " ON scope.number=consent_state.scope JOIN event ON event.number=consent_state.event"
        " ORDER BY person.id,scope.code"_s,
        u"SELECT place,hex(event.id),hex(person.id),hex(staff.id),kind,method,outcome,length(granted),length(refused),"
        "length(ended),flagged,receipt,'','' FROM consent_log JOIN event ON event.number=consent_log.event"
        " JOIN staff ON staff.number=consent_log.staff LEFT JOIN person ON person.number=consent_log.person"
        " ORDER BY place"_s,
        u"SELECT day,rows,'','','','','','','','','','','','' FROM consent_log_day WHERE rows<>0 ORDER BY day"_s,
        u"SELECT receipt.number,hex(event.id),'','','','','','','','','','','','' FROM receipt JOIN event"
        " ON event.number=receipt.event ORDER BY 1,2"_s,
        u"SELECT term,hex(person.id),search_term.name,'','','','','','','','','','','' FROM search_term JOIN person"
        " ON person.number=search_term.person ORDER BY 1,2"_s,
        u"SELECT kind,document.id,facts,hex(bytes),hex(event.id),'','','','','','','','','' FROM document"
        " LEFT JOIN event ON event.number=document.event ORDER BY 1,2"_s,
        u"SELECT hex(provision.id),hex(event.id),hex(person.id),at,recipient,purpose,items,basis,'','','','','',''"
        " FROM provision JOIN event ON event.number=provision.event JOIN person ON person.number=provision.person"
        " ORDER BY 1,2"_s,
        u"SELECT hex(provision),hex(event.id),hex(person.id),at,request,'','','','','','','','','' FROM"
        " provision_correction AS c JOIN event ON event.number=c.event JOIN person ON person.number=c.person"
        " ORDER BY 1,2"_s,
        u"SELECT hex(event.id),hex(person.id),at,told,channel,'','','','','','','','','' FROM result_notice AS n"
        " JOIN event ON event.number=n.event JOIN person ON person.number=n.person ORDER BY 1"_s,
        u"SELECT hex(about),hex(event.id),hex(person.id),told,channel,'','','','','','','','','' FROM result_told AS t"
        " JOIN event ON event.number=t.event JOIN person ON person.number=t.person ORDER BY 1,2"_s,
        u"SELECT hex(person.id),scope.code,kept.time,hex(event.id),'','','','','','','','','','' FROM consent_kept AS"
        " kept JOIN event ON event.number=kept.event JOIN person ON person.number=kept.person JOIN scope"
        " ON scope.number=kept.scope ORDER BY 1,2"_s,
        u"SELECT hex(event.id),hex(person.id),at,items,outcome,keeps,batch,'','','','','','','' FROM reconfirmation AS"
        " r JOIN event ON event.number=r.event JOIN person ON person.number=r.person ORDER BY 1"_s,
        u"SELECT hex(event.id),hex(person.id),at,method,name,phone,relation,'','','','','','','' FROM guardian_link AS"
        " g JOIN event ON event.number=g.event JOIN person ON person.number=g.person ORDER BY 1"_s,
        u"SELECT hex(request.id),hex(person.id),hex(event.id),state,outcome,decided,closed,stops,extra_days,recipients,"
        "ground,document||sha256,conflicts,frozen FROM request JOIN person ON person.number=request.person"
        " LEFT JOIN event ON event.number=request.opening ORDER BY 1,2"_s,
        u"SELECT hex(request),hex(person.id),hex(event.id),personal,conflict,state,'','','','','','','','' FROM"
        " request_event AS r JOIN event ON event.number=r.event JOIN person ON person.number=r.person ORDER BY 1,2,3"_s,
        u"SELECT hex(mistaken),hex(event.id),hex(person.id),'','','','','','','','','','','' FROM consent_mistake AS m"
        " JOIN event ON event.number=m.event JOIN person ON person.number=m.person ORDER BY 1,2"_s,
        u"SELECT hex(event.id),hex(address),kind,media,bytes,about,hex(about_id),cut,hex(person.id),'','','','',''"
        " FROM evidence JOIN event ON event.number=evidence.event JOIN person ON person.number=evidence.person"
        " ORDER BY event.id"_s,
        u"SELECT hex(one.id),hex(other.id),'','','','','','','','','','','','' FROM person_group"
        " JOIN person AS one ON one.number=person_group.person"
        " JOIN person AS other ON other.number=person_group.standing ORDER BY 1,2"_s,
        u"SELECT min(hex(one.id),hex(other.id)),max(hex(one.id),hex(other.id)),reason,'','','','','','','','','','',''"
        " FROM merge_candidate JOIN person AS one ON one.number=low JOIN person AS other ON other.number=high"
        " ORDER BY 1,2"_s,
        u"SELECT hex(event.id),hex(merge),hex(one.id),hex(other.id),merge_event.time,'','','','','','','','',''"
        " FROM merge_event JOIN event ON event.number=merge_event.event"
        " JOIN person AS one ON one.number=into_person JOIN person AS other ON other.number=from_person"
        " ORDER BY event.id"_s,
        u"SELECT hex(event.id),hex(merge),'','','','','','','','','','','','' FROM separation_event"
        " JOIN event ON event.number=separation_event.event ORDER BY event.id"_s,
        u"SELECT hex(event.id),min(hex(one.id),hex(other.id)),max(hex(one.id),hex(other.id)),'','','','','','','','',"
        "'','','' FROM distinct_event JOIN event ON event.number=distinct_event.event"
        " JOIN person AS one ON one.number=low JOIN person AS other ON other.number=high ORDER BY event.id"_s};
    QByteArray text;
    for (const QString &sql : texts) {
        auto query = cache.connection().statement(sql);
        while (query.next().value()) {
            for (int column = 0; column < 14; ++column)
                text += query.text(column).toUtf8() + '|';
            text += '\n';
        }
        text += "--\n";
    }
    return text;
}

} // namespace consent::test
