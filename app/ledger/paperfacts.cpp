#include "ledger/paperfacts.h"

#include "ledger/factreader_p.h"

using namespace Qt::StringLiterals;

namespace consent::ledger {

QJsonObject PaperIssued::toFacts() const
{
    QJsonObject facts{{u"number"_s, number}, {u"kind"_s, kind}, {u"sha256"_s, sha256}};
    if (request)
        facts.insert(u"request"_s, request->toString());
    if (about)
        facts.insert(u"about"_s, about->toString());
    return facts;
}

Result<PaperIssued> PaperIssued::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    PaperIssued issued;
    issued.number = in.code("number"_L1);
    issued.kind = in.code("kind"_L1);
    issued.sha256 = in.sha256("sha256"_L1);
    if (in.has("request"_L1))
        issued.request = in.id<RequestId>("request"_L1);
    if (in.has("about"_L1))
        issued.about = in.id<EventId>("about"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return issued;
}

} // namespace consent::ledger
