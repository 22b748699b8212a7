#include "central/postgres/tlsprobe.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

#include <algorithm>

namespace consent::central {

namespace {

using postgreserrors::CertificateFault;

/// PostgreSQL, "SSLRequest (F)": the length, then 1234 and 5679.
constexpr char sslRequest[] = {0, 0, 0, 8, 0x04, char(0xd2), 0x16, 0x2f};

/// What is first of all wrong with a chain: a name is looked at only on a certificate that is otherwise good.
CertificateFault worst(const QList<QSslError> &errors)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&](const QSslError &error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    if (has({QSslError::CertificateExpired}))
        return CertificateFault::Expired;
    if (has({QSslError::CertificateNotYetValid}))
        return CertificateFault::NotYetValid;
    if (has({QSslError::HostNameMismatch}) && errors.size() == 1)
        return CertificateFault::OtherName;
    return errors.isEmpty() ? CertificateFault::Unknown : CertificateFault::Untrusted;
}

} // namespace

CertificateFault TlsProbe::ask(const StoreAddress::Host &host, const QString &authorityFile,
                               std::chrono::milliseconds patience)
{
    const int wait = static_cast<int>(patience.count());
    QSslSocket socket;
    socket.connectToHost(host.name, host.port);
    if (!socket.waitForConnected(wait))
        return CertificateFault::Unknown;
    socket.write(sslRequest, sizeof sslRequest);
    char answer = 0;
    if (!socket.waitForBytesWritten(wait) || !socket.waitForReadyRead(wait) || !socket.getChar(&answer) ||
        answer != 'S')
        return CertificateFault::Unknown;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!authorityFile.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(authorityFile));
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyName(host.name);
    socket.startClientEncryption();
    static_cast<void>(socket.waitForEncrypted(wait)); // fails exactly when there are errors to read
    const CertificateFault fault = worst(socket.sslHandshakeErrors());
    socket.abort();
    return fault;
}

} // namespace consent::central
