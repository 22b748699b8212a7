// Input: an enrolment file as it comes from outside, up to where its code is asked for; or, after a first byte 0, the
// ticket inside one; or, after a first byte 1, a code as somebody typed it.
#include "crypto/base64url.h"
#include "desk/joining/enrolmentfile.h"

#include <cstdlib>

using namespace consent;
using namespace consent::desk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const crypto::Bytes input(data, size);
    if (size > 0 && data[0] == 0) {
        const auto ticket = enrolmentfile::parseTicket(input.subspan(1));
        if (ticket && (ticket->secret.size() != EnrolmentTicket::SecretBytes || ticket->device.isEmpty()))
            std::abort();
    } else if (size > 0 && data[0] == 1) {
        const auto code = EnrolmentCode::parse(QString::fromUtf8(crypto::toByteArray(input.subspan(1))));
        if (code && EnrolmentCode::parse(code->grouped())->letters() != code->letters())
            std::abort();
    } else if (const auto envelope = enrolmentfile::parseEnvelope(crypto::toByteArray(input))) {
        if (envelope->salt.size() != 32)
            std::abort();
    }
    return 0;
}
