#include "consentsamples.h"

#include <QJsonArray>
#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace samples;

class ConsentFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturedReadsBackWhatWasWritten();
    void endedReadsBackWhatWasWritten();
    void capturedRefusesEveryFieldThatIsMissing();
    void capturedRefusesWrongTypesAndRanges_data();
    void capturedRefusesWrongTypesAndRanges();
    void endingNothingIsRefused();
};

void ConsentFactsTest::capturedReadsBackWhatWasWritten()
{
    ConsentCaptured written =
        captured({item(u"marketing.sms"_s, domain::Decision::Granted, false, domain::Channel::Sms)});
    written.after = fromMs(1'763'000'000'000);
    const auto read = ConsentCaptured::fromFacts(written.toFacts());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(*read, written);
}

void ConsentFactsTest::endedReadsBackWhatWasWritten()
{
    const ConsentEnded written = ended({u"marketing.sms"_s}, {domain::Channel::Phone, domain::Channel::Email}, true);
    const auto read = ConsentEnded::fromFacts(written.toFacts());
    QVERIFY(read.ok());
    QCOMPARE(*read, written);
}

void ConsentFactsTest::capturedRefusesEveryFieldThatIsMissing()
{
    const QJsonObject facts = captured({item(u"a"_s, domain::Decision::Granted)}).toFacts();
    for (const QString &name : facts.keys()) {
        QJsonObject without = facts;
        without.remove(name);
        const auto read = ConsentCaptured::fromFacts(without);
        QVERIFY2(!read.ok(), qPrintable(name));
        QVERIFY2(read.error().detail.contains(name), qPrintable(read.error().detail));
    }
    const QJsonObject item = facts[u"items"_s].toArray()[0].toObject();
    for (const QString &name : item.keys()) {
        QJsonObject without = item;
        without.remove(name);
        QJsonObject changed = facts;
        changed[u"items"_s] = QJsonArray{without};
        QVERIFY2(!ConsentCaptured::fromFacts(changed).ok(), qPrintable(name));
    }
}

void ConsentFactsTest::capturedRefusesWrongTypesAndRanges_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown method") << u"method"_s << QJsonValue(u"telepathy"_s);
    QTest::newRow("method as number") << u"method"_s << QJsonValue(2);
    QTest::newRow("joined as text") << u"joined"_s << QJsonValue(u"true"_s);
    QTest::newRow("negative start") << u"startedAt"_s << QJsonValue(-1);
    QTest::newRow("fraction") << u"startedAt"_s << QJsonValue(1.5);
    QTest::newRow("contact no uuid") << u"contact"_s << QJsonValue(u"x"_s);
    QTest::newRow("empty receipt") << u"receipt"_s << QJsonValue(u""_s);
    QTest::newRow("long receipt") << u"receipt"_s << QJsonValue(QString(129, u'9'));
    QTest::newRow("items no array") << u"items"_s << QJsonValue(QJsonObject());
    QTest::newRow("items of text") << u"items"_s << QJsonValue(QJsonArray{u"a"_s});
    QTest::newRow("question without answer")
        << u"questions"_s
        << QJsonValue(QJsonArray{QJsonObject{{u"code"_s, u"identity"_s}, {u"clause"_s, u"c"_s}, {u"answerMs"_s, 1}}});
    QTest::newRow("long telephony id") << u"telephonyId"_s << QJsonValue(QString(129, u'9'));
    QTest::newRow("flags of numbers") << u"flags"_s << QJsonValue(QJsonArray{1});
    QTest::newRow("notice hash short") << u"notice"_s
                                       << QJsonValue(QJsonObject{{u"number"_s, u"1"_s}, {u"sha256"_s, u"ab"_s}});
    QTest::newRow("after as text") << u"after"_s << QJsonValue(u"1"_s);
}

void ConsentFactsTest::capturedRefusesWrongTypesAndRanges()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    QJsonObject facts = captured({item(u"a"_s, domain::Decision::Granted)}).toFacts();
    QVERIFY(ConsentCaptured::fromFacts(facts).ok());
    facts[name] = value;
    const auto read = ConsentCaptured::fromFacts(facts);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().kind, ErrorKind::Damaged);
}

void ConsentFactsTest::endingNothingIsRefused()
{
    QVERIFY(!ConsentEnded::fromFacts(ended({}).toFacts()).ok());
    QJsonObject facts = ended({u"a"_s}).toFacts();
    facts[u"channels"_s] = QJsonArray{u"none"_s};
    QVERIFY(!ConsentEnded::fromFacts(facts).ok());
}

QTEST_GUILESS_MAIN(ConsentFactsTest)
#include "consentfactstest.moc"
