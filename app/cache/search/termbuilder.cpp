#include "cache/search/termbuilder.h"

#include "cache/search/searchterms.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqltransaction.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr qint64 termsPerTransaction = 200'000;
constexpr qint64 termsAPerson = 25; // about, for telling progress

/// A term without its sign, to be sorted: the first eight bytes decide nearly always.
struct Term
{
    quint64 head = 0;
    quint32 person = 0;  ///< Index in the list of people, which is in the order of their numbers.
    qint16 text = whole; ///< Which of the person's terms; or that the head is all of it.
    static constexpr qint16 whole = -1;

    friend bool operator<(const Term &a, const Term &b)
    {
        return a.head != b.head ? a.head < b.head : a.person > b.person;
    }
};

bool isOfNumbers(QChar sign)
{
    return sign == u'#' || sign == u'-' || sign == u'@';
}

struct Packing
{
    qsizetype letters;
    int bits;
    char16_t zero; // subtracted, so that nothing but the end of a text becomes 0
};

constexpr Packing digitPacking{16, 4, u'0' - 1};
constexpr Packing letterPacking{4, 16, 0};

/// The start of a term, behind its sign, as a number that sorts like the text does.
quint64 headOf(const QString &term)
{
    const Packing packing = isOfNumbers(term[0]) ? digitPacking : letterPacking;
    quint64 head = 0;
    for (qsizetype i = 1; i <= packing.letters; ++i) {
        head <<= packing.bits;
        if (i < term.size())
            head |= quint64(term[i].unicode() - packing.zero);
    }
    return head;
}

QString textOf(QChar sign, quint64 head)
{
    const Packing packing = isOfNumbers(sign) ? digitPacking : letterPacking;
    const quint64 mask = (quint64(1) << packing.bits) - 1;
    QString text(sign);
    for (qsizetype i = packing.letters - 1; i >= 0; --i) {
        const quint64 letter = head >> (i * packing.bits) & mask;
        if (letter == 0)
            break;
        text += QChar(static_cast<char16_t>(letter + packing.zero));
    }
    return text;
}

} // namespace

TermBuilder::TermBuilder(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> TermBuilder::readPeople()
{
    m_people.clear();
    auto query = m_connection.statement(u"SELECT person,name,phone,birth_date FROM subject ORDER BY person"_s);
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        Person person{query.integer(0), query.text(1), {}, query.text(2), query.integer(3)};
        person.key = searchterms::nameKey(person.name);
        m_people.push_back(std::move(person));
    }
}

Result<void> TermBuilder::build(const Progress &progress)
{
    if (auto cleared = m_connection.run(u"DELETE FROM search_term"_s); !cleared)
        return cleared;
    if (auto read = readPeople(); !read)
        return read;
    m_done = 0;
    m_total = static_cast<qint64>(m_people.size()) * termsAPerson;
    for (const QChar sign : {u'#', u'-', u'=', u'@', u'^', u'~'}) { // in the order of the table
        if (auto written = writeKind(sign, progress); !written)
            return written;
    }
    m_people.clear();
    return {};
}

Result<void> TermBuilder::writeKind(QChar sign, const Progress &progress)
{
    const bool ofNumbers = isOfNumbers(sign);
    const auto termsOf = [&](const Person &person) {
        return ofNumbers ? searchterms::ofNumbers(
                               person.phone, person.birthDay == 0 ? QDate() : QDate::fromJulianDay(person.birthDay))
                         : searchterms::ofName(person.name);
    };
    std::vector<Term> terms;
    for (size_t index = 0; index < m_people.size(); ++index) {
        const QStringList all = termsOf(m_people[index]);
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!all[i].startsWith(sign))
                continue;
            const quint64 head = headOf(all[i]);
            const bool isWhole = textOf(sign, head) == all[i];
            terms.push_back({head, static_cast<quint32>(index), isWhole ? Term::whole : static_cast<qint16>(i)});
        }
    }
    std::sort(terms.begin(), terms.end());

    std::optional<vault::SqlTransaction> transaction;
    qint64 written = 0;
    for (const Term &term : terms) {
        if (!transaction) {
            auto begun = vault::SqlTransaction::begin(m_connection);
            if (!begun)
                return begun.error();
            transaction.emplace(*std::move(begun));
        }
        const Person &person = m_people[term.person];
        const QString text = term.text == Term::whole ? textOf(sign, term.head) : termsOf(person).at(term.text);
        if (auto added = m_connection.run(u"INSERT OR REPLACE INTO search_term(term,person,name) VALUES(?,?,?)"_s, text,
                                          person.number, ofNumbers ? QString() : person.key);
            !added)
            return added;
        ++m_done;
        if (++written % termsPerTransaction == 0) {
            if (auto committed = transaction->commit(); !committed)
                return committed;
            transaction.reset();
            if (progress)
                progress(std::min(m_done, m_total), m_total);
        }
    }
    return transaction ? transaction->commit() : Result<void>();
}

} // namespace consent::cache
