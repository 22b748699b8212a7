#include "crypto/opensslerror.h"

#include <QCoreApplication>
#include <QStringList>

#include <openssl/err.h>

namespace consent::crypto {

using namespace Qt::StringLiterals;

QString takeOpenSslErrors()
{
    QStringList reasons;
    while (const unsigned long code = ERR_get_error()) {
        const char *const library = ERR_lib_error_string(code);
        const char *const reason = ERR_reason_error_string(code);
        reasons.append(u"%1: %2"_s.arg(QString::fromLatin1(library ? library : "OpenSSL"),
                                       reason ? QString::fromLatin1(reason) : QString::number(code, 16)));
    }
    return reasons.join(u"; "_s);
}

Error opensslFailure(const QString &what)
{
    const QString reasons = takeOpenSslErrors();
    return {.kind = ErrorKind::Internal,
            .message = QCoreApplication::translate(
                "Crypto",
                "Encryption does not work on this PC right now. Nothing was changed. Close other programs and "
                "try again; if it happens again, call the administrator."),
            .detail = reasons.isEmpty() ? what : what + u" ("_s + reasons + u')'};
}

} // namespace consent::crypto
