#include "crypto/base64url.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/qtkeychainadapter.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <thread>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Process id of the program that offers the keyring in this session; 0 when there is none.
int keyringProcess()
{
    QProcess query;
    query.start(u"dbus-send"_s, {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.DBus"_s,
                                 u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s,
                                 u"string:org.freedesktop.secrets"_s});
    query.waitForFinished();
    const auto match = QRegularExpression(u"(\\d+)\\s*$"_s).match(QString::fromLatin1(query.readAllStandardOutput()));
    return match.captured(1).toInt();
}

/// Stops a process for as long as this lives: for the others it hangs.
class Hang
{
public:
    explicit Hang(int process)
        : m_process(process)
    {
        ::kill(m_process, SIGSTOP);
    }
    ~Hang() { ::kill(m_process, SIGCONT); }
    Hang(const Hang &) = delete;
    Hang &operator=(const Hang &) = delete;

private:
    int m_process;
};

} // namespace

class UnlockedKeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsReadBack();
    void allBytesSurvive();
    void whatIsAbsentIsNotFound();
    void removingTwiceIsNoError();
    void servicesDoNotShareEntries();
    void aDeviceSecretIsKeptAndItsLossIsNoticed();
    void aHangingKeyringIsGivenUpAndWorksAgainLater();
    void severalThreadsMayAskAtOnce();
};

void UnlockedKeychainTest::whatIsStoredIsReadBack()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    QVERIFY(keychain.write(u"entry"_s, crypto::bytesOf("first")));
    QVERIFY(keychain.write(u"entry"_s, crypto::bytesOf("second")));
    const auto read = keychain.read(u"entry"_s);
    QVERIFY(read);
    QVERIFY(read->has_value());
    QCOMPARE(crypto::toByteArray((*read)->span()), "second"_ba);
    // Another object, as after a restart of the program.
    QVERIFY(QtKeychainAdapter(u"consentdesk-test"_s).read(u"entry"_s)->has_value());
    QVERIFY(keychain.remove(u"entry"_s));
}

void UnlockedKeychainTest::allBytesSurvive()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(static_cast<char>(i));
    QVERIFY(keychain.write(u"bytes"_s, crypto::bytesOf(all)));
    const auto read = keychain.read(u"bytes"_s);
    QVERIFY(read && read->has_value());
    QCOMPARE(crypto::toByteArray((*read)->span()), all);
    QVERIFY(keychain.remove(u"bytes"_s));
}

void UnlockedKeychainTest::whatIsAbsentIsNotFound()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    const auto read = keychain.read(u"never stored"_s);
    QVERIFY(read);
    QVERIFY(!read->has_value());
}

void UnlockedKeychainTest::removingTwiceIsNoError()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    QVERIFY(keychain.write(u"entry"_s, crypto::bytesOf("value")));
    QVERIFY(keychain.remove(u"entry"_s));
    QVERIFY(keychain.remove(u"entry"_s));
    QVERIFY(!keychain.read(u"entry"_s)->has_value());
}

void UnlockedKeychainTest::servicesDoNotShareEntries()
{
    QtKeychainAdapter one(u"consentdesk-test"_s);
    QtKeychainAdapter other(u"consentdesk-other"_s);
    QVERIFY(one.write(u"entry"_s, crypto::bytesOf("value")));
    QVERIFY(!other.read(u"entry"_s)->has_value());
    QVERIFY(one.remove(u"entry"_s));
}

void UnlockedKeychainTest::aDeviceSecretIsKeptAndItsLossIsNoticed()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    const auto made = DeviceSecret::create(keychain, u"installation"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    const auto fetched = DeviceSecret::fetch(keychain, u"installation"_s);
    QVERIFY(fetched);
    QCOMPARE(crypto::toByteArray(fetched->span()), crypto::toByteArray(made->span()));
    QCOMPARE(DeviceSecret::create(keychain, u"installation"_s).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(DeviceSecret::destroy(keychain, u"installation"_s));
    QCOMPARE(DeviceSecret::fetch(keychain, u"installation"_s).error().kind, ErrorKind::NotFound);
}

void UnlockedKeychainTest::aHangingKeyringIsGivenUpAndWorksAgainLater()
{
    QtKeychainAdapter patient(u"consentdesk-test"_s);
    QVERIFY(DeviceSecret::create(patient, u"installation"_s));
    const int keyring = keyringProcess();
    QVERIFY(keyring > 0);
    {
        const Hang hang(keyring);
        QtKeychainAdapter hasty(u"consentdesk-test"_s, 300ms);
        QElapsedTimer timer;
        timer.start();
        const auto fetched = DeviceSecret::fetch(hasty, u"installation"_s);
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().kind, ErrorKind::Unavailable);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        // What waits behind the hanging call is given up as well.
        QCOMPARE(hasty.write(u"entry"_s, crypto::bytesOf("value")).error().kind, ErrorKind::Unavailable);
    }
    QVERIFY(DeviceSecret::fetch(patient, u"installation"_s));
    QVERIFY(DeviceSecret::destroy(patient, u"installation"_s));
    QVERIFY(patient.remove(u"entry"_s));
}

void UnlockedKeychainTest::severalThreadsMayAskAtOnce()
{
    QtKeychainAdapter keychain(u"consentdesk-test"_s);
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&keychain, &good, i] {
                const QString entry = u"thread %1"_s.arg(i);
                const QByteArray value = entry.toUtf8();
                const bool written = keychain.write(entry, crypto::bytesOf(value)).ok();
                const auto read = keychain.read(entry);
                if (written && read && read->has_value() && crypto::toByteArray((*read)->span()) == value &&
                    keychain.remove(entry))
                    ++good;
            });
        }
    }
    QCOMPARE(good.load(), 4);
}

QTEST_GUILESS_MAIN(UnlockedKeychainTest)
#include "unlockedkeychaintest.moc"
