// Input: a byte that chooses the media type, then the file of a notice.
#include "domain/notice.h"

#include <QCryptographicHash>

#include <cstdlib>

using namespace consent::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr MediaType types[] = {MediaType::PlainText, MediaType::Markdown, MediaType::Html};
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    const auto notice = Notice::import(bytes, types[data[0] % 3]);
    if (!notice) {
        if (notice.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (notice->sha256().toLatin1() != QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())
        std::abort();
    int last = -1;
    for (const NoticeChapter &chapter : notice->chapters()) {
        if (chapter.number <= last)
            std::abort();
        last = chapter.number;
        for (const NoticeBlock &block : chapter.blocks) {
            const auto *table = std::get_if<NoticeTable>(&block);
            for (std::size_t i = 0; table != nullptr && i < table->rows.size(); ++i) {
                if (table->rows[i].size() != table->header.size())
                    std::abort();
            }
        }
    }
    return 0;
}
