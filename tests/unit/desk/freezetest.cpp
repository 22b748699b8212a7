#include "desk/contacts/contactdesk.h"
#include "desk/entrance/vaultdesk.h"
#include "desk/evidence/evidencedesk.h"
#include "desk/log/logdesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "support/desk/deskfixture.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Kind = domain::RequestKind;

/// From the receipt of a correction until it is decided the person's data is neither used nor provided, whichever way
/// somebody tries (policy chapter 8). What protects the person goes through all the same.
class FreezeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void noSequenceOfCallsReleasesOrUsesFrozenData();
    void aCallThatWasGoingOnBringsInNoYesAndIsNotResumed();
    void aRefusalIsSavedAllTheSame();
    void thePlainCopyOfEverythingWaits();

private:
    RequestDesk &requests() { return m_desk->session->requests(); }
    SubjectCard card() { return await(m_desk->session->subjects().open(m_person.id)).value(); }
    RequestView receive(Kind kind, std::vector<WantedChange> changes = {})
    {
        NewRequest request;
        request.subject = m_person.id;
        request.kind = kind;
        request.changes = std::move(changes);
        const auto view = await(requests().receive(request));
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        m_desk->clock.advance(std::chrono::minutes(5));
        return *view;
    }
    RequestView freeze() { return receive(Kind::Correction, {{domain::SubjectField::Name, {}, u"고쳐진"_s}}); }
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
    ProvisionFacts provision() const
    {
        const auto &recipient = m_desk->session->organisation().thirdParties.front();
        return {recipient.code,
                recipient.purposes.front().code,
                {recipient.items.front().code},
                domain::ProvisionBasis::Consent};
    }
    /// Somebody of whom there is a receipt.
    void choose()
    {
        const auto people = await(m_desk->session->subjects().search(u"010"_s)).value();
        for (const SubjectSummary &person : people) {
            m_person = person;
            if (person.birthDate.addYears(20) < koreanDate(m_desk->clock.now()) && !card().contacts.empty())
                return;
        }
        qFatal("nobody has a receipt");
    }

    std::unique_ptr<DeskFixture> m_desk;
    SubjectSummary m_person;
};

void FreezeTest::init()
{
    m_desk = std::make_unique<DeskFixture>(8);
    m_desk->signIn();
    choose();
}

void FreezeTest::noSequenceOfCallsReleasesOrUsesFrozenData()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const EventId receipt = card().contacts.front().event;
    const QString number = await(m_desk->session->subjects().reveal(m_person.id, u"검사"_s)).value().phone;
    const RequestView access = verified(receive(Kind::Access));
    DeskSession &desk = *m_desk->session;
    std::vector<std::pair<const char *, std::function<bool()>>> uses{
        {"a call", [&] { return await(desk.calls().begin(m_person.id, {})).ok(); }},
        {"a receipt", [&] { return await(desk.log().receipt(receipt)).ok(); }},
        {"the answer", [&] { return await(requests().answer(access.summary.id)).ok(); }},
        {"carrying out access", [&] { return await(requests().complete(access.summary.id, {})).ok(); }},
        {"a provision", [&] { return await(desk.contacts().recordProvision(m_person.id, provision())).ok(); }},
        {"a plain copy",
         [&] { return await(desk.vault().exportPlain(m_desk->dir.filePath(u"plain.db"_s), u"검사"_s, {})).ok(); }},
        {"contact-check",
         [&] {
             const auto run = await(desk.contacts().beginCheck(m_desk->clock.now(), u"검사"_s)).value();
             QString digits = number;
             const auto answers = await(desk.contacts().check(run, {digits.remove(u'-').toLatin1()})).value();
             if (!await(desk.contacts().endCheck(run)))
                 return true;
             return std::ranges::any_of(answers.front().day, [](domain::ContactAnswer answer) {
                 return answer != domain::ContactAnswer::Frozen;
             });
         }},
        {"a list for asking again",
         [&] {
             const auto due = await(desk.contacts().toReconfirm(QDate(2040, 1, 1), 1000)).value();
             return std::ranges::any_of(due.people,
                                        [&](const ReconfirmationRow &row) { return row.person.id == m_person.id; });
         }},
    };
    std::vector<RequestView> open{freeze()};
    int tried = 0;
    for (int round = 0; round < 60; ++round) {
        const bool frozen = !open.empty();
        QCOMPARE(card().frozen, frozen);
        if (frozen) {
            const auto &[name, use] = uses[random() % uses.size()];
            QVERIFY2(!use(), name);
            ++tried;
        }
        switch (random() % 8) {
        case 0: // another freeze; the person stays frozen until the last is over
            if (open.size() < 3)
                open.push_back(
                    receive(Kind::Correction, {{domain::SubjectField::Email, {}, u"n%1@example.com"_s.arg(round)}}));
            break;
        case 1:
            if (open.size() > 1) {
                QVERIFY(await(requests().cancel(open.back().summary.id, u"거두심"_s)).ok());
                open.pop_back();
            }
            break;
        case 2: { // what protects the person is never blocked
            Ending all;
            all.allOptional = true;
            QVERIFY(await(desk.contacts().end(m_person.id, all)).ok());
            break;
        }
        case 3: {
            const RequestView withdrawal = verified(receive(Kind::Withdrawal));
            QVERIFY(await(requests().complete(withdrawal.summary.id, {})).ok());
            break;
        }
        default:
            break;
        }
        m_desk->clock.advance(std::chrono::minutes(1));
    }
    QVERIFY(tried == 60);
    while (!open.empty()) {
        QVERIFY(await(requests().cancel(open.back().summary.id, u"거두심"_s)).ok());
        open.pop_back();
    }
    QVERIFY(!card().frozen);
    QVERIFY(await(desk.log().receipt(receipt)).ok()); // and afterwards it works
    QVERIFY(await(requests().answer(access.summary.id)).ok());
    QVERIFY(await(desk.contacts().recordProvision(m_person.id, provision())).ok());
    QVERIFY(await(desk.vault().exportPlain(m_desk->dir.filePath(u"plain.db"_s), u"검사"_s, {})).ok());
}

void FreezeTest::aCallThatWasGoingOnBringsInNoYesAndIsNotResumed()
{
    CallDesk &calls = m_desk->session->calls();
    QVERIFY(await(calls.begin(m_person.id, {})).ok());
    QVERIFY(walkToSummary(calls, m_desk->clock, [](const CurrentClause &) { return true; }).ok());
    const RequestView correction = freeze(); // from another window, or another desk
    const auto saved = await(calls.save());
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::NotAllowed);
    QVERIFY(await(calls.optOut({})).ok()); // the person's no is taken
    // Interrupted, it is not gone on with while the data is frozen; and nothing of it is lost.
    m_desk->signOut();
    m_desk->signIn();
    CallDesk &again = m_desk->session->calls();
    QVERIFY(await(again.interrupted()).value().has_value());
    QCOMPARE(await(again.resume()).error().kind, ErrorKind::NotAllowed);
    QVERIFY(await(requests().cancel(correction.summary.id, u"거두심"_s)).ok());
    QVERIFY(await(again.resume()).ok());
    QVERIFY(await(again.save()).ok());
}

void FreezeTest::aRefusalIsSavedAllTheSame()
{
    CallDesk &calls = m_desk->session->calls();
    QVERIFY(await(calls.begin(m_person.id, {})).ok());
    QVERIFY(walkToSummary(calls, m_desk->clock, [](const CurrentClause &) { return false; }).ok());
    static_cast<void>(freeze());
    const auto saved = await(calls.save());
    QVERIFY2(saved.ok(), qPrintable(saved ? QString() : saved.error().message));
}

void FreezeTest::thePlainCopyOfEverythingWaits()
{
    static_cast<void>(freeze());
    const QString path = m_desk->dir.filePath(u"plain.db"_s);
    QCOMPARE(await(m_desk->session->vault().exportPlain(path, u"검사"_s, {})).error().kind, ErrorKind::NotAllowed);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(FreezeTest)
#include "freezetest.moc"
