#pragma once

#include "central/centraladministration.h"

#include <memory>

namespace consent::central {

class PostgresSession;

/// Users and devices of a central PostgreSQL. What is called is in resources/sql/central/README.md.
class PostgresAdministration final : public CentralAdministration
{
public:
    explicit PostgresAdministration(std::shared_ptr<PostgresSession> session);
    ~PostgresAdministration() override;

    Result<Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                          const QString &clientVersion) override;
    Result<void> addUser(const NewUser &user) override;
    Result<void> setUserEnabled(const UserId &user, bool enabled) override;
    Result<void> resetUser(const UserReset &reset) override;
    Result<void> setRoles(const UserId &user, const QStringList &roles) override;
    Result<void> grantKeys(const UserId &user, const QJsonObject &publicKey,
                           const std::map<int, QByteArray> &wrapped) override;
    Result<QStringList> branches() override;
    Result<void> addBranch(const QString &code) override;
    Result<void> openEnrolment(const NewEnrolment &enrolment) override;
    Result<std::vector<DeviceRecord>> devices() override;
    Result<void> revokeDevice(const DeviceId &device, const QString &reason) override;
    Result<std::vector<SubjectId>> held(const DeviceId &device) override;
    Result<void> putCheckpoint(const QByteArray &jws) override;
    Result<EnrolAnswer> enrolDevice(const DeviceClaim &claim, const crypto::SecretBuffer &secret) override;
    Result<void> changePassword(const QByteArray &verifier, const QByteArray &wrappedPrivate) override;

private:
    std::shared_ptr<PostgresSession> m_session;
};

} // namespace consent::central
