#include "vault/vfs/vfsheader.h"

#include "crypto/hash.h"
#include "crypto/kdf.h"

#include <algorithm>
#include <string_view>

namespace consent::vault {

namespace {

constexpr std::string_view Magic("Consent Desk v1\0", 16);
constexpr std::string_view HeaderPurpose = "consentdesk vault header v1";

constexpr std::size_t StateAt = 16;
constexpr std::size_t PageSizeAt = 20;
constexpr std::size_t ReserveAt = 24;
constexpr std::size_t EpochAt = 28;
constexpr std::size_t IdAt = 32;
constexpr std::size_t HmacAt = 48;
constexpr std::size_t HmacBytes = 32;

bool hasMagic(Bytes block) noexcept
{
    return block.size() >= FileHeader::SectorBytes &&
           std::ranges::equal(block.first(Magic.size()), crypto::bytesOf(Magic));
}

/// Over the whole block with the place of the HMAC zeroed.
std::optional<crypto::Digest> hmacOf(FileHeader::Block block, const DatabaseId &id,
                                     const crypto::SecretBuffer &databaseKey) noexcept
{
    const auto key = crypto::hkdfSha256(databaseKey.span(), id, crypto::bytesOf(HeaderPurpose), 32);
    if (!key)
        return std::nullopt;
    std::fill_n(block.begin() + HmacAt, HmacBytes, std::uint8_t{0});
    return crypto::hmacSha256(key->span(), block);
}

} // namespace

std::optional<FileHeader::Block> FileHeader::encode(const crypto::SecretBuffer &databaseKey) const noexcept
{
    Block block{};
    std::ranges::copy(Magic, block.begin());
    putBig32(&block[StateAt], static_cast<std::uint32_t>(state));
    putBig32(&block[PageSizeAt], PageBytes);
    putBig32(&block[ReserveAt], TrailerBytes);
    putBig32(&block[EpochAt], identity.epoch);
    std::ranges::copy(identity.id, block.begin() + IdAt);
    const auto hmac = hmacOf(block, identity.id, databaseKey);
    if (!hmac)
        return std::nullopt;
    std::ranges::copy(*hmac, block.begin() + HmacAt);
    return block;
}

HeaderVerdict judgeHeader(Bytes block, std::int64_t fileBytes, const crypto::SecretBuffer &databaseKey,
                          FileHeader &header) noexcept
{
    const bool zeroes = std::ranges::all_of(block, [](std::uint8_t byte) { return byte == 0; });
    if (zeroes)
        return fileBytes <= static_cast<std::int64_t>(HeaderBytes) ? HeaderVerdict::None : HeaderVerdict::NotOurs;
    if (!hasMagic(block))
        return HeaderVerdict::NotOurs;
    const auto state = static_cast<FileHeader::State>(big32(&block[StateAt]));
    if (fileBytes < static_cast<std::int64_t>(HeaderBytes))
        return state == FileHeader::State::Creating ? HeaderVerdict::None : HeaderVerdict::CutOff;

    FileHeader::Block whole{};
    std::ranges::copy(block.first(std::min(block.size(), whole.size())), whole.begin());
    std::ranges::copy(block.subspan(IdAt, header.identity.id.size()), header.identity.id.begin());
    const auto hmac = hmacOf(whole, header.identity.id, databaseKey);
    if (!hmac)
        return HeaderVerdict::NoMemory;
    if (!crypto::constantTimeEqual(*hmac, block.subspan(HmacAt, HmacBytes)))
        return HeaderVerdict::NotOurs;
    if (big32(&block[PageSizeAt]) != PageBytes || big32(&block[ReserveAt]) != TrailerBytes)
        return HeaderVerdict::NotOurs;
    header.identity.epoch = big32(&block[EpochAt]);
    header.state = state;
    if (state == FileHeader::State::Creating)
        return HeaderVerdict::Sealed;
    if (state != FileHeader::State::Complete)
        return HeaderVerdict::NotOurs;
    return fileBytes > static_cast<std::int64_t>(HeaderBytes) ? HeaderVerdict::Sealed : HeaderVerdict::CutOff;
}

std::optional<std::uint32_t> unprovedEpoch(Bytes block) noexcept
{
    if (!hasMagic(block))
        return std::nullopt;
    return big32(&block[EpochAt]);
}

} // namespace consent::vault
