#include "domain/template.h"

#include <QTest>

using namespace consent::domain;
using namespace Qt::StringLiterals;

class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void particlesFitTheLastLetter_data();
    void particlesFitTheLastLetter();
    void everyHangulSyllableGetsOneOfThePair();
    void placeholdersAreFilled();
    void aMissingValueIsSeen();
    void valuesAreNeverTemplatesThemselves();
    void brokenPlaceholdersAreFound_data();
    void brokenPlaceholdersAreFound();
    void onlyWhatIsSpokenCounts();
    void datesAreSpoken();
};

void TemplateTest::particlesFitTheLastLetter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pair");
    QTest::addColumn<QString>("particle");
    const auto row = [](const QString &text, const QString &pair, const QString &particle) {
        QTest::addRow("%s %s", qPrintable(text), qPrintable(pair)) << text << pair << particle;
    };
    row(u"홍길동"_s, u"은는"_s, u"은"_s);
    row(u"김철수"_s, u"은는"_s, u"는"_s);
    row(u"홍길동"_s, u"이가"_s, u"이"_s);
    row(u"김철수"_s, u"이가"_s, u"가"_s);
    row(u"동의"_s, u"을를"_s, u"를"_s);
    row(u"경찰청"_s, u"을를"_s, u"을"_s);
    row(u"이솔루션티지"_s, u"과와"_s, u"와"_s);
    row(u"금융결제원"_s, u"과와"_s, u"과"_s);
    row(u"서울"_s, u"으로"_s, u"로"_s);
    row(u"부산"_s, u"으로"_s, u"으로"_s);
    row(u"대구"_s, u"으로"_s, u"로"_s);
    row(u"서울"_s, u"은는"_s, u"은"_s);
    row(u"길동"_s, u"아야"_s, u"아"_s);
    row(u"철수"_s, u"이라"_s, u"라"_s);
    row(u"02-587-3235"_s, u"으로"_s, u"로"_s); // 오
    row(u"1301"_s, u"으로"_s, u"로"_s);        // 일
    row(u"118"_s, u"을를"_s, u"을"_s);         // 팔
    row(u"10"_s, u"이가"_s, u"이"_s);          // 십
    row(u"182"_s, u"이가"_s, u"가"_s);         // 이
    row(u"2026년 11월 23일"_s, u"은는"_s, u"은"_s);
    row(u"“홍길동”"_s, u"은는"_s, u"은"_s);
    row(u"홍길동(고객)"_s, u"은는"_s, u"은"_s);
    row(u"SMS"_s, u"을를"_s, u"를"_s);
    row(u"Kim"_s, u"이가"_s, u"이"_s);
    row(u"Paul"_s, u"으로"_s, u"로"_s);
    row(u"thankscrm.com"_s, u"을를"_s, u"을"_s);
    row(u""_s, u"은는"_s, u"는"_s);
}

void TemplateTest::particlesFitTheLastLetter()
{
    QFETCH(QString, text);
    QFETCH(QString, pair);
    QTEST(particleFor(text, pair), "particle");
}

void TemplateTest::everyHangulSyllableGetsOneOfThePair()
{
    int consonants = 0;
    for (char16_t c = 0xac00; c <= 0xd7a3; ++c) {
        const QString particle = particleFor(QString(QChar(c)), u"은는");
        // The canonical decomposition has three letters exactly when there is a final consonant.
        const bool closed = QString(QChar(c)).normalized(QString::NormalizationForm_D).size() == 3;
        QCOMPARE(particle, closed ? u"은"_s : u"는"_s);
        consonants += closed ? 1 : 0;
    }
    QCOMPARE(consonants, 11172 / 28 * 27);
}

void TemplateTest::placeholdersAreFilled()
{
    const TemplateValues values{{u"name"_s, u"홍길동"_s}, {u"company"_s, u"주식회사 보기"_s}};
    QCOMPARE(fillTemplate(u"{{name}} 고객님, {{company|은는}} {{name|을를}}.", values),
             u"홍길동 고객님, 주식회사 보기는 홍길동을."_s);
    QCOMPARE(fillTemplate(u"없음", values), u"없음"_s);
    QCOMPARE(fillTemplate(u"{{name}}{{name}}", values), u"홍길동홍길동"_s);
}

void TemplateTest::aMissingValueIsSeen()
{
    QCOMPARE(fillTemplate(u"{{guardian}} 님", {}), u"____ 님"_s);
    QCOMPARE(fillTemplate(u"{{guardian|은는}}", {}), u"____는"_s);
}

void TemplateTest::valuesAreNeverTemplatesThemselves()
{
    QCOMPARE(fillTemplate(u"{{name}}", {{u"name"_s, u"{{agent}}"_s}, {u"agent"_s, u"x"_s}}), u"{{agent}}"_s);
}

void TemplateTest::brokenPlaceholdersAreFound_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"{{name"_s, u"name}}"_s, u"{{}}"_s, u"{{na me}}"_s, u"{{name|}}"_s, u"{{name|는은}}"_s,
                                u"}}{{name}}"_s, u"{{이름}}"_s, u"{{name}}}} "_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void TemplateTest::brokenPlaceholdersAreFound()
{
    QFETCH(QString, text);
    QVERIFY(!placeholdersIn(text).has_value());
    QCOMPARE(fillTemplate(text, {{u"name"_s, u"x"_s}}), text);
}

void TemplateTest::onlyWhatIsSpokenCounts()
{
    QCOMPARE(spokenCharacters(u"안녕하세요, 고객님!"), 8);
    QCOMPARE(spokenCharacters(u"02-587-3235"), 9);
    QCOMPARE(spokenCharacters(u" …·()\n"), 0);
    QCOMPARE(spokenCharacters(u"Good day."), 7);
}

void TemplateTest::datesAreSpoken()
{
    QCOMPARE(spokenDate(QDate(2026, 11, 3), Language::Korean), u"2026년 11월 3일"_s);
    QCOMPARE(spokenDate(QDate(2026, 11, 3), Language::English), u"3 November 2026"_s);
}

QTEST_APPLESS_MAIN(TemplateTest)
#include "templatetest.moc"
