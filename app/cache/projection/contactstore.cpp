#include "cache/projection/contactstore.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

/// Calls for every row.
template <typename Read> Result<void> eachRow(vault::SqlStatement &query, Read read)
{
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        read();
    }
}

} // namespace

ContactStore::ContactStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::vector<Provision>> ContactStore::readProvisions(vault::SqlStatement query) const
{
    std::vector<Provision> provisions;
    auto read = eachRow(query, [&] {
        Provision one;
        one.id = idFrom<ProvisionId>(query.blob(0));
        one.event = idFrom<EventId>(query.blob(1));
        one.subject = idFrom<SubjectId>(query.blob(2));
        one.at = query.time(3);
        one.recipient = query.text(4);
        one.purpose = query.text(5);
        one.items = query.text(6).split(u',', Qt::SkipEmptyParts);
        one.basis = static_cast<domain::ProvisionBasis>(query.integer(7));
        if (!query.isNull(8))
            one.corrected = query.time(8);
        provisions.push_back(std::move(one));
    });
    return read ? Result<std::vector<Provision>>(std::move(provisions)) : read.error();
}

Result<std::vector<Provision>> ContactStore::provisionsOf(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT provision.id,event.id,person.id,at,recipient,purpose,items,basis,(SELECT max(at) FROM"
        " provision_correction AS told WHERE told.provision=provision.id AND told.person=provision.person)"
        " FROM person JOIN provision ON provision.person=person.number JOIN event ON event.number=provision.event"
        " WHERE person.id=? ORDER BY at DESC,event.id"_s);
    query.bind(idBytes(subject));
    return readProvisions(std::move(query));
}

Result<std::optional<Provision>> ContactStore::provision(const ProvisionId &id) const
{
    auto query = m_connection.statement(
        u"SELECT provision.id,event.id,person.id,at,recipient,purpose,items,basis,(SELECT max(at) FROM"
        " provision_correction AS told WHERE told.provision=provision.id AND told.person=provision.person)"
        " FROM provision JOIN person ON person.number=provision.person JOIN event ON event.number=provision.event"
        " WHERE provision.id=? ORDER BY at,event.id LIMIT 1"_s);
    query.bind(idBytes(id));
    auto found = readProvisions(std::move(query));
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<ResultNotice>> ContactStore::readNotices(vault::SqlStatement query) const
{
    std::vector<ResultNotice> notices;
    auto read = eachRow(query, [&] {
        ResultNotice one;
        one.about = idFrom<EventId>(query.blob(0));
        one.type = query.text(1);
        one.subject = idFrom<SubjectId>(query.blob(2));
        one.answered = query.time(3);
        if (!query.isNull(4)) {
            one.told = query.time(4);
            one.channel = static_cast<domain::ToldBy>(query.integer(5));
        }
        notices.push_back(std::move(one));
    });
    return read ? Result<std::vector<ResultNotice>>(std::move(notices)) : read.error();
}

Result<std::vector<ResultNotice>> ContactStore::openNotices(int limit) const
{
    auto query =
        m_connection.statement(u"SELECT event.id,type,person.id,at,told,channel FROM result_notice JOIN event"
                               " ON event.number=result_notice.event JOIN person ON person.number=result_notice.person"
                               " WHERE told IS NULL ORDER BY at,result_notice.event LIMIT ?"_s);
    query.bind(limit);
    return readNotices(std::move(query));
}

Result<qint64> ContactStore::openNoticeCount() const
{
    return m_connection.number(u"SELECT count(*) FROM result_notice WHERE told IS NULL"_s);
}

Result<std::optional<ResultNotice>> ContactStore::notice(const EventId &about) const
{
    auto query = m_connection.statement(
        u"SELECT event.id,type,person.id,at,told,channel FROM event JOIN result_notice"
        " ON result_notice.event=event.number JOIN person ON person.number=result_notice.person WHERE event.id=?"_s);
    query.bind(idBytes(about));
    auto found = readNotices(std::move(query));
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<ResultNotice>> ContactStore::noticesOf(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT event.id,type,person.id,at,told,channel FROM person JOIN result_notice"
                               " ON result_notice.person=person.number JOIN event ON event.number=result_notice.event"
                               " WHERE person.id=? ORDER BY at DESC,event.id"_s);
    query.bind(idBytes(subject));
    return readNotices(std::move(query));
}

Result<ContactStore::Page> ContactStore::aged(const QStringList &items, UtcTime before, int limit, qint64 afterGrant,
                                              qint64 afterPerson) const
{
    // The scopes as a list that SQL can look into without a text of its own for each number of them.
    QString codes = u","_s;
    for (const QString &item : items)
        codes += item + u',';
    auto query = m_connection.statement(
        u"SELECT person.id,scope.code,consent_state.time,max(consent_state.time,coalesce(kept.time,0)),"
        "consent_state.person FROM consent_state JOIN scope ON scope.number=consent_state.scope"
        " JOIN person ON person.number=consent_state.person LEFT JOIN consent_kept AS kept"
        " ON kept.person=consent_state.person AND kept.scope=consent_state.scope"
        " WHERE status=1 AND consent_state.time<? AND (consent_state.time,consent_state.person)>(?,?)"
        " AND instr(?,','||scope.code||',')>0 AND coalesce(kept.time,0)<?"
        " ORDER BY consent_state.time,consent_state.person,scope.code LIMIT ?"_s);
    query.bind(toMs(before), afterGrant, afterPerson, codes, toMs(before), limit + 1);
    Page page;
    std::vector<std::pair<qint64, qint64>> places;
    auto read = eachRow(query, [&] {
        page.consents.push_back({idFrom<SubjectId>(query.blob(0)), query.text(1), query.time(2), query.time(3)});
        places.emplace_back(query.integer(2), query.integer(4));
    });
    if (!read)
        return read.error();
    if (page.consents.size() > size_t(limit)) {
        page.more = true;
        // A page ends between people, not between the items of one.
        size_t end = size_t(limit);
        while (end > 1 && places[end] == places[end - 1])
            --end;
        page.consents.resize(end);
    }
    if (!page.consents.empty())
        std::tie(page.afterGrant, page.afterPerson) = places[page.consents.size() - 1];
    return page;
}

Result<std::map<QString, UtcTime>> ContactStore::keptOf(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT scope.code,consent_kept.time FROM person JOIN consent_kept ON consent_kept.person=person.number"
        " JOIN scope ON scope.number=consent_kept.scope WHERE person.id=?"_s);
    query.bind(idBytes(subject));
    std::map<QString, UtcTime> kept;
    auto read = eachRow(query, [&] { kept.emplace(query.text(0), query.time(1)); });
    return read ? Result<std::map<QString, UtcTime>>(std::move(kept)) : read.error();
}

Result<std::vector<ReconfirmationRecord>> ContactStore::reconfirmationsOf(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT event.id,at,items,outcome,keeps,batch FROM person JOIN reconfirmation"
                               " ON reconfirmation.person=person.number JOIN event ON event.number=reconfirmation.event"
                               " WHERE person.id=? ORDER BY at DESC,event.id"_s);
    query.bind(idBytes(subject));
    std::vector<ReconfirmationRecord> records;
    auto read = eachRow(query, [&] {
        records.push_back({idFrom<EventId>(query.blob(0)), query.time(1), query.text(2).split(u',', Qt::SkipEmptyParts),
                           static_cast<domain::Reconfirmation>(query.integer(3)), query.integer(4) != 0,
                           query.text(5)});
    });
    return read ? Result<std::vector<ReconfirmationRecord>>(std::move(records)) : read.error();
}

Result<std::vector<GuardianLink>> ContactStore::guardiansOf(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT event.id,at,method,name,phone,relation FROM person JOIN guardian_link"
                               " ON guardian_link.person=person.number JOIN event ON event.number=guardian_link.event"
                               " WHERE person.id=? ORDER BY at DESC,event.id"_s);
    query.bind(idBytes(subject));
    std::vector<GuardianLink> links;
    auto read = eachRow(query, [&] {
        links.push_back({idFrom<EventId>(query.blob(0)), query.time(1), query.text(2), query.text(3), query.text(4),
                         query.text(5)});
    });
    return read ? Result<std::vector<GuardianLink>>(std::move(links)) : read.error();
}

Result<std::optional<EventId>> ContactStore::mistakeAbout(const EventId &ending) const
{
    auto query =
        m_connection.statement(u"SELECT event.id FROM consent_mistake JOIN event ON event.number=consent_mistake.event"
                               " WHERE mistaken=? ORDER BY event.time,event.id LIMIT 1"_s);
    const auto row = query.bind(idBytes(ending)).next();
    if (!row)
        return row.error();
    return *row ? std::optional(idFrom<EventId>(query.blob(0))) : std::nullopt;
}

} // namespace consent::cache
