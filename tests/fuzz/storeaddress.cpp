#include "central/postgres/storeaddress.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// What is accepted is the same after writing and reading, and holds nothing that a connection string reads otherwise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using consent::central::StoreAddress;
    const auto address =
        StoreAddress::parse(QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!address)
        return 0;
    const auto again = StoreAddress::parse(address->toUri());
    if (!again || *again != *address)
        std::abort();
    const auto &files = address->certificates();
    for (const QString &text :
         {address->database(), address->user(), files.authority, files.client, files.privateKey}) {
        if (text.contains(QLatin1Char('\'')) || text.contains(QLatin1Char(';')) || text.contains(QLatin1Char('\\')) ||
            text.contains(QChar(0)))
            std::abort();
    }
    return 0;
}
