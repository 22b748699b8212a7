// Input: the text of a JWK, read as a public key and as a private key.
#include "crypto/base64url.h"
#include "crypto/p256.h"
#include "crypto/strictjson.h"

#include <cstdlib>

using namespace consent::crypto;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Bytes input(data, size);
    if (const auto json = parseUnambiguousJson(toByteArray(input))) {
        const auto key = P256PublicKey::fromJwk(*json);
        if (key) {
            const auto again = P256PublicKey::fromJwk(key->toJwk());
            if (!again || !(*again == *key) || again->thumbprint() != key->thumbprint())
                std::abort();
        }
    }
    const auto key = P256PrivateKey::fromJwk(input);
    if (key) {
        const auto signature = key->sign(input);
        if (!signature || !key->publicKey().verify(input, *signature))
            std::abort();
    }
    return 0;
}
