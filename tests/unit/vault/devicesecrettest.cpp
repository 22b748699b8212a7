#include "vault/keys/devicesecret.h"

#include "support/fakekeychain.h"

#include <QTest>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;
using consent::test::FakeKeychain;

class DeviceSecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeIsFound();
    void provingLeavesNothingBehind();
    void aSecondSecretIsNeverMade();
    void notFoundMeansLostOnlyWhenTheKeychainWorks_data();
    void notFoundMeansLostOnlyWhenTheKeychainWorks();
    void nothingIsMadeInAKeychainThatDoesNotKeep_data();
    void nothingIsMadeInAKeychainThatDoesNotKeep();
    void aSecretOfAnotherLengthIsDamaged();
    void installationsDoNotShareASecret();
};

void DeviceSecretTest::whatIsMadeIsFound()
{
    FakeKeychain keychain;
    const auto made = DeviceSecret::create(keychain, u"desk"_s);
    QVERIFY(made);
    QCOMPARE(made->size(), DeviceSecret::SizeBytes);
    const auto found = DeviceSecret::fetch(keychain, u"desk"_s);
    QVERIFY(found);
    QCOMPARE(crypto::toByteArray(found->span()), crypto::toByteArray(made->span()));
    QVERIFY(DeviceSecret::destroy(keychain, u"desk"_s));
    QCOMPARE(DeviceSecret::fetch(keychain, u"desk"_s).error().kind, ErrorKind::NotFound);
}

void DeviceSecretTest::provingLeavesNothingBehind()
{
    FakeKeychain keychain;
    QVERIFY(DeviceSecret::prove(keychain, u"desk"_s));
    QVERIFY(keychain.entries.isEmpty());
}

void DeviceSecretTest::aSecondSecretIsNeverMade()
{
    FakeKeychain keychain;
    QVERIFY(DeviceSecret::create(keychain, u"desk"_s));
    const auto before = keychain.entries;
    const auto again = DeviceSecret::create(keychain, u"desk"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(keychain.entries, before);
}

void DeviceSecretTest::notFoundMeansLostOnlyWhenTheKeychainWorks_data()
{
    QTest::addColumn<FakeKeychain::Mood>("mood");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("it works: lost") << FakeKeychain::Mood::Works << ErrorKind::NotFound;
    QTest::newRow("locked") << FakeKeychain::Mood::Locked << ErrorKind::Unavailable;
    QTest::newRow("keeps nothing") << FakeKeychain::Mood::Amnesiac << ErrorKind::Unavailable;
    QTest::newRow("unreachable") << FakeKeychain::Mood::Unreachable << ErrorKind::Unavailable;
}

void DeviceSecretTest::notFoundMeansLostOnlyWhenTheKeychainWorks()
{
    QFETCH(const FakeKeychain::Mood, mood);
    QFETCH(const ErrorKind, kind);
    FakeKeychain keychain;
    keychain.mood = mood;
    const auto fetched = DeviceSecret::fetch(keychain, u"desk"_s);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, kind);
    QVERIFY(!fetched.error().message.isEmpty());
    QVERIFY(keychain.entries.isEmpty()); // and above all: none was made
}

void DeviceSecretTest::nothingIsMadeInAKeychainThatDoesNotKeep_data()
{
    QTest::addColumn<FakeKeychain::Mood>("mood");
    QTest::newRow("locked") << FakeKeychain::Mood::Locked;
    QTest::newRow("keeps nothing") << FakeKeychain::Mood::Amnesiac;
    QTest::newRow("unreachable") << FakeKeychain::Mood::Unreachable;
}

void DeviceSecretTest::nothingIsMadeInAKeychainThatDoesNotKeep()
{
    QFETCH(const FakeKeychain::Mood, mood);
    FakeKeychain keychain;
    keychain.mood = mood;
    const auto made = DeviceSecret::create(keychain, u"desk"_s);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Unavailable);
}

void DeviceSecretTest::aSecretOfAnotherLengthIsDamaged()
{
    FakeKeychain keychain;
    QVERIFY(DeviceSecret::create(keychain, u"desk"_s));
    for (QByteArray &entry : keychain.entries)
        entry.chop(1);
    QCOMPARE(DeviceSecret::fetch(keychain, u"desk"_s).error().kind, ErrorKind::Damaged);
}

void DeviceSecretTest::installationsDoNotShareASecret()
{
    FakeKeychain keychain;
    QVERIFY(DeviceSecret::create(keychain, u"sample"_s));
    QCOMPARE(DeviceSecret::fetch(keychain, u"desk"_s).error().kind, ErrorKind::NotFound);
    QVERIFY(DeviceSecret::create(keychain, u"desk"_s));
    QCOMPARE(keychain.entries.size(), 2);
}

QTEST_APPLESS_MAIN(DeviceSecretTest)
#include "devicesecrettest.moc"
