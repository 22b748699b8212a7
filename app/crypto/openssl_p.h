#pragma once

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <memory>

/// Owners of OpenSSL objects. Included by the sources of this folder only.
namespace consent::crypto {

template <auto Free> struct Freed
{
    template <typename T> void operator()(T *object) const noexcept { Free(object); }
};

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freed<EVP_KDF_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;

/// For steps whose failure is an ordinary answer ("this key does not fit"): what OpenSSL queues about it within this
/// scope is dropped, so that a later failure does not inherit it.
class DropErrors
{
public:
    DropErrors() noexcept { ERR_set_mark(); }
    ~DropErrors() { ERR_pop_to_mark(); }
    DropErrors(const DropErrors &) = delete;
    DropErrors &operator=(const DropErrors &) = delete;
};

} // namespace consent::crypto
