#include "cache/log/consentlogsql_p.h"

using namespace Qt::StringLiterals;

// Conditions of a filter are always there; a value that filters nothing is coalesce(NULL, column), the empty text that
// every text contains, or the empty text that none is less than. So there is one text a query, whatever the filter.
namespace consent::cache::consentlogsql {

const QString &countFiltered()
{
    static const QString sql = u"SELECT count(*) FROM consent_log WHERE place>=? AND place<?"
                               " AND staff=coalesce(?,staff) AND method=coalesce(?,method)"
                               " AND instr(granted,?)>0 AND instr(refused,?)>0 AND instr(granted||refused||ended,?)>0"
                               " AND granted>=? AND refused>=?"_s;
    return sql;
}

const QString &place(bool byDates, bool fromNewest)
{
    static const QString newest =
        u"SELECT place FROM consent_log WHERE place>=? AND place<? ORDER BY place DESC LIMIT 1 OFFSET ?"_s;
    static const QString oldest =
        u"SELECT place FROM consent_log WHERE place>=? AND place<? ORDER BY place LIMIT 1 OFFSET ?"_s;
    static const QString newestFiltered =
        u"SELECT place FROM consent_log WHERE place>=? AND place<?"
        " AND staff=coalesce(?,staff) AND method=coalesce(?,method)"
        " AND instr(granted,?)>0 AND instr(refused,?)>0 AND instr(granted||refused||ended,?)>0"
        " AND granted>=? AND refused>=? ORDER BY place DESC LIMIT 1 OFFSET ?"_s;
    static const QString oldestFiltered =
        u"SELECT place FROM consent_log WHERE place>=? AND place<?"
        " AND staff=coalesce(?,staff) AND method=coalesce(?,method)"
        " AND instr(granted,?)>0 AND instr(refused,?)>0 AND instr(granted||refused||ended,?)>0"
        " AND granted>=? AND refused>=? ORDER BY place LIMIT 1 OFFSET ?"_s;
    if (byDates)
        return fromNewest ? newest : oldest;
    return fromNewest ? newestFiltered : oldestFiltered;
}

const QString &page(bool byDates)
{
    static const QString plain =
        u"SELECT place,event.id,person.id,subject.name,staff.id,kind,method,outcome,length(granted),length(refused),"
        "length(ended),flagged,receipt FROM consent_log JOIN event ON event.number=consent_log.event"
        " JOIN staff ON staff.number=consent_log.staff LEFT JOIN person ON person.number=consent_log.person"
        " LEFT JOIN subject ON subject.person=consent_log.person"
        " WHERE place>=? AND place<=? ORDER BY place DESC LIMIT ?"_s;
    static const QString filtered =
        u"SELECT place,event.id,person.id,subject.name,staff.id,kind,method,outcome,length(granted),length(refused),"
        "length(ended),flagged,receipt FROM consent_log JOIN event ON event.number=consent_log.event"
        " JOIN staff ON staff.number=consent_log.staff LEFT JOIN person ON person.number=consent_log.person"
        " LEFT JOIN subject ON subject.person=consent_log.person"
        " WHERE place>=? AND place<=? AND consent_log.staff=coalesce(?,consent_log.staff) AND method=coalesce(?,method)"
        " AND instr(granted,?)>0 AND instr(refused,?)>0 AND instr(granted||refused||ended,?)>0"
        " AND granted>=? AND refused>=? ORDER BY place DESC LIMIT ?"_s;
    return byDates ? plain : filtered;
}

const QString &byEvent()
{
    static const QString sql =
        u"SELECT place,event.id,person.id,subject.name,staff.id,kind,method,outcome,length(granted),length(refused),"
        "length(ended),flagged,receipt FROM event JOIN consent_log ON consent_log.event=event.number"
        " JOIN staff ON staff.number=consent_log.staff LEFT JOIN person ON person.number=consent_log.person"
        " LEFT JOIN subject ON subject.person=consent_log.person WHERE event.id=?"_s;
    return sql;
}

const QString &bySubject()
{
    static const QString sql =
        u"SELECT place,event.id,person.id,subject.name,staff.id,kind,method,outcome,length(granted),length(refused),"
        "length(ended),flagged,receipt FROM person JOIN event ON event.person=person.number"
        " JOIN consent_log ON consent_log.event=event.number JOIN staff ON staff.number=consent_log.staff"
        " LEFT JOIN subject ON subject.person=person.number WHERE person.id=? ORDER BY place DESC"_s;
    return sql;
}

} // namespace consent::cache::consentlogsql
