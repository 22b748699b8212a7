#include "desk/entrance/vaultdesk.h"

#include "cache/store/accesslogstore.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/deskcore.h"
#include "vault/care/plaincopy.h"
#include "vault/care/vaultcheck.h"

#include <QtConcurrentRun>

namespace consent::desk {

using namespace Qt::StringLiterals;

VaultDesk::VaultDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<VaultReport>> VaultDesk::check(const QString &path, Progress progress, Cancel cancel)
{
    if (auto allowed = m_core.require(Right::CheckVault); !allowed)
        return QtFuture::makeReadyFuture(Result<VaultReport>(allowed.error()));
    const QString file = path.isEmpty() ? m_core.profile().cachePath() : path;
    // Beside the cache thread: a check takes long, and the desk is worked at meanwhile.
    return QtConcurrent::run([file, key = m_core.databaseKey(), progress, cancel]() -> Result<VaultReport> {
        const auto findings = vault::VaultCheck::run(file, key->span(), [&](qint64 done, qint64 total) {
            if (progress)
                progress(done, total);
            return !(cancel && cancel->load());
        });
        if (!findings)
            return findings.error();
        return VaultReport{findings->pages, findings->frames, findings->brokenPages, findings->words,
                           findings->intact()};
    });
}

QFuture<Result<qint64>> VaultDesk::exportPlain(const QString &target, const QString &reason, Progress progress)
{
    // The entry in the access log is on disk before the first byte of the copy is.
    auto logging = m_core.write([this, reason = reason.trimmed()](OpenDesk &open, EventRecorder &) -> Result<void> {
        if (auto allowed = m_core.require(Right::ExportPlainVault); !allowed)
            return allowed;
        if (reason.isEmpty())
            return Error{ErrorKind::InvalidArgument, tr("Say what the copy is for. It is kept in the access log."),
                         u"no reason"_s};
        if (auto free = freezeguard::requireNobody(open); !free)
            return free;
        return open.cache->accessLog().append(
            {m_core.clock().now(), m_core.user().id, m_core.profile().device(), {}, u"export.vault"_s, reason});
    });
    auto copying = [path = m_core.profile().cachePath(), target,
                    progress](const Result<void> &logged) -> Result<qint64> {
        if (!logged)
            return logged.error();
        return vault::copyPlain(path, target, [&progress](qint64 done, qint64 total) {
            if (progress)
                progress(done, total);
            return true;
        });
    };
    return logging.then(QtFuture::Launch::Async, copying);
}

} // namespace consent::desk
