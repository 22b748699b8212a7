#include "domain/values.h"
#include "domain/birthdate.h"
#include "domain/consent.h"
#include "domain/phone.h"
#include "domain/receiptnumber.h"
#include "domain/subject.h"

#include <QSet>
#include <QTest>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phoneNumbersAreKeptInOneForm_data();
    void phoneNumbersAreKeptInOneForm();
    void impossiblePhoneNumbersAreRefused_data();
    void impossiblePhoneNumbersAreRefused();
    void aNumberIsGroupedWhileItIsTyped_data();
    void aNumberIsGroupedWhileItIsTyped();
    void aShortNumberIsMaskedWhole();
    void namesAreNormalised_data();
    void namesAreNormalised();
    void namesThatAreNoneAreRefused_data();
    void namesThatAreNoneAreRefused();
    void composedAndDecomposedHangulAreTheSameName();
    void namesAreMasked_data();
    void namesAreMasked();
    void emailAddresses_data();
    void emailAddresses();
    void birthDatesAsTyped_data();
    void birthDatesAsTyped();
    void ageIsCountedOnTheDay_data();
    void ageIsCountedOnTheDay();
    void aChildStopsBeingOneOnItsFourteenthBirthday();
    void aSubjectNamesEveryFaultByField();
    void aSubjectIsStoredNormalised();
    void everyCodeComesBackAsItsValue();
    void aReceiptNumberSurvivesBeingReadAloud();
    void aReceiptNumberFindsEveryMistypedCharacterAndSwap();
    void receiptNumbersOfOneDayDiffer();
};

void ValuesTest::phoneNumbersAreKeptInOneForm_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("grouped");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const QString &typed, const QString &digits, const QString &grouped,
                        const QString &masked) { QTest::newRow(name) << typed << digits << grouped << masked; };
    row("plain", u"01000001234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("hyphens", u"010-0000-1234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("blanks and dots", u" 010. 0000 .1234 "_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("full width", u"０１０－００００－１２３４"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("+82", u"+82 10-0000-1234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("+82 (0)", u"+82 (0)10 0000 1234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("0082", u"0082100000 1234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("82 from an exchange", u"821000001234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("en dash", u"010\u20130000\u20131234"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("direction mark", u"\u202a010-0000-1234\u202c"_s, u"01000001234"_s, u"010-0000-1234"_s, u"010-****-1234"_s);
    row("old mobile", u"011-000-1234"_s, u"0110001234"_s, u"011-000-1234"_s, u"011-***-1234"_s);
    row("old mobile by +82 16", u"+82 16 000 1234"_s, u"0160001234"_s, u"016-000-1234"_s, u"016-***-1234"_s);
    row("Seoul, the customer centre", u"02-587-3235"_s, u"025873235"_s, u"02-587-3235"_s, u"02-***-3235"_s);
    row("Seoul, eight digits", u"+82-2-0000-1234"_s, u"0200001234"_s, u"02-0000-1234"_s, u"02-****-1234"_s);
    row("Gyeonggi", u"031 000 1234"_s, u"0310001234"_s, u"031-000-1234"_s, u"031-***-1234"_s);
    row("Jeju, eight digits", u"06400001234"_s, u"06400001234"_s, u"064-0000-1234"_s, u"064-****-1234"_s);
    row("internet", u"070-0000-1234"_s, u"07000001234"_s, u"070-0000-1234"_s, u"070-****-1234"_s);
    row("0505", u"0505-000-1234"_s, u"05050001234"_s, u"0505-000-1234"_s, u"0505-***-1234"_s);
    row("0502, twelve digits", u"050200001234"_s, u"050200001234"_s, u"0502-0000-1234"_s, u"0502-****-1234"_s);
    row("15xx", u"1588 1234"_s, u"15881234"_s, u"1588-1234"_s, u"****-1234"_s);
    row("18xx", u"1899-1234"_s, u"18991234"_s, u"1899-1234"_s, u"****-1234"_s);
    row("15xx by +82", u"+82 1588 1234"_s, u"15881234"_s, u"1588-1234"_s, u"****-1234"_s);
    row("toll free", u"080-000-1234"_s, u"0800001234"_s, u"080-000-1234"_s, u"080-***-1234"_s);
}

void ValuesTest::phoneNumbersAreKeptInOneForm()
{
    QFETCH(QString, typed);
    const auto number = PhoneNumber::parse(typed);
    QVERIFY2(number.ok(), qPrintable(number.ok() ? QString() : number.error().message));
    QTEST(number->digits(), "digits");
    QTEST(number->grouped(), "grouped");
    QTEST(number->masked(), "masked");
    QCOMPARE(PhoneNumber::parse(number->grouped()).value(), *number);
}

void ValuesTest::impossiblePhoneNumbersAreRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << u""_s << u"empty"_s;
    QTest::newRow("blanks") << u"  - "_s << u"empty"_s;
    QTest::newRow("letters") << u"010-0000-12a4"_s << u"character"_s;
    QTest::newRow("plus in the middle") << u"010+00001234"_s << u"character"_s;
    QTest::newRow("one short") << u"010-0000-123"_s << u"short"_s;
    QTest::newRow("one long") << u"010-0000-12345"_s << u"long"_s;
    QTest::newRow("no such area") << u"099-000-1234"_s << u"prefix"_s;
    QTest::newRow("emergency") << u"112"_s << u"prefix"_s;
    QTest::newRow("foreign") << u"+1 202 555 0100"_s << u"foreign"_s;
    QTest::newRow("foreign by 00") << u"0012025550100"_s << u"foreign"_s;
    QTest::newRow("ten megabytes would not fit either") << QString(65, u'1') << u"length"_s;
}

void ValuesTest::impossiblePhoneNumbersAreRefused()
{
    QFETCH(QString, typed);
    const auto number = PhoneNumber::parse(typed);
    QVERIFY(!number.ok());
    QCOMPARE(number.error().kind, ErrorKind::InvalidArgument);
    QTEST(number.error().detail, "reason");
    QVERIFY(!number.error().message.isEmpty());
}

void ValuesTest::aNumberIsGroupedWhileItIsTyped_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("grouped");
    QTest::newRow("01") << u"01"_s << u"01"_s;
    QTest::newRow("010") << u"010"_s << u"010"_s;
    QTest::newRow("0101") << u"0101"_s << u"010-1"_s;
    QTest::newRow("0100000") << u"0100000"_s << u"010-0000"_s;
    QTest::newRow("01000001") << u"01000001"_s << u"010-0000-1"_s;
    QTest::newRow("02587") << u"02587"_s << u"02-587"_s;
    QTest::newRow("025873") << u"025873"_s << u"02-587-3"_s;
    QTest::newRow("too long stays") << u"0100000123456"_s << u"0100000123456"_s;
    QTest::newRow("other text stays") << u"홍길동"_s << u"홍길동"_s;
}

void ValuesTest::aNumberIsGroupedWhileItIsTyped()
{
    QFETCH(QString, digits);
    QTEST(groupedPhone(digits), "grouped");
}

void ValuesTest::aShortNumberIsMaskedWhole()
{
    QCOMPARE(maskedPhone(u"010000"_s), u"******"_s);
    QCOMPARE(maskedPhone(u"0100000123"_s), u"**********"_s);
    QCOMPARE(maskedPhone(u"1234"_s), u"****"_s);
    QCOMPARE(maskedPhone(QString()), QString());
    QCOMPARE(digitsIn(u"010-００-1a2"), u"0100012"_s);
}

void ValuesTest::namesAreNormalised_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("Korean") << u" 홍길동 "_s << u"홍길동"_s;
    QTest::newRow("inner blanks") << u"Kim\t  Chul  Soo"_s << u"Kim Chul Soo"_s;
    QTest::newRow("hyphen and apostrophe") << u"Mary-Ann O'Neil"_s << u"Mary-Ann O'Neil"_s;
    QTest::newRow("one syllable") << u"솔"_s << u"솔"_s;
    QTest::newRow("hanja") << u"洪吉童"_s << u"洪吉童"_s;
    QTest::newRow("accents") << u"Zoe\u0308"_s << u"Zo\u00eb"_s;
    QTest::newRow("sixty") << QString(60, u'가') << QString(60, u'가');
}

void ValuesTest::namesAreNormalised()
{
    QFETCH(QString, typed);
    const auto name = PersonName::parse(typed);
    QVERIFY(name.ok());
    QTEST(name->toString(), "name");
}

void ValuesTest::namesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << u""_s << u"empty"_s;
    QTest::newRow("blanks") << u" \t "_s << u"empty"_s;
    QTest::newRow("punctuation") << u"-."_s << u"no letter"_s;
    QTest::newRow("phone number") << u"01000001234"_s << u"digit"_s;
    QTest::newRow("full-width digit") << u"홍길동２"_s << u"digit"_s;
    QTest::newRow("control character") << u"홍길동\u0007"_s << u"control"_s;
    QTest::newRow("line break") << u"홍길동\n김철수"_s << u"control"_s;
    QTest::newRow("markup") << u"<b>홍길동"_s << u"character"_s;
    QTest::newRow("loose consonant") << u"홍길ㄷ"_s << u"jamo"_s;
    QTest::newRow("emoji") << u"홍길동😀"_s << u"character"_s;
    QTest::newRow("direction override") << u"홍\u202e길동"_s << u"character"_s;
    QTest::newRow("sixty-one") << QString(61, u'가') << u"length"_s;
    QTest::newRow("ten megabytes") << QString(10 * 1024 * 1024, u'가') << u"length"_s;
}

void ValuesTest::namesThatAreNoneAreRefused()
{
    QFETCH(QString, typed);
    const auto name = PersonName::parse(typed);
    QVERIFY(!name.ok());
    QTEST(name.error().detail, "reason");
}

void ValuesTest::composedAndDecomposedHangulAreTheSameName()
{
    const QString composed = u"홍길동"_s;
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(composed != decomposed);
    QCOMPARE(PersonName::parse(decomposed).value(), PersonName::parse(composed).value());
}

void ValuesTest::namesAreMasked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::newRow("two") << u"김솔"_s << u"김*"_s;
    QTest::newRow("three") << u"홍길동"_s << u"홍*동"_s;
    QTest::newRow("four") << u"남궁길동"_s << u"남***"_s;
    QTest::newRow("words") << u"Jane Doe"_s << u"J*** D**"_s;
    QTest::newRow("one") << u"솔"_s << u"솔"_s;
}

void ValuesTest::namesAreMasked()
{
    QFETCH(QString, name);
    QTEST(maskedName(name), "masked");
}

void ValuesTest::emailAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address"); // empty: refused
    QTest::newRow("plain") << u"hong@example.com"_s << u"hong@example.com"_s;
    QTest::newRow("domain in capitals") << u" Hong.Gil@Example.CO.KR "_s << u"Hong.Gil@example.co.kr"_s;
    QTest::newRow("full width") << u"ｈｏｎｇ＠example.com"_s << u"hong@example.com"_s;
    QTest::newRow("plus") << u"a+b@example.com"_s << u"a+b@example.com"_s;
    QTest::newRow("no at") << u"hong.example.com"_s << QString();
    QTest::newRow("two ats") << u"a@b@example.com"_s << QString();
    QTest::newRow("no domain dot") << u"hong@example"_s << QString();
    QTest::newRow("dot at the end") << u"hong@example.com."_s << QString();
    QTest::newRow("double dot") << u"a..b@example.com"_s << QString();
    QTest::newRow("Hangul before the at") << u"홍@example.com"_s << QString();
    QTest::newRow("line break") << u"a@example.com\nBcc: b@example.com"_s << QString();
    QTest::newRow("hyphen at the edge") << u"a@-example.com"_s << QString();
    QTest::newRow("number for a domain") << u"a@127.0.0.1"_s << QString();
    QTest::newRow("too long") << (QString(65, u'a') + u"@example.com"_s) << QString();
    QTest::newRow("ten megabytes") << QString(10 * 1024 * 1024, u'a') << QString();
}

void ValuesTest::emailAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const auto parsed = EmailAddress::parse(typed);
    QCOMPARE(parsed.ok(), !address.isEmpty());
    if (parsed.ok())
        QCOMPARE(parsed->toString(), address);
    else
        QVERIFY(!parsed.error().message.isEmpty());
}

void ValuesTest::birthDatesAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date"); // invalid: refused
    QTest::newRow("eight") << u"19850505"_s << QDate(1985, 5, 5);
    QTest::newRow("six") << u"850505"_s << QDate(1985, 5, 5);
    QTest::newRow("six, this century") << u"120229"_s << QDate(2012, 2, 29);
    QTest::newRow("six, this year") << u"260101"_s << QDate(2026, 1, 1);
    QTest::newRow("six, next year means last century") << u"270101"_s << QDate(1927, 1, 1);
    QTest::newRow("hyphens") << u"1985-05-05"_s << QDate(1985, 5, 5);
    QTest::newRow("dots") << u"1985. 5. 5."_s << QDate(1985, 5, 5);
    QTest::newRow("words") << u"85년 5월 5일"_s << QDate(1985, 5, 5);
    QTest::newRow("full width") << u"１９８５０５０５"_s << QDate(1985, 5, 5);
    QTest::newRow("today") << u"20261123"_s << today;
    QTest::newRow("tomorrow") << u"20261124"_s << QDate();
    QTest::newRow("six, later this year") << u"261124"_s << QDate();
    QTest::newRow("29 February of no leap year") << u"19850229"_s << QDate();
    QTest::newRow("29 February 1900") << u"19000229"_s << QDate();
    QTest::newRow("month 13") << u"19851301"_s << QDate();
    QTest::newRow("131 years back") << u"18951122"_s << QDate();
    QTest::newRow("130 years back") << u"18961123"_s << QDate(1896, 11, 23);
    QTest::newRow("seven digits") << u"1985055"_s << QDate();
    QTest::newRow("nothing") << u""_s << QDate();
    QTest::newRow("long") << QString(100, u'1') << QDate();
    QTest::newRow("huge year") << u"999999999999-1-1"_s << QDate();
}

void ValuesTest::birthDatesAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QDate, date);
    const auto parsed = parseBirthDate(typed, today);
    QCOMPARE(parsed.ok(), date.isValid());
    if (parsed.ok())
        QCOMPARE(*parsed, date);
}

void ValuesTest::ageIsCountedOnTheDay_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("age");
    QTest::addColumn<bool>("under14");
    QTest::newRow("eve of 14") << QDate(2012, 11, 24) << today << 13 << true;
    QTest::newRow("day of 14") << QDate(2012, 11, 23) << today << 14 << false;
    QTest::newRow("after 14") << QDate(2012, 11, 22) << today << 14 << false;
    QTest::newRow("born today") << today << today << 0 << true;
    QTest::newRow("leap day, 28 February") << QDate(2012, 2, 29) << QDate(2026, 2, 28) << 13 << true;
    QTest::newRow("leap day, 1 March") << QDate(2012, 2, 29) << QDate(2026, 3, 1) << 14 << false;
    QTest::newRow("leap day in a leap year") << QDate(2012, 2, 29) << QDate(2028, 2, 29) << 16 << false;
    QTest::newRow("leap day, eve in a leap year") << QDate(2012, 2, 29) << QDate(2028, 2, 28) << 15 << false;
    QTest::newRow("New Year") << QDate(2012, 12, 31) << QDate(2026, 12, 30) << 13 << true;
}

void ValuesTest::ageIsCountedOnTheDay()
{
    QFETCH(QDate, birth);
    QFETCH(QDate, day);
    QTEST(ageOn(birth, day), "age");
    QTEST(isUnder14(birth, day), "under14");
}

void ValuesTest::aChildStopsBeingOneOnItsFourteenthBirthday()
{
    // Every day of birth in a leap year and a common one: the named day is the very first on which no guardian is
    // needed.
    for (QDate birth(2012, 1, 1); birth < QDate(2014, 1, 1); birth = birth.addDays(1)) {
        const QDate day = fourteenthBirthday(birth);
        QVERIFY(!isUnder14(birth, day));
        QVERIFY(isUnder14(birth, day.addDays(-1)));
    }
}

void ValuesTest::aSubjectNamesEveryFaultByField()
{
    Subject::Fields fields{u"1"_s, u"12"_s, u"19850230"_s, u"x"_s, Guardian{u""_s, u"1"_s, u"<어머니>"_s}};
    const auto faults = Subject::check(fields, today);
    const std::vector<SubjectField> expected{
        SubjectField::Name,         SubjectField::Phone,         SubjectField::BirthDate,       SubjectField::Email,
        SubjectField::GuardianName, SubjectField::GuardianPhone, SubjectField::GuardianRelation};
    QCOMPARE(faults.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(faults[i].field, expected[i]);
        QVERIFY(!faults[i].message.isEmpty());
    }
    QVERIFY(!Subject::create(fields, today).ok());
}

void ValuesTest::aSubjectIsStoredNormalised()
{
    const Subject::Fields fields{u" 홍 길동"_s, u"+82 10 0000 1234"_s, u"20130101"_s, u"  "_s,
                                 Guardian{u"홍판서"_s, u"010-0000-5678"_s, u" 부 "_s}};
    const auto subject = Subject::create(fields, today);
    QVERIFY(subject.ok());
    QCOMPARE(subject->name, u"홍 길동"_s);
    QCOMPARE(subject->phone, u"01000001234"_s);
    QCOMPARE(subject->birthDate, QDate(2013, 1, 1));
    QCOMPARE(subject->email, QString());
    QCOMPARE(subject->state, MembershipState::Prospect);
    QCOMPARE(subject->guardian.value(), (Guardian{u"홍판서"_s, u"01000005678"_s, u"부"_s}));
    QVERIFY(!subject->id.isEmpty());
}

template <typename E> static void checkCodes(int count)
{
    QSet<QString> codes;
    for (int i = 0; i < count; ++i) {
        const E value = static_cast<E>(i);
        codes.insert(toCode(value));
        QCOMPARE(fromCode<E>(toCode(value)), std::optional<E>(value));
        QVERIFY(!label(value).isEmpty());
    }
    QCOMPARE(codes.size(), count);
    QVERIFY(!fromCode<E>(u"").has_value());
    QVERIFY(!fromCode<E>(u"Granted").has_value());
}

void ValuesTest::everyCodeComesBackAsItsValue()
{
    checkCodes<Decision>(2);
    checkCodes<ConsentStatus>(7);
    checkCodes<ItemCategory>(5);
    checkCodes<Channel>(5);
    checkCodes<CaptureMethod>(5);
    checkCodes<MembershipState>(3);
    checkCodes<Language>(2);
    checkCodes<ContactOutcome>(4);
}

void ValuesTest::aReceiptNumberSurvivesBeingReadAloud()
{
    const auto device = DeviceId::fromString(u"0192f000-0000-7000-8000-000000000001");
    const auto number = ReceiptNumber::make(today, *device, 42);
    QVERIFY(number.toString().startsWith(u"261123-"_s));
    QVERIFY(number.toString().contains(u"-0042-"_s));
    QCOMPARE(number.toString().size(), 19);
    QCOMPARE(ReceiptNumber::parse(number.toString()).value(), number);
    QCOMPARE(ReceiptNumber::parse(number.toString().toLower()).value(), number);
    QString spoken =
        QString(number.toString()).remove(u'-').replace(u'0', u'O').replace(u'1', u'l').replace(u'5', u's');
    QCOMPARE(ReceiptNumber::parse(spoken).value(), number);
    QCOMPARE(ReceiptNumber::parse(u" "_s + QString(number.toString()).replace(u'-', u' ')).value(), number);
    const auto largest = ReceiptNumber::make(today, *device, ReceiptNumber::maxSequence);
    QCOMPARE(ReceiptNumber::parse(largest.toString()).value(), largest);
    for (const QString &bad : {u""_s, u"261123"_s, u"hello"_s, QString(100, u'1'), u"261123-7K3QX-0042-?"_s})
        QVERIFY(!ReceiptNumber::parse(bad).ok());
}

void ValuesTest::aReceiptNumberFindsEveryMistypedCharacterAndSwap()
{
    const QString alphabet = u"0123456789ABCDEFGHJKMNPQRTVWXYZ"_s;
    const auto device = DeviceId::fromString(u"0192f000-0000-7000-8000-000000000001");
    QString plain = ReceiptNumber::make(today, *device, 4321).toString();
    plain.remove(u'-');
    for (qsizetype i = 0; i < plain.size(); ++i) {
        for (const QChar c : alphabet) {
            QString wrong = plain;
            wrong[i] = c;
            QCOMPARE(ReceiptNumber::parse(wrong).ok(), wrong == plain);
        }
        if (i + 1 < plain.size()) {
            QString swapped = plain;
            std::swap(swapped[i], swapped[i + 1]);
            QCOMPARE(ReceiptNumber::parse(swapped).ok(), swapped == plain);
        }
    }
}

void ValuesTest::receiptNumbersOfOneDayDiffer()
{
    QSet<QString> seen;
    for (int d = 0; d < 20; ++d) {
        const DeviceId device = DeviceId::create();
        for (int i = 1; i <= 100; ++i)
            seen.insert(ReceiptNumber::make(today, device, i).toString());
    }
    QCOMPARE(seen.size(), 2000);
}

QTEST_APPLESS_MAIN(ValuesTest)
#include "valuestest.moc"
