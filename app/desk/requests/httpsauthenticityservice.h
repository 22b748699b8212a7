#pragma once

#include "desk/requests/authenticityservice.h"
#include "domain/organisation.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>

#include <memory>

class QNetworkReply;

namespace consent::desk {

/// The service over HTTPS: POST of one JSON object, answered by one (see AuthenticityAnswer):
///
///     POST <url>   Content-Type: application/json
///     {"format": "consent-authenticity-question/1", "request": "<uuid>", "document": "residentRegistration" |
///      "alienRegistration" | "drivingLicence" | "passport", "name": "...", "number": "...", "issued": "2019-03-02"}
///
/// TLS 1.2 or newer, certificate and host name verified, no redirect, no cookie, no cache; an answer larger than
/// AuthenticityAnswer::maxBytes is cut off as it comes. Nothing of the question is logged. UI thread.
class HttpsAuthenticityService : public AuthenticityService
{
public:
    /// @param endpoint of the organisation file
    /// @return InvalidArgument when the file of its authority can't be read or holds no certificate.
    static Result<std::unique_ptr<AuthenticityService>>
    create(const domain::Organisation::AuthenticityEndpoint &endpoint);
    ~HttpsAuthenticityService() override;

    QFuture<Result<AuthenticityAnswer>> ask(const AuthenticityQuestion &question) override;

private:
    HttpsAuthenticityService(domain::Organisation::AuthenticityEndpoint endpoint, QList<QSslCertificate> authorities);

    domain::Organisation::AuthenticityEndpoint m_endpoint;
    QList<QSslCertificate> m_authorities; ///< Empty: those of the system.
    QNetworkAccessManager m_network;
};

} // namespace consent::desk
