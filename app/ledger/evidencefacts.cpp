#include "ledger/evidencefacts.h"

#include "ledger/factreader_p.h"

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

struct AboutToFacts
{
    void operator()(std::monostate /*the person*/) const {}
    void operator()(const EventId &id) const { facts.insert(u"event"_s, id.toString()); }
    void operator()(const RequestId &id) const { facts.insert(u"request"_s, id.toString()); }
    void operator()(const ContactId &id) const { facts.insert(u"contact"_s, id.toString()); }
    QJsonObject &facts;
};

EvidenceSubject aboutOf(FactReader &in)
{
    if (in.has("event"_L1))
        return in.id<EventId>("event"_L1);
    if (in.has("request"_L1))
        return in.id<RequestId>("request"_L1);
    if (in.has("contact"_L1))
        return in.id<ContactId>("contact"_L1);
    return {};
}

} // namespace

QJsonObject EvidenceAttached::toFacts() const
{
    QJsonObject facts{{u"sha256"_s, sha256},
                      {u"kind"_s, domain::toCode(kind)},
                      {u"mediaType"_s, domain::toCode(mediaType)},
                      {u"bytes"_s, bytes},
                      {u"interrupted"_s, interrupted}};
    std::visit(AboutToFacts{facts}, about);
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<EvidenceAttached> EvidenceAttached::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    EvidenceAttached attached;
    attached.sha256 = in.sha256("sha256"_L1);
    attached.kind = in.value<domain::EvidenceKind>("kind"_L1);
    attached.mediaType = in.value<domain::EvidenceMedia>("mediaType"_L1);
    attached.bytes = in.integer("bytes"_L1, 1, mostBytes);
    attached.about = aboutOf(in);
    attached.interrupted = in.flag("interrupted"_L1);
    attached.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return attached;
}

QJsonObject EvidenceSealed::toJson() const
{
    QJsonObject personal{{u"sha256"_s, sha256}, {u"bytes"_s, bytes}};
    if (!name.isEmpty())
        personal.insert(u"name"_s, name);
    return personal;
}

Result<EvidenceSealed> EvidenceSealed::fromJson(const QJsonObject &personal)
{
    FactReader in(personal);
    EvidenceSealed read;
    read.sha256 = in.sha256("sha256"_L1);
    read.bytes = in.integer("bytes"_L1, 0, EvidenceAttached::mostBytes);
    if (!in.wrong().isEmpty())
        return in.error();
    read.name = personal.value("name"_L1).toString();
    return read;
}

} // namespace consent::ledger
