#pragma once

#include "crypto/base64url.h"
#include "vault/keys/keychain.h"

#include <QHash>

namespace consent::test {

/// A keychain in memory that can be in every bad mood that a real one was seen in.
class FakeKeychain : public vault::Keychain
{
public:
    enum class Mood {
        Works,
        Locked,     ///< Reading says "not found", writing fails.
        Amnesiac,   ///< Takes everything and keeps nothing.
        Unreachable ///< Nothing answers.
    };

    Mood mood = Mood::Works;
    QHash<QString, QByteArray> entries;
    int calls = 0;

    Result<std::optional<crypto::SecretBuffer>> read(const QString &entry) override
    {
        ++calls;
        if (mood == Mood::Unreachable)
            return unreachable();
        if (mood != Mood::Works || !entries.contains(entry))
            return std::optional<crypto::SecretBuffer>();
        return crypto::SecretBuffer::copyOf(crypto::bytesOf(entries.value(entry)));
    }

    Result<void> write(const QString &entry, crypto::Bytes secret) override
    {
        ++calls;
        if (mood == Mood::Unreachable || mood == Mood::Locked)
            return unreachable();
        if (mood == Mood::Works)
            entries.insert(entry, crypto::toByteArray(secret));
        return {};
    }

    Result<void> remove(const QString &entry) override
    {
        ++calls;
        if (mood == Mood::Unreachable || mood == Mood::Locked)
            return unreachable();
        entries.remove(entry);
        return {};
    }

private:
    static Error unreachable()
    {
        return {ErrorKind::Unavailable, QStringLiteral("The keychain does not answer."),
                QStringLiteral("fake keychain")};
    }
};

} // namespace consent::test
