#include "support/desk/deskfixture.h"

#include "desk/contacts/contactchecking.h"
#include "desk/contacts/contactdesk.h"
#include "desk/log/logdesk.h"
#include "desk/people/mergedesk.h"
#include "desk/people/subjectdesk.h"
#include "domain/contactrules.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using domain::ConsentStatus;
using domain::ContactAnswer;

class ContactDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anOptOutCountsAtOnceAndIsDurable();
    void aMandatoryItemIsNotEndedAndLeavingIsNamed();
    void nothingToEndIsRefused();
    void aNumberThatNobodyIsKnownByIsOptedOut();
    void aLaterConsentOfThatNumberOpensIt();
    void aSlipIsTakenBackWithinTenMinutes();
    void aSlipAfterTenMinutesStands();
    void everyAnswerAboutAdvertisingIsToldOnce();
    void aConsentExpiresByTheDayAndSaysSo();
    void keptConsentsCountOnAndEndedOnesEnd();
    void silenceIsAsTheOrganisationFileSays();
    void whoIsKnownTwiceIsCheckedAndAskedAsOne();
    void theListOfPeopleToAskIsWrittenWithItsPurpose();
    void provisionsNeedTheRegisterAndAreListed();
    void aGuardianNeedsAListedMethodAndAChild();
    void aCheckNeedsAPurpose();

private:
    ContactDesk &contacts() { return m_desk->session->contacts(); }
    /// A person who agreed to everything that was asked.
    SubjectId joined(const QString &name, const QString &phone, const QString &born = u"19900101"_s)
    {
        CallDesk &calls = m_desk->session->calls();
        const auto begun = await(calls.beginNew({name, phone, born, {}, {}}, {}));
        if (!begun)
            qFatal("%s", qPrintable(begun.error().message));
        const auto walked = walkToSummary(calls, m_desk->clock, [](const CurrentClause &) { return true; });
        if (!walked)
            qFatal("%s", qPrintable(walked.error().message));
        const auto saved = await(calls.save());
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return saved->subject;
    }
    ItemState item(const SubjectId &subject, const QString &code)
    {
        const auto targets = await(contacts().whoIs(subject));
        if (!targets)
            qFatal("%s", qPrintable(targets.error().message));
        const auto &items = targets->people.front().items;
        const auto found = std::ranges::find(items, code, &ItemState::code);
        if (found == items.end())
            qFatal("no such item");
        return *found;
    }
    std::array<ContactAnswer, 4> check(const QByteArray &number)
    {
        const auto run = await(contacts().beginCheck(m_desk->session->now(), u"a test"_s));
        if (!run)
            qFatal("%s", qPrintable(run.error().message));
        const auto answers = await(contacts().check(*run, {number}));
        if (!await(contacts().endCheck(*run)) || !answers)
            qFatal("check");
        return answers->front().day;
    }

    std::unique_ptr<DeskFixture> m_desk;
};

void ContactDeskTest::init()
{
    m_desk = std::make_unique<DeskFixture>(0);
    m_desk->signIn();
}

void ContactDeskTest::cleanup()
{
    m_desk.reset();
}

void ContactDeskTest::anOptOutCountsAtOnceAndIsDurable()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::Granted);
    QCOMPARE(check("01000005001")[1], ContactAnswer::Allowed);
    const auto ended = await(contacts().end(person, {{u"ads.sms"_s}, {}, false}));
    QVERIFY2(ended.ok(), qPrintable(ended.ok() ? QString() : ended.error().message));
    QCOMPARE(ended->tellBy, koreanDate(m_desk->session->now()).addDays(14));
    QCOMPARE(check("01000005001")[1], ContactAnswer::OptedOut);
    QCOMPARE(check("01000005001")[2], ContactAnswer::Allowed);
    m_desk->signOut();
    m_desk->signIn();
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::OptedOut);
    QVERIFY(!item(person, u"ads.sms"_s).why.isEmpty());
    const auto way = await(contacts().end(person, {{}, {domain::Channel::Email}, false}));
    QVERIFY(way.ok());
    QCOMPARE(check("01000005001")[2], ContactAnswer::OptedOut);
    QCOMPARE(check("01000005001")[0], ContactAnswer::Allowed);
    QVERIFY(await(contacts().end(person, {{}, {}, true})).ok());
    for (const ContactAnswer answer : check("01000005001"))
        QVERIFY(answer == ContactAnswer::OptedOut || answer == ContactAnswer::NotAsked);
    QCOMPARE(item(person, u"collect.mandatory"_s).status, ConsentStatus::Granted);
}

void ContactDeskTest::aMandatoryItemIsNotEndedAndLeavingIsNamed()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    const auto refused = await(contacts().end(person, {{u"ads.sms"_s, u"collect.mandatory"_s}, {}, false}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(refused.error().message.contains(u"leav"_s));
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::Granted); // nothing of it was ended
}

void ContactDeskTest::nothingToEndIsRefused()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    QCOMPARE(await(contacts().end(person, {})).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(await(contacts().end(person, {{u"no.such"_s}, {}, false})).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(await(contacts().end(SubjectId::create(), {{}, {}, true})).error().kind, ErrorKind::NotFound);
    QVERIFY(!await(contacts().whoHas(u"12"_s)).ok());
}

void ContactDeskTest::aNumberThatNobodyIsKnownByIsOptedOut()
{
    QCOMPARE(check("01000005009")[0], ContactAnswer::Unknown);
    const auto nobody = await(contacts().whoHas(u"010-0000-5009"_s));
    QVERIFY(nobody.ok());
    QVERIFY(nobody->people.empty());
    const auto first = await(contacts().endForNumber(nobody->number, {{}, {}, true}));
    QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().message));
    for (const ContactAnswer answer : check("01000005009"))
        QCOMPARE(answer, ContactAnswer::OptedOut);
    const auto again = await(contacts().endForNumber(nobody->number, {{}, {}, true}));
    QVERIFY(again.ok());
    QCOMPARE(again->subject, first->subject); // one person stands for the number
    // The next caller from it is asked who they are: nobody is known by name.
    const auto matches = await(m_desk->session->calls().identify(u"01000005009"_s));
    QVERIFY(matches.ok());
    QVERIFY(matches->people.empty());
}

void ContactDeskTest::aLaterConsentOfThatNumberOpensIt()
{
    QVERIFY(await(contacts().endForNumber(u"01000005009"_s, {{}, {}, true})).ok());
    m_desk->clock.advance(std::chrono::hours(1));
    joined(u"김하나"_s, u"01000005009"_s);
    QCOMPARE(check("01000005009")[1], ContactAnswer::Allowed);
    m_desk->clock.advance(std::chrono::hours(1));
    QVERIFY(await(contacts().endForNumber(u"01000005009"_s, {{}, {domain::Channel::Sms}, false})).ok());
    QCOMPARE(check("01000005009")[1], ContactAnswer::OptedOut);
    QCOMPARE(check("01000005009")[0], ContactAnswer::Allowed);
}

void ContactDeskTest::aSlipIsTakenBackWithinTenMinutes()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    const auto ended = await(contacts().end(person, {{u"ads.sms"_s}, {}, false}));
    QVERIFY(ended.ok());
    m_desk->clock.advance(std::chrono::minutes(9));
    const auto taken = await(contacts().takeBack(*ended, domain::MistakeReason::WrongItem));
    QVERIFY2(taken.ok(), qPrintable(taken.ok() ? QString() : taken.error().message));
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::Granted);
    const auto rows = await(m_desk->session->log().rows({}, 0, 10));
    QVERIFY(rows.ok());
    QCOMPARE(rows->at(0).kind, LogKind::Mistaken);
    QCOMPARE(rows->at(1).kind, LogKind::OptedOut);
    const auto record = await(m_desk->session->log().open(rows->at(1).event));
    QVERIFY(record.ok());
    QVERIFY(record->flags.back().contains(u"mistake"_s));
    QVERIFY(await(m_desk->session->log().open(rows->at(0).event)).ok());
}

void ContactDeskTest::aSlipAfterTenMinutesStands()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    const auto ended = await(contacts().end(person, {{u"ads.sms"_s}, {}, false}));
    QVERIFY(ended.ok());
    m_desk->clock.advance(std::chrono::minutes(10) + std::chrono::seconds(1));
    const auto taken = await(contacts().takeBack(*ended, domain::MistakeReason::WrongItem));
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::OptedOut);
    const auto rows = await(m_desk->session->log().rows({}, 0, 10));
    QCOMPARE(rows->front().kind, LogKind::OptedOut); // nothing of the attempt was written
}

void ContactDeskTest::everyAnswerAboutAdvertisingIsToldOnce()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    m_desk->clock.advance(std::chrono::hours(24));
    QVERIFY(await(contacts().end(person, {{u"ads.sms"_s}, {}, false})).ok());
    const auto waiting = await(contacts().resultsToTell(10));
    QVERIFY(waiting.ok());
    QCOMPARE(waiting->size(), size_t(2));
    QVERIFY(waiting->at(0).daysLeft < waiting->at(1).daysLeft);
    QCOMPARE(waiting->at(0).person.id, person);
    QVERIFY(await(contacts().told({waiting->at(0).about}, domain::ToldBy::Sms)).ok());
    const auto left = await(contacts().resultsToTell(10));
    QCOMPARE(left->size(), size_t(1));
    QCOMPARE(left->front().about, waiting->at(1).about);
    QVERIFY(!await(contacts().told({EventId::create()}, domain::ToldBy::Sms)).ok());
}

void ContactDeskTest::aConsentExpiresByTheDayAndSaysSo()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    const QDate given = koreanDate(*item(person, u"ads.sms"_s).since);
    const QDate ends = given.addMonths(24);
    QCOMPARE(item(person, u"ads.sms"_s).countsUntil, ends);
    const auto days = koreanDate(m_desk->session->now()).daysTo(ends);
    m_desk->clock.advance(std::chrono::hours(24 * (days - 1)));
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::Granted);
    QCOMPARE(check("01000005001")[1], ContactAnswer::Allowed);
    m_desk->clock.advance(std::chrono::hours(24));
    const ItemState expired = item(person, u"ads.sms"_s);
    QCOMPARE(expired.status, ConsentStatus::Expired);
    QVERIFY(expired.why.contains(ends.toString(Qt::ISODate)));
    QCOMPARE(check("01000005001")[1], ContactAnswer::Expired);
    QCOMPARE(item(person, u"collect.mandatory"_s).status, ConsentStatus::Granted);
    QCOMPARE(item(person, u"marketing.use"_s).status, ConsentStatus::Granted);
}

void ContactDeskTest::keptConsentsCountOnAndEndedOnesEnd()
{
    const SubjectId kept = joined(u"김하나"_s, u"01000005001"_s);
    const SubjectId ended = joined(u"이두리"_s, u"01000005002"_s);
    m_desk->clock.advance(std::chrono::hours(24 * 700));
    const QDate today = koreanDate(m_desk->session->now());
    QVERIFY(await(contacts().toReconfirm(today, 10))->people.empty());
    const auto due = await(contacts().toReconfirm(today.addDays(60), 10));
    QVERIFY(due.ok());
    QCOMPARE(due->people.size(), size_t(2));
    QVERIFY(due->people.front().daysLeft > 0);
    const QStringList items = due->people.front().items;
    QVERIFY(items.contains(u"ads.sms"_s));
    QVERIFY(!items.contains(u"marketing.use"_s));
    QVERIFY(await(contacts().reconfirm(kept, items, domain::Reconfirmation::Kept, u"2028"_s)).ok());
    QVERIFY(await(contacts().reconfirm(ended, items, domain::Reconfirmation::Ended, u"2028"_s)).ok());
    QVERIFY(await(contacts().toReconfirm(today.addDays(60), 10))->people.empty());
    QCOMPARE(item(ended, u"ads.sms"_s).status, ConsentStatus::OptedOut);
    m_desk->clock.advance(std::chrono::hours(24 * 100));
    QCOMPARE(item(kept, u"ads.sms"_s).status, ConsentStatus::Granted);
    QCOMPARE(check("01000005001")[1], ContactAnswer::Allowed);
    m_desk->clock.advance(std::chrono::hours(24 * 640));
    QCOMPARE(item(kept, u"ads.sms"_s).status, ConsentStatus::Expired);
}

void ContactDeskTest::silenceIsAsTheOrganisationFileSays()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    m_desk->clock.advance(std::chrono::hours(24 * 700));
    QVERIFY(await(contacts().reconfirm(person, {u"ads.sms"_s}, domain::Reconfirmation::Silent, {})).ok());
    m_desk->clock.advance(std::chrono::hours(24 * 100));
    QCOMPARE(item(person, u"ads.sms"_s).status, ConsentStatus::Granted); // the shipped file: silence keeps
    QCOMPARE(item(person, u"ads.email"_s).status, ConsentStatus::Expired);
    // Asked too late, silence brings nothing back; a word of the person does.
    QVERIFY(await(contacts().reconfirm(person, {u"ads.email"_s}, domain::Reconfirmation::Silent, {})).ok());
    QCOMPARE(item(person, u"ads.email"_s).status, ConsentStatus::Expired);
    QVERIFY(await(contacts().reconfirm(person, {u"ads.email"_s}, domain::Reconfirmation::Kept, {})).ok());
    QCOMPARE(item(person, u"ads.email"_s).status, ConsentStatus::Granted);
}

void ContactDeskTest::whoIsKnownTwiceIsCheckedAndAskedAsOne()
{
    const SubjectId one = joined(u"김하나"_s, u"01000005001"_s);
    m_desk->clock.advance(std::chrono::minutes(5));
    const SubjectId other = joined(u"김하나"_s, u"01000005002"_s);
    m_desk->clock.advance(std::chrono::minutes(5));
    QVERIFY(await(contacts().end(other, {{}, {domain::Channel::Sms}, false})).ok());
    QCOMPARE(check("01000005001")[1], ContactAnswer::Allowed); // two people, as far as anybody knows
    m_desk->clock.advance(std::chrono::minutes(5));
    const auto merged = await(m_desk->session->merges().merge(one, other));
    QVERIFY2(merged.ok(), qPrintable(merged ? QString() : merged.error().message));
    for (const QByteArray number : {"01000005001", "01000005002"}) {
        QCOMPARE(check(number)[1], ContactAnswer::OptedOut);
        QCOMPARE(check(number)[0], ContactAnswer::Allowed);
    }
    // What was confirmed under the one is confirmed under the other, and nobody is asked twice.
    m_desk->clock.advance(std::chrono::hours(24 * 700));
    const QDate soon = koreanDate(m_desk->session->now()).addDays(60);
    QCOMPARE(await(contacts().toReconfirm(soon, 10))->people.size(), size_t(1));
    QVERIFY(await(contacts().reconfirm(other, {u"ads.email"_s}, domain::Reconfirmation::Kept, {})).ok());
    m_desk->clock.advance(std::chrono::hours(24 * 100));
    for (const QByteArray number : {"01000005001", "01000005002"}) {
        QCOMPARE(check(number)[2], ContactAnswer::Allowed);
        QCOMPARE(check(number)[0], ContactAnswer::Expired);
    }
    // The record of the contact says so, as the card does.
    const auto card = await(m_desk->session->subjects().open(one)).value();
    const auto contact = std::ranges::find_if(card.contacts, [](const auto &row) { return !row.receipt.isEmpty(); });
    QVERIFY(contact != card.contacts.end());
    const auto record = await(m_desk->session->log().open(contact->event)).value();
    QVERIFY(
        std::ranges::any_of(record.flags, [](const QString &flag) { return flag.contains(u"no longer counts"_s); }));
}

void ContactDeskTest::theListOfPeopleToAskIsWrittenWithItsPurpose()
{
    joined(u"김하나"_s, u"01000005001"_s);
    m_desk->clock.advance(std::chrono::hours(24 * 700));
    const QDate before = koreanDate(m_desk->session->now()).addDays(60);
    const QString path = m_desk->dir.filePath(u"batch.csv"_s);
    QVERIFY(!await(contacts().exportBatch(path, before, u"  "_s)).ok());
    QVERIFY(!QFile::exists(path));
    const auto written = await(contacts().exportBatch(path, before, u"two years"_s));
    QVERIFY2(written.ok(), qPrintable(written.ok() ? QString() : written.error().message));
    QCOMPARE(*written, 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(u"김하나"_s) && text.contains(u"010-0000-5001"_s));
    QCOMPARE(await(contacts().exportBatch(path, before, u"again"_s)).error().kind, ErrorKind::AlreadyExists);
}

void ContactDeskTest::provisionsNeedTheRegisterAndAreListed()
{
    const SubjectId person = joined(u"김하나"_s, u"01000005001"_s);
    const ProvisionFacts facts{
        u"police"_s, u"identityDocument"_s, {u"name"_s, u"documentContent"_s}, domain::ProvisionBasis::Consent};
    for (const int part : {0, 1, 2, 3}) {
        ProvisionFacts wrong = facts;
        if (part == 0)
            wrong.recipient = u"neighbour"_s;
        else if (part == 1)
            wrong.purpose = u"curiosity"_s;
        else if (part == 2)
            wrong.items.append(u"shoeSize"_s);
        else
            wrong.items.clear();
        QCOMPARE(await(contacts().recordProvision(person, wrong)).error().kind, ErrorKind::InvalidArgument);
    }
    QVERIFY(await(contacts().recordProvision(person, facts)).ok());
    const auto card = await(m_desk->session->subjects().open(person));
    QVERIFY(card.ok());
    QCOMPARE(card->provisions.size(), size_t(1));
    QCOMPARE(card->provisions.front().recipientCode, u"police"_s);
    QCOMPARE(card->provisions.front().items.size(), 2);
    QVERIFY(!card->provisions.front().period.isEmpty());
}

void ContactDeskTest::aGuardianNeedsAListedMethodAndAChild()
{
    const SubjectId adult = joined(u"김하나"_s, u"01000005001"_s);
    const domain::Guardian mother{u"나보호"_s, u"010-0000-5003"_s, u"모"_s};
    QVERIFY(!await(contacts().linkGuardian(adult, mother, u"phone"_s)).ok());
    // Under 14 at the call: the guardian is asked for there.
    CallDesk &calls = m_desk->session->calls();
    const QDate born = koreanDate(m_desk->session->now()).addYears(-14).addDays(2);
    QVERIFY(await(calls.beginNew({u"김아이"_s, u"01000005004"_s, born.toString(u"yyyyMMdd"_s), {}, {}}, {})).ok());
    QVERIFY(!calls.setGuardian({u"나보호"_s, u"01000005003"_s, u"모"_s, u"hearsay"_s}).ok());
    QVERIFY(calls.setGuardian({u"나보호"_s, u"01000005003"_s, u"모"_s, u"mobileIdentity"_s}).ok());
    QVERIFY(walkToSummary(calls, m_desk->clock, [](const CurrentClause &) { return true; }).ok());
    const auto saved = await(calls.save());
    QVERIFY2(saved.ok(), qPrintable(saved.ok() ? QString() : saved.error().message));
    const SubjectId child = saved->subject;
    auto card = await(m_desk->session->subjects().open(child));
    QCOMPARE(card->guardians.size(), size_t(1));
    QVERIFY(!card->guardians.front().method.isEmpty());
    QVERIFY(card->guardianAuthority.inForce);
    QVERIFY(!await(contacts().linkGuardian(child, {u"다보호"_s, u"01000005005"_s, u"부"_s}, u"hearsay"_s)).ok());
    QVERIFY(await(contacts().linkGuardian(child, {u"다보호"_s, u"01000005005"_s, u"부"_s}, u"writing"_s)).ok());
    card = await(m_desk->session->subjects().open(child));
    QCOMPARE(card->guardians.size(), size_t(2));
    m_desk->clock.advance(std::chrono::hours(48));
    card = await(m_desk->session->subjects().open(child));
    QVERIFY(!card->guardianAuthority.inForce); // by itself
    QVERIFY(!await(contacts().linkGuardian(child, mother, u"phone"_s)).ok());
}

void ContactDeskTest::aCheckNeedsAPurpose()
{
    QCOMPARE(await(contacts().beginCheck(m_desk->session->now(), u" "_s)).error().kind, ErrorKind::InvalidArgument);
}

QTEST_GUILESS_MAIN(ContactDeskTest)
#include "contactdesktest.moc"
