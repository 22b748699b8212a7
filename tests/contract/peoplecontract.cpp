#include "contract/peoplecontract.h"

#include <QTest>

#include <set>

using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

const ContractDesks::Post busan{u"busan"_s, {u"agent"_s}};

LookUp byPhone(char token, const QString &action = u"search"_s)
{
    LookUp question;
    question.kind = TokenKind::Phone;
    question.token = QByteArray(16, token);
    question.action = action;
    return question;
}

LookUp byId(const SubjectId &subject)
{
    LookUp question;
    question.subject = subject;
    question.action = u"sync"_s;
    return question;
}

} // namespace

void PeopleContract::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
}

Redeemed PeopleContract::lookUp(const TestDesk &desk, const LookUp &question)
{
    const Ticket ticket = must(at(desk).ask(question));
    if (ticket.answer != LookUpAnswer::Granted)
        qFatal("the question was refused");
    return must(at(desk).redeem(ticket));
}

void PeopleContract::tellPhone(const TestDesk &desk, const SubjectId &subject, char token, qint64 since)
{
    if (!at(desk).putSubjectTokens({{subject, TokenKind::Phone, QByteArray(16, token), fromMs(since)}}))
        qFatal("token not taken");
}

void PeopleContract::personIsFoundByTokenWithEverything()
{
    TestDesk here;
    const TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    here.addGrant();
    here.addOptOut();
    QVERIFY(at(here).putDataKeys({here.dataKey().wrapped}).ok());
    tellPhone(here, here.subject(), 'p');
    m_desks->push(here);
    const Redeemed redeemed = lookUp(there, byPhone('p'));
    QCOMPARE(redeemed.answer, RedeemAnswer::Given);
    QCOMPARE(redeemed.files.size(), std::size_t(1));
    const SubjectFile &file = redeemed.files.front();
    QCOMPARE(file.subject, here.subject());
    QVERIFY(!file.erased);
    QCOMPARE(file.dataKeys, std::vector{here.dataKey().wrapped});
    QCOMPARE(file.events.size(), std::size_t(2));
    QCOMPARE(file.events[0].jws, here.events()[1].jws);
    QCOMPARE(file.events[1].jws, here.events()[2].jws);
    QCOMPARE(file.events[1].hash, here.events()[2].hash);
    QCOMPARE(file.events[1].seq, 3);
    QCOMPARE(file.events[1].device, here.device());
}

void PeopleContract::personIsFoundById()
{
    TestDesk here;
    const TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    here.addGrant();
    m_desks->push(here);
    const Redeemed redeemed = lookUp(there, byId(here.subject()));
    QCOMPARE(redeemed.files.size(), std::size_t(1));
    QCOMPARE(redeemed.files.front().events.size(), std::size_t(1));
}

void PeopleContract::nobodyFoundIsAnEmptyAnswer()
{
    const TestDesk desk;
    m_desks->join(desk);
    QCOMPARE(lookUp(desk, byPhone('x')).answer, RedeemAnswer::Given);
    QVERIFY(lookUp(desk, byPhone('x')).files.empty());
    QVERIFY(lookUp(desk, byId(SubjectId::create())).files.empty());
}

void PeopleContract::secondTokenMustFitToo()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    QVERIFY(at(desk)
                .putSubjectTokens({{desk.subject(), TokenKind::PhoneLastFour, QByteArray(16, '4'), fromMs(1)},
                                   {desk.subject(), TokenKind::Name, QByteArray(16, 'n'), fromMs(1)}})
                .ok());
    LookUp question;
    question.kind = TokenKind::PhoneLastFour;
    question.token = QByteArray(16, '4');
    question.action = u"search"_s;
    question.also = {TokenKind::Name, QByteArray(16, 'n')};
    QCOMPARE(lookUp(desk, question).files.size(), std::size_t(1));
    question.also = {TokenKind::Name, QByteArray(16, 'm')};
    QVERIFY(lookUp(desk, question).files.empty());
    question.also = {TokenKind::NameAndBirthDate, QByteArray(16, 'n')};
    QVERIFY(lookUp(desk, question).files.empty());
}

void PeopleContract::limitIsKept()
{
    TestDesk desk;
    desk.enrol();
    std::set<SubjectId> all;
    for (int i = 0; i < 5; ++i) {
        const auto subject = *all.insert(SubjectId::create()).first;
        desk.add({ledger::eventtypes::subjectRegistered, desk.actor(), u"center"_s, subject, {}, {}});
        tellPhone(desk, subject, 'p');
    }
    m_desks->push(desk);
    LookUp question = byPhone('p');
    question.limit = 3;
    QCOMPARE(lookUp(desk, question).files.size(), std::size_t(3));
    question.limit = 200;
    std::set<SubjectId> found;
    for (const SubjectFile &file : lookUp(desk, question).files)
        found.insert(file.subject);
    QCOMPARE(found, all);
}

void PeopleContract::laterTokenReplacesTheEarlierWhateverTheOrder()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    tellPhone(desk, desk.subject(), 'b', 200);
    tellPhone(desk, desk.subject(), 'a', 100); // recorded before, arrives after
    QVERIFY(lookUp(desk, byPhone('a')).files.empty());
    QCOMPARE(lookUp(desk, byPhone('b')).files.size(), std::size_t(1));
    tellPhone(desk, desk.subject(), 'c', 200); // a tie: the larger
    tellPhone(desk, desk.subject(), 'b', 200);
    QVERIFY(lookUp(desk, byPhone('b')).files.empty());
    QCOMPARE(lookUp(desk, byPhone('c')).files.size(), std::size_t(1));
}

void PeopleContract::redeemedPersonBelongsToTheBranchFromThenOn()
{
    TestDesk here;
    const TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    here.addGrant();
    tellPhone(here, here.subject(), 'p');
    m_desks->push(here);
    const QByteArray cursor = must(at(there).pull({}, 100)).cursor;
    lookUp(there, byPhone('p'));
    here.addOptOut();
    m_desks->push(here);
    const PullPage page = must(at(there).pull(cursor, 100));
    QCOMPARE(page.events.size(), std::size_t(1));
    QCOMPARE(page.events.front().jws, here.events().back().jws);
}

void PeopleContract::ticketIsGoodOnce()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    const Ticket ticket = must(at(desk).ask(byId(desk.subject())));
    QCOMPARE(must(at(desk).redeem(ticket)).answer, RedeemAnswer::Given);
    const Redeemed again = must(at(desk).redeem(ticket));
    QCOMPARE(again.answer, RedeemAnswer::Used);
    QVERIFY(again.files.empty());
}

void PeopleContract::ticketOfAnotherDeviceIsUnknown()
{
    TestDesk desk;
    const TestDesk other;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    m_desks->join(other);
    const Ticket ticket = must(at(desk).ask(byId(desk.subject())));
    const Redeemed stolen = must(at(other).redeem(ticket));
    QCOMPARE(stolen.answer, RedeemAnswer::Unknown);
    QVERIFY(stolen.files.empty());
    QCOMPARE(must(at(other).redeem({LookUpAnswer::Granted, QByteArray(32, 'x'), {}})).answer, RedeemAnswer::Unknown);
    QCOMPARE(must(at(desk).redeem(ticket)).answer, RedeemAnswer::Given);
}

void PeopleContract::ticketEnds()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    m_fixture.set(u"ticketSeconds"_s, 0);
    const Ticket ticket = must(at(desk).ask(byId(desk.subject())));
    const Redeemed late = must(at(desk).redeem(ticket));
    QCOMPARE(late.answer, RedeemAnswer::Expired);
    QVERIFY(late.files.empty());
}

void PeopleContract::quotaRefusesAndLogs()
{
    TestDesk desk;
    const TestDesk other;
    desk.enrol();
    m_desks->push(desk);
    m_desks->join(other);
    m_fixture.set(u"lookUpsPerHour"_s, 3);
    for (char token : {'a', 'b', 'c'})
        QCOMPARE(must(at(desk).ask(byPhone(token))).answer, LookUpAnswer::Granted);
    const Ticket refused = must(at(desk).ask(byPhone('d')));
    QCOMPARE(refused.answer, LookUpAnswer::OverQuota);
    QVERIFY(refused.token.isEmpty());
    QCOMPARE(m_fixture.logged(u"search"_s, u"granted"_s), 3);
    QCOMPARE(m_fixture.logged(u"search"_s, u"overQuota"_s), 1);
    QCOMPARE(must(at(other).ask(byPhone('a'))).answer, LookUpAnswer::Granted); // each user has a quota of their own
}

void PeopleContract::roleWithoutLookUpsIsRefusedAndLogged()
{
    const TestDesk desk;
    m_desks->join(desk, {u"center"_s, {u"admin"_s}});
    const Ticket refused = must(at(desk).ask(byPhone('a')));
    QCOMPARE(refused.answer, LookUpAnswer::NotPermitted);
    QVERIFY(refused.token.isEmpty());
    QCOMPARE(m_fixture.logged(u"search"_s, u"notPermitted"_s), 1);
}

void PeopleContract::everyQuestionIsLogged()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    QVERIFY(at(desk).ask(byPhone('a', u"request"_s)).ok()); // never redeemed
    lookUp(desk, byPhone('a', u"request"_s));
    QCOMPARE(m_fixture.logged(u"request"_s, u"granted"_s), 2);
}

void PeopleContract::accessLogOfADeskIsKeptOnce()
{
    TestDesk desk;
    m_desks->join(desk);
    const AccessEntry view{newUuid(), fromMs(1'764'000'000'000), desk.actor(), desk.subject(), u"view"_s, u"stated"_s,
                           1};
    AccessEntry print{newUuid(), fromMs(1'764'000'001'000), desk.actor(), std::nullopt, u"print"_s, {}, 12};
    QVERIFY(at(desk).logAccess({}).ok());
    QVERIFY(at(desk).logAccess({view}).ok());
    QVERIFY(at(desk).logAccess({view, print}).ok());
    QVERIFY(at(desk).logAccess({print}).ok());
    QCOMPARE(m_fixture.logged(u"view"_s, u"reported"_s), 1);
    QCOMPARE(m_fixture.logged(u"print"_s, u"reported"_s), 1);
    print.id = u"x"_s;
    QCOMPARE(at(desk).logAccess({print}).error().kind, ErrorKind::InvalidArgument);
}

void PeopleContract::questionsInAnotherFormAreRefused()
{
    const TestDesk desk;
    m_desks->join(desk);
    const auto refused = [&](auto change) {
        LookUp question = byPhone('a');
        change(question);
        const auto answer = at(desk).ask(question);
        return !answer && answer.error().kind == ErrorKind::InvalidArgument;
    };
    QVERIFY(refused([](LookUp &question) { question.token.chop(1); }));
    QVERIFY(refused([](LookUp &question) { question.token.clear(); }));
    QVERIFY(refused([](LookUp &question) { question.action.clear(); }));
    QVERIFY(refused([](LookUp &question) { question.action = u"look at 010-0000-0000"_s; }));
    QVERIFY(refused([](LookUp &question) { question.reason = u"she called"_s; }));
    QVERIFY(refused([](LookUp &question) { question.limit = 0; }));
    QVERIFY(refused([](LookUp &question) { question.limit = 201; }));
    QVERIFY(refused([](LookUp &question) { question.also = {TokenKind::Name, "short"}; }));
    QCOMPARE(at(desk).putSubjectTokens({{desk.subject(), TokenKind::Phone, "short", {}}}).error().kind,
             ErrorKind::InvalidArgument);
    QCOMPARE(m_fixture.logged(u"search"_s, u"granted"_s), 0);
}

void PeopleContract::releasedPeopleMayBeAskedForAgain()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    lookUp(desk, byId(desk.subject()));
    QVERIFY(at(desk).release({}).ok());
    QVERIFY(at(desk).release({desk.subject(), SubjectId::create()}).ok());
    QVERIFY(at(desk).release({desk.subject()}).ok());
    QCOMPARE(lookUp(desk, byId(desk.subject())).files.size(), std::size_t(1));
}
