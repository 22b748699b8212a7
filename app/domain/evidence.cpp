#include "domain/evidence.h"

#include "domain/invalid.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace consent::domain {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

struct Size
{
    qint64 width = 0;
    qint64 height = 0;
};

quint32 bigEndian(QByteArrayView bytes, qsizetype at, int count)
{
    quint32 value = 0;
    for (int i = 0; i < count; ++i)
        value = value << 8U | static_cast<quint8>(bytes.at(at + i));
    return value;
}

constexpr QByteArrayView pngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype pngFrame = 12; // length, type and checksum of a chunk

/// Passes the chunks to the last one (ISO/IEC 15948, 5): a picture that was cut off ends without it.
std::optional<Size> sizeOfPng(QByteArrayView bytes)
{
    std::optional<Size> size;
    for (qsizetype at = pngSignature.size(); bytes.size() - at >= pngFrame;) {
        const qsizetype length = bigEndian(bytes, at, 4);
        const QByteArrayView type = bytes.sliced(at + 4, 4);
        if (length > bytes.size() - at - pngFrame)
            return std::nullopt;
        if (!size) {
            if (type != QByteArrayView("IHDR", 4) || length != 13)
                return std::nullopt;
            size = Size{bigEndian(bytes, at + 8, 4), bigEndian(bytes, at + 12, 4)};
        }
        if (type == QByteArrayView("IEND", 4))
            return size;
        at += pngFrame + length;
    }
    return std::nullopt;
}

/// Passes the segments to the start of the picture (ITU-T T.81, B.1) and sees that it ends.
std::optional<Size> sizeOfJpeg(QByteArrayView bytes)
{
    if (bytes.lastIndexOf(QByteArrayView("\xff\xd9", 2)) < 0)
        return std::nullopt;
    qsizetype at = 2;
    while (bytes.size() - at >= 4) {
        if (static_cast<quint8>(bytes.at(at)) != 0xff)
            return std::nullopt;
        const auto marker = static_cast<quint8>(bytes.at(at + 1));
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        const qsizetype length = bigEndian(bytes, at + 2, 2);
        if (length < 2 || length > bytes.size() - at - 2)
            return std::nullopt;
        const bool frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; // SOF0..SOF15
        if (frame)
            return length >= 8 ? std::optional(Size{bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2)})
                               : std::nullopt;
        if (marker == 0xda || marker == 0xd9) // the picture, or the end, without its size
            return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

Error damaged()
{
    return invalid(Text::tr("The file is cut off or damaged: it can't be shown. Scan or save it again."),
                   "paper without its end or size");
}

Result<EvidenceMedia> picture(EvidenceMedia type, const std::optional<Size> &size)
{
    if (!size || size->width == 0 || size->height == 0)
        return damaged();
    if (size->width > AttachmentLimits::side || size->height > AttachmentLimits::side ||
        size->width * size->height > AttachmentLimits::pixels)
        return invalid(Text::tr("The picture has too many pixels. Scan it at 300 dots per inch and attach it again."),
                       "too many pixels");
    return type;
}

} // namespace

QString label(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Recording:
        return Text::tr("Recording");
    case EvidenceKind::Signature:
        return Text::tr("Signature");
    case EvidenceKind::Form:
        return Text::tr("Form");
    case EvidenceKind::IdentityCopy:
        return Text::tr("Copy of an identity document");
    case EvidenceKind::Mandate:
        return Text::tr("Mandate");
    case EvidenceKind::SealCertificate:
        return Text::tr("Seal certificate");
    case EvidenceKind::GuardianProof:
        return Text::tr("Proof of guardianship");
    case EvidenceKind::Answer:
        return Text::tr("Answer to the person");
    case EvidenceKind::Other:
        return Text::tr("Other paper");
    }
    Q_UNREACHABLE();
}

Result<EvidenceMedia> paperType(QByteArrayView bytes)
{
    if (bytes.size() > AttachmentLimits::bytes)
        return invalid(Text::tr("The file is larger than %1 MB. Scan it with fewer pages or less resolution.")
                           .arg(AttachmentLimits::bytes / 1024 / 1024),
                       "paper over the limit");
    if (bytes.startsWith(pngSignature))
        return picture(EvidenceMedia::Png, sizeOfPng(bytes));
    if (bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3)))
        return picture(EvidenceMedia::Jpeg, sizeOfJpeg(bytes));
    if (bytes.startsWith(QByteArrayView("%PDF-1.", 7)) || bytes.startsWith(QByteArrayView("%PDF-2.", 7))) {
        constexpr qsizetype end = 1024; // ISO 32000-1, Annex H, note 18: where readers look for it
        if (bytes.last(std::min(bytes.size(), end)).lastIndexOf(QByteArrayView("%%EOF", 5)) < 0)
            return damaged();
        return EvidenceMedia::Pdf;
    }
    return invalid(Text::tr("Only PDF, JPEG and PNG files can be attached. Save it as one of these and try again."),
                   "no known signature");
}

} // namespace consent::domain
