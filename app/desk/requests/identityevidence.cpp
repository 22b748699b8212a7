#include "desk/requests/identityevidence.h"

#include "domain/invalid.h"
#include "domain/requestchecklist.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::identityevidence {

using namespace Qt::StringLiterals;
using domain::DocumentKind;
using domain::IdentityMethod;
using domain::RequestPaper;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(IdentityEvidence)
};

/// A resident number is kept, even masked, only where a statute asks for it (PIPA 24-2). The others are kept masked.
bool mayKeep(const RequestContext &context, DocumentKind kind)
{
    return kind != DocumentKind::ResidentRegistration ||
           context.organisation.statuteFor(domain::Identifier::ResidentNumber) != nullptr;
}

bool hasDocument(IdentityMethod method)
{
    return method == IdentityMethod::DocumentSeen || method == IdentityMethod::DocumentCopy;
}

Result<void> checkPapers(const ledger::RequestOpened &request, const std::vector<RequestPaper> &papers)
{
    const auto missing =
        domain::missingPapers(domain::papersFor(request.kind, request.requester, request.channel), papers);
    if (missing.empty())
        return {};
    QStringList names;
    for (const domain::PaperNeed &need : missing)
        names.append(domain::paperList(need));
    return domain::invalid(Text::tr("Still missing: %1. Ask for it before going on.").arg(names.join(u", "_s)),
                           "papers missing");
}

} // namespace

Result<Evidence> of(const RequestContext &context, const ledger::RequestOpened &request, bool linkedGuardian,
                    const IdentityInput &input)
{
    Evidence evidence;
    evidence.facts.method = input.method;
    evidence.facts.outcome = input.outcome;
    evidence.facts.papers = input.papers;
    if (hasDocument(input.method)) {
        if (!input.document)
            return domain::invalid(Text::tr("Choose which document it was."), "no document");
        evidence.facts.document = input.document;
    }
    if (input.method == IdentityMethod::LinkedGuardian &&
        (request.requester != domain::Requester::Guardian || !linkedGuardian))
        return domain::invalid(Text::tr("No guardian of this person was verified before."), "no linked guardian");
    if (input.method == IdentityMethod::PhoneQuestions && input.answers.trimmed().isEmpty())
        return domain::invalid(Text::tr("Enter which questions were asked. The answers are not kept."), "no questions");
    if (input.outcome == domain::IdentityOutcome::Passed) {
        std::vector<RequestPaper> present = input.papers;
        if (linkedGuardian)
            present.push_back(RequestPaper::FamilyProof);
        if (auto complete = checkPapers(request, present); !complete)
            return complete.error();
    }
    if (input.document && !input.documentNumber.trimmed().isEmpty()) {
        const auto check = domain::checkDocument(*input.document, input.documentNumber, context.today());
        if (check.verdict == domain::DocumentCheck::Verdict::Impossible)
            return domain::invalid(check.reason, "document number");
        if (mayKeep(context, *input.document))
            evidence.personal.insert(u"masked"_s, check.masked);
    }
    if (!input.answers.trimmed().isEmpty())
        evidence.personal.insert(u"questions"_s, input.answers.trimmed().left(1000));
    if (!input.note.trimmed().isEmpty())
        evidence.personal.insert(u"note"_s, input.note.trimmed().left(4000));
    return evidence;
}

DocumentHelp help(const RequestContext &context, DocumentKind kind, const QString &number)
{
    DocumentHelp help{domain::checkDocument(kind, number, context.today()), {}, mayKeep(context, kind)};
    help.sentence = help.check.reason;
    return help;
}

Result<void> requireAskable(const RequestContext &context, const AuthenticityInput &input)
{
    const auto check = domain::checkDocument(input.document, input.number, context.today());
    if (check.verdict == domain::DocumentCheck::Verdict::Impossible)
        return domain::invalid(check.reason, "document number");
    if (!mayKeep(context, input.document)) {
        return Error{ErrorKind::NotAllowed,
                     Text::tr("No law is named in the organisation file on which a resident number may be processed. "
                              "Ask for a driving licence or passport, or look at the card only."),
                     u"no statute"_s};
    }
    return {};
}

ProvisionFacts provisionOf(const AuthenticityInput &input)
{
    ProvisionFacts facts{
        u"police"_s, u"identityDocument"_s, {u"name"_s, u"documentContent"_s}, domain::ProvisionBasis::Consent};
    if (input.document == DocumentKind::Passport)
        facts.items.append(u"passportNumber"_s);
    if (input.document == DocumentKind::ResidentRegistration)
        facts.items.append(u"residentNumber"_s);
    return facts;
}

} // namespace consent::desk::identityevidence
