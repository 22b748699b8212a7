// Input: a file that somebody wants to attach.
#include "domain/evidence.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const auto type = consent::domain::paperType(bytes);
    if (type && size < 8) // nothing so short is a paper
        std::abort();
    return 0;
}
