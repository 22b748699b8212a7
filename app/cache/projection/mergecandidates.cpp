#include "cache/projection/mergecandidates.h"

#include "cache/search/searchterms.h"
#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace consent::cache {

MergeCandidates::MergeCandidates(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::vector<MergeCandidate>> MergeCandidates::read(vault::SqlStatement query) const
{
    std::vector<MergeCandidate> candidates;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return candidates;
        candidates.push_back({idFrom<SubjectId>(query.blob(0)), idFrom<SubjectId>(query.blob(1)),
                              static_cast<Likeness>(query.integer(2))});
    }
}

Result<std::vector<MergeCandidate>> MergeCandidates::open(int limit) const
{
    auto query = m_connection.statement(
        u"SELECT one.id,other.id,reason FROM merge_candidate JOIN person AS one ON one.number=low"
        " JOIN person AS other ON other.number=high"
        " LEFT JOIN person_group AS first ON first.person=low LEFT JOIN person_group AS second ON second.person=high"
        " WHERE coalesce(first.standing,low)<>coalesce(second.standing,high)"
        " AND NOT EXISTS(SELECT 1 FROM distinct_event WHERE distinct_event.low=merge_candidate.low"
        " AND distinct_event.high=merge_candidate.high) ORDER BY reason=3 DESC,reason,high DESC,low LIMIT ?"_s);
    query.bind(limit);
    return read(std::move(query));
}

Result<qint64> MergeCandidates::openCount() const
{
    return m_connection.number(
        u"SELECT count(*) FROM merge_candidate"
        " LEFT JOIN person_group AS first ON first.person=low LEFT JOIN person_group AS second ON second.person=high"
        " WHERE coalesce(first.standing,low)<>coalesce(second.standing,high)"
        " AND NOT EXISTS(SELECT 1 FROM distinct_event WHERE distinct_event.low=merge_candidate.low"
        " AND distinct_event.high=merge_candidate.high)"_s);
}

Result<std::vector<MergeCandidate>> MergeCandidates::openOf(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT one.id,other.id,reason FROM person"
        " JOIN merge_candidate ON merge_candidate.low=person.number OR merge_candidate.high=person.number"
        " JOIN person AS one ON one.number=low JOIN person AS other ON other.number=high"
        " LEFT JOIN person_group AS first ON first.person=low LEFT JOIN person_group AS second ON second.person=high"
        " WHERE person.id=? AND coalesce(first.standing,low)<>coalesce(second.standing,high)"
        " AND NOT EXISTS(SELECT 1 FROM distinct_event WHERE distinct_event.low=merge_candidate.low"
        " AND distinct_event.high=merge_candidate.high) ORDER BY reason=3 DESC,reason,high DESC,low"_s);
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<void> MergeCandidates::refresh(const SubjectRecord &record)
{
    if (auto gone = drop(record.number); !gone)
        return gone;
    const domain::Subject &person = record.subject;
    if (!record.registration || searchterms::nameKey(person.name).isEmpty())
        return {};
    const QString name = searchterms::wholeName(person.name);
    const auto addAll = [this, &record](Likeness likeness, vault::SqlStatement query) -> Result<void> {
        std::vector<qint64> others;
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            others.push_back(query.integer(0));
        }
        for (const qint64 other : others) {
            if (auto put = add(record.number, other, likeness); !put)
                return put;
        }
        return {};
    };
    if (!person.phone.isEmpty()) {
        auto query = m_connection.statement(u"SELECT subject.person FROM search_term AS phones"
                                            " JOIN search_term AS names ON names.person=phones.person AND names.term=?"
                                            " JOIN subject ON subject.person=phones.person"
                                            " WHERE phones.term=? AND phones.person<>? AND registration IS NOT NULL"_s);
        query.bind(name, searchterms::wholePhone(person.phone), record.number);
        if (auto added = addAll(Likeness::PhoneAndName, std::move(query)); !added)
            return added;
    }
    if (!person.birthDate.isValid())
        return {};
    auto query = m_connection.statement(
        u"SELECT subject.person FROM search_term AS names JOIN subject ON subject.person=names.person"
        " WHERE names.term=? AND birth_date=? AND names.person<>? AND registration IS NOT NULL"_s);
    query.bind(name, person.birthDate.toJulianDay(), record.number);
    return addAll(Likeness::NameAndBirthDate, std::move(query));
}

Result<void> MergeCandidates::refreshAll()
{
    struct Person
    {
        qint64 number = 0;
        QString key;
        QString phone;
        qint64 birthDay = 0;
    };
    if (auto gone = clear(); !gone)
        return gone;
    std::vector<Person> people;
    auto query = m_connection.statement(
        u"SELECT person,name,phone,birth_date FROM subject WHERE registration IS NOT NULL ORDER BY person"_s);
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (QString key = searchterms::nameKey(query.text(1)); !key.isEmpty())
            people.push_back({query.integer(0), std::move(key), query.text(2), query.integer(3)});
    }
    // Namesakes with the same number, and with the same birth date, stand beside each other.
    const auto pairUp = [this, &people](auto sign, auto isSet, Likeness likeness) -> Result<void> {
        std::ranges::stable_sort(people, {}, sign);
        for (auto one = people.begin(); one != people.end(); ++one) {
            for (auto other = std::next(one); isSet(*one) && other != people.end() && sign(*other) == sign(*one);
                 ++other) {
                if (auto put = add(one->number, other->number, likeness); !put)
                    return put;
            }
        }
        return {};
    };
    if (auto paired = pairUp([](const Person &person) { return std::tie(person.key, person.phone); },
                             [](const Person &person) { return !person.phone.isEmpty(); }, Likeness::PhoneAndName);
        !paired)
        return paired;
    return pairUp([](const Person &person) { return std::tie(person.key, person.birthDay); },
                  [](const Person &person) { return person.birthDay != 0; }, Likeness::NameAndBirthDate);
}

Result<void> MergeCandidates::add(qint64 one, qint64 other, Likeness likeness)
{
    return m_connection.run(u"INSERT INTO merge_candidate(low,high,reason) VALUES(?,?,?)"
                            " ON CONFLICT(low,high) DO UPDATE SET reason=reason|excluded.reason"_s,
                            std::min(one, other), std::max(one, other), static_cast<int>(likeness));
}

Result<void> MergeCandidates::drop(qint64 person)
{
    if (auto gone = m_connection.run(u"DELETE FROM merge_candidate WHERE low=?"_s, person); !gone)
        return gone;
    return m_connection.run(u"DELETE FROM merge_candidate WHERE high=?"_s, person);
}

Result<void> MergeCandidates::clear()
{
    return m_connection.run(u"DELETE FROM merge_candidate"_s);
}

} // namespace consent::cache
