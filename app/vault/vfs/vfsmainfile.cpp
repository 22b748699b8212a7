#include "vault/vfs/vfsmainfile.h"

#include "vault/vfs/vfsopenfiles.h"

#include "crypto/random.h"

#include <algorithm>
#include <cstring>

namespace consent::vault {

namespace {

constexpr std::string_view PagePurpose = "consentdesk vault page v1";
constexpr auto Page = static_cast<std::int64_t>(PageBytes);
constexpr std::size_t FileHeaderRead = 100; // what SQLite reads of a file before anything else

/// What SQLite is shown instead of the first 100 bytes: page size and reserved bytes, which it adopts for a new file.
/// Always made up: SQLite reads them before it recovers, when a power cut may have left page 1 torn.
void answerFileHeader(MutableBytes out) noexcept
{
    std::ranges::fill(out, std::uint8_t{0});
    std::ranges::copy(std::string_view("SQLite format 3\0", 16), out.begin());
    out[16] = PageBytes >> 8;
    out[18] = out[19] = 1;
    out[20] = TrailerBytes;
    out[21] = 64;
    out[22] = out[23] = 32;
}

} // namespace

MainFile::MainFile(BaseFile base, const char *name, DatabaseKey key) noexcept
    : VaultFile(base)
    , m_name(name)
    , m_key(std::move(key))
{
    OpenMainFiles::instance().add(*this);
}

MainFile::~MainFile()
{
    OpenMainFiles::instance().remove(*this);
}

int MainFile::adopt(const FileHeader &header) noexcept
{
    m_cipher = RecordCipher::derive(m_key.bytes, header.identity, PagePurpose);
    m_header = header;
    return m_cipher ? SQLITE_OK : SQLITE_NOMEM;
}

int MainFile::inspect() noexcept
{
    if (m_cipher)
        return SQLITE_OK;
    std::int64_t fileBytes = 0;
    if (const int result = base().size(fileBytes); result != SQLITE_OK)
        return result;
    if (fileBytes == 0) {
        // The unix VFS reports one byte as none.
        const int result = base().read(std::span(m_buffer).first<1>(), 0);
        return result == SQLITE_OK ? SQLITE_NOTADB : result == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : result;
    }
    const MutableBytes block(m_buffer.data(), static_cast<std::size_t>(std::min<std::int64_t>(fileBytes, HeaderBytes)));
    if (const int result = base().read(block, 0); result != SQLITE_OK)
        return result;
    FileHeader header;
    switch (judgeHeader(block, fileBytes, m_key.bytes, header)) {
    case HeaderVerdict::None:
        return SQLITE_OK;
    case HeaderVerdict::Sealed:
        return adopt(header);
    case HeaderVerdict::NotOurs:
        return SQLITE_NOTADB;
    case HeaderVerdict::CutOff:
        sqlite3_log(SQLITE_IOERR_DATA, "vault: the database has lost its pages");
        return SQLITE_IOERR_DATA;
    case HeaderVerdict::NoMemory:
        return SQLITE_NOMEM;
    }
    return SQLITE_INTERNAL;
}

int MainFile::ensureHeader() noexcept
{
    if (const int result = inspect(); result != SQLITE_OK || m_cipher)
        return result;
    FileHeader header;
    header.identity.epoch = m_key.epoch;
    if (!crypto::fillRandom(header.identity.id))
        return SQLITE_IOERR_WRITE;
    const auto block = header.encode(m_key.bytes);
    if (!block)
        return SQLITE_NOMEM;
    if (const int result = base().write(*block, 0); result != SQLITE_OK)
        return result;
    if (const int result = base().sync(SQLITE_SYNC_NORMAL); result != SQLITE_OK)
        return result;
    return adopt(header);
}

int MainFile::writeState(FileHeader::State state) noexcept
{
    FileHeader changed = m_header;
    changed.state = state;
    const auto block = changed.encode(m_key.bytes);
    if (!block)
        return SQLITE_NOMEM;
    const int result = base().write(Bytes(*block).first(FileHeader::SectorBytes), 0);
    if (result == SQLITE_OK)
        m_header = changed;
    return result;
}

bool MainFile::isStorable(std::uint64_t pageNumber, std::span<const std::uint8_t, PageBytes> image) noexcept
{
    const auto reserved = image.last<TrailerBytes>();
    if (std::ranges::any_of(reserved, [](std::uint8_t byte) { return byte != 0; }))
        return false;
    return pageNumber != 1 ||
           (image[16] == PageBytes >> 8 && image[17] == (PageBytes & 0xff) && image[20] == TrailerBytes);
}

int MainFile::readPage(std::int64_t index, std::span<std::uint8_t, PageBytes> out) noexcept
{
    const int result = base().read(out, pageOffset(index));
    if (result == SQLITE_IOERR_SHORT_READ) {
        // SQLite takes a short read for a page of zeroes: only what begins at or behind the end may be that.
        std::int64_t fileBytes = 0;
        if (const int sizeResult = base().size(fileBytes); sizeResult != SQLITE_OK)
            return sizeResult;
        std::ranges::fill(out, std::uint8_t{0});
        return fileBytes <= pageOffset(index) ? SQLITE_IOERR_SHORT_READ : SQLITE_IOERR_DATA;
    }
    if (result != SQLITE_OK)
        return result;
    if (m_cipher->openPage(RecordKind::Page, static_cast<std::uint64_t>(index) + 1, out))
        return SQLITE_OK;
    sqlite3_log(SQLITE_IOERR_DATA, "vault: page %lld does not verify", static_cast<long long>(index) + 1);
    return SQLITE_IOERR_DATA;
}

int MainFile::readSlices(MutableBytes out, std::int64_t offset) noexcept
{
    while (!out.empty()) {
        const std::int64_t index = offset / Page;
        const auto skip = static_cast<std::size_t>(offset % Page);
        const std::size_t count = std::min(PageBytes - skip, out.size());
        const int result = readPage(index, m_buffer);
        std::ranges::copy(Bytes(m_buffer).subspan(skip, count), out.begin());
        if (result == SQLITE_IOERR_SHORT_READ)
            std::ranges::fill(out, std::uint8_t{0});
        if (result != SQLITE_OK)
            return result;
        out = out.subspan(count);
        offset += static_cast<std::int64_t>(count);
    }
    return SQLITE_OK;
}

int MainFile::read(MutableBytes out, std::int64_t offset) noexcept
{
    if (offset == 0 && out.size() == FileHeaderRead) {
        answerFileHeader(out);
        return SQLITE_OK;
    }
    if (!m_cipher) {
        if (const int result = inspect(); result != SQLITE_OK)
            return result;
        if (!m_cipher) {
            std::ranges::fill(out, std::uint8_t{0});
            return SQLITE_IOERR_SHORT_READ;
        }
    }
    if (out.size() == PageBytes && offset % Page == 0)
        return readPage(offset / Page, out.first<PageBytes>());
    return readSlices(out, offset);
}

int MainFile::writePage(std::int64_t index, std::span<const std::uint8_t, PageBytes> image) noexcept
{
    if (!m_cipher->sealPage(RecordKind::Page, static_cast<std::uint64_t>(index) + 1, image, m_buffer))
        return SQLITE_IOERR_WRITE;
    return base().write(m_buffer, pageOffset(index));
}

/// SQLite may write beyond the end and later read what lies between, as zeroes: these must be sealed pages too.
int MainFile::fillGap(std::int64_t index) noexcept
{
    std::int64_t fileBytes = 0;
    if (const int result = base().size(fileBytes); result != SQLITE_OK)
        return result;
    m_knownPages = logicalBytesOf(fileBytes) / Page;
    static constexpr std::array<std::uint8_t, PageBytes> Zeroes{};
    for (; m_knownPages < index; ++m_knownPages) {
        if (m_knownPages == LockPageIndex)
            continue;
        if (const int result = writePage(m_knownPages, Zeroes); result != SQLITE_OK)
            return result;
    }
    return SQLITE_OK;
}

int MainFile::write(Bytes bytes, std::int64_t offset) noexcept
{
    if (bytes.size() != PageBytes || offset % Page != 0) {
        sqlite3_log(SQLITE_IOERR_WRITE, "vault: refused to write %d bytes: pages have 4096",
                    static_cast<int>(bytes.size()));
        return SQLITE_IOERR_WRITE;
    }
    const std::int64_t index = offset / Page;
    const auto image = bytes.first<PageBytes>();
    if (!isStorable(static_cast<std::uint64_t>(index) + 1, image)) {
        sqlite3_log(SQLITE_IOERR_WRITE, "vault: refused a page that leaves no room for its seal");
        return SQLITE_IOERR_WRITE;
    }
    if (const int result = ensureHeader(); result != SQLITE_OK)
        return result;
    if (index >= m_knownPages) {
        if (const int result = fillGap(index); result != SQLITE_OK)
            return result;
    }
    const int result = writePage(index, image);
    if (result == SQLITE_OK)
        m_knownPages = std::max(m_knownPages, index + 1);
    return result;
}

int MainFile::truncate(std::int64_t bytes) noexcept
{
    if (const int result = inspect(); result != SQLITE_OK)
        return result;
    if (!m_cipher)
        return base().truncate(0);
    const std::int64_t pages = (bytes + Page - 1) / Page;
    // A checkpoint also lengthens a file so, when its last pages are unused and were never written.
    if (const int result = fillGap(pages); result != SQLITE_OK)
        return result;
    m_knownPages = 0;
    if (pages == 0) {
        if (const int result = writeState(FileHeader::State::Creating); result != SQLITE_OK)
            return result;
        if (const int result = base().sync(SQLITE_SYNC_NORMAL); result != SQLITE_OK)
            return result;
    }
    return base().truncate(fileBytesFor(pages));
}

int MainFile::sync(int flags) noexcept
{
    m_knownPages = 0;
    if (const int result = base().sync(flags); result != SQLITE_OK)
        return result;
    if (!m_cipher || m_header.state == FileHeader::State::Complete)
        return SQLITE_OK;
    std::int64_t fileBytes = 0;
    if (const int result = base().size(fileBytes); result != SQLITE_OK)
        return result;
    // The pages are on disk; that the file is complete may become so with the next sync.
    return logicalBytesOf(fileBytes) > 0 ? writeState(FileHeader::State::Complete) : SQLITE_OK;
}

int MainFile::size(std::int64_t &bytes) noexcept
{
    std::int64_t fileBytes = 0;
    const int result = base().size(fileBytes);
    bytes = logicalBytesOf(fileBytes);
    return result;
}

int MainFile::control(int operation, void *argument) noexcept
{
    if (operation == SQLITE_FCNTL_CKPT_START)
        m_knownPages = 0;
    if (operation != SQLITE_FCNTL_PRAGMA)
        return VaultFile::control(operation, argument);
    auto **arguments = static_cast<char **>(argument);
    const char *pragma = arguments[1];
    const char *value = arguments[2];
    if (sqlite3_stricmp(pragma, "page_size") == 0 && value)
        return SQLITE_OK; // as SQLite does with a size it can't use: no change, no error
    for (const char *keyPragma : {"key", "hexkey", "textkey", "rekey", "hexrekey", "textrekey"}) {
        if (sqlite3_stricmp(pragma, keyPragma) == 0) {
            arguments[0] = sqlite3_mprintf("the vault takes no key from a pragma");
            return SQLITE_ERROR;
        }
    }
    return VaultFile::control(operation, argument);
}

} // namespace consent::vault
