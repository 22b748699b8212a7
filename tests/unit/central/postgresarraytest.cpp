#include "central/postgres/postgresarray.h"

#include <QTest>

using namespace consent::central;
using namespace Qt::StringLiterals;

class PostgresArrayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreQuotedAndReadBack();
    void numbersAndBytesHaveTheirForms();
    void literalsOfTheServerAreRead();
    void anythingElseIsNoArray();
};

void PostgresArrayTest::textsAreQuotedAndReadBack()
{
    const QStringList texts{u""_s, u"a"_s, u"\"},{"_s, u"\\"_s, u"NULL"_s, u"한글, 공백"_s, u"a\nb"_s};
    QCOMPARE(postgresarray::read(postgresarray::ofTexts(texts)), std::optional(texts));
    QCOMPARE(postgresarray::ofTexts({std::optional<QString>(u"x"_s), std::nullopt}), u"{\"x\",NULL}"_s);
    QCOMPARE(postgresarray::ofTexts(QStringList()), u"{}"_s);
}

void PostgresArrayTest::numbersAndBytesHaveTheirForms()
{
    QCOMPARE(postgresarray::ofNumbers({1, -2, 9'007'199'254'740'991}), u"{1,-2,9007199254740991}"_s);
    QCOMPARE(postgresarray::ofBytes({QByteArray("\x00\xff", 2), {}}), u"{\"\\\\x00ff\",\"\\\\x\"}"_s);
}

void PostgresArrayTest::literalsOfTheServerAreRead()
{
    QCOMPARE(postgresarray::read(u"{}"_s), std::optional(QStringList()));
    QCOMPARE(postgresarray::read(u"{agent,privacy_officer}"_s),
             std::optional(QStringList{u"agent"_s, u"privacy_officer"_s}));
    QCOMPARE(postgresarray::read(u"{\"a b\",c}"_s), std::optional(QStringList{u"a b"_s, u"c"_s}));
}

void PostgresArrayTest::anythingElseIsNoArray()
{
    for (const QString &text : {u""_s, u"{"_s, u"a"_s, u"{a"_s, u"{a,}"_s, u"{,a}"_s, u"{{a}}"_s, u"{\"a}"_s,
                                u"{NULL}"_s, u"{\"a\"b}"_s, u"[1:2]={a,b}"_s, u"{a\"b}"_s, u"{\"a\\\"}"_s})
        QVERIFY2(!postgresarray::read(text), qPrintable(text));
}

QTEST_APPLESS_MAIN(PostgresArrayTest)

#include "postgresarraytest.moc"
