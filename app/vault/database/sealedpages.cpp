#include "vault/database/sealedpages.h"

#include "vault/database/heldkey.h"
#include "vault/database/rawconnection.h"
#include "vault/database/sqlerror.h"
#include "vault/vfs/vfsformat.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace consent::vault {

namespace {

constexpr auto Page = static_cast<qint64>(PageBytes);

} // namespace

static_assert(SealedPages::usableBytes == static_cast<qsizetype>(PayloadBytes));

SealedPages::SealedPages()
    : m_connection(std::make_unique<RawConnection>())
{
}

SealedPages::~SealedPages() = default;

Result<std::unique_ptr<SealedPages>> SealedPages::open(const QString &path, std::span<const std::uint8_t> key)
{
    auto held = HeldKey::hold(path, key, 1);
    if (!held)
        return held.error();
    std::unique_ptr<SealedPages> pages(new SealedPages);
    pages->m_key = *held;
    if (const int opened = pages->m_connection->open(path, false); opened != SQLITE_OK)
        return sqlError(opened, u"open the pages"_s);
    sqlite3_file *file = pages->m_connection->mainFile();
    if (file == nullptr)
        return sqlError(SQLITE_CANTOPEN, u"no file of pages"_s);
    sqlite3_int64 bytes = 0;
    if (const int result = file->pMethods->xFileSize(file, &bytes); result != SQLITE_OK)
        return sqlError(result, u"count the pages"_s);
    pages->m_count = bytes / Page;
    // A key that does not fit is told from a page that does not verify.
    QByteArray first(Page, '\0');
    const int result = file->pMethods->xRead(file, first.data(), static_cast<int>(Page), 0);
    if (result != SQLITE_OK && result != SQLITE_IOERR_DATA && result != SQLITE_IOERR_SHORT_READ)
        return sqlError(result, u"read the first page"_s);
    return pages;
}

std::optional<QByteArray> SealedPages::page(qint64 number) const
{
    QByteArray plain(Page, '\0');
    sqlite3_file *file = m_connection->mainFile();
    const int result = file->pMethods->xRead(file, plain.data(), static_cast<int>(Page), (number - 1) * Page);
    return result == SQLITE_OK ? std::optional(plain) : std::nullopt;
}

std::vector<qint64> SealedPages::broken() const
{
    std::vector<qint64> numbers;
    for (qint64 number = 1; number <= m_count; ++number) {
        if (number - 1 != LockPageIndex && !page(number))
            numbers.push_back(number);
    }
    return numbers;
}

Result<void> SealedPages::put(qint64 number, const QByteArray &page)
{
    sqlite3_file *file = m_connection->mainFile();
    int result = file->pMethods->xWrite(file, page.constData(), static_cast<int>(page.size()), (number - 1) * Page);
    if (result == SQLITE_OK)
        result = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    return result == SQLITE_OK ? Result<void>() : sqlError(result, u"write a page"_s);
}

} // namespace consent::vault
