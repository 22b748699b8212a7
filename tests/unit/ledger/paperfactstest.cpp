#include "ledger/paperfacts.h"

#include <QTest>

using namespace consent;
using namespace consent::ledger;
using namespace Qt::StringLiterals;

class PaperFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsTheyWere();
    void refuseEveryFieldThatIsMissingOrMalformed();
};

namespace {

PaperIssued issued()
{
    return {u"261123-7K3QX-0007-M"_s, u"refusal"_s, QString(64, u'a'), RequestId::create(), EventId::create()};
}

} // namespace

void PaperFactsTest::comeBackAsTheyWere()
{
    const PaperIssued whole = issued();
    const auto read = PaperIssued::fromFacts(whole.toFacts());
    QVERIFY(read);
    QCOMPARE(*read, whole);
    PaperIssued bare = whole;
    bare.request.reset();
    bare.about.reset();
    const auto again = PaperIssued::fromFacts(bare.toFacts());
    QVERIFY(again);
    QCOMPARE(*again, bare);
}

void PaperFactsTest::refuseEveryFieldThatIsMissingOrMalformed()
{
    const QJsonObject sound = issued().toFacts();
    for (const QString &name : {u"number"_s, u"kind"_s, u"sha256"_s}) {
        QJsonObject facts = sound;
        facts.remove(name);
        QVERIFY2(!PaperIssued::fromFacts(facts), qPrintable(name));
    }
    for (const QString &name : sound.keys()) {
        for (const QJsonValue &wrong : {QJsonValue(7), QJsonValue(u""_s), QJsonValue(QString(200, u'z'))}) {
            QJsonObject facts = sound;
            facts[name] = wrong;
            const auto read = PaperIssued::fromFacts(facts);
            QVERIFY2(!read, qPrintable(name));
            QCOMPARE(read.error().kind, ErrorKind::Damaged);
        }
    }
}

QTEST_GUILESS_MAIN(PaperFactsTest)
#include "paperfactstest.moc"
