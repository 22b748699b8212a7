#include "crypto/random.h"

#include <openssl/rand.h>

namespace consent::crypto {

bool fillRandom(MutableBytes out) noexcept
{
    return RAND_bytes_ex(nullptr, out.data(), out.size(), 0) == 1;
}

bool fillSecretRandom(MutableBytes out) noexcept
{
    return RAND_priv_bytes_ex(nullptr, out.data(), out.size(), 0) == 1;
}

} // namespace consent::crypto
