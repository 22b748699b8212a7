#include "central/embedded/embeddedsetup.h"

using namespace Qt::StringLiterals;

namespace consent::central {

Result<void> EmbeddedSetup::putUser(const StaffRecord &user)
{
    QStringList roles = user.roles;
    roles.sort();
    return m_connection.run(u"INSERT INTO staff(user, login, profile, roles, enabled) VALUES(?, ?, ?, ?, ?) "
                            "ON CONFLICT(user) DO UPDATE SET login = excluded.login, profile = excluded.profile, "
                            "roles = excluded.roles, enabled = excluded.enabled"_s,
                            user.user.toString(), user.login, user.sealedProfile, roles.join(u' '), user.enabled);
}

Result<void> EmbeddedSetup::putDevice(const DeviceId &device, const QString &branch, const QByteArray &secretSha256)
{
    return m_connection.run(u"INSERT INTO device(id, seq, hash, branch, secret) VALUES(?, 0, x'', ?, ?) "
                            "ON CONFLICT(id) DO UPDATE SET branch = excluded.branch, secret = excluded.secret"_s,
                            device.toString(), branch, secretSha256);
}

Result<void> EmbeddedSetup::revokeDevice(const DeviceId &device)
{
    return m_connection.run(u"UPDATE device SET revoked = 1 WHERE id = ?"_s, device.toString());
}

Result<void> EmbeddedSetup::putCheckpoint(const QByteArray &compactJws)
{
    return set(u"checkpoint"_s, QString::fromLatin1(compactJws));
}

Result<void> EmbeddedSetup::setLookUpsPerHour(int count)
{
    return set(u"lookUpsPerHour"_s, QString::number(count));
}

Result<void> EmbeddedSetup::setCacheDays(int days)
{
    return set(u"cacheDays"_s, QString::number(days));
}

Result<void> EmbeddedSetup::set(const QString &name, const QString &value)
{
    return m_connection.run(u"INSERT INTO setting(name, value) VALUES(?, ?) "
                            "ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s,
                            name, value);
}

} // namespace consent::central
