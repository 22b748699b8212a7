#include "cache/sync/workingset.h"

#include "cache/projection/projector.h"
#include "cache/store/datakeystore.h"
#include "cache/store/eventstore.h"
#include "cache/sync/outbox.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

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
        u"SELECT person.id,person.number FROM person LEFT JOIN working_set ON working_set.person=person.number"
        " WHERE (SELECT max(time) FROM event WHERE event.person=person.number)<? AND coalesce(used,0)<?"
        " AND NOT EXISTS (SELECT 1 FROM erased_person WHERE erased_person.person=person.number)"
        " AND NOT EXISTS (SELECT 1 FROM event JOIN device ON device.number=event.device"
        " JOIN own_device ON own_device.id=device.id WHERE event.person=person.number"
        " AND event.seq>(SELECT coalesce(max(seq),0) FROM acknowledged_day WHERE day<?))"
        " ORDER BY person.number"_s);
    query.bind(toMs(before), toMs(before), Outbox::dayOf(before));
    std::vector<SubjectId> subjects;
    while (static_cast<int>(subjects.size()) < limit) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto subject = idFrom<SubjectId>(query.blob(0));
        const qint64 number = query.integer(1);
        const auto unsent = hasUnsent(number);
        if (!unsent)
            return unsent.error();
        const auto needed = isNeeded(subject, number);
        if (!needed)
            return needed.error();
        if (!*unsent && !*needed)
            subjects.push_back(subject);
    }
    return subjects;
}

Result<bool> WorkingSet::hasUnsent(qint64 number) const
{
    const auto found = m_connection.number(
        u"WITH who(number) AS (SELECT ?) SELECT EXISTS (SELECT 1 FROM event JOIN outbox ON outbox.event=event.number"
        " WHERE event.person=(SELECT number FROM who))"
        " OR EXISTS (SELECT 1 FROM evidence_file WHERE person=(SELECT number FROM who) AND state IN (0,4))"_s,
        number);
    return found ? Result<bool>(*found != 0) : found.error();
}

/// The end of this PC's own chain stays here, and with it the one whom it is about: what is shown and what the events
/// say would differ otherwise. A draft is JSON that names people by their ids, in one spelling.
Result<bool> WorkingSet::isNeeded(const SubjectId &subject, qint64 number) const
{
    const auto found = m_connection.number(
        u"WITH who(number) AS (SELECT ?) SELECT EXISTS (SELECT 1 FROM own_device JOIN device ON device.id=own_device.id"
        " JOIN event ON event.device=device.number AND event.seq=own_device.head_seq"
        " WHERE event.person=(SELECT number FROM who))"
        " OR EXISTS (SELECT 1 FROM request WHERE person=(SELECT number FROM who) AND state<6)"
        " OR EXISTS (SELECT 1 FROM person_group WHERE person=(SELECT number FROM who))"
        " OR EXISTS (SELECT 1 FROM draft WHERE instr(body,?)>0)"_s,
        number, subject.toString().toLatin1());
    return found ? Result<bool>(*found != 0) : found.error();
}

/// Keys and what is shown of somebody.
Result<void> WorkingSet::forget(const SubjectId &subject, qint64 number)
{
    if (auto forgotten = m_projector.forget(subject); !forgotten)
        return forgotten;
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
    const auto waiting = hasUnsent(**number);
    if (!waiting)
        return waiting.error();
    if (*waiting)
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("consent::cache::WorkingSet",
                                                 "This person can't leave this PC yet: the central store does not "
                                                 "have everything about them. Nothing was changed."),
                     u"unsent events or evidence"_s};
    const auto needed = isNeeded(subject, **number);
    if (!needed)
        return needed.error();
    if (*needed)
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("consent::cache::WorkingSet",
                                                 "This person can't leave this PC yet: something about them is still "
                                                 "in work here. Nothing was changed."),
                     u"in work"_s};
    if (auto forgotten = forget(subject, **number); !forgotten)
        return forgotten;
    return m_connection.run(u"DELETE FROM event WHERE person=? AND type<>?"_s, **number,
                            QString(ledger::eventtypes::subjectErased));
}

Result<void> WorkingSet::erase(const SubjectId &subject)
{
    const auto number = m_numbers.of(subject);
    if (!number)
        return number.error();
    if (auto marked = m_connection.run(u"INSERT OR IGNORE INTO erased_person(person) VALUES(?)"_s, *number); !marked)
        return marked;
    if (auto forgotten = forget(subject, *number); !forgotten)
        return forgotten;
    // A call that was interrupted names them in full.
    if (auto dropped = m_connection.run(u"DELETE FROM draft WHERE instr(body,?)>0"_s, subject.toString().toLatin1());
        !dropped)
        return dropped;
    return m_connection.run(u"DELETE FROM event WHERE person=? AND type<>?"
                            " AND device NOT IN (SELECT device.number FROM device JOIN own_device"
                            " ON own_device.id=device.id)"_s,
                            *number, QString(ledger::eventtypes::subjectErased));
}

/// The end of the own chain stays whoever it is about: the next event names it.
Result<int> WorkingSet::dropErased(UtcTime confirmedBefore, int limit)
{
    auto drop = m_connection.statement(
        u"DELETE FROM event WHERE number IN (SELECT event.number FROM erased_person"
        " JOIN event ON event.person=erased_person.person JOIN device ON device.number=event.device"
        " JOIN own_device ON own_device.id=device.id WHERE event.type<>? AND event.seq<own_device.head_seq"
        " AND event.seq<=(SELECT coalesce(max(seq),0) FROM acknowledged_day WHERE day<?)"
        " AND event.number NOT IN (SELECT event FROM outbox) LIMIT ?)"_s);
    if (auto dropped =
            drop.bind(QString(ledger::eventtypes::subjectErased), Outbox::dayOf(confirmedBefore), limit).run();
        !dropped)
        return dropped.error();
    return static_cast<int>(drop.changes());
}

Result<bool> WorkingSet::isErased(const SubjectId &subject) const
{
    const auto rows = m_connection.number(
        u"SELECT count(*) FROM erased_person WHERE person=(SELECT number FROM person WHERE id=?)"_s, idBytes(subject));
    return rows ? Result<bool>(*rows > 0) : rows.error();
}

Result<void> WorkingSet::queueErasure(const SubjectId &subject)
{
    const auto number = m_numbers.of(subject);
    return number ? m_connection.run(u"INSERT OR IGNORE INTO erasure_due(person) VALUES(?)"_s, *number)
                  : Result<void>(number.error());
}

Result<void> WorkingSet::queueErasuresAgain(const DeviceId &device)
{
    return m_connection.run(u"INSERT OR IGNORE INTO erasure_due(person) SELECT person FROM event WHERE type=?"
                            " AND person IS NOT NULL AND device=(SELECT number FROM device WHERE id=?)"_s,
                            ledger::eventtypes::subjectErased.toString(), idBytes(device));
}

Result<std::vector<SubjectId>> WorkingSet::erasuresDue(int limit) const
{
    return read(u"SELECT person.id FROM erasure_due JOIN person ON person.number=erasure_due.person"
                " WHERE erasure_due.person>? ORDER BY erasure_due.person LIMIT ?"_s,
                0, limit);
}

Result<void> WorkingSet::erasureDone(const SubjectId &subject)
{
    return m_connection.run(u"DELETE FROM erasure_due WHERE person=(SELECT number FROM person WHERE id=?)"_s,
                            idBytes(subject));
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
