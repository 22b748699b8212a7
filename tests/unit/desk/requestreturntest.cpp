#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "domain/phone.h"
#include "support/desk/deskfixture.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Kind = domain::RequestKind;
using State = domain::RequestState;

/// Objections to refusals, guardians whom the company knows, corrections of a guardian's data, and the long list of
/// what is closed.
class RequestReturnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void anObjectionBeginsTheRequestAgainWithAClockOfItsOwn();
    void anObjectionToARefusedCorrectionFreezesAgain();
    void onlyARefusalThatWasToldCanBeObjectedTo();
    void aLinkedGuardianNeedNotProveTheFamilyAgain();
    void somebodyOfAnotherNameIsNotTheLinkedGuardian();
    void theGuardiansDataIsCorrectedFieldByField();
    void closedRequestsCanBeReadToTheLastOne();

private:
    RequestDesk &requests() { return m_desk->session->requests(); }
    SubjectCard card() { return await(m_desk->session->subjects().open(m_person.id)).value(); }
    RequestView opened(const NewRequest &request)
    {
        const auto view = await(requests().receive(request));
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *view;
    }
    NewRequest wish(Kind kind, std::vector<WantedChange> changes = {}) const
    {
        NewRequest request;
        request.subject = m_person.id;
        request.kind = kind;
        request.changes = std::move(changes);
        return request;
    }
    NewRequest ofGuardian(Kind kind, const QString &name) const
    {
        NewRequest request = wish(kind);
        request.channel = domain::RequestChannel::Visit;
        request.requester = domain::Requester::Guardian;
        request.requesterName = name;
        request.requesterContact = u"010-0000-8888"_s;
        return request;
    }
    RequestView verified(const RequestView &view)
    {
        IdentityInput input;
        input.document = domain::DocumentKind::Passport;
        input.papers = {domain::RequestPaper::OwnIdentity};
        const auto after = await(requests().verifyIdentity(view.summary.id, input));
        if (!after)
            qFatal("%s", qPrintable(after.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *after;
    }
    /// Refused and told so.
    RequestView refused(const RequestView &view)
    {
        if (auto no = await(requests().refuse(view.summary.id, {domain::RefusalGround::NothingHeld, u"없음"_s})); !no)
            qFatal("%s", qPrintable(no.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        const auto told = await(requests().tellResult(view.summary.id, {}));
        if (!told)
            qFatal("%s", qPrintable(told.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *told;
    }
    /// Somebody under 14, or everybody else one after the other.
    SubjectSummary take(bool child)
    {
        const QDate today = koreanDate(m_desk->clock.now());
        const auto found = std::ranges::find_if(
            m_people, [&](const SubjectSummary &person) { return (person.birthDate.addYears(14) > today) == child; });
        if (found == m_people.end())
            qFatal("nobody left");
        const SubjectSummary person = *found;
        m_people.erase(found);
        return person;
    }
    /// A child, made of a sample person by correcting the birth date.
    void becomeChild()
    {
        m_person = take(false);
        const QString born = koreanDate(m_desk->clock.now()).addYears(-9).toString(Qt::ISODate);
        const RequestView view =
            verified(opened(wish(Kind::Correction, {{domain::SubjectField::BirthDate, {}, born}})));
        if (auto done = await(requests().complete(view.summary.id, {})); !done)
            qFatal("%s", qPrintable(done.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
    }
    void link(const QString &name)
    {
        const QString method = m_desk->session->organisation().guardianMethods.front().code;
        const auto linked =
            await(m_desk->session->contacts().linkGuardian(m_person.id, {name, u"010-0000-8888"_s, u"모"_s}, method));
        if (!linked)
            qFatal("%s", qPrintable(linked.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::vector<SubjectSummary> m_people;
    SubjectSummary m_person;
};

void RequestReturnTest::initTestCase()
{
    m_desk = std::make_unique<DeskFixture>(40);
    m_desk->signIn();
    m_people = await(m_desk->session->subjects().search(u"010"_s)).value();
    QVERIFY(m_people.size() >= 8);
}

void RequestReturnTest::anObjectionBeginsTheRequestAgainWithAClockOfItsOwn()
{
    m_person = take(false);
    RequestView view = verified(opened(wish(Kind::Access)));
    const QDate firstDue = view.summary.clock.due;
    view = await(requests().extend(view.summary.id, 5, u"자료가 많음"_s)).value();
    view = refused(view);
    QCOMPARE(view.summary.state, State::Closed);
    QVERIFY(!await(requests().object(view.summary.id, u" "_s)).ok()); // without a word of why
    m_desk->clock.advance(std::chrono::days(30));

    view = await(requests().object(view.summary.id, u"정보가 있는 것을 압니다"_s)).value();
    QCOMPARE(view.summary.state, State::Received);
    QVERIFY(!view.summary.outcome);
    QVERIFY(!view.refusalGround);
    QVERIFY(!view.summary.clock.overdue);
    QVERIFY(view.summary.clock.due >= firstDue.addDays(30));
    QCOMPARE(view.summary.clock.daysLeft, requests().clockFor(Kind::Access).daysLeft); // ten days from now, no more
    QCOMPARE(view.timeline.back().reason, u"정보가 있는 것을 압니다"_s);
    QVERIFY(!view.timeline.back().conflict);
    // Who objects is to be known, and then it goes its way.
    QCOMPARE(await(requests().answer(view.summary.id)).error().kind, ErrorKind::NotAllowed);
    m_desk->clock.advance(std::chrono::minutes(5));
    view = verified(view);
    QVERIFY(await(requests().answer(view.summary.id)).ok());
    view = await(requests().complete(view.summary.id, {})).value();
    m_desk->clock.advance(std::chrono::minutes(5));
    view = await(requests().tellResult(view.summary.id, {})).value();
    QCOMPARE(view.summary.outcome, std::optional(domain::RequestOutcome::Done));
    // Looked up anew it says the same.
    QCOMPARE(await(requests().open(view.summary.id)).value().summary.state, State::Closed);
}

void RequestReturnTest::anObjectionToARefusedCorrectionFreezesAgain()
{
    m_person = take(false);
    RequestView view = verified(opened(wish(Kind::Correction, {{domain::SubjectField::Name, {}, u"고쳐진"_s}})));
    QVERIFY(card().frozen);
    view = refused(view);
    QVERIFY(!card().frozen);
    view = await(requests().object(view.summary.id, u"틀린 이름입니다"_s)).value();
    QVERIFY(view.personFrozen);
    m_desk->clock.advance(std::chrono::minutes(5));
    view = verified(view);
    view = await(requests().complete(view.summary.id, {})).value();
    QVERIFY(!view.personFrozen);
    QCOMPARE(card().summary.name, u"고쳐진"_s);
}

void RequestReturnTest::onlyARefusalThatWasToldCanBeObjectedTo()
{
    m_person = take(false);
    RequestView view = verified(opened(wish(Kind::Access)));
    QCOMPARE(await(requests().object(view.summary.id, u"까닭"_s)).error().kind, ErrorKind::Conflict);
    view = await(requests().complete(view.summary.id, {})).value();
    m_desk->clock.advance(std::chrono::minutes(5));
    view = await(requests().tellResult(view.summary.id, {})).value();
    QCOMPARE(await(requests().object(view.summary.id, u"까닭"_s)).error().kind, ErrorKind::Conflict);
    const auto action = std::ranges::find(view.actions, domain::RequestStep::Object, &RequestAction::step);
    QVERIFY(!action->allowed && !action->why.isEmpty());
}

void RequestReturnTest::aLinkedGuardianNeedNotProveTheFamilyAgain()
{
    becomeChild();
    link(u"모어른"_s);
    const RequestView view = opened(ofGuardian(Kind::Access, u"모어른"_s));
    const auto paper = std::ranges::find(view.papers, domain::RequestPaper::FamilyProof, &PaperRow::paper);
    QVERIFY(paper != view.papers.end() && paper->present);
    QCOMPARE(view.missingPapers.size(), 1); // who they are is still to be shown
    IdentityInput input;
    input.document = domain::DocumentKind::Passport;
    QVERIFY(!await(requests().verifyIdentity(view.summary.id, input)).ok());
    input.papers = {domain::RequestPaper::GuardianIdentity};
    QCOMPARE(await(requests().verifyIdentity(view.summary.id, input)).value().summary.state, State::Verified);
}

void RequestReturnTest::somebodyOfAnotherNameIsNotTheLinkedGuardian()
{
    becomeChild();
    link(u"모어른"_s);
    const RequestView view = opened(ofGuardian(Kind::Access, u"나아무"_s));
    QCOMPARE(view.missingPapers.size(), 2);
    IdentityInput input;
    input.method = domain::IdentityMethod::LinkedGuardian;
    input.papers = {domain::RequestPaper::FamilyProof, domain::RequestPaper::GuardianIdentity};
    QVERIFY(!await(requests().verifyIdentity(view.summary.id, input)).ok()); // not one whom we verified
    input.method = domain::IdentityMethod::DocumentSeen;
    input.document = domain::DocumentKind::Passport;
    QVERIFY(await(requests().verifyIdentity(view.summary.id, input)).ok()); // the other parent, with papers
}

void RequestReturnTest::theGuardiansDataIsCorrectedFieldByField()
{
    becomeChild();
    link(u"모어른"_s);
    const auto change = [this](domain::SubjectField field, const QString &value) {
        RequestView view = verified(opened(wish(Kind::Correction, {{field, {}, value}})));
        const auto done = await(requests().complete(view.summary.id, {}));
        m_desk->clock.advance(std::chrono::minutes(5));
        return done;
    };
    const auto first = change(domain::SubjectField::GuardianPhone, u"010-0000-9999"_s);
    QVERIFY2(first.ok(), qPrintable(first ? QString() : first.error().message));
    QCOMPARE(first->changes.front().before, domain::maskedPhone(u"01000008888"_s));
    QCOMPARE(first->changes.front().after, domain::maskedPhone(u"01000009999"_s)); // stands now: as lists show it
    QVERIFY(change(domain::SubjectField::GuardianRelation, u"부"_s).ok());
    QVERIFY(change(domain::SubjectField::GuardianName, u"부어른"_s).ok());
    const RequestView access = verified(opened(wish(Kind::Access)));
    const RequestAnswer answer = await(requests().answer(access.summary.id)).value();
    const auto held = [&answer](domain::SubjectField field) {
        const auto row = std::ranges::find(answer.held, domain::label(field), &RequestAnswer::Held::title);
        return row == answer.held.end() ? QString() : row->value;
    };
    QCOMPARE(held(domain::SubjectField::GuardianName), u"부어른"_s);
    QCOMPARE(held(domain::SubjectField::GuardianPhone), u"010-0000-9999"_s);
    QCOMPARE(held(domain::SubjectField::GuardianRelation), u"부"_s);
}

void RequestReturnTest::closedRequestsCanBeReadToTheLastOne()
{
    m_person = take(false);
    std::set<RequestId> closed;
    for (int i = 0; i < 25; ++i) {
        const RequestView view = opened(wish(i % 5 == 0 ? Kind::Erasure : Kind::Access));
        QVERIFY(await(requests().cancel(view.summary.id, u"거두심"_s)).ok());
        closed.insert(view.summary.id);
    }
    for (const int limit : {1, 7, 1000}) {
        std::set<RequestId> read;
        std::optional<ClosedPlace> place;
        UtcTime before = UtcTime::max();
        do {
            const ClosedRequests page = await(requests().closed({}, limit, place)).value();
            QVERIFY(int(page.requests.size()) <= limit);
            for (const RequestSummary &request : page.requests) {
                QVERIFY(request.received <= before);
                before = request.received;
                QVERIFY(read.insert(request.id).second); // nothing twice
            }
            place = page.next;
        } while (place);
        QVERIFY(std::includes(read.begin(), read.end(), closed.begin(), closed.end()));
    }
    const ClosedRequests erasures = await(requests().closed(Kind::Erasure, 100)).value();
    QCOMPARE(erasures.requests.size(), 5U);
}

QTEST_GUILESS_MAIN(RequestReturnTest)
#include "requestreturntest.moc"
