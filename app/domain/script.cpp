#include "domain/script.h"

#include "domain/invalid.h"
#include "domain/jsonreader.h"
#include "domain/scriptreader.h"

#include <QCoreApplication>

#include <utility>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Script)
};

} // namespace

const LocalText &ConsentItem::part(ItemPart part) const
{
    switch (part) {
    case ItemPart::Title:
        return title;
    case ItemPart::Purpose:
        return purpose;
    case ItemPart::Data:
        return data;
    case ItemPart::Period:
        return period;
    case ItemPart::Right:
        return right;
    case ItemPart::Consequence:
        return consequence;
    case ItemPart::Recipient:
        return recipient;
    case ItemPart::RecipientPurpose:
        return recipientPurpose;
    case ItemPart::RecipientPeriod:
        return recipientPeriod;
    }
    Q_UNREACHABLE();
}

bool Condition::isEmpty() const
{
    return *this == Condition{};
}

Script::Parsed Script::read(const QByteArray &json)
{
    return ScriptReader::read(json);
}

Result<Script> Script::parse(const QByteArray &json)
{
    Parsed parsed = read(json);
    if (parsed.script)
        return std::move(*parsed.script);
    return invalid(Text::tr("The script has faults. Correct them and try again:") + u'\n' + joinedFaults(parsed.faults),
                   "script");
}

const ConsentItem *Script::item(QStringView code) const
{
    for (const ConsentItem &candidate : m_items) {
        if (candidate.code == code)
            return &candidate;
    }
    return nullptr;
}

int Script::clauseIndex(QStringView id) const
{
    for (std::size_t i = 0; i < m_clauses.size(); ++i) {
        if (m_clauses[i].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

const Clause *Script::clause(QStringView id) const
{
    const int index = clauseIndex(id);
    return index < 0 ? nullptr : &m_clauses[static_cast<std::size_t>(index)];
}

} // namespace consent::domain
