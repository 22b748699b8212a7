#pragma once

#include "base/result.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "domain/advertising.h"
#include "domain/organisation.h"
#include "ledger/contactfacts.h"

#include <optional>
#include <vector>

namespace consent::desk {

/// Data that goes, or went, to a third party: codes of Organisation::thirdParties.
struct ProvisionFacts
{
    QString recipient;
    QString purpose;
    QStringList items;
    domain::ProvisionBasis basis = domain::ProvisionBasis::Consent;
};

/// One line of a person's provision log, in words. An entry that left the organisation file shows its code.
struct ProvisionRow
{
    ProvisionId id;
    UtcTime at{};
    QString recipientCode;
    QString recipient;
    QString purpose;
    QStringList items;
    QString period; ///< How long the recipient keeps it; empty where the register no longer says.
    domain::ProvisionBasis basis = domain::ProvisionBasis::Consent;
    std::optional<UtcTime> corrected; ///< When the recipient was told of a correction.
};

/// The record of what was provided to whom (PIPA 17, 35(4): a person may ask for it; policy chapter 6). Cache thread,
/// inside the caller's transaction; rights are the caller's business.
namespace provisionlog {

/// Records a provision as made. Call it in the transaction that goes before the sending, so that nothing is sent
/// without its record.
/// @return InvalidArgument when recipient, purpose or an item is not in the register; NotAllowed when the person's
///     data is frozen (policy chapter 8: not provided while a correction is open).
Result<ProvisionId> made(OpenDesk &open, EventRecorder &recorder, const domain::Organisation &organisation,
                         const SubjectId &subject, const ProvisionFacts &facts);
/// Records that the recipient of this provision was told of a correction. @return NotFound.
Result<void> corrected(OpenDesk &open, EventRecorder &recorder, const SubjectId &subject, const ProvisionId &provision,
                       const QString &request);
/// Newest first.
Result<std::vector<ProvisionRow>> ofSubject(OpenDesk &open, const domain::Organisation &organisation,
                                            const SubjectId &subject);

} // namespace provisionlog

} // namespace consent::desk
