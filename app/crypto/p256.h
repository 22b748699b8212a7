#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

#include <QJsonObject>
#include <QString>

#include <array>
#include <memory>

namespace consent::crypto {

/// ECDSA over P-256 with SHA-256 as JWS wants it (ES256, RFC 7518, 3.4): r and s, 32 bytes each, big endian.
using EcSignature = std::array<std::uint8_t, 64>;

/// A point of the NIST curve P-256. Immutable and cheap to copy; may be used by several threads at once.
class P256PublicKey
{
public:
    static constexpr std::size_t CoordinateBytes = 32;

    /// Takes the members kty, crv, x and y; others but "d" are ignored.
    /// @return InvalidArgument for another kind of key, a wrong length, a point that is not on the curve, or a private
    /// key: one that is handed around as a public key has been leaked and must not be relied on.
    static Result<P256PublicKey> fromJwk(const QJsonObject &jwk);

    /// {"crv","kty","x","y"} (RFC 7517).
    QJsonObject toJwk() const;
    /// RFC 7638 with SHA-256, in base64url: 43 letters.
    QString thumbprint() const;
    /// Whether the signature over the message was made with the private half.
    bool verify(Bytes message, Bytes signature) const;

    friend bool operator==(const P256PublicKey &a, const P256PublicKey &b);

private:
    friend class P256PrivateKey;
    struct Data;
    explicit P256PublicKey(std::shared_ptr<const Data> data)
        : m_data(std::move(data))
    {
    }

    std::shared_ptr<const Data> m_data;
};

/// The private half. Move-only; its number lies on the secure heap. Signing by several threads at once is allowed.
class P256PrivateKey
{
public:
    P256PrivateKey(P256PrivateKey &&) noexcept;
    P256PrivateKey &operator=(P256PrivateKey &&) noexcept;
    ~P256PrivateKey();

    /// @return Internal when the generator fails or the secure heap is full.
    static Result<P256PrivateKey> generate();
    /// A JSON object of plain strings with kty, crv, x, y and d; others are ignored.
    /// @return InvalidArgument when it is no such key or its halves don't belong together.
    static Result<P256PrivateKey> fromJwk(Bytes json);
    /// {"crv","d","kty","x","y"} as UTF-8.
    Result<SecretBuffer> toJwk() const;

    const P256PublicKey &publicKey() const noexcept { return m_public; }
    Result<EcSignature> sign(Bytes message) const;
    /// ECDH (RFC 6090): the 32 bytes of the shared x. Only as input of a key derivation.
    Result<SecretBuffer> agree(const P256PublicKey &other) const;

private:
    struct Data;
    P256PrivateKey(std::unique_ptr<Data> data, P256PublicKey publicKey);

    std::unique_ptr<Data> m_data;
    P256PublicKey m_public;
};

} // namespace consent::crypto
