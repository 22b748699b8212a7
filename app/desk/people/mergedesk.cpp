#include "desk/people/mergedesk.h"

#include "desk/log/publishing.h"
#include "desk/people/subjectcards.h"
#include "desk/session/deskcore.h"
#include "ledger/eventtypes.h"
#include "ledger/mergeprojection.h"

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

namespace types = ledger::eventtypes;

/// The registration itself, not the person that it may be part of.
Result<cache::SubjectRecord> registration(OpenDesk &open, const SubjectId &subject)
{
    auto record = open.cache->subjects().find(subject);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorKind::NotFound,
                     MergeDesk::tr("One of the two is not on this desk. Search for it first, then compare again."),
                     u"registration not here"_s};
    return **std::move(record);
}

Result<MergeSide> sideOf(OpenDesk &open, const cache::SubjectRecord &record, const domain::Script *script,
                         const subjectcards::Asking &asking)
{
    MergeSide side;
    side.summary = subjectcards::summary(record.subject);
    side.registered = record.registered;
    side.lastContact = record.lastContact;
    side.hasEmail = !record.subject.email.isEmpty();
    side.hasGuardian = record.subject.guardian.has_value();
    const auto rows = open.cache->log().ofSubject(record.subject.id);
    if (!rows)
        return rows.error();
    side.contacts = int(rows->size());
    if (script == nullptr)
        return side;
    const auto statements = open.cache->states().ofSubject(record.subject.id);
    if (!statements)
        return statements.error();
    const auto kept = subjectcards::keptOf(open, record.subject.id);
    if (!kept)
        return kept.error();
    side.items = subjectcards::itemStates(*statements, *kept, *script, asking);
    return side;
}

/// What would count for both if they were merged now.
Result<std::vector<ledger::ConsentStatement>> together(OpenDesk &open, const SubjectId &one, const SubjectId &other,
                                                       UtcTime time)
{
    std::map<SubjectId, std::vector<ledger::ConsentStatement>> statements;
    for (const SubjectId &subject : {one, other}) {
        auto own = open.cache->states().ofSubject(subject);
        if (!own)
            return own.error();
        statements.emplace(subject, *std::move(own));
    }
    return ledger::foldMerged({one, {one, other}, {{one, other, time}}}, statements);
}

/// Later than everything that is known of both, whatever the PC's clock says: what was said before the merge lies
/// before it.
Result<std::optional<UtcTime>> latestOf(EventRecorder &recorder, const SubjectId &one, const SubjectId &other)
{
    const auto first = recorder.latestAbout(one);
    const auto second = recorder.latestAbout(other);
    if (!first || !second)
        return first ? second.error() : first.error();
    return std::max(*first, *second);
}

Result<void> recordAboutBoth(EventRecorder &recorder, QLatin1StringView type, const SubjectId &one,
                             const SubjectId &other, const QJsonObject &facts)
{
    for (const SubjectId &subject : {one, other}) {
        if (auto event = recorder.record(type, subject, facts); !event)
            return event.error();
    }
    return {};
}

} // namespace

MergeDesk::MergeDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

bool MergeDesk::mayDecide() const
{
    return may(m_core.user().roles, Right::MergeSubjects);
}

QFuture<Result<MergeOffers>> MergeDesk::offers()
{
    return m_core.read([this](OpenDesk &open) -> Result<MergeOffers> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed.error();
        const auto candidates = open.cache->candidates().open(mostOffers);
        const auto total = open.cache->candidates().openCount();
        if (!candidates || !total)
            return candidates ? total.error() : candidates.error();
        MergeOffers offers;
        offers.total = *total;
        for (const cache::MergeCandidate &candidate : *candidates) {
            const auto one = registration(open, candidate.one);
            const auto other = registration(open, candidate.other);
            if (!one || !other)
                return one ? other.error() : one.error();
            offers.offers.push_back(
                {subjectcards::summary(one->subject), subjectcards::summary(other->subject), candidate.likeness});
        }
        return offers;
    });
}

QFuture<Result<qint64>> MergeDesk::openCount()
{
    return m_core.read([this](OpenDesk &open) -> Result<qint64> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed.error();
        return open.cache->candidates().openCount();
    });
}

QFuture<Result<MergeComparison>> MergeDesk::compare(const SubjectId &one, const SubjectId &other)
{
    return m_core.write([this, one, other](OpenDesk &open, EventRecorder &) -> Result<MergeComparison> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed.error();
        const auto first = registration(open, one);
        const auto second = registration(open, other);
        if (!first || !second)
            return first ? second.error() : first.error();
        const auto script = publishing::newestScript(open);
        if (!script && script.error().kind != ErrorKind::NotFound)
            return script.error();
        const domain::Script *items = script ? &*script : nullptr;
        const subjectcards::Asking asking{m_core.clock().now(), m_core.organisation().reconfirmMonths};
        auto left = sideOf(open, *first, items, asking);
        auto right = sideOf(open, *second, items, asking);
        if (!left || !right)
            return left ? right.error() : left.error();
        MergeComparison comparison{*std::move(left), *std::move(right), {}, false, false, false};
        comparison.samePhone = first->subject.phone == second->subject.phone;
        comparison.sameName = first->subject.name == second->subject.name;
        comparison.sameBirthDate = first->subject.birthDate == second->subject.birthDate;
        if (items != nullptr) {
            const auto statements = together(open, one, other, asking.now);
            if (!statements)
                return statements.error();
            auto kept = subjectcards::keptOf(open, one);
            const auto keptByOther = subjectcards::keptOf(open, other);
            if (!kept || !keptByOther)
                return kept ? keptByOther.error() : kept.error();
            for (const auto &[item, at] : *keptByOther)
                (*kept)[item] = std::max((*kept)[item], at);
            comparison.together = subjectcards::itemStates(*statements, *kept, *items, asking);
        }
        for (const SubjectId &subject : {one, other}) {
            if (auto logged = open.cache->accessLog().append({m_core.clock().now(),
                                                              m_core.user().id,
                                                              m_core.profile().device(),
                                                              subject,
                                                              u"view.compare"_s,
                                                              {}});
                !logged)
                return logged.error();
        }
        return comparison;
    });
}

QFuture<Result<MergeId>> MergeDesk::merge(const SubjectId &into, const SubjectId &from)
{
    return m_core.write([this, into, from](OpenDesk &open, EventRecorder &recorder) -> Result<MergeId> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed.error();
        for (const SubjectId &subject : {into, from}) {
            if (const auto known = registration(open, subject); !known)
                return known.error();
        }
        const auto first = open.cache->merges().standing(into);
        const auto second = open.cache->merges().standing(from);
        if (!first || !second)
            return first ? second.error() : first.error();
        if (*first == *second)
            return Error{ErrorKind::Conflict, tr("These two are one person already."), u"merged already"_s};
        const auto latest = latestOf(recorder, into, from);
        if (!latest)
            return latest.error();
        UtcTime time = m_core.clock().now() - Milliseconds(open.skewMs);
        if (*latest && time <= **latest)
            time = **latest + Milliseconds(1);
        const ledger::SubjectMerged facts{MergeId::create(), into, from, time, *latest};
        if (auto recorded = recordAboutBoth(recorder, types::subjectMerged, into, from, facts.toFacts()); !recorded)
            return recorded.error();
        return facts.merge;
    });
}

QFuture<Result<void>> MergeDesk::keepApart(const SubjectId &one, const SubjectId &other)
{
    return m_core.write([this, one, other](OpenDesk &, EventRecorder &recorder) -> Result<void> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed;
        const auto latest = latestOf(recorder, one, other);
        if (!latest)
            return latest.error();
        const ledger::SubjectDistinct facts{one, other, *latest};
        return recordAboutBoth(recorder, types::subjectDistinct, one, other, facts.toFacts());
    });
}

QFuture<Result<std::vector<MergeView>>> MergeDesk::mergesOf(const SubjectId &subject)
{
    return m_core.read([this, subject](OpenDesk &open) -> Result<std::vector<MergeView>> {
        if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
            return allowed.error();
        auto merges = open.cache->merges().merges(subject);
        if (!merges)
            return merges.error();
        std::ranges::sort(*merges, {}, &ledger::Merge::time);
        std::vector<MergeView> views;
        for (const ledger::Merge &merge : *merges) {
            MergeView view{merge.id, {}, {}, merge.time};
            for (auto &[id, summary] : {std::tie(merge.into, view.into), std::tie(merge.from, view.from)}) {
                const auto record = open.cache->subjects().find(id);
                if (!record)
                    return record.error();
                summary.id = id;
                if (*record)
                    summary = subjectcards::summary((*record)->subject);
            }
            views.push_back(std::move(view));
        }
        return views;
    });
}

QFuture<Result<void>> MergeDesk::separate(const SubjectId &subject, const MergeId &merge)
{
    return m_core.write([this, subject, merge](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
        if (auto allowed = m_core.require(Right::MergeSubjects); !allowed)
            return allowed;
        const auto merges = open.cache->merges().merges(subject);
        if (!merges)
            return merges.error();
        const auto stands = std::ranges::find(*merges, merge, &ledger::Merge::id);
        if (stands == merges->end())
            return Error{ErrorKind::NotFound, tr("This merge was undone already."), u"merge does not stand"_s};
        const auto latest = latestOf(recorder, stands->into, stands->from);
        if (!latest)
            return latest.error();
        const ledger::SubjectSeparated facts{merge, *latest};
        return recordAboutBoth(recorder, types::subjectSeparated, stands->into, stands->from, facts.toFacts());
    });
}

} // namespace consent::desk
