#pragma once

#include "domain/script.h"
#include "domain/scriptrun.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace consent::domain {

/// What is certain about every walk that reaches a clause, and what may have happened on some.
struct FlowState
{
    QHash<QString, bool> answers;       ///< certain: code and answer
    QSet<QString> told;                 ///< certain: "item/part"
    QSet<int> roles;                    ///< certain: roles of clauses passed, those that ask only when answered yes
    QSet<QString> asked;                ///< possible: codes
    bool mandatoryRefused = false;      ///< certain
    bool refusalExplained = false;      ///< certain: after the refusal, what it means was told
    bool maybeMandatoryRefused = false; ///< possible

    bool hasRole(ClauseRole role) const { return roles.contains(static_cast<int>(role)); }
    void meet(const FlowState &other);
};

/// Walks a script in every way that it can be walked in one context, without walking each: clauses in topological
/// order, and at each what all ways to it have in common.
class ScriptFlow
{
public:
    struct Visit
    {
        std::size_t clause;
        const FlowState &before; ///< at the beginning of the clause
        const FlowState &spoken; ///< when it has been said, before an answer
        bool saysSomething;      ///< at least one paragraph may apply
    };

    /// @return the ids of clauses that lie on a circle; a script with one can't be walked by run().
    static QStringList circle(const Script &script);

    /// @param visit called once for every clause that can be reached.
    /// @param deadEnd called for a clause after which, in some case, no branch is sure to hold.
    static void run(const Script &script, const RunContext &context, const std::function<void(const Visit &)> &visit,
                    const std::function<void(std::size_t clause)> &deadEnd);
};

} // namespace consent::domain
