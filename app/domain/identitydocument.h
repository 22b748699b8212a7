#pragma once

#include "domain/codes.h"

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace consent::domain {

enum class DocumentKind { ResidentRegistration, AlienRegistration, DrivingLicence, Passport };
template <>
inline constexpr auto
    codesOf<DocumentKind> = codes<DocumentKind>({{DocumentKind::ResidentRegistration, "residentRegistration"},
                                                 {DocumentKind::AlienRegistration, "alienRegistration"},
                                                 {DocumentKind::DrivingLicence, "drivingLicence"},
                                                 {DocumentKind::Passport, "passport"}});
QString label(DocumentKind value); ///< For people, in the language of the program.

/// What the form of a document number tells. Help for the eye, never a verdict on a card that lies on the table: only
/// what can't be a number at all is Impossible, everything unusual is a warning.
struct DocumentCheck
{
    enum class Verdict { Ok, Warning, Impossible };

    Verdict verdict = Verdict::Impossible;
    QString reason;                 ///< for a person; empty when Ok
    QString number;                 ///< in the usual grouping, e.g. "850505-9123455"; empty when Impossible
    QString masked;                 ///< "850505-*******"
    std::optional<QDate> birthDate; ///< that the number tells
};

/// @param today the date in Korea.
DocumentCheck checkDocument(DocumentKind kind, QStringView text, QDate today);

/// The check digit of a machine-readable zone (ICAO 9303-3, 4.9: weights 7 3 1); nothing if a character can't stand in
/// one.
std::optional<int> mrzCheckDigit(QStringView field);

} // namespace consent::domain
