#pragma once

#include "central/centraladministration.h"
#include "central/centralstore.h"
#include "desk/joining/storeaccount.h"
#include "desk/session/staff.h"
#include "ledger/organisationkey.h"
#include "ledger/userkeys.h"
#include "vault/keys/passwordkey.h"

#include <memory>
#include <optional>
#include <vector>

namespace consent::desk {

/// One user who signs in at a shared store by password, and all that the store then gives to open a desk. Worker
/// thread: every call blocks on the network.
class StoreVisit
{
public:
    struct Place
    {
        std::shared_ptr<central::StoreGate> gate;
        central::StoreAddress address;
        QString storeId;
    };

    /// Connects. @param key storePasswordKey() of the password
    /// @return WrongPassword, WrongKey (certificates), Unavailable
    static Result<StoreVisit> begin(Place place, const QString &login, vault::PasswordKey key);

    /// Claims an enrolment: before greet(), on a new PC.
    Result<central::EnrolAnswer> enrol(const central::DeviceClaim &claim, const crypto::SecretBuffer &secret);
    /// Says hello as the device. Any standing is a value. @return Conflict for another store
    Result<central::Welcome> greet(const DeviceId &device, std::shared_ptr<const crypto::SecretBuffer> deviceSecret);

    /// Gives the user a new password at the store, with the key pair under it; from then on the visit is made with it.
    /// The store does all of it or nothing.
    Result<void> changePassword(const QString &password);
    /// The user's keys as the store has them, and the organisation's keys that they open.
    /// @return NotAllowed when nobody granted the user the organisation's keys yet
    Result<void> fetchKeys();
    /// Who works here, as far as the organisation's keys open their profiles. After fetchKeys().
    Result<std::vector<StaffMember>> roster();

    const UserId &user() const { return m_user; }
    const vault::PasswordKey &passwordKey() const { return m_key; }
    const central::UserKeyMaterial &material() const { return m_material; }
    /// After fetchKeys().
    const ledger::OrganisationKeys &organisationKeys() const { return m_organisation; }
    /// For the session that follows. After greet().
    Result<std::shared_ptr<StoreAccount>> account() const;

private:
    StoreVisit(Place place, QString login, vault::PasswordKey key, crypto::SecretBuffer password,
               std::unique_ptr<central::CentralAdministration> administration);
    Result<ledger::UserKeys> unlockPair();
    Result<void> openStore();

    Place m_place;
    QString m_login;
    vault::PasswordKey m_key;
    crypto::SecretBuffer m_password;
    std::unique_ptr<central::CentralAdministration> m_administration;
    std::unique_ptr<central::CentralStore> m_store;
    DeviceId m_device;
    std::shared_ptr<const crypto::SecretBuffer> m_deviceSecret;
    UserId m_user;
    central::UserKeyMaterial m_material;
    ledger::OrganisationKeys m_organisation;
};

/// The staff profile that only holders of the organisation's key read (StaffRecord::sealedProfile).
Result<QByteArray> sealProfile(const ledger::OrganisationKeys &keys, const QString &name);
/// Empty when none of the keys opens it.
QString nameInProfile(const ledger::OrganisationKeys &keys, const QByteArray &sealedProfile);

} // namespace consent::desk
