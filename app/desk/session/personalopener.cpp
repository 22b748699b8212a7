#include "desk/session/personalopener.h"

#include "cache/store/datakeystore.h"
#include "desk/session/opendesk.h"
#include "ledger/chain.h"

namespace consent::desk {

cache::Projector::Opener personalOpener(OpenDesk &open)
{
    return [&open](const ledger::SignedEvent &event) -> Result<std::optional<QJsonObject>> {
        const auto id = ledger::dataKeyOf(event.event);
        if (!id)
            return std::optional<QJsonObject>();
        const auto wrapped = open.cache->dataKeys().find(*id);
        if (!wrapped)
            return wrapped.error().kind == ErrorKind::NotFound ? Result<std::optional<QJsonObject>>(std::nullopt)
                                                               : Result<std::optional<QJsonObject>>(wrapped.error());
        const auto key = open.dataKeys.open(*wrapped);
        if (!key)
            return key.error().kind == ErrorKind::NotFound ? Result<std::optional<QJsonObject>>(std::nullopt)
                                                           : Result<std::optional<QJsonObject>>(key.error());
        const auto personal = ledger::openPersonal(event.event, *key);
        if (!personal)
            return personal.error();
        return std::optional(*personal);
    };
}

} // namespace consent::desk
