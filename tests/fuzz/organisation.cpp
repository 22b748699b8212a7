// Input: an organisation file.
#include "domain/organisation.h"

#include <cstdlib>

using namespace consent::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = Organisation::parse(bytes);
    const bool incomplete = read && (!read->quietFrom.isValid() || read->speakable.ko < 1 || read->branches.empty() ||
                                     read->centrePhone.isEmpty());
    if (incomplete || (!read && read.error().message.isEmpty()))
        std::abort();
    return 0;
}
