#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QString>

namespace consent::desk {

/// Where one desk of one organisation lies on this PC, and the few facts about it that are neither secret nor personal.
/// A value; its file is desk.json in the folder.
class DeskProfile
{
public:
    enum class Purpose {
        Sample, ///< Fictitious people, to try the program; never meets a central store.
        Work
    };

    /// A profile that isn't on disk yet.
    static DeskProfile create(QString folder, Purpose purpose, QString branch);
    /// @return NotFound when the folder holds no desk; Damaged or TooNew when desk.json can't be used.
    static Result<DeskProfile> load(const QString &folder);
    /// Writes desk.json durably; makes the folder, readable by its owner alone.
    Result<void> save() const;

    const QString &folder() const { return m_folder; }
    Purpose purpose() const { return m_purpose; }
    const QString &installation() const { return m_installation; } ///< Names this desk's secret in the OS keychain.
    const DeviceId &device() const { return m_device; }
    const QString &branch() const { return m_branch; }
    /// Whether a device secret was put into the OS keychain: tells a lost secret from one never made.
    bool keychainUsed() const { return m_keychainUsed; }
    void setKeychainUsed(bool used) { m_keychainUsed = used; }

    QString cachePath() const { return m_folder + QStringLiteral("/cache.db"); }
    QString storePath() const { return m_folder + QStringLiteral("/store.db"); }
    QString slotsPath() const { return m_folder + QStringLiteral("/cache.slots"); }
    QString organisationPath() const { return m_folder + QStringLiteral("/organisation.json"); }

private:
    DeskProfile() = default;

    QString m_folder;
    Purpose m_purpose = Purpose::Work;
    QString m_installation;
    DeviceId m_device;
    QString m_branch;
    bool m_keychainUsed = false;
};

/// The desks of the signed-in OS user.
class DeskFolders
{
public:
    /// @param root empty for the place the OS gives to the program's data.
    explicit DeskFolders(QString root = {});

    QString folder(DeskProfile::Purpose purpose) const;
    /// Whether a desk was set up there.
    bool exists(DeskProfile::Purpose purpose) const;

private:
    QString m_root;
};

} // namespace consent::desk
