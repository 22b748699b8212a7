#include "domain/organisation.h"

#include "domain/invalid.h"
#include "domain/jsonreader.h"
#include "domain/phone.h"
#include "domain/values.h"

#include "base/jsonfile.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Organisation)
};

using namespace Qt::StringLiterals;

QString phoneNumber(JsonReader &reader, const QString &key)
{
    const QString text = reader.text(key, 40);
    if (text.isEmpty())
        return QString();
    const Result<PhoneNumber> number = PhoneNumber::parse(text);
    if (!number)
        reader.fault(key, number.error().message);
    return number ? number->digits() : QString();
}

QString emailAddress(JsonReader &reader, const QString &key)
{
    const QString text = reader.text(key, 254);
    if (text.isEmpty())
        return QString();
    const Result<EmailAddress> address = EmailAddress::parse(text);
    if (!address)
        reader.fault(key, address.error().message);
    return address ? address->toString() : QString();
}

QString webAddress(JsonReader &reader, const QString &key)
{
    const QString text = reader.text(key, 300);
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    if (!text.isEmpty() && (!url.isValid() || !web || url.host().isEmpty()))
        reader.fault(key, Text::tr("A web address that begins with https:// or http:// is expected here."));
    return text;
}

QTime timeOfDay(JsonReader &reader, const QString &key)
{
    const QString text = reader.text(key, 5);
    const QTime time = QTime::fromString(text, u"HH:mm"_s);
    if (!text.isEmpty() && !time.isValid())
        reader.fault(key, Text::tr("A time of day such as 21:00 is expected here."));
    return time;
}

Organisation::Person person(JsonReader &reader)
{
    Organisation::Person found;
    found.name = reader.text(u"name"_s, PersonName::maxLength);
    found.position = reader.text(u"position"_s, 60);
    found.department = reader.text(u"department"_s, 60);
    found.phone = phoneNumber(reader, u"phone"_s);
    found.email = emailAddress(reader, u"email"_s);
    reader.finish();
    return found;
}

/// How requestDays are counted. Every part is needed, so that nobody believes in a default that they never read.
CountingRule counting(JsonReader &reader)
{
    CountingRule rule;
    rule.unit = reader.code(u"days"_s, CountedDays::Calendar);
    rule.firstDayCounts = reader.boolean(u"firstDayCounts"_s);
    rule.rollsOver = reader.boolean(u"rollsOver"_s);
    reader.finish();
    return rule;
}

Organisation::AuthenticityEndpoint endpoint(JsonReader &reader)
{
    Organisation::AuthenticityEndpoint found;
    found.url = webAddress(reader, u"url"_s);
    if (QUrl(found.url).scheme() != u"https")
        reader.fault(u"url"_s, Text::tr("An address that begins with https:// is expected here."));
    found.timeoutSeconds = reader.integer(u"timeoutSeconds"_s, 1, 60);
    found.caFile = reader.optionalText(u"caFile"_s, 300);
    reader.finish();
    return found;
}

void requireBoth(JsonReader &reader, const QString &key, const LocalText &text)
{
    if (text.ko.isEmpty() || text.en.isEmpty())
        reader.fault(key, Text::tr("The text is needed in Korean (ko) and in English (en)."));
}

void readContact(JsonReader &reader, Organisation &org)
{
    org.company = reader.localText(u"company"_s, 100);
    requireBoth(reader, u"company"_s, org.company);
    org.site = reader.text(u"site"_s, 100);
    org.siteUrl = webAddress(reader, u"siteUrl"_s);
    org.consentPageUrl = webAddress(reader, u"consentPageUrl"_s);
    org.centrePhone = phoneNumber(reader, u"centrePhone"_s);
    org.email = emailAddress(reader, u"email"_s);
    reader.object(u"officer"_s, [&org](JsonReader &inner) { org.officer = person(inner); });
    reader.object(u"handler"_s, [&org](JsonReader &inner) { org.handler = person(inner); });
    reader.objects(u"bodies"_s, 1, 20, [&org](JsonReader &inner) {
        Organisation::Body body;
        body.name = inner.text(u"name"_s, 100);
        body.phone = inner.text(u"phone"_s, 20); // three digits are common here
        body.url = webAddress(inner, u"url"_s);
        inner.finish();
        org.bodies.push_back(body);
    });
    reader.objects(u"branches"_s, 1, 5000, [&org](JsonReader &inner) {
        Organisation::Branch branch{inner.text(u"code"_s, 20), inner.text(u"name"_s, 100)};
        if (!branch.code.isEmpty() && org.branch(branch.code) != nullptr)
            inner.fault(u"code"_s, Text::tr("Another branch has this code."));
        inner.finish();
        org.branches.push_back(branch);
    });
}

void readRules(JsonReader &reader, Organisation &org)
{
    reader.object(u"speakableCharactersPerSecond"_s, [&org](JsonReader &inner) {
        org.speakable = {inner.number(u"ko"_s, 1, 40), inner.number(u"en"_s, 1, 80)};
        inner.finish();
    });
    reader.object(u"quietHours"_s, [&org](JsonReader &inner) {
        org.quietFrom = timeOfDay(inner, u"from"_s);
        org.quietUntil = timeOfDay(inner, u"until"_s);
        inner.finish();
    });
    org.requestDays = reader.integer(u"requestDays"_s, 1, 60);
    if (reader.has(u"requestCounting"_s))
        reader.object(u"requestCounting"_s, [&org](JsonReader &inner) { org.requestCounting = counting(inner); });
    org.requestCounting.days = org.requestDays;
    if (reader.has(u"authenticityService"_s))
        reader.object(u"authenticityService"_s,
                      [&org](JsonReader &inner) { org.authenticityService = endpoint(inner); });
    org.resultNoticeDays = reader.integer(u"resultNoticeDays"_s, 1, 60);
    org.reconfirmMonths = reader.integer(u"reconfirmMonths"_s, 1, 60);
    org.keepAfterLeavingMonths = reader.integer(u"keepAfterLeavingMonths"_s, 0, 120);
    reader.objects(u"guardianMethods"_s, 1, 20, [&org](JsonReader &inner) {
        Organisation::GuardianMethod method{inner.text(u"code"_s, 40), inner.localText(u"name"_s, 200)};
        requireBoth(inner, u"name"_s, method.name);
        inner.finish();
        org.guardianMethods.push_back(method);
    });
    reader.objects(u"statutes"_s, 0, 50, [&org](JsonReader &inner) {
        Organisation::Statute statute{inner.code(u"identifier"_s, Identifier::ResidentNumber),
                                      inner.text(u"law"_s, 200), inner.text(u"article"_s, 100)};
        inner.finish();
        org.statutes.push_back(statute);
    });
}

/// A code that none of those before it has.
template <typename Entries> QString newCode(JsonReader &reader, const Entries &before)
{
    const QString code = reader.text(u"code"_s, 40);
    const bool taken = std::ranges::any_of(before, [&code](const auto &entry) { return entry.code == code; });
    if (!code.isEmpty() && taken)
        reader.fault(u"code"_s, Text::tr("Another entry of this list has this code."));
    return code;
}

LocalText bothLanguages(JsonReader &reader, const QString &key, qsizetype maxLength)
{
    const LocalText text = reader.localText(key, maxLength);
    requireBoth(reader, key, text);
    return text;
}

std::vector<Organisation::Named> namedList(JsonReader &reader, const QString &key)
{
    std::vector<Organisation::Named> list;
    reader.objects(key, 1, 100, [&list](JsonReader &inner) {
        Organisation::Named named{newCode(inner, list), bothLanguages(inner, u"name"_s, 300)};
        inner.finish();
        list.push_back(named);
    });
    return list;
}

/// Registers that came later: an organisation file from before them has none.
void readRegisters(JsonReader &reader, Organisation &org)
{
    if (reader.has(u"thirdParties"_s)) {
        reader.objects(u"thirdParties"_s, 0, 200, [&org](JsonReader &inner) {
            Organisation::ThirdParty party;
            party.code = newCode(inner, org.thirdParties);
            party.name = bothLanguages(inner, u"name"_s, 200);
            party.purposes = namedList(inner, u"purposes"_s);
            party.items = namedList(inner, u"items"_s);
            party.period = bothLanguages(inner, u"period"_s, 500);
            inner.finish();
            org.thirdParties.push_back(std::move(party));
        });
    }
    if (reader.has(u"consignees"_s)) {
        reader.objects(u"consignees"_s, 0, 200, [&org](JsonReader &inner) {
            Organisation::Consignee consignee;
            consignee.code = newCode(inner, org.consignees);
            consignee.name = bothLanguages(inner, u"name"_s, 200);
            consignee.work = bothLanguages(inner, u"work"_s, 500);
            consignee.items = bothLanguages(inner, u"items"_s, 500);
            consignee.period = bothLanguages(inner, u"period"_s, 500);
            inner.finish();
            org.consignees.push_back(std::move(consignee));
        });
    }
    if (reader.has(u"reconfirmSilence"_s)) {
        const QString silence = reader.text(u"reconfirmSilence"_s, 10);
        org.reconfirmSilence = silence == u"ends" ? Organisation::Silence::Ends : Organisation::Silence::Keeps;
        if (!silence.isEmpty() && silence != u"keeps" && silence != u"ends")
            reader.fault(u"reconfirmSilence"_s, Text::tr("“keeps” or “ends” is expected here."));
    }
}

template <typename Entries> auto withCode(const Entries &entries, QStringView code)
{
    const auto found = std::ranges::find_if(entries, [code](const auto &entry) { return entry.code == code; });
    return found == entries.end() ? nullptr : &*found;
}

void readDesk(JsonReader &reader, Organisation &org)
{
    org.allowPasswordOnly = reader.boolean(u"allowPasswordOnly"_s);
    org.offlineLeaseHours = reader.integer(u"offlineLeaseHours"_s, 1, 24 * 31);
    org.idleLockMinutes = reader.integer(u"idleLockMinutes"_s, 1, 120);
    org.passwordMinimumLength = reader.integer(u"passwordMinimumLength"_s, 8, 64);
    org.failedSignInsBeforeLock = reader.integer(u"failedSignInsBeforeLock"_s, 3, 20);
    org.cacheDays = reader.integer(u"cacheDays"_s, 1, 3650);
}

} // namespace

Result<Organisation> Organisation::parse(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return invalid(
            Text::tr("The organisation file is larger than %1 KB. Choose the right file.").arg(maxBytes / 1024),
            "size");
    const Result<QJsonObject> root = parseJsonObject(json, Text::tr("The organisation file"));
    if (!root)
        return root.error();
    std::vector<ScriptFault> faults;
    Organisation org;
    JsonReader reader(*root, QString(), faults);
    const QString format = reader.text(u"format"_s, 40);
    if (!format.isEmpty() && format != u"consent-organisation/1")
        reader.fault(u"format"_s, Text::tr("This version reads the format “consent-organisation/1”."));
    readContact(reader, org);
    readRules(reader, org);
    readRegisters(reader, org);
    reader.object(u"desk"_s, [&org](JsonReader &inner) {
        readDesk(inner, org);
        inner.finish();
    });
    reader.finish();
    if (!faults.empty())
        return invalid(Text::tr("The organisation file has faults. Correct them and start again:") + u'\n' +
                           joinedFaults(faults),
                       "organisation file");
    return org;
}

const Organisation::Statute *Organisation::statuteFor(Identifier identifier) const
{
    for (const Statute &statute : statutes) {
        if (statute.identifier == identifier)
            return &statute;
    }
    return nullptr;
}

const Organisation::Branch *Organisation::branch(QStringView code) const
{
    return withCode(branches, code);
}

const Organisation::GuardianMethod *Organisation::guardianMethod(QStringView code) const
{
    return withCode(guardianMethods, code);
}

const Organisation::ThirdParty *Organisation::thirdParty(QStringView code) const
{
    return withCode(thirdParties, code);
}

const Organisation::Named *Organisation::ThirdParty::purpose(QStringView purposeCode) const
{
    return withCode(purposes, purposeCode);
}

const Organisation::Named *Organisation::ThirdParty::item(QStringView itemCode) const
{
    return withCode(items, itemCode);
}

} // namespace consent::domain
