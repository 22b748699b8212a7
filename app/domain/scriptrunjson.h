#pragma once

#include "domain/template.h"

#include <QJsonObject>
#include <QJsonValue>

namespace consent::domain {

QJsonObject valuesToJson(const TemplateValues &values);
/// @return nothing unless it is an object of short texts.
std::optional<TemplateValues> valuesFromJson(const QJsonValue &json);

} // namespace consent::domain
