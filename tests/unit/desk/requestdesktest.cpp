#include "desk/requests/requestdesk.h"
#include "desk/contacts/provisionlog.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"

#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;

using Kind = domain::RequestKind;
using State = domain::RequestState;
using Step = domain::RequestStep;

class RequestDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void anAccessRequestGoesFromReceiptToTheResultTold();
    void nothingIsGivenOutBeforeVerification();
    void missingPapersAreNamedAndNothingMoves();
    void aCorrectionFreezesThePersonUntilItIsDone();
    void aRefusedCorrectionFreesThePerson();
    void aWithdrawalEndsTheConsentsWithoutDelay();
    void leavingEndsMembershipAndMandatoryConsents();
    void aSuspensionStopsUseUntilItIsLifted();
    void pausesAndExtensionsMoveTheDueDateAndSayHowToObject();
    void listsAndCountsKnowWhatIsOverdue();
    void aGuardianOfAPersonOf14IsRefused();
    void aResidentNumberIsNotKeptWithoutAStatute();
    void theReferenceTypedByHandIsAProvision();
    void whatIsTypedWrongIsRefusedInASentence_data();
    void whatIsTypedWrongIsRefusedInASentence();

private:
    RequestDesk &requests() { return m_desk->session->requests(); }
    SubjectCard card() { return await(m_desk->session->subjects().open(m_person.id)).value(); }
    RequestView receive(Kind kind, std::vector<WantedChange> changes = {})
    {
        NewRequest request;
        request.subject = m_person.id;
        request.kind = kind;
        request.details = u"상담 중에 말씀하심"_s;
        request.changes = std::move(changes);
        const auto view = await(requests().receive(request));
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *view;
    }
    RequestView verify(const RequestView &request)
    {
        IdentityInput input;
        input.document = domain::DocumentKind::Passport;
        input.documentNumber = u"M12345678"_s;
        input.papers = {domain::RequestPaper::OwnIdentity};
        const auto view = await(requests().verifyIdentity(request.summary.id, input));
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *view;
    }
    static bool allows(const RequestView &view, Step step)
    {
        return std::ranges::find(view.actions, step, &RequestAction::step)->allowed;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::vector<SubjectSummary> m_people;
    SubjectSummary m_person;
};

void RequestDeskTest::initTestCase()
{
    m_desk = std::make_unique<DeskFixture>(40);
    m_desk->signIn();
    m_people = await(m_desk->session->subjects().search(u"010"_s)).value();
    QVERIFY(m_people.size() >= 14);
    std::erase_if(m_people, [this](const SubjectSummary &person) {
        return person.birthDate.addYears(20) > koreanDate(m_desk->clock.now());
    });
}

/// Every test has a person of its own.
void RequestDeskTest::init()
{
    QVERIFY(!m_people.empty());
    if (QByteArray(QTest::currentTestFunction()) == "whatIsTypedWrongIsRefusedInASentence" && !m_person.id.isEmpty())
        return;
    m_person = m_people.back();
    m_people.pop_back();
}

void RequestDeskTest::anAccessRequestGoesFromReceiptToTheResultTold()
{
    RequestView view = receive(Kind::Access);
    QCOMPARE(view.summary.state, State::Received);
    QCOMPARE(view.summary.number.size(), 13);
    QVERIFY(!view.summary.subjectMaskedName.contains(m_person.name));
    QCOMPARE(view.missingPapers.size(), 1);
    QCOMPARE(card().requests.size(), 1U);
    QVERIFY(card().requests.front().clock.startsWith(u"D-"_s));
    view = verify(view);
    QCOMPARE(view.summary.state, State::Verified);
    QVERIFY(view.missingPapers.isEmpty());
    QCOMPARE(view.checks.size(), 1U);
    QVERIFY(!view.checks.front().kept.contains(u"12345678"_s));
    const auto answer = await(requests().answer(view.summary.id));
    QVERIFY2(answer.ok(), qPrintable(answer ? QString() : answer.error().message));
    QCOMPARE(answer->subjectName, m_person.name);
    QVERIFY(answer->held.size() >= 3);
    view = await(requests().complete(view.summary.id, {})).value();
    QCOMPARE(view.summary.state, State::Fulfilled);
    ResultTold told;
    told.documentNumber = answer->documentNumber;
    QVERIFY(!await(requests().tellResult(view.summary.id, told)).ok()); // a number without a hash
    told.documentSha256 = QString(64, u'0');
    view = await(requests().tellResult(view.summary.id, told)).value();
    QCOMPARE(view.summary.state, State::Closed);
    QCOMPARE(view.documentNumber, answer->documentNumber);
    QCOMPARE(view.timeline.size(), 4U);
    QVERIFY(card().requests.empty());
    QVERIFY(!await(requests().answer(view.summary.id)).ok());
}

void RequestDeskTest::nothingIsGivenOutBeforeVerification()
{
    const RequestView view = receive(Kind::ProofOfAccess);
    QCOMPARE(await(requests().answer(view.summary.id)).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(await(requests().complete(view.summary.id, {})).error().kind, ErrorKind::Conflict);
    QVERIFY(!allows(view, Step::Complete));
    IdentityInput failed;
    failed.document = domain::DocumentKind::Passport;
    failed.outcome = domain::IdentityOutcome::Failed;
    const auto after = await(requests().verifyIdentity(view.summary.id, failed));
    QCOMPARE(after.value().summary.state, State::Received);
    QCOMPARE(after.value().checks.size(), 1U);
    QCOMPARE(await(requests().answer(view.summary.id)).error().kind, ErrorKind::NotAllowed);
}

void RequestDeskTest::missingPapersAreNamedAndNothingMoves()
{
    NewRequest request;
    request.subject = m_person.id;
    request.requester = domain::Requester::Agent;
    request.requesterName = u"나대리"_s;
    request.requesterContact = u"010-0000-7777"_s;
    const RequestView view = await(requests().receive(request)).value();
    QCOMPARE(view.requesterName, u"나대리"_s);
    QVERIFY(!view.requesterContact.contains(u"0000-"_s));
    QCOMPARE(view.missingPapers.size(), 3);
    IdentityInput input;
    input.document = domain::DocumentKind::Passport;
    input.papers = {domain::RequestPaper::Mandate, domain::RequestPaper::AgentIdentity};
    const auto refused = await(requests().verifyIdentity(view.summary.id, input));
    QVERIFY(refused.error().message.contains(domain::label(domain::RequestPaper::SealCertificate)));
    RequestView asked =
        await(requests().askPapers(view.summary.id, {domain::RequestPaper::SealCertificate}, {})).value();
    QCOMPARE(asked.summary.state, State::AwaitingPapers);
    QVERIFY(asked.summary.clock.stopped);
    input.papers.push_back(domain::RequestPaper::SealCertificate);
    m_desk->clock.advance(std::chrono::days(20));
    asked = await(requests().verifyIdentity(view.summary.id, input)).value();
    QCOMPARE(asked.summary.state, State::Verified);
    QVERIFY(!asked.summary.clock.overdue); // the twenty days did not count
}

void RequestDeskTest::aCorrectionFreezesThePersonUntilItIsDone()
{
    RequestView view = receive(Kind::Correction, {{domain::SubjectField::Name, {}, u"고쳐진"_s}});
    QVERIFY(view.personFrozen);
    QVERIFY(card().frozen);
    QCOMPARE(view.changes.size(), 1U);
    QCOMPARE(view.changes.front().before, m_person.name);
    // Neither used nor provided: no call, no answer, no provision.
    QCOMPARE(await(m_desk->session->calls().begin(m_person.id, {})).error().kind, ErrorKind::NotAllowed);
    const RequestView access = verify(receive(Kind::Access));
    QCOMPARE(await(requests().answer(access.summary.id)).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(await(requests().complete(access.summary.id, {})).error().kind, ErrorKind::NotAllowed);
    AuthenticityInput ask;
    ask.document = domain::DocumentKind::Passport;
    ask.number = u"M12345678"_s;
    ask.manualReference = u"REF-1"_s;
    ask.manualGenuine = true;
    QCOMPARE(await(requests().checkAuthenticity(receive(Kind::Erasure).summary.id, ask)).error().kind,
             ErrorKind::NotAllowed);
    // What protects the person is never blocked.
    const RequestView withdrawal = verify(receive(Kind::Withdrawal));
    QVERIFY(await(requests().complete(withdrawal.summary.id, {})).ok());

    view = verify(view);
    view = await(requests().complete(view.summary.id, u"신분증과 대조함"_s)).value();
    QCOMPARE(view.summary.state, State::Fulfilled);
    QVERIFY(!view.personFrozen);
    QCOMPARE(card().summary.name, u"고쳐진"_s);
    QVERIFY(await(requests().answer(access.summary.id)).ok());
    QVERIFY(await(m_desk->session->calls().begin(m_person.id, {})).ok());
    QVERIFY(await(m_desk->session->calls().discard()).ok());
}

void RequestDeskTest::aRefusedCorrectionFreesThePerson()
{
    RequestView first = receive(Kind::Correction, {{domain::SubjectField::Email, {}, u"new@example.com"_s}});
    const RequestView second = receive(Kind::Correction, {{domain::SubjectField::Name, {}, u"다른이름"_s}});
    first = verify(first);
    QVERIFY(!await(requests().refuse(first.summary.id, {domain::RefusalGround::NothingHeld, {}})).ok()); // no reason
    QVERIFY(!await(requests().refuse(first.summary.id, {domain::RefusalGround::HarmsOthers, u"까닭"_s})).ok());
    first =
        await(requests().refuse(first.summary.id, {domain::RefusalGround::NothingHeld, u"그런 정보가 없음"_s})).value();
    QCOMPARE(first.refusalReason, u"그런 정보가 없음"_s);
    QVERIFY(first.objectionRoute.contains(u"118"_s));
    QVERIFY(first.personFrozen); // by the second
    const auto closed = await(requests().cancel(second.summary.id, u"요청을 거두심"_s));
    QVERIFY(!closed.value().personFrozen);
    QCOMPARE(closed.value().summary.outcome, std::optional(domain::RequestOutcome::Cancelled));
    QCOMPARE(card().summary.name, m_person.name);
}

void RequestDeskTest::aWithdrawalEndsTheConsentsWithoutDelay()
{
    RequestView view = receive(Kind::Withdrawal);
    QCOMPARE(view.summary.clock.daysLeft, 0);
    view = verify(view);
    QVERIFY(!allows(view, Step::Pause));
    QVERIFY(!allows(view, Step::Refuse));
    view = await(requests().complete(view.summary.id, {})).value();
    for (const ItemState &item : card().items) {
        if (!item.mandatory && item.status != domain::ConsentStatus::None)
            QVERIFY2(item.status != domain::ConsentStatus::Granted, qPrintable(item.code));
    }
}

void RequestDeskTest::leavingEndsMembershipAndMandatoryConsents()
{
    const RequestView view = verify(receive(Kind::Leaving));
    QVERIFY(await(requests().complete(view.summary.id, {})).ok());
    const SubjectCard after = card();
    QCOMPARE(after.summary.membership, domain::MembershipState::Left);
    for (const ItemState &item : after.items)
        QVERIFY2(item.status != domain::ConsentStatus::Granted, qPrintable(item.code));
}

void RequestDeskTest::aSuspensionStopsUseUntilItIsLifted()
{
    RequestView view = verify(receive(Kind::Suspension));
    QVERIFY(!view.personFrozen);
    QCOMPARE(await(requests().liftSuspension(view.summary.id, u"까닭"_s)).error().kind, ErrorKind::Conflict);
    view = await(requests().complete(view.summary.id, {})).value();
    QVERIFY(view.personFrozen);
    view = await(requests().tellResult(view.summary.id, {})).value();
    QCOMPARE(view.summary.state, State::Closed);
    QVERIFY(card().frozen);
    view = await(requests().liftSuspension(view.summary.id, u"다시 이용하기로 하심"_s)).value();
    QVERIFY(!view.personFrozen);
}

void RequestDeskTest::pausesAndExtensionsMoveTheDueDateAndSayHowToObject()
{
    RequestView view = verify(receive(Kind::Erasure));
    const QDate due = view.summary.clock.due;
    QVERIFY(view.objectionRoute.isEmpty());
    QVERIFY(!await(requests().extend(view.summary.id, 61, u"까닭"_s)).ok());
    view = await(requests().extend(view.summary.id, 7, u"자료가 많음"_s)).value();
    QVERIFY(view.summary.clock.due >= due.addDays(7));
    QCOMPARE(view.deferralReason, u"자료가 많음"_s);
    QVERIFY(!view.objectionRoute.isEmpty());
    m_desk->clock.advance(std::chrono::minutes(1));
    view = await(requests().pause(view.summary.id, u"법원에 묻는 중"_s)).value();
    QVERIFY(view.summary.clock.stopped);
    const QDate before = view.summary.clock.due;
    m_desk->clock.advance(std::chrono::days(9));
    view = await(requests().resume(view.summary.id, {})).value();
    QVERIFY(!view.summary.clock.stopped);
    QVERIFY(view.summary.clock.due >= before.addDays(7)); // a weekend at the end may be in it already
}

void RequestDeskTest::listsAndCountsKnowWhatIsOverdue()
{
    const RequestCounts before = await(requests().counts()).value();
    const RequestView view = receive(Kind::Access);
    QCOMPARE(await(requests().counts()).value().open, before.open + 1);
    m_desk->clock.advance(std::chrono::days(20));
    const RequestCounts after = await(requests().counts()).value();
    QVERIFY(after.overdue > before.overdue);
    RequestFilter filter;
    filter.overdueOnly = true;
    const auto late = await(requests().list(filter)).value();
    QCOMPARE(int(late.size()), after.overdue);
    QVERIFY(std::ranges::any_of(late, [&](const RequestSummary &each) { return each.id == view.summary.id; }));
    for (const RequestSummary &each : late)
        QVERIFY(each.clock.text.startsWith(u"D+"_s));
    filter = {};
    const auto open = await(requests().list(filter)).value();
    QCOMPARE(int(open.size()), after.open);
    QVERIFY(open.front().clock.overdue); // a red one is never behind another
}

void RequestDeskTest::aGuardianOfAPersonOf14IsRefused()
{
    NewRequest request;
    request.subject = m_person.id; // grown up
    request.requester = domain::Requester::Guardian;
    request.requesterName = u"모어른"_s;
    request.requesterContact = u"010-0000-8888"_s;
    const auto refused = await(requests().receive(request));
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
}

void RequestDeskTest::aResidentNumberIsNotKeptWithoutAStatute()
{
    const RequestView view = receive(Kind::Access);
    IdentityInput input;
    input.document = domain::DocumentKind::ResidentRegistration;
    input.documentNumber = u"850505-9123455"_s;
    input.papers = {domain::RequestPaper::OwnIdentity};
    const auto checked = await(requests().verifyIdentity(view.summary.id, input)).value();
    QVERIFY(checked.checks.back().kept.isEmpty());
    const DocumentHelp help = requests().documentHelp(domain::DocumentKind::ResidentRegistration, u"850505-9123456"_s);
    QVERIFY(!help.numberMayBeKept);
    QVERIFY(!help.sentence.isEmpty());                                         // a wrong check digit is said
    QVERIFY(help.check.verdict != domain::DocumentCheck::Verdict::Impossible); // and blocks nothing
}

void RequestDeskTest::theReferenceTypedByHandIsAProvision()
{
    const RequestView view = receive(Kind::Access);
    AuthenticityInput ask;
    ask.document = domain::DocumentKind::Passport;
    ask.number = u"M12345678"_s;
    QCOMPARE(await(requests().checkAuthenticity(view.summary.id, ask)).error().kind, ErrorKind::InvalidArgument);
    ask.manualReference = u"182-20261123-77"_s;
    ask.manualGenuine = true;
    const auto outcome = await(requests().checkAuthenticity(view.summary.id, ask));
    QVERIFY2(outcome.ok(), qPrintable(outcome ? QString() : outcome.error().message));
    QCOMPARE(outcome->verdict, AuthenticityOutcome::Verdict::Genuine);
    const RequestView after = verify(await(requests().open(view.summary.id)).value());
    QVERIFY(after.checks.front().authenticityAsked);
    QVERIFY(after.checks.front().kept.contains(u"182-20261123-77"_s));
    const auto answer = await(requests().answer(view.summary.id)).value();
    QCOMPARE(answer.provisions.size(), 1U); // the person is told of it

    // Data that went out wrong: its recipient has to be told before the request ends.
    RequestView wrong = verify(receive(Kind::Correction, {{domain::SubjectField::Name, {}, u"바른이름"_s}}));
    wrong = await(requests().complete(wrong.summary.id, {})).value();
    QCOMPARE(wrong.recipients.size(), 1U);
    QVERIFY(!wrong.recipients.front().recipient.isEmpty());
    QCOMPARE(await(requests().tellResult(wrong.summary.id, {})).error().kind, ErrorKind::Conflict);
    m_desk->clock.advance(std::chrono::minutes(5));
    wrong = await(requests().recipientTold(wrong.summary.id, wrong.recipients.front().provision, {})).value();
    QVERIFY(wrong.recipients.front().told);
    QVERIFY(await(requests().tellResult(wrong.summary.id, {})).ok());
}

void RequestDeskTest::whatIsTypedWrongIsRefusedInASentence_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char *name : {"from the future", "from long ago", "no such item", "no change", "a name that is none",
                             "nobody to reach", "a long text", "nobody"})
        QTest::newRow(name) << QByteArray(name);
}

void RequestDeskTest::whatIsTypedWrongIsRefusedInASentence()
{
    QFETCH(QByteArray, fault);
    NewRequest request;
    request.subject = m_person.id;
    if (fault == "from the future") {
        request.received = m_desk->clock.now() + std::chrono::hours(1);
    } else if (fault == "from long ago") {
        request.received = m_desk->clock.now() - std::chrono::days(400);
    } else if (fault == "no such item") {
        request.kind = Kind::Withdrawal;
        request.items = {u"nothing.of.this"_s};
    } else if (fault == "no change") {
        request.kind = Kind::Correction;
    } else if (fault == "a name that is none") {
        request.kind = Kind::Correction;
        request.changes = {{domain::SubjectField::Name, {}, u"123"_s}};
    } else if (fault == "nobody to reach") {
        request.requester = domain::Requester::Agent;
        request.requesterName = u"나대리"_s;
    } else if (fault == "a long text") {
        request.details = QString(5000, u'가');
    } else {
        request.subject = SubjectId::create();
    }
    const auto refused = await(requests().receive(request));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().message.size() > 10);
}

QTEST_GUILESS_MAIN(RequestDeskTest)
#include "requestdesktest.moc"
