#pragma once

#include "base/result.h"
#include "desk/contacts/provisionlog.h"
#include "desk/requests/requestcontext.h"
#include "desk/requests/requestviews.h"
#include "domain/subject.h"
#include "ledger/requestfacts.h"

#include <QJsonObject>

/// What is recorded of a check of identity: that it was made, how, by whom, with what outcome, and the least that must
/// be kept (PIPA 3(1), 24-2). Pure.
namespace consent::desk::identityevidence {

struct Evidence
{
    ledger::IdentityChecked facts; ///< Without the request.
    QJsonObject personal;
};

/// @param linkedGuardian whether a guardian asks whom this company verified before (guardianlinks::isLinked()): that
///     counts as proof of the family relation
/// @return InvalidArgument naming what is missing: a paper, a document, a number that can't be one.
Result<Evidence> of(const RequestContext &context, const ledger::RequestOpened &request, bool linkedGuardian,
                    const IdentityInput &input);

/// Live help beside the field. Only what can't be a number at all is refused.
DocumentHelp help(const RequestContext &context, domain::DocumentKind kind, const QString &number);

/// @return InvalidArgument for a number that can't be one; NotAllowed for an identifier without a statute.
Result<void> requireAskable(const RequestContext &context, const AuthenticityInput &input);
/// What goes to the police when a document is checked (policy chapter 6).
ProvisionFacts provisionOf(const AuthenticityInput &input);

} // namespace consent::desk::identityevidence
