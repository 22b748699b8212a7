#include "desk/contacts/contactdesk.h"
#include "desk/people/subjectdesk.h"
#include "ledger/requestfacts.h"
#include "support/sync/twodesks.h"

#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace types = ledger::eventtypes;

/// A correction that one desk received freezes the person on the other: there works an agent, here who handles it.
class FrozenElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theAgentOfTheOtherDeskSeesItAndGetsNothingRevealed();
    void whoHandlesTheRequestReachesThePerson();
    void theAgentTakesAnOptOutAllTheSame();
    void afterTheRequestTheAgentWorksAsAlways();

private:
    Result<SubjectDetails> revealed(SimDesk &desk) const
    {
        SubjectDesk subjects(desk.core(), nullptr);
        return subjects.reveal(m_person, u"다시 전화"_s).result();
    }

    std::unique_ptr<TwoDesks> m_desks;
    SubjectId m_person;
    RequestId m_request;
};

void FrozenElsewhereTest::init()
{
    m_desks = std::make_unique<TwoDesks>(Role::Agent);
    m_person = m_desks->registered(m_desks->one(), u"김하나"_s, u"01000004321"_s, u"1985-05-05"_s);
    m_desks->answered(m_desks->one(), m_person, {{"marketing.sms", domain::Decision::Granted}});
    m_desks->exchange();
    QVERIFY(revealed(m_desks->other()).ok());
    m_request = RequestId::create();
    ledger::RequestOpened opened;
    opened.request = m_request;
    opened.kind = domain::RequestKind::Correction;
    opened.received = m_desks->one().clock().now();
    opened.dueDate = koreanDate(opened.received).addDays(10);
    opened.fields = {u"phone"_s};
    m_desks->record(m_desks->one(), types::requestOpened, m_person, opened.toFacts(), {});
    m_desks->record(m_desks->one(), types::subjectFrozen, m_person,
                    ledger::SubjectFreeze{m_request, domain::RequestKind::Correction, {}}.toFacts(), {});
    m_desks->exchange();
}

void FrozenElsewhereTest::theAgentOfTheOtherDeskSeesItAndGetsNothingRevealed()
{
    SubjectDesk subjects(m_desks->other().core(), nullptr);
    const auto card = subjects.open(m_person).result();
    QVERIFY(card.ok());
    QVERIFY(card->frozen);
    const auto details = revealed(m_desks->other());
    QVERIFY(!details);
    QCOMPARE(details.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(details.error().detail, u"frozen"_s);
}

void FrozenElsewhereTest::whoHandlesTheRequestReachesThePerson()
{
    const auto details = revealed(m_desks->one());
    QVERIFY2(details.ok(), details ? "" : qPrintable(details.error().message));
    QCOMPARE(details->phone, u"010-0000-4321"_s);
}

void FrozenElsewhereTest::theAgentTakesAnOptOutAllTheSame()
{
    ContactDesk contacts(m_desks->other().core(), nullptr);
    Ending all;
    all.allOptional = true;
    const auto ended = contacts.end(m_person, all).result();
    QVERIFY2(ended.ok(), ended ? "" : qPrintable(ended.error().message));
    m_desks->exchange();
    QCOMPARE(TwoDesks::stands(m_desks->one(), m_person, u"optional:*"_s), domain::ConsentStatus::OptedOut);
}

void FrozenElsewhereTest::afterTheRequestTheAgentWorksAsAlways()
{
    ledger::RequestClosed closed;
    closed.request = m_request;
    closed.outcome = domain::RequestOutcome::Cancelled;
    m_desks->record(m_desks->one(), types::requestClosed, m_person, closed.toFacts(), {});
    m_desks->record(m_desks->one(), types::subjectUnfrozen, m_person,
                    ledger::SubjectFreeze{m_request, domain::RequestKind::Correction, {}}.toFacts(), {});
    m_desks->exchange();
    const auto details = revealed(m_desks->other());
    QVERIFY2(details.ok(), details ? "" : qPrintable(details.error().message));
}

QTEST_GUILESS_MAIN(FrozenElsewhereTest)
#include "frozenelsewheretest.moc"
