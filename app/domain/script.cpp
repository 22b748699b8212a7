#include "domain/script.h"

#include "domain/invalid.h"
#include "domain/jsonreader.h"
#include "domain/scriptreader.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Script)
};

template <typename E, std::size_t N> using Codes = std::array<std::pair<E, const char *>, N>;

constexpr Codes<Identifier, 4> identifiers{{{Identifier::ResidentNumber, "residentNumber"},
                                            {Identifier::Passport, "passport"},
                                            {Identifier::DrivingLicence, "drivingLicence"},
                                            {Identifier::AlienNumber, "alienNumber"}}};
constexpr Codes<ItemPart, 9> parts{{{ItemPart::Title, "title"},
                                    {ItemPart::Purpose, "purpose"},
                                    {ItemPart::Data, "data"},
                                    {ItemPart::Period, "period"},
                                    {ItemPart::Right, "right"},
                                    {ItemPart::Consequence, "consequence"},
                                    {ItemPart::Recipient, "recipient"},
                                    {ItemPart::RecipientPurpose, "recipientPurpose"},
                                    {ItemPart::RecipientPeriod, "recipientPeriod"}}};
constexpr Codes<ClauseKind, 3> kinds{
    {{ClauseKind::Say, "say"}, {ClauseKind::Inform, "inform"}, {ClauseKind::Ask, "ask"}}};
constexpr Codes<ClauseRole, 9> roles{{{ClauseRole::None, "none"},
                                      {ClauseRole::Opening, "opening"},
                                      {ClauseRole::Identification, "identification"},
                                      {ClauseRole::GuardianCheck, "guardianCheck"},
                                      {ClauseRole::WebAddress, "webAddress"},
                                      {ClauseRole::WebConfirmed, "webConfirmed"},
                                      {ClauseRole::Consignment, "consignment"},
                                      {ClauseRole::Summary, "summary"},
                                      {ClauseRole::Rights, "rights"}}};

template <typename E, std::size_t N> QString codeOf(const Codes<E, N> &codes, E value)
{
    for (const auto &[candidate, code] : codes) {
        if (candidate == value)
            return QString::fromLatin1(code);
    }
    Q_UNREACHABLE();
}

template <typename E, std::size_t N> std::optional<E> valueOf(const Codes<E, N> &codes, QStringView text)
{
    for (const auto &[candidate, code] : codes) {
        if (text == QLatin1String(code))
            return candidate;
    }
    return std::nullopt;
}

} // namespace

QString toCode(Identifier value)
{
    return codeOf(identifiers, value);
}
QString toCode(ItemPart value)
{
    return codeOf(parts, value);
}
QString toCode(ClauseKind value)
{
    return codeOf(kinds, value);
}
QString toCode(ClauseRole value)
{
    return codeOf(roles, value);
}

template <> std::optional<Identifier> fromCode<Identifier>(QStringView code)
{
    return valueOf(identifiers, code);
}
template <> std::optional<ItemPart> fromCode<ItemPart>(QStringView code)
{
    return valueOf(parts, code);
}
template <> std::optional<ClauseKind> fromCode<ClauseKind>(QStringView code)
{
    return valueOf(kinds, code);
}
template <> std::optional<ClauseRole> fromCode<ClauseRole>(QStringView code)
{
    return valueOf(roles, code);
}

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
