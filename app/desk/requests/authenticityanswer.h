#pragma once

#include "base/result.h"
#include "domain/codes.h"

#include <QByteArray>
#include <QString>

namespace consent::desk {

enum class Authenticity { Genuine, NotGenuine, Unknown };

} // namespace consent::desk

namespace consent::domain {

template <>
inline constexpr auto
    codesOf<desk::Authenticity> = codes<desk::Authenticity>({{desk::Authenticity::Genuine, "genuine"},
                                                             {desk::Authenticity::NotGenuine, "notGenuine"},
                                                             {desk::Authenticity::Unknown, "unknown"}});

} // namespace consent::domain

namespace consent::desk {

/// What an authenticity service says of a document.
struct AuthenticityAnswer
{
    static constexpr qsizetype maxBytes = 16 * 1024;
    static constexpr qsizetype longestReference = 100;

    Authenticity verdict = Authenticity::Unknown;
    QString reference; ///< Of the service, printable, 1 to longestReference characters.

    /// Reads the body of an answer: one JSON object with exactly these members, everything else is refused
    /// (resources/schema/authenticity.schema.json):
    ///
    ///     {"format": "consent-authenticity-answer/1", "request": <the id that was asked under>,
    ///      "verdict": "genuine" | "notGenuine" | "unknown", "reference": "..."}
    ///
    /// @param request the id that was asked under: an answer to another question is none
    /// @return Damaged.
    static Result<AuthenticityAnswer> parse(const QByteArray &body, const QString &request);

    friend bool operator==(const AuthenticityAnswer &, const AuthenticityAnswer &) = default;
};

} // namespace consent::desk
