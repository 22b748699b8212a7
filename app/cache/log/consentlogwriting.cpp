#include "cache/log/consentlogplace_p.h"
#include "cache/log/consentlogstore.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

// What the Projector writes into the log.
namespace consent::cache {

using namespace consentlogplace;

void ConsentLogStore::touch(qint64 day)
{
    for (Counted &counted : m_counted)
        counted.stale.insert(day);
}

Result<QString> ConsentLogStore::characters(const QStringList &scopes)
{
    QString text;
    for (const QString &code : scopes) {
        const auto number = m_numbers.ofScope(code);
        if (!number)
            return number.error();
        text += characterOf(*number);
    }
    return text;
}

Result<qint64> ConsentLogStore::freePlace(UtcTime at, const EventId &event) const
{
    // The end of the id is random, so two events of one millisecond hardly ever want the same place.
    const qint64 tie = idBytes(event).right(4).toHex().toLongLong(nullptr, 16) & ((qint64(1) << tieBits) - 1);
    const qint64 start = clamped(at) << tieBits;
    qint64 place = start + tie;
    while (true) {
        const auto taken = m_connection.number(u"SELECT count(*) FROM consent_log WHERE place=?"_s, place);
        if (!taken)
            return taken.error();
        if (*taken == 0)
            return place;
        place = start + ((place - start + 1) & ((qint64(1) << tieBits) - 1));
    }
}

Result<void> ConsentLogStore::append(const ConsentLogEntry &entry)
{
    const auto place = freePlace(entry.at, entry.eventId);
    if (!place)
        return place.error();
    const auto staff = m_numbers.of(entry.agent);
    if (!staff)
        return staff.error();
    std::optional<qint64> person;
    if (entry.subject) {
        const auto number = m_numbers.of(*entry.subject);
        if (!number)
            return number.error();
        person = *number;
    }
    const auto granted = characters(entry.granted);
    const auto refused = characters(entry.refused);
    const auto ended = characters(entry.ended);
    for (const auto *text : {&granted, &refused, &ended}) {
        if (!*text)
            return text->error();
    }
    const qint64 day = dayOf(clamped(entry.at));
    touch(day);
    if (auto added = m_connection.run(
            u"INSERT INTO consent_log(place,event,person,staff,kind,method,outcome,granted,refused,ended,flagged,"
            "receipt) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"_s,
            *place, entry.event, person, *staff, static_cast<int>(entry.kind), static_cast<int>(entry.method),
            static_cast<int>(entry.outcome), *granted, *refused, *ended, entry.flagged ? 1 : 0, entry.receipt);
        !added)
        return added;
    if (!entry.receipt.isEmpty()) {
        if (auto added = m_connection.run(u"INSERT INTO receipt(number,event) VALUES(?,?)"_s, receiptKey(entry.receipt),
                                          entry.event);
            !added)
            return added;
    }
    return m_connection.run(u"INSERT INTO consent_log_day(day,rows) VALUES(?,1)"
                            " ON CONFLICT(day) DO UPDATE SET rows=rows+1"_s,
                            day);
}

Result<void> ConsentLogStore::remove(qint64 event)
{
    auto query = m_connection.statement(u"SELECT place,receipt FROM consent_log WHERE event=?"_s);
    const auto row = query.bind(event).next();
    if (!row)
        return row.error();
    if (!*row)
        return {};
    const qint64 place = query.integer(0);
    const qint64 day = dayOf(place >> tieBits);
    touch(day);
    if (auto removed =
            m_connection.run(u"DELETE FROM receipt WHERE number=? AND event=?"_s, receiptKey(query.text(1)), event);
        !removed)
        return removed;
    if (auto removed = m_connection.run(u"DELETE FROM consent_log WHERE place=?"_s, place); !removed)
        return removed;
    return m_connection.run(u"UPDATE consent_log_day SET rows=rows-1 WHERE day=?"_s, day);
}

Result<void> ConsentLogStore::clear()
{
    m_counted.clear();
    return m_connection.runScript("DELETE FROM consent_log; DELETE FROM receipt; DELETE FROM consent_log_day;");
}

QString receiptKey(const QString &receipt)
{
    QString key;
    for (const QChar c : receipt.normalized(QString::NormalizationForm_KC)) {
        if (c.isLetterOrNumber())
            key += c.toUpper();
    }
    return key;
}

} // namespace consent::cache
