#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/evidence.h"
#include "ledger/evidencefacts.h"

#include <QByteArray>
#include <QString>

namespace consent::desk {

/// A paper to be attached.
struct Attachment
{
    SubjectId subject;
    domain::EvidenceKind kind = domain::EvidenceKind::Other;
    QByteArray bytes; ///< PDF, JPEG or PNG, at most domain::AttachmentLimits::bytes.
    QString fileName; ///< As it was called, without its folder; sealed. May be empty.
    ledger::EvidenceSubject about;
};

/// Where the bytes are.
enum class EvidencePlace {
    Here,     ///< On this PC; waits for the centre, or is there too.
    Centre,   ///< Only at the centre: it has to be fetched.
    Fetching, ///< On its way here.
    Nowhere   ///< The centre does not give it.
};

struct EvidenceView
{
    EventId event;
    SubjectId subject;
    QString sha256; ///< The address: 64 hex digits.
    domain::EvidenceKind kind = domain::EvidenceKind::Other;
    domain::EvidenceMedia mediaType = domain::EvidenceMedia::Pdf;
    qint64 bytes = 0; ///< Sealed.
    ledger::EvidenceSubject about;
    bool interrupted = false;
    UtcTime at{};
    QString attachedBy;
    EvidencePlace place = EvidencePlace::Here;
};

/// Opened evidence: what stands here has verified, and is the same as what was attached.
struct EvidenceContent
{
    QByteArray bytes;
    domain::EvidenceMedia mediaType = domain::EvidenceMedia::Pdf;
    QString fileName;
};

} // namespace consent::desk
