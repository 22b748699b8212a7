#include "ledger/requestfacts.h"

#include "ledger/factreader_p.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

using domain::RequestStep;

bool isMoved(RequestStep step)
{
    switch (step) {
    case RequestStep::AskPapers:
    case RequestStep::PapersCame:
    case RequestStep::Pause:
    case RequestStep::Resume:
    case RequestStep::Extend:
    case RequestStep::Complete:
    case RequestStep::Refuse:
    case RequestStep::RecipientTold:
    case RequestStep::Object:
        return true;
    case RequestStep::VerifyIdentity:
    case RequestStep::TellResult:
    case RequestStep::Cancel:
    case RequestStep::Expire:
        return false;
    }
    Q_UNREACHABLE();
}

template <typename E> QJsonArray codesToJson(const std::vector<E> &values)
{
    QJsonArray array;
    for (const E value : values)
        array.append(domain::toCode(value));
    return array;
}

template <typename E> std::vector<E> readCodes(FactReader &in, QLatin1StringView name)
{
    std::vector<E> values;
    for (const QString &code : in.codes(name)) {
        if (const auto value = domain::fromCode<E>(code))
            values.push_back(*value);
        else
            in.fail(name);
    }
    return values;
}

template <typename T> QJsonArray idsToJson(const std::vector<T> &ids)
{
    QJsonArray array;
    for (const T &id : ids)
        array.append(id.toString());
    return array;
}

/// What is read by `read` when the member is there.
template <typename Read> auto optional(FactReader &in, QLatin1StringView name, Read read)
{
    return in.has(name) ? std::optional(read(in, name)) : std::nullopt;
}

template <typename T> Result<T> checked(const FactReader &in, T facts)
{
    if (!in.wrong().isEmpty())
        return in.error();
    return facts;
}

} // namespace

QJsonObject RequestOpened::toFacts() const
{
    QJsonObject facts{
        {u"request"_s, request.toString()},
        {u"kind"_s, domain::toCode(kind)},
        {u"by"_s, domain::toCode(channel)},
        {u"requester"_s, domain::toCode(requester)},
        {u"received"_s, toMs(received)},
        {u"dueDate"_s, dueDate.toString(Qt::ISODate)},
        {u"counting"_s, QJsonObject{{u"length"_s, counting.days},
                                    {u"days"_s, domain::toCode(counting.unit)},
                                    {u"firstDayCounts"_s, counting.firstDayCounts},
                                    {u"rollsOver"_s, counting.rollsOver}}},
        {u"items"_s, QJsonArray::fromStringList(items)},
        {u"fields"_s, QJsonArray::fromStringList(fields)},
    };
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<RequestOpened> RequestOpened::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    RequestOpened opened;
    opened.request = in.id<RequestId>("request"_L1);
    opened.kind = in.value<domain::RequestKind>("kind"_L1);
    opened.channel = in.value<domain::RequestChannel>("by"_L1);
    opened.requester = in.value<domain::Requester>("requester"_L1);
    opened.received = in.time("received"_L1);
    opened.dueDate = in.date("dueDate"_L1);
    FactReader counting = in.child("counting"_L1);
    opened.counting.days = int(counting.integer("length"_L1, 0, 366));
    opened.counting.unit = counting.value<domain::CountedDays>("days"_L1);
    opened.counting.firstDayCounts = counting.flag("firstDayCounts"_L1);
    opened.counting.rollsOver = counting.flag("rollsOver"_L1);
    in.absorb(counting, "counting"_L1);
    opened.items = in.codes("items"_L1);
    opened.fields = in.codes("fields"_L1);
    opened.after = in.after();
    return checked(in, opened);
}

QJsonObject RequestMoved::toFacts() const
{
    QJsonObject facts{{u"request"_s, request.toString()}, {u"step"_s, domain::toCode(step)}};
    if (!papers.empty())
        facts.insert(u"papers"_s, codesToJson(papers));
    if (days > 0)
        facts.insert(u"days"_s, days);
    if (ground)
        facts.insert(u"ground"_s, domain::toCode(*ground));
    if (!recipients.empty())
        facts.insert(u"recipients"_s, idsToJson(recipients));
    if (provision)
        facts.insert(u"provision"_s, provision->toString());
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<RequestMoved> RequestMoved::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    RequestMoved moved;
    moved.request = in.id<RequestId>("request"_L1);
    moved.step = in.value<RequestStep>("step"_L1);
    if (!isMoved(moved.step))
        in.fail("step"_L1);
    if (in.has("papers"_L1))
        moved.papers = readCodes<domain::RequestPaper>(in, "papers"_L1);
    if (moved.step == RequestStep::Extend)
        moved.days = int(in.integer("days"_L1, 1, mostDays));
    if (moved.step == RequestStep::Refuse)
        moved.ground = in.value<domain::RefusalGround>("ground"_L1);
    if (in.has("recipients"_L1))
        moved.recipients = in.ids<ProvisionId>("recipients"_L1);
    if (moved.step == RequestStep::RecipientTold)
        moved.provision = in.id<ProvisionId>("provision"_L1);
    moved.after = in.after();
    return checked(in, moved);
}

QJsonObject RequestClosed::toFacts() const
{
    QJsonObject facts{{u"request"_s, request.toString()}, {u"outcome"_s, domain::toCode(outcome)}};
    if (told)
        facts.insert(u"told"_s, domain::toCode(*told));
    if (!document.isEmpty()) {
        facts.insert(u"document"_s, document);
        facts.insert(u"sha256"_s, sha256);
    }
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<RequestClosed> RequestClosed::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    RequestClosed closed;
    closed.request = in.id<RequestId>("request"_L1);
    closed.outcome = in.value<domain::RequestOutcome>("outcome"_L1);
    const bool decided =
        closed.outcome == domain::RequestOutcome::Done || closed.outcome == domain::RequestOutcome::Refused;
    if (decided)
        closed.told = in.value<domain::RequestChannel>("told"_L1);
    if (in.has("document"_L1)) {
        closed.document = in.code("document"_L1);
        closed.sha256 = in.sha256("sha256"_L1);
    }
    closed.after = in.after();
    return checked(in, closed);
}

QJsonObject IdentityChecked::toFacts() const
{
    QJsonObject facts{{u"method"_s, domain::toCode(method)},
                      {u"papers"_s, codesToJson(papers)},
                      {u"outcome"_s, domain::toCode(outcome)}};
    if (request)
        facts.insert(u"request"_s, request->toString());
    if (contact)
        facts.insert(u"contact"_s, contact->toString());
    if (document)
        facts.insert(u"document"_s, domain::toCode(*document));
    if (provision)
        facts.insert(u"provision"_s, provision->toString());
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<IdentityChecked> IdentityChecked::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    IdentityChecked identity;
    identity.request =
        optional(in, "request"_L1, [](FactReader &reader, auto name) { return reader.id<RequestId>(name); });
    identity.contact =
        optional(in, "contact"_L1, [](FactReader &reader, auto name) { return reader.id<ContactId>(name); });
    if (identity.request.has_value() == identity.contact.has_value())
        in.fail("request"_L1);
    identity.method = in.value<domain::IdentityMethod>("method"_L1);
    identity.document = optional(
        in, "document"_L1, [](FactReader &reader, auto name) { return reader.value<domain::DocumentKind>(name); });
    identity.papers = readCodes<domain::RequestPaper>(in, "papers"_L1);
    identity.outcome = in.value<domain::IdentityOutcome>("outcome"_L1);
    identity.provision =
        optional(in, "provision"_L1, [](FactReader &reader, auto name) { return reader.id<ProvisionId>(name); });
    identity.after = in.after();
    return checked(in, identity);
}

QJsonObject SubjectFreeze::toFacts() const
{
    QJsonObject facts{{u"request"_s, request.toString()}, {u"kind"_s, domain::toCode(kind)}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<SubjectFreeze> SubjectFreeze::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    SubjectFreeze freeze;
    freeze.request = in.id<RequestId>("request"_L1);
    freeze.kind = in.value<domain::RequestKind>("kind"_L1);
    if (freeze.kind != domain::RequestKind::Correction && freeze.kind != domain::RequestKind::Suspension &&
        freeze.kind != domain::RequestKind::Erasure)
        in.fail("kind"_L1);
    freeze.after = in.after();
    return checked(in, freeze);
}

} // namespace consent::ledger
