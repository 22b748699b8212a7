#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/request.h"

#include <QStringList>

#include <vector>

namespace consent::desk {

struct OpenDesk;

/// Who has to be told of a correction (policy chapter 8; PIPA 36, Decree 43). Cache thread.
namespace requestrecipients {

/// The provisions in which something went out that is now corrected.
/// @param fields codes of domain::SubjectField
Result<std::vector<ProvisionId>> of(OpenDesk &open, const SubjectId &subject, const QStringList &fields);

} // namespace requestrecipients
} // namespace consent::desk
