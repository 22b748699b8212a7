#include "desk/log/documentdesk.h"

#include "desk/log/publishing.h"
#include "desk/session/deskcore.h"

namespace consent::desk {

DocumentDesk::DocumentDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<NoticeRow>> DocumentDesk::publishNotice(NoticeImport file)
{
    return m_core.write(
        [this, file = std::move(file)](OpenDesk &open, EventRecorder &recorder) -> Result<NoticeRow> {
            if (auto allowed = m_core.require(Right::PublishDocuments); !allowed)
                return allowed.error();
            return publishing::publishNotice(open, recorder, file);
        },
        DeskCore::Urgency::Bulk);
}

QFuture<Result<std::vector<NoticeRow>>> DocumentDesk::notices()
{
    return m_core.read([](OpenDesk &open) { return publishing::notices(open); });
}

QFuture<Result<std::vector<QString>>> DocumentDesk::checkScript(QByteArray json)
{
    return m_core.read([this, json = std::move(json)](OpenDesk &) -> Result<std::vector<QString>> {
        return publishing::scriptFaults(json, m_core.organisation());
    });
}

QFuture<Result<ScriptRow>> DocumentDesk::publishScript(QByteArray json)
{
    return m_core.write([this, json = std::move(json)](OpenDesk &open, EventRecorder &recorder) -> Result<ScriptRow> {
        if (auto allowed = m_core.require(Right::PublishDocuments); !allowed)
            return allowed.error();
        return publishing::publishScript(open, recorder, json, m_core.organisation());
    });
}

QFuture<Result<std::vector<ScriptRow>>> DocumentDesk::scripts()
{
    return m_core.read([](OpenDesk &open) { return publishing::scripts(open); });
}

} // namespace consent::desk
