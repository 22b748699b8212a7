#include "vault/vfs/vfslogfile.h"

#include <algorithm>

namespace consent::vault {

namespace {

constexpr std::string_view LogPurpose = "consentdesk vault log v1";
constexpr std::string_view Magic = "CDlog v1";
constexpr std::size_t EpochAt = 8;
constexpr std::size_t HeaderNonceAt = 16;
constexpr std::size_t HeaderCipherAt = HeaderNonceAt + NonceBytes;
constexpr std::size_t HeaderTagAt = HeaderCipherAt + LogFile::HeaderPlainBytes;
constexpr std::size_t HeaderSealedBytes = HeaderTagAt + TagBytes;
constexpr std::int64_t MarkAt = 128;

// Where SQLite keeps things in what it sees of the log.
constexpr std::size_t HeaderSaltsAt = 16;
constexpr std::size_t FrameSaltsAt = 8;
constexpr std::size_t CommitSizeAt = 4;
constexpr std::int64_t HeaderChecksumAt = 24;
constexpr std::int64_t FrameChecksumAt = 16;
constexpr std::size_t ChecksumBytes = 8;
constexpr std::int64_t Frame = LogFile::FramePlainBytes;
constexpr std::int64_t Header = LogFile::HeaderPlainBytes;

int damaged(const char *what, std::uint32_t frame) noexcept
{
    sqlite3_log(SQLITE_IOERR_DATA, "vault: %s %u of the log does not verify", what, frame);
    return SQLITE_IOERR_DATA;
}

} // namespace

LogFile::LogFile(BaseFile base, MainFile &main) noexcept
    : VaultFile(base)
    , m_main(main)
{
}

/// The log is sealed for the identity of its database, which may not exist before the first write.
int LogFile::prepare(bool forWriting) noexcept
{
    if (m_cipher)
        return SQLITE_OK;
    const int result = forWriting ? m_main.ensureHeader() : m_main.inspect();
    if (result != SQLITE_OK || !m_main.identity())
        return result;
    m_cipher = RecordCipher::derive(m_main.key(), *m_main.identity(), LogPurpose);
    return m_cipher ? SQLITE_OK : SQLITE_NOMEM;
}

int LogFile::size(std::int64_t &bytes) noexcept
{
    if (const int result = flush(); result != SQLITE_OK)
        return result;
    std::int64_t fileBytes = 0;
    const int result = base().size(fileBytes);
    if (fileBytes >= FramesAt)
        bytes = Header + (fileBytes - FramesAt) / FrameSealedBytes * Frame;
    else
        bytes = fileBytes > 0 ? Header : 0;
    return result;
}

int LogFile::truncate(std::int64_t bytes) noexcept
{
    if (const int result = flush(); result != SQLITE_OK)
        return result;
    m_readFrame = 0;
    if (bytes <= 0)
        return base().truncate(0);
    const std::int64_t frames = bytes > Header ? (bytes - Header + Frame - 1) / Frame : 0;
    return base().truncate(FramesAt + frames * FrameSealedBytes);
}

int LogFile::sync(int flags) noexcept
{
    if (const int result = flush(); result != SQLITE_OK)
        return result;
    const int result = base().sync(flags);
    if (result == SQLITE_OK && m_markIsDue) {
        // The commit is safe already; without the mark it is only less guarded against later damage.
        if (writeMark(m_committed) != SQLITE_OK)
            sqlite3_log(SQLITE_NOTICE, "vault: the mark of the log could not be written");
        m_markIsDue = false;
    }
    return result;
}

// Reading

int LogFile::read(MutableBytes out, std::int64_t offset) noexcept
{
    if (const int result = flush(); result != SQLITE_OK)
        return result;
    if (const int result = prepare(false); result != SQLITE_OK)
        return result;
    m_readFrame = 0;
    if (!m_cipher) {
        std::ranges::fill(out, std::uint8_t{0});
        return SQLITE_IOERR_SHORT_READ;
    }
    if (offset == 0 && out.size() == HeaderPlainBytes)
        return readHeader(out.first<HeaderPlainBytes>());
    if (offset == HeaderChecksumAt && out.size() == ChecksumBytes) {
        std::array<std::uint8_t, HeaderPlainBytes> header;
        const int result = readHeader(header);
        m_recovering = false;
        std::ranges::copy(Bytes(header).last(ChecksumBytes), out.begin());
        return result;
    }
    if (offset < Header)
        return SQLITE_IOERR_READ;
    const auto frame = static_cast<std::uint32_t>((offset - Header) / Frame + 1);
    const std::int64_t within = (offset - Header) % Frame;
    if (within == FrameHeaderPlainBytes && out.size() == PageBytes) {
        return readPage(frame, out.first<PageBytes>());
    }
    if (within == 0 && out.size() == FramePlainBytes)
        return readWholeFrame(frame, out.first<FramePlainBytes>());
    if (within == FrameChecksumAt && out.size() == ChecksumBytes) {
        std::array<std::uint8_t, FrameHeaderPlainBytes> header;
        const int result = readFrameHeader(frame, header);
        m_recovering = false;
        std::ranges::copy(Bytes(header).subspan<FrameChecksumAt, ChecksumBytes>(), out.begin());
        return result;
    }
    return SQLITE_IOERR_READ;
}

/// SQLite reads the header of a log to recover from it, so what follows is a scan for the last whole commit.
int LogFile::readHeader(std::span<std::uint8_t, HeaderPlainBytes> out) noexcept
{
    std::array<std::uint8_t, HeaderSealedBytes> sealed;
    std::ranges::fill(out, std::uint8_t{0});
    m_recovering = true;
    m_scanMark = 0;
    const int result = base().read(sealed, 0);
    if (result != SQLITE_OK)
        return result;
    // A log that never got its header holds nothing; SQLite syncs the header before the first frame.
    if (std::ranges::all_of(sealed, [](std::uint8_t byte) { return byte == 0; }))
        return SQLITE_OK;
    const Bytes parts(sealed);
    if (!m_cipher->open(RecordKind::LogHeader, 0, parts.subspan<HeaderCipherAt, HeaderPlainBytes>(), out,
                        parts.subspan<HeaderNonceAt, NonceBytes>(), parts.subspan<HeaderTagAt, TagBytes>()))
        return damaged("header", 0);
    std::ranges::copy(Bytes(out).subspan<HeaderSaltsAt, 8>(), m_scanSalts.begin());
    Mark mark;
    if (const int markResult = readMark(mark); markResult != SQLITE_OK)
        return markResult;
    if (mark.salts != m_scanSalts)
        return SQLITE_OK;
    m_scanMark = mark.frame;
    if (mark.frame == 0)
        return SQLITE_OK;
    std::int64_t fileBytes = 0;
    if (const int sizeResult = base().size(fileBytes); sizeResult != SQLITE_OK)
        return sizeResult;
    return fileBytes >= frameOffset(mark.frame + 1) ? SQLITE_OK : damaged("frame", mark.frame);
}

int LogFile::readFrameHeader(std::uint32_t frame, std::span<std::uint8_t, FrameHeaderPlainBytes> out) noexcept
{
    std::array<std::uint8_t, FrameHeaderSealedBytes> sealed;
    if (const int result = base().read(sealed, frameOffset(frame)); result != SQLITE_OK)
        return result;
    const Bytes parts(sealed);
    const bool good =
        m_cipher->open(RecordKind::FrameHeader, frame, parts.subspan<NonceBytes, FrameHeaderPlainBytes>(), out,
                       parts.first<NonceBytes>(), parts.subspan<NonceBytes + FrameHeaderPlainBytes, TagBytes>());
    return good ? SQLITE_OK : damaged("frame", frame);
}

int LogFile::readPage(std::uint32_t frame, std::span<std::uint8_t, PageBytes> out) noexcept
{
    const int result = base().read(out, frameOffset(frame) + static_cast<std::int64_t>(FrameHeaderSealedBytes));
    if (result != SQLITE_OK)
        return result;
    return m_cipher->openPage(RecordKind::FramePage, frame, out) ? SQLITE_OK : damaged("frame", frame);
}

int LogFile::readWholeFrame(std::uint32_t frame, std::span<std::uint8_t, FramePlainBytes> out) noexcept
{
    m_readFrame = frame;
    const int result = base().read(m_buffer, frameOffset(frame));
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
        return result;
    const Bytes parts(m_buffer);
    const auto page = out.subspan<FrameHeaderPlainBytes, PageBytes>();
    std::ranges::copy(parts.subspan<FrameHeaderSealedBytes, PageBytes>(), page.begin());
    const bool good = result == SQLITE_OK &&
                      m_cipher->open(RecordKind::FrameHeader, frame, parts.subspan<NonceBytes, FrameHeaderPlainBytes>(),
                                     out.first<FrameHeaderPlainBytes>(), parts.first<NonceBytes>(),
                                     parts.subspan<NonceBytes + FrameHeaderPlainBytes, TagBytes>()) &&
                      m_cipher->openPage(RecordKind::FramePage, frame, page);
    const bool current = good && std::ranges::equal(Bytes(out).subspan<FrameSaltsAt, 8>(), m_scanSalts);
    if (good && (current || !m_recovering || frame > m_scanMark))
        return SQLITE_OK;
    if (!m_recovering || frame <= m_scanMark)
        return damaged("frame", frame);
    // Frames that a power cut left half written: to SQLite they must look like the end of the log, not like an error.
    std::ranges::fill(out, std::uint8_t{0});
    return SQLITE_OK;
}

// Writing

int LogFile::write(Bytes bytes, std::int64_t offset) noexcept
{
    const std::uint32_t frameBefore = m_readFrame;
    m_readFrame = 0;
    if (const int result = prepare(true); result != SQLITE_OK)
        return result;
    if (offset == 0 && bytes.size() == HeaderPlainBytes) {
        const int result = flush();
        return result == SQLITE_OK ? writeHeader(bytes.first<HeaderPlainBytes>()) : result;
    }
    const auto frame = static_cast<std::uint32_t>((offset - Header) / Frame + 1);
    const std::int64_t within = (offset - Header) % Frame;
    if (offset >= Header && within == FrameHeaderPlainBytes && bytes.size() == PageBytes)
        return writePage(frame, bytes);
    if (const int result = flush(); result != SQLITE_OK)
        return result;
    if (offset < Header || within != 0 || bytes.size() != FrameHeaderPlainBytes) {
        sqlite3_log(SQLITE_IOERR_WRITE, "vault: refused to write %d bytes into a log of 4096-byte pages",
                    static_cast<int>(bytes.size()));
        return SQLITE_IOERR_WRITE;
    }
    // The page of a new frame follows at once, and both go out in one write. When SQLite mends checksums it reads a
    // frame and writes its header alone.
    const bool alone = frameBefore == frame;
    std::ranges::copy(bytes, m_pending.begin());
    if (!alone && (!m_inTransaction || frame != m_lastFrame + 1)) {
        if (const int result = beginTransaction(frame); result != SQLITE_OK)
            return result;
    }
    m_pendingFrame = frame;
    return alone ? flush() : SQLITE_OK;
}

/// Begins a log, or a new round of it, with a mark that vouches for nothing yet. Both lie in one sector.
int LogFile::writeHeader(std::span<const std::uint8_t, HeaderPlainBytes> plain) noexcept
{
    std::array<std::uint8_t, MarkAt + MarkSealedBytes> sealed{};
    std::ranges::copy(Magic, sealed.begin());
    putBig32(&sealed[EpochAt], m_main.identity()->epoch);
    const std::span<std::uint8_t, MarkAt + MarkSealedBytes> parts(sealed);
    Mark mark;
    std::ranges::copy(plain.subspan<HeaderSaltsAt, 8>(), mark.salts.begin());
    if (!m_cipher->seal(RecordKind::LogHeader, 0, plain, parts.subspan<HeaderCipherAt, HeaderPlainBytes>(),
                        parts.subspan<HeaderNonceAt, NonceBytes>(), parts.subspan<HeaderTagAt, TagBytes>()) ||
        !sealMark(mark))
        return SQLITE_IOERR_WRITE;
    std::ranges::copy(m_sealedMark, parts.last<MarkSealedBytes>().begin());
    m_inTransaction = false;
    m_markIsDue = false;
    return base().write(sealed, 0);
}

bool LogFile::sealFrameHeader(std::uint32_t frame, std::span<std::uint8_t, FrameHeaderSealedBytes> sealed) noexcept
{
    return m_cipher->seal(RecordKind::FrameHeader, frame, m_pending,
                          sealed.subspan<NonceBytes, FrameHeaderPlainBytes>(), sealed.first<NonceBytes>(),
                          sealed.last<TagBytes>());
}

int LogFile::flush() noexcept
{
    if (m_pendingFrame == 0)
        return SQLITE_OK;
    const std::uint32_t frame = m_pendingFrame;
    m_pendingFrame = 0;
    std::array<std::uint8_t, FrameHeaderSealedBytes> sealed;
    if (!sealFrameHeader(frame, sealed))
        return SQLITE_IOERR_WRITE;
    return base().write(sealed, frameOffset(frame));
}

int LogFile::writePage(std::uint32_t frame, Bytes plain) noexcept
{
    const auto image = plain.first<PageBytes>();
    const bool withHeader = m_pendingFrame == frame;
    if (!withHeader) {
        if (const int result = flush(); result != SQLITE_OK)
            return result;
    }
    m_pendingFrame = 0;
    const std::uint32_t pageNumber = withHeader ? big32(m_pending.data()) : 0;
    if (!MainFile::isStorable(pageNumber, image)) {
        m_inTransaction = false;
        sqlite3_log(SQLITE_IOERR_WRITE, "vault: refused a page that leaves no room for its seal");
        return SQLITE_IOERR_WRITE;
    }
    if (withHeader) {
        const int result = writeWhole(frame, image);
        m_inTransaction = result == SQLITE_OK && big32(&m_pending[CommitSizeAt]) == 0;
        return result;
    }
    const auto sealed = std::span(m_buffer).first<PageBytes>();
    if (!m_cipher->sealPage(RecordKind::FramePage, frame, image, sealed))
        return SQLITE_IOERR_WRITE;
    return base().write(sealed, frameOffset(frame) + static_cast<std::int64_t>(FrameHeaderSealedBytes));
}

int LogFile::writeWhole(std::uint32_t frame, std::span<const std::uint8_t, PageBytes> image) noexcept
{
    const std::span<std::uint8_t, FrameSealedBytes> sealed(m_buffer);
    if (!m_cipher->sealPage(RecordKind::FramePage, frame, image, sealed.subspan<FrameHeaderSealedBytes, PageBytes>()) ||
        !sealFrameHeader(frame, sealed.first<FrameHeaderSealedBytes>()))
        return SQLITE_IOERR_WRITE;
    const int result = base().write(sealed, frameOffset(frame));
    m_lastFrame = frame;
    if (result == SQLITE_OK && big32(&m_pending[CommitSizeAt]) != 0) {
        m_markIsDue = true;
        m_committed.frame = frame;
        std::ranges::copy(Bytes(m_pending).subspan<FrameSaltsAt, 8>(), m_committed.salts.begin());
    }
    return result;
}

// The mark

/// A commit can be undone after its sync, when SQLite runs out of memory afterwards. The next transaction then
/// overwrites frames that the mark vouches for, so the mark must go back first.
int LogFile::beginTransaction(std::uint32_t frame) noexcept
{
    m_inTransaction = true;
    Mark mark;
    if (const int result = readMark(mark); result != SQLITE_OK)
        return result;
    if (mark.frame < frame || !std::ranges::equal(mark.salts, Bytes(m_pending).subspan<FrameSaltsAt, 8>()))
        return SQLITE_OK;
    mark.frame = frame - 1;
    if (const int result = writeMark(mark); result != SQLITE_OK)
        return result;
    return base().sync(SQLITE_SYNC_NORMAL);
}

/// @param mark of frame 0 when there is none, or none that verifies.
int LogFile::readMark(Mark &mark) noexcept
{
    std::array<std::uint8_t, MarkSealedBytes> sealed;
    const int result = base().read(sealed, MarkAt);
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
        return result;
    if (sealed != m_sealedMark) {
        m_sealedMark = sealed;
        m_mark = {};
        std::array<std::uint8_t, MarkPlainBytes> plain;
        const std::span<const std::uint8_t, MarkSealedBytes> parts(sealed);
        if (m_cipher->open(RecordKind::LogMark, 0, parts.subspan<NonceBytes, MarkPlainBytes>(), plain,
                           parts.first<NonceBytes>(), parts.last<TagBytes>())) {
            std::ranges::copy(Bytes(plain).first<8>(), m_mark.salts.begin());
            m_mark.frame = big32(&plain[8]);
        }
    }
    mark = m_mark;
    return SQLITE_OK;
}

bool LogFile::sealMark(const Mark &mark) noexcept
{
    std::array<std::uint8_t, MarkPlainBytes> plain{};
    std::ranges::copy(mark.salts, plain.begin());
    putBig32(&plain[8], mark.frame);
    const std::span<std::uint8_t, MarkSealedBytes> parts(m_sealedMark);
    m_mark = mark;
    return m_cipher->seal(RecordKind::LogMark, 0, plain, parts.subspan<NonceBytes, MarkPlainBytes>(),
                          parts.first<NonceBytes>(), parts.last<TagBytes>());
}

int LogFile::writeMark(const Mark &mark) noexcept
{
    return sealMark(mark) ? base().write(m_sealedMark, MarkAt) : SQLITE_IOERR_WRITE;
}

} // namespace consent::vault
