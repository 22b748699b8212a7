#include "cache/search/search.h"

#include "cache/search/searchquery.h"
#include "cache/search/searchterms.h"
#include "cache/store/cachewords_p.h"
#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

/// A stretch of terms up to this many rows is read whole and ranked; a larger one is so common that the newest people
/// who fit are found by passing people from the newest on.
constexpr int rankedWhole = 4096;
/// Fewer than these may be looked up one by one.
constexpr int lookedUpOneByOne = 2048;
/// How many people are passed at most for that.
constexpr int newestPassed = 16384;
constexpr qsizetype shortestEnding = 4; // from here on the end of a number is what people ask for: the last four

/// One search going on.
class Finder
{
public:
    Finder(vault::SqlConnection &connection, const SearchQuery &query, size_t limit, const std::stop_token &cancelled)
        : m_connection(connection)
        , m_query(query)
        , m_limit(limit)
        , m_cancelled(cancelled)
    {
    }

    Result<void> run()
    {
        if (auto found = byReceipt(); !found)
            return found;
        if (m_query.digits.isEmpty())
            return byName();
        return m_query.name.isEmpty() ? byDigits() : byBoth();
    }
    const std::vector<qint64> &people() const { return m_people; }

private:
    int wanted() const { return static_cast<int>(m_limit - m_people.size()); }
    bool full() const { return m_people.size() >= m_limit; }

    /// Takes the people that a statement gives, in its order, who are not there yet.
    Result<void> take(vault::SqlStatement query)
    {
        while (!full()) {
            if (m_cancelled.stop_requested())
                return CacheWords::cancelled();
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            const qint64 person = query.integer(0);
            if (std::find(m_people.begin(), m_people.end(), person) == m_people.end())
                m_people.push_back(person);
        }
        return {};
    }

    template <typename... Values> Result<void> take(const QString &sql, const Values &...values)
    {
        if (full())
            return {};
        auto query = m_connection.statement(sql);
        query.bind(values...);
        return take(std::move(query));
    }

    Result<bool> isCommon(const QString &from, const QString &end) const
    {
        const auto rows =
            m_connection.number(u"SELECT count(*) FROM (SELECT 1 FROM search_term WHERE term>=? AND term<? LIMIT ?)"_s,
                                from, end, rankedWhole + 1);
        return rows ? Result<bool>(*rows > rankedWhole) : rows.error();
    }

    Result<bool> areFew(const QString &start, const QString &elsewhere) const
    {
        const auto rows =
            m_connection.number(u"SELECT count(*) FROM (SELECT 1 FROM search_term WHERE term IN (?,?) LIMIT ?)"_s,
                                start, elsewhere, lookedUpOneByOne);
        return rows ? Result<bool>(*rows < lookedUpOneByOne) : rows.error();
    }

    Result<void> byReceipt()
    {
        if (m_query.receipt.isEmpty())
            return {};
        return take(u"SELECT event.person FROM receipt JOIN event ON event.number=receipt.event"
                    " WHERE receipt.number>=? AND receipt.number<? AND event.person IS NOT NULL"
                    " ORDER BY receipt.number LIMIT ?"_s,
                    m_query.receipt, endOf(m_query.receipt), wanted());
    }

    // Name.

    Result<void> byName()
    {
        const QString &whole = m_query.literal ? m_query.name : m_query.letters;
        const QString fragment = whole.left(searchterms::longestFragment);
        const bool decided = m_query.literal || m_query.glob.isEmpty() || allConsonants();
        const bool mixed = !m_query.literal && !allConsonants();
        if (decided && whole.size() <= searchterms::longestFragment) {
            for (const QString &term : {u'=' + whole, u'^' + fragment, u'~' + fragment}) {
                if (auto taken = take(u"SELECT person FROM search_term WHERE term=? ORDER BY person DESC LIMIT ?"_s,
                                      term, static_cast<int>(m_limit) * 2);
                    !taken)
                    return taken;
            }
            return {};
        }
        if (mixed) {
            const auto rare = byRareSyllables();
            if (!rare)
                return rare.error();
            if (*rare)
                return {};
        }
        const std::array steps{std::pair(u'=' + whole, m_query.glob), std::pair(u'^' + fragment, m_query.glob + u'*'),
                               std::pair(u'~' + fragment, QString(u"?*"_s) + m_query.glob + u'*')};
        for (const auto &[term, glob] : steps) {
            if (auto taken = take(u"SELECT person FROM search_term WHERE term=? AND name GLOB ?"
                                  " ORDER BY person DESC LIMIT ?"_s,
                                  term, glob, static_cast<int>(m_limit) * 2);
                !taken)
                return taken;
        }
        return {};
    }

    bool allConsonants() const
    {
        return std::none_of(m_query.name.begin(), m_query.name.end(),
                            [](QChar c) { return searchterms::initialLetter(c).isNull(); });
    }

    /// A mixed pattern whose syllables few people have: those are fewer than the ones with its initials.
    Result<bool> byRareSyllables()
    {
        const QString run = longestSyllables();
        const QString start = u'^' + run;
        const QString elsewhere = u'~' + run;
        const auto rare = areFew(start, elsewhere);
        if (!rare || !*rare)
            return rare;
        for (const QString &glob : {m_query.glob, m_query.glob + u'*', u'*' + m_query.glob + u'*'}) {
            if (auto taken = take(u"SELECT person FROM search_term WHERE term IN (?,?) AND name GLOB ?"
                                  " ORDER BY person DESC"_s,
                                  start, elsewhere, glob);
                !taken)
                return taken.error();
        }
        return true;
    }

    QString longestSyllables() const
    {
        QString longest;
        QString run;
        for (const QChar c : m_query.name) {
            run = searchterms::initialLetter(c).isNull() ? run + c : QString();
            if (run.size() > longest.size())
                longest = run;
        }
        return longest.left(searchterms::longestFragment);
    }

    // Digits.

    /// The first text that no longer begins with this one.
    static QString endOf(const QString &start)
    {
        QString end = start;
        end.back() = QChar(static_cast<char16_t>(end.back().unicode() + 1));
        return end;
    }

    Result<void> exactly(const QString &term)
    {
        return take(u"SELECT person FROM search_term WHERE term=? ORDER BY person DESC LIMIT ?"_s, term,
                    static_cast<int>(m_limit) * 2);
    }

    Result<void> beginning(const QString &term, const QString &glob)
    {
        if (full())
            return {};
        const auto common = isCommon(term, endOf(term));
        if (!common)
            return common.error();
        if (!*common) {
            // A number may hold a fragment several times.
            return take(u"SELECT person FROM search_term WHERE term>=? AND term<? ORDER BY person DESC LIMIT ?"_s, term,
                        endOf(term), static_cast<int>(m_limit) * 12);
        }
        if (auto taken = take(u"SELECT person FROM subject WHERE person>(SELECT max(person)-? FROM subject)"
                              " AND phone GLOB ? ORDER BY person DESC LIMIT ?"_s,
                              newestPassed, glob, static_cast<int>(m_limit) * 2);
            !taken || full())
            return taken;
        return take(u"SELECT person FROM search_term WHERE term>=? AND term<? LIMIT ?"_s, term, endOf(term),
                    static_cast<int>(m_limit) * 24);
    }

    Result<void> byDigits()
    {
        const QString &digits = m_query.digits;
        if (auto taken = exactly(u'#' + digits); !taken)
            return taken;
        if (auto taken = exactly(u'@' + digits); !taken)
            return taken;
        if (digits.size() >= shortestEnding) {
            if (auto taken = exactly(u'-' + digits); !taken)
                return taken;
        }
        if (auto taken = beginning(u'#' + digits, digits + u'*'); !taken)
            return taken;
        return beginning(u'-' + digits, QString(u"?*"_s) + digits + u'*');
    }

    // A name and digits.

    Result<void> byBoth()
    {
        const QString &digits = m_query.digits;
        const QString whole = m_query.literal ? m_query.name : m_query.letters;
        const QString start = u'^' + whole.left(searchterms::longestFragment);
        const QString elsewhere = u'~' + whole.left(searchterms::longestFragment);
        const QString glob = u'*' + m_query.glob + u'*';
        const auto rarelyNamed = areFew(start, elsewhere);
        if (!rarelyNamed)
            return rarelyNamed.error();
        for (const QString &term : {u'#' + digits, u'@' + digits, u'-' + digits}) {
            if (full())
                return {};
            const QString end = term.front() == u'@' ? term + u'!' : endOf(term);
            const auto common = isCommon(term, end);
            if (!common)
                return common.error();
            // The rarer side leads. Where both are common so is what fits both: the first ones found are enough.
            auto taken = Result<void>();
            if (*common && *rarelyNamed) {
                taken = take(u"SELECT n.person FROM search_term AS n JOIN subject ON subject.person=n.person"
                             " WHERE n.term IN (?,?) AND n.name GLOB ? AND subject.phone GLOB ?"
                             " ORDER BY n.person DESC"_s,
                             start, elsewhere, glob, u'*' + digits + u'*');
            } else if (*common) {
                taken = take(u"SELECT d.person FROM search_term AS d WHERE d.term>=? AND d.term<? AND EXISTS"
                             " (SELECT 1 FROM search_term AS n WHERE n.term IN (?,?) AND n.person=d.person"
                             " AND n.name GLOB ?) LIMIT ?"_s,
                             term, end, start, elsewhere, glob, static_cast<int>(m_limit) * 12);
            } else {
                taken = take(u"SELECT d.person FROM search_term AS d WHERE d.term>=? AND d.term<? AND EXISTS"
                             " (SELECT 1 FROM search_term AS n WHERE n.term IN (?,?) AND n.person=d.person"
                             " AND n.name GLOB ?) ORDER BY d.person DESC LIMIT ?"_s,
                             term, end, start, elsewhere, glob, static_cast<int>(m_limit) * 12);
            }
            if (!taken)
                return taken;
        }
        return {};
    }

    vault::SqlConnection &m_connection;
    const SearchQuery &m_query;
    size_t m_limit;
    const std::stop_token &m_cancelled;
    std::vector<qint64> m_people; // best first
};

} // namespace

Search::Search(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::vector<SubjectRecord>> Search::find(const QString &text, std::stop_token cancelled, int limit) const
{
    const SearchQuery query = SearchQuery::of(text);
    if (query.isEmpty() || limit <= 0)
        return std::vector<SubjectRecord>();
    // Ends what runs at that moment; gone before anything else runs on the connection.
    const std::stop_callback interruption(cancelled, [this] { m_connection.interrupt(); });
    Finder finder(m_connection, query, static_cast<size_t>(limit), cancelled);
    if (auto ran = finder.run(); !ran)
        return ran.error();

    const SubjectStore subjects(m_connection);
    std::vector<SubjectRecord> found;
    found.reserve(finder.people().size());
    for (const qint64 person : finder.people()) {
        if (cancelled.stop_requested())
            return CacheWords::cancelled();
        auto record = subjects.at(person);
        if (!record)
            return record.error();
        if (*record)
            found.push_back(**std::move(record));
    }
    return found;
}

} // namespace consent::cache
