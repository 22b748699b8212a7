// Users and PCs of a shared store, from nothing: the first officer, a second PC by file and code, one-time passwords,
// leases, and what happens to who is no longer welcome. Everything on a real PostgreSQL.
#include "base/jsonfile.h"
#include "central/provisioning/centralprovisioning.h"
#include "desk/joining/desktakedown.h"
#include "desk/joining/staffdesk.h"
#include "desk/joining/staffkeys.h"
#include "desk/log/documentdesk.h"
#include "desk/session/shippedfiles.h"
#include "domain/organisation.h"
#include "support/desk/deskfixture.h"
#include "support/postgres/postgresserver.h"
#include "support/postgres/provisionedstore.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

const QString officerPassword = u"책임자의 아주 긴 비밀번호"_s;
const QString kimPassword = u"상담원 김의 새 비밀번호"_s;

crypto::SecretBuffer secretOf(const QString &text)
{
    return std::move(*crypto::SecretBuffer::copyOf(crypto::bytesOf(text.toUtf8())));
}

/// A PC: its folder, its keychain, its clock.
struct Pc
{
    QTemporaryDir dir;
    FakeKeychain keychain;
    SettableClock clock;
    DeskEntrance entrance{DeskFolders(dir.path()), keychain, clock};

    Result<void> join(const staffkeys::Enrolment &enrolment, const QString &login, const QString &password,
                      const QString &newPassword = {})
    {
        return await(entrance.join({enrolment.file, enrolment.code.toLower(), login, password, newPassword}));
    }
    Result<std::shared_ptr<DeskSession>> signIn(const QString &login, const QString &password,
                                                const QString &newPassword = {})
    {
        return await(entrance.signIn(Purpose::Work, login, password, newPassword));
    }
    bool isEmpty() const { return QDir(dir.path()).isEmpty() && keychain.entries.isEmpty(); }
};

QString why(const Error &error)
{
    return error.message + u" | "_s + error.detail;
}

} // namespace

/// Evaluates its argument once: most of them do something.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &verified = (result);                                                                               \
        QVERIFY2(verified.ok(), verified.ok() ? "" : qPrintable(why(verified.error())));                               \
    } while (false)

class EnrolmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theFirstOfficerOpensTheFirstPc();
    void aNewPcIsJoinedByFileCodeAndOneTimePassword();
    void aCallCanBeHeldOnTheNewPc();
    void whatDoesNotFitLeavesNothingBehind();
    void aUserNewToThePcSignsInOnline();
    void withoutTheStoreTheSlotOpensUntilTheLeaseIsOver();
    void aResetWithoutAGrantOpensNothing();
    void aDisabledUserIsShutOutWhileWorking();
    void aWithdrawnPcDestroysItsData();
    void aServerThatAsksForCertificatesGetsThePcs();

private:
    staffkeys::Enrolment enrolment(const QString &branch);

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<Pc> m_first;
    std::unique_ptr<Pc> m_second;
    std::shared_ptr<DeskSession> m_officer;
    QString m_leePassword;
};

void EnrolmentTest::initTestCase()
{
    PostgresServer::Options options;
    options.hbaLines = {u"hostssl consentdesk u_ryu 127.0.0.1/32 scram-sha-256 clientcert=verify-ca"_s};
    m_server = std::make_unique<PostgresServer>(options);
    m_server->start();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
    m_first = std::make_unique<Pc>();
    m_second = std::make_unique<Pc>();
}

void EnrolmentTest::cleanupTestCase()
{
    m_officer.reset();
    m_second.reset();
    m_first.reset();
    m_store.reset();
    m_server.reset();
}

staffkeys::Enrolment EnrolmentTest::enrolment(const QString &branch)
{
    auto made = await(m_officer->staff().openEnrolment(branch, std::chrono::hours(24)));
    if (!made)
        qFatal("%s", qPrintable(why(made.error())));
    return std::move(*made);
}

void EnrolmentTest::theFirstOfficerOpensTheFirstPc()
{
    auto provisioning = central::CentralProvisioning::connect(m_store->address().withUser(m_server->superuser()),
                                                              secretOf(m_server->superuserPassword()));
    VERIFY_OK(provisioning);
    const auto report = (*provisioning)->migrate();
    VERIFY_OK(report);
    const auto officer =
        staffkeys::firstOfficer(report->storeId, {UserId::create(), u"officer"_s, u"나책임"_s, {}}, officerPassword);
    VERIFY_OK(officer);
    VERIFY_OK((*provisioning)->addFirstUser(*officer));
    VERIFY_OK((*provisioning)->addBranch(u"centre"_s));
    const auto address = m_store->address().withCertificates({});
    const auto made =
        staffkeys::enrolment(report->storeId, address->toUri(), *readFileLimited(m_server->authority(), 65536),
                             u"centre"_s, shippedfiles::organisation(), m_first->clock.now() + std::chrono::hours(24));
    VERIFY_OK(made);
    // The store counts by its own clock.
    auto opened = made->opened;
    opened.expires = SystemClock().now() + std::chrono::hours(24);
    VERIFY_OK((*provisioning)->openEnrolment(opened));

    VERIFY_OK(m_first->join(*made, u"officer"_s, officerPassword));
    const auto session = m_first->signIn(u"officer"_s, officerPassword);
    VERIFY_OK(session);
    m_officer = *session;
    QCOMPARE(m_officer->user().name, u"나책임"_s);
    QCOMPARE(m_officer->user().roles, Role::PrivacyOfficer | Role::Administrator);
    VERIFY_OK(await(m_officer->documents().publishNotice({u"notice.md"_s, shippedfiles::sampleNotice(), {}, {}})));
    VERIFY_OK(await(m_officer->documents().publishScript(shippedfiles::phoneScript())));
    QTRY_VERIFY_WITH_TIMEOUT(m_officer->syncView().online && m_officer->syncView().waiting == 0, 20'000);
}

void EnrolmentTest::aNewPcIsJoinedByFileCodeAndOneTimePassword()
{
    m_first->clock.advance(SystemClock().now() - m_first->clock.now());
    m_second->clock.advance(SystemClock().now() - m_second->clock.now());
    const auto access = await(m_officer->staff().addUser(u"kim"_s, u"김상담"_s, Role::Agent, true));
    VERIFY_OK(access);
    QVERIFY(access->granted);
    const auto made = enrolment(u"head"_s);

    const auto first = m_second->join(made, u"kim"_s, access->password);
    QVERIFY(!first);
    QVERIFY2(DeskEntrance::wantsNewPassword(first.error()), qPrintable(why(first.error())));
    QVERIFY(m_second->isEmpty());
    QCOMPARE(m_second->join(made, u"kim"_s, access->password, u"short"_s).error().kind, ErrorKind::InvalidArgument);
    VERIFY_OK(m_second->join(made, u"kim"_s, access->password, kimPassword));

    QCOMPARE(m_second->signIn(u"kim"_s, access->password).error().kind, ErrorKind::WrongPassword);
    const auto session = m_second->signIn(u"kim"_s, kimPassword);
    VERIFY_OK(session);
    QCOMPARE((*session)->user().name, u"김상담"_s);
    QCOMPARE((*session)->profile().branch(), u"head"_s);

    // The file is good for one PC.
    Pc third;
    const auto again = third.join(made, u"kim"_s, kimPassword);
    QCOMPARE(again.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(again.error().detail, u"used"_s);
    QVERIFY(third.isEmpty());
}

void EnrolmentTest::aCallCanBeHeldOnTheNewPc()
{
    const auto session = m_second->signIn(u"kim"_s, kimPassword);
    VERIFY_OK(session);
    QTRY_VERIFY_WITH_TIMEOUT(!await((*session)->documents().scripts())->empty(), 20'000);
    QVERIFY(!await((*session)->documents().notices())->empty());
    // The new device's first event reached the others.
    QTRY_COMPARE_WITH_TIMEOUT((*session)->syncView().waiting, 0, 20'000);
    const auto devices = await(m_officer->staff().devices());
    VERIFY_OK(devices);
    QCOMPARE(devices->size(), std::size_t(2));
    for (const central::DeviceRecord &device : *devices) {
        QCOMPARE(device.state, central::DeviceState::Active);
        QVERIFY(device.events >= 1);
    }
}

void EnrolmentTest::whatDoesNotFitLeavesNothingBehind()
{
    const auto made = enrolment(u"head"_s);
    Pc pc;
    QCOMPARE(await(pc.entrance.join({made.file, u"AAAA-AAAA-AAAA-AAA1"_s, u"kim"_s, kimPassword, {}})).error().kind,
             ErrorKind::InvalidArgument);
    QCOMPARE(await(pc.entrance.join({made.file, EnrolmentCode::create()->grouped(), u"kim"_s, kimPassword, {}}))
                 .error()
                 .kind,
             ErrorKind::WrongPassword);
    QCOMPARE(await(pc.entrance.join({"%PDF-1.7", made.code, u"kim"_s, kimPassword, {}})).error().kind,
             ErrorKind::InvalidArgument);
    QCOMPARE(pc.join(made, u"kim"_s, u"nobody's password"_s).error().kind, ErrorKind::WrongPassword);
    QCOMPARE(pc.join(made, u"nobody"_s, kimPassword).error().kind, ErrorKind::WrongPassword);
    pc.keychain.mood = FakeKeychain::Mood::Unreachable;
    QCOMPARE(pc.join(made, u"kim"_s, kimPassword).error().kind, ErrorKind::Unavailable);
    pc.keychain.mood = FakeKeychain::Mood::Works;
    m_server->stop();
    const auto offline = pc.join(made, u"kim"_s, kimPassword);
    m_server->start();
    QCOMPARE(offline.error().kind, ErrorKind::Unavailable);
    QVERIFY(pc.isEmpty());

    auto expired = made.opened;
    expired.id = central::EnrolmentId::create();
    m_store->sql("update store.enrolment set expires_at = now() - interval '1 hour'");
    QCOMPARE(pc.join(made, u"kim"_s, kimPassword).error().detail, u"expired"_s);
    QVERIFY(pc.isEmpty());
}

void EnrolmentTest::aUserNewToThePcSignsInOnline()
{
    const auto access =
        await(m_officer->staff().addUser(u"lee"_s, u"이상담"_s, Roles(Role::Agent) | Role::Counter, true));
    VERIFY_OK(access);
    const auto first = m_second->signIn(u"lee"_s, access->password);
    QVERIFY(!first);
    QVERIFY2(DeskEntrance::wantsNewPassword(first.error()), qPrintable(why(first.error())));
    m_leePassword = u"이상담의 새 비밀번호"_s;
    VERIFY_OK(m_second->signIn(u"lee"_s, access->password, m_leePassword));
    m_server->stop();
    const auto offline = m_second->signIn(u"lee"_s, m_leePassword);
    const auto stranger = m_second->signIn(u"officer"_s, officerPassword);
    m_server->start();
    VERIFY_OK(offline);
    QCOMPARE(stranger.error().kind, ErrorKind::Unavailable);
}

void EnrolmentTest::withoutTheStoreTheSlotOpensUntilTheLeaseIsOver()
{
    const int hours = domain::Organisation::parse(shippedfiles::organisation())->offlineLeaseHours;
    VERIFY_OK(m_second->signIn(u"kim"_s, kimPassword));
    m_server->stop();
    m_second->clock.advance(std::chrono::hours(hours - 1));
    const auto within = m_second->signIn(u"kim"_s, kimPassword);
    m_second->clock.advance(-std::chrono::hours(2));
    const auto setBack = m_second->signIn(u"kim"_s, kimPassword);
    m_second->clock.advance(std::chrono::hours(4));
    const auto over = m_second->signIn(u"kim"_s, kimPassword);
    m_server->start();
    VERIFY_OK(within);
    QCOMPARE(setBack.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(over.error().kind, ErrorKind::NotAllowed);
    QVERIFY(over.error().message != setBack.error().message);
    // With the store back, the same sign-in renews the lease.
    VERIFY_OK(m_second->signIn(u"kim"_s, kimPassword));
    m_second->clock.advance(SystemClock().now() - m_second->clock.now());
}

void EnrolmentTest::aResetWithoutAGrantOpensNothing()
{
    const auto access = await(m_officer->staff().resetUser(u"lee"_s));
    VERIFY_OK(access);
    QVERIFY(!access->granted);
    const QString fresh = u"두 번째 새 비밀번호"_s;
    const auto locked = m_second->signIn(u"lee"_s, access->password, fresh);
    QCOMPARE(locked.error().kind, ErrorKind::NotAllowed);
    QCOMPARE(locked.error().detail, u"no organisation key granted"_s);
    const auto thumbprint = await(m_officer->staff().grant(u"lee"_s));
    VERIFY_OK(thumbprint);
    QCOMPARE(*thumbprint, access->thumbprint);
    VERIFY_OK(m_second->signIn(u"lee"_s, fresh));
}

void EnrolmentTest::aDisabledUserIsShutOutWhileWorking()
{
    const auto session = m_second->signIn(u"kim"_s, kimPassword);
    VERIFY_OK(session);
    QTRY_VERIFY_WITH_TIMEOUT((*session)->syncView().online, 20'000);
    QSignalSpy closed(session->get(), &DeskSession::closed);
    VERIFY_OK(await(m_officer->staff().setEnabled(u"kim"_s, false)));
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 60'000);
    QVERIFY(!closed.front().front().toString().isEmpty());
}

void EnrolmentTest::aWithdrawnPcDestroysItsData()
{
    const QString fresh = u"두 번째 새 비밀번호"_s;
    {
        const auto session = m_second->signIn(u"lee"_s, fresh);
        VERIFY_OK(session);
        QTRY_VERIFY_WITH_TIMEOUT((*session)->syncView().online, 20'000);
        QSignalSpy closed(session->get(), &DeskSession::closed);
        VERIFY_OK(await(m_officer->staff().held((*session)->profile().device())));
        VERIFY_OK(await(m_officer->staff().revoke((*session)->profile().device(), u"lost"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 60'000);
    }
    VERIFY_OK(await(m_second->entrance.takeDownWithdrawn()));
    QVERIFY(!QFileInfo::exists(m_second->dir.path() + u"/desk"_s));
    QVERIFY(m_second->keychain.entries.isEmpty());
}

void EnrolmentTest::aServerThatAsksForCertificatesGetsThePcs()
{
    const auto access = await(m_officer->staff().addUser(u"ryu"_s, u"류상담"_s, Role::Agent, true));
    VERIFY_OK(access);
    const auto made = enrolment(u"head"_s);
    const QString password = u"상담원 류의 새 비밀번호"_s;
    Pc pc;
    const auto none = pc.join(made, u"ryu"_s, access->password, password);
    QCOMPARE(none.error().kind, ErrorKind::WrongKey);
    QVERIFY2(none.error().message.startsWith(u"The central store does not accept the certificate of this PC."_s),
             qPrintable(why(none.error())));
    QVERIFY(pc.isEmpty());

    const auto pair = m_server->certificates().client(u"pc3"_s);
    const auto waiting = DeskFolders::certificateBeside(DeskFolders(pc.dir.path()).folder(Purpose::Work));
    QVERIFY(QFile::copy(pair.certificate, waiting.certificate));
    const auto keyless = pc.join(made, u"ryu"_s, access->password, password);
    QCOMPARE(keyless.error().kind, ErrorKind::NotFound);
    QVERIFY(QFile::copy(pair.key, waiting.key));
    QVERIFY(QFile::setPermissions(waiting.key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    VERIFY_OK(pc.join(made, u"ryu"_s, access->password, password));
    QVERIFY(!QFileInfo::exists(waiting.key));
    QVERIFY(!QFileInfo::exists(waiting.certificate));

    const auto session = pc.signIn(u"ryu"_s, password);
    VERIFY_OK(session);
    QTRY_VERIFY_WITH_TIMEOUT((*session)->syncView().online && (*session)->syncView().waiting == 0, 20'000);
    const QString key = (*session)->profile().certificateKeyPath();
    QCOMPARE(QFileInfo(key).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "enrolmenttest.moc"
