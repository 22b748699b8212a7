// A password of one's own on desks of a shared store: the slot of this PC, the private key and the store's verifier
// change, and wherever it is cut short one password opens everything. On a real PostgreSQL.
#include "desk/entrance/passwordchange.h"
#include "base/jsonfile.h"
#include "central/provisioning/centralprovisioning.h"
#include "desk/joining/staffdesk.h"
#include "desk/joining/staffkeys.h"
#include "desk/joining/storesignin.h"
#include "desk/people/subjectdesk.h"
#include "desk/session/deskcore.h"
#include "desk/session/shippedfiles.h"
#include "domain/organisation.h"
#include "support/desk/deskfixture.h"
#include "support/postgres/postgresserver.h"
#include "support/postgres/provisionedstore.h"
#include "vault/keys/devicesecret.h"

#include <QSignalSpy>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

const QString login = u"officer"_s;

crypto::SecretBuffer secretOf(const QString &text)
{
    return std::move(*crypto::SecretBuffer::copyOf(crypto::bytesOf(text.toUtf8())));
}

struct Pc
{
    QTemporaryDir dir;
    FakeKeychain keychain;
    SystemClock clock;
    DeskFolders folders{dir.path()};
    DeskEntrance entrance{folders, keychain, clock};

    Result<std::shared_ptr<DeskSession>> signIn(const QString &password)
    {
        return await(entrance.signIn(Purpose::Work, login, password));
    }
};

/// Passes everything on but the change of a password, whose answer or question it loses.
class LossyAdministration : public central::CentralAdministration
{
public:
    enum class Loses { Question, Answer };

    LossyAdministration(std::unique_ptr<CentralAdministration> real, Loses loses, std::function<void()> lost)
        : m_real(std::move(real))
        , m_loses(loses)
        , m_lost(std::move(lost))
    {
    }
    Result<central::Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &secret,
                                   const QString &version) override
    {
        return m_real->hello(device, secret, version);
    }
    Result<void> addUser(const central::NewUser &user) override { return m_real->addUser(user); }
    Result<void> setUserEnabled(const UserId &user, bool enabled) override
    {
        return m_real->setUserEnabled(user, enabled);
    }
    Result<void> resetUser(const central::UserReset &reset) override { return m_real->resetUser(reset); }
    Result<void> setRoles(const UserId &user, const QStringList &roles) override
    {
        return m_real->setRoles(user, roles);
    }
    Result<void> grantKeys(const UserId &user, const QJsonObject &key, const std::map<int, QByteArray> &keys) override
    {
        return m_real->grantKeys(user, key, keys);
    }
    Result<QStringList> branches() override { return m_real->branches(); }
    Result<void> addBranch(const QString &code) override { return m_real->addBranch(code); }
    Result<void> openEnrolment(const central::NewEnrolment &made) override { return m_real->openEnrolment(made); }
    Result<std::vector<central::DeviceRecord>> devices() override { return m_real->devices(); }
    Result<void> revokeDevice(const DeviceId &device, const QString &why) override
    {
        return m_real->revokeDevice(device, why);
    }
    Result<std::vector<SubjectId>> held(const DeviceId &device) override { return m_real->held(device); }
    Result<void> putCheckpoint(const QByteArray &jws) override { return m_real->putCheckpoint(jws); }
    Result<central::EnrolAnswer> enrolDevice(const central::DeviceClaim &claim,
                                             const crypto::SecretBuffer &secret) override
    {
        return m_real->enrolDevice(claim, secret);
    }
    Result<void> changePassword(const QByteArray &verifier, const QByteArray &wrappedPrivate) override
    {
        if (m_loses == Loses::Answer) {
            if (auto changed = m_real->changePassword(verifier, wrappedPrivate); !changed)
                return changed;
        }
        m_lost();
        return Error{ErrorKind::Unavailable, u"the line broke"_s, u"lost"_s};
    }

private:
    std::unique_ptr<CentralAdministration> m_real;
    Loses m_loses;
    std::function<void()> m_lost;
};

class LossyGate : public central::StoreGate
{
public:
    LossyGate(std::shared_ptr<StoreGate> real, LossyAdministration::Loses loses, bool comesBack)
        : m_real(std::move(real))
        , m_loses(loses)
        , m_comesBack(comesBack)
    {
    }
    Result<std::unique_ptr<central::CentralStore>> store(const central::StoreAddress &address, const QString &user,
                                                         const crypto::SecretBuffer &password) override
    {
        return m_real->store(address, user, password);
    }
    Result<std::unique_ptr<central::CentralAdministration>>
    administration(const central::StoreAddress &address, const QString &user,
                   const crypto::SecretBuffer &password) override
    {
        if (m_down)
            return Error{ErrorKind::Unavailable, u"the line is down"_s, u"down"_s};
        auto real = m_real->administration(address, user, password);
        if (!real)
            return real;
        return std::unique_ptr<central::CentralAdministration>(
            std::make_unique<LossyAdministration>(*std::move(real), m_loses, [this] { m_down = !m_comesBack; }));
    }

private:
    std::shared_ptr<StoreGate> m_real;
    LossyAdministration::Loses m_loses;
    bool m_comesBack;
    bool m_down = false;
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

class CentralPasswordChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theNewPasswordOpensSlotStoreAndKeysAndTheOldOneNothing();
    void offlineItIsRefusedAndNothingChanges();
    void aWrongPasswordChangesNothing();
    void whereverThePowerGoesOnePasswordOpensEverything_data();
    void whereverThePowerGoesOnePasswordOpensEverything();
    void whateverTheLineLosesIsFoundOutOrSaid_data();
    void whateverTheLineLosesIsFoundOutOrSaid();
    void theOtherPcOfTheUserAsksForTheNewOne();

private:
    /// The desk as a session holds it, by the present password.
    struct Held
    {
        std::shared_ptr<DeskCore> core;
        StoreAccount account;
    };
    Held hold(Pc &pc);
    DeskProfile profile(const Pc &pc) const { return *DeskProfile::load(pc.folders.folder(Purpose::Work)); }
    /// Signed in, the store reached, the organisation's keys open.
    bool worksOnline(Pc &pc, const QString &password)
    {
        const auto session = pc.signIn(password);
        return session.ok() && await((*session)->subjects().search(u"가"_s)).ok() &&
               QTest::qWaitFor([&] { return (*session)->syncView().online; }, 30'000);
    }
    bool worksOffline(Pc &pc, const QString &password)
    {
        m_server->stop();
        const auto session = pc.signIn(password);
        const bool works = session.ok() && await((*session)->subjects().search(u"가"_s)).ok();
        m_server->start();
        return works;
    }
    QString fresh() { return u"매번 새로 고른 긴 문장 %1"_s.arg(++m_passwords); }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<Pc> m_pc;
    std::unique_ptr<Pc> m_other;
    std::optional<crypto::SecretBuffer> m_deviceSecret;
    QString m_password = u"책임자의 아주 긴 비밀번호"_s;
    int m_passwords = 0;
};

void CentralPasswordChangeTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_server->start();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
    m_pc = std::make_unique<Pc>();
    m_other = std::make_unique<Pc>();
    auto provisioning = central::CentralProvisioning::connect(m_store->address().withUser(m_server->superuser()),
                                                              secretOf(m_server->superuserPassword()));
    VERIFY_OK(provisioning);
    const auto report = (*provisioning)->migrate();
    VERIFY_OK(report);
    const auto officer =
        staffkeys::firstOfficer(report->storeId, {UserId::create(), login, u"나책임"_s, {}}, m_password);
    VERIFY_OK(officer);
    VERIFY_OK((*provisioning)->addFirstUser(*officer));
    VERIFY_OK((*provisioning)->addBranch(u"centre"_s));
    const auto made = staffkeys::enrolment(report->storeId, m_store->address().withCertificates({})->toUri(),
                                           *readFileLimited(m_server->authority(), 65536), u"centre"_s,
                                           shippedfiles::organisation(), m_pc->clock.now() + std::chrono::hours(24));
    VERIFY_OK(made);
    VERIFY_OK((*provisioning)->openEnrolment(made->opened));
    VERIFY_OK(await(m_pc->entrance.join({made->file, made->code, login, m_password, {}})));
    const auto session = m_pc->signIn(m_password);
    VERIFY_OK(session);
    const auto second = await((*session)->staff().openEnrolment(u"centre"_s, std::chrono::hours(24)));
    VERIFY_OK(second);
    VERIFY_OK(await(m_other->entrance.join({second->file, second->code, login, m_password, {}})));
}

void CentralPasswordChangeTest::cleanupTestCase()
{
    m_other.reset();
    m_pc.reset();
    m_store.reset();
    m_server.reset();
}

CentralPasswordChangeTest::Held CentralPasswordChangeTest::hold(Pc &pc)
{
    const DeskProfile desk = profile(pc);
    auto secret = vault::DeviceSecret::fetch(pc.keychain, desk.installation());
    if (!secret)
        qFatal("no device secret");
    m_deviceSecret = std::move(*secret);
    const auto organisation = domain::Organisation::parse(shippedfiles::organisation());
    auto thread = std::make_unique<CacheThread>();
    std::shared_ptr<deskopening::Unlocked> unlocked;
    thread
        ->run([&] {
            auto outcome = storesignin::signIn({desk, *organisation, login, m_password, {}, &*m_deviceSecret},
                                               central::postgresGate(), pc.clock.now());
            if (!outcome.unlocked)
                qFatal("%s", qPrintable(why(outcome.unlocked.error())));
            unlocked = std::make_shared<deskopening::Unlocked>(std::move(*outcome.unlocked));
            return true;
        })
        .waitForFinished();
    return {
        std::make_shared<DeskCore>(std::move(unlocked->facts), pc.clock, std::move(thread), std::move(unlocked->open)),
        *unlocked->sessionKeys.account};
}

void CentralPasswordChangeTest::theNewPasswordOpensSlotStoreAndKeysAndTheOldOneNothing()
{
    const QString before = m_password;
    m_password = fresh();
    {
        const auto session = m_pc->signIn(before);
        VERIFY_OK(session);
        VERIFY_OK(await(m_pc->entrance.changePassword(**session, before, m_password)));
    }
    QCOMPARE(m_pc->signIn(before).error().kind, ErrorKind::WrongPassword);
    QVERIFY(worksOnline(*m_pc, m_password));
    QVERIFY(worksOffline(*m_pc, m_password));
    QVERIFY(!worksOffline(*m_pc, before));
    // The store knows no word of it: neither the old nor the new one signs in as it is typed.
    QVERIFY(!m_store->sql("select rolpassword from pg_authid where rolname='u_officer'").contains(m_password.toUtf8()));
}

void CentralPasswordChangeTest::offlineItIsRefusedAndNothingChanges()
{
    const auto session = m_pc->signIn(m_password);
    VERIFY_OK(session);
    m_server->stop();
    const auto refused = await(m_pc->entrance.changePassword(**session, m_password, fresh()));
    m_server->start();
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(worksOnline(*m_pc, m_password));
}

void CentralPasswordChangeTest::aWrongPasswordChangesNothing()
{
    {
        const auto session = m_pc->signIn(m_password);
        VERIFY_OK(session);
        QCOMPARE(await(m_pc->entrance.changePassword(**session, u"not my password"_s, fresh())).error().kind,
                 ErrorKind::WrongPassword);
        QCOMPARE(await(m_pc->entrance.changePassword(**session, m_password, u"short"_s)).error().kind,
                 ErrorKind::InvalidArgument);
    }
    QVERIFY(worksOnline(*m_pc, m_password));
}

void CentralPasswordChangeTest::whereverThePowerGoesOnePasswordOpensEverything_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("newOnline");
    QTest::addColumn<bool>("newOffline");
    QTest::newRow("when this PC keeps both") << 2 << false << false;
    QTest::newRow("when the store has the new one") << 3 << true << false;
    QTest::newRow("when the slot is sealed") << 4 << true << true;
    QTest::newRow("when all is done") << 5 << true << true;
}

void CentralPasswordChangeTest::whereverThePowerGoesOnePasswordOpensEverything()
{
    QFETCH(int, steps);
    QFETCH(bool, newOnline);
    QFETCH(bool, newOffline);
    const QString before = m_password;
    const QString after = fresh();
    {
        const Held held = hold(*m_pc);
        PasswordChange change(held.core, std::make_shared<const StoreAccount>(held.account));
        VERIFY_OK(change.begin(before, after, &*m_deviceSecret));
        VERIFY_OK(change.announce());
        if (steps > 2)
            VERIFY_OK(change.tellStore());
        if (steps > 3)
            VERIFY_OK(change.sealSlot());
        if (steps > 4)
            VERIFY_OK(change.finish());
    }
    // First without the store: what this PC alone opens.
    QVERIFY(worksOffline(*m_pc, newOffline ? after : before));
    m_password = newOnline ? after : before;
    QVERIFY(worksOnline(*m_pc, m_password));
    // From here on it is the one password everywhere.
    QVERIFY(worksOffline(*m_pc, m_password));
}

void CentralPasswordChangeTest::whateverTheLineLosesIsFoundOutOrSaid_data()
{
    using Loses = LossyAdministration::Loses;
    QTest::addColumn<Loses>("loses");
    QTest::addColumn<bool>("comesBack");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("the question, and the line comes back") << Loses::Question << true << false << false;
    QTest::newRow("the answer, and the line comes back") << Loses::Answer << true << true << true;
    QTest::newRow("the question, for good") << Loses::Question << false << false << false;
    QTest::newRow("the answer, for good") << Loses::Answer << false << false << true;
}

void CentralPasswordChangeTest::whateverTheLineLosesIsFoundOutOrSaid()
{
    QFETCH(LossyAdministration::Loses, loses);
    QFETCH(bool, comesBack);
    QFETCH(bool, succeeds);
    QFETCH(bool, isNew);
    const QString before = m_password;
    const QString after = fresh();
    {
        Held held = hold(*m_pc);
        held.account.gate = std::make_shared<LossyGate>(central::postgresGate(), loses, comesBack);
        PasswordChange change(held.core, std::make_shared<const StoreAccount>(held.account));
        const auto changed = change.run(before, after, &*m_deviceSecret);
        QCOMPARE(changed.ok(), succeeds);
        if (!succeeds) {
            QCOMPARE(changed.error().kind, ErrorKind::Unavailable);
            QVERIFY(!changed.error().message.isEmpty());
        }
    }
    m_password = isNew ? after : before;
    if (!comesBack)
        QVERIFY(worksOffline(*m_pc, before)); // as the sentence says
    QVERIFY(worksOnline(*m_pc, m_password));
}

void CentralPasswordChangeTest::theOtherPcOfTheUserAsksForTheNewOne()
{
    // The one with which it was enrolled still opens its slot; the store does not take it any more.
    auto session = m_other->signIn(u"책임자의 아주 긴 비밀번호"_s);
    VERIFY_OK(session);
    QSignalSpy closed(session->get(), &DeskSession::closed);
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 60'000);
    QVERIFY(!closed.front().front().toString().isEmpty());
    session->reset();
    QVERIFY(worksOnline(*m_other, m_password));
    QVERIFY(worksOffline(*m_other, m_password));
    QVERIFY(!m_other->signIn(u"책임자의 아주 긴 비밀번호"_s).ok());
}

QTEST_GUILESS_MAIN(CentralPasswordChangeTest)
#include "passwordchangetest.moc"
