#pragma once

#include "base/clock.h"
#include "vault/keys/keychain.h"

namespace consent::vault {

/// The keychain of the operating system through QtKeychain: Secret Service or KWallet, Keychain, Credential Manager.
/// Its jobs run one at a time in a thread that all adapters of the process share. Never uses the insecure fallback.
class QtKeychainAdapter : public Keychain
{
public:
    /// @param service groups the entries of this program in the keychain
    /// @param timeOut after which a call gives up with Unavailable; D-Bus alone may hang for two minutes
    explicit QtKeychainAdapter(QString service, Milliseconds timeOut = std::chrono::seconds(15));

    Result<std::optional<crypto::SecretBuffer>> read(const QString &entry) override;
    Result<void> write(const QString &entry, crypto::Bytes secret) override;
    Result<void> remove(const QString &entry) override;

private:
    QString m_service;
    Milliseconds m_timeOut;
};

} // namespace consent::vault
