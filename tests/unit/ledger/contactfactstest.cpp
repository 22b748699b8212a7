#include "ledger/contactfacts.h"

#include <QJsonArray>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace Qt::StringLiterals;

namespace {

/// Reads back equal, and without any one of its members, or with one of another type, is refused by its name.
template <typename Facts> void holdsStrictly(const Facts &written)
{
    const QJsonObject json = written.toFacts();
    const auto read = Facts::fromFacts(json);
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(*read, written);
    QVERIFY(json.size() > 0);
    for (const QString &name : json.keys()) {
        for (const bool removed : {true, false}) {
            QJsonObject wrong = json;
            if (removed)
                wrong.remove(name);
            else
                wrong.insert(name, QJsonObject());
            const auto refused = Facts::fromFacts(wrong);
            if (name == "after"_L1 && removed) {
                QVERIFY(refused.ok());
                continue;
            }
            QVERIFY2(!refused.ok(), qPrintable(name));
            QVERIFY2(refused.error().detail.contains(name), qPrintable(refused.error().detail));
            QCOMPARE(refused.error().kind, ErrorKind::Damaged);
        }
    }
}

} // namespace

class ContactFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provisionsAreReadStrictly();
    void tellingAResultIsReadStrictly();
    void reconfirmationsAreReadStrictly();
    void mistakesAreReadStrictly();
    void guardiansAreReadStrictly();
    void aProvisionOfNothingIsRefused();
    void whatAReconfirmationKeepsFitsItsOutcome_data();
    void whatAReconfirmationKeepsFitsItsOutcome();
};

void ContactFactsTest::provisionsAreReadStrictly()
{
    holdsStrictly(ProvisionMade{ProvisionId::create(),
                                u"police"_s,
                                u"identityDocument"_s,
                                {u"name"_s, u"documentContent"_s},
                                domain::ProvisionBasis::Consent,
                                fromMs(5)});
    holdsStrictly(ProvisionCorrected{ProvisionId::create(), u"some-request"_s, fromMs(5)});
}

void ContactFactsTest::tellingAResultIsReadStrictly()
{
    holdsStrictly(ResultTold{EventId::create(), domain::ToldBy::Email, fromMs(1'790'000'000'000), fromMs(5)});
}

void ContactFactsTest::reconfirmationsAreReadStrictly()
{
    holdsStrictly(ConsentReconfirmed{{u"ads.sms"_s}, domain::Reconfirmation::Silent, false, u"2026-11"_s, fromMs(5)});
}

void ContactFactsTest::mistakesAreReadStrictly()
{
    holdsStrictly(ConsentMistaken{EventId::create(), domain::MistakeReason::WrongItem, fromMs(5)});
}

void ContactFactsTest::guardiansAreReadStrictly()
{
    holdsStrictly(GuardianLinked{u"phone"_s, fromMs(5)});
}

void ContactFactsTest::aProvisionOfNothingIsRefused()
{
    ProvisionMade made{ProvisionId::create(),           u"police"_s, u"identityDocument"_s, {},
                       domain::ProvisionBasis::Statute, std::nullopt};
    QVERIFY(!ProvisionMade::fromFacts(made.toFacts()).ok());
}

void ContactFactsTest::whatAReconfirmationKeepsFitsItsOutcome_data()
{
    QTest::addColumn<domain::Reconfirmation>("outcome");
    QTest::addColumn<bool>("keeps");
    QTest::addColumn<bool>("readable");
    QTest::newRow("kept keeps") << domain::Reconfirmation::Kept << true << true;
    QTest::newRow("kept ends") << domain::Reconfirmation::Kept << false << false;
    QTest::newRow("ended keeps") << domain::Reconfirmation::Ended << true << false;
    QTest::newRow("ended ends") << domain::Reconfirmation::Ended << false << true;
    QTest::newRow("silence keeps") << domain::Reconfirmation::Silent << true << true;
    QTest::newRow("silence ends") << domain::Reconfirmation::Silent << false << true;
}

void ContactFactsTest::whatAReconfirmationKeepsFitsItsOutcome()
{
    QFETCH(domain::Reconfirmation, outcome);
    QFETCH(bool, keeps);
    const ConsentReconfirmed written{{u"ads.sms"_s}, outcome, keeps, {}, std::nullopt};
    QTEST(ConsentReconfirmed::fromFacts(written.toFacts()).ok(), "readable");
}

QTEST_GUILESS_MAIN(ContactFactsTest)
#include "contactfactstest.moc"
