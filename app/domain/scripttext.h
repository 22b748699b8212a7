#pragma once

#include "domain/script.h"
#include "domain/template.h"

namespace consent::domain {

/// A paragraph as it is spoken: the parts of its item and the values filled in. A missing value stays "____".
/// @param values without item.*; may carry "summary"
QString spokenParagraph(const Script &script, const Clause &clause, const Paragraph &paragraph, Language language,
                        const TemplateValues &values);

/// The parts of its item that a paragraph tells.
std::vector<ItemPart> toldParts(const Paragraph &paragraph);

} // namespace consent::domain
