#pragma once

#include "base/result.h"
#include "desk/requests/authenticityanswer.h"
#include "domain/identitydocument.h"

#include <QDate>
#include <QFuture>
#include <QString>

namespace consent::desk {

/// What is asked of an authenticity service: the least that it needs.
struct AuthenticityQuestion
{
    QString request; ///< Id under which the question is recorded here (of the provision): lets both sides find it.
    domain::DocumentKind document = domain::DocumentKind::ResidentRegistration;
    QString name;
    QString number; ///< In the usual grouping.
    QDate issued;   ///< May be invalid: not stated.
};

/// Port: whoever tells whether an identity document is genuine (policy chapter 6: the police). UI thread.
class AuthenticityService
{
public:
    virtual ~AuthenticityService() = default;
    AuthenticityService(const AuthenticityService &) = delete;
    AuthenticityService &operator=(const AuthenticityService &) = delete;

    /// @return Unavailable when no answer came (no network, a certificate that is not trusted, too late, an error of
    ///     the service), Damaged when what came is no answer. In neither case is anything said about the document.
    virtual QFuture<Result<AuthenticityAnswer>> ask(const AuthenticityQuestion &question) = 0;

protected:
    AuthenticityService() = default;
};

} // namespace consent::desk
