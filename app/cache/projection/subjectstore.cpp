#include "cache/projection/subjectstore.h"

#include "cache/search/searchterms.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

SubjectRecord readRow(const vault::SqlStatement &query)
{
    SubjectRecord record;
    record.number = query.integer(0);
    record.subject.id = idFrom<SubjectId>(query.blob(1));
    record.subject.name = query.text(2);
    record.subject.phone = query.text(3);
    if (!query.isNull(4))
        record.subject.birthDate = QDate::fromJulianDay(query.integer(4));
    record.subject.email = query.text(5);
    record.subject.state = static_cast<domain::MembershipState>(query.integer(6));
    if (!query.isNull(7))
        record.subject.guardian = domain::Guardian{query.text(7), query.text(8), query.text(9)};
    if (!query.isNull(10))
        record.registration = query.integer(10);
    if (!query.isNull(11))
        record.lastContact = query.time(11);
    record.stamps = FieldStamps::fromText(query.text(12));
    if (!query.isNull(13))
        record.registered = query.time(13);
    return record;
}

std::optional<qint64> dayNumber(const QDate &date)
{
    return date.isValid() ? std::optional<qint64>(date.toJulianDay()) : std::nullopt;
}

} // namespace

SubjectStore::SubjectStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::vector<SubjectRecord>> SubjectStore::read(vault::SqlStatement query) const
{
    std::vector<SubjectRecord> records;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return records;
        records.push_back(readRow(query));
    }
}

Result<std::optional<SubjectRecord>> SubjectStore::find(const SubjectId &id) const
{
    auto query = m_connection.statement(
        u"SELECT subject.person,person.id,name,phone,birth_date,email,state,guardian_name,guardian_phone,"
        "guardian_relation,registration,last_contact,stamps,event.time FROM person"
        " JOIN subject ON subject.person=person.number LEFT JOIN event ON event.number=subject.registration"
        " WHERE person.id=?"_s);
    const auto row = query.bind(idBytes(id)).next();
    if (!row)
        return row.error();
    return *row ? std::optional<SubjectRecord>(readRow(query)) : std::nullopt;
}

Result<std::optional<SubjectRecord>> SubjectStore::at(qint64 number) const
{
    auto query = m_connection.statement(
        u"SELECT subject.person,person.id,name,phone,birth_date,email,state,guardian_name,guardian_phone,"
        "guardian_relation,registration,last_contact,stamps,event.time FROM subject"
        " JOIN person ON person.number=subject.person LEFT JOIN event ON event.number=subject.registration"
        " WHERE subject.person=?"_s);
    const auto row = query.bind(number).next();
    if (!row)
        return row.error();
    return *row ? std::optional<SubjectRecord>(readRow(query)) : std::nullopt;
}

Result<std::vector<SubjectRecord>> SubjectStore::withPhone(const QString &digits) const
{
    auto query = m_connection.statement(
        u"SELECT subject.person,person.id,subject.name,phone,birth_date,email,state,guardian_name,guardian_phone,"
        "guardian_relation,registration,last_contact,stamps,event.time FROM search_term"
        " JOIN subject ON subject.person=search_term.person JOIN person ON person.number=subject.person"
        " LEFT JOIN event ON event.number=subject.registration"
        " WHERE search_term.term=? ORDER BY search_term.person DESC"_s);
    query.bind(searchterms::wholePhone(digits));
    return read(std::move(query));
}

Result<std::vector<SubjectRecord>> SubjectStore::similarTo(const QString &name, const QDate &birthDate,
                                                           const QString &phone) const
{
    auto query = m_connection.statement(
        u"SELECT subject.person,person.id,subject.name,phone,birth_date,email,state,guardian_name,guardian_phone,"
        "guardian_relation,registration,last_contact,stamps,event.time FROM subject"
        " JOIN person ON person.number=subject.person LEFT JOIN event ON event.number=subject.registration"
        " WHERE subject.person IN (SELECT person FROM search_term WHERE term=? UNION"
        " SELECT term_of_name.person FROM search_term AS term_of_name JOIN subject AS namesake"
        " ON namesake.person=term_of_name.person WHERE term_of_name.term=? AND namesake.birth_date=?)"
        " ORDER BY subject.person DESC"_s);
    query.bind(searchterms::wholePhone(phone), searchterms::wholeName(name), dayNumber(birthDate));
    return read(std::move(query));
}

Result<qint64> SubjectStore::count() const
{
    return m_connection.number(u"SELECT count(*) FROM subject WHERE registration IS NOT NULL"_s);
}

Result<void> SubjectStore::put(const SubjectRecord &record)
{
    const domain::Subject &subject = record.subject;
    auto present = m_connection.statement(u"SELECT name,phone,birth_date FROM subject WHERE person=?"_s);
    const auto row = present.bind(record.number).next();
    if (!row)
        return row.error();
    const bool sameTerms = *row && present.text(0) == subject.name && present.text(1) == subject.phone &&
                           present.isNull(2) == !subject.birthDate.isValid() &&
                           (present.isNull(2) || present.integer(2) == subject.birthDate.toJulianDay());
    if (*row && !sameTerms && !m_termsDeferred) {
        if (auto removed = unindex(record.number); !removed)
            return removed;
    }

    std::optional<QString> guardianName;
    std::optional<QString> guardianPhone;
    std::optional<QString> guardianRelation;
    if (subject.guardian) {
        guardianName = subject.guardian->name;
        guardianPhone = subject.guardian->phone;
        guardianRelation = subject.guardian->relation;
    }
    std::optional<qint64> contact;
    if (record.lastContact)
        contact = toMs(*record.lastContact);
    const QString stamps = record.stamps.toText();
    auto written = m_connection.run(
        u"INSERT OR REPLACE INTO subject(person,name,phone,birth_date,email,state,guardian_name,guardian_phone,"
        "guardian_relation,registration,last_contact,stamps) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        record.number, subject.name, subject.phone, dayNumber(subject.birthDate), subject.email,
        static_cast<int>(subject.state), guardianName, guardianPhone, guardianRelation, record.registration, contact,
        stamps.isEmpty() ? std::nullopt : std::optional<QString>(stamps));
    if (written && !sameTerms && !m_termsDeferred)
        return index(record);
    return written;
}

Result<void> SubjectStore::index(const SubjectRecord &record)
{
    const QString key = searchterms::nameKey(record.subject.name);
    for (const QString &term : searchterms::ofName(record.subject.name)) {
        if (auto added = m_connection.run(u"INSERT OR REPLACE INTO search_term(term,person,name) VALUES(?,?,?)"_s, term,
                                          record.number, key);
            !added)
            return added;
    }
    for (const QString &term : searchterms::ofNumbers(record.subject.phone, record.subject.birthDate)) {
        if (auto added =
                m_connection.run(u"INSERT OR REPLACE INTO search_term(term,person) VALUES(?,?)"_s, term, record.number);
            !added)
            return added;
    }
    return {};
}

Result<QStringList> SubjectStore::expectedTerms(qint64 number) const
{
    auto query = m_connection.statement(u"SELECT name,phone,birth_date FROM subject WHERE person=?"_s);
    const auto row = query.bind(number).next();
    if (!row)
        return row.error();
    if (!*row)
        return QStringList();
    return searchterms::ofName(query.text(0)) +
           searchterms::ofNumbers(query.text(1), query.isNull(2) ? QDate() : QDate::fromJulianDay(query.integer(2)));
}

Result<QByteArray> SubjectStore::termsOf(qint64 number) const
{
    const auto terms = expectedTerms(number);
    if (!terms)
        return terms.error();
    QByteArray text;
    for (const QString &term : *terms) {
        auto query = m_connection.statement(u"SELECT name FROM search_term WHERE term=? AND person=?"_s);
        const auto row = query.bind(term, number).next();
        if (!row)
            return row.error();
        text += term.toUtf8() + (*row ? '=' + query.text(0).toUtf8() : QByteArray("?")) + '\n';
    }
    return text;
}

Result<qint64> SubjectStore::termCount(qint64 number) const
{
    const auto terms = expectedTerms(number);
    return terms ? Result<qint64>(terms->size()) : terms.error();
}

Result<void> SubjectStore::unindex(qint64 number)
{
    const auto terms = expectedTerms(number);
    if (!terms)
        return terms.error();
    for (const QString &term : *terms) {
        if (auto removed = m_connection.run(u"DELETE FROM search_term WHERE term=? AND person=?"_s, term, number);
            !removed)
            return removed;
    }
    return {};
}

Result<void> SubjectStore::remove(qint64 number)
{
    if (auto removed = unindex(number); !removed)
        return removed;
    return m_connection.run(u"DELETE FROM subject WHERE person=?"_s, number);
}

Result<void> SubjectStore::clear()
{
    return m_connection.runScript("DELETE FROM search_term; DELETE FROM subject;");
}

} // namespace consent::cache
