#pragma once

#include <QString>

namespace postgrestesting {

/// A throw-away certificate authority in a folder, made with the openssl program.
class Certificates
{
public:
    struct Pair
    {
        QString certificate; ///< PEM file
        QString key;         ///< PEM file, mode 0600
    };

    /// @param folder exists and outlives this; @param name of the authority
    explicit Certificates(const QString &folder, const QString &name = QStringLiteral("authority"));

    /// PEM file of the authority, for sslrootcert.
    QString authority() const { return m_authority.certificate; }
    /// For a server on this machine.
    /// @param daysFromNow validity; a negative one has ended already
    Pair server(const QString &name = QStringLiteral("server"), int daysFromNow = 1) const;
    /// For the host names in `subjectAltNames` only, in openssl's form ("DNS:db.example,IP:192.0.2.1").
    Pair serverFor(const QString &name, const QString &subjectAltNames, int daysFromNow = 1) const;
    /// For a server on this machine, valid from a day a year ahead on: what a PC sees whose clock is slow.
    Pair serverOfTheFuture(const QString &name) const;
    /// For a client; PostgreSQL compares the common name with the login.
    Pair client(const QString &commonName) const;

private:
    Pair issue(const QString &name, const QString &commonName, const QString &extensions, int daysFromNow) const;
    /// Makes the key, the request and the file of extensions of a certificate.
    Pair request(const QString &name, const QString &commonName, const QString &extensions) const;

    QString m_folder;
    Pair m_authority;
};

} // namespace postgrestesting
