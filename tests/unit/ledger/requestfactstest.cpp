#include "requestsamples.h"

#include <QJsonArray>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace consent::ledger::samples;

class RequestFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindReadsBackWhatWasWritten();
    void everyFieldThatIsMissingOrWrongIsRefusedByName();
    void aStepThatMovesNothingHereIsRefused();
    void whatAStepNeedsIsNeeded_data();
    void whatAStepNeedsIsNeeded();
    void aCheckIsOfARequestOrAContactNotOfBoth();
    void onlyWhatProtectsFreezes();
    void membersOfANewerProgramAreLeftAlone();

private:
    template <typename T> void roundTrip(T written)
    {
        for (const std::optional<UtcTime> after :
             {std::optional<UtcTime>(), std::optional(fromMs(1'763'000'000'000))}) {
            written.after = after;
            const auto read = T::fromFacts(written.toFacts());
            QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
            QVERIFY(*read == written);
        }
    }
    template <typename T> void refusesEachFault(const T &written)
    {
        const QJsonObject facts = written.toFacts();
        for (const QString &name : facts.keys()) {
            QJsonObject without = facts;
            without.remove(name);
            QVERIFY2(!T::fromFacts(without).ok(), qPrintable(name));
            for (const QJsonValue &bad : {QJsonValue(true), QJsonValue(-5), QJsonValue(u"???"_s),
                                          QJsonValue(QJsonArray{1}), QJsonValue(QJsonObject())}) {
                if (bad.type() == facts[name].type() && bad.isArray() && facts[name].toArray().isEmpty())
                    continue;
                QJsonObject changed = facts;
                changed[name] = bad;
                const auto read = T::fromFacts(changed);
                QVERIFY2(!read.ok(), qPrintable(name));
                QVERIFY2(read.error().kind == ErrorKind::Damaged, qPrintable(name));
                QVERIFY2(read.error().detail.contains(name), qPrintable(read.error().detail));
            }
        }
    }

    const RequestId m_request = RequestId::create();
    const UtcTime m_at = fromMs(1'795'400'000'000);
};

void RequestFactsTest::everyKindReadsBackWhatWasWritten()
{
    for (const auto &kind : domain::codesOf<domain::RequestKind>) {
        RequestOpened facts = opened(m_request, kind.value, m_at);
        facts.counting = {7, domain::CountedDays::Working, true, false};
        facts.requester = domain::Requester::Agent;
        roundTrip(facts);
    }
    for (const auto step : {domain::RequestStep::AskPapers, domain::RequestStep::Pause, domain::RequestStep::Extend,
                            domain::RequestStep::Refuse})
        roundTrip(moved(m_request, step));
    RequestMoved complete = moved(m_request, domain::RequestStep::Complete);
    complete.recipients = {ProvisionId::create(), ProvisionId::create()};
    roundTrip(complete);
    RequestMoved told = moved(m_request, domain::RequestStep::RecipientTold);
    told.provision = complete.recipients.front();
    roundTrip(told);
    for (const auto &outcome : domain::codesOf<domain::RequestOutcome>)
        roundTrip(closed(m_request, outcome.value));
    RequestClosed paper = closed(m_request, domain::RequestOutcome::Done);
    paper.document = u"R261123-7K3QX-1"_s;
    paper.sha256 = QString(64, u'a');
    roundTrip(paper);
    IdentityChecked check = checked(m_request, domain::IdentityOutcome::Failed);
    check.provision = ProvisionId::create();
    roundTrip(check);
    check.request.reset();
    check.contact = ContactId::create();
    check.document.reset();
    roundTrip(check);
    roundTrip(SubjectFreeze{m_request, domain::RequestKind::Suspension, {}});
}

void RequestFactsTest::everyFieldThatIsMissingOrWrongIsRefusedByName()
{
    refusesEachFault(opened(m_request, domain::RequestKind::Correction, m_at));
    refusesEachFault(moved(m_request, domain::RequestStep::Extend));
    refusesEachFault(moved(m_request, domain::RequestStep::Refuse));
    RequestClosed paper = closed(m_request, domain::RequestOutcome::Done);
    paper.document = u"R261123-7K3QX-1"_s;
    paper.sha256 = QString(64, u'a');
    const QJsonObject facts = paper.toFacts();
    for (const QString &name : {u"request"_s, u"outcome"_s, u"told"_s, u"sha256"_s}) {
        QJsonObject without = facts;
        without.remove(name);
        QVERIFY2(!RequestClosed::fromFacts(without).ok(), qPrintable(name));
    }
    QJsonObject counting = opened(m_request, domain::RequestKind::Access, m_at).toFacts();
    for (const QString &name : {u"length"_s, u"days"_s, u"firstDayCounts"_s, u"rollsOver"_s}) {
        QJsonObject changed = counting;
        QJsonObject inner = counting[u"counting"_s].toObject();
        inner.remove(name);
        changed[u"counting"_s] = inner;
        QVERIFY2(!RequestOpened::fromFacts(changed).ok(), qPrintable(name));
    }
}

void RequestFactsTest::aStepThatMovesNothingHereIsRefused()
{
    for (const auto step : {domain::RequestStep::VerifyIdentity, domain::RequestStep::TellResult,
                            domain::RequestStep::Cancel, domain::RequestStep::Expire})
        QVERIFY(!RequestMoved::fromFacts(moved(m_request, step).toFacts()).ok());
}

void RequestFactsTest::whatAStepNeedsIsNeeded_data()
{
    QTest::addColumn<QJsonObject>("facts");
    const auto row = [this](const char *name, domain::RequestStep step, const QString &key, const QJsonValue &value) {
        QJsonObject facts = moved(m_request, step).toFacts();
        facts[key] = value;
        QTest::newRow(name) << facts;
    };
    row("no days", domain::RequestStep::Extend, u"days"_s, 0);
    row("too many days", domain::RequestStep::Extend, u"days"_s, 61);
    row("half a day", domain::RequestStep::Extend, u"days"_s, 1.5);
    row("no such ground", domain::RequestStep::Refuse, u"ground"_s, u"mood"_s);
    row("no recipient", domain::RequestStep::RecipientTold, u"provision"_s, QString());
    row("no such paper", domain::RequestStep::AskPapers, u"papers"_s, QJsonArray{u"napkin"_s});
}

void RequestFactsTest::whatAStepNeedsIsNeeded()
{
    QFETCH(QJsonObject, facts);
    QVERIFY(!RequestMoved::fromFacts(facts).ok());
}

void RequestFactsTest::aCheckIsOfARequestOrAContactNotOfBoth()
{
    IdentityChecked both = checked(m_request, domain::IdentityOutcome::Passed);
    both.contact = ContactId::create();
    QVERIFY(!IdentityChecked::fromFacts(both.toFacts()).ok());
    both.contact.reset();
    both.request.reset();
    QVERIFY(!IdentityChecked::fromFacts(both.toFacts()).ok());
}

void RequestFactsTest::onlyWhatProtectsFreezes()
{
    for (const auto &kind : domain::codesOf<domain::RequestKind>) {
        const bool freezes = kind.value == domain::RequestKind::Correction ||
                             kind.value == domain::RequestKind::Suspension ||
                             kind.value == domain::RequestKind::Erasure;
        QCOMPARE(SubjectFreeze::fromFacts(SubjectFreeze{m_request, kind.value, {}}.toFacts()).ok(), freezes);
    }
}

void RequestFactsTest::membersOfANewerProgramAreLeftAlone()
{
    QJsonObject facts = opened(m_request, domain::RequestKind::Access, m_at).toFacts();
    facts[u"urgency"_s] = u"high"_s;
    QVERIFY(RequestOpened::fromFacts(facts).ok());
}

QTEST_GUILESS_MAIN(RequestFactsTest)
#include "requestfactstest.moc"
