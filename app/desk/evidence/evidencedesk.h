#pragma once

#include "base/result.h"
#include "desk/evidence/evidenceviews.h"
#include "desk/session/opendesk.h"
#include "evidence/realdisk.h"
#include "evidence/sealedformat.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace consent::desk {

class DeskCore;
class EventRecorder;

/// Papers and other evidence of a person: attached, listed, read. UI thread; the work is done on the cache thread.
/// Whatever is read is in the access log.
class EvidenceDesk : public QObject
{
    Q_OBJECT

public:
    EvidenceDesk(DeskCore &core, QObject *parent); // core outlives this

    /// Seals it and records that it is attached: on disk, whole, when it is answered.
    /// @return InvalidArgument with a sentence when it is no PDF, JPEG or PNG, is damaged or too large; DiskFull
    QFuture<Result<EvidenceView>> attach(const Attachment &attachment);
    /// Everything of a person (of all their registrations), oldest first.
    QFuture<Result<std::vector<EvidenceView>>> list(const SubjectId &subject);
    /// What belongs to one event, request or contact.
    QFuture<Result<std::vector<EvidenceView>>> about(const ledger::EvidenceSubject &about);
    /// @param sha256 as in EvidenceView
    /// @return NotFound when it is not on this PC: then it is being fetched, where there is a centre
    QFuture<Result<EvidenceContent>> read(const QString &sha256);

    /// Once after signing in: closes what a crash left open, makes folder and database agree, and takes files off this
    /// PC that the centre has and nobody used for the organisation's cacheDays.
    QFuture<Result<void>> tidy();

    /// The folder of a desk's evidence.
    static QString folderOf(const QString &deskFolder) { return deskFolder + QStringLiteral("/evidence"); }

Q_SIGNALS:
    /// Something was asked for that only the centre has.
    void wanted();

private:
    Result<EvidenceView> seal(OpenDesk &open, EventRecorder &recorder, const Attachment &attachment,
                              domain::EvidenceMedia type, const evidence::SealedHeader &header);
    Result<EvidenceView> viewOf(OpenDesk &open, const cache::EvidenceRecord &record) const;
    Result<std::vector<EvidenceView>> viewsOf(OpenDesk &open, Result<std::vector<cache::EvidenceRecord>> records) const;
    Result<void> closeParts(OpenDesk &open, EventRecorder &recorder);

    DeskCore &m_core;
    evidence::RealDisk m_disk; ///< Cache thread.
};

} // namespace consent::desk
