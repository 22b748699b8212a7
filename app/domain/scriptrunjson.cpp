#include "domain/scriptrunjson.h"

#include "domain/invalid.h"
#include "domain/scriptrun.h"

#include <QCoreApplication>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ScriptRun)
};

using namespace Qt::StringLiterals;

constexpr qsizetype maxValues = 50;
constexpr qsizetype maxValueLength = 500;
constexpr qsizetype maxSteps = 15'000;
constexpr qint64 longestCallMs = 24LL * 60 * 60 * 1000;

Error unreadable(const char *detail)
{
    return invalid(
        Text::tr("The call that was kept can't be read back. What was saved of earlier calls is not affected."),
        detail);
}

QJsonObject contextToJson(const RunContext &context)
{
    return {{u"method"_s, toCode(context.method)},
            {u"secondCall"_s, context.secondCall},
            {u"under14"_s, context.under14},
            {u"identifiers"_s, context.identifiers},
            {u"language"_s, toCode(context.language)},
            {u"rateKo"_s, context.rate.ko},
            {u"rateEn"_s, context.rate.en}};
}

std::optional<RunContext> contextFromJson(const QJsonObject &json)
{
    const auto method = fromCode<CaptureMethod>(json.value(u"method"_s).toString());
    const auto language = fromCode<Language>(json.value(u"language"_s).toString());
    for (const QString &flag : {u"secondCall"_s, u"under14"_s, u"identifiers"_s}) {
        if (!json.value(flag).isBool())
            return std::nullopt;
    }
    if (!method || !language)
        return std::nullopt;
    RunContext context;
    context.method = *method;
    context.language = *language;
    context.secondCall = json.value(u"secondCall"_s).toBool();
    context.under14 = json.value(u"under14"_s).toBool();
    context.identifiers = json.value(u"identifiers"_s).toBool();
    context.rate = {json.value(u"rateKo"_s).toDouble(), json.value(u"rateEn"_s).toDouble()};
    return context;
}

/// Milliseconds within a call, or nothing.
std::optional<qint64> timeFrom(const QJsonValue &json)
{
    const double ms = json.toDouble(-1);
    if (!(ms >= 0) || ms > static_cast<double>(longestCallMs))
        return std::nullopt;
    const auto whole = static_cast<qint64>(ms);
    return static_cast<double>(whole) == ms ? std::optional(whole) : std::nullopt;
}

} // namespace

QJsonObject valuesToJson(const TemplateValues &values)
{
    QJsonObject json;
    for (auto it = values.begin(); it != values.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

std::optional<TemplateValues> valuesFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    if (!json.isObject() || object.size() > maxValues)
        return std::nullopt;
    TemplateValues values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString text = it.value().toString();
        if (!it.value().isString() || text.size() > maxValueLength)
            return std::nullopt;
        values.insert(it.key(), text);
    }
    return values;
}

QJsonObject ScriptRun::toJson() const
{
    RunContext context = m_context;
    context.language = m_startLanguage;
    return {{u"format"_s, u"consent-run/1"_s},
            {u"script"_s, QJsonObject{{u"code"_s, m_script->code()}, {u"version"_s, m_script->version()}}},
            {u"context"_s, contextToJson(context)},
            {u"values"_s, valuesToJson(m_startValues)},
            {u"startMs"_s, m_visits.front().startMs},
            {u"steps"_s, m_steps}};
}

Result<ScriptRun> ScriptRun::fromJson(const QJsonObject &json, ScriptPtr script)
{
    if (json.value(u"format"_s).toString() != u"consent-run/1")
        return unreadable("format");
    const QJsonObject of = json.value(u"script"_s).toObject();
    if (of.value(u"code"_s).toString() != script->code() || of.value(u"version"_s).toInt() != script->version())
        return Error{ErrorKind::Conflict,
                     Text::tr("The call that was kept was begun with another version of the script. "
                              "It can be recorded as ended early, or begun anew."),
                     u"script"_s};
    const auto context = contextFromJson(json.value(u"context"_s).toObject());
    const auto values = valuesFromJson(json.value(u"values"_s));
    const auto startMs = timeFrom(json.value(u"startMs"_s));
    const QJsonArray steps = json.value(u"steps"_s).toArray();
    if (!context || !values || !startMs || !json.value(u"steps"_s).isArray() || steps.size() > maxSteps)
        return unreadable("members");
    Result<ScriptRun> run = start(std::move(script), *context, *values, *startMs);
    if (!run)
        return run.error();
    for (const QJsonValue &step : steps) {
        if (!run->replay(step.toArray()))
            return unreadable("step");
    }
    return run;
}

Result<void> ScriptRun::replay(const QJsonArray &step)
{
    const QString what = step.at(0).toString();
    if (what == u"language") {
        const auto language = fromCode<Language>(step.at(1).toString());
        return language ? setLanguage(*language) : unreadable("language");
    }
    if (what == u"values") {
        const auto values = valuesFromJson(step.at(1));
        if (!values)
            return unreadable("values");
        setValues(*values);
        return {};
    }
    const auto atMs = timeFrom(step.at(1));
    if (!atMs)
        return unreadable("time");
    if (what == u"answer" && step.at(2).isBool()) {
        const Result<Step> answered = answer(step.at(2).toBool(), *atMs);
        return answered ? Result<void>() : answered.error();
    }
    if (what == u"optOut") {
        const auto channel = fromCode<Channel>(step.at(2).toString());
        return channel ? optOut(*channel, *atMs) : unreadable("channel");
    }
    if (what == u"next") {
        const Result<Step> left = next(*atMs);
        return left ? Result<void>() : left.error();
    }
    if (what == u"back")
        return back(*atMs);
    return what == u"end" ? endEarly(*atMs) : unreadable("kind");
}

} // namespace consent::domain
