#include "domain/identitydocument.h"

#include <QTest>

using namespace consent::domain;
using namespace Qt::StringLiterals;
using Verdict = DocumentCheck::Verdict;

Q_DECLARE_METATYPE(consent::domain::DocumentKind)
Q_DECLARE_METATYPE(consent::domain::DocumentCheck::Verdict)

class IdentityDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void anyWrongCheckDigitIsOnlyAWarning();
    void birthsSinceRandomDigitsHaveNoCheckDigit();
    void aMaskedNumberShowsNothingButItsKind();
    void machineReadableCheckDigits();
    void codesComeBack();
};

void IdentityDocumentTest::numbers_data()
{
    constexpr auto rrn = DocumentKind::ResidentRegistration;
    constexpr auto alien = DocumentKind::AlienRegistration;
    constexpr auto licence = DocumentKind::DrivingLicence;
    constexpr auto passport = DocumentKind::Passport;
    QTest::addColumn<DocumentKind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("number");
    const auto row = [](const char *name, DocumentKind kind, const QString &typed, Verdict verdict,
                        const QString &number) { QTest::newRow(name) << kind << typed << verdict << number; };
    row("rrn 1", rrn, u"850505-9123455"_s, Verdict::Ok, u"850505-9123455"_s);
    row("rrn 2, leap day", rrn, u"960229-0123453"_s, Verdict::Ok, u"960229-0123453"_s);
    row("rrn 3", rrn, u"8505059100031"_s, Verdict::Ok, u"850505-9100031"_s);
    row("rrn 4", rrn, u"850505 9100010"_s, Verdict::Ok, u"850505-9100010"_s);
    row("rrn full width", rrn, u"８５０５０５－９１２３４５５"_s, Verdict::Ok, u"850505-9123455"_s);
    row("rrn wrong check", rrn, u"850505-9123456"_s, Verdict::Warning, u"850505-9123456"_s);
    row("rrn no such day", rrn, u"850230-9123455"_s, Verdict::Impossible, QString());
    row("rrn leap day of a common year", rrn, u"950229-0123453"_s, Verdict::Impossible, QString());
    row("rrn short", rrn, u"850505-912345"_s, Verdict::Impossible, QString());
    row("rrn letter", rrn, u"850505-912345A"_s, Verdict::Impossible, QString());
    row("rrn born tomorrow", rrn, u"261124-3000000"_s, Verdict::Impossible, QString());
    row("rrn of a foreigner", rrn, u"981231-7123451"_s, Verdict::Impossible, QString()); // 2098
    row("alien digit on a resident card", rrn, u"981231-5123451"_s, Verdict::Warning, u"981231-5123451"_s);
    row("licence", licence, u"11-22-333333-44"_s, Verdict::Ok, u"11-22-333333-44"_s);
    row("licence 26", licence, u"262233333344"_s, Verdict::Ok, u"26-22-333333-44"_s);
    row("licence 28", licence, u"28-22-333333-44"_s, Verdict::Ok, u"28-22-333333-44"_s);
    row("licence 27", licence, u"27-22-333333-44"_s, Verdict::Warning, u"27-22-333333-44"_s);
    row("licence 10", licence, u"10-22-333333-44"_s, Verdict::Warning, u"10-22-333333-44"_s);
    row("licence of a region", licence, u"서울 22-333333-44"_s, Verdict::Ok, u"11-22-333333-44"_s);
    row("licence of northern Gyeonggi", licence, u"경기북부 22-333333-44"_s, Verdict::Ok, u"28-22-333333-44"_s);
    row("licence of Gyeonggi", licence, u"경기22-333333-44"_s, Verdict::Ok, u"13-22-333333-44"_s);
    row("licence short", licence, u"11-22-333333-4"_s, Verdict::Impossible, QString());
    row("licence of no region", licence, u"평양 22-333333-44"_s, Verdict::Impossible, QString());
    row("passport", passport, u"M12345678"_s, Verdict::Ok, u"M12345678"_s);
    row("passport small", passport, u"m 1234 5678"_s, Verdict::Ok, u"M12345678"_s);
    row("passport new", passport, u"M123A4567"_s, Verdict::Ok, u"M123A4567"_s);
    row("passport with check digit", passport, u"M123456788"_s, Verdict::Ok, u"M12345678"_s);
    row("passport new with check digit", passport, u"M123A45674"_s, Verdict::Ok, u"M123A4567"_s);
    row("passport with wrong check digit", passport, u"M123456787"_s, Verdict::Warning, u"M12345678"_s);
    row("foreign passport", passport, u"X1234567"_s, Verdict::Warning, u"X1234567"_s);
    row("letter in the wrong place", passport, u"M12A34567"_s, Verdict::Warning, u"M12A34567"_s);
    row("passport too long", passport, u"M12345678901"_s, Verdict::Impossible, QString());
    row("passport Hangul", passport, u"여권1234"_s, Verdict::Impossible, QString());
    row("nothing", passport, u" "_s, Verdict::Impossible, QString());
    row("ten megabytes", rrn, QString(10 * 1024 * 1024, u'1'), Verdict::Impossible, QString());
    row("alien of the future", alien, u"981231-7123451"_s, Verdict::Impossible, QString());
    row("alien short", alien, u"981231-712345"_s, Verdict::Impossible, QString());
    row("alien with a resident's digit", alien, u"850505-9123455"_s, Verdict::Warning, u"850505-9123455"_s);
}

void IdentityDocumentTest::numbers()
{
    QFETCH(DocumentKind, kind);
    QFETCH(QString, typed);
    const DocumentCheck check = checkDocument(kind, typed, QDate(2026, 11, 23));
    QTEST(check.verdict, "verdict");
    QTEST(check.number, "number");
    QCOMPARE(check.reason.isEmpty(), check.verdict == Verdict::Ok);
}

void IdentityDocumentTest::anyWrongCheckDigitIsOnlyAWarning()
{
    // The alien vectors tell a birth in 2098, so that nobody bears them: they are looked at from a later day.
    const QDate later(2099, 1, 1);
    int ok = 0;
    for (int digit = 0; digit < 10; ++digit) {
        const auto resident = checkDocument(DocumentKind::ResidentRegistration, u"850505-912345%1"_s.arg(digit), later);
        QCOMPARE(resident.verdict, digit == 5 ? Verdict::Ok : Verdict::Warning);
        QCOMPARE(resident.birthDate, std::optional(QDate(1885, 5, 5)));
        ok += resident.verdict == Verdict::Ok ? 1 : 0;
    }
    QCOMPARE(ok, 1);
    for (const QString &vector : {u"981231-7123451"_s, u"981231-8123453"_s}) {
        const auto check = checkDocument(DocumentKind::AlienRegistration, vector, later);
        QCOMPARE(check.verdict, Verdict::Ok);
        QCOMPARE(check.birthDate, std::optional(QDate(2098, 12, 31)));
    }
}

void IdentityDocumentTest::birthsSinceRandomDigitsHaveNoCheckDigit()
{
    const QDate today(2026, 11, 23);
    int warnings = 0;
    for (int digit = 0; digit < 10; ++digit) {
        const auto dayBefore =
            checkDocument(DocumentKind::ResidentRegistration, u"201004-300000%1"_s.arg(digit), today);
        warnings += dayBefore.verdict == Verdict::Warning ? 1 : 0;
        for (const QString &random : {u"201005-300000%1"_s.arg(digit), u"201006-400000%1"_s.arg(digit)})
            QCOMPARE(checkDocument(DocumentKind::ResidentRegistration, random, today).verdict, Verdict::Ok);
        QCOMPARE(checkDocument(DocumentKind::AlienRegistration, u"201005-700000%1"_s.arg(digit), today).verdict,
                 Verdict::Ok);
    }
    QCOMPARE(warnings, 9);
}

void IdentityDocumentTest::aMaskedNumberShowsNothingButItsKind()
{
    const QDate today(2026, 11, 23);
    QCOMPARE(checkDocument(DocumentKind::ResidentRegistration, u"850505-9123455", today).masked, u"850505-*******"_s);
    QCOMPARE(checkDocument(DocumentKind::DrivingLicence, u"11-22-333333-44", today).masked, u"11-**-******-**"_s);
    QCOMPARE(checkDocument(DocumentKind::Passport, u"M12345678", today).masked, u"M*****678"_s);
}

void IdentityDocumentTest::machineReadableCheckDigits()
{
    QCOMPARE(mrzCheckDigit(u"M12345678"), std::optional(8));
    QCOMPARE(mrzCheckDigit(u"M123A4567"), std::optional(4));
    QCOMPARE(mrzCheckDigit(u"L898902C3"), std::optional(6)); // ICAO 9303-4, appendix
    QCOMPARE(mrzCheckDigit(u"740812"), std::optional(2));
    QCOMPARE(mrzCheckDigit(u"ZE184226B<<<<<"), std::optional(1));
    QCOMPARE(mrzCheckDigit(u"m"), std::nullopt);
}

void IdentityDocumentTest::codesComeBack()
{
    for (const auto kind : {DocumentKind::ResidentRegistration, DocumentKind::AlienRegistration,
                            DocumentKind::DrivingLicence, DocumentKind::Passport})
        QCOMPARE(fromCode<DocumentKind>(toCode(kind)), std::optional(kind));
    QCOMPARE(fromCode<DocumentKind>(u"library card"), std::nullopt);
}

QTEST_APPLESS_MAIN(IdentityDocumentTest)
#include "identitydocumenttest.moc"
