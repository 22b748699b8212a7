#pragma once

#include "crypto/secretbuffer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <concepts>

namespace consent::crypto {

/// A template, so that a string literal still means the std::string_view of bytes.h.
template <typename Array>
requires std::same_as<Array, QByteArray> || std::same_as<Array, QByteArrayView> Bytes bytesOf(const Array &array)
noexcept
{
    return {reinterpret_cast<const std::uint8_t *>(array.data()), static_cast<std::size_t>(array.size())};
}
QByteArray toByteArray(Bytes bytes);

/// base64url without padding (RFC 7515, 2).
QByteArray base64UrlEncode(Bytes bytes);
/// Strict: one text for one value. Padding, white space, other letters and unused bits that are set are refused.
std::optional<QByteArray> base64UrlDecode(QByteArrayView text);

/// The same for secrets, which never pass through ordinary memory.
std::optional<SecretBuffer> base64UrlEncodeSecret(Bytes bytes);
std::optional<SecretBuffer> base64UrlDecodeSecret(Bytes text);
/// @return false unless the text is the strict form of exactly as many bytes as out has.
bool base64UrlDecodeInto(Bytes text, MutableBytes out);

} // namespace consent::crypto
