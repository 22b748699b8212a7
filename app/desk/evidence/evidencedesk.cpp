#include "desk/evidence/evidencedesk.h"

#include "base/logging.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/deskcore.h"
#include "desk/session/staffnames.h"
#include "evidence/evidencestore.h"
#include "ledger/chain.h"
#include "ledger/eventtypes.h"

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

QString hexOf(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

EvidencePlace placeOf(const std::optional<cache::EvidenceFile> &file)
{
    if (!file)
        return EvidencePlace::Centre;
    switch (file->state) {
    case cache::EvidenceState::Local:
    case cache::EvidenceState::Uploaded:
    case cache::EvidenceState::Refused:
        return EvidencePlace::Here;
    case cache::EvidenceState::Evicted:
        return EvidencePlace::Centre;
    case cache::EvidenceState::Wanted:
        return EvidencePlace::Fetching;
    case cache::EvidenceState::Unfetchable:
        return EvidencePlace::Nowhere;
    }
    Q_UNREACHABLE();
}

/// The key under which a file was sealed, whichever of the person's it is.
Result<std::optional<ledger::DataKey>> keyOf(OpenDesk &open, const DataKeyId &id)
{
    const auto wrapped = open.cache->dataKeys().find(id);
    if (!wrapped)
        return wrapped.error().kind == ErrorKind::NotFound ? Result<std::optional<ledger::DataKey>>(std::nullopt)
                                                           : Result<std::optional<ledger::DataKey>>(wrapped.error());
    auto key = open.dataKeys.open(*wrapped);
    if (!key)
        return key.error();
    return std::optional(*std::move(key));
}

} // namespace

EvidenceDesk::EvidenceDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_disk(folderOf(core.profile().folder()))
{
}

QFuture<Result<EvidenceView>> EvidenceDesk::attach(const Attachment &attachment)
{
    // In two transactions: should a crash come between them, the announcement tells what the file was to be.
    auto announce = [this, attachment](OpenDesk &open, EventRecorder &recorder) -> Result<evidence::SealedHeader> {
        if (auto allowed = m_core.require(Right::AttachEvidence); !allowed)
            return allowed.error();
        if (const auto type = domain::paperType(attachment.bytes); !type)
            return type.error();
        const auto known = open.cache->subjects().find(attachment.subject);
        if (!known)
            return known.error();
        if (!*known)
            return Error{ErrorKind::NotFound, tr("This person is not on this desk. Search again by number or name."),
                         u"evidence for nobody"_s};
        const auto key = recorder.dataKeyOf(attachment.subject);
        if (!key)
            return key.error();
        return evidence::EvidenceStore(*open.cache, m_disk, m_core.clock()).announce(*key, false, {});
    };
    return m_core.write(std::move(announce))
        .then(QtFuture::Launch::Sync,
              [this, attachment](const Result<evidence::SealedHeader> &header) {
                  return m_core.write(
                      [this, attachment, header](OpenDesk &open, EventRecorder &recorder) -> Result<EvidenceView> {
                          if (!header)
                              return header.error();
                          const auto type = domain::paperType(attachment.bytes);
                          if (!type)
                              return type.error();
                          auto sealed = seal(open, recorder, attachment, *type, *header);
                          // What was announced is tidied up when somebody next signs in.
                          if (!sealed && !m_disk.remove(header->fileName() + u".part"_s))
                              qCWarning(logging::desk) << "an unfinished piece of evidence stays for tidying up";
                          return sealed;
                      });
              })
        .unwrap();
}

Result<EvidenceView> EvidenceDesk::seal(OpenDesk &open, EventRecorder &recorder, const Attachment &attachment,
                                        domain::EvidenceMedia type, const evidence::SealedHeader &header)
{
    evidence::EvidenceStore store(*open.cache, m_disk, m_core.clock());
    const auto key = recorder.dataKeyOf(attachment.subject);
    if (!key)
        return key.error();
    auto file = store.start(header, *key);
    if (!file)
        return file.error();
    if (auto written = file->append(attachment.bytes); !written)
        return written.error();
    const auto summary = file->finish();
    if (!summary)
        return summary.error();
    if (auto kept = store.keep(header, attachment.subject, *summary); !kept)
        return kept.error();
    const auto after = recorder.latestAbout(attachment.subject);
    if (!after)
        return after.error();
    const ledger::EvidenceAttached facts{hexOf(summary->address), attachment.kind, type,  summary->sealedBytes,
                                         attachment.about,        false,           *after};
    const ledger::EvidenceSealed sealed{hexOf(summary->plainHash), summary->plainBytes, attachment.fileName};
    const auto event =
        recorder.record(ledger::eventtypes::evidenceAttached, attachment.subject, facts.toFacts(), sealed.toJson());
    if (!event)
        return event.error();
    const auto records = open.cache->evidence().withAddress(summary->address);
    if (!records)
        return records.error();
    return viewOf(open, records->front());
}

Result<EvidenceView> EvidenceDesk::viewOf(OpenDesk &open, const cache::EvidenceRecord &record) const
{
    const auto file = open.cache->evidenceFiles().find(record.address);
    if (!file)
        return file.error();
    StaffNames names(open);
    return EvidenceView{record.event,     record.subject,         hexOf(record.address), record.kind,
                        record.mediaType, record.bytes,           record.about,          record.interrupted,
                        record.at,        names.of(record.actor), placeOf(*file)};
}

Result<std::vector<EvidenceView>> EvidenceDesk::viewsOf(OpenDesk &open,
                                                        Result<std::vector<cache::EvidenceRecord>> records) const
{
    if (!records)
        return records.error();
    std::vector<EvidenceView> views;
    for (const cache::EvidenceRecord &record : *records) {
        auto view = viewOf(open, record);
        if (!view)
            return view.error();
        views.push_back(*std::move(view));
    }
    return views;
}

QFuture<Result<std::vector<EvidenceView>>> EvidenceDesk::list(const SubjectId &subject)
{
    return m_core.read([this, subject](OpenDesk &open) -> Result<std::vector<EvidenceView>> {
        if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
            return allowed.error();
        const auto members = open.cache->merges().members(subject);
        if (!members)
            return members.error();
        std::vector<cache::EvidenceRecord> all;
        for (const SubjectId &member : *members) {
            const auto own = open.cache->evidence().ofSubject(member);
            if (!own)
                return own.error();
            all.insert(all.end(), own->begin(), own->end());
        }
        std::ranges::stable_sort(all, {}, &cache::EvidenceRecord::at);
        return viewsOf(open, std::move(all));
    });
}

QFuture<Result<std::vector<EvidenceView>>> EvidenceDesk::about(const ledger::EvidenceSubject &about)
{
    return m_core.read([this, about](OpenDesk &open) -> Result<std::vector<EvidenceView>> {
        if (auto allowed = m_core.require(Right::ViewSubjects); !allowed)
            return allowed.error();
        return viewsOf(open, open.cache->evidence().about(about));
    });
}

QFuture<Result<EvidenceContent>> EvidenceDesk::read(const QString &sha256)
{
    const QByteArray address = QByteArray::fromHex(sha256.toLatin1());
    auto want = [this, address](OpenDesk &open, EventRecorder &) -> Result<bool> {
        if (auto allowed = m_core.require(Right::ViewEvidence); !allowed)
            return allowed.error();
        const auto file = open.cache->evidenceFiles().find(address);
        if (!file)
            return file.error();
        if (*file && (*file)->isHere())
            return false;
        if (auto wanted = evidence::EvidenceStore(*open.cache, m_disk, m_core.clock()).want(address); !wanted)
            return wanted.error();
        return true;
    };
    auto show = [this, address](OpenDesk &open, EventRecorder &) -> Result<EvidenceContent> {
        const auto records = open.cache->evidence().withAddress(address);
        if (!records)
            return records.error();
        if (records->empty())
            return Error{ErrorKind::NotFound, tr("This piece of evidence is not known on this desk."),
                         u"no event names it"_s};
        const cache::EvidenceRecord &record = records->front();
        if (auto free = freezeguard::requireUnlessHandling(open, record.subject, m_core.user().roles); !free)
            return free.error();
        const auto event = open.cache->events().find(record.event);
        if (!event)
            return event.error();
        const auto id = ledger::dataKeyOf(event->event.event);
        const auto key = id ? keyOf(open, *id) : Result<std::optional<ledger::DataKey>>(std::nullopt);
        if (!key)
            return key.error();
        if (!*key)
            return Error{ErrorKind::NotFound, tr("This piece of evidence was destroyed together with its key."),
                         u"no data key"_s};
        const auto personal = ledger::openPersonal(event->event.event, **key);
        if (!personal)
            return personal.error();
        const auto sealed = ledger::EvidenceSealed::fromJson(*personal);
        if (!sealed)
            return sealed.error();
        auto reader = evidence::EvidenceStore(*open.cache, m_disk, m_core.clock()).open(address, **key);
        if (!reader)
            return reader.error();
        const auto hash = reader->verify();
        if (!hash)
            return hash.error();
        auto bytes = reader->read(0, reader->size());
        if (!bytes)
            return bytes.error();
        if (hexOf(*hash) != sealed->sha256)
            return Error{ErrorKind::Conflict,
                         tr("This piece of evidence is not the one that was attached. It was not shown. Tell your "
                            "privacy officer."),
                         u"plain hash differs"_s};
        if (auto logged = open.cache->accessLog().append({m_core.clock().now(),
                                                          m_core.user().id,
                                                          m_core.profile().device(),
                                                          record.subject,
                                                          u"view.evidence"_s,
                                                          {}});
            !logged)
            return logged.error();
        return EvidenceContent{*std::move(bytes), record.mediaType, sealed->name};
    };
    return m_core.write(std::move(want))
        .then(QtFuture::Launch::Sync,
              [this, show = std::move(show)](const Result<bool> &mustWait) {
                  if (mustWait && *mustWait)
                      QMetaObject::invokeMethod(this, &EvidenceDesk::wanted, Qt::QueuedConnection);
                  return m_core.write([mustWait, show](OpenDesk &open,
                                                       EventRecorder &recorder) -> Result<EvidenceContent> {
                      if (!mustWait)
                          return mustWait.error();
                      if (*mustWait)
                          return Error{ErrorKind::NotFound,
                                       tr("This piece of evidence is at the centre. It is being fetched; open it again "
                                          "in a moment."),
                                       u"evidence wanted"_s};
                      return show(open, recorder);
                  });
              })
        .unwrap();
}

/// Recordings that a crash cut short become evidence up to there.
Result<void> EvidenceDesk::closeParts(OpenDesk &open, EventRecorder &recorder)
{
    const auto recovered = evidence::EvidenceStore(*open.cache, m_disk, m_core.clock())
                               .recover([&open](const SubjectId &, const DataKeyId &id) { return keyOf(open, id); });
    if (!recovered)
        return recovered.error();
    for (const evidence::RecoveredEvidence &piece : *recovered) {
        QJsonObject planned = piece.part.facts;
        planned.insert(u"sha256"_s, hexOf(piece.summary.address));
        planned.insert(u"bytes"_s, piece.summary.sealedBytes);
        planned.insert(u"interrupted"_s, true);
        auto facts = ledger::EvidenceAttached::fromFacts(planned);
        if (!facts)
            return facts.error();
        const auto after = recorder.latestAbout(piece.part.subject);
        if (!after)
            return after.error();
        facts->after = *after;
        const ledger::EvidenceSealed sealed{hexOf(piece.summary.plainHash), piece.summary.plainBytes, {}};
        if (auto event = recorder.record(ledger::eventtypes::evidenceAttached, piece.part.subject, facts->toFacts(),
                                         sealed.toJson());
            !event)
            return event.error();
    }
    return {};
}

QFuture<Result<void>> EvidenceDesk::tidy()
{
    return m_core.write(
        [this](OpenDesk &open, EventRecorder &recorder) -> Result<void> {
            constexpr int evictedAtOnce = 1000;
            if (auto closed = closeParts(open, recorder); !closed)
                return closed;
            evidence::EvidenceStore store(*open.cache, m_disk, m_core.clock());
            if (const auto tidied = store.tidy(); !tidied)
                return tidied.error();
            const int days = m_core.organisation().cacheDays;
            if (days <= 0)
                return {};
            const auto evicted = store.evict(m_core.clock().now() - std::chrono::days(days), evictedAtOnce);
            return evicted ? Result<void>() : Result<void>(evicted.error());
        },
        DeskCore::Urgency::Bulk);
}

} // namespace consent::desk
