#pragma once

#include "base/result.h"
#include "crypto/kdf.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace consent::vault {

/// The key of a later epoch, sealed to a slot's public key by somebody who holds the key of an earlier one.
struct SlotLink
{
    int fromEpoch = 0;
    int epoch = 0;
    QByteArray sealed; ///< Compact JWE of the key and a code that only the holder of fromEpoch's key can make.

    friend bool operator==(const SlotLink &, const SlotLink &) = default;
};

/// One user's slot as it lies on disk.
struct SlotEntry
{
    QByteArray login; ///< Keyed hash of the login name, 32 bytes.
    QByteArray salt;
    crypto::ScryptParameters cost;
    QJsonObject publicKey; ///< JWK
    QByteArray sealed;     ///< Compact JWE of user, private JWK and database keys.
    std::vector<SlotLink> links;

    friend bool operator==(const SlotEntry &, const SlotEntry &) = default;
};

/// What the sidecar of a sealed database holds. Nothing in it is secret without a password.
struct SlotsContent
{
    qint64 generation = 0;  ///< Grows by one with every change.
    QByteArray loginSalt;   ///< 32 bytes; key of the hash of login names.
    QByteArray deviceCheck; ///< 32 bytes that tell whether a device secret is the right one; empty when none is used.
    std::vector<SlotEntry> entries;

    QByteArray toBytes() const;
    /// Reads with limits. @return Damaged or TooNew.
    static Result<SlotsContent> fromBytes(const QByteArray &bytes);

    friend bool operator==(const SlotsContent &, const SlotsContent &) = default;
};

/// The sidecar and its second copy (".previous"). A change is written to the sidecar and only then to the copy, so that
/// a crash at any moment leaves one of them whole: the state before the change or after it. The copy is never left
/// holding an older state than a change that was reported as saved: a removed user stays removed.
class KeySlotsFile
{
public:
    explicit KeySlotsFile(QString path)
        : m_path(std::move(path))
    {
    }

    struct Loaded
    {
        SlotsContent content;
        bool fromSecondCopy = false;
    };

    bool exists() const;
    /// @return NotFound, Damaged when neither can be read, TooNew, or Io.
    Result<Loaded> load() const;
    /// @return DiskFull or Io; then the former state stands.
    Result<void> save(const SlotsContent &content) const;

    QString secondCopyPath() const { return m_path + QStringLiteral(".previous"); }

private:
    void writeSecondCopy(const QByteArray &bytes) const;

    QString m_path;
};

} // namespace consent::vault
