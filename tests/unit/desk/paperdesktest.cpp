#include "desk/papers/paperdesk.h"
#include "desk/log/ledgerdesk.h"
#include "desk/log/logdesk.h"
#include "desk/log/logviews.h"
#include "desk/people/subjectdesk.h"
#include "support/desk/deskfixture.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

class PaperDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultNoticeOfAdvertisingIsInTheLedgerWithItsHash();
    void numbersRunOnAndAreNeverGivenTwice();
    void aPaperIsPrintedAgainFromItsSealedCopyAndSaysWhetherItIsTheSame();
    void aPaperThatCannotBePrintedLeavesNothingBehind();
    void aRequestGetsOnlyThePapersThatItCallsFor();
    void everyPaperOfARequestIsFoundAgain();
    void whatIsNoPaperIsNotPrinted();
};

namespace {

/// A PDF is no business of the desk: any bytes that follow from the paper do.
class WordsPrinter : public PaperPrinter
{
public:
    explicit WordsPrinter(QByteArray font = "plain")
        : m_font(std::move(font))
    {
    }
    Result<QByteArray> print(const Paper &paper) const override { return m_font + emailText(paper).toUtf8(); }

private:
    QByteArray m_font;
};

class BrokenPrinter : public PaperPrinter
{
public:
    Result<QByteArray> print(const Paper &) const override
    {
        return Error{ErrorKind::Io, u"no page"_s, u"broken on purpose"_s};
    }
};

PaperDesk::Printer words(const QByteArray &font = "plain")
{
    return std::make_shared<const WordsPrinter>(font);
}

/// A contact of the sample desk in which somebody was asked about advertising.
LogRow someContact(test::DeskFixture &fixture)
{
    const auto rows = test::await(fixture.session->log().rows({}, 0, 20));
    const auto captured = std::ranges::find(*rows, LogKind::Captured, &LogRow::kind);
    if (captured == rows->end())
        qFatal("the sample desk has no calls");
    return *captured;
}

/// A call in which somebody agrees to everything, advertising on every channel among it.
EventId agreeToAll(test::DeskFixture &fixture)
{
    CallDesk &calls = fixture.session->calls();
    domain::Subject::Fields fields;
    fields.name = u"나새로"_s;
    fields.phone = u"01000008765"_s;
    fields.birthDate = u"19900101"_s;
    const auto saved = [&]() -> Result<SavedCall> {
        if (auto begun = test::await(calls.beginNew(fields, {})); !begun)
            return begun.error();
        if (auto walked = test::walkToSummary(calls, fixture.clock, [](const CurrentClause &) { return true; });
            !walked)
            return walked.error();
        return test::await(calls.save());
    }();
    if (!saved)
        qFatal("%s", qPrintable(saved.error().detail));
    return saved->event;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

RequestView refusedRequest(test::DeskFixture &fixture)
{
    const auto record = test::await(fixture.session->log().open(someContact(fixture).event));
    RequestView view;
    view.summary.id = RequestId::create();
    view.summary.subject = record->subject;
    view.summary.kind = domain::RequestKind::Erasure;
    view.summary.state = domain::RequestState::Refused;
    view.summary.received = fixture.clock.now();
    view.subject.id = record->subject;
    view.refusalGround = domain::RefusalGround::LegalObligation;
    view.refusalReason = u"계약 기록은 5년간 보관합니다."_s;
    return view;
}

} // namespace

void PaperDeskTest::aResultNoticeOfAdvertisingIsInTheLedgerWithItsHash()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const auto issued = test::await(fixture.session->papers().issueAdvertising(agreeToAll(fixture), words()));
    QVERIFY2(issued, qPrintable(issued ? QString() : issued.error().detail));
    QCOMPARE(issued->summary.kind, PaperKind::AdvertisingResult);
    QCOMPARE(issued->summary.sha256, sha256(issued->pdf));
    QCOMPARE(issued->summary.number, issued->paper.number);
    QVERIFY(issued->paper.number.startsWith(u"261123-"_s));
    QVERIFY(!issued->paper.parts.front().table.rows.empty());
    QVERIFY(test::await(fixture.session->ledger().verify({}, std::make_shared<std::atomic_bool>(false)))->intact);
}

void PaperDeskTest::numbersRunOnAndAreNeverGivenTwice()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const EventId contact = agreeToAll(fixture);
    QStringList numbers;
    for (int at = 0; at < 5; ++at)
        numbers += test::await(fixture.session->papers().issueAdvertising(contact, words()))->summary.number;
    QCOMPARE(QSet<QString>(numbers.begin(), numbers.end()).size(), qsizetype(5));
    QVERIFY(std::ranges::is_sorted(numbers));
}

void PaperDeskTest::aPaperIsPrintedAgainFromItsSealedCopyAndSaysWhetherItIsTheSame()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const auto issued = test::await(fixture.session->papers().issueAdvertising(agreeToAll(fixture), words()));
    fixture.signOut();
    fixture.signIn();
    const auto same = test::await(fixture.session->papers().again(issued->summary.event, words()));
    QVERIFY(same);
    QVERIFY(same->identical);
    QCOMPARE(same->pdf, issued->pdf);
    QCOMPARE(same->paper, issued->paper);
    const auto other = test::await(fixture.session->papers().again(issued->summary.event, words("other font")));
    QVERIFY(other);
    QVERIFY(!other->identical);
    QCOMPARE(other->summary.sha256, issued->summary.sha256);
}

void PaperDeskTest::aPaperThatCannotBePrintedLeavesNothingBehind()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const RequestView request = refusedRequest(fixture);
    const auto failed = test::await(
        fixture.session->papers().issue(request, {}, PaperKind::Refusal, std::make_shared<const BrokenPrinter>()));
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"no page"_s);
    QVERIFY(test::await(fixture.session->papers().ofRequest(request.subject.id, request.summary.id))->empty());
    const auto first = test::await(fixture.session->papers().issue(request, {}, PaperKind::Refusal, words()));
    const auto second = test::await(fixture.session->papers().issue(request, {}, PaperKind::Refusal, words()));
    const int gap =
        second->summary.number.section(u'-', 2, 2).toInt() - first->summary.number.section(u'-', 2, 2).toInt();
    QCOMPARE(gap, 1);
}

void PaperDeskTest::aRequestGetsOnlyThePapersThatItCallsFor()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const RequestView request = refusedRequest(fixture);
    for (const PaperKind kind : {PaperKind::ResultNotice, PaperKind::Deferral, PaperKind::AccessAnswer}) {
        const auto refused = test::await(fixture.session->papers().issue(request, {}, kind, words()));
        QVERIFY2(!refused, qPrintable(domain::toCode(kind)));
        QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
        QVERIFY(!refused.error().message.isEmpty());
    }
    RequestView access = request;
    access.summary.kind = domain::RequestKind::Access;
    access.summary.state = domain::RequestState::Received;
    RequestAnswer answer;
    answer.request = access.summary;
    QVERIFY(!test::await(fixture.session->papers().issue(access, answer, PaperKind::AccessAnswer, words())));
    IdentityCheckRow passed;
    passed.outcome = domain::IdentityOutcome::Passed;
    access.checks = {passed};
    access.summary.state = domain::RequestState::Verified;
    QVERIFY(test::await(fixture.session->papers().issue(access, answer, PaperKind::AccessAnswer, words())));
    access.personFrozen = true;
    const auto frozen = test::await(fixture.session->papers().issue(access, answer, PaperKind::AccessAnswer, words()));
    QVERIFY(!frozen);
    QCOMPARE(frozen.error().kind, ErrorKind::NotAllowed);
}

void PaperDeskTest::everyPaperOfARequestIsFoundAgain()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const RequestView request = refusedRequest(fixture);
    const RequestView other = refusedRequest(fixture);
    const auto first = test::await(fixture.session->papers().issue(request, {}, PaperKind::Refusal, words()));
    const auto second = test::await(fixture.session->papers().issue(request, {}, PaperKind::Refusal, words()));
    QVERIFY(test::await(fixture.session->papers().issue(other, {}, PaperKind::Refusal, words())));
    QVERIFY(emailText(first->paper).contains(request.refusalReason));
    const auto found = test::await(fixture.session->papers().ofRequest(request.subject.id, request.summary.id));
    QCOMPARE(found->size(), size_t(2));
    QCOMPARE(found->front().number, second->summary.number);
    QCOMPARE(found->back().number, first->summary.number);
    for (const PaperUse use : {PaperUse::Print, PaperUse::Save, PaperUse::CopyText})
        QVERIFY(test::await(fixture.session->papers().used(found->front().event, use)));
}

void PaperDeskTest::whatIsNoPaperIsNotPrinted()
{
    test::DeskFixture fixture;
    fixture.signIn();
    const LogRow contact = someContact(fixture);
    QVERIFY(!test::await(fixture.session->papers().again(contact.event, words())));
    QVERIFY(!test::await(fixture.session->papers().used(contact.event, PaperUse::Print)));
    QVERIFY(!test::await(fixture.session->papers().again(EventId::create(), words())));
}

QTEST_GUILESS_MAIN(PaperDeskTest)
#include "paperdesktest.moc"
