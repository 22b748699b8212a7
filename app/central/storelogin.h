#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "vault/keys/passwordkey.h"

#include <QByteArray>
#include <QStringView>

/// How a password becomes what a shared central store gets to see. The password itself and what opens keys never leave
/// the PC; the store is given a value derived from them, and to check that only a SCRAM verifier. Any thread; the
/// functions with scrypt or PBKDF2 in them are slow on purpose.
namespace consent::central {

/// Whether it can be the login name of a user of a central store: [a-z][a-z0-9._-]{0,30}.
bool isStoreLogin(QStringView login);

/// The scrypt salt of a user, 32 bytes: a new PC must know it before it may ask the store for anything.
/// SHA-256("consentdesk login salt v1\n" storeId "\n" login)
QByteArray loginSalt(const QString &storeId, const QString &login);

/// scrypt of the password with that salt: opens the user's private key, and the key slot on each of the user's PCs.
/// @return InvalidArgument for an empty or overlong password, Internal without memory
Result<vault::PasswordKey> storePasswordKey(QStringView password, const QString &storeId, const QString &login);

/// What signs in at the store: 43 letters of base64url of HKDF(password key, "consentdesk central password v1").
Result<crypto::SecretBuffer> storePassword(const vault::PasswordKey &key);

/// The SCRAM-SHA-256 verifier of a store password as PostgreSQL keeps it (RFC 5803, RFC 7677), with a random salt:
/// SCRAM-SHA-256$4096:<salt>$<StoredKey>:<ServerKey>. 4,096 rounds are enough: the password has 256 bits.
Result<QByteArray> scramVerifier(const crypto::SecretBuffer &storePassword);
/// @param salt 16 bytes, @param rounds from 4,096
Result<QByteArray> scramVerifier(crypto::Bytes storePassword, crypto::Bytes salt, unsigned rounds);

} // namespace consent::central
