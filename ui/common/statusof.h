#pragma once

#include "domain/consent.h"
#include "ui/common/tones.h"

namespace consent::ui {

/// The face on screen of what an item stands at. Apart from the other headers of this folder because only pages
/// that link the domain may know it.
constexpr Status statusOf(domain::ConsentStatus status)
{
    switch (status) {
    case domain::ConsentStatus::None:
        return Status::None;
    case domain::ConsentStatus::Granted:
        return Status::Granted;
    case domain::ConsentStatus::Refused:
        return Status::Refused;
    case domain::ConsentStatus::Withdrawn:
        return Status::Withdrawn;
    case domain::ConsentStatus::OptedOut:
        return Status::OptedOut;
    case domain::ConsentStatus::Expired:
        return Status::Expired;
    case domain::ConsentStatus::Invalidated:
        return Status::Invalidated;
    }
    return Status::None;
}

} // namespace consent::ui
