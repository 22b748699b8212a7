#include "crypto/base64url.h"

#include <array>

namespace consent::crypto {

namespace {

constexpr std::string_view Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t NoLetter = 0xff;

constexpr std::array<std::uint8_t, 256> Values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(NoLetter);
    for (std::size_t i = 0; i < Alphabet.size(); ++i)
        values[static_cast<std::uint8_t>(Alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

constexpr std::size_t encodedSize(std::size_t size)
{
    return (size * 4 + 2) / 3;
}

constexpr std::size_t decodedSize(std::size_t size)
{
    return size * 3 / 4;
}

void encode(Bytes in, MutableBytes out)
{
    std::uint32_t bits = 0;
    unsigned count = 0;
    std::size_t at = 0;
    for (const std::uint8_t byte : in) {
        bits = (bits << 8) | byte;
        for (count += 8; count >= 6; count -= 6)
            out[at++] = static_cast<std::uint8_t>(Alphabet[(bits >> (count - 6)) & 0x3f]);
    }
    if (count > 0)
        out[at] = static_cast<std::uint8_t>(Alphabet[(bits << (6 - count)) & 0x3f]);
}

bool decode(Bytes in, MutableBytes out)
{
    if (in.size() % 4 == 1)
        return false;
    std::uint32_t bits = 0;
    unsigned count = 0;
    std::size_t at = 0;
    for (const std::uint8_t letter : in) {
        const std::uint8_t value = Values[letter];
        if (value == NoLetter)
            return false;
        bits = (bits << 6) | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[at++] = static_cast<std::uint8_t>(bits >> count);
        }
    }
    return (bits & ((1U << count) - 1)) == 0;
}

MutableBytes mutableBytes(QByteArray &array)
{
    return {reinterpret_cast<std::uint8_t *>(array.data()), static_cast<std::size_t>(array.size())};
}

} // namespace

QByteArray toByteArray(Bytes bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray base64UrlEncode(Bytes bytes)
{
    QByteArray text(static_cast<qsizetype>(encodedSize(bytes.size())), Qt::Uninitialized);
    encode(bytes, mutableBytes(text));
    return text;
}

std::optional<QByteArray> base64UrlDecode(QByteArrayView text)
{
    const Bytes in = bytesOf(text);
    QByteArray bytes(static_cast<qsizetype>(decodedSize(in.size())), Qt::Uninitialized);
    if (!decode(in, mutableBytes(bytes)))
        return std::nullopt;
    return bytes;
}

std::optional<SecretBuffer> base64UrlEncodeSecret(Bytes bytes)
{
    auto text = SecretBuffer::zeroed(encodedSize(bytes.size()));
    if (text)
        encode(bytes, text->span());
    return text;
}

std::optional<SecretBuffer> base64UrlDecodeSecret(Bytes text)
{
    auto bytes = SecretBuffer::zeroed(decodedSize(text.size()));
    if (!bytes || !decode(text, bytes->span()))
        return std::nullopt;
    return bytes;
}

bool base64UrlDecodeInto(Bytes text, MutableBytes out)
{
    return text.size() == encodedSize(out.size()) && decode(text, out);
}

} // namespace consent::crypto
