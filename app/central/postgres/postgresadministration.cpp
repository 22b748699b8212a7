#include "central/postgres/postgresadministration.h"

#include "central/postgres/postgresarray.h"
#include "central/postgres/postgressession.h"
#include "central/storeerrors_p.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/secretbuffer.h"
#include "crypto/strictjson.h"

#include <QJsonDocument>

#include <optional>

namespace consent::central {

using namespace Qt::StringLiterals;

namespace {

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray bytesOfSecret(const crypto::SecretBuffer &secret)
{
    return crypto::toByteArray(secret.span());
}

std::optional<UtcTime> timeFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(fromMs(value.toLongLong()));
}

std::optional<DeviceState> stateFrom(const QString &code)
{
    if (code == "waiting"_L1)
        return DeviceState::Waiting;
    if (code == "active"_L1)
        return DeviceState::Active;
    if (code == "revoked"_L1)
        return DeviceState::Revoked;
    return std::nullopt;
}

std::optional<DeviceRecord> deviceFrom(const PostgresConnection::Row &row)
{
    const auto id = DeviceId::fromString(row[0].toString());
    const auto state = stateFrom(row[3].toString());
    if (!id || !state)
        return std::nullopt;
    const auto key = crypto::parseUnambiguousJson(row[2].toString().toUtf8());
    return DeviceRecord{*id,
                        row[1].toString(),
                        *state,
                        key.value_or(QJsonObject()),
                        UserId::fromString(row[4].toString()),
                        timeFrom(row[5]),
                        timeFrom(row[6]),
                        timeFrom(row[7]),
                        row[8].toLongLong(),
                        row[9].toLongLong()};
}

} // namespace

PostgresAdministration::PostgresAdministration(std::shared_ptr<PostgresSession> session)
    : m_session(std::move(session))
{
}

PostgresAdministration::~PostgresAdministration() = default;

Result<Welcome> PostgresAdministration::hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                              const QString &clientVersion)
{
    return m_session->hello(device, deviceSecret, clientVersion);
}

Result<void> PostgresAdministration::addUser(const NewUser &user)
{
    return m_session->run(u"SELECT api_v1.add_user(?,?::uuid,?,?,?::text[],?,?,?)"_s,
                          {user.user.toString(), user.login, QString::fromLatin1(user.verifier),
                           postgresarray::ofTexts(user.roles), QString::fromLatin1(user.sealedProfile),
                           jsonText(user.keys.publicKey), QString::fromLatin1(user.keys.wrappedPrivate)});
}

Result<void> PostgresAdministration::setUserEnabled(const UserId &user, bool enabled)
{
    return m_session->run(u"SELECT api_v1.set_user_enabled(?,?::uuid,?)"_s, {user.toString(), enabled});
}

Result<void> PostgresAdministration::resetUser(const UserReset &reset)
{
    return m_session->run(u"SELECT api_v1.reset_user(?,?::uuid,?,?,?)"_s,
                          {reset.user.toString(), QString::fromLatin1(reset.verifier), jsonText(reset.keys.publicKey),
                           QString::fromLatin1(reset.keys.wrappedPrivate)});
}

Result<void> PostgresAdministration::setRoles(const UserId &user, const QStringList &roles)
{
    return m_session->run(u"SELECT api_v1.set_user_roles(?,?::uuid,?::text[])"_s,
                          {user.toString(), postgresarray::ofTexts(roles)});
}

Result<void> PostgresAdministration::grantKeys(const UserId &user, const QJsonObject &publicKey,
                                               const std::map<int, QByteArray> &wrapped)
{
    std::vector<qint64> epochs;
    QStringList keys;
    for (const auto &[epoch, key] : wrapped) {
        epochs.push_back(epoch);
        keys.append(QString::fromLatin1(key));
    }
    return m_session->run(
        u"SELECT api_v1.grant_organisation_keys(?,?::uuid,?,?::int[],?::text[])"_s,
        {user.toString(), jsonText(publicKey), postgresarray::ofNumbers(epochs), postgresarray::ofTexts(keys)});
}

Result<QStringList> PostgresAdministration::branches()
{
    const auto rows = m_session->rows(u"SELECT code FROM api_v1.branches(?) AS b(code)"_s);
    if (!rows)
        return rows.error();
    QStringList codes;
    for (const auto &row : *rows)
        codes.append(row[0].toString());
    return codes;
}

Result<void> PostgresAdministration::addBranch(const QString &code)
{
    return m_session->run(u"SELECT api_v1.add_branch(?,?)"_s, {code});
}

Result<void> PostgresAdministration::openEnrolment(const NewEnrolment &enrolment)
{
    return m_session->run(u"SELECT api_v1.open_enrolment(?,?::uuid,?::uuid,?,?,?)"_s,
                          {enrolment.id.toString(), enrolment.device.toString(), enrolment.branch,
                           enrolment.secretSha256, toMs(enrolment.expires)});
}

Result<std::vector<DeviceRecord>> PostgresAdministration::devices()
{
    const auto rows =
        m_session->rows(u"SELECT device,branch,public_key,state,enrolled_by,enrolled,last_seen,revoked,head_seq,held"
                        " FROM api_v1.devices(?)"_s);
    if (!rows)
        return rows.error();
    std::vector<DeviceRecord> devices;
    for (const auto &row : *rows) {
        auto device = deviceFrom(row);
        if (!device)
            return damagedStore(u"device row"_s);
        devices.push_back(std::move(*device));
    }
    return devices;
}

Result<void> PostgresAdministration::revokeDevice(const DeviceId &device, const QString &reason)
{
    return m_session->run(u"SELECT api_v1.revoke_device(?,?::uuid,?)"_s, {device.toString(), reason});
}

Result<std::vector<SubjectId>> PostgresAdministration::held(const DeviceId &device)
{
    const auto rows =
        m_session->rows(u"SELECT subject FROM api_v1.held(?,?::uuid) AS h(subject)"_s, {device.toString()});
    if (!rows)
        return rows.error();
    std::vector<SubjectId> subjects;
    for (const auto &row : *rows) {
        const auto subject = SubjectId::fromString(row[0].toString());
        if (!subject)
            return damagedStore(u"subject id"_s);
        subjects.push_back(*subject);
    }
    return subjects;
}

Result<void> PostgresAdministration::putCheckpoint(const QByteArray &jws)
{
    return m_session->run(u"SELECT api_v1.put_checkpoint(?,?)"_s, {QString::fromLatin1(jws)});
}

Result<EnrolAnswer> PostgresAdministration::enrolDevice(const DeviceClaim &claim, const crypto::SecretBuffer &secret)
{
    const auto row =
        m_session->connection().row(u"SELECT api_v1.enrol_device(?::uuid,?,?::uuid,?,?)"_s,
                                    {claim.enrolment.toString(), bytesOfSecret(secret), claim.device.toString(),
                                     jsonText(claim.publicKey), claim.secretSha256});
    if (!row)
        return row.error();
    const QString answer = (*row)[0].toString();
    if (answer == "enrolled"_L1)
        return EnrolAnswer::Enrolled;
    if (answer == "used"_L1)
        return EnrolAnswer::Used;
    if (answer == "expired"_L1)
        return EnrolAnswer::Expired;
    if (answer == "unknown"_L1)
        return EnrolAnswer::Unknown;
    return damagedStore(u"unknown answer to an enrolment"_s);
}

Result<void> PostgresAdministration::changePassword(const QByteArray &verifier, const QByteArray &wrappedPrivate)
{
    return m_session->run(u"SELECT api_v1.change_password(?,?,?)"_s,
                          {QString::fromLatin1(verifier), QString::fromLatin1(wrappedPrivate)});
}

} // namespace consent::central
