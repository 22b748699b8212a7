#pragma once

#include "cache/store/accesslogstore.h"
#include "desk/evidence/evidencedesk.h"
#include "desk/requests/requestdesk.h"
#include "desk/requests/requestviewing.h"
#include "desk/requests/requestwork.h"
#include "desk/session/deskcore.h"
#include "evidence/realdisk.h"

namespace consent::desk {

/// What every use case shares: the rules, and one way to look, one to move.
struct RequestDesk::Work
{
    explicit Work(DeskCore &deskCore)
        : core(deskCore)
    {
    }

    RequestContext context() const { return requestContext(core); }

    Result<void> log(OpenDesk &open, const SubjectId &subject, const QString &action) const
    {
        return open.cache->accessLog().append(
            {core.clock().now(), core.user().id, core.profile().device(), subject, action, {}});
    }

    /// Runs a step and gives the request as it then stands.
    template <typename Step> QFuture<Result<RequestView>> move(const QString &action, Step step)
    {
        return core.write([this, action, step](OpenDesk &open, EventRecorder &recorder) -> Result<RequestView> {
            if (auto allowed = core.require(Right::ViewRequests); !allowed)
                return allowed.error();
            const RequestContext now = context();
            RequestWork work(open, recorder, now);
            const Result<RequestId> moved = step(work);
            if (!moved)
                return moved.error();
            auto view = requestviewing::view(open, now, *moved);
            if (!view)
                return view;
            if (auto logged = log(open, view->summary.subject, action); !logged)
                return logged.error();
            if (work.mustErase()) {
                evidence::RealDisk disk(EvidenceDesk::folderOf(core.profile().folder()));
                if (auto erased = work.erase(disk, core.clock()); !erased)
                    return erased.error();
            }
            return view;
        });
    }

    /// Runs something on requests, in one transaction.
    template <typename T, typename Act> QFuture<Result<T>> run(Act act)
    {
        return core.write([this, act](OpenDesk &open, EventRecorder &recorder) -> Result<T> {
            if (auto allowed = core.require(Right::ViewRequests); !allowed)
                return allowed.error();
            const RequestContext now = context();
            RequestWork work(open, recorder, now);
            return act(work);
        });
    }

    DeskCore &core;
};

} // namespace consent::desk
