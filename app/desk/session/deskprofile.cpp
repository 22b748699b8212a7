#include "desk/session/deskprofile.h"

#include "base/jsonfile.h"
#include "central/postgres/storeaddress.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace consent::desk {

namespace {

constexpr int ownStoreVersion = 1;
constexpr int currentVersion = 2; // With a shared store: a program that knows none must not open it.
constexpr qint64 fileLimit = 64 * 1024;

QString filePath(const QString &folder)
{
    return folder + QStringLiteral("/desk.json");
}

Error unusable(ErrorKind kind, const QString &detail)
{
    const QString message =
        kind == ErrorKind::TooNew
            ? QCoreApplication::translate("DeskProfile",
                                          "This desk was set up by a newer Consent Desk. Nothing was changed. "
                                          "Install the newer version and start again.")
            : QCoreApplication::translate("DeskProfile",
                                          "The description of this desk (desk.json) is damaged. The data beside "
                                          "it is untouched. Ask your administrator to restore desk.json.");
    return Error{kind, message, detail};
}

} // namespace

DeskProfile DeskProfile::create(QString folder, Purpose purpose, QString branch)
{
    DeskProfile profile;
    profile.m_folder = std::move(folder);
    profile.m_purpose = purpose;
    profile.m_installation = newUuid();
    profile.m_device = DeviceId::create();
    profile.m_branch = std::move(branch);
    return profile;
}

DeskProfile DeskProfile::join(QString folder, DeviceId device, QString branch, StoreSeat seat)
{
    DeskProfile profile = create(std::move(folder), Purpose::Work, std::move(branch));
    profile.m_device = std::move(device);
    profile.m_store = std::move(seat);
    return profile;
}

Result<central::StoreAddress> DeskProfile::storeAddress() const
{
    const auto address = m_store ? central::StoreAddress::parse(m_store->address)
                                 : Result<central::StoreAddress>(unusable(ErrorKind::Damaged, QStringLiteral("none")));
    if (!address)
        return address.error();
    const bool hasCertificate = QFileInfo::exists(certificatePath());
    return address->withCertificates({QFileInfo::exists(authorityPath()) ? authorityPath() : QString(),
                                      hasCertificate ? certificatePath() : QString(),
                                      hasCertificate ? certificateKeyPath() : QString()});
}

Result<DeskProfile> DeskProfile::load(const QString &folder)
{
    const auto bytes = readFileLimited(filePath(folder), fileLimit);
    if (!bytes)
        return bytes.error();
    const auto json = parseJsonObject(*bytes, QStringLiteral("desk.json"));
    if (!json)
        return unusable(ErrorKind::Damaged, json.error().detail);
    const int version = json->value(u"version").toInt();
    if (version > currentVersion)
        return unusable(ErrorKind::TooNew, QStringLiteral("version %1").arg(version));
    const auto device = DeviceId::fromString(json->value(u"device").toString());
    const QString installation = json->value(u"installation").toString();
    const QString purpose = json->value(u"purpose").toString();
    const QString branch = json->value(u"branch").toString();
    std::optional<StoreSeat> store;
    if (const QJsonValue seat = json->value(u"store"); !seat.isUndefined()) {
        store = StoreSeat{seat[u"id"].toString(), seat[u"address"].toString()};
        if (!isUuid(store->storeId) || !central::StoreAddress::parse(store->address))
            return unusable(ErrorKind::Damaged, QStringLiteral("the address of the store"));
    }
    const bool known = purpose == u"sample" || purpose == u"work";
    if (version < 1 || !device || !isUuid(installation) || !known || branch.isEmpty())
        return unusable(ErrorKind::Damaged, QStringLiteral("a field is missing or malformed"));
    DeskProfile profile;
    profile.m_folder = folder;
    profile.m_purpose = purpose == u"sample" ? Purpose::Sample : Purpose::Work;
    profile.m_installation = installation;
    profile.m_device = *device;
    profile.m_branch = branch;
    profile.m_keychainUsed = json->value(u"keychainUsed").toBool();
    profile.m_store = std::move(store);
    return profile;
}

Result<void> DeskProfile::save() const
{
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner)) {
        return Error{
            ErrorKind::Io,
            QCoreApplication::translate("DeskProfile", "The folder %1 can't be made. Check that you may write there.")
                .arg(m_folder),
            QStringLiteral("mkpath or permissions")};
    }
    QJsonObject json{
        {QStringLiteral("version"), m_store ? currentVersion : ownStoreVersion},
        {QStringLiteral("purpose"), m_purpose == Purpose::Sample ? QStringLiteral("sample") : QStringLiteral("work")},
        {QStringLiteral("installation"), m_installation},
        {QStringLiteral("device"), m_device.toString()},
        {QStringLiteral("branch"), m_branch},
        {QStringLiteral("keychainUsed"), m_keychainUsed},
    };
    if (m_store)
        json.insert(QStringLiteral("store"), QJsonObject{{QStringLiteral("id"), m_store->storeId},
                                                         {QStringLiteral("address"), m_store->address}});
    return writeFileDurably(filePath(m_folder), QJsonDocument(json).toJson());
}

DeskFolders::DeskFolders(QString root)
    : m_root(root.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : std::move(root))
{
}

QString DeskFolders::folder(DeskProfile::Purpose purpose) const
{
    return m_root + (purpose == DeskProfile::Purpose::Sample ? QStringLiteral("/sample") : QStringLiteral("/desk"));
}

DeskFolders::Waiting DeskFolders::certificateBeside(const QString &folder)
{
    const QString root = QFileInfo(folder).absolutePath();
    return {root + QStringLiteral("/device.crt"), root + QStringLiteral("/device.key")};
}

bool DeskFolders::exists(DeskProfile::Purpose purpose) const
{
    return QFileInfo::exists(filePath(folder(purpose)));
}

} // namespace consent::desk
