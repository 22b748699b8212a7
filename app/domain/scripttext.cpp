#include "domain/scripttext.h"

namespace consent::domain {

namespace {

std::optional<ItemPart> partNamed(const QString &placeholder)
{
    return placeholder.startsWith(QLatin1String("item.")) ? fromCode<ItemPart>(QStringView(placeholder).sliced(5))
                                                          : std::nullopt;
}

} // namespace

QString spokenParagraph(const Script &script, const Clause &clause, const Paragraph &paragraph, Language language,
                        const TemplateValues &values)
{
    TemplateValues all = values;
    if (const ConsentItem *item = script.item(clause.item)) {
        for (const ItemPart part : toldParts(paragraph))
            all.insert(QLatin1String("item.") + toCode(part), fillTemplate(item->part(part).in(language), values));
    }
    return fillTemplate(paragraph.text, all);
}

std::vector<ItemPart> toldParts(const Paragraph &paragraph)
{
    std::vector<ItemPart> parts;
    const auto placeholders = placeholdersIn(paragraph.text);
    if (!placeholders)
        return parts;
    for (const Placeholder &placeholder : *placeholders) {
        if (const auto part = partNamed(placeholder.name))
            parts.push_back(*part);
    }
    return parts;
}

} // namespace consent::domain
