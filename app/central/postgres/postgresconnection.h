#pragma once

#include "base/result.h"
#include "central/postgres/linkwatch.h"
#include "central/postgres/storeaddress.h"

#include <QString>
#include <QVariant>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

class QSqlQuery;

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::central {

struct BinaryValue;

/// One connection to the central PostgreSQL. Everything on it blocks: worker threads only, and it belongs to the thread
/// that opened it. Only interrupt() may be called from elsewhere.
///
/// Encrypted with the server's certificate and name checked; goes to the first of the hosts that takes writes. A cut
/// link is noticed within 10 s: by TCP where the other end is silent, by LinkWatch where only the bytes stop.
/// Once it is lost it stays lost: open another.
class PostgresConnection
{
public:
    struct Options
    {
        QString applicationName;                  ///< [A-Za-z0-9._ -]; shown by the server beside the connection.
        std::chrono::seconds connectTimeout{5};   ///< For each host; at least 2.
        std::chrono::milliseconds silence{9'000}; ///< With a call under way and no byte moving, it is given up.
    };

    /// @param role the login role as the server knows it
    /// @param password the text of it, as bytes; not kept
    /// @return WrongPassword, WrongKey (a certificate, of either side), NotAllowed, NotFound (no such database),
    /// TooNew,
    ///         or Unavailable; see PostgresErrors
    static Result<std::unique_ptr<PostgresConnection>> open(const StoreAddress &address, const QString &role,
                                                            const crypto::SecretBuffer &password,
                                                            const Options &options);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    using Row = std::vector<QVariant>;
    /// Runs one statement as one transaction and gives its rows. The text is prepared the first time.
    /// @param sql a constant text with ? placeholders
    /// @return Unavailable when the connection was lost: the outcome is unknown
    Result<std::vector<Row>> rows(const QString &sql, const std::vector<QVariant> &values = {});
    /// The only row of a statement that always gives one.
    Result<Row> row(const QString &sql, const std::vector<QVariant> &values = {});

    /// As rows(), past QPSQL, which writes every argument into the statement's text. All fields of the answer are text,
    /// so bytes are to be asked for as hex.
    /// @param sql a constant text with $1 placeholders
    Result<std::vector<Row>> binaryRows(const QByteArray &sql, const std::vector<BinaryValue> &values);

    /// A command that can't be prepared (BEGIN, CREATE DATABASE, DO). One command: of several the later ones' failures
    /// would not be seen.
    Result<void> command(const QString &sql);

    bool isLost() const noexcept { return m_lost; }
    /// Makes what runs now, and all that comes, end with Unavailable. Thread-safe while the connection lives.
    void interrupt();

private:
    explicit PostgresConnection(QString name);
    Result<QSqlQuery *> prepared(const QString &sql);
    Result<QByteArray> preparedBinary(const QByteArray &sql, const std::vector<BinaryValue> &values);
    Error failure(const QSqlQuery &query);
    Error failure(const QString &state, const QString &text);

    QString m_name;
    std::map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::map<QByteArray, QByteArray> m_preparedBinary; ///< Names by statement.
    std::unique_ptr<LinkWatch> m_watch;
    bool m_lost = false;
};

} // namespace consent::central
