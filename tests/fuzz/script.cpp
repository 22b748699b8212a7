// Input: the JSON of a script. One that may be published is walked to its end, with answers that its bytes decide.
#include "domain/organisation.h"
#include "domain/publishcheck.h"
#include "domain/scriptrun.h"

#include <QFile>

#include <cstdlib>

using namespace consent::domain;

namespace {

const Organisation &organisation()
{
    static const Organisation read = [] {
        QFile file(QStringLiteral(":/consent/organisation.json"));
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        return Organisation::parse(file.readAll()).value();
    }();
    return read;
}

void walk(const ScriptRun::ScriptPtr &script, const RunContext &context, const QByteArray &decisions)
{
    auto run = ScriptRun::start(script, context, {});
    if (!run)
        std::abort();
    for (std::size_t step = 0; !run->isFinished(); ++step) {
        // A published script has no circle and no dead end.
        if (step > script->clauses().size())
            std::abort();
        const bool yes = (decisions[static_cast<qsizetype>(step) % decisions.size()] & 1) != 0;
        const auto left =
            run->awaitsAnswer() ? run->answer(yes, static_cast<qint64>(step)) : run->next(static_cast<qint64>(step));
        if (!left)
            std::abort();
    }
    const RunResult result = run->result();
    if (result.outcome == ContactOutcome::Completed && !result.joined)
        std::abort();
    if (!ScriptRun::fromJson(run->toJson(), script))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto parsed = Script::read(bytes);
    if (parsed.script.has_value() != parsed.faults.empty())
        std::abort();
    if (!parsed.script || !publishFaults(*parsed.script, organisation()).empty())
        return 0;
    const auto script = std::make_shared<const Script>(std::move(*parsed.script));
    RunContext context;
    context.language = script->languages().front();
    context.method = script->methods().front();
    for (const bool under14 : {false, true}) {
        context.under14 = under14;
        walk(script, context, bytes);
    }
    return 0;
}
