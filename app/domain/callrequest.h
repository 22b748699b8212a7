#pragma once

#include "base/result.h"
#include "domain/phone.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace consent::domain {

/// "Somebody is on the line": from the command line, the URL scheme, or the telephone system's socket.
struct CallRequest
{
    static constexpr qsizetype maxUrlLength = 2048;
    static constexpr qsizetype maxLineBytes = 4096;
    static constexpr qsizetype maxIdLength = 64;

    std::optional<PhoneNumber> from; ///< nothing when the caller withholds the number
    QString id;                      ///< of the telephone system; may be empty

    /// The number after --call, or a consentdesk: URL in its place.
    static Result<CallRequest> fromArgument(const QString &text);
    /// consentdesk://call?from=01000001234&id=abc
    static Result<CallRequest> fromUrl(const QString &text);
    /// {"from":"01000001234","id":"abc"} — one line, with or without its line end.
    static Result<CallRequest> fromJsonLine(const QByteArray &line);
};

} // namespace consent::domain
