// Input: a byte that chooses the way, then what came from there: argument, URL, line of JSON.
#include "domain/callrequest.h"

#include <cstdlib>

using namespace consent::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));
    const auto request = data[0] % 3 == 0   ? CallRequest::fromArgument(QString::fromUtf8(bytes))
                         : data[0] % 3 == 1 ? CallRequest::fromUrl(QString::fromUtf8(bytes))
                                            : CallRequest::fromJsonLine(bytes);
    if (!request) {
        if (request.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (request->id.size() > CallRequest::maxIdLength)
        std::abort();
    // What was taken as a number is one, and stays the same one.
    if (request->from && PhoneNumber::parse(request->from->digits()).value() != *request->from)
        std::abort();
    return 0;
}
