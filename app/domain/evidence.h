#pragma once

#include "base/result.h"
#include "domain/codes.h"

#include <QByteArrayView>
#include <QString>

namespace consent::domain {

/// What a piece of evidence shows.
enum class EvidenceKind {
    Recording,       ///< 녹취
    Signature,       ///< Strokes of a pen on the counter's form.
    Form,            ///< A consent form or request on paper, by fax, post or e-mail.
    IdentityCopy,    ///< A scan of an identity document; what need not be kept is covered (PIPA 24-2, 3(1)).
    Mandate,         ///< 위임장 (policy, chapter 8)
    SealCertificate, ///< 인감증명서 (policy, chapter 8)
    GuardianProof,   ///< That the guardian of a child is its guardian (PIPA 22-2).
    Answer,          ///< What was handed or sent to the person: a certificate, an answer, a refusal.
    Other
};
template <>
inline constexpr auto codesOf<EvidenceKind> = codes<EvidenceKind>({{EvidenceKind::Recording, "recording"},
                                                                   {EvidenceKind::Signature, "signature"},
                                                                   {EvidenceKind::Form, "form"},
                                                                   {EvidenceKind::IdentityCopy, "identityCopy"},
                                                                   {EvidenceKind::Mandate, "mandate"},
                                                                   {EvidenceKind::SealCertificate, "sealCertificate"},
                                                                   {EvidenceKind::GuardianProof, "guardianProof"},
                                                                   {EvidenceKind::Answer, "answer"},
                                                                   {EvidenceKind::Other, "other"}});
QString label(EvidenceKind kind);

/// The types in which evidence is kept. The code is the media type (RFC 6838).
enum class EvidenceMedia { Pdf, Jpeg, Png, OggOpus, Wav, Mp3, Strokes };
template <>
inline constexpr auto codesOf<EvidenceMedia> = codes<EvidenceMedia>({{EvidenceMedia::Pdf, "application/pdf"},
                                                                     {EvidenceMedia::Jpeg, "image/jpeg"},
                                                                     {EvidenceMedia::Png, "image/png"},
                                                                     {EvidenceMedia::OggOpus, "audio/ogg"},
                                                                     {EvidenceMedia::Wav, "audio/wav"},
                                                                     {EvidenceMedia::Mp3, "audio/mpeg"},
                                                                     {EvidenceMedia::Strokes, "application/json"}});

/// What may be attached from outside.
struct AttachmentLimits
{
    static constexpr qsizetype bytes = 20 * 1024 * 1024;
    static constexpr int side = 20'000;           ///< Pixels.
    static constexpr qint64 pixels = 100'000'000; ///< So that nobody's memory is filled by a small file.
};

/// The type of a paper that comes from outside, by what its bytes say and never by its name: PDF, JPEG or PNG.
/// @return InvalidArgument with a sentence when it is none of these, is cut off, too large, or has too many pixels
Result<EvidenceMedia> paperType(QByteArrayView bytes);

} // namespace consent::domain
