#include "central/postgres/storeaddress.h"

#include <QTest>

using namespace consent;
using central::StoreAddress;
using namespace Qt::StringLiterals;

/// Addresses come from enrolment files and from people: outside data.
class StoreAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainAddressIsRead();
    void everyPartIsRead();
    void textOfAnAddressReadsBackToIt_data();
    void textOfAnAddressReadsBackToIt();
    void otherFormsAreRefusedWithASentence_data();
    void otherFormsAreRefusedWithASentence();
    void certificatesAreCheckedLikeThoseOfAnAddress();
};

void StoreAddressTest::plainAddressIsRead()
{
    const auto address = StoreAddress::parse(u"postgresql://store.example/consentdesk"_s);
    QVERIFY(address.ok());
    QCOMPARE(address->hosts(), (std::vector<StoreAddress::Host>{{u"store.example"_s, 5432}}));
    QCOMPARE(address->database(), u"consentdesk"_s);
    QVERIFY(address->user().isEmpty());
    QCOMPARE(address->certificates(), StoreAddress::Certificates());
}

void StoreAddressTest::everyPartIsRead()
{
    const auto address = StoreAddress::parse(
        u"postgresql://u_kim@One.example:6000,10.0.0.7,[fd00::1]:6001/consentdesk"
        "?sslmode=verify-full&sslrootcert=/etc/desk/%ED%95%9C%20%EA%B8%80.pem&sslcert=/d/c.pem&sslkey=/d/k.pem"_s);
    QVERIFY(address.ok());
    QCOMPARE(address->user(), u"u_kim"_s);
    QCOMPARE(address->hosts(),
             (std::vector<StoreAddress::Host>{{u"one.example"_s, 6000}, {u"10.0.0.7"_s, 5432}, {u"fd00::1"_s, 6001}}));
    QCOMPARE(address->certificates().authority, u"/etc/desk/한 글.pem"_s);
    QCOMPARE(address->certificates().client, u"/d/c.pem"_s);
    QCOMPARE(address->certificates().privateKey, u"/d/k.pem"_s);
}

void StoreAddressTest::textOfAnAddressReadsBackToIt_data()
{
    QTest::addColumn<QString>("uri");
    for (const char *uri :
         {"postgresql://a/b", "postgresql://admin@a:1/b", "postgresql://a,b:2,c/d?sslrootcert=/x",
          "postgresql://[::1]:5433,127.0.0.1/consentdesk?sslrootcert=/a%20b%26c%3Dd&sslcert=/c%25&sslkey=/k%2B"})
        QTest::addRow("%s", uri) << QString::fromLatin1(uri);
}

void StoreAddressTest::textOfAnAddressReadsBackToIt()
{
    QFETCH(QString, uri);
    const auto address = StoreAddress::parse(uri);
    QVERIFY(address.ok());
    QCOMPARE(address->toUri(), uri);
    const auto again = StoreAddress::parse(address->toUri());
    QVERIFY(again.ok());
    QCOMPARE(*again, *address);
}

void StoreAddressTest::otherFormsAreRefusedWithASentence_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char *uri, const char *detail) {
        QTest::addRow("%.60s", *uri == 0 ? "nothing" : uri) << QString::fromUtf8(uri) << QString::fromLatin1(detail);
    };
    add("", "scheme, length or characters");
    add("store.example", "scheme, length or characters");
    add("http://store.example/consentdesk", "scheme, length or characters");
    add("POSTGRESQL://a/b", "scheme, length or characters");
    add("postgresql://a/b#c", "scheme, length or characters");
    add("postgresql://a/b c", "scheme, length or characters");
    add("postgresql://u:secret@a/b", "password in the address");
    add("postgresql://U@a/b", "user");
    add("postgresql://@a/b", "user");
    add("postgresql:///b", "host");
    add("postgresql://a,,b/c", "host");
    add("postgresql://a,/c", "host");
    add("postgresql://-a/c", "host");
    add("postgresql://a_b/c", "host");
    add("postgresql://a%2Fb/c", "host");
    add("postgresql://a'b/c", "host");
    add("postgresql://a:0/c", "host");
    add("postgresql://a:65536/c", "host");
    add("postgresql://a:+5/c", "host");
    add("postgresql://a:/c", "host");
    add("postgresql://[::1/c", "host");
    add("postgresql://[fe80::1%25eth0]/c", "host");
    add("postgresql://[127.0.0.1]/c", "host");
    add("postgresql://\xEC\x84\x9C\xEB\xB2\x84/c", "host");
    add("postgresql://a,a,a,a,a,a,a,a,a/c", "hosts");
    add("postgresql://a", "database");
    add("postgresql://a/", "database");
    add("postgresql://a/b/c", "database");
    add("postgresql://a/B", "database");
    add("postgresql://a/b;c", "database");
    add("postgresql://a/b?", "parameter");
    add("postgresql://a/b?sslmode=require", "sslmode");
    add("postgresql://a/b?sslmode=disable", "sslmode");
    add("postgresql://a/b?options=-c%20x", "parameter");
    add("postgresql://a/b?host=/tmp", "parameter");
    add("postgresql://a/b?sslrootcert=/x&sslrootcert=/y", "parameter");
    add("postgresql://a/b?sslrootcert", "sslrootcert");
    add("postgresql://a/b?sslrootcert=relative", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x;sslmode=disable", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x%27", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x%5C", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x%00", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x%FF", "sslrootcert");
    add("postgresql://a/b?sslrootcert=/x%2", "sslrootcert");
    add("postgresql://a/b?sslcert=/x", "sslcert without sslkey or the reverse");
    add("postgresql://a/b?sslkey=/x", "sslcert without sslkey or the reverse");
    QTest::newRow("too long") << u"postgresql://a/b?sslrootcert=/"_s + QString(5000, u'x')
                              << u"scheme, length or characters"_s;
}

void StoreAddressTest::otherFormsAreRefusedWithASentence()
{
    QFETCH(QString, uri);
    const auto address = StoreAddress::parse(uri);
    QVERIFY(!address.ok());
    QCOMPARE(address.error().kind, ErrorKind::InvalidArgument);
    QTEST(address.error().detail, "detail");
    QVERIFY(address.error().message.endsWith(u'.'));
    QVERIFY(!address.error().message.contains(u"secret"_s) && !address.error().detail.contains(u"secret"_s));
}

void StoreAddressTest::certificatesAreCheckedLikeThoseOfAnAddress()
{
    const auto address = *StoreAddress::parse(u"postgresql://a/b"_s);
    const auto changed = address.withCertificates({u"/ca.pem"_s, u"/c.pem"_s, u"/k.pem"_s});
    QVERIFY(changed.ok());
    QCOMPARE(*StoreAddress::parse(changed->toUri()), *changed);
    QVERIFY(!address.withCertificates({u"/ca'.pem"_s, {}, {}}).ok());
    QVERIFY(!address.withCertificates({u"ca.pem"_s, {}, {}}).ok());
    QVERIFY(!address.withCertificates({u"/ca.pem"_s, u"/c.pem"_s, {}}).ok());
    QCOMPARE(address.withUser(u"u_lee"_s).user(), u"u_lee"_s);
}

QTEST_APPLESS_MAIN(StoreAddressTest)

#include "storeaddresstest.moc"
