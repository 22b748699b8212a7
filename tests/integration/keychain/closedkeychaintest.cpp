#include "crypto/base64url.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a keyring that is locked or not there may never lead to. The same for both: run once with each.
class ClosedKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_timer.start(); }
    void cleanup() { QVERIFY2(m_timer.elapsed() < 20'000, "a person waits for this"); }

    void nothingCanBeStored();
    void aSecretThatWasMadeIsUnavailableNotLost();
    void noSecretIsMade();
    void noPlainFileIsWrittenInstead();

private:
    QElapsedTimer m_timer;
    QtKeychainAdapter m_keychain{u"consentdesk-test"_s, 4s};
};

void ClosedKeychainTest::nothingCanBeStored()
{
    const auto written = m_keychain.write(u"entry"_s, crypto::bytesOf("value"));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Unavailable);
    QVERIFY(!written.error().message.isEmpty());
    QVERIFY(!written.error().detail.isEmpty());
}

void ClosedKeychainTest::aSecretThatWasMadeIsUnavailableNotLost()
{
    const auto fetched = DeviceSecret::fetch(m_keychain, u"installation"_s);
    QVERIFY(!fetched);
    QCOMPARE(fetched.error().kind, ErrorKind::Unavailable);
}

void ClosedKeychainTest::noSecretIsMade()
{
    const auto made = DeviceSecret::create(m_keychain, u"installation"_s);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Unavailable);
}

void ClosedKeychainTest::noPlainFileIsWrittenInstead()
{
    const QByteArray value = "a value that must not reach the disk";
    QVERIFY(!m_keychain.write(u"entry"_s, crypto::bytesOf(value)));
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains(value) && !content.contains(value.toBase64()), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(ClosedKeychainTest)
#include "closedkeychaintest.moc"
