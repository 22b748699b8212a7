#include "domain/scriptflow.h"

#include "domain/scripttext.h"

#include <algorithm>

namespace consent::domain {

namespace {

enum class Truth { No, Maybe, Yes };

Truth truthOf(const Condition &condition, const RunContext &context, const FlowState &state)
{
    if ((condition.method && *condition.method != context.method) ||
        (condition.secondCall && *condition.secondCall != context.secondCall) ||
        (condition.under14 && *condition.under14 != context.under14) ||
        (condition.identifiers && *condition.identifiers != context.identifiers))
        return Truth::No;
    Truth truth = condition.optedOut ? Truth::Maybe : Truth::Yes;
    if (condition.answerTo.isEmpty())
        return truth;
    const auto known = state.answers.constFind(condition.answerTo);
    if (known != state.answers.constEnd())
        return *known == condition.answerYes ? truth : Truth::No;
    return state.asked.contains(condition.answerTo) ? Truth::Maybe : Truth::No;
}

FlowState afterSaying(const Script &script, const Clause &clause, const RunContext &context, FlowState state)
{
    const ConsentItem *item = script.item(clause.item);
    for (const Paragraph &paragraph : clause.paragraphs(context.language)) {
        if (item == nullptr || truthOf(paragraph.when, context, state) != Truth::Yes)
            continue;
        for (const ItemPart part : toldParts(paragraph)) {
            state.told.insert(item->code + u'/' + toCode(part));
            const auto answer = state.answers.constFind(item->code);
            if (part == ItemPart::Consequence && item->mandatory && answer != state.answers.constEnd() && !*answer)
                state.refusalExplained = true;
        }
    }
    if (clause.kind != ClauseKind::Ask)
        state.roles.insert(static_cast<int>(clause.role));
    return state;
}

FlowState afterAnswer(const Script &script, const Clause &clause, bool yes, FlowState state)
{
    state.answers.insert(clause.answerCode(), yes);
    state.asked.insert(clause.answerCode());
    if (yes)
        state.roles.insert(static_cast<int>(clause.role));
    const ConsentItem *item = script.item(clause.answerCode());
    if (item != nullptr && item->mandatory && !yes) {
        state.mandatoryRefused = true;
        state.maybeMandatoryRefused = true;
    }
    return state;
}

/// Clauses so that each stands after all that lead to it; the circle that prevents this, if there is one.
struct Order
{
    std::vector<std::size_t> clauses;
    QStringList circle;
};

class Sorter
{
public:
    explicit Sorter(const Script &script)
        : m_script(script)
        , m_marks(script.clauses().size(), Mark::New)
    {
    }

    Order sorted()
    {
        for (std::size_t i = 0; i < m_marks.size() && m_order.circle.isEmpty(); ++i)
            visit(i);
        std::reverse(m_order.clauses.begin(), m_order.clauses.end());
        return m_order;
    }

private:
    enum class Mark { New, Open, Done };

    void visit(std::size_t index)
    {
        if (m_marks[index] == Mark::Done || !m_order.circle.isEmpty())
            return;
        const QString &id = m_script.clauses()[index].id;
        if (m_marks[index] == Mark::Open) {
            m_order.circle = m_trail.mid(m_trail.indexOf(id));
            return;
        }
        m_marks[index] = Mark::Open;
        m_trail.append(id);
        for (const Branch &branch : m_script.clauses()[index].next)
            visit(static_cast<std::size_t>(m_script.clauseIndex(branch.to)));
        m_trail.removeLast();
        m_marks[index] = Mark::Done;
        m_order.clauses.push_back(index);
    }

    const Script &m_script;
    std::vector<Mark> m_marks;
    QStringList m_trail;
    Order m_order;
};

} // namespace

void FlowState::meet(const FlowState &other)
{
    answers.removeIf([&other](const QHash<QString, bool>::iterator &it) {
        const auto found = other.answers.constFind(it.key());
        return found == other.answers.constEnd() || *found != it.value();
    });
    told.intersect(other.told);
    roles.intersect(other.roles);
    asked.unite(other.asked);
    mandatoryRefused = mandatoryRefused && other.mandatoryRefused;
    refusalExplained = refusalExplained && other.refusalExplained;
    maybeMandatoryRefused = maybeMandatoryRefused || other.maybeMandatoryRefused;
}

QStringList ScriptFlow::circle(const Script &script)
{
    return Sorter(script).sorted().circle;
}

void ScriptFlow::run(const Script &script, const RunContext &context, const std::function<void(const Visit &)> &visit,
                     const std::function<void(std::size_t)> &deadEnd)
{
    QHash<std::size_t, FlowState> arriving;
    const auto arrive = [&](const QString &id, const FlowState &state) {
        const auto index = static_cast<std::size_t>(script.clauseIndex(id));
        const auto found = arriving.find(index);
        if (found == arriving.end())
            arriving.insert(index, state);
        else
            found->meet(state);
    };
    const auto goOn = [&](std::size_t index, const FlowState &state) {
        for (const Branch &branch : script.clauses()[index].next) {
            const Truth truth = truthOf(branch.when, context, state);
            if (truth == Truth::No)
                continue;
            FlowState taken = state;
            // Whoever takes this branch has given this answer.
            if (!branch.when.answerTo.isEmpty())
                taken.answers.insert(branch.when.answerTo, branch.when.answerYes);
            arrive(branch.to, taken);
            if (truth == Truth::Yes)
                return;
        }
        deadEnd(index);
    };
    arrive(script.start(), {});
    for (const std::size_t index : Sorter(script).sorted().clauses) {
        const auto found = arriving.constFind(index);
        if (found == arriving.constEnd())
            continue;
        const Clause &clause = script.clauses()[index];
        const FlowState before = *found;
        const FlowState spoken = afterSaying(script, clause, context, before);
        const auto &paragraphs = clause.paragraphs(context.language);
        const bool says = std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Paragraph &paragraph) {
            return truthOf(paragraph.when, context, before) != Truth::No;
        });
        visit({index, before, spoken, says});
        if (clause.ends)
            continue;
        if (clause.kind != ClauseKind::Ask) {
            goOn(index, spoken);
            continue;
        }
        for (const bool yes : {true, false})
            goOn(index, afterAnswer(script, clause, yes, spoken));
    }
}

} // namespace consent::domain
