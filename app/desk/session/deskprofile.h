#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QString>

#include <optional>

namespace consent::central {
class StoreAddress;
}

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

    /// The shared central store that this desk belongs to.
    struct StoreSeat
    {
        QString storeId; ///< UUID.
        QString address; ///< postgresql://..., without a user and without certificates.

        friend bool operator==(const StoreSeat &, const StoreSeat &) = default;
    };

    /// A profile that isn't on disk yet.
    static DeskProfile create(QString folder, Purpose purpose, QString branch);
    /// The profile of a work desk that joins a shared store, with the device that the store expects.
    static DeskProfile join(QString folder, DeviceId device, QString branch, StoreSeat seat);
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

    /// Nothing for a desk whose central store is a file beside the cache.
    const std::optional<StoreSeat> &store() const { return m_store; }
    /// The seat's address with the certificates that lie in the folder. @return Damaged when it can't be read.
    Result<central::StoreAddress> storeAddress() const;

    QString authorityPath() const { return m_folder + QStringLiteral("/store-ca.pem"); }
    QString proofPath() const { return m_folder + QStringLiteral("/device.proof"); } ///< See deviceproof.h.
    /// Optional, for a store that asks for a certificate of the device (mTLS).
    QString certificatePath() const { return m_folder + QStringLiteral("/device.crt"); }
    QString certificateKeyPath() const { return m_folder + QStringLiteral("/device.key"); }
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
    std::optional<StoreSeat> m_store;
};

/// The desks of the signed-in OS user.
class DeskFolders
{
public:
    /// @param root empty for the place the OS gives to the program's data.
    explicit DeskFolders(QString root = {});

    QString folder(DeskProfile::Purpose purpose) const;

    /// Where a certificate for this PC waits until a desk is made in `folder`: device.crt and device.key beside it.
    struct Waiting
    {
        QString certificate;
        QString key;
    };
    static Waiting certificateBeside(const QString &folder);
    /// Whether a desk was set up there.
    bool exists(DeskProfile::Purpose purpose) const;

private:
    QString m_root;
};

} // namespace consent::desk
