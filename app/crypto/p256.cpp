#include "crypto/p256.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/openssl_p.h"
#include "crypto/opensslerror.h"
#include "crypto/strictjson.h"

#include <QCoreApplication>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <cstring>

namespace consent::crypto {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t PointBytes = 1 + 2 * P256PublicKey::CoordinateBytes;
constexpr std::uint8_t UncompressedPoint = 4;
constexpr std::size_t JwkLimitBytes = 4096;
// The longest DER form of two 32-byte numbers.
constexpr std::size_t DerSignatureLimitBytes = 72;

using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Point = std::array<std::uint8_t, PointBytes>;

Error noKey(const QString &detail)
{
    const QString reasons = takeOpenSslErrors();
    return {.kind = ErrorKind::InvalidArgument,
            .message = QCoreApplication::translate(
                "Crypto",
                "This key can't be used: it is damaged or of another kind. Nothing was changed. Ask for it to "
                "be issued again."),
            .detail = reasons.isEmpty() ? detail : detail + u" ("_s + reasons + u')'};
}

KeyContext contextOf(EVP_PKEY *key)
{
    return KeyContext(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
}

// OpenSSL checks here that the point is on the curve; the private number is checked by the caller.
Key makeKey(const Point &point, const BIGNUM *privateNumber)
{
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1 ||
        (privateNumber && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, privateNumber) != 1))
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1)
        return nullptr;
    EVP_PKEY *made = nullptr;
    const bool done = EVP_PKEY_fromdata(context.get(), &made, privateNumber ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                                        parameters.get()) == 1;
    Key key(made); // whatever is there on failure has an owner too
    return done ? std::move(key) : nullptr;
}

std::optional<Point> pointOf(Bytes x, Bytes y)
{
    if (x.size() != P256PublicKey::CoordinateBytes || y.size() != P256PublicKey::CoordinateBytes)
        return std::nullopt;
    Point point{UncompressedPoint};
    std::ranges::copy(x, point.begin() + 1);
    std::ranges::copy(y, point.begin() + 1 + P256PublicKey::CoordinateBytes);
    return point;
}

std::optional<Point> pointOf(const EVP_PKEY *key)
{
    Point point{};
    std::size_t size = 0;
    if (EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size(), &size) != 1 ||
        size != point.size() || point[0] != UncompressedPoint)
        return std::nullopt;
    return point;
}

BigNumber secretNumber()
{
    return BigNumber(BN_secure_new());
}

} // namespace

struct P256PublicKey::Data
{
    Key key;
    Point point;

    QByteArray x() const { return base64UrlEncode(Bytes(point).subspan(1, CoordinateBytes)); }
    QByteArray y() const { return base64UrlEncode(Bytes(point).last(CoordinateBytes)); }
};

Result<P256PublicKey> P256PublicKey::fromJwk(const QJsonObject &jwk)
{
    if (jwk.contains("d"_L1))
        return noKey(u"a private key where a public one belongs"_s);
    if (jwk.value("kty"_L1) != "EC"_L1 || jwk.value("crv"_L1) != "P-256"_L1)
        return noKey(u"not an EC key on P-256"_s);
    const auto x = base64UrlDecode(jwk.value("x"_L1).toString().toLatin1());
    const auto y = base64UrlDecode(jwk.value("y"_L1).toString().toLatin1());
    const auto point = x && y ? pointOf(bytesOf(*x), bytesOf(*y)) : std::nullopt;
    if (!point)
        return noKey(u"a coordinate is not 32 bytes in base64url"_s);
    Key key = makeKey(*point, nullptr);
    if (!key || EVP_PKEY_public_check_quick(contextOf(key.get()).get()) != 1)
        return noKey(u"the point is not on the curve"_s);
    return P256PublicKey(std::make_shared<const Data>(Data{std::move(key), *point}));
}

QJsonObject P256PublicKey::toJwk() const
{
    return {{u"kty"_s, u"EC"_s},
            {u"crv"_s, u"P-256"_s},
            {u"x"_s, QString::fromLatin1(m_data->x())},
            {u"y"_s, QString::fromLatin1(m_data->y())}};
}

QString P256PublicKey::thumbprint() const
{
    // RFC 7638, 3.2: the required members only, sorted, without white space.
    const QByteArray canonical =
        R"({"crv":"P-256","kty":"EC","x":")" + m_data->x() + R"(","y":")" + m_data->y() + R"("})";
    return QString::fromLatin1(base64UrlEncode(sha256(bytesOf(canonical))));
}

bool P256PublicKey::verify(Bytes message, Bytes signature) const
{
    if (signature.size() != EcSignature{}.size())
        return false;
    const EcdsaSignature numbers(ECDSA_SIG_new());
    BigNumber r(BN_bin2bn(signature.data(), CoordinateBytes, nullptr));
    BigNumber s(BN_bin2bn(signature.data() + CoordinateBytes, CoordinateBytes, nullptr));
    if (!numbers || !r || !s || ECDSA_SIG_set0(numbers.get(), r.get(), s.get()) != 1)
        return false;
    static_cast<void>(r.release()); // now owned by numbers
    static_cast<void>(s.release());
    std::array<std::uint8_t, DerSignatureLimitBytes> der{};
    std::uint8_t *end = der.data();
    const int size = i2d_ECDSA_SIG(numbers.get(), &end);
    const Digest digest = sha256(message);
    const KeyContext context = contextOf(m_data->key.get());
    const bool fits =
        size > 0 && context && EVP_PKEY_verify_init(context.get()) == 1 &&
        EVP_PKEY_verify(context.get(), der.data(), static_cast<std::size_t>(size), digest.data(), digest.size()) == 1;
    if (!fits)
        static_cast<void>(takeOpenSslErrors());
    return fits;
}

bool operator==(const P256PublicKey &a, const P256PublicKey &b)
{
    return a.m_data->point == b.m_data->point;
}

struct P256PrivateKey::Data
{
    Key key;
    SecretBuffer number; ///< 32 bytes, big endian.
};

P256PrivateKey::P256PrivateKey(std::unique_ptr<Data> data, P256PublicKey publicKey)
    : m_data(std::move(data))
    , m_public(std::move(publicKey))
{
}
P256PrivateKey::P256PrivateKey(P256PrivateKey &&) noexcept = default;
P256PrivateKey &P256PrivateKey::operator=(P256PrivateKey &&) noexcept = default;
P256PrivateKey::~P256PrivateKey() = default;

Result<P256PrivateKey> P256PrivateKey::generate()
{
    // Made first, so that OpenSSL has a secure heap to put the number on.
    auto number = SecretBuffer::zeroed(P256PublicKey::CoordinateBytes);
    if (!number)
        return opensslFailure(u"secure heap full"_s);
    Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto point = key ? pointOf(key.get()) : std::nullopt;
    const BigNumber secret = secretNumber();
    BIGNUM *into = secret.get();
    if (!point || !into || EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &into) != 1 ||
        BN_bn2binpad(into, number->data(), static_cast<int>(number->size())) != static_cast<int>(number->size()))
        return opensslFailure(u"P-256 key generation"_s);
    Key publicHalf = makeKey(*point, nullptr);
    if (!publicHalf)
        return opensslFailure(u"P-256 public half"_s);
    return P256PrivateKey(
        std::make_unique<Data>(Data{std::move(key), std::move(*number)}),
        P256PublicKey(std::make_shared<const P256PublicKey::Data>(P256PublicKey::Data{std::move(publicHalf), *point})));
}

Result<P256PrivateKey> P256PrivateKey::fromJwk(Bytes json)
{
    const auto members = json.size() <= JwkLimitBytes ? parseFlatJson(json) : std::nullopt;
    if (!members)
        return noKey(u"not a JSON object of plain strings"_s);
    const auto member = [&members](std::string_view name) {
        const auto found = std::ranges::find(*members, name, &FlatMembers::value_type::first);
        return found == members->end() ? std::string_view() : found->second;
    };
    const auto text = [](std::string_view value) {
        return QString::fromLatin1(value.data(), static_cast<qsizetype>(value.size()));
    };
    const QJsonObject publicJwk{{u"kty"_s, text(member("kty"))},
                                {u"crv"_s, text(member("crv"))},
                                {u"x"_s, text(member("x"))},
                                {u"y"_s, text(member("y"))}};
    auto publicKey = P256PublicKey::fromJwk(publicJwk);
    if (!publicKey)
        return publicKey.error();
    auto number = SecretBuffer::zeroed(P256PublicKey::CoordinateBytes);
    if (!number)
        return opensslFailure(u"secure heap full"_s);
    if (!base64UrlDecodeInto(bytesOf(member("d")), number->span()))
        return noKey(u"the private number is not 32 bytes in base64url"_s);
    const BigNumber secret = secretNumber();
    if (!secret || !BN_bin2bn(number->data(), static_cast<int>(number->size()), secret.get()))
        return opensslFailure(u"private number"_s);
    BN_set_flags(secret.get(), BN_FLG_CONSTTIME);
    Key key = makeKey(publicKey->m_data->point, secret.get());
    const KeyContext context = key ? contextOf(key.get()) : nullptr;
    if (!context || EVP_PKEY_private_check(context.get()) != 1 || EVP_PKEY_pairwise_check(context.get()) != 1)
        return noKey(u"the private number is out of range or not that of the point"_s);
    return P256PrivateKey(std::make_unique<Data>(Data{std::move(key), std::move(*number)}), std::move(*publicKey));
}

Result<SecretBuffer> P256PrivateKey::toJwk() const
{
    const auto number = base64UrlEncodeSecret(m_data->number.span());
    const QByteArray x = m_public.m_data->x();
    const QByteArray y = m_public.m_data->y();
    const std::array parts{bytesOf(R"({"crv":"P-256","d":")"),
                           number ? number->span() : Bytes(),
                           bytesOf(R"(","kty":"EC","x":")"),
                           bytesOf(x),
                           bytesOf(R"(","y":")"),
                           bytesOf(y),
                           bytesOf(R"("})")};
    std::size_t size = 0;
    for (const Bytes part : parts)
        size += part.size();
    auto json = number ? SecretBuffer::zeroed(size) : std::nullopt;
    if (!json)
        return opensslFailure(u"secure heap full"_s);
    std::uint8_t *to = json->data();
    for (const Bytes part : parts)
        to = std::ranges::copy(part, to).out;
    return std::move(*json);
}

Result<EcSignature> P256PrivateKey::sign(Bytes message) const
{
    const Digest digest = sha256(message);
    const KeyContext context = contextOf(m_data->key.get());
    std::array<std::uint8_t, DerSignatureLimitBytes> der{};
    std::size_t size = der.size();
    if (!context || EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_sign(context.get(), der.data(), &size, digest.data(), digest.size()) != 1)
        return opensslFailure(u"ECDSA signature"_s);
    const std::uint8_t *begin = der.data();
    const EcdsaSignature numbers(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(size)));
    EcSignature signature{};
    constexpr int Half = P256PublicKey::CoordinateBytes;
    if (!numbers || BN_bn2binpad(ECDSA_SIG_get0_r(numbers.get()), signature.data(), Half) != Half ||
        BN_bn2binpad(ECDSA_SIG_get0_s(numbers.get()), signature.data() + Half, Half) != Half)
        return opensslFailure(u"ECDSA signature form"_s);
    return signature;
}

Result<SecretBuffer> P256PrivateKey::agree(const P256PublicKey &other) const
{
    const KeyContext context = contextOf(m_data->key.get());
    auto shared = SecretBuffer::zeroed(P256PublicKey::CoordinateBytes);
    std::size_t size = P256PublicKey::CoordinateBytes;
    if (!shared || !context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.m_data->key.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared->data(), &size) != 1 || size != shared->size())
        return opensslFailure(u"ECDH"_s);
    return std::move(*shared);
}

} // namespace consent::crypto
