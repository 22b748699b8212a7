#include "ledger/mergefacts.h"

#include "ledger/factreader_p.h"

using namespace Qt::StringLiterals;

namespace consent::ledger {

QJsonObject SubjectMerged::toFacts() const
{
    QJsonObject facts{{u"merge"_s, merge.toString()},
                      {u"into"_s, into.toString()},
                      {u"from"_s, from.toString()},
                      {u"time"_s, toMs(time)}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<SubjectMerged> SubjectMerged::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    SubjectMerged merged;
    merged.merge = in.id<MergeId>("merge"_L1);
    merged.into = in.id<SubjectId>("into"_L1);
    merged.from = in.id<SubjectId>("from"_L1);
    merged.time = in.time("time"_L1);
    merged.after = in.after();
    if (merged.into == merged.from)
        in.fail("from"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return merged;
}

QJsonObject SubjectSeparated::toFacts() const
{
    QJsonObject facts{{u"merge"_s, merge.toString()}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<SubjectSeparated> SubjectSeparated::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    SubjectSeparated separated;
    separated.merge = in.id<MergeId>("merge"_L1);
    separated.after = in.after();
    if (!in.wrong().isEmpty())
        return in.error();
    return separated;
}

QJsonObject SubjectDistinct::toFacts() const
{
    QJsonObject facts{{u"one"_s, one.toString()}, {u"other"_s, other.toString()}};
    insertFact(facts, u"after"_s, after);
    return facts;
}

Result<SubjectDistinct> SubjectDistinct::fromFacts(const QJsonObject &facts)
{
    FactReader in(facts);
    SubjectDistinct distinct;
    distinct.one = in.id<SubjectId>("one"_L1);
    distinct.other = in.id<SubjectId>("other"_L1);
    distinct.after = in.after();
    if (distinct.one == distinct.other)
        in.fail("other"_L1);
    if (!in.wrong().isEmpty())
        return in.error();
    return distinct;
}

} // namespace consent::ledger
