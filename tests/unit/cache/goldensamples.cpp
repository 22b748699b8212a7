#include "goldensamples.h"

#include "ledger/consentfacts.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/evidencefacts.h"
#include "ledger/mergefacts.h"
#include "ledger/paperfacts.h"
#include "ledger/requestfacts.h"

#include <QJsonArray>

#include <map>

using namespace Qt::StringLiterals;

namespace consent::test {

namespace types = ledger::eventtypes;

namespace {

const QString anySha = u"0123456789abcdef"_s.repeated(4);
constexpr qint64 startMs = 1'790'000'000'000;

template <typename IdType> IdType fixedId(int number)
{
    return *IdType::fromString(u"0190a0b0-0000-7000-8000-%1"_s.arg(number, 12, 16, QLatin1Char('0')));
}

QJsonObject captured()
{
    ledger::ConsentCaptured facts;
    facts.contact = fixedId<ContactId>(0x20);
    facts.receipt = u"260921-0001-0001-M"_s;
    facts.telephonyId = u"call-1"_s;
    facts.notice = {u"1"_s, {}, anySha};
    facts.script = {u"joining"_s, u"1"_s, anySha};
    facts.startedAt = fromMs(startMs);
    facts.endedAt = fromMs(startMs + 60'000);
    facts.joined = true;
    int asked = 0;
    for (const auto &[code, decision] :
         {std::pair(u"basic"_s, domain::Decision::Granted), std::pair(u"marketing.sms"_s, domain::Decision::Granted),
          std::pair(u"marketing.post"_s, domain::Decision::Refused)}) {
        ledger::CapturedItem item;
        item.code = code;
        item.mandatory = asked == 0;
        item.category = asked == 0 ? domain::ItemCategory::CollectionAndUse : domain::ItemCategory::Marketing;
        item.channel = asked == 1 ? domain::Channel::Sms : asked == 2 ? domain::Channel::Post : domain::Channel::None;
        item.decision = decision;
        item.clause = u"c"_s + QString::number(asked);
        item.clauseStartMs = 1000 + asked * 10'000;
        item.clauseEndMs = item.clauseStartMs + 8000;
        item.answerMs = item.clauseEndMs + 500;
        facts.clauses.push_back({item.clause, item.clauseStartMs, item.clauseEndMs, false});
        facts.items.push_back(item);
        ++asked;
    }
    facts.questions.push_back({u"isThePerson"_s, true, u"c0"_s, 900});
    facts.consequenceStated = {u"basic"_s};
    facts.flags = {u"noRecording"_s};
    facts.after = fromMs(startMs - 1000);
    return facts.toFacts();
}

QJsonObject ended(const QStringList &items, bool allOptional)
{
    ledger::ConsentEnded facts;
    facts.contact = fixedId<ContactId>(0x21);
    facts.items = items;
    facts.allOptional = allOptional;
    facts.receipt = u"260921-0001-0002-K"_s;
    return facts.toFacts();
}

QJsonObject guardian()
{
    return {{u"name"_s, u"견본보호자"_s}, {u"phone"_s, u"01000000003"_s}, {u"relation"_s, u"모"_s}};
}

void addPublished(std::vector<GoldenSample> &all)
{
    const QString source = QString::fromLatin1(
        QByteArray("견본").toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    all.push_back({types::userAdded.toString(),
                   std::nullopt,
                   {{u"user"_s, fixedId<UserId>(0x11).toString()}, {u"roles"_s, QJsonArray{u"agent"_s, u"counter"_s}}},
                   {}});
    all.push_back({types::noticePublished.toString(),
                   std::nullopt,
                   {{u"number"_s, 1},
                    {u"title"_s, u"견본 방침"_s},
                    {u"announced"_s, u"2026-09-01"_s},
                    {u"effective"_s, u"2026-09-08"_s},
                    {u"sha256"_s, anySha},
                    {u"mediaType"_s, u"text/html"_s},
                    {u"source"_s, source}},
                   {}});
    all.push_back({types::scriptPublished.toString(),
                   std::nullopt,
                   {{u"code"_s, u"joining"_s}, {u"version"_s, u"1"_s}, {u"sha256"_s, anySha}, {u"source"_s, source}},
                   {}});
}

void addPeople(std::vector<GoldenSample> &all)
{
    all.push_back({types::subjectRegistered.toString(),
                   goldenPerson(1),
                   {},
                   {{u"name"_s, u"견본일"_s},
                    {u"phone"_s, u"01000000001"_s},
                    {u"birthDate"_s, u"1990-01-01"_s},
                    {u"email"_s, u"one@example.com"_s}}});
    all.push_back({types::subjectRegistered.toString(),
                   goldenPerson(2),
                   {},
                   {{u"name"_s, u"견본이"_s},
                    {u"phone"_s, u"01000000002"_s},
                    {u"birthDate"_s, u"2015-12-31"_s},
                    {u"guardian"_s, guardian()}}});
    all.push_back({types::subjectCorrected.toString(),
                   goldenPerson(1),
                   {{u"after"_s, startMs}, {u"fields"_s, QJsonArray{u"phone"_s}}},
                   {{u"phone"_s, u"01000000009"_s}}});
    ledger::GuardianLinked linked;
    linked.method = u"phoneCheck"_s;
    all.push_back({types::guardianLinked.toString(), goldenPerson(2), linked.toFacts(), {{u"guardian"_s, guardian()}}});
}

void addConsents(std::vector<GoldenSample> &all, const std::function<EventId(QLatin1StringView)> &idOf)
{
    all.push_back({types::consentCaptured.toString(),
                   goldenPerson(1),
                   captured(),
                   {{u"name"_s, u"견본일"_s}, {u"note"_s, u"확인"_s}}});
    ledger::ConsentReconfirmed kept;
    kept.items = {u"marketing.sms"_s};
    kept.batch = u"2028-1"_s;
    all.push_back({types::consentReconfirmed.toString(), goldenPerson(1), kept.toFacts(), {}});
    all.push_back({types::consentWithdrawn.toString(),
                   goldenPerson(1),
                   ended({u"marketing.sms"_s}, false),
                   {{u"note"_s, u"말씀"_s}}});
    ledger::ResultTold told;
    told.about = idOf(types::consentWithdrawn);
    told.told = fromMs(startMs + 86'400'000);
    all.push_back({types::resultTold.toString(), goldenPerson(1), told.toFacts(), {}});
    all.push_back({types::consentOptedOut.toString(), goldenPerson(1), ended({}, true), {}});
    ledger::ConsentMistaken slip;
    slip.mistaken = idOf(types::consentOptedOut);
    all.push_back({types::consentMistaken.toString(), goldenPerson(1), slip.toFacts(), {{u"note"_s, u"잘못 누름"_s}}});
    ledger::ProvisionMade made;
    made.provision = fixedId<ProvisionId>(0x30);
    made.recipient = u"police"_s;
    made.purpose = u"authenticity"_s;
    made.items = {u"name"_s, u"birthDate"_s};
    made.basis = domain::ProvisionBasis::Statute;
    all.push_back({types::provisionMade.toString(), goldenPerson(1), made.toFacts(), {}});
    ledger::ProvisionCorrected corrected;
    corrected.provision = made.provision;
    corrected.request = fixedId<RequestId>(0x40).toString();
    all.push_back({types::provisionCorrected.toString(), goldenPerson(1), corrected.toFacts(), {}});
}

void addRequest(std::vector<GoldenSample> &all)
{
    const auto request = fixedId<RequestId>(0x40);
    ledger::RequestOpened opened;
    opened.request = request;
    opened.kind = domain::RequestKind::Correction;
    opened.received = fromMs(startMs);
    opened.dueDate = QDate(2026, 10, 1);
    opened.fields = {u"phone"_s};
    all.push_back({types::requestOpened.toString(),
                   goldenPerson(1),
                   opened.toFacts(),
                   {{u"requester"_s, QJsonObject{{u"name"_s, u"견본일"_s}}},
                    {u"details"_s, u"번호가 바뀜"_s},
                    {u"before"_s, QJsonObject{{u"phone"_s, u"01000000001"_s}}},
                    {u"wanted"_s, QJsonObject{{u"phone"_s, u"01000000009"_s}}}}});
    ledger::SubjectFreeze freeze;
    freeze.request = request;
    all.push_back({types::subjectFrozen.toString(), goldenPerson(1), freeze.toFacts(), {}});
    ledger::IdentityChecked checked;
    checked.request = request;
    checked.document = domain::DocumentKind::DrivingLicence;
    checked.papers = {domain::RequestPaper::OwnIdentity};
    all.push_back({types::identityChecked.toString(), goldenPerson(1), checked.toFacts(), {{u"masked"_s, u"11-**"_s}}});
    ledger::RequestMoved moved;
    moved.request = request;
    moved.step = domain::RequestStep::Complete;
    all.push_back({types::requestMoved.toString(), goldenPerson(1), moved.toFacts(), {{u"note"_s, u"고침"_s}}});
    ledger::RequestClosed closed;
    closed.request = request;
    closed.told = domain::RequestChannel::Phone;
    closed.document = u"C-2026-1"_s;
    closed.sha256 = anySha;
    all.push_back({types::requestClosed.toString(), goldenPerson(1), closed.toFacts(), {}});
    all.push_back({types::subjectUnfrozen.toString(), goldenPerson(1), freeze.toFacts(), {}});
    const ledger::PaperIssued paper{u"C-2026-1"_s, u"requestAnswer"_s, anySha, request, std::nullopt};
    all.push_back({types::paperIssued.toString(), goldenPerson(1), paper.toFacts(), {{u"title"_s, u"처리 결과"_s}}});
    ledger::EvidenceAttached evidence;
    evidence.sha256 = anySha;
    evidence.kind = domain::EvidenceKind::Form;
    evidence.bytes = 1234;
    evidence.about = request;
    all.push_back({types::evidenceAttached.toString(), goldenPerson(1), evidence.toFacts(),
                   ledger::EvidenceSealed{anySha, 1000, u"form.pdf"_s}.toJson()});
}

void addMerges(std::vector<GoldenSample> &all)
{
    ledger::SubjectMerged merged;
    merged.merge = fixedId<MergeId>(0x50);
    merged.into = goldenPerson(1);
    merged.from = goldenPerson(2);
    merged.time = fromMs(startMs + 600'000);
    all.push_back({types::subjectMerged.toString(), goldenPerson(1), merged.toFacts(), {}});
    ledger::SubjectSeparated separated;
    separated.merge = merged.merge;
    all.push_back({types::subjectSeparated.toString(), goldenPerson(1), separated.toFacts(), {}});
    ledger::SubjectDistinct distinct;
    distinct.one = goldenPerson(1);
    distinct.other = goldenPerson(2);
    all.push_back({types::subjectDistinct.toString(), goldenPerson(1), distinct.toFacts(), {}});
    all.push_back({types::subjectErased.toString(),
                   goldenPerson(2),
                   {{u"subject"_s, goldenPerson(2).toString()}, {u"reason"_s, u"retention"_s}},
                   {}});
}

template <typename Facts> std::optional<QJsonObject> again(const QJsonObject &facts)
{
    const auto read = Facts::fromFacts(facts);
    return read ? std::optional(read->toFacts()) : std::nullopt;
}

} // namespace

SubjectId goldenPerson(int number)
{
    return fixedId<SubjectId>(number);
}

std::vector<GoldenSample> goldenSamples(const std::function<EventId(QLatin1StringView type)> &idOf)
{
    std::vector<GoldenSample> all;
    addPublished(all);
    addPeople(all);
    addConsents(all, idOf);
    addRequest(all);
    addMerges(all);
    return all;
}

std::optional<QJsonObject> readAndWritten(const QString &type, const QJsonObject &facts)
{
    using Again = std::optional<QJsonObject> (*)(const QJsonObject &);
    static const std::map<QString, Again> readers{
        {types::consentCaptured, again<ledger::ConsentCaptured>},
        {types::consentWithdrawn, again<ledger::ConsentEnded>},
        {types::consentOptedOut, again<ledger::ConsentEnded>},
        {types::consentReconfirmed, again<ledger::ConsentReconfirmed>},
        {types::consentMistaken, again<ledger::ConsentMistaken>},
        {types::resultTold, again<ledger::ResultTold>},
        {types::provisionMade, again<ledger::ProvisionMade>},
        {types::provisionCorrected, again<ledger::ProvisionCorrected>},
        {types::guardianLinked, again<ledger::GuardianLinked>},
        {types::paperIssued, again<ledger::PaperIssued>},
        {types::evidenceAttached, again<ledger::EvidenceAttached>},
        {types::subjectMerged, again<ledger::SubjectMerged>},
        {types::subjectSeparated, again<ledger::SubjectSeparated>},
        {types::subjectDistinct, again<ledger::SubjectDistinct>},
        {types::requestOpened, again<ledger::RequestOpened>},
        {types::requestMoved, again<ledger::RequestMoved>},
        {types::requestClosed, again<ledger::RequestClosed>},
        {types::identityChecked, again<ledger::IdentityChecked>},
        {types::subjectFrozen, again<ledger::SubjectFreeze>},
        {types::subjectUnfrozen, again<ledger::SubjectFreeze>}};
    const auto reader = readers.find(type);
    return reader == readers.end() ? std::optional(facts) : reader->second(facts);
}

} // namespace consent::test
