#pragma once

#include "desk/calls/callviews.h"
#include "domain/subject.h"
#include "ledger/consentfacts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

/// The parts of a call's draft as JSON. The draft is personal: it lies in the vault only.
namespace consent::desk::calldraft {

QJsonObject toJson(const domain::Guardian &guardian);
QJsonObject toJson(const domain::Subject &subject);
QJsonObject toJson(const CallOptions &options);
QJsonObject toJson(const ledger::DocumentReference &reference);
QJsonArray toJson(const std::vector<ItemState> &items);

/// Each gives nothing when the JSON can't be what the function above made.
std::optional<domain::Guardian> guardianFromJson(const QJsonObject &json);
std::optional<domain::Subject> subjectFromJson(const QJsonObject &json);
std::optional<CallOptions> optionsFromJson(const QJsonObject &json);
std::optional<ledger::DocumentReference> referenceFromJson(const QJsonObject &json);
std::optional<std::vector<ItemState>> itemsFromJson(const QJsonArray &json);

} // namespace consent::desk::calldraft
