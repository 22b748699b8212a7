#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "desk/contacts/provisionlog.h"
#include "domain/birthdate.h"
#include "domain/consent.h"
#include "domain/request.h"

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
    std::optional<UtcTime> counted = {}; ///< Of the same: when it was given or last kept.
    QDate countsUntil =
        {};           ///< Of a granted or expired advertising consent: the first day on which it no longer counts.
    QString why = {}; ///< A sentence: why it does not count, or not any more. Empty while it counts or was never asked.
    bool night = false;
};

/// A guardian of a child, as linked or named in a contact.
struct GuardianRow
{
    UtcTime at;
    QString maskedName;
    QString relation;
    QString method; ///< How verified, in words; empty where it was not noted.
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

/// An open request of the person, in one line.
struct RequestLine
{
    RequestId id;
    QString kind;  ///< In words.
    QString state; ///< In words.
    QString clock; ///< "D-3", "D+1", ...; empty once decided.
    bool overdue = false;
};

/// One person opened. Reading it was written to the access log.
struct SubjectCard
{
    SubjectSummary summary;
    bool under14 = false;
    bool hasEmail = false;
    bool hasGuardian = false;
    domain::GuardianAuthority guardianAuthority; ///< Ends by itself on the 14th birthday.
    std::vector<GuardianRow> guardians;          ///< Newest first.
    std::vector<ProvisionRow> provisions;        ///< Newest first.
    int resultsToTell = 0;                       ///< Outcomes of answers about advertising that wait to be told.
    std::vector<ItemState> items;         ///< Every item of the current script, then older ones that still stand.
    std::vector<ContactSummary> contacts; ///< Newest first, of all their registrations.
    int registrations = 1;                ///< How many registrations this person is.
    int lookAlikes = 0;                   ///< Registrations that look like this person and nobody decided on.
    std::vector<RequestLine> requests;    ///< Open ones, the most urgent first.
    bool frozen = false;                  ///< Neither used nor provided, see freezeguard.h.
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
