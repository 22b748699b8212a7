// A password of one's own on a desk without a shared store: at every moment one of the two opens everything.
#include "support/desk/deskfixture.h"

#include "base/jsonfile.h"
#include "desk/entrance/deskopening.h"
#include "desk/entrance/passwordchange.h"
#include "desk/people/subjectdesk.h"
#include "desk/session/shippedfiles.h"
#include "domain/organisation.h"
#include "vault/keys/devicesecret.h"

#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

const QString oldPassword = u"견본으로만 쓰는 긴 문장"_s;
const QString newPassword = u"다른 날에 고른 긴 문장"_s;

} // namespace

class PasswordChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theNewPasswordOpensTheDeskAndTheOldOneNothing();
    void aWrongPasswordIsRefusedAndCounted();
    void aNewPasswordThatIsNoneIsRefused_data();
    void aNewPasswordThatIsNoneIsRefused();
    void theSampleDeskKeepsItsPassword();
    void whereverThePowerGoesOnePasswordOpensEverything_data();
    void whereverThePowerGoesOnePasswordOpensEverything();
    void aSlotThatCantBeWrittenLeavesTheOldPassword();

private:
    struct At
    {
        QTemporaryDir dir;
        FakeKeychain keychain;
        SettableClock clock;
        DeskEntrance entrance{DeskFolders(dir.path()), keychain, clock};
    };

    Result<std::shared_ptr<DeskSession>> signIn(const QString &password)
    {
        return await(m_at->entrance.signIn(Purpose::Work, u"officer"_s, password));
    }
    /// Not only the slot: the keys of the organisation open too.
    bool opens(const QString &password)
    {
        const auto session = signIn(password);
        return session.ok() && await((*session)->subjects().search(u"가"_s)).ok();
    }
    Result<void> change(const QString &password, const QString &fresh)
    {
        const auto session = signIn(oldPassword);
        if (!session)
            return session.error();
        return await(m_at->entrance.changePassword(**session, password, fresh));
    }
    DeskProfile profile() const { return *DeskProfile::load(DeskFolders(m_at->dir.path()).folder(Purpose::Work)); }
    /// The desk as a session holds it.
    std::shared_ptr<DeskCore> open(const QString &password, const crypto::SecretBuffer &secret)
    {
        auto thread = std::make_unique<CacheThread>();
        std::shared_ptr<deskopening::Unlocked> unlocked;
        const auto organisation = domain::Organisation::parse(shippedfiles::organisation());
        thread
            ->run([&] {
                auto opened =
                    deskopening::unlock(profile(), *organisation, u"officer"_s, password, &secret, m_at->clock.now());
                if (!opened)
                    qFatal("%s", qPrintable(opened.error().detail));
                unlocked = std::make_shared<deskopening::Unlocked>(std::move(*opened));
                return true;
            })
            .waitForFinished();
        return std::make_shared<DeskCore>(std::move(unlocked->facts), m_at->clock, std::move(thread),
                                          std::move(unlocked->open));
    }

    std::unique_ptr<At> m_at;
};

void PasswordChangeTest::init()
{
    m_at = std::make_unique<At>();
    SetUpForm form;
    form.branch = domain::Organisation::parse(shippedfiles::organisation())->branches.front().code;
    form.name = u"나책임"_s;
    form.login = u"officer"_s;
    form.password = oldPassword;
    QVERIFY(await(m_at->entrance.setUp(form)).ok());
}

void PasswordChangeTest::cleanup()
{
    m_at.reset();
}

void PasswordChangeTest::theNewPasswordOpensTheDeskAndTheOldOneNothing()
{
    const auto changed = change(oldPassword, newPassword);
    QVERIFY2(changed.ok(), changed.ok() ? "" : qPrintable(changed.error().detail));
    QCOMPARE(signIn(oldPassword).error().kind, ErrorKind::WrongPassword);
    QVERIFY(opens(newPassword));
    QVERIFY(opens(newPassword)); // and again, when all is tidied up
}

void PasswordChangeTest::aWrongPasswordIsRefusedAndCounted()
{
    const auto session = signIn(oldPassword);
    QVERIFY(session.ok());
    const int allowed = (*session)->organisation().failedSignInsBeforeLock;
    for (int i = 0; i < allowed; ++i)
        QCOMPARE(await(m_at->entrance.changePassword(**session, u"not my password"_s, newPassword)).error().kind,
                 ErrorKind::WrongPassword);
    // Who guesses at an open desk is shut out as at the door.
    QVERIFY(await(m_at->entrance.changePassword(**session, oldPassword, newPassword)).error().kind !=
            ErrorKind::WrongPassword);
    QVERIFY(!await(m_at->entrance.changePassword(**session, oldPassword, newPassword)).ok());
    m_at->clock.advance(std::chrono::hours(24));
    QVERIFY(opens(oldPassword));
}

void PasswordChangeTest::aNewPasswordThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("fresh");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << u"짧다"_s;
    QTest::newRow("the one before") << oldPassword;
    QTest::newRow("with the user's name in it") << u"it is the OFFICER who knows"_s;
}

void PasswordChangeTest::aNewPasswordThatIsNoneIsRefused()
{
    QFETCH(QString, fresh);
    const auto refused = change(oldPassword, fresh);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(opens(oldPassword));
}

void PasswordChangeTest::theSampleDeskKeepsItsPassword()
{
    DeskFixture sample(1);
    sample.signIn();
    const auto refused =
        await(sample.entrance.changePassword(*sample.session, DeskEntrance::sampleSignIn().password, newPassword));
    QCOMPARE(refused.error().kind, ErrorKind::NotAllowed);
    sample.signOut();
    QVERIFY(sample.trySignIn(DeskEntrance::sampleSignIn().password).ok());
}

void PasswordChangeTest::whereverThePowerGoesOnePasswordOpensEverything_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("before anything") << 1 << false;
    QTest::newRow("when both are kept") << 2 << false;
    QTest::newRow("when the slot is sealed") << 3 << true;
    QTest::newRow("when all is done") << 4 << true;
}

void PasswordChangeTest::whereverThePowerGoesOnePasswordOpensEverything()
{
    QFETCH(int, steps);
    QFETCH(bool, isNew);
    const auto secret = vault::DeviceSecret::fetch(m_at->keychain, profile().installation());
    QVERIFY(secret.ok());
    {
        PasswordChange change(open(oldPassword, *secret), nullptr);
        QVERIFY(change.begin(oldPassword, newPassword, &*secret).ok());
        if (steps > 1)
            QVERIFY(change.announce().ok());
        if (steps > 2) {
            QVERIFY(change.tellStore().ok()); // there is none
            QVERIFY(change.sealSlot().ok());
        }
        if (steps > 3)
            QVERIFY(change.finish().ok());
    }
    QVERIFY(!signIn(isNew ? oldPassword : newPassword).ok());
    QVERIFY(opens(isNew ? newPassword : oldPassword));
    // Signing in ended it: the password can be changed again, and nothing of the other one is left.
    const auto session = signIn(isNew ? newPassword : oldPassword);
    QVERIFY(session.ok());
    const QString third = u"ein drittes, langes Wort"_s;
    const auto again = await(m_at->entrance.changePassword(**session, isNew ? newPassword : oldPassword, third));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().detail));
    QVERIFY(opens(third));
    QCOMPARE(signIn(oldPassword).error().kind, ErrorKind::WrongPassword);
    QCOMPARE(signIn(newPassword).error().kind, ErrorKind::WrongPassword);
}

void PasswordChangeTest::aSlotThatCantBeWrittenLeavesTheOldPassword()
{
    const auto secret = vault::DeviceSecret::fetch(m_at->keychain, profile().installation());
    QVERIFY(secret.ok());
    const QString path = profile().slotsPath();
    {
        const auto core = open(oldPassword, *secret);
        PasswordChange change(core, nullptr);
        QVERIFY(change.begin(oldPassword, newPassword, &*secret).ok());
        QVERIFY(change.announce().ok());
        QVERIFY(QFile::rename(path, path + u".away"_s));
        QVERIFY(QFile::exists(path + u".away"_s));
        QDir().mkpath(path); // a disk that takes nothing there
        QVERIFY(!change.sealSlot().ok());
        QVERIFY(QDir(path).removeRecursively());
        QVERIFY(QFile::rename(path + u".away"_s, path));
    }
    QVERIFY(opens(oldPassword));
    QCOMPARE(signIn(newPassword).error().kind, ErrorKind::WrongPassword);
}

QTEST_GUILESS_MAIN(PasswordChangeTest)
#include "passwordchangetest.moc"
