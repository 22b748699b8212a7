#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace consent::desk {

/// One person in a list: only what it takes to tell people apart.
struct SubjectSummary
{
    SubjectId id;
    QString name;
    QString maskedPhone; ///< "010-****-1234"
    QDate birthDate;
    domain::MembershipState membership = domain::MembershipState::Prospect;
};

/// Where one consent item stands for a person.
struct ItemState
{
    QString code;
    QString title; ///< In the language of the program.
    bool mandatory = false;
    domain::ItemCategory category = domain::ItemCategory::CollectionAndUse;
    domain::Channel channel = domain::Channel::None;
    domain::ConsentStatus status = domain::ConsentStatus::None;
    std::optional<UtcTime> since;
};

/// One contact in a person's history.
struct ContactSummary
{
    EventId event;
    UtcTime at;
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed;
    QString agentName;
    QString receipt;
};

/// One person opened. Reading it was written to the access log.
struct SubjectCard
{
    SubjectSummary summary;
    bool under14 = false;
    bool hasEmail = false;
    bool hasGuardian = false;
    std::vector<ItemState> items;         ///< Every item of the current script, then older ones that still stand.
    std::vector<ContactSummary> contacts; ///< Newest first.
};

/// What stays covered until there is a reason.
struct SubjectDetails
{
    QString phone; ///< Grouped.
    QString email;
    QString guardianName;
    QString guardianPhone; ///< Grouped.
};

} // namespace consent::desk
