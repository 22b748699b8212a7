#include "desk/entrance/vaultdesk.h"
#include "desk/log/documentdesk.h"
#include "desk/log/ledgerdesk.h"
#include "desk/log/logdesk.h"
#include "desk/session/shippedfiles.h"
#include "domain/organisation.h"
#include "support/desk/deskfixture.h"
#include "vault/vfs/vault_c.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace consent::test;
using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

SetUpForm goodForm()
{
    SetUpForm form;
    form.branch = domain::Organisation::parse(shippedfiles::organisation())->branches.front().code;
    form.name = u"나책임"_s;
    form.login = u"officer"_s;
    form.password = u"견본으로만 쓰는 긴 문장"_s;
    return form;
}

/// A work desk that isn't set up yet.
struct Entrance
{
    QTemporaryDir dir;
    FakeKeychain keychain;
    SettableClock clock;
    DeskEntrance entrance{DeskFolders(dir.path()), keychain, clock};
};

} // namespace

class EntranceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleDeskOpensWithItsOwnPasswordOnly();
    void aWorkDeskNeedsPasswordAndKeychain();
    void withoutAKeychainNothingIsSetUp();
    void aLostDeviceSecretIsToldFromALockedKeychain();
    void tooManyWrongPasswordsCloseTheDeskForAWhile();
    void everyFaultOfTheFormStandsBesideItsField();
    void aSecondSetUpChangesNothing();
    void twoDesksOnOneFolderAreRefused();
    void theLockScreenKnowsItsUser();
    void nothingPersonalIsInTheClearOnDisk();
    void theLedgerOfASampleDeskVerifies();
    void everySavedEventReachesTheEmbeddedStore();
    void theCompanysNoticeCanBePublishedOnce();
    void aSoundVaultIsFoundSoundAndACopyNeedsAReason();
    void aDeskIsRekeyedAndOpensAtAnyTimeInBetween();
};

void EntranceTest::theSampleDeskOpensWithItsOwnPasswordOnly()
{
    DeskFixture desk(2);
    QCOMPARE(desk.trySignIn(u"wrong"_s).error().kind, ErrorKind::WrongPassword);
    desk.signIn();
    QCOMPARE(desk.session->user().login, u"sample"_s);
    QCOMPARE(*await(desk.session->log().count({})) >= 2, true);
    QCOMPARE(desk.keychain.entries.size(), 0);
}

void EntranceTest::aWorkDeskNeedsPasswordAndKeychain()
{
    Entrance at;
    QVERIFY(await(at.entrance.setUp(goodForm())).ok());
    QVERIFY(!at.keychain.entries.isEmpty());
    const auto opened = await(at.entrance.signIn(Purpose::Work, u"officer"_s, goodForm().password));
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().detail));
    QCOMPARE((*opened)->user().name, u"나책임"_s);
    const auto status = await(at.entrance.status(Purpose::Work));
    QVERIFY(status->workExists);
    QVERIFY(!status->sampleExists);
    QVERIFY(status->keychainReachable);
}

void EntranceTest::withoutAKeychainNothingIsSetUp()
{
    Entrance at;
    at.keychain.mood = FakeKeychain::Mood::Unreachable;
    const auto refused = await(at.entrance.setUp(goodForm()));
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(QDir(at.dir.path()).isEmpty());
    QVERIFY(!await(at.entrance.status(Purpose::Work))->keychainReachable);
}

void EntranceTest::aLostDeviceSecretIsToldFromALockedKeychain()
{
    Entrance at;
    QVERIFY(await(at.entrance.setUp(goodForm())).ok());
    at.keychain.mood = FakeKeychain::Mood::Locked;
    const auto locked = await(at.entrance.signIn(Purpose::Work, u"officer"_s, goodForm().password));
    QCOMPARE(locked.error().kind, ErrorKind::Unavailable);
    at.keychain.mood = FakeKeychain::Mood::Works;
    at.keychain.entries.clear();
    const auto lost = await(at.entrance.signIn(Purpose::Work, u"officer"_s, goodForm().password));
    QCOMPARE(lost.error().kind, ErrorKind::NotFound);
    QVERIFY(locked.error().message != lost.error().message);
}

void EntranceTest::tooManyWrongPasswordsCloseTheDeskForAWhile()
{
    DeskFixture desk(1);
    const int most = domain::Organisation::parse(shippedfiles::organisation())->failedSignInsBeforeLock;
    for (int i = 0; i < most; ++i)
        QCOMPARE(desk.trySignIn(u"wrong"_s).error().kind, ErrorKind::WrongPassword);
    const QString right = DeskEntrance::sampleSignIn().password;
    QCOMPARE(desk.trySignIn(right).error().kind, ErrorKind::NotAllowed);
    desk.clock.advance(std::chrono::minutes(6));
    QVERIFY(desk.trySignIn(right).ok());
}

void EntranceTest::everyFaultOfTheFormStandsBesideItsField()
{
    Entrance at;
    QVERIFY(at.entrance.check(goodForm()).empty());
    SetUpForm form = goodForm();
    form.branch = u"nowhere"_s;
    form.name = u" "_s;
    form.login = u"two words"_s;
    form.password = u"short"_s;
    QCOMPARE(at.entrance.check(form).size(), std::size_t(4));
    QVERIFY(!await(at.entrance.setUp(form)).ok());
    form = goodForm();
    form.password = u"my officer password"_s;
    QCOMPARE(at.entrance.check(form).front().first, u"password"_s);
    form = goodForm();
    form.organisationJson = "{";
    QCOMPARE(at.entrance.check(form).front().first, u"organisation"_s);
}

void EntranceTest::aSecondSetUpChangesNothing()
{
    DeskFixture desk(1);
    QCOMPARE(await(desk.entrance.setUpSample(1, {})).error().kind, ErrorKind::AlreadyExists);
    desk.signIn();
}

void EntranceTest::twoDesksOnOneFolderAreRefused()
{
    DeskFixture desk(1);
    desk.signIn();
    // In one process the file can be opened twice; what the second program meets is in the integration tests.
    const auto first = DeskProfile::load(desk.folder());
    QVERIFY(first.ok());
    QCOMPARE(first->device(), desk.session->profile().device());
}

void EntranceTest::theLockScreenKnowsItsUser()
{
    DeskFixture desk(1);
    desk.signIn();
    QVERIFY(await(desk.session->unlock(DeskEntrance::sampleSignIn().password)).ok());
    QCOMPARE(await(desk.session->unlock(u"wrong"_s)).error().kind, ErrorKind::WrongPassword);
    QCOMPARE(await(desk.session->unlock(QString())).error().kind, ErrorKind::WrongPassword);
}

void EntranceTest::nothingPersonalIsInTheClearOnDisk()
{
    DeskFixture desk(3);
    desk.signIn();
    QVERIFY(await(desk.session->calls().beginNew({u"나비밀"_s, u"01000007777"_s, u"850505"_s, {}, {}}, {})).ok());
    QVERIFY(desk.session->calls().setNote(u"아무도 읽지 못할 메모"_s).ok());
    QVERIFY(desk.session->calls().end().ok());
    QVERIFY(await(desk.session->calls().save()).ok());
    desk.signOut();
    const QString name = u"나비밀"_s;
    const QByteArrayList forbidden{name.toUtf8(),
                                   QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2),
                                   name.toUtf8().toBase64(),
                                   name.toUtf8().toHex(),
                                   "01000007777",
                                   QByteArray("01000007777").toBase64(),
                                   u"아무도 읽지"_s.toUtf8(),
                                   u"김상담"_s.toUtf8()};
    int files = 0;
    QDirIterator all(desk.dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (const QByteArray &text : forbidden)
            QVERIFY2(!bytes.contains(text), qPrintable(file.fileName()));
        QVERIFY2(!bytes.startsWith("SQLite format"), qPrintable(file.fileName()));
    }
    QVERIFY(files >= 4);
}

void EntranceTest::theLedgerOfASampleDeskVerifies()
{
    DeskFixture desk(5);
    desk.signIn();
    const auto report = await(desk.session->ledger().verify({}, {}));
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QVERIFY2(report->intact, qPrintable(report->firstFault));
    QVERIFY(report->projectionsEqual);
    QVERIFY(report->headKept);
    QCOMPARE(report->devices, 1);
    QVERIFY(report->events >= 14);
    const auto keys = await(desk.session->ledger().deviceKeys());
    QCOMPARE(keys->size(), std::size_t(1));
    QCOMPARE(keys->front().device, desk.session->profile().device());
    QVERIFY(keys->front().jwk.contains("P-256"));
    QVERIFY(!keys->front().jwk.contains("\"d\""));
    const auto rebuilt = await(desk.session->ledger().rebuild({}, {}));
    QCOMPARE(*rebuilt, report->events);
    QVERIFY(await(desk.session->ledger().verify({}, {}))->projectionsEqual);
}

void EntranceTest::everySavedEventReachesTheEmbeddedStore()
{
    DeskFixture desk(4);
    desk.signIn();
    QTRY_VERIFY_WITH_TIMEOUT(desk.session->syncView().online && desk.session->syncView().waiting == 0, 20'000);
    QVERIFY(await(desk.session->calls().beginNew({u"나동기"_s, u"01000006666"_s, u"850505"_s, {}, {}}, {})).ok());
    QVERIFY(await(desk.session->calls().optOut({})).ok());
    QTRY_VERIFY_WITH_TIMEOUT(desk.session->syncView().waiting == 0, 20'000);
    QVERIFY(QFile::exists(desk.folder() + u"/store.db"_s));
}

void EntranceTest::theCompanysNoticeCanBePublishedOnce()
{
    DeskFixture desk(1);
    desk.signIn();
    DocumentDesk &documents = desk.session->documents();
    const NoticeImport file{
        u"policy.md"_s,
        "# 처리방침\n\n## 제 01 장 총칙\n\n본문\n\n공고일자: 2017년 11월 07일\n시행일자: 2017년 11월 14일\n",
        {},
        {}};
    const auto published = await(documents.publishNotice(file));
    QVERIFY2(published.ok(), published.ok() ? "" : qPrintable(published.error().message));
    QCOMPARE(published->number, 2);
    QCOMPARE(published->effective, QDate(2017, 11, 14));
    QCOMPARE(await(documents.publishNotice(file)).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(await(documents.notices())->size(), std::size_t(2));
    QCOMPARE(await(documents.publishScript("{}")).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!await(documents.checkScript("{}"))->empty());
    QCOMPARE(await(documents.publishScript(shippedfiles::phoneScript())).error().kind, ErrorKind::AlreadyExists);
    QVERIFY(await(documents.checkScript(shippedfiles::phoneScript()))->empty());
}

void EntranceTest::aSoundVaultIsFoundSoundAndACopyNeedsAReason()
{
    DeskFixture desk(2);
    desk.signIn();
    const auto report = await(desk.session->vault().check({}, {}, {}));
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    QVERIFY(report->intact);
    QVERIFY(report->pages > 10);
    const QString target = desk.dir.filePath(u"plain.db"_s);
    QCOMPARE(await(desk.session->vault().exportPlain(target, u" "_s, {})).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!QFile::exists(target));
    const auto copied = await(desk.session->vault().exportPlain(target, u"시험"_s, {}));
    QVERIFY2(copied.ok(), copied.ok() ? "" : qPrintable(copied.error().detail));
    QFile plain(target);
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QVERIFY(plain.readAll().startsWith("SQLite format 3"));
    QCOMPARE(await(desk.session->vault().exportPlain(target, u"시험"_s, {})).error().kind, ErrorKind::AlreadyExists);
}

void EntranceTest::aDeskIsRekeyedAndOpensAtAnyTimeInBetween()
{
    DeskFixture desk(2);
    const SampleSignIn user = DeskEntrance::sampleSignIn();
    desk.signIn();
    const qint64 before = *await(desk.session->log().count({}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.session->syncView().waiting == 0 && desk.session->syncView().online, 20'000);
    desk.signOut();
    const auto epochs = [&desk] {
        unsigned int cache = 0;
        unsigned int store = 0;
        (void)vault_file_epoch(QFile::encodeName(desk.folder() + u"/cache.db"_s).constData(), &cache);
        (void)vault_file_epoch(QFile::encodeName(desk.folder() + u"/store.db"_s).constData(), &store);
        return std::pair(cache, store);
    };
    const auto rekey = [&](const QString &password, std::function<bool(qint64, qint64)> progress) {
        return await(desk.entrance.rekey(Purpose::Sample, user.login, password, std::move(progress)));
    };
    QCOMPARE(rekey(u"wrong"_s, {}).error().kind, ErrorKind::WrongPassword);
    QCOMPARE(epochs(), (std::pair(1U, 1U)));
    // Stopped at every step in turn: the desk opens with all that it had, until a run comes to its end.
    int stopAfter = 0;
    for (bool done = false; !done; ++stopAfter) {
        int calls = 0;
        const auto outcome = rekey(user.password, [&](qint64, qint64) { return calls++ < stopAfter; });
        done = outcome.ok();
        if (!done)
            QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
        if (done || stopAfter % 4 == 0) {
            desk.signIn();
            QCOMPARE(*await(desk.session->log().count({})), before);
            desk.signOut();
        }
    }
    QVERIFY(stopAfter > 2);
    QCOMPARE(epochs(), (std::pair(2U, 2U)));
    QVERIFY(rekey(user.password, {}).ok());
    QCOMPARE(epochs(), (std::pair(3U, 3U)));
    desk.signIn();
    QVERIFY(await(desk.session->ledger().verify({}, {}))->intact);
}

QTEST_GUILESS_MAIN(EntranceTest)
#include "entrancetest.moc"
