#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>

namespace consent::vault {

/// The key of one path, known to the sealing VFS as long as anybody holds it. Thread-safe.
class HeldKey
{
public:
    /// Registers the VFS where that has not been done, and gives it the key.
    /// @return WrongKey unless the key is 32 bytes long; Io when there is no memory for it.
    static Result<std::shared_ptr<HeldKey>> hold(const QString &path, std::span<const std::uint8_t> key,
                                                 unsigned int epoch);
    static QString vfsName();

    explicit HeldKey(QByteArray path);
    ~HeldKey();
    HeldKey(const HeldKey &) = delete;
    HeldKey &operator=(const HeldKey &) = delete;

private:
    QByteArray m_path;
};

} // namespace consent::vault
