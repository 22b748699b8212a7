#include "base/jsonfile.h"
#include "central/postgres/storeaddress.h"
#include "desk/session/deskprofile.h"
#include "desk/session/rights.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::desk;
using namespace Qt::StringLiterals;

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSavedIsLoaded();
    void theSeatInASharedStoreIsKept();
    void theFolderIsReadableByItsOwnerAlone();
    void damageIsToldFromANewerVersionAndFromNothing();
    void rolesSurviveTheirCode();
    void theAdministratorSeesNoCustomer();
};

void ProfileTest::whatWasSavedIsLoaded()
{
    QTemporaryDir dir;
    const DeskFolders folders(dir.path());
    QVERIFY(!folders.exists(DeskProfile::Purpose::Work));
    auto profile =
        DeskProfile::create(folders.folder(DeskProfile::Purpose::Work), DeskProfile::Purpose::Work, u"seoul"_s);
    profile.setKeychainUsed(true);
    QVERIFY(profile.save().ok());
    QVERIFY(folders.exists(DeskProfile::Purpose::Work));
    QVERIFY(!folders.exists(DeskProfile::Purpose::Sample));
    const auto loaded = DeskProfile::load(profile.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->device(), profile.device());
    QCOMPARE(loaded->installation(), profile.installation());
    QCOMPARE(loaded->branch(), u"seoul"_s);
    QVERIFY(loaded->keychainUsed());
    QCOMPARE(loaded->purpose(), DeskProfile::Purpose::Work);
}

void ProfileTest::theSeatInASharedStoreIsKept()
{
    QTemporaryDir dir;
    const DeskProfile::StoreSeat seat{newUuid(), u"postgresql://store.example/consentdesk"_s};
    const auto device = DeviceId::create();
    const auto profile = DeskProfile::join(dir.filePath(u"desk"_s), device, u"seoul"_s, seat);
    QVERIFY(profile.save().ok());
    auto loaded = DeskProfile::load(profile.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->store(), std::optional(seat));
    QCOMPARE(loaded->device(), device);
    QVERIFY(loaded->storeAddress()->certificates().authority.isEmpty());
    QVERIFY(writeFileDurably(loaded->authorityPath(), "PEM").ok());
    QCOMPARE(loaded->storeAddress()->certificates().authority, loaded->authorityPath());
    QVERIFY(loaded->storeAddress()->certificates().client.isEmpty());
    QByteArray json = *readFileLimited(profile.folder() + u"/desk.json"_s, 4096);
    QVERIFY(json.contains("\"version\": 2"));
    QVERIFY(writeFileDurably(profile.folder() + u"/desk.json"_s, json.replace("postgresql://", "mysql://")).ok());
    QCOMPARE(DeskProfile::load(profile.folder()).error().kind, ErrorKind::Damaged);
}

void ProfileTest::theFolderIsReadableByItsOwnerAlone()
{
    QTemporaryDir dir;
    const auto profile = DeskProfile::create(dir.filePath(u"desk"_s), DeskProfile::Purpose::Sample, u"a"_s);
    QVERIFY(profile.save().ok());
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(profile.folder()).permissions() & others));
}

void ProfileTest::damageIsToldFromANewerVersionAndFromNothing()
{
    QTemporaryDir dir;
    QCOMPARE(DeskProfile::load(dir.path()).error().kind, ErrorKind::NotFound);
    const QString path = dir.filePath(u"desk.json"_s);
    const QByteArrayList damaged{"",
                                 "{",
                                 "[]",
                                 "{\"version\":1}",
                                 "{\"version\":0}",
                                 R"({"version":1,"purpose":"work","installation":"x","device":"y","branch":"b"})"};
    for (const QByteArray &content : damaged) {
        QVERIFY(writeFileDurably(path, content).ok());
        const auto loaded = DeskProfile::load(dir.path());
        QCOMPARE(loaded.error().kind, ErrorKind::Damaged);
        QVERIFY(!loaded.error().message.isEmpty());
    }
    QVERIFY(writeFileDurably(path, "{\"version\":3}").ok());
    QCOMPARE(DeskProfile::load(dir.path()).error().kind, ErrorKind::TooNew);
}

void ProfileTest::rolesSurviveTheirCode()
{
    const Roles roles = Role::Agent | Role::PrivacyOfficer;
    QCOMPARE(toCode(roles), u"agent,privacyOfficer"_s);
    QCOMPARE(rolesFromCode(toCode(roles)), std::optional(roles));
    QCOMPARE(rolesFromCode(u""), std::optional(Roles()));
    QVERIFY(!rolesFromCode(u"agent,king"));
    QCOMPARE(toStoreRoles(roles), QStringList({u"agent"_s, u"privacy_officer"_s}));
    QCOMPARE(rolesFromStore({u"admin"_s, u"supervisor"_s}), Role::Administrator | Role::Supervisor);
    QCOMPARE(rolesFromStore({u"retention"_s, u"agent"_s}), Roles(Role::Agent));
}

void ProfileTest::theAdministratorSeesNoCustomer()
{
    QVERIFY(!may(Role::Administrator, Right::ViewSubjects));
    QVERIFY(!may(Role::Administrator, Right::CaptureConsent));
    QVERIFY(!may(Role::Administrator, Right::ViewConsentLog));
    QVERIFY(!may(Role::Administrator, Right::ExportPlainVault));
    QVERIFY(may(Role::Administrator, Right::CheckVault));
    QVERIFY(may(Role::Agent, Right::CaptureConsent));
    QVERIFY(!may(Role::Agent, Right::PublishDocuments));
    QVERIFY(!may(Roles(), Right::VerifyLedger));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "profiletest.moc"
