#pragma once

#include "crypto/bytes.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace consent::crypto {

/// A JSON object in which no object names a member twice: what two readers could read in two ways is refused.
std::optional<QJsonObject> parseUnambiguousJson(const QByteArray &bytes);

/// Name and value of every member of a flat JSON object of plain strings, as views into the text, so that a secret
/// among them stays where it is.
using FlatMembers = std::vector<std::pair<std::string_view, std::string_view>>;
/// @return nothing for anything but such an object; escapes, other values and doubled names are refused.
std::optional<FlatMembers> parseFlatJson(Bytes text);

} // namespace consent::crypto
