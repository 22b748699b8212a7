#include "cache/store/eventorder.h"

#include "cache/store/cachewords_p.h"
#include "cache/store/numbers.h"
#include "ledger/event.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

EventOrder EventOrder::of(const ledger::Event &event)
{
    return {ledger::orderTime(event), event.device, event.seq};
}

Result<EventOrder> EventOrder::of(vault::SqlConnection &connection, qint64 eventNumber)
{
    auto query = connection.statement(
        u"SELECT time,device.id,seq FROM event JOIN device ON device.number=event.device WHERE event.number=?"_s);
    const auto row = query.bind(eventNumber).next();
    if (!row)
        return row.error();
    if (!*row)
        return CacheWords::notFound(u"event number %1"_s.arg(eventNumber));
    return EventOrder{query.time(0), idFrom<DeviceId>(query.blob(1)), query.integer(2)};
}

} // namespace consent::cache
