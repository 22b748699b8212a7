#pragma once

#include "base/result.h"
#include "domain/codes.h"
#include "domain/consent.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace consent::domain {

/// One text in the languages of the script; an absent language is empty.
struct LocalText
{
    QString ko;
    QString en;

    const QString &in(Language language) const { return language == Language::Korean ? ko : en; }
    bool isEmpty() const { return ko.isEmpty() && en.isEmpty(); }
};

/// The unique identifiers of Enforcement Decree of PIPA 19.
enum class Identifier { ResidentNumber, Passport, DrivingLicence, AlienNumber };
template <>
inline constexpr auto codesOf<Identifier> = codes<Identifier>({{Identifier::ResidentNumber, "residentNumber"},
                                                               {Identifier::Passport, "passport"},
                                                               {Identifier::DrivingLicence, "drivingLicence"},
                                                               {Identifier::AlienNumber, "alienNumber"}});

/// The facts that PIPA 15(2) and 17(2) want told before an item is asked. In a text: {{item.purpose}},
/// {{item.recipientPeriod}}...
enum class ItemPart { Title, Purpose, Data, Period, Right, Consequence, Recipient, RecipientPurpose, RecipientPeriod };
template <>
inline constexpr auto codesOf<ItemPart> = codes<ItemPart>({{ItemPart::Title, "title"},
                                                           {ItemPart::Purpose, "purpose"},
                                                           {ItemPart::Data, "data"},
                                                           {ItemPart::Period, "period"},
                                                           {ItemPart::Right, "right"},
                                                           {ItemPart::Consequence, "consequence"},
                                                           {ItemPart::Recipient, "recipient"},
                                                           {ItemPart::RecipientPurpose, "recipientPurpose"},
                                                           {ItemPart::RecipientPeriod, "recipientPeriod"}});

/// What is asked for, with everything that the law wants told before (PIPA 15(2), 17(2)).
struct ConsentItem
{
    QString code; ///< stable, e.g. "marketing.use"
    ItemCategory category = ItemCategory::CollectionAndUse;
    bool mandatory = false;
    Channel channel = Channel::None; ///< for advertising
    bool night = false;              ///< advertising from 21:00 to 08:00 (Network Act 50(3))
    QString requires_; ///< code of the item that must have been granted before this is asked; may be empty
    std::vector<Identifier> identifiers;
    LocalText title;
    LocalText purpose;
    LocalText data; ///< the items of personal data
    LocalText period;
    LocalText right;            ///< the right to refuse
    LocalText consequence;      ///< what refusing means
    LocalText recipient;        ///< third-party provision only
    LocalText recipientPurpose; ///< third-party provision only
    LocalText recipientPeriod;  ///< third-party provision only

    const LocalText &part(ItemPart part) const;
};

/// A condition of a branch or of a paragraph; unset members don't matter, set ones must all hold.
struct Condition
{
    std::optional<CaptureMethod> method;
    std::optional<bool> secondCall;
    std::optional<bool> under14;
    std::optional<bool> identifiers; ///< whether unique identifiers will be taken in this contact
    std::optional<bool> optedOut;    ///< whether the person said in this contact that they want no advertising
    QString answerTo;                ///< code of an item or question; empty: no condition on an answer
    bool answerYes = false;

    bool isEmpty() const;
    friend bool operator==(const Condition &, const Condition &) = default;
};

/// One paragraph of a clause, in one language.
struct Paragraph
{
    QString text;           ///< with placeholders: {{name|은는}}
    bool adaptable = false; ///< may be said in other words; else it is to be said as it stands
    Condition when;
};

struct Branch
{
    Condition when;
    QString to; ///< id of a clause
};

enum class ClauseKind {
    Say,    ///< to be said (greeting, closing)
    Inform, ///< tells what the law wants told
    Ask     ///< waits for yes or no
};

/// What a clause does for the law, as far as the text can't show it.
enum class ClauseRole {
    None,
    Opening,        ///< says that it is a sale, who calls and what for
    Identification, ///< asks whether this is the person
    GuardianCheck,  ///< asks whether the guardian was verified by a listed method
    WebAddress,     ///< tells the address where the content can be read (method 3)
    WebConfirmed,   ///< asks whether it was read there (method 3, second call)
    Consignment,    ///< tells who processes on the company's behalf (PIPA 26)
    Summary,        ///< reads the answers back
    Rights          ///< tells of the rights and how to opt out
};

template <>
inline constexpr auto codesOf<ClauseKind> =
    codes<ClauseKind>({{ClauseKind::Say, "say"}, {ClauseKind::Inform, "inform"}, {ClauseKind::Ask, "ask"}});
template <>
inline constexpr auto codesOf<ClauseRole> = codes<ClauseRole>({{ClauseRole::None, "none"},
                                                               {ClauseRole::Opening, "opening"},
                                                               {ClauseRole::Identification, "identification"},
                                                               {ClauseRole::GuardianCheck, "guardianCheck"},
                                                               {ClauseRole::WebAddress, "webAddress"},
                                                               {ClauseRole::WebConfirmed, "webConfirmed"},
                                                               {ClauseRole::Consignment, "consignment"},
                                                               {ClauseRole::Summary, "summary"},
                                                               {ClauseRole::Rights, "rights"}});

struct Clause
{
    QString id;
    ClauseKind kind = ClauseKind::Say;
    ClauseRole role = ClauseRole::None;
    LocalText title;
    std::vector<Paragraph> ko;
    std::vector<Paragraph> en;
    QString item;             ///< Ask: the item that is asked. Inform: the item that is told of. May be empty.
    QString question;         ///< Ask without an item: the code under which yes or no is kept.
    std::vector<Branch> next; ///< in order; the first that holds is taken
    std::optional<ContactOutcome> ends; ///< set: the contact ends after this clause

    const std::vector<Paragraph> &paragraphs(Language language) const { return language == Language::Korean ? ko : en; }
    /// The code under which the answer is kept; empty unless the clause asks.
    const QString &answerCode() const { return item.isEmpty() || kind != ClauseKind::Ask ? question : item; }
};

/// One fault of a script: where, and what to do about it.
struct ScriptFault
{
    QString path; ///< "/clauses/4/next/0/to"
    QString message;

    friend bool operator==(const ScriptFault &, const ScriptFault &) = default;
};

class Organisation;

/// A consent script: an immutable version of what agents read. Data, not code; format:
/// resources/schema/script.schema.json.
class Script
{
public:
    static constexpr qsizetype maxBytes = 1024 * 1024;

    /// Reads and checks the form of a script. Every fault is found in one go.
    struct Parsed;
    static Parsed read(const QByteArray &json);
    /// The same for callers that want one outcome: the faults are lines of the message.
    static Result<Script> parse(const QByteArray &json);

    const QString &code() const noexcept { return m_code; }
    int version() const noexcept { return m_version; }
    const LocalText &title() const noexcept { return m_title; }
    const std::vector<Language> &languages() const noexcept { return m_languages; }
    const std::vector<CaptureMethod> &methods() const noexcept { return m_methods; }
    bool isSale() const noexcept { return m_sale; } ///< telemarketing: the opening has to say so
    const std::vector<ConsentItem> &items() const noexcept { return m_items; }
    const std::vector<Clause> &clauses() const noexcept { return m_clauses; }
    const QString &start() const noexcept { return m_start; }

    const ConsentItem *item(QStringView code) const; ///< owned by this; null if there is none
    const Clause *clause(QStringView id) const;      ///< owned by this; null if there is none
    int clauseIndex(QStringView id) const;           ///< -1 if there is none

private:
    friend class ScriptReader;

    QString m_code;
    int m_version = 0;
    LocalText m_title;
    std::vector<Language> m_languages;
    std::vector<CaptureMethod> m_methods;
    bool m_sale = false;
    std::vector<ConsentItem> m_items;
    std::vector<Clause> m_clauses;
    QString m_start;
};

struct Script::Parsed
{
    std::optional<Script> script; ///< set exactly when there is no fault
    std::vector<ScriptFault> faults;
};

} // namespace consent::domain
