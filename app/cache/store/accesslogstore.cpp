#include "cache/store/accesslogstore.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

AccessLogStore::AccessLogStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<void> AccessLogStore::append(const Entry &entry)
{
    const auto user = m_numbers.of(entry.user);
    if (!user)
        return user.error();
    const auto device = m_numbers.of(entry.device);
    if (!device)
        return device.error();
    std::optional<qint64> person;
    if (entry.subject) {
        const auto number = m_numbers.of(*entry.subject);
        if (!number)
            return number.error();
        person = *number;
    }
    return m_connection.run(u"INSERT INTO access_log(at,staff,device,person,action,reason) VALUES(?,?,?,?,?,?)"_s,
                            toMs(entry.at), *user, *device, person, entry.action, entry.reason);
}

Result<std::vector<AccessLogStore::Entry>> AccessLogStore::read(vault::SqlStatement query) const
{
    std::vector<Entry> entries;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        Entry entry{
            query.time(0), idFrom<UserId>(query.blob(1)), idFrom<DeviceId>(query.blob(2)), std::nullopt, query.text(4),
            query.text(5)};
        if (!query.isNull(3))
            entry.subject = idFrom<SubjectId>(query.blob(3));
        entries.push_back(std::move(entry));
    }
}

Result<std::vector<AccessLogStore::Entry>> AccessLogStore::between(UtcTime from, UtcTime to, int limit) const
{
    auto query = m_connection.statement(u"SELECT at,staff.id,device.id,person.id,action,reason FROM access_log"
                                        " JOIN staff ON staff.number=access_log.staff"
                                        " JOIN device ON device.number=access_log.device"
                                        " LEFT JOIN person ON person.number=access_log.person"
                                        " WHERE at>=? AND at<? ORDER BY at DESC,access_log.number DESC LIMIT ?"_s);
    query.bind(toMs(from), toMs(to), limit);
    return read(std::move(query));
}

Result<std::vector<AccessLogStore::Numbered>> AccessLogStore::after(qint64 number, int limit) const
{
    auto query = m_connection.statement(
        u"SELECT access_log.number,at,staff.id,device.id,person.id,action,reason FROM access_log"
        " JOIN staff ON staff.number=access_log.staff JOIN device ON device.number=access_log.device"
        " LEFT JOIN person ON person.number=access_log.person WHERE access_log.number>?"
        " ORDER BY access_log.number LIMIT ?"_s);
    query.bind(number, limit);
    std::vector<Numbered> entries;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        Numbered entry{query.integer(0),
                       {query.time(1), idFrom<UserId>(query.blob(2)), idFrom<DeviceId>(query.blob(3)), std::nullopt,
                        query.text(5), query.text(6)}};
        if (!query.isNull(4))
            entry.entry.subject = idFrom<SubjectId>(query.blob(4));
        entries.push_back(std::move(entry));
    }
}

Result<std::vector<AccessLogStore::Entry>> AccessLogStore::ofSubject(const SubjectId &subject, int limit) const
{
    auto query = m_connection.statement(u"SELECT at,staff.id,device.id,person.id,action,reason FROM person"
                                        " JOIN access_log ON access_log.person=person.number"
                                        " JOIN staff ON staff.number=access_log.staff"
                                        " JOIN device ON device.number=access_log.device"
                                        " WHERE person.id=? ORDER BY at DESC,access_log.number DESC LIMIT ?"_s);
    query.bind(idBytes(subject), limit);
    return read(std::move(query));
}

Result<qint64> AccessLogStore::count() const
{
    return m_connection.number(u"SELECT count(*) FROM access_log"_s);
}

} // namespace consent::cache
