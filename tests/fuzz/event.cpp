// Input: the payload of an event, signed header and all put around it, since mutations inside base64url would hardly
// reach it; or, after a first byte 0, the compact text itself.
#include "ledger/event.h"
#include "crypto/base64url.h"
#include "ledger/chain.h"
#include "ledger/consentfacts.h"
#include "ledger/consentprojection.h"

#include <cstdlib>

using namespace consent;

namespace {

const QByteArray
    header(R"({"alg":"ES256","kid":"oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U","typ":"consent-event+jws"})");

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const crypto::Bytes input(data, size);
    QByteArray compact;
    if (size > 0 && data[0] == 0)
        compact = crypto::toByteArray(input.subspan(1));
    else
        compact = crypto::base64UrlEncode(crypto::bytesOf(header)) + '.' + crypto::base64UrlEncode(input) + '.' +
                  QByteArray(86, 'A');
    const auto read = ledger::parseEvent(compact);
    if (!read)
        return 0;
    const ledger::Event &event = read->event;
    // What was read is the only reading: written again, what this version knows is the same text.
    if (event.v <= ledger::currentEventVersion && data[0] != 0)
        require(ledger::eventPayload(event) == crypto::toByteArray(input));
    static_cast<void>(ledger::orderTime(event));
    static_cast<void>(ledger::dataKeyOf(event));
    const auto captured = ledger::ConsentCaptured::fromFacts(event.facts);
    if (captured)
        require(ledger::ConsentCaptured::fromFacts(captured->toFacts()).value() == *captured);
    const auto ended = ledger::ConsentEnded::fromFacts(event.facts);
    if (ended)
        require(ledger::ConsentEnded::fromFacts(ended->toFacts()).value() == *ended);
    for (const ledger::ConsentStatement &statement : ledger::consentStatements(event))
        require(!ledger::supersedes(statement, statement) && !statement.scope.isEmpty());
    return 0;
}
