#include "desk/sample/samplepeople.h"
#include "domain/subject.h"

#include <QSet>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

class SamplePeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSamePeople();
    void noTwoPeopleShareANumber();
    void everybodyPassesTheRulesForNewPeople();
    void nobodyCanBeReal();
};

void SamplePeopleTest::theSameSeedGivesTheSamePeople()
{
    QCOMPARE(SamplePeople(7).at(42).name, SamplePeople(7).at(42).name);
    QCOMPARE(SamplePeople(7).at(42).phone, SamplePeople(7).at(42).phone);
    QVERIFY(SamplePeople(7).at(42).phone != SamplePeople(8).at(42).phone);
}

void SamplePeopleTest::noTwoPeopleShareANumber()
{
    const SamplePeople people(1);
    QSet<QString> numbers;
    for (std::uint32_t i = 0; i < 100'000; ++i)
        numbers.insert(people.at(i).phone);
    QCOMPARE(numbers.size(), 100'000);
}

void SamplePeopleTest::everybodyPassesTheRulesForNewPeople()
{
    const SamplePeople people(3);
    for (std::uint32_t i = 0; i < 2'000; ++i) {
        const SamplePerson person = people.at(i);
        const auto faults = domain::Subject::check(
            {person.name, person.phone, person.birthDate.toString(u"yyyyMMdd"_s), person.email, {}},
            QDate(2026, 11, 23));
        QVERIFY2(faults.empty(), qPrintable(person.phone + (faults.empty() ? QString() : faults.front().message)));
    }
}

void SamplePeopleTest::nobodyCanBeReal()
{
    for (std::uint32_t i = 0; i < 1'000; ++i) {
        QVERIFY(SamplePeople(5).at(i).phone.startsWith(u"0100"));
        QVERIFY(SamplePeople(5).at(i).email.endsWith(u"@example.com"));
    }
}

QTEST_GUILESS_MAIN(SamplePeopleTest)
#include "samplepeopletest.moc"
