#include "desk/session/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace consent::desk;
using consent::domain::Language;

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLanguageThatTheProgramSpeaksWins_data()
    {
        QTest::addColumn<QStringList>("tags");
        QTest::addColumn<bool>("korean");
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(',')); };
        QTest::newRow("Korean") << list("ko-KR,ko") << true;
        QTest::newRow("English") << list("en-GB,en") << false;
        QTest::newRow("English before Korean") << list("en-US,ko-KR") << false;
        QTest::newRow("Korean behind a language that the program does not speak") << list("ja-JP,ko-KR,en-US") << true;
        QTest::newRow("neither") << list("fr-FR,fr") << true;
        QTest::newRow("no preference") << list("C") << true;
        QTest::newRow("nothing") << QStringList() << true;
    }

    void theFirstLanguageThatTheProgramSpeaksWins()
    {
        QFETCH(QStringList, tags);
        QFETCH(bool, korean);
        QCOMPARE(preferredLanguage(tags) == Language::Korean, korean);
    }

    void bothLanguagesAreInsideTheProgram()
    {
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/consentdesk_ko.qm")));
        QVERIFY(QFile::exists(QStringLiteral(":/i18n/consentdesk_en.qm")));
    }

    void speakingKoreanAlsoTurnsQtsOwnDialogsAndDates()
    {
        speak(*QCoreApplication::instance(), Language::Korean);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("취소"));
        QCOMPARE(QLocale().language(), QLocale::Korean);
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "languagetest.moc"
