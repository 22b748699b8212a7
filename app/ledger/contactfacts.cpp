#include "ledger/contactfacts.h"

#include "ledger/factreader_p.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace consent::ledger {

QJsonObject ProvisionMade::toFacts() const
{
    QJsonObject facts{
        {u"provision"_s, provision.toString()},          {u"recipient"_s, recipient},         {u"purpose"_s, purpose},
        {u"items"_s, QJsonArray::fromStringList(items)}, {u"basis"_s, domain::toCode(basis)},
    };
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ProvisionMade> ProvisionMade::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ProvisionMade made;
    made.provision = in.id<ProvisionId>("provision"_L1);
    made.recipient = in.code("recipient"_L1);
    made.purpose = in.code("purpose"_L1);
    made.items = in.codes("items"_L1);
    made.basis = in.value<domain::ProvisionBasis>("basis"_L1);
    made.after = in.after();
    if (made.items.isEmpty())
        in.fail("items"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return made;
}

QJsonObject ProvisionCorrected::toFacts() const
{
    QJsonObject facts{{u"provision"_s, provision.toString()}, {u"request"_s, request}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ProvisionCorrected> ProvisionCorrected::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ProvisionCorrected corrected;
    corrected.provision = in.id<ProvisionId>("provision"_L1);
    corrected.request = in.code("request"_L1);
    corrected.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return corrected;
}

QJsonObject ResultTold::toFacts() const
{
    QJsonObject facts{{u"about"_s, about.toString()}, {u"channel"_s, domain::toCode(channel)}, {u"told"_s, toMs(told)}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ResultTold> ResultTold::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ResultTold result;
    result.about = in.id<EventId>("about"_L1);
    result.channel = in.value<domain::ToldBy>("channel"_L1);
    result.told = in.time("told"_L1);
    result.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return result;
}

QJsonObject ConsentReconfirmed::toFacts() const
{
    QJsonObject facts{
        {u"items"_s, QJsonArray::fromStringList(items)},
        {u"outcome"_s, domain::toCode(outcome)},
        {u"keeps"_s, keeps},
        {u"batch"_s, batch},
    };
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ConsentReconfirmed> ConsentReconfirmed::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ConsentReconfirmed again;
    again.items = in.codes("items"_L1);
    again.outcome = in.value<domain::Reconfirmation>("outcome"_L1);
    again.keeps = in.flag("keeps"_L1);
    again.batch = in.code("batch"_L1, true);
    again.after = in.after();
    if (again.items.isEmpty())
        in.fail("items"_L1);
    if ((again.outcome == domain::Reconfirmation::Kept && !again.keeps) ||
        (again.outcome == domain::Reconfirmation::Ended && again.keeps))
        in.fail("keeps"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return again;
}

QJsonObject ConsentMistaken::toFacts() const
{
    QJsonObject facts{{u"mistaken"_s, mistaken.toString()}, {u"reason"_s, domain::toCode(reason)}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<ConsentMistaken> ConsentMistaken::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    ConsentMistaken mistake;
    mistake.mistaken = in.id<EventId>("mistaken"_L1);
    mistake.reason = in.value<domain::MistakeReason>("reason"_L1);
    mistake.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return mistake;
}

QJsonObject GuardianLinked::toFacts() const
{
    QJsonObject facts{{u"method"_s, method}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<GuardianLinked> GuardianLinked::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    GuardianLinked linked;
    linked.method = in.code("method"_L1);
    linked.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return linked;
}

} // namespace consent::ledger
