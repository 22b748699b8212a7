// Input: a compact JWE as it may come from outside; or, after a first byte 0, the text of its header, to which the rest
// of a well-formed one is added.
#include "crypto/jwe.h"
#include "crypto/base64url.h"

#include <cstdlib>

using namespace consent::crypto;

namespace {

const P256PrivateKey &privateKey()
{
    static const P256PrivateKey key = P256PrivateKey::generate().value();
    return key;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QByteArray sharedKey(32, 'k');
    static const QByteArray wrappedKey = base64UrlEncode(bytesOf(QByteArray(40, 'w')));
    const Bytes input(data, size);
    QByteArray compact = toByteArray(input);
    if (size > 0 && data[0] == 0) {
        const bool wrapped = compact.contains("ECDH");
        compact = base64UrlEncode(input.subspan(1)) + '.' + (wrapped ? wrappedKey : QByteArray()) +
                  ".AAAAAAAAAAAAAAAA.YQ.AAAAAAAAAAAAAAAAAAAAAA";
    }
    const auto header = readJweHeader(compact);
    const auto direct = decryptDirect(compact, bytesOf(sharedKey));
    const auto wrapped = decryptWith(compact, privateKey());
    // Nobody can guess a tag, so nothing opens; and what has no header has no content.
    if (direct || wrapped)
        std::abort();
    if (header && header->algorithm == JweAlgorithm::Direct && wrapped.error().kind != consent::ErrorKind::Damaged)
        std::abort();
    return 0;
}
