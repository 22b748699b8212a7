#include "domain/callrequest.h"

#include <QTest>

using namespace consent::domain;
using namespace Qt::StringLiterals;

class CallRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void refusedRequests_data();
    void refusedRequests();
    void aRefusalNeverRepeatsTheNumber();
};

void CallRequestTest::requests_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("digits"); // empty: withheld
    QTest::addColumn<QString>("id");
    const QString arg = u"argument"_s;
    const QString url = u"url"_s;
    const QString line = u"line"_s;
    const QString digits = u"01000001234"_s;
    QTest::newRow("number") << arg << u"01000001234"_s << digits << QString();
    QTest::newRow("number with hyphens") << arg << u"010-0000-1234"_s << digits << QString();
    QTest::newRow("url as argument") << arg << u"consentdesk://call?from=01000001234&id=a1"_s << digits << u"a1"_s;
    QTest::newRow("url") << url << u"consentdesk://call?from=01000001234&id=a1"_s << digits << u"a1"_s;
    QTest::newRow("url with slash") << url << u"consentdesk://call/?from=01000001234"_s << digits << QString();
    QTest::newRow("url in capitals") << url << u"ConsentDesk://CALL?from=01000001234"_s << digits << QString();
    QTest::newRow("url without slashes") << url << u"consentdesk:call?from=01000001234"_s << digits << QString();
    QTest::newRow("url with a plus") << url << u"consentdesk://call?from=+821000001234"_s << digits << QString();
    QTest::newRow("url with an escaped plus")
        << url << u"consentdesk://call?from=%2B82-10-0000-1234"_s << digits << QString();
    QTest::newRow("url withheld") << url << u"consentdesk://call?from=anonymous&id=7"_s << QString() << u"7"_s;
    QTest::newRow("line") << line << u"{\"from\":\"01000001234\",\"id\":\"sip:1@x\"}\r\n"_s << digits << u"sip:1@x"_s;
    QTest::newRow("line without id") << line << u"{\"from\":\"+82 10 0000 1234\"}"_s << digits << QString();
    QTest::newRow("line withheld") << line << u"{\"from\":null,\"id\":\"8\"}\n"_s << QString() << u"8"_s;
}

static consent::Result<CallRequest> parse(const QString &way, const QString &text)
{
    if (way == u"argument")
        return CallRequest::fromArgument(text);
    return way == u"url" ? CallRequest::fromUrl(text) : CallRequest::fromJsonLine(text.toUtf8());
}

void CallRequestTest::requests()
{
    QFETCH(QString, way);
    QFETCH(QString, text);
    const auto request = parse(way, text);
    QVERIFY2(request.ok(), qPrintable(request.ok() ? QString() : request.error().message));
    QTEST(request->from ? request->from->digits() : QString(), "digits");
    QTEST(request->id, "id");
}

void CallRequestTest::refusedRequests_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const QString arg = u"argument"_s;
    const QString url = u"url"_s;
    const QString line = u"line"_s;
    QTest::newRow("no number") << arg << u" "_s << u"empty"_s;
    QTest::newRow("no phone number") << arg << u"hello"_s << u"number: character"_s;
    QTest::newRow("another scheme") << url << u"https://call?from=01000001234"_s << u"scheme"_s;
    QTest::newRow("another action") << url << u"consentdesk://erase?from=01000001234"_s << u"action"_s;
    QTest::newRow("a path") << url << u"consentdesk://call/../x?from=01000001234"_s << u"action"_s;
    QTest::newRow("a user") << url << u"consentdesk://me@call?from=01000001234"_s << u"action"_s;
    QTest::newRow("no from") << url << u"consentdesk://call?id=7"_s << u"from"_s;
    QTest::newRow("two froms") << url << u"consentdesk://call?from=01000001234&from=01000005678"_s << u"twice"_s;
    QTest::newRow("another parameter") << url << u"consentdesk://call?from=01000001234&run=x"_s << u"parameter"_s;
    QTest::newRow("long url") << url << (u"consentdesk://call?from=01000001234&id="_s + QString(3000, u'a'))
                              << u"length"_s;
    QTest::newRow("long id") << url << (u"consentdesk://call?from=01000001234&id="_s + QString(65, u'a')) << u"id"_s;
    QTest::newRow("odd id") << url << u"consentdesk://call?from=01000001234&id=a%0Ab"_s << u"id"_s;
    QTest::newRow("half an escape") << url << u"consentdesk://call?from=01000001234&id=%4"_s << u"scheme"_s;
    QTest::newRow("no object") << line << u"[1]"_s << u"json"_s;
    QTest::newRow("no json") << line << u"from=01000001234"_s << u"json"_s;
    QTest::newRow("nothing") << line << u""_s << u"json"_s;
    QTest::newRow("two lines") << line << u"{\"from\":\"01000001234\"}\n{}"_s << u"lines"_s;
    QTest::newRow("number as a number") << line << u"{\"from\":1000001234}"_s << u"from"_s;
    QTest::newRow("no from in the line") << line << u"{\"id\":\"1\"}"_s << u"from"_s;
    QTest::newRow("id as a number") << line << u"{\"from\":\"01000001234\",\"id\":1}"_s << u"id type"_s;
    QTest::newRow("another member") << line << u"{\"from\":\"01000001234\",\"to\":\"1\"}"_s << u"member"_s;
    QTest::newRow("long line") << line << (u"{\"from\":\""_s + QString(5000, u'1') + u"\"}"_s) << u"length"_s;
    QTest::newRow("cut off") << line << u"{\"from\":\"010"_s << u"json"_s;
}

void CallRequestTest::refusedRequests()
{
    QFETCH(QString, way);
    QFETCH(QString, text);
    const auto request = parse(way, text);
    QVERIFY(!request.ok());
    QTEST(request.error().detail, "reason");
    QVERIFY(!request.error().message.isEmpty());
}

void CallRequestTest::aRefusalNeverRepeatsTheNumber()
{
    const auto request = CallRequest::fromArgument(u"010-0000-123"_s);
    QVERIFY(!request.ok());
    QVERIFY(!request.error().detail.contains(u"0000"_s));
    QVERIFY(!request.error().message.contains(u"0000"_s));
}

QTEST_APPLESS_MAIN(CallRequestTest)
#include "callrequesttest.moc"
