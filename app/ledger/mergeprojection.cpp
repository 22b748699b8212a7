#include "ledger/mergeprojection.h"

#include <algorithm>
#include <tuple>

namespace consent::ledger {

namespace {

using Scopes = std::map<QString, ConsentStatement>;

bool isYes(const ConsentStatement &statement)
{
    return statement.status == domain::ConsentStatus::Granted;
}

bool grantedBefore(const Scopes &part, UtcTime time)
{
    return std::ranges::any_of(part,
                               [time](const auto &entry) { return isYes(entry.second) && entry.second.time < time; });
}

void repeatEndings(Scopes &part, UtcTime time)
{
    for (auto &[scope, statement] : part) {
        if (isYes(statement) || statement.status == domain::ConsentStatus::None || statement.time >= time)
            continue;
        if (!statement.said)
            statement.said = statement.time;
        statement.time = time;
    }
}

void join(Scopes &into, const Scopes &from)
{
    for (const auto &[scope, statement] : from) {
        const auto [at, inserted] = into.try_emplace(scope, statement);
        if (!inserted && supersedes(statement, at->second))
            at->second = statement;
    }
}

} // namespace

std::vector<MergeGroup> mergeGroups(std::vector<Merge> merges)
{
    std::ranges::sort(merges, {}, [](const Merge &merge) { return std::tuple(merge.time, merge.id.toString()); });
    std::map<SubjectId, SubjectId> standing; // of everybody that was mentioned
    std::map<SubjectId, MergeGroup> groups;  // by the standing member
    for (const Merge &merge : merges) {
        const SubjectId into = standing.try_emplace(merge.into, merge.into).first->second;
        const SubjectId from = standing.try_emplace(merge.from, merge.from).first->second;
        if (into == from)
            continue;
        const auto partOf = [&groups](const SubjectId &stands) {
            const auto known = groups.find(stands);
            return known == groups.end() ? MergeGroup{stands, {stands}, {}} : known->second;
        };
        MergeGroup whole = partOf(into);
        const MergeGroup part = partOf(from);
        for (const SubjectId &member : part.members) {
            whole.members.push_back(member);
            standing[member] = into;
        }
        // Steps keep their order: parts of a group were whole before they became one.
        whole.steps.insert(whole.steps.end(), part.steps.begin(), part.steps.end());
        std::ranges::stable_sort(whole.steps, {}, &MergeStep::time);
        whole.steps.push_back({into, from, merge.time});
        groups.erase(from);
        groups[into] = std::move(whole);
    }
    std::vector<MergeGroup> result;
    for (auto &[stands, group] : groups) {
        std::sort(group.members.begin() + 1, group.members.end());
        result.push_back(std::move(group));
    }
    return result;
}

std::vector<ConsentStatement> foldMerged(const MergeGroup &group,
                                         const std::map<SubjectId, std::vector<ConsentStatement>> &statements)
{
    std::map<SubjectId, Scopes> parts;
    for (const SubjectId &member : group.members) {
        Scopes &scopes = parts[member];
        const auto own = statements.find(member);
        if (own == statements.end())
            continue;
        for (const ConsentStatement &statement : own->second)
            join(scopes, {{statement.scope, statement}});
    }
    for (const MergeStep &step : group.steps) {
        Scopes &into = parts[step.into];
        Scopes &from = parts[step.from];
        const bool intoGranted = grantedBefore(into, step.time);
        if (grantedBefore(from, step.time))
            repeatEndings(into, step.time);
        if (intoGranted)
            repeatEndings(from, step.time);
        join(into, from);
    }
    std::vector<ConsentStatement> result;
    for (auto &[scope, statement] : parts[group.standing]) {
        statement.subject = group.standing;
        result.push_back(std::move(statement));
    }
    return result;
}

} // namespace consent::ledger
