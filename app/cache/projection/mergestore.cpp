#include "cache/projection/mergestore.h"

#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace consent::cache {

MergeStore::MergeStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<qint64> MergeStore::standing(qint64 person) const
{
    auto query = m_connection.statement(u"SELECT standing FROM person_group WHERE person=?"_s);
    const auto row = query.bind(person).next();
    if (!row)
        return row.error();
    return *row ? query.integer(0) : person;
}

Result<SubjectId> MergeStore::standing(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT other.id FROM person JOIN person_group ON person_group.person=person.number"
                               " JOIN person AS other ON other.number=person_group.standing"
                               " WHERE person.id=?"_s);
    const auto row = query.bind(idBytes(subject)).next();
    if (!row)
        return row.error();
    return *row ? idFrom<SubjectId>(query.blob(0)) : subject;
}

Result<std::vector<qint64>> MergeStore::tiedTo(std::vector<qint64> people) const
{
    std::set<qint64> known(people.begin(), people.end());
    while (!people.empty()) {
        const qint64 person = people.back();
        people.pop_back();
        auto query = m_connection.statement(u"SELECT from_person FROM merge_event WHERE into_person=?"
                                            " UNION SELECT into_person FROM merge_event WHERE from_person=?"_s);
        query.bind(person, person);
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (known.insert(query.integer(0)).second)
                people.push_back(query.integer(0));
        }
    }
    return std::vector<qint64>(known.begin(), known.end());
}

Result<std::vector<ledger::Merge>> MergeStore::standingMerges(const std::vector<qint64> &people) const
{
    std::vector<ledger::Merge> merges;
    for (const qint64 person : people) {
        auto query = m_connection.statement(
            u"SELECT DISTINCT merge,first.id,second.id,merge_event.time FROM merge_event"
            " JOIN person AS first ON first.number=into_person JOIN person AS second ON second.number=from_person"
            " WHERE into_person=? AND merge NOT IN (SELECT merge FROM separation_event) ORDER BY merge"_s);
        query.bind(person);
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            merges.push_back({idFrom<MergeId>(query.blob(0)), idFrom<SubjectId>(query.blob(1)),
                              idFrom<SubjectId>(query.blob(2)), query.time(3)});
        }
    }
    return merges;
}

Result<void> MergeStore::regroup(const std::vector<qint64> &people)
{
    for (const qint64 person : people) {
        if (auto gone = m_connection.run(u"DELETE FROM person_group WHERE person=?"_s, person); !gone)
            return gone;
    }
    auto merges = standingMerges(people);
    if (!merges)
        return merges.error();
    for (const ledger::MergeGroup &group : ledger::mergeGroups(*std::move(merges))) {
        const auto standing = m_numbers.of(group.standing);
        if (!standing)
            return standing.error();
        for (const SubjectId &member : group.members) {
            const auto person = m_numbers.of(member);
            if (!person)
                return person.error();
            if (auto put = m_connection.run(u"INSERT OR REPLACE INTO person_group(person,standing) VALUES(?,?)"_s,
                                            *person, *standing);
                !put)
                return put;
        }
    }
    return {};
}

Result<void> MergeStore::merged(const StoredEvent &stored)
{
    const auto facts = ledger::SubjectMerged::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    const auto into = m_numbers.of(facts->into);
    const auto from = m_numbers.of(facts->from);
    if (!into || !from)
        return into ? from.error() : into.error();
    if (auto put = m_connection.run(
            u"INSERT OR REPLACE INTO merge_event(event,merge,into_person,from_person,time) VALUES(?,?,?,?,?)"_s,
            stored.number, idBytes(facts->merge), *into, *from, toMs(facts->time));
        !put)
        return put;
    const auto people = tiedTo({*into, *from});
    return people ? regroup(*people) : people.error();
}

Result<void> MergeStore::separated(const StoredEvent &stored)
{
    const auto facts = ledger::SubjectSeparated::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    if (auto put = m_connection.run(u"INSERT OR REPLACE INTO separation_event(event,merge) VALUES(?,?)"_s,
                                    stored.number, idBytes(facts->merge));
        !put)
        return put;
    std::vector<qint64> ends;
    auto query = m_connection.statement(u"SELECT into_person,from_person FROM merge_event WHERE merge=?"_s);
    query.bind(idBytes(facts->merge));
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ends.insert(ends.end(), {query.integer(0), query.integer(1)});
    }
    const auto people = tiedTo(std::move(ends));
    return people ? regroup(*people) : people.error();
}

Result<void> MergeStore::distinct(const StoredEvent &stored)
{
    const auto facts = ledger::SubjectDistinct::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    const auto one = m_numbers.of(facts->one);
    const auto other = m_numbers.of(facts->other);
    if (!one || !other)
        return one ? other.error() : one.error();
    return m_connection.run(u"INSERT OR REPLACE INTO distinct_event(event,low,high) VALUES(?,?,?)"_s, stored.number,
                            std::min(*one, *other), std::max(*one, *other));
}

Result<void> MergeStore::drop(qint64 person)
{
    const auto people = tiedTo({person});
    if (!people)
        return people.error();
    for (const QString &text :
         {u"DELETE FROM merge_event WHERE event IN (SELECT number FROM event WHERE person=?)"_s,
          u"DELETE FROM separation_event WHERE event IN (SELECT number FROM event WHERE person=?)"_s,
          u"DELETE FROM distinct_event WHERE event IN (SELECT number FROM event WHERE person=?)"_s}) {
        if (auto gone = m_connection.run(text, person); !gone)
            return gone;
    }
    return regroup(*people);
}

Result<void> MergeStore::clear()
{
    return m_connection.runScript("DELETE FROM merge_event; DELETE FROM separation_event; DELETE FROM distinct_event;"
                                  " DELETE FROM person_group;");
}

Result<std::vector<ledger::Merge>> MergeStore::merges(const SubjectId &subject) const
{
    const auto number = m_numbers.find(subject);
    if (!number)
        return number.error();
    if (!*number)
        return std::vector<ledger::Merge>();
    const auto people = tiedTo({**number});
    if (!people)
        return people.error();
    auto merges = standingMerges(*people);
    if (!merges)
        return merges.error();
    // Separations may have left several groups: only the one that this person is in.
    for (const ledger::MergeGroup &group : ledger::mergeGroups(*merges)) {
        if (std::ranges::find(group.members, subject) == group.members.end())
            continue;
        std::erase_if(*merges, [&group](const ledger::Merge &merge) {
            return std::ranges::find(group.members, merge.into) == group.members.end();
        });
        return merges;
    }
    return std::vector<ledger::Merge>();
}

Result<std::optional<ledger::MergeGroup>> MergeStore::group(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT 1 FROM person JOIN person_group ON person_group.person=person.number WHERE person.id=?"_s);
    const auto row = query.bind(idBytes(subject)).next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ledger::MergeGroup>(); // nearly everybody
    auto own = merges(subject);
    if (!own)
        return own.error();
    const auto groups = ledger::mergeGroups(*std::move(own));
    return groups.empty() ? std::nullopt : std::optional(groups.front());
}

Result<std::vector<SubjectId>> MergeStore::members(const SubjectId &subject) const
{
    const auto found = group(subject);
    if (!found)
        return found.error();
    return *found ? (*found)->members : std::vector{subject};
}

Result<bool> MergeStore::areDistinct(const SubjectId &one, const SubjectId &other) const
{
    const auto first = m_numbers.find(one);
    const auto second = m_numbers.find(other);
    if (!first || !second)
        return first ? second.error() : first.error();
    if (!*first || !*second)
        return false;
    const auto found = m_connection.number(u"SELECT count(*) FROM distinct_event WHERE low=? AND high=?"_s,
                                           std::min(**first, **second), std::max(**first, **second));
    return found ? Result<bool>(*found > 0) : found.error();
}

} // namespace consent::cache
