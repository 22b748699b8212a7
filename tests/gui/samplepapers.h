#pragma once

#include "desk/papers/paperwriting.h"
#include "domain/organisation.h"

/// Papers about nobody who lives, as full as papers get.
namespace samplepapers {

consent::domain::Organisation organisation();
/// @param organisation outlives the head
consent::desk::paperwriting::Head head(const consent::domain::Organisation &organisation);
consent::desk::paperwriting::Case request(const QString &kind);
consent::desk::paperwriting::Access access(int consents);
/// One of each kind.
std::vector<consent::desk::Paper> everyKind();

} // namespace samplepapers
