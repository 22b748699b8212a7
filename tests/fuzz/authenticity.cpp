// Input: the body of an answer of the authenticity service.
#include "desk/requests/authenticityanswer.h"

#include <cstdlib>

using namespace consent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto answer = desk::AuthenticityAnswer::parse(body, QStringLiteral("01a20a0f-59af-7cb4-b4b3-bab049805387"));
    const bool odd =
        answer ? answer->reference.isEmpty() || answer->reference.size() > desk::AuthenticityAnswer::longestReference
               : answer.error().kind != ErrorKind::Damaged || answer.error().message.isEmpty();
    if (odd)
        std::abort();
    return 0;
}
