#include "domain/requestchecklist.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestChecklist)
};

} // namespace

std::vector<PaperNeed> papersFor(RequestKind kind, Requester requester, RequestChannel channel)
{
    const bool byPhone = channel == RequestChannel::Phone;
    switch (requester) {
    case Requester::Self:
        // A proof of access is a paper for others to rely on: policy chapter 8 asks for the card or a copy of it.
        if (kind == RequestKind::ProofOfAccess)
            return {{{RequestPaper::OwnIdentity}}};
        return byPhone ? std::vector<PaperNeed>{{{RequestPaper::CallerQuestions, RequestPaper::OwnIdentity}}}
                       : std::vector<PaperNeed>{{{RequestPaper::OwnIdentity}}};
    case Requester::Guardian:
        if (byPhone && isWithoutDelay(kind))
            return {{{RequestPaper::FamilyProof}}, {{RequestPaper::CallerQuestions, RequestPaper::GuardianIdentity}}};
        return {{{RequestPaper::FamilyProof}}, {{RequestPaper::GuardianIdentity}}};
    case Requester::Agent:
        return {{{RequestPaper::Mandate}}, {{RequestPaper::SealCertificate}}, {{RequestPaper::AgentIdentity}}};
    }
    return {};
}

std::vector<PaperNeed> missingPapers(const std::vector<PaperNeed> &needs, const std::vector<RequestPaper> &present)
{
    std::vector<PaperNeed> missing;
    for (const PaperNeed &need : needs) {
        if (std::ranges::find_first_of(need.anyOf, present) == need.anyOf.end())
            missing.push_back(need);
    }
    return missing;
}

QString paperList(const PaperNeed &need)
{
    QStringList titles;
    for (const RequestPaper paper : need.anyOf)
        titles.append(label(paper));
    return titles.join(Text::tr(" or "));
}

QString paperHelp(RequestPaper paper)
{
    switch (paper) {
    case RequestPaper::OwnIdentity:
        return Text::tr("Resident card, passport or driving licence, or a copy of it with the number covered.");
    case RequestPaper::CallerQuestions:
        return Text::tr("Ask for two things that only the person knows, such as the last contact and the birth date.");
    case RequestPaper::FamilyProof:
        return Text::tr(
            "Family relation certificate, or a guardian whom we have verified before. Either parent may ask.");
    case RequestPaper::GuardianIdentity:
        return Text::tr("Identity document of the guardian.");
    case RequestPaper::Mandate:
        return Text::tr("Mandate that names the person, the agent and what is asked for.");
    case RequestPaper::SealCertificate:
        return Text::tr("Seal certificate of the person who gave the mandate; the seals must match.");
    case RequestPaper::AgentIdentity:
        return Text::tr("The agent's own identity document.");
    }
    return {};
}

} // namespace consent::domain
