#include "desk/papers/paperchoices.h"

#include "domain/phone.h"
#include "domain/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;
using domain::RefusalGround;
using domain::RequestKind;
using domain::RequestOutcome;
using domain::RequestState;
using domain::SubjectField;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperChoices)
};

bool isAccess(RequestKind kind)
{
    return kind == RequestKind::Access || kind == RequestKind::ProofOfAccess;
}

bool verified(const RequestView &request)
{
    return std::ranges::any_of(
        request.checks, [](const IdentityCheckRow &check) { return check.outcome == domain::IdentityOutcome::Passed; });
}

bool done(const RequestSummary &request)
{
    return request.state == RequestState::Fulfilled ||
           (request.state == RequestState::Closed && request.outcome == RequestOutcome::Done);
}

bool refused(const RequestSummary &request)
{
    return request.state == RequestState::Refused ||
           (request.state == RequestState::Closed && request.outcome == RequestOutcome::Refused);
}

PaperChoice choice(PaperKind kind, bool allowed, const QString &why)
{
    return {kind, allowed, allowed ? QString() : why};
}

PaperChoice accessChoice(PaperKind kind, const RequestView &request)
{
    if (request.personFrozen)
        return choice(kind, false, Words::tr("While a correction is open the data is not given out."));
    return choice(kind, verified(request) && !refused(request.summary),
                  Words::tr("First make sure who asks: data is given to nobody else."));
}

/// As much of a value as it takes to know it again.
QString masked(SubjectField field, const QString &value)
{
    switch (field) {
    case SubjectField::Phone:
    case SubjectField::GuardianPhone:
        return value.contains(u'*') ? value : domain::maskedPhone(value);
    case SubjectField::Email:
        if (const auto address = domain::EmailAddress::parse(value))
            return address->masked();
        return value;
    case SubjectField::Name:
    case SubjectField::BirthDate:
    case SubjectField::GuardianName:
    case SubjectField::GuardianRelation:
        break;
    }
    return value;
}

paperwriting::Case caseOf(const RequestView &request)
{
    paperwriting::Case result;
    result.kind = domain::label(request.summary.kind);
    result.channel = domain::label(request.summary.channel);
    result.requester = domain::label(request.summary.requester);
    if (!request.requesterName.isEmpty())
        result.requester = u"%1 (%2)"_s.arg(result.requester, domain::maskedName(request.requesterName));
    result.received = koreanDate(request.summary.received);
    for (const IdentityCheckRow &check : request.checks) {
        if (check.outcome == domain::IdentityOutcome::Passed)
            result.identity = domain::label(check.method);
    }
    return result;
}

paperwriting::Access accessOf(const RequestAnswer &answer)
{
    paperwriting::Access access;
    for (const RequestAnswer::Held &held : answer.held)
        access.data.push_back({held.title, held.value});
    for (const RequestAnswer::Purpose &purpose : answer.purposes) {
        if (purpose.status == domain::ConsentStatus::Granted)
            access.uses.push_back({purpose.title, purpose.purpose, purpose.period});
        paperwriting::Consent consent{purpose.title, domain::label(purpose.status), {}, {}, {}};
        if (purpose.since) {
            consent.since = koreanTimestamp(*purpose.since);
            const auto contact = std::ranges::find_if(
                answer.contacts, [&purpose](const RequestAnswer::Contact &one) { return one.at == *purpose.since; });
            if (contact != answer.contacts.end()) {
                consent.how = contact->method;
                consent.receipt = contact->receipt;
            }
        }
        access.consents.push_back(std::move(consent));
    }
    for (const RequestAnswer::Provision &provision : answer.provisions)
        access.provisions.push_back(
            {koreanDate(provision.at), provision.recipient, provision.purpose, provision.items});
    return access;
}

/// On which provision of the law a ground stands; empty where it stands on none.
QString basisOf(RequestKind kind, RefusalGround ground)
{
    const bool byLaw = ground == RefusalGround::ForbiddenByLaw || ground == RefusalGround::HarmsOthers ||
                       ground == RefusalGround::LegalObligation || ground == RefusalGround::ContractImpossible;
    if (!byLaw)
        return {};
    switch (kind) {
    case RequestKind::Access:
    case RequestKind::ProofOfAccess:
        return Words::tr("Personal Information Protection Act, article 35(4)");
    case RequestKind::Correction:
    case RequestKind::Erasure:
        return Words::tr("Personal Information Protection Act, article 36(1)");
    case RequestKind::Suspension:
    case RequestKind::Withdrawal:
    case RequestKind::Leaving:
        return Words::tr("Personal Information Protection Act, article 37(2)");
    }
    return {};
}

QString doneSentence(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Access:
    case RequestKind::ProofOfAccess:
        return Words::tr("Your data was shown to you.");
    case RequestKind::Correction:
        return Words::tr("The items that you named were corrected.");
    case RequestKind::Erasure:
        return Words::tr("The data that you named was erased beyond recovery.");
    case RequestKind::Suspension:
        return Words::tr("The processing of your data was suspended; it is neither used nor provided.");
    case RequestKind::Withdrawal:
        return Words::tr("Your consent was withdrawn and no longer counts.");
    case RequestKind::Leaving:
        return Words::tr("Your membership was ended.");
    }
    return {};
}

paperwriting::Done doneOf(const RequestView &request, const domain::Organisation &organisation, QDate today)
{
    paperwriting::Done result;
    result.at = today;
    for (const RequestTimelineEntry &entry : request.timeline) {
        if (!entry.conflict)
            result.at = koreanDate(entry.at);
    }
    result.what = {doneSentence(request.summary.kind)};
    if (!request.changes.empty()) {
        result.changes.header = {Words::tr("Item"), Words::tr("Before"), Words::tr("After")};
        for (const WantedChange &change : request.changes)
            result.changes.rows.push_back(
                {domain::label(change.field), masked(change.field, change.before), masked(change.field, change.after)});
    }
    for (const RecipientTask &task : request.recipients) {
        if (task.told && !result.recipientsTold.contains(task.recipient))
            result.recipientsTold += task.recipient;
    }
    if (request.summary.kind == RequestKind::Leaving)
        result.kept = Words::tr("What was collected for the membership is kept apart for %1 months and then destroyed; "
                                "records that a statute keeps longer are destroyed at the end of that time.")
                          .arg(organisation.keepAfterLeavingMonths);
    else if (request.summary.kind == RequestKind::Erasure)
        result.kept = Words::tr("Records that a statute keeps are kept apart for that time only, used for nothing "
                                "else, and then destroyed.");
    return result;
}

} // namespace

std::vector<PaperChoice> paperChoices(const RequestView &request)
{
    const RequestSummary &summary = request.summary;
    std::vector<PaperChoice> choices;
    if (isAccess(summary.kind)) {
        choices.push_back(accessChoice(PaperKind::AccessAnswer, request));
        choices.push_back(accessChoice(PaperKind::ProofOfAccess, request));
        if (summary.kind == RequestKind::ProofOfAccess)
            std::swap(choices[0], choices[1]);
    } else {
        choices.push_back(choice(PaperKind::ResultNotice, done(summary), Words::tr("First carry the request out.")));
    }
    const bool waits = domain::isUndecided(summary.state) &&
                       (!request.deferralReason.isEmpty() || summary.state == RequestState::AwaitingPapers);
    choices.push_back(choice(PaperKind::Deferral, waits, Words::tr("Nothing was deferred or extended.")));
    choices.push_back(choice(PaperKind::Refusal, refused(summary), Words::tr("The request was not refused.")));
    return choices;
}

bool needsAnswer(PaperKind kind)
{
    return kind == PaperKind::AccessAnswer || kind == PaperKind::ProofOfAccess;
}

Paper writePaper(PaperKind kind, const paperwriting::Head &head, const RequestView &request,
                 const std::optional<RequestAnswer> &answer, const QString &accessPaper)
{
    const paperwriting::Case about = caseOf(request);
    const RefusalGround ground = request.refusalGround.value_or(RefusalGround::Other);
    QStringList reason;
    switch (kind) {
    case PaperKind::AccessAnswer:
        return paperwriting::accessAnswer(head, about, accessOf(answer.value_or(RequestAnswer{})));
    case PaperKind::ProofOfAccess: {
        QStringList items;
        for (const RequestAnswer::Held &held : answer.value_or(RequestAnswer{}).held)
            items += held.title;
        return paperwriting::proofOfAccess(head, about, head.issued, accessPaper, items);
    }
    case PaperKind::Refusal:
        if (ground != RefusalGround::Other)
            reason += domain::label(ground);
        if (!request.refusalReason.isEmpty())
            reason += request.refusalReason;
        return paperwriting::refusal(head, about, reason.join(u'\n'), basisOf(request.summary.kind, ground));
    case PaperKind::Deferral:
        return paperwriting::deferral(head, about,
                                      request.deferralReason.isEmpty() ? request.missingPapers.join(u", "_s)
                                                                       : request.deferralReason,
                                      request.summary.clock.due);
    case PaperKind::ResultNotice:
    case PaperKind::AdvertisingResult: // made from an event, never from a request
        break;
    }
    return paperwriting::resultNotice(head, about, doneOf(request, head.organisation, head.issued));
}

} // namespace consent::desk
