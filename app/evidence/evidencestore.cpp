#include "evidence/evidencestore.h"

#include "base/logging.h"
#include "cache/store/cache.h"
#include "evidence/words_p.h"

namespace consent::evidence {

using namespace Qt::StringLiterals;

namespace {

QByteArray idOf(const SealedHeader &header)
{
    return {reinterpret_cast<const char *>(header.file.data()), qsizetype(header.file.size())};
}

constexpr qint64 hashedAtOnce = 1024 * 1024;

} // namespace

OpenEvidence::OpenEvidence(std::unique_ptr<SealedOutput> output, SealedWriter writer, SealedHeader header)
    : m_output(std::move(output))
    , m_writer(std::move(writer))
    , m_header(header)
{
}

EvidenceStore::EvidenceStore(cache::Cache &cache, Disk &disk, const Clock &clock)
    : m_cache(cache)
    , m_disk(disk)
    , m_clock(clock)
{
}

QString EvidenceStore::partName(const SealedHeader &header)
{
    return header.fileName() + u".part"_s;
}

QString EvidenceStore::fetchName(const QByteArray &address)
{
    return QString::fromLatin1(address.toHex()) + u".fetch"_s;
}

QString EvidenceStore::finalName(const QByteArray &address)
{
    return QString::fromLatin1(address.toHex());
}

Result<SealedHeader> EvidenceStore::announce(const ledger::DataKey &key, bool keep, const QJsonObject &facts)
{
    const auto header = SealedHeader::create(key.id);
    if (!header)
        return Words::noMemory();
    if (auto begun = m_cache.evidenceFiles().begin({idOf(*header), key.subject, keep, facts, m_clock.now()}); !begun)
        return begun.error();
    return *header;
}

Result<OpenEvidence> EvidenceStore::start(const SealedHeader &header, const ledger::DataKey &key)
{
    auto output = m_disk.create(partName(header));
    if (!output)
        return output.error();
    auto writer = SealedWriter::begin(**output, header, key);
    if (!writer)
        return writer.error();
    return OpenEvidence(*std::move(output), *std::move(writer), header);
}

Result<void> EvidenceStore::keep(const SealedHeader &header, const SubjectId &subject, const SealedSummary &summary)
{
    if (auto moved = m_disk.rename(partName(header), finalName(summary.address)); !moved)
        return moved;
    if (auto put = m_cache.evidenceFiles().put(
            {summary.address, subject, summary.sealedBytes, cache::EvidenceState::Local, m_clock.now()});
        !put)
        return put;
    return m_cache.evidenceFiles().endPart(idOf(header));
}

Result<void> EvidenceStore::discard(const SealedHeader &header)
{
    if (auto removed = m_disk.remove(partName(header)); !removed)
        return removed;
    return m_cache.evidenceFiles().endPart(idOf(header));
}

Result<SealedReader> EvidenceStore::open(const QByteArray &address, const ledger::DataKey &key)
{
    const auto file = m_cache.evidenceFiles().find(address);
    if (!file)
        return file.error();
    if (!*file || !(*file)->isHere())
        return Words::notHere(u"evidence not on this PC"_s);
    auto input = m_disk.open(finalName(address));
    if (!input)
        return input.error();
    auto reader = SealedReader::open(*std::move(input), key);
    if (!reader)
        return reader.error();
    if (auto used = m_cache.evidenceFiles().use(address, m_clock.now()); !used)
        return used.error();
    return reader;
}

Result<void> EvidenceStore::want(const QByteArray &address)
{
    const auto file = m_cache.evidenceFiles().find(address);
    if (!file)
        return file.error();
    if (*file && (*file)->isHere())
        return {};
    const auto attached = m_cache.evidence().withAddress(address);
    if (!attached)
        return attached.error();
    if (attached->empty())
        return Words::notHere(u"no event names this evidence"_s);
    const cache::EvidenceRecord &record = attached->front();
    return m_cache.evidenceFiles().put(
        {address, record.subject, record.bytes, cache::EvidenceState::Wanted, m_clock.now()});
}

Result<std::optional<SealedHeader>> EvidenceStore::headerOf(const QString &name)
{
    const auto input = m_disk.open(name);
    if (!input)
        return input.error().kind == ErrorKind::NotFound ? Result<std::optional<SealedHeader>>(std::nullopt)
                                                         : Result<std::optional<SealedHeader>>(input.error());
    const auto text = (*input)->read(0, SealedHeader::bytes);
    if (!text)
        return text.error();
    const auto header = SealedHeader::parse(*text);
    return header ? std::optional(*header) : std::nullopt;
}

Result<std::vector<RecoveredEvidence>> EvidenceStore::recover(
    const std::function<Result<std::optional<ledger::DataKey>>(const SubjectId &, const DataKeyId &)> &keyOf)
{
    const auto parts = m_cache.evidenceFiles().parts();
    if (!parts)
        return parts.error();
    std::vector<RecoveredEvidence> recovered;
    if (parts->empty())
        return recovered;
    // Where the end came between the file's move into its place and the event, it lies under its address.
    const auto names = m_disk.names();
    if (!names)
        return names.error();
    for (const cache::EvidencePart &part : *parts) {
        QString name = QString::fromLatin1(part.file.toHex()) + u".part"_s;
        auto header = headerOf(name);
        for (qsizetype at = 0; header && !*header && at < names->size(); ++at) {
            if (names->at(at).size() != 64)
                continue;
            auto other = headerOf(names->at(at));
            if (!other)
                return other.error();
            if (*other && idOf(**other) == part.file) {
                name = names->at(at);
                header = std::move(other);
            }
        }
        if (!header)
            return header.error();
        std::optional<ledger::DataKey> key;
        if (*header && part.keep) {
            auto found = keyOf(part.subject, (*header)->dataKeyId());
            if (!found)
                return found.error();
            key = *std::move(found);
        }
        if (!key) {
            if (auto removed = m_disk.remove(name); !removed)
                return removed.error();
            if (auto ended = m_cache.evidenceFiles().endPart(part.file); !ended)
                return ended.error();
            continue;
        }
        auto summary = SealedRecovery::close(m_disk, name, *key);
        if (!summary)
            return summary.error();
        if (auto moved = m_disk.rename(name, finalName(summary->address)); !moved)
            return moved.error();
        if (auto put = m_cache.evidenceFiles().put(
                {summary->address, part.subject, summary->sealedBytes, cache::EvidenceState::Local, m_clock.now()});
            !put)
            return put.error();
        if (auto ended = m_cache.evidenceFiles().endPart(part.file); !ended)
            return ended.error();
        recovered.push_back({part, *std::move(summary)});
    }
    return recovered;
}

/// A file that the database forgot: an event names it, so it is taken up, and sent again where the centre has it not.
Result<void> EvidenceStore::adopt(const QByteArray &address)
{
    const auto attached = m_cache.evidence().withAddress(address);
    if (!attached)
        return attached.error();
    const cache::EvidenceRecord &record = attached->front();
    return m_cache.evidenceFiles().put(
        {address, record.subject, record.bytes, cache::EvidenceState::Local, m_clock.now()});
}

Result<TidyReport> EvidenceStore::tidy()
{
    TidyReport report;
    const auto names = m_disk.names();
    const auto files = m_cache.evidenceFiles().all();
    if (!names || !files)
        return names ? files.error() : names.error();
    for (const cache::EvidenceFile &file : *files) {
        const auto keys = m_cache.dataKeys().ofSubject(file.subject);
        if (!keys)
            return keys.error();
        if (keys->empty()) {
            if (auto destroyed = destroy(file.subject); !destroyed)
                return destroyed.error();
            ++report.destroyed;
            continue;
        }
        if (!file.isHere() || names->contains(finalName(file.address)))
            continue;
        // What the centre has can be fetched; what it has not may be there from before the database was set back.
        report.missing += file.state == cache::EvidenceState::Uploaded ? 0 : 1;
        if (auto set = m_cache.evidenceFiles().setState(file.address, cache::EvidenceState::Evicted); !set)
            return set.error();
    }
    const auto parts = m_cache.evidenceFiles().parts();
    if (!parts)
        return parts.error();
    const auto left = m_disk.names();
    if (!left)
        return left.error();
    for (const QString &name : *left) {
        const QByteArray id = QByteArray::fromHex(name.section(u'.', 0, 0).toLatin1());
        if (name.endsWith(u".part"_s)) {
            const bool announced =
                std::ranges::any_of(*parts, [&id](const cache::EvidencePart &part) { return part.file == id; });
            if (!announced)
                if (auto removed = m_disk.remove(name); !removed)
                    return removed.error();
            continue;
        }
        if (id.size() != 32 || name.endsWith(u".fetch"_s))
            continue;
        const auto known = m_cache.evidenceFiles().find(id);
        const auto attached = m_cache.evidence().withAddress(id);
        if (!known || !attached)
            return known ? attached.error() : known.error();
        if (*known && (*known)->isHere())
            continue;
        if (attached->empty()) {
            ++report.unknown;
            continue;
        }
        const auto keys = m_cache.dataKeys().ofSubject(attached->front().subject);
        if (!keys)
            return keys.error();
        if (keys->empty()) {
            if (auto removed = m_disk.remove(name); !removed)
                return removed.error();
            ++report.destroyed;
            continue;
        }
        if (auto adopted = adopt(id); !adopted)
            return adopted.error();
        ++report.adopted;
    }
    if (report.missing + report.unknown + report.adopted > 0)
        qCWarning(logging::cache) << "evidence files: missing" << report.missing << "unknown" << report.unknown
                                  << "adopted" << report.adopted;
    return report;
}

Result<int> EvidenceStore::evict(UtcTime before, int limit)
{
    const auto old = m_cache.evidenceFiles().inState(cache::EvidenceState::Uploaded, before, limit);
    if (!old)
        return old.error();
    for (const cache::EvidenceFile &file : *old) {
        // First the file: should the end come between, tidy() finds it gone and says the same.
        if (auto removed = m_disk.remove(finalName(file.address)); !removed)
            return removed.error();
        if (auto set = m_cache.evidenceFiles().setState(file.address, cache::EvidenceState::Evicted); !set)
            return set.error();
    }
    return int(old->size());
}

Result<void> EvidenceStore::destroy(const SubjectId &subject)
{
    const auto files = m_cache.evidenceFiles().ofSubject(subject);
    if (!files)
        return files.error();
    for (const cache::EvidenceFile &file : *files) {
        for (const QString &name : {finalName(file.address), fetchName(file.address)}) {
            if (auto removed = m_disk.remove(name); !removed)
                return removed;
        }
        if (auto forgotten = m_cache.evidenceFiles().remove(file.address); !forgotten)
            return forgotten;
    }
    return {};
}

Result<QByteArray> EvidenceStore::sealedBytes(const QByteArray &address, qint64 offset, qint64 length)
{
    const auto input = m_disk.open(finalName(address));
    return input ? (*input)->read(offset, length) : Result<QByteArray>(input.error());
}

Result<qint64> EvidenceStore::fetchedBytes(const QByteArray &address)
{
    const auto input = m_disk.open(fetchName(address));
    if (!input)
        return input.error().kind == ErrorKind::NotFound ? Result<qint64>(0) : Result<qint64>(input.error());
    return (*input)->size();
}

Result<void> EvidenceStore::writeFetched(const QByteArray &address, qint64 offset, const QByteArray &bytes)
{
    const auto there = fetchedBytes(address);
    if (!there)
        return there.error();
    if (*there != offset)
        return Error{ErrorKind::Conflict, Words::io({}).message,
                     u"fetch at %1, asked to write at %2"_s.arg(*there).arg(offset)};
    if (offset + bytes.size() > SealedLimits::sealedBytes)
        return Words::tooLarge();
    const auto output = m_disk.resume(fetchName(address), offset);
    return output ? (*output)->write(bytes) : Result<void>(output.error());
}

Result<QByteArray> EvidenceStore::addressOf(const QString &name)
{
    const auto input = m_disk.open(name);
    if (!input)
        return input.error();
    const auto size = (*input)->size();
    if (!size)
        return size.error();
    crypto::Sha256 hash;
    for (qint64 at = 0; at < *size; at += hashedAtOnce) {
        const auto bytes = (*input)->read(at, std::min(hashedAtOnce, *size - at));
        if (!bytes)
            return bytes.error();
        hash.add({reinterpret_cast<const std::uint8_t *>(bytes->data()), std::size_t(bytes->size())});
    }
    const crypto::Digest digest = hash.finish();
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()));
}

Result<void> EvidenceStore::finishFetch(const QByteArray &address)
{
    const auto found = addressOf(fetchName(address));
    if (!found)
        return found.error();
    if (*found != address) {
        if (auto removed = m_disk.remove(fetchName(address)); !removed)
            return removed;
        return Words::damaged(u"fetched evidence has another hash"_s);
    }
    {
        const auto size = fetchedBytes(address);
        const auto output =
            size ? m_disk.resume(fetchName(address), *size) : Result<std::unique_ptr<SealedOutput>>(size.error());
        if (!output)
            return output.error();
        if (auto synced = (*output)->sync(); !synced)
            return synced;
    }
    if (auto moved = m_disk.rename(fetchName(address), finalName(address)); !moved)
        return moved;
    if (auto set = m_cache.evidenceFiles().setState(address, cache::EvidenceState::Uploaded); !set)
        return set;
    return m_cache.evidenceFiles().use(address, m_clock.now());
}

} // namespace consent::evidence
