// Input: the key slots sidecar as it lies on disk; or, after a first byte 0, its body, which gets a fitting hash, since
// mutations would hardly ever hit one; or, after a first byte 1, the payload of an opened slot.
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "vault/keys/keyslotsfile.h"
#include "vault/keys/passwordkey.h"
#include "vault/keys/slotpayload.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace consent;
using namespace consent::vault;

namespace {

QByteArray fileAround(const QByteArray &bodyText)
{
    const QByteArray body = QJsonDocument::fromJson(bodyText).toJson(QJsonDocument::Compact);
    return R"({"format":"consentdesk-key-slots","version":1,"sha256":")" +
           crypto::base64UrlEncode(crypto::sha256(crypto::bytesOf(body))) + R"(","body":)" + bodyText + '}';
}

void readFile(const QByteArray &bytes)
{
    const auto content = SlotsContent::fromBytes(bytes);
    if (!content)
        return;
    const auto again = SlotsContent::fromBytes(content->toBytes());
    if (!again || !(*again == *content))
        std::abort();
    for (const SlotEntry &entry : content->entries) {
        if (!PasswordKey::isAcceptableCost(entry.cost)) // else one file could take all memory
            std::abort();
    }
}

void readPayload(crypto::Bytes bytes)
{
    auto payload = SlotPayload::fromBytes(bytes);
    if (!payload)
        return;
    const auto again = payload->toBytes();
    if (again ? !SlotPayload::fromBytes(again->span()).ok() : payload->keys.size() <= SlotPayload::EpochLimit)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const crypto::Bytes input(data, size);
    if (size > 0 && data[0] == 0)
        readFile(fileAround(crypto::toByteArray(input.subspan(1))));
    else if (size > 0 && data[0] == 1)
        readPayload(input.subspan(1));
    else
        readFile(crypto::toByteArray(input));
    return 0;
}
