#pragma once

#include "base/result.h"

#include <QString>
#include <QtGlobal>

#include <vector>

namespace consent::central {

/// Where the central store is and by which certificates it is trusted: what stands in a `postgresql://` address.
/// Right by construction; holds no password.
class StoreAddress
{
public:
    static constexpr quint16 DefaultPort = 5432;
    static constexpr qsizetype MostHosts = 8;
    static constexpr qsizetype LongestUri = 4096; ///< Characters.

    struct Host
    {
        QString name; ///< DNS name in lower case, IPv4, or IPv6 without brackets.
        quint16 port = DefaultPort;

        friend bool operator==(const Host &, const Host &) = default;
    };

    /// Certificates as PEM files; empty paths where there are none.
    struct Certificates
    {
        QString authority;  ///< Whom the server's certificate must come from. Empty: whom the operating system trusts.
        QString client;     ///< Of this device (mTLS).
        QString privateKey; ///< Of the client certificate; readable for its owner alone.

        friend bool operator==(const Certificates &, const Certificates &) = default;
    };

    /// postgresql://[user@]host[:port][,host[:port]...]/database[?sslrootcert=FILE&sslcert=FILE&sslkey=FILE]
    ///
    /// Strict: no password, no fragment, no other parameter (but sslmode=verify-full, which is always meant), absolute
    /// paths without characters that a connection string would read as something else.
    /// @return InvalidArgument with a sentence that names what is wrong
    static Result<StoreAddress> parse(const QString &uri);
    /// The one text that parse() reads to this value.
    QString toUri() const;

    /// In the order in which they are tried.
    const std::vector<Host> &hosts() const noexcept { return m_hosts; }
    const QString &database() const noexcept { return m_database; }
    /// Empty when the address names none.
    const QString &user() const noexcept { return m_user; }
    const Certificates &certificates() const noexcept { return m_certificates; }

    StoreAddress withUser(const QString &user) const;
    /// @param database a name that parse() takes
    StoreAddress withDatabase(const QString &database) const;
    /// @return InvalidArgument for paths that parse() would refuse
    Result<StoreAddress> withCertificates(Certificates certificates) const;

    friend bool operator==(const StoreAddress &, const StoreAddress &) = default;

private:
    StoreAddress() = default;

    std::vector<Host> m_hosts;
    QString m_database;
    QString m_user;
    Certificates m_certificates;
};

} // namespace consent::central
