#include "cache/workingset.h"

#include "cache/datakeystore.h"
#include "cache/eventstore.h"
#include "cache/projector.h"
#include "ledger/eventtypes.h"
#include "vault/sqlconnection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::cache {

WorkingSet::WorkingSet(vault::SqlConnection &connection, EventStore &events, DataKeyStore &keys, Projector &projector)
    : m_connection(connection)
    , m_events(events)
    , m_keys(keys)
    , m_projector(projector)
    , m_numbers(connection)
{
}

Result<void> WorkingSet::use(const SubjectId &subject, UtcTime now)
{
    const auto number = m_numbers.of(subject);
    if (!number)
        return number.error();
    return m_connection.run(u"INSERT INTO working_set(person,used) VALUES(?,?)"
                            " ON CONFLICT(person) DO UPDATE SET used=max(used,excluded.used)"_s,
                            *number, toMs(now));
}

Result<void> WorkingSet::markPartial(const SubjectId &subject)
{
    const auto number = m_numbers.of(subject);
    if (!number)
        return number.error();
    return m_connection.run(u"INSERT INTO working_set(person,partial) VALUES(?,1)"
                            " ON CONFLICT(person) DO UPDATE SET partial=1"_s,
                            *number);
}

Result<void> WorkingSet::markWhole(const SubjectId &subject)
{
    return m_connection.run(u"UPDATE working_set SET partial=0 WHERE person=(SELECT number FROM person WHERE id=?)"_s,
                            idBytes(subject));
}

Result<bool> WorkingSet::isPartial(const SubjectId &subject) const
{
    const auto rows = m_connection.number(u"SELECT count(*) FROM working_set WHERE partial=1 AND person="
                                          "(SELECT number FROM person WHERE id=?)"_s,
                                          idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<std::vector<SubjectId>> WorkingSet::read(const QString &sql, qint64 value, int limit) const
{
    auto query = m_connection.statement(sql);
    query.bind(value, limit);
    std::vector<SubjectId> subjects;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return subjects;
        subjects.push_back(idFrom<SubjectId>(query.blob(0)));
    }
}

Result<std::vector<SubjectId>> WorkingSet::partial(int limit) const
{
    return read(u"SELECT person.id FROM working_set JOIN person ON person.number=working_set.person"
                " WHERE partial=? ORDER BY working_set.person LIMIT ?"_s,
                1, limit);
}

Result<bool> WorkingSet::hasRegistration(const SubjectId &subject) const
{
    const auto rows = m_connection.number(u"SELECT count(*) FROM event WHERE type=? AND person="
                                          "(SELECT number FROM person WHERE id=?)"_s,
                                          QString(ledger::eventtypes::subjectRegistered), idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<std::vector<SubjectId>> WorkingSet::stale(UtcTime before, int limit) const
{
    auto query = m_connection.statement(
        u"SELECT person.id FROM person LEFT JOIN working_set ON working_set.person=person.number"
        " WHERE (SELECT max(time) FROM event WHERE event.person=person.number)<? AND coalesce(used,0)<?"
        " AND NOT EXISTS (SELECT 1 FROM erased_person WHERE erased_person.person=person.number)"
        " AND NOT EXISTS (SELECT 1 FROM event AS waiting JOIN outbox ON outbox.event=waiting.number"
        " WHERE waiting.person=person.number)"
        " AND NOT EXISTS (SELECT 1 FROM evidence_file WHERE evidence_file.person=person.number AND state IN (0,4))"
        " AND NOT EXISTS (SELECT 1 FROM person_group WHERE person_group.person=person.number)"
        " ORDER BY person.number"_s);
    query.bind(toMs(before), toMs(before));
    std::vector<SubjectId> subjects;
    while (static_cast<int>(subjects.size()) < limit) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto subject = idFrom<SubjectId>(query.blob(0));
        const auto inWork = isInWork(subject);
        if (!inWork)
            return inWork.error();
        if (!*inWork)
            subjects.push_back(subject);
    }
    return subjects;
}

/// The end of this PC's own chain stays here, and with it the one whom it is about: what is shown and what the events
/// say would differ otherwise.
Result<bool> WorkingSet::endsOwnChain(const SubjectId &subject) const
{
    const auto rows = m_connection.number(u"SELECT count(*) FROM own_device JOIN device ON device.id=own_device.id"
                                          " JOIN event ON event.device=device.number AND event.seq=own_device.head_seq"
                                          " WHERE event.person=(SELECT number FROM person WHERE id=?)"_s,
                                          idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<bool> WorkingSet::isInWork(const SubjectId &subject) const
{
    const auto ends = endsOwnChain(subject);
    if (!ends || *ends)
        return ends;
    // A draft is JSON that names people by their ids, in one spelling.
    const auto drafts =
        m_connection.number(u"SELECT count(*) FROM draft WHERE instr(body,?)>0"_s, subject.toString().toLatin1());
    return drafts ? Result<bool>(*drafts > 0) : drafts.error();
}

Result<void> WorkingSet::remove(const SubjectId &subject, qint64 number)
{
    if (auto forgotten = m_projector.forget(subject); !forgotten)
        return forgotten;
    // The end of this PC's own chain stays: the next event names it.
    auto dropped =
        m_connection.run(u"DELETE FROM event WHERE person=? AND type<>? AND number NOT IN (SELECT event FROM outbox)"
                         " AND NOT EXISTS (SELECT 1 FROM own_device JOIN device ON device.id=own_device.id"
                         " WHERE device.number=event.device AND own_device.head_seq=event.seq)"_s,
                         number, QString(ledger::eventtypes::subjectErased));
    if (!dropped)
        return dropped;
    if (auto destroyed = m_keys.destroy(subject); !destroyed)
        return destroyed;
    if (auto gone = m_connection.run(u"DELETE FROM working_set WHERE person=?"_s, number); !gone)
        return gone;
    return m_connection.run(u"INSERT OR IGNORE INTO released_person(person) VALUES(?)"_s, number);
}

Result<void> WorkingSet::evict(const SubjectId &subject)
{
    const auto number = m_numbers.find(subject);
    if (!number)
        return number.error();
    if (!*number)
        return {};
    const auto waiting = m_connection.number(u"SELECT count(*) FROM outbox JOIN event ON event.number=outbox.event"
                                             " WHERE event.person=?"_s,
                                             **number);
    if (!waiting)
        return waiting.error();
    if (*waiting > 0)
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("consent::cache::WorkingSet",
                                                 "This person can't leave this PC yet: the central store does not "
                                                 "have everything about them. Nothing was changed."),
                     u"unsent events"_s};
    return remove(subject, **number);
}

Result<void> WorkingSet::erase(const SubjectId &subject)
{
    const auto number = m_numbers.of(subject);
    if (!number)
        return number.error();
    if (auto marked = m_connection.run(u"INSERT OR IGNORE INTO erased_person(person) VALUES(?)"_s, *number); !marked)
        return marked;
    return remove(subject, *number);
}

Result<bool> WorkingSet::isErased(const SubjectId &subject) const
{
    const auto rows = m_connection.number(
        u"SELECT count(*) FROM erased_person WHERE person=(SELECT number FROM person WHERE id=?)"_s, idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<std::vector<SubjectId>> WorkingSet::released(int limit) const
{
    return read(u"SELECT person.id FROM released_person JOIN person ON person.number=released_person.person"
                " WHERE released_person.person>? ORDER BY released_person.person LIMIT ?"_s,
                0, limit);
}

Result<void> WorkingSet::releaseTold(const std::vector<SubjectId> &subjects)
{
    for (const SubjectId &subject : subjects) {
        if (auto told = m_connection.run(
                u"DELETE FROM released_person WHERE person=(SELECT number FROM person WHERE id=?)"_s, idBytes(subject));
            !told)
            return told;
    }
    return {};
}

} // namespace consent::cache
