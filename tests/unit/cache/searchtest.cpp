#include "dice.h"
#include "testdesk.h"

#include "cache/search/searchterms.h"
#include "cache/search/termbuilder.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>
#include <thread>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QString name;
    QString phone;
    QDate birthDate;
};

// The rules of Search once more, in the plainest way, without any of its parts.

QString initialOf(QChar c)
{
    static const QString initials = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"_s;
    if (c < u'가' || c > u'힣')
        return {};
    return initials.mid((c.unicode() - u'가') / 588, 1);
}

bool nameFits(const QString &name, const QString &fragment)
{
    for (qsizetype at = 0; at + fragment.size() <= name.size(); ++at) {
        bool fits = true;
        for (qsizetype i = 0; i < fragment.size() && fits; ++i)
            fits = name[at + i] == fragment[i] || initialOf(name[at + i]) == fragment.mid(i, 1);
        if (fits)
            return true;
    }
    return false;
}

bool numberFits(const Entry &entry, const QString &digits)
{
    return entry.phone.contains(digits) || entry.birthDate.toString(u"yyMMdd"_s) == digits ||
           entry.birthDate.toString(u"yyyyMMdd"_s) == digits;
}

bool fits(const Entry &entry, const QString &name, const QString &digits)
{
    return (name.isEmpty() || nameFits(QString(entry.name).remove(u' ').toLower(), name)) &&
           (digits.isEmpty() || numberFits(entry, digits));
}

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void findsExactlyWhoFits_data();
    void findsExactlyWhoFits();
    void agreesWithBruteForceOnRandomFragments();
    void aCommonFragmentGivesAsManyAsAskedForAllOfThemFitting();
    void theBestComeFirst();
    void theNewestComeFirstAmongEquals();
    void whatIsTypedMayBeWrittenInManyWays_data();
    void whatIsTypedMayBeWrittenInManyWays();
    void aReceiptNumberFindsItsPerson();
    void nothingThatCountsFindsNobody();
    void strangeTextFindsNobodyAndBreaksNothing_data();
    void strangeTextFindsNobodyAndBreaksNothing();
    void termsMadeAllAtOnceAreThoseMadeOneByOne();
    void aSearchThatIsCancelledSaysSoAndTheNextOneWorks();

private:
    void add(const Entry &entry);
    std::vector<size_t> found(const QString &text, int limit = 100'000);

    QTemporaryDir m_folder;
    SetClock m_clock;
    std::unique_ptr<Cache> m_cache;
    std::vector<Entry> m_entries;
    std::map<SubjectId, size_t> m_indexes;
};

void SearchTest::add(const Entry &entry)
{
    SubjectRecord record;
    record.subject.id = SubjectId::create();
    record.subject.name = entry.name;
    record.subject.phone = entry.phone;
    record.subject.birthDate = entry.birthDate;
    Numbers numbers(m_cache->connection());
    record.number = numbers.of(record.subject.id).value();
    if (auto put = m_cache->subjects().put(record); !put)
        qFatal("%s", qPrintable(put.error().detail));
    m_indexes.emplace(record.subject.id, m_entries.size());
    m_entries.push_back(entry);
}

std::vector<size_t> SearchTest::found(const QString &text, int limit)
{
    std::vector<size_t> indexes;
    const auto records = m_cache->search().find(text, {}, limit);
    if (!records)
        qWarning() << records.error().detail;
    for (const SubjectRecord &record : records.value())
        indexes.push_back(m_indexes.at(record.subject.id));
    return indexes;
}

void SearchTest::initTestCase()
{
    m_cache = std::move(*openCache(m_folder.filePath(u"cache.db"_s)));
    auto transaction = m_cache->begin();
    Dice random(20261123);
    const QString family = u"김이박최정강조윤장임남황"_s;
    const QString given = u"하늘바다철수영희민준서연지우가나각갉봄꽃뿌쎈짱"_s;
    for (int i = 0; i < 6000; ++i) {
        QString name(family[random.roll(family.size())]);
        const int length = 1 + random.roll(i % 50 == 0 ? 7 : 2);
        for (int k = 0; k < length; ++k)
            name += given[random.roll(given.size())];
        QString phone = random.roll(20) == 0 ? u"02"_s : u"010"_s;
        for (int k = 0; k < 8; ++k)
            phone += QChar(static_cast<char16_t>(u'0' + random.roll(10)));
        add({name, phone, QDate(1940, 1, 1).addDays(random.roll(25000))});
    }
    for (const QString &name :
         {u"John Smith"_s, u"Johnny Kim"_s, u"응우옌 티 흐엉"_s, u"하하하하하"_s, u"황보 하늘"_s, u"김하늘"_s})
        add({name, u"01000000000"_s, QDate(2000, 2, 29)});
    QVERIFY(transaction->commit());
}

void SearchTest::findsExactlyWhoFits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("digits");
    const auto row = [](const char *title, const QString &typed, const QString &name, const QString &digits) {
        QTest::newRow(title) << typed << name << digits;
    };
    row("one syllable", u"김"_s, u"김"_s, {});
    row("two syllables", u"하늘"_s, u"하늘"_s, {});
    row("a whole name", u"김하늘"_s, u"김하늘"_s, {});
    row("a long name", u"하하하하하"_s, u"하하하하하"_s, {});
    row("a fragment longer than a term", u"응우옌티흐"_s, u"응우옌티흐"_s, {});
    row("one initial", u"ㄲ"_s, u"ㄲ"_s, {});
    row("initials", u"ㄱㅎㄴ"_s, u"ㄱㅎㄴ"_s, {});
    row("initials longer than a term", u"ㅇㅇㅇㅌㅎ"_s, u"ㅇㅇㅇㅌㅎ"_s, {});
    row("mixed, syllable first", u"김ㅎㄴ"_s, u"김ㅎㄴ"_s, {});
    row("mixed, initial first", u"ㄱ하늘"_s, u"ㄱ하늘"_s, {});
    row("mixed, in the middle", u"ㄱ하ㄴ"_s, u"ㄱ하ㄴ"_s, {});
    row("mixed and rare", u"갉ㅎ"_s, u"갉ㅎ"_s, {});
    row("Latin", u"john"_s, u"john"_s, {});
    row("Latin across the space", u"nS"_s, u"ns"_s, {});
    row("one digit", u"7"_s, {}, u"7"_s);
    row("two digits", u"01"_s, {}, u"01"_s);
    row("three digits", u"010"_s, {}, u"010"_s);
    row("last four", u"1234"_s, {}, u"1234"_s);
    row("birth date short", u"000229"_s, {}, u"000229"_s);
    row("birth date long", u"20000229"_s, {}, u"20000229"_s);
    row("a name and digits", u"김 12"_s, u"김"_s, u"12"_s);
    row("initials and a birth date", u"ㅎㅂ 000229"_s, u"ㅎㅂ"_s, u"000229"_s);
    row("mixed and digits", u"황ㅂㅎ 0000"_s, u"황ㅂㅎ"_s, u"0000"_s);
    row("nobody's name", u"뷁"_s, u"뷁"_s, {});
    row("nobody's mixture", u"뷁ㅎ"_s, u"뷁ㅎ"_s, {});
    row("nobody's number", u"99999999999"_s, {}, u"99999999999"_s);
}

void SearchTest::findsExactlyWhoFits()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(QString, digits);
    std::set<size_t> expected;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (fits(m_entries[i], name, digits))
            expected.insert(i);
    }
    const auto results = found(typed);
    QCOMPARE(std::set<size_t>(results.begin(), results.end()), expected);
    QCOMPARE(results.size(), expected.size());
}

void SearchTest::agreesWithBruteForceOnRandomFragments()
{
    Dice random(99);
    for (int round = 0; round < 150; ++round) {
        const Entry &entry = m_entries[random.roll(m_entries.size())];
        QString name;
        QString digits;
        if (round % 3 != 0) {
            const QString whole = QString(entry.name).remove(u' ').toLower();
            const qsizetype from = random.roll(whole.size());
            name = whole.mid(from, 1 + random.roll(5));
            for (QChar &c : name) {
                if (random.roll(3) == 0 && !initialOf(c).isEmpty())
                    c = initialOf(c)[0];
            }
        }
        if (round % 3 != 1) {
            const qsizetype from = random.roll(entry.phone.size());
            digits =
                random.roll(5) == 0 ? entry.birthDate.toString(u"yyMMdd"_s) : entry.phone.mid(from, 1 + random.roll(8));
        }
        std::set<size_t> expected;
        for (size_t i = 0; i < m_entries.size(); ++i) {
            if (fits(m_entries[i], name, digits))
                expected.insert(i);
        }
        const auto results = found(name + u' ' + digits);
        QVERIFY2(std::set<size_t>(results.begin(), results.end()) == expected, qPrintable(name + u' ' + digits));
        // With the limit that people get: all if they are few, else that many, each of them fitting.
        const auto limited = found(name + u' ' + digits, Search::defaultLimit);
        QCOMPARE(limited.size(), std::min(expected.size(), size_t(Search::defaultLimit)));
        for (const size_t index : limited)
            QVERIFY(expected.count(index) == 1);
    }
}

void SearchTest::aCommonFragmentGivesAsManyAsAskedForAllOfThemFitting()
{
    for (const QString &typed : {u"0"_s, u"01"_s, u"010"_s, u"1"_s}) {
        const auto results = found(typed, Search::defaultLimit);
        QCOMPARE(results.size(), size_t(Search::defaultLimit));
        for (const size_t index : results)
            QVERIFY(m_entries[index].phone.contains(typed));
    }
}

void SearchTest::theBestComeFirst()
{
    add({u"수"_s, u"01098761111"_s, QDate(1970, 1, 1)});
    const size_t whole = m_entries.size() - 1;
    QCOMPARE(found(u"수"_s, 5).front(), whole);
    add({u"최끝자리"_s, u"01055554321"_s, QDate(1970, 1, 1)});
    const size_t ending = m_entries.size() - 1;
    add({u"최가운데"_s, u"01043215555"_s, QDate(1970, 1, 1)});
    const auto results = found(u"4321"_s);
    QCOMPARE(results.front(), ending);
    QVERIFY(std::find(results.begin(), results.end(), m_entries.size() - 1) != results.end());
    QCOMPARE(found(u"01055554321"_s).front(), ending);
}

void SearchTest::theNewestComeFirstAmongEquals()
{
    const auto results = found(u"김"_s, Search::defaultLimit);
    QCOMPARE(results.size(), size_t(Search::defaultLimit));
    QVERIFY(std::is_sorted(results.rbegin(), results.rend()));
    const auto numbers = found(u"010"_s, Search::defaultLimit);
    QVERIFY(std::is_sorted(numbers.rbegin(), numbers.rend()));
}

void SearchTest::whatIsTypedMayBeWrittenInManyWays_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("same");
    QTest::newRow("decomposed Hangul") << u"하늘"_s.normalized(QString::NormalizationForm_D) << u"하늘"_s;
    QTest::newRow("conjoining initials") << u"ᄀᄒᄂ"_s << u"ㄱㅎㄴ"_s;
    QTest::newRow("half-width initials") << u"ﾡﾾﾤ"_s << u"ㄱㅎㄴ"_s;
    QTest::newRow("a cluster from the input method") << u"ㄳ"_s << u"ㄱㅅ"_s;
    QTest::newRow("a cluster after a syllable") << u"기ㄳ"_s << u"기ㄱㅅ"_s;
    QTest::newRow("spaces in a name") << u" 김  하늘 "_s << u"김하늘"_s;
    QTest::newRow("hyphens in a number") << u"010-0000-0000"_s << u"01000000000"_s;
    QTest::newRow("full-width digits") << u"０１０"_s << u"010"_s;
    QTest::newRow("dots in a date") << u"2000. 02. 29."_s << u"20000229"_s;
    QTest::newRow("capitals") << u"JOHN"_s << u"john"_s;
    QTest::newRow("full-width letters") << u"ｊｏｈｎ"_s << u"john"_s;
}

void SearchTest::whatIsTypedMayBeWrittenInManyWays()
{
    QFETCH(QString, typed);
    QFETCH(QString, same);
    QCOMPARE(found(typed), found(same));
    if (!same.startsWith(u'기') && same != u"ㄱㅅ"_s)
        QVERIFY(!found(typed).empty());
}

void SearchTest::aReceiptNumberFindsItsPerson()
{
    TestDevice device(m_clock);
    const Person person = Person::of(u"접수번호"_s, u"01000007777"_s, QDate(1991, 1, 1));
    const Recorded registration = device.registered(person);
    const Recorded call = device.captured(person, {u"a"_s}, {});
    QVERIFY(m_cache->import(registration.event, registration.personal));
    QVERIFY(m_cache->import(call.event, call.personal));
    for (const QString &typed : {u"261123-7K3Q-0001-M"_s, u"2611237k3q0001m"_s, u"261123 7K3Q"_s}) {
        const auto records = m_cache->search().find(typed);
        QCOMPARE(records->size(), size_t(1));
        QCOMPARE(records->front().subject.id, person.id);
    }
    QCOMPARE(m_cache->search().find(u"261123-7K3Q-0002-M"_s)->size(), size_t(0));
    QVERIFY(m_cache->log().eventOfReceipt(u"261123-7k3q-0001-m"_s).value() == call.event.event.id);
}

void SearchTest::nothingThatCountsFindsNobody()
{
    for (const QString &typed : {QString(), u"   "_s, u"-*?[%_'\""_s})
        QCOMPARE(m_cache->search().find(typed)->size(), size_t(0));
    QCOMPARE(m_cache->search().find(u"김"_s, {}, 0)->size(), size_t(0));
}

void SearchTest::strangeTextFindsNobodyAndBreaksNothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("signs of patterns") << u"뷁*?[]^-"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d));
    QTest::newRow("an emoji") << u"😀"_s;
    QTest::newRow("ten thousand letters") << QString(10'000, u'뷁');
    QTest::newRow("ten thousand mixed") << QString(u"ㄱ뷁"_s).repeated(5'000);
    QTest::newRow("ten thousand digits") << QString(10'000, u'9');
    QTest::newRow("a null") << QString(QChar(0)) + u"뷁"_s;
}

void SearchTest::strangeTextFindsNobodyAndBreaksNothing()
{
    QFETCH(QString, typed);
    const auto records = m_cache->search().find(typed);
    QVERIFY2(records.ok(), records ? "" : qPrintable(records.error().detail));
    QCOMPARE(records->size(), size_t(0));
}

void SearchTest::termsMadeAllAtOnceAreThoseMadeOneByOne()
{
    add({u"가나다라마바사아자차카타파하"_s, u"1"_s, QDate()}); // longer than a term, and next to nothing else
    const auto all = [this] {
        QStringList rows;
        auto query = m_cache->connection().statement(u"SELECT term,person,name FROM search_term ORDER BY 1,2 DESC"_s);
        while (query.next().value())
            rows += query.text(0) + u'|' + query.text(1) + u'|' + query.text(2);
        return rows;
    };
    const QStringList oneByOne = all();
    QVERIFY(TermBuilder(m_cache->connection()).build());
    QCOMPARE(all().size(), oneByOne.size());
    QVERIFY(all() == oneByOne);
}

void SearchTest::aSearchThatIsCancelledSaysSoAndTheNextOneWorks()
{
    std::stop_source source;
    source.request_stop();
    QCOMPARE(m_cache->search().find(u"김"_s, source.get_token()).error().kind, ErrorKind::Cancelled);
    QVERIFY(!m_cache->search().find(u"김"_s)->empty());

    // In the middle: it either was done by then or says that it was cancelled; never a wrong or half answer.
    const size_t whole = m_cache->search().find(u"0"_s, {}, 100'000)->size();
    for (int round = 0; round < 50; ++round) {
        std::stop_source middle;
        std::thread other([&] { middle.request_stop(); });
        const auto records = m_cache->search().find(u"0"_s, middle.get_token(), 100'000);
        other.join();
        if (records)
            QCOMPARE(records->size(), whole);
        else
            QCOMPARE(records.error().kind, ErrorKind::Cancelled);
    }
    QCOMPARE(m_cache->search().find(u"0"_s, {}, 100'000)->size(), whole);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "searchtest.moc"
