#include "desk/contacts/contactdesk.h"
#include "desk/evidence/evidencedesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "support/desk/deskfixture.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Kind = domain::RequestKind;
using State = domain::RequestState;

/// An erasure that was granted and told ends with the keys: here at once, and nobody finds the person any more.
class ErasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aGrantedErasureLeavesNothingThatOpens();
    void aCustomerLeavesFirst();
    void anotherOpenRequestIsClosedFirst();
    void aRefusedErasureDestroysNothing();

private:
    RequestDesk &requests() { return m_desk->session->requests(); }
    RequestView receive(Kind kind)
    {
        NewRequest request;
        request.subject = m_person.id;
        request.kind = kind;
        const auto received = await(requests().receive(request));
        if (!received)
            qFatal("%s", qPrintable(received.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        IdentityInput input;
        input.document = domain::DocumentKind::Passport;
        input.papers = {domain::RequestPaper::OwnIdentity};
        const auto view = await(requests().verifyIdentity(received->summary.id, input));
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *view;
    }
    Result<RequestView> complete(const RequestView &view)
    {
        auto done = await(requests().complete(view.summary.id, {}));
        m_desk->clock.advance(std::chrono::minutes(5));
        return done;
    }
    Result<RequestView> tell(const RequestView &view)
    {
        auto told = await(requests().tellResult(view.summary.id, {}));
        m_desk->clock.advance(std::chrono::minutes(5));
        return told;
    }
    SubjectSummary take(bool joined)
    {
        const QDate today = koreanDate(m_desk->clock.now());
        const auto people = await(m_desk->session->subjects().search(u"010"_s)).value();
        const auto found = std::ranges::find_if(people, [&](const SubjectSummary &person) {
            return (person.membership == domain::MembershipState::Joined) == joined &&
                   person.birthDate.addYears(20) < today;
        });
        if (found == people.end())
            qFatal("no such person");
        return *found;
    }
    int sealedFiles() const
    {
        return int(QDir(EvidenceDesk::folderOf(m_desk->folder())).entryList(QDir::Files).size());
    }

    std::unique_ptr<DeskFixture> m_desk;
    SubjectSummary m_person;
};

void ErasureTest::init()
{
    m_desk = std::make_unique<DeskFixture>(30);
    m_desk->signIn();
}

void ErasureTest::aGrantedErasureLeavesNothingThatOpens()
{
    m_person = take(true);
    const RequestView leaving = receive(Kind::Leaving);
    QVERIFY(complete(leaving).ok());
    QVERIFY(tell(leaving).ok());
    Attachment paper;
    paper.subject = m_person.id;
    paper.bytes = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    paper.fileName = u"위임장.pdf"_s;
    const auto attached = await(m_desk->session->evidence().attach(paper));
    QVERIFY2(attached.ok(), qPrintable(attached ? QString() : attached.error().message));
    QCOMPARE(sealedFiles(), 1);

    const RequestView erasure = receive(Kind::Erasure);
    RequestView view = complete(erasure).value();
    QVERIFY(view.personFrozen); // not used any more, and there until the person was told
    QVERIFY(await(m_desk->session->subjects().open(m_person.id)).ok());
    view = tell(erasure).value();
    QCOMPARE(view.summary.state, State::Closed);
    QCOMPARE(view.summary.outcome, std::optional(domain::RequestOutcome::Done));

    QCOMPARE(await(m_desk->session->subjects().open(m_person.id)).error().kind, ErrorKind::NotFound);
    QCOMPARE(await(requests().open(erasure.summary.id)).error().kind, ErrorKind::NotFound);
    const auto found = await(m_desk->session->subjects().search(m_person.name)).value();
    QVERIFY(std::ranges::none_of(found, [this](const SubjectSummary &person) { return person.id == m_person.id; }));
    QCOMPARE(sealedFiles(), 0);
    // And after a restart.
    m_desk->signOut();
    m_desk->signIn();
    QCOMPARE(await(m_desk->session->subjects().open(m_person.id)).error().kind, ErrorKind::NotFound);
    QVERIFY(await(m_desk->session->subjects().open(take(true).id)).ok()); // nobody else was touched
}

void ErasureTest::aCustomerLeavesFirst()
{
    m_person = take(true);
    const RequestView erasure = receive(Kind::Erasure);
    const auto refused = complete(erasure);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QVERIFY(await(m_desk->session->subjects().open(m_person.id)).ok());
}

void ErasureTest::anotherOpenRequestIsClosedFirst()
{
    m_person = take(true);
    const RequestView leaving = receive(Kind::Leaving);
    QVERIFY(complete(leaving).ok()); // not told yet
    const RequestView erasure = receive(Kind::Erasure);
    QCOMPARE(complete(erasure).error().kind, ErrorKind::Conflict);
    QVERIFY(tell(leaving).ok());
    QVERIFY(complete(erasure).ok());
    const RequestView access = receive(Kind::Access); // came before the person was told
    QCOMPARE(tell(erasure).error().kind, ErrorKind::Conflict);
    QVERIFY(await(m_desk->session->subjects().open(m_person.id)).ok());
    QVERIFY(await(requests().cancel(access.summary.id, u"거두심"_s)).ok());
    QVERIFY(tell(erasure).ok());
    QVERIFY(!await(m_desk->session->subjects().open(m_person.id)).ok());
}

void ErasureTest::aRefusedErasureDestroysNothing()
{
    m_person = take(true);
    const RequestView erasure = receive(Kind::Erasure);
    QVERIFY(await(requests().refuse(erasure.summary.id, {domain::RefusalGround::LegalObligation, u"거래 기록 5년"_s}))
                .ok());
    QVERIFY(tell(erasure).ok());
    QVERIFY(await(m_desk->session->subjects().open(m_person.id)).ok());
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasuretest.moc"
