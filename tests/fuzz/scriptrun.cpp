// Input: the JSON of a call in progress over the shipped script.
#include "domain/scriptrun.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdlib>

using namespace consent::domain;

namespace {

const ScriptRun::ScriptPtr &shipped()
{
    static const ScriptRun::ScriptPtr script = [] {
        QFile file(QStringLiteral(":/consent/scripts/phone-join.json"));
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        return std::make_shared<const Script>(Script::parse(file.readAll()).value());
    }();
    return script;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto run = ScriptRun::fromJson(QJsonDocument::fromJson(bytes).object(), shipped());
    if (!run)
        return 0;
    // What came back is a state that goes on, and comes back the same.
    const auto again = ScriptRun::fromJson(run->toJson(), shipped());
    if (!again || again->path() != run->path() || again->visits() != run->visits() ||
        again->answers() != run->answers() || again->toJson() != run->toJson())
        std::abort();
    ScriptRun onward = *run;
    const qint64 late = 48LL * 60 * 60 * 1000;
    if (!onward.isFinished() && !onward.endEarly(late) && onward.visits().size() < 5'000)
        std::abort();
    if (onward.isFinished()) {
        for (const ItemResult &item : onward.result().items) {
            if (item.answerMs != item.clauseEndMs)
                std::abort();
        }
    }
    return 0;
}
