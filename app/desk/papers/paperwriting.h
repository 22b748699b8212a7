#pragma once

#include "desk/papers/paper.h"
#include "domain/organisation.h"

#include <QDate>
#include <QString>

#include <vector>

/// Writing the papers: what each says, from facts. No I/O; the language is that of the program. Any thread.
namespace consent::desk::paperwriting {

/// What stands on every paper.
struct Head
{
    const domain::Organisation &organisation; ///< Outlives the call.
    domain::Language language = domain::Language::Korean;
    QString number; ///< Empty for a draft.
    QDate issued;   ///< The date in Korea.
    QString subjectName;
    QString maskedPhone; ///< "010-****-1234": no paper needs the whole number except the answer to an access request.
};

/// The request that a paper answers, in words.
struct Case
{
    QString kind;      ///< "열람"
    QString channel;   ///< "전화"
    QString requester; ///< "본인", "법정대리인 (홍*순)"
    QDate received;
    QString identity; ///< How it was made sure who asks; empty: not said.
};

/// One purpose that the person's data is used for.
struct Use
{
    QString title;
    QString purpose;
    QString period;
};
struct Provision
{
    QDate at;
    QString recipient;
    QString purpose;
    QString items;
};
/// Where one consent stands.
struct Consent
{
    QString title;
    QString status; ///< In words.
    QString since;  ///< Date and time in Korea; empty when it was never asked.
    QString how;    ///< Method, in words.
    QString receipt;
};

/// The five items of Enforcement Decree of PIPA 41(1).
struct Access
{
    std::vector<PaperLine> data;       ///< 1. Each item of personal data with its content.
    std::vector<Use> uses;             ///< 2. Purposes, 3. retention.
    std::vector<Provision> provisions; ///< 4.
    std::vector<Consent> consents;     ///< 5.
    QString notice;                    ///< The notice by which consent was last given; may be empty.
};

/// What was done about a request.
struct Done
{
    QDate at;
    QStringList what;           ///< Sentences.
    PaperTable changes;         ///< Field, before, after, masked; without rows where nothing was corrected.
    QStringList recipientsTold; ///< Names of those who had got the data and were told.
    QString kept;               ///< What a statute still keeps, and how long; may be empty.
};

/// One declared will about advertising.
struct Advertising
{
    QString fact;  ///< "수신동의", "수신거부", "수신동의 철회"
    QString scope; ///< "문자, 전화"
    QDate declared;
    QString outcome; ///< "처리 완료"
    bool granted = false;
};

Paper accessAnswer(const Head &head, const Case &request, const Access &access);
/// @param answer the number of the answer that was shown; may be empty
Paper proofOfAccess(const Head &head, const Case &request, QDate shown, const QString &answer,
                    const QStringList &items);
/// @param reason why, as the law or the company has it; @param basis the provision of law, may be empty
Paper refusal(const Head &head, const Case &request, const QString &reason, const QString &basis);
Paper deferral(const Head &head, const Case &request, const QString &reason, QDate until);
Paper resultNotice(const Head &head, const Case &request, const Done &done);
Paper advertisingResult(const Head &head, const std::vector<Advertising> &declared);

} // namespace consent::desk::paperwriting
