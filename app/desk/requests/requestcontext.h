#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "desk/session/staff.h"
#include "domain/holidays.h"
#include "domain/organisation.h"
#include "domain/request.h"

namespace consent::desk {

/// What the work on requests needs to know beside the open desk: who, where and when, and by which rules.
struct RequestContext
{
    const domain::Organisation &organisation;
    const domain::Holidays &holidays;
    const StaffMember &user;
    const DeviceId &device;
    UtcTime now{};

    QDate today() const { return koreanDate(now); }
    domain::RequestActors actor() const;
    /// How a request of this kind is counted by the organisation file of today.
    domain::CountingRule rule(domain::RequestKind kind) const;
};

class DeskCore;

/// The rules of today for the signed-in user. @param core outlives the context
RequestContext requestContext(const DeskCore &core);

/// The roles of a user as the rules on requests know them.
domain::RequestActors requestActors(Roles roles);

/// What is told to the person: "R261123-7K3QX", the date of receipt in Korea and five characters of the request's id. A
/// name, not a secret.
QString requestNumber(const RequestId &request, UtcTime received);

} // namespace consent::desk
