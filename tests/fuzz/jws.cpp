// Input: a compact JWS as it may come from outside; or, after a first byte 0, the text of its header, which mutations
// inside base64url would hardly reach.
#include "crypto/jws.h"
#include "crypto/base64url.h"

#include <cstdlib>

using namespace consent::crypto;

namespace {

// RFC 7515, A.3
const P256PublicKey &key()
{
    static const P256PublicKey publicKey =
        P256PublicKey::fromJwk({{QStringLiteral("kty"), QStringLiteral("EC")},
                                {QStringLiteral("crv"), QStringLiteral("P-256")},
                                {QStringLiteral("x"), QStringLiteral("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")},
                                {QStringLiteral("y"), QStringLiteral("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")}})
            .value();
    return publicKey;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Bytes input(data, size);
    QByteArray compact = toByteArray(input);
    if (size > 0 && data[0] == 0)
        compact = base64UrlEncode(input.subspan(1)) + ".cGF5bG9hZA." + base64UrlEncode(EcSignature{});
    const auto parts = parseCompact(compact);
    // What was read is the only reading: written again it is the same text.
    if (parts && parts->signingInput + '.' + base64UrlEncode(bytesOf(parts->signature)) != compact)
        std::abort();
    if (verifyCompact(compact, key()) && !parts)
        std::abort();
    return 0;
}
