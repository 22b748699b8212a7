#pragma once

#include "central/postgres/postgresconnection.h"
#include "central/storesession.h"
#include "crypto/secretbuffer.h"

#include <memory>
#include <optional>

namespace consent::central {

/// A connection that has said hello: what every call of the functions in `api_v1` needs. The store and its
/// administration may share one. One thread.
class PostgresSession
{
public:
    /// The newest migration of the store that this program knows.
    static constexpr int KnownSchema = 11;
    /// The oldest schema that has all the functions that this program calls.
    static constexpr int NeededSchema = 10;

    explicit PostgresSession(std::unique_ptr<PostgresConnection> connection);
    ~PostgresSession();

    /// See CentralStore::hello().
    Result<Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                          const QString &clientVersion);

    /// Calls a function of `api_v1`; the session goes first. When the store ended the session, says hello again once.
    /// @param sql with ? for the session and each value
    /// @return NotAllowed before hello()
    Result<std::vector<PostgresConnection::Row>> rows(const QString &sql, std::vector<QVariant> values = {});
    Result<PostgresConnection::Row> row(const QString &sql, std::vector<QVariant> values = {});
    /// As row(), with arguments in binary form; see PostgresConnection::binaryRows().
    /// @param sql with $1 for the session, and $2 ... for the values
    Result<PostgresConnection::Row> binaryRow(const QByteArray &sql, std::vector<BinaryValue> values);
    /// A call whose answer does not matter.
    Result<void> run(const QString &sql, std::vector<QVariant> values = {});

    PostgresConnection &connection() { return *m_connection; }

private:
    Result<Welcome> greet();
    template <typename Call> Result<std::vector<PostgresConnection::Row>> greeted(const Call &call);

    std::unique_ptr<PostgresConnection> m_connection;
    DeviceId m_device;
    crypto::SecretBuffer m_secret;
    QString m_clientVersion;
    QByteArray m_session; ///< Empty unless the standing is Active.
};

} // namespace consent::central
