#include "desk/calls/callinprogress.h"

#include "desk/calls/calldraft.h"
#include "domain/birthdate.h"
#include "domain/phone.h"
#include "domain/template.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;
using domain::Decision;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Call", text);
}

Error notNow(const QString &detail)
{
    return Error{
        ErrorKind::NotAllowed,
        say(QT_TRANSLATE_NOOP("Call", "That can't be done at this point of the call. Look at the keys in the bottom "
                                      "line.")),
        detail};
}

Error guardianMissing()
{
    return Error{
        ErrorKind::InvalidArgument,
        say(QT_TRANSLATE_NOOP("Call", "The person is under 14. Enter the guardian's name and contact first (F3).")),
        u"guardian missing"_s};
}

} // namespace

CallInProgress::CallInProgress(CallDocuments documents, const domain::Organisation &organisation, Beginning beginning,
                               ContactId contact, domain::ScriptRun run)
    : m_documents(std::move(documents))
    , m_organisation(&organisation)
    , m_begun(std::move(beginning))
    , m_contact(std::move(contact))
    , m_run(std::move(run))
{
}

Result<CallInProgress> CallInProgress::begin(CallDocuments documents, const domain::Organisation &organisation,
                                             Beginning beginning)
{
    const domain::RunContext context{
        .method = beginning.options.method,
        .secondCall = beginning.options.secondCall,
        .under14 = domain::isUnder14(beginning.subject.birthDate, koreanDate(beginning.at)),
        .identifiers = beginning.options.identifiers,
        .language = beginning.options.language,
        .rate = organisation.speakable,
    };
    auto run = domain::ScriptRun::start(documents.script, context, {});
    if (!run)
        return run.error();
    CallInProgress call(std::move(documents), organisation, std::move(beginning), ContactId::create(), std::move(*run));
    call.refreshValues();
    return call;
}

void CallInProgress::refreshValues()
{
    const domain::Language language = m_run.context().language;
    const domain::Subject &subject = m_begun.subject;
    m_run.setValues({
        {u"name"_s, subject.name},
        {u"agent"_s, m_begun.agent.name},
        {u"company"_s, m_organisation->company.in(language)},
        {u"site"_s, m_organisation->site},
        {u"page"_s, m_organisation->consentPageUrl},
        {u"centre"_s, domain::groupedPhone(m_organisation->centrePhone)},
        {u"email"_s, m_organisation->email},
        {u"today"_s, domain::spokenDate(koreanDate(m_begun.at), language)},
        {u"guardian"_s, subject.guardian ? subject.guardian->name : QString()},
    });
}

bool CallInProgress::lacksGuardian() const
{
    return m_run.current().role == domain::ClauseRole::GuardianCheck && !m_begun.subject.guardian;
}

qint64 CallInProgress::latestMs() const
{
    qint64 latest = 0;
    for (const domain::ClauseVisit &visit : m_run.visits())
        latest = std::max({latest, visit.startMs, visit.endMs});
    for (const domain::RunAnswer &answer : m_run.answers())
        latest = std::max(latest, answer.atMs);
    return latest;
}

Result<void> CallInProgress::took(const domain::ScriptRun &ran, Result<domain::ScriptRun::Step> step)
{
    m_warnings.clear();
    if (!step)
        return step.error();
    if (step->tooFast) {
        m_warnings.push_back(
            say(QT_TRANSLATE_NOOP("Call",
                                  "\"%1\" was passed faster than it can be spoken. Backspace goes back to read it."))
                .arg(m_run.current().title.in(m_run.context().language)));
    }
    // The live run stays before its end, so that one can go back into it from the summary.
    if (ran.isFinished())
        m_summary = ran;
    else
        m_run = ran;
    return {};
}

Result<void> CallInProgress::next(qint64 atMs)
{
    if (m_summary)
        return notNow(u"next at the summary"_s);
    if (lacksGuardian())
        return guardianMissing();
    domain::ScriptRun ran = m_run;
    auto step = ran.next(atMs);
    return took(ran, std::move(step));
}

Result<void> CallInProgress::answer(Decision decision, qint64 atMs)
{
    if (m_summary)
        return notNow(u"answer at the summary"_s);
    if (lacksGuardian() && decision == Decision::Granted)
        return guardianMissing();
    domain::ScriptRun ran = m_run;
    auto step = ran.answer(decision == Decision::Granted, atMs);
    return took(ran, std::move(step));
}

Result<void> CallInProgress::back(qint64 atMs)
{
    if (m_summary)
        return backToScript();
    m_warnings.clear();
    return m_run.back(atMs);
}

Result<void> CallInProgress::toSummary(qint64 atMs)
{
    if (m_summary)
        return {};
    m_warnings.clear();
    domain::ScriptRun ran = m_run;
    // At a closing clause ending the call completes it; anywhere else it breaks it off.
    if (ran.current().ends && !ran.awaitsAnswer()) {
        auto step = ran.next(atMs);
        return took(ran, std::move(step));
    }
    if (auto ended = ran.endEarly(atMs); !ended)
        return ended;
    m_summary = std::move(ran);
    return {};
}

Result<void> CallInProgress::backToScript()
{
    if (!m_summary)
        return notNow(u"not at the summary"_s);
    m_summary.reset();
    return {};
}

Result<void> CallInProgress::setLanguage(domain::Language language)
{
    if (auto set = m_run.setLanguage(language); !set)
        return set;
    refreshValues();
    return {};
}

Result<void> CallInProgress::setGuardian(const domain::Guardian &guardian)
{
    domain::Guardian taken = guardian;
    taken.name = guardian.name.normalized(QString::NormalizationForm_C).trimmed();
    if (!guardian.method.isEmpty() && m_organisation->guardianMethod(guardian.method) == nullptr)
        return Error{ErrorKind::InvalidArgument,
                     say(QT_TRANSLATE_NOOP("Call", "Choose how the guardian was verified from the list.")),
                     u"unknown guardian method"_s};
    const auto phone = domain::PhoneNumber::parse(guardian.phone);
    if (taken.name.isEmpty())
        return Error{ErrorKind::InvalidArgument, say(QT_TRANSLATE_NOOP("Call", "Enter the guardian's name.")),
                     u"name"_s};
    if (!phone)
        return phone.error();
    taken.phone = phone->digits();
    m_begun.subject.guardian = taken;
    refreshValues();
    return {};
}

Result<void> CallInProgress::setNote(const QString &note)
{
    if (note.size() > longestNote)
        return Error{ErrorKind::InvalidArgument,
                     say(QT_TRANSLATE_NOOP(
                             "Call", "The note is longer than %1 characters and is not kept like this. Shorten it; "
                                     "what you typed is still there."))
                         .arg(longestNote),
                     u"note of %1 characters"_s.arg(note.size())};
    m_note = note;
    return {};
}

Result<void> CallInProgress::optedOut(const QStringList &codes, qint64 atMs)
{
    std::vector<domain::Channel> channels;
    if (codes.isEmpty())
        channels.push_back(domain::Channel::None);
    for (const domain::ConsentItem &item : m_documents.script->items()) {
        const bool meant = codes.isEmpty() ? !item.mandatory : codes.contains(item.code);
        if (meant && !m_optedOutCodes.contains(item.code))
            m_optedOutCodes.append(item.code);
        if (codes.contains(item.code) && item.channel != domain::Channel::None)
            channels.push_back(item.channel);
    }
    for (const domain::Channel channel : channels) {
        if (auto marked = m_run.optOut(channel, atMs); !marked)
            return marked;
    }
    return {};
}

Result<ledger::ConsentEnded> CallInProgress::optOutFacts(const QStringList &codes) const
{
    ledger::ConsentEnded facts;
    facts.contact = m_contact;
    facts.method = m_begun.options.method;
    facts.allOptional = codes.isEmpty();
    for (const QString &code : codes) {
        const domain::ConsentItem *item = m_documents.script->item(code);
        if (item == nullptr || item->mandatory)
            return Error{
                ErrorKind::InvalidArgument,
                say(QT_TRANSLATE_NOOP("Call", "Only optional items can be opted out of. A mandatory item ends by "
                                              "leaving the service.")),
                u"not an optional item: "_s + code};
        facts.items.append(code);
    }
    return facts;
}

ledger::ConsentCaptured CallInProgress::capturedFacts(const QString &receipt) const
{
    Q_ASSERT(m_summary);
    const domain::RunResult result = m_summary->result();
    ledger::ConsentCaptured facts;
    facts.contact = m_contact;
    facts.receipt = receipt;
    facts.telephonyId = m_begun.options.callId;
    facts.method = m_begun.options.method;
    facts.language = m_run.context().language;
    facts.notice = m_documents.noticeReference;
    facts.script = m_documents.scriptReference;
    facts.startedAt = m_begun.at;
    facts.endedAt = m_begun.at + Milliseconds(result.endMs);
    for (const domain::ItemResult &item : result.items)
        facts.items.push_back({item.code, item.category, item.mandatory, item.channel, item.night, item.decision,
                               item.clause, item.clauseStartMs, item.clauseEndMs, item.answerMs});
    for (const domain::RunAnswer &question : result.questions)
        facts.questions.push_back({question.code, question.yes, question.clause, question.atMs});
    for (const domain::ClauseVisit &visit : result.clauses)
        facts.clauses.push_back({visit.clause, visit.startMs, visit.endMs, visit.tooFast});
    facts.consequenceStated = result.consequenceStated;
    facts.outcome = result.outcome;
    facts.joined = result.joined;
    facts.under14 = m_run.context().under14;
    if (facts.under14 && m_begun.subject.guardian)
        facts.guardianMethod = m_begun.subject.guardian->method;
    if (result.tooFast)
        facts.flags.append(u"tooFast"_s);
    facts.flags.append(u"noRecording"_s);
    return facts;
}

QJsonObject CallInProgress::personal() const
{
    QJsonObject personal{{u"name"_s, m_begun.subject.name}};
    // From the 14th birthday on a guardian who is known from before has no part in it.
    if (m_begun.subject.guardian && m_run.context().under14)
        personal.insert(u"guardian"_s, calldraft::toJson(*m_begun.subject.guardian));
    if (!m_note.trimmed().isEmpty())
        personal.insert(u"note"_s, m_note.trimmed());
    return personal;
}

QJsonObject CallInProgress::toJson() const
{
    return {
        {u"v"_s, 1},
        {u"contact"_s, m_contact.toString()},
        {u"startedAt"_s, toMs(m_begun.at)},
        {u"subject"_s, calldraft::toJson(m_begun.subject)},
        {u"newSubject"_s, m_begun.newSubject},
        {u"known"_s, calldraft::toJson(m_begun.known)},
        {u"options"_s, calldraft::toJson(m_begun.options)},
        {u"script"_s, calldraft::toJson(m_documents.scriptReference)},
        {u"notice"_s, calldraft::toJson(m_documents.noticeReference)},
        {u"run"_s, m_run.toJson()},
        {u"summary"_s, m_summary ? QJsonValue(m_summary->toJson()) : QJsonValue()},
        {u"optedOut"_s, QJsonArray::fromStringList(m_optedOutCodes)},
        {u"note"_s, m_note},
    };
}

std::optional<std::pair<ledger::DocumentReference, ledger::DocumentReference>>
CallInProgress::referencesIn(const QJsonObject &json)
{
    auto script = calldraft::referenceFromJson(json.value(u"script").toObject());
    auto notice = calldraft::referenceFromJson(json.value(u"notice").toObject());
    if (!script || !notice)
        return std::nullopt;
    return std::pair(std::move(*script), std::move(*notice));
}

Result<CallInProgress> CallInProgress::fromJson(const QJsonObject &json, CallDocuments documents,
                                                const domain::Organisation &organisation, const StaffMember &agent)
{
    const Error malformed{
        ErrorKind::InvalidArgument,
        say(QT_TRANSLATE_NOOP("Call", "The interrupted call can't be read. What was saved before is safe; "
                                      "begin the call anew.")),
        u"draft malformed"_s};
    const auto references = referencesIn(json);
    if (!references)
        return malformed;
    if (references->first != documents.scriptReference || references->second != documents.noticeReference)
        return Error{
            ErrorKind::Conflict,
            say(QT_TRANSLATE_NOOP("Call", "The interrupted call was held by another script. Begin it anew with the "
                                          "current one.")),
            u"documents differ"_s};
    const auto contact = ContactId::fromString(json.value(u"contact").toString());
    auto subject = calldraft::subjectFromJson(json.value(u"subject").toObject());
    auto options = calldraft::optionsFromJson(json.value(u"options").toObject());
    auto known = calldraft::itemsFromJson(json.value(u"known").toArray());
    auto run = domain::ScriptRun::fromJson(json.value(u"run").toObject(), documents.script);
    if (json.value(u"v").toInt() != 1 || !contact || !subject || !options || !known)
        return malformed;
    if (!run)
        return run.error();
    std::optional<domain::ScriptRun> summary;
    if (json.value(u"summary").isObject()) {
        auto finished = domain::ScriptRun::fromJson(json.value(u"summary").toObject(), documents.script);
        if (!finished || !finished->isFinished())
            return malformed;
        summary = std::move(*finished);
    }
    Beginning begun{std::move(*subject),
                    json.value(u"newSubject").toBool(),
                    std::move(*known),
                    *options,
                    agent,
                    fromMs(json.value(u"startedAt").toInteger())};
    CallInProgress call(std::move(documents), organisation, std::move(begun), *contact, std::move(*run));
    call.m_summary = std::move(summary);
    call.m_note = json.value(u"note").toString();
    for (const QJsonValue &code : json.value(u"optedOut").toArray()) {
        if (call.m_documents.script->item(code.toString()) == nullptr)
            return malformed;
        call.m_optedOutCodes.append(code.toString());
    }
    call.refreshValues();
    return call;
}

} // namespace consent::desk
