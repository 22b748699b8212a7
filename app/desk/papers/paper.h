#pragma once

#include "base/result.h"
#include "domain/codes.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace consent::desk {

/// What the company gives a person in writing about their data.
enum class PaperKind {
    ProofOfAccess,    ///< 열람증명서: that the person's data was shown, and when.
    AccessAnswer,     ///< The answer to an access request: the five items of Enforcement Decree of PIPA 41(1).
    Refusal,          ///< With its reason and the way to object (PIPA 38(5)).
    Deferral,         ///< Why it takes longer, until when, and the way to object.
    ResultNotice,     ///< What was done about a correction, erasure, suspension, withdrawal or leaving.
    AdvertisingResult ///< The outcome of an advertising consent, refusal or withdrawal (Network Act 50(7)).
};
/// The word for people, in the language of the program.
QString label(PaperKind value);

/// One line of a paper: what it is, and what it says. A value may have several lines.
struct PaperLine
{
    QString name;
    QString value;

    friend bool operator==(const PaperLine &, const PaperLine &) = default;
};

/// Rows have as many cells as the header.
struct PaperTable
{
    QStringList header;
    std::vector<QStringList> rows;

    friend bool operator==(const PaperTable &, const PaperTable &) = default;
};

/// A part of a paper under one heading, printed in the order of its members; empty ones are left out.
struct PaperPart
{
    QString heading;
    QStringList paragraphs;
    std::vector<PaperLine> rows;
    PaperTable table;
    QStringList remarks; ///< Small, below.

    friend bool operator==(const PaperPart &, const PaperPart &) = default;
};

/// A paper, complete in its words. A value: what it says is decided when it is made, how it looks is the printer's.
struct Paper
{
    PaperKind kind = PaperKind::AccessAnswer;
    QString number; ///< Document number; empty while it is a draft.
    QDate issued;   ///< The date in Korea.
    QString title;
    QString addressee; ///< "홍길동 님"
    QStringList opening;
    std::vector<PaperPart> parts;
    QStringList closing;
    QString sender;                 ///< The company.
    std::vector<PaperLine> contact; ///< Who answers questions, and how to reach them.

    /// The sealed copy in the ledger: the same paper can be printed from it again.
    QJsonObject toJson() const;
    /// @return Damaged when a member is missing or of another type.
    static Result<Paper> fromJson(const QJsonObject &json);

    friend bool operator==(const Paper &, const Paper &) = default;
};

/// The paper as plain text for an e-mail, subject line first, then an empty line.
QString emailText(const Paper &paper);

} // namespace consent::desk

namespace consent::domain {

template <>
inline constexpr auto codesOf<desk::PaperKind> = codes<desk::PaperKind>({
    {desk::PaperKind::ProofOfAccess, "proofOfAccess"},
    {desk::PaperKind::AccessAnswer, "accessAnswer"},
    {desk::PaperKind::Refusal, "refusal"},
    {desk::PaperKind::Deferral, "deferral"},
    {desk::PaperKind::ResultNotice, "resultNotice"},
    {desk::PaperKind::AdvertisingResult, "advertisingResult"},
});

} // namespace consent::domain
