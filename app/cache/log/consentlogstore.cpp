#include "cache/log/consentlogstore.h"

#include "cache/log/consentlogplace_p.h"
#include "cache/log/consentlogsql_p.h"
#include "cache/store/cachewords_p.h"
#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace consent::cache {

using namespace consentlogplace;

namespace {

constexpr size_t filtersRemembered = 8;

bool byDatesAlone(const ConsentLogFilter &filter)
{
    return !filter.agent && filter.item.isEmpty() && !filter.decision && !filter.method;
}

qint64 total(const std::map<qint64, qint64> &days)
{
    qint64 rows = 0;
    for (const auto &[day, count] : days)
        rows += count;
    return rows;
}

} // namespace

/// Every value is one that lets all rows pass unless the filter says otherwise.
struct ConsentLogStore::Bound
{
    bool byDates = true;
    qint64 firstPlace = 0;
    qint64 endPlace = std::numeric_limits<qint64>::max();
    std::optional<qint64> staff;
    std::optional<int> method;
    QString inGranted; // contained in; the empty text is in every text
    QString inRefused;
    QString inAny;
    QString leastGranted; // at least; the empty text is the least
    QString leastRefused;
};

ConsentLogStore::ConsentLogStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

/// @return nothing when no row can fit.
Result<std::optional<ConsentLogStore::Bound>> ConsentLogStore::bound(const ConsentLogFilter &filter) const
{
    Bound bound;
    bound.byDates = byDatesAlone(filter);
    if (filter.from.isValid())
        bound.firstPlace = placeOfDay(dayOf(filter.from));
    if (filter.to.isValid())
        bound.endPlace = placeOfDay(dayOf(filter.to) + 1);
    if (filter.agent) {
        const auto staff = m_numbers.find(*filter.agent);
        if (!staff)
            return staff.error();
        if (!*staff)
            return std::optional<Bound>();
        bound.staff = **staff;
    }
    if (filter.method)
        bound.method = static_cast<int>(*filter.method);
    if (!filter.item.isEmpty()) {
        const auto scope = m_numbers.findScope(filter.item);
        if (!scope)
            return scope.error();
        if (!*scope)
            return std::optional<Bound>();
        bound.inAny = characterOf(**scope);
    }
    if (filter.decision) {
        const bool granted = *filter.decision == domain::Decision::Granted;
        (granted ? bound.inGranted : bound.inRefused) = bound.inAny;
        (granted ? bound.leastGranted : bound.leastRefused) = QString(QChar(firstCharacter));
    }
    return std::optional<Bound>(bound);
}

Result<void> ConsentLogStore::noticeOthers()
{
    const auto version = m_connection.number(u"PRAGMA data_version"_s);
    if (!version)
        return version.error();
    if (std::exchange(m_dataVersion, *version) != *version)
        m_counted.clear(); // another connection wrote: every day may have changed
    return {};
}

Result<ConsentLogStore::Days> ConsentLogStore::everyDay(const ConsentLogFilter &filter) const
{
    auto query = m_connection.statement(
        u"SELECT day,rows FROM consent_log_day WHERE day>=? AND day<=? AND rows>0 ORDER BY day"_s);
    query.bind(filter.from.isValid() ? dayOf(filter.from) : std::numeric_limits<qint64>::min(),
               filter.to.isValid() ? dayOf(filter.to) : std::numeric_limits<qint64>::max());
    Days days;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return days;
        days.emplace_hint(days.end(), query.integer(0), query.integer(1));
    }
}

Result<qint64> ConsentLogStore::countBetween(const Bound &bound, qint64 firstPlace, qint64 endPlace) const
{
    return m_connection.number(consentlogsql::countFiltered(), firstPlace, endPlace, bound.staff, bound.method,
                               bound.inGranted, bound.inRefused, bound.inAny, bound.leastGranted, bound.leastRefused);
}

Result<ConsentLogStore::Days> ConsentLogStore::filteredDays(const ConsentLogFilter &filter, const Bound &bound)
{
    if (auto noticed = noticeOthers(); !noticed)
        return noticed.error();
    const auto everything = everyDay(filter);
    if (!everything)
        return everything.error();

    auto at = std::find_if(m_counted.begin(), m_counted.end(), [&](const Counted &c) { return c.filter == filter; });
    Counted counted = at == m_counted.end() ? Counted{filter, {}, {}} : std::move(*at);
    if (at == m_counted.end()) {
        for (const auto &[day, rows] : *everything)
            counted.stale.insert(day);
    } else {
        m_counted.erase(at);
    }
    const std::set<qint64> stale = counted.stale;
    while (!counted.stale.empty()) {
        const qint64 day = *counted.stale.begin();
        counted.days.erase(day);
        if (everything->contains(day)) {
            const auto rows = countBetween(bound, placeOfDay(day), placeOfDay(day + 1));
            if (!rows)
                return rows.error(); // interrupted: counted anew the next time
            if (*rows > 0)
                counted.days.emplace(day, *rows);
        }
        counted.stale.erase(day);
    }
    if (m_connection.inTransaction())
        counted.stale = stale; // what was counted now may be undone
    if (m_counted.size() >= filtersRemembered)
        m_counted.erase(m_counted.begin());
    m_counted.push_back(std::move(counted));
    return m_counted.back().days;
}

Result<ConsentLogStore::Days> ConsentLogStore::days(const ConsentLogFilter &filter)
{
    if (byDatesAlone(filter))
        return everyDay(filter);
    const auto filterBound = bound(filter);
    if (!filterBound)
        return filterBound.error();
    return *filterBound ? filteredDays(filter, **filterBound) : Result<Days>(Days());
}

Result<qint64> ConsentLogStore::count(const ConsentLogFilter &filter)
{
    const auto counted = days(filter);
    return counted ? Result<qint64>(total(*counted)) : counted.error();
}

/// The place of the row that has `offset` newer ones on its day.
Result<std::optional<qint64>> ConsentLogStore::placeAt(const Bound &bound, qint64 day, qint64 rowsOfDay,
                                                       qint64 offset) const
{
    const bool fromNewest = offset < rowsOfDay / 2; // from the nearer end
    const qint64 passing = fromNewest ? offset : rowsOfDay - 1 - offset;
    auto query = m_connection.statement(consentlogsql::place(bound.byDates, fromNewest));
    if (bound.byDates) {
        query.bind(placeOfDay(day), placeOfDay(day + 1), passing);
    } else {
        query.bind(placeOfDay(day), placeOfDay(day + 1), bound.staff, bound.method, bound.inGranted, bound.inRefused,
                   bound.inAny, bound.leastGranted, bound.leastRefused, passing);
    }
    const auto row = query.next();
    if (!row)
        return row.error();
    return *row ? std::optional<qint64>(query.integer(0)) : std::nullopt;
}

Result<std::vector<ConsentLogRow>> ConsentLogStore::page(const ConsentLogFilter &filter, qint64 first, int rows)
{
    const auto filterBound = bound(filter);
    if (!filterBound)
        return filterBound.error();
    const auto counted = days(filter);
    if (!counted)
        return counted.error();
    qint64 newer = 0;
    auto day = counted->rbegin();
    while (day != counted->rend() && newer + day->second <= first)
        newer += (day++)->second;
    if (!*filterBound || day == counted->rend() || rows <= 0 || first < 0)
        return std::vector<ConsentLogRow>();

    const Bound &limits = **filterBound;
    const auto start = placeAt(limits, day->first, day->second, first - newer);
    if (!start)
        return start.error();
    if (!*start)
        return std::vector<ConsentLogRow>();
    auto query = m_connection.statement(consentlogsql::page(limits.byDates));
    if (limits.byDates) {
        query.bind(limits.firstPlace, **start, rows);
    } else {
        query.bind(limits.firstPlace, **start, limits.staff, limits.method, limits.inGranted, limits.inRefused,
                   limits.inAny, limits.leastGranted, limits.leastRefused, rows);
    }
    return read(std::move(query));
}

Result<std::vector<ConsentLogRow>> ConsentLogStore::read(vault::SqlStatement query) const
{
    std::vector<ConsentLogRow> rows;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        ConsentLogRow entry;
        entry.at = timeOfPlace(query.integer(0));
        entry.event = idFrom<EventId>(query.blob(1));
        if (!query.isNull(2))
            entry.subject = idFrom<SubjectId>(query.blob(2));
        entry.name = query.text(3);
        entry.agent = idFrom<UserId>(query.blob(4));
        entry.kind = static_cast<LogKind>(query.integer(5));
        entry.method = static_cast<domain::CaptureMethod>(query.integer(6));
        entry.outcome = static_cast<domain::ContactOutcome>(query.integer(7));
        entry.granted = static_cast<int>(query.integer(8));
        entry.refused = static_cast<int>(query.integer(9));
        entry.ended = static_cast<int>(query.integer(10));
        entry.flagged = query.integer(11) != 0;
        entry.receipt = query.text(12);
        rows.push_back(std::move(entry));
    }
}

Result<ConsentLogRow> ConsentLogStore::find(const EventId &event) const
{
    auto query = m_connection.statement(consentlogsql::byEvent());
    query.bind(idBytes(event));
    auto rows = read(std::move(query));
    if (!rows)
        return rows.error();
    return rows->empty() ? Result<ConsentLogRow>(CacheWords::notFound(u"event not in the log"_s)) : rows->front();
}

Result<std::vector<ConsentLogRow>> ConsentLogStore::ofSubject(const SubjectId &subject) const
{
    auto query = m_connection.statement(consentlogsql::bySubject());
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::optional<EventId>> ConsentLogStore::eventOfReceipt(const QString &receipt) const
{
    auto query = m_connection.statement(u"SELECT event.id FROM receipt JOIN event ON event.number=receipt.event"
                                        " WHERE receipt.number=? LIMIT 1"_s);
    const auto row = query.bind(receiptKey(receipt)).next();
    if (!row)
        return row.error();
    return *row ? std::optional<EventId>(idFrom<EventId>(query.blob(0))) : std::nullopt;
}

Result<QStringList> ConsentLogStore::items() const
{
    auto query = m_connection.statement(u"SELECT code FROM scope WHERE instr(code,':')=0 ORDER BY code"_s);
    QStringList codes;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return codes;
        codes += query.text(0);
    }
}

Result<std::vector<UserId>> ConsentLogStore::agents() const
{
    auto query = m_connection.statement(u"SELECT id FROM staff ORDER BY id"_s);
    std::vector<UserId> users;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return users;
        users.push_back(idFrom<UserId>(query.blob(0)));
    }
}

} // namespace consent::cache
