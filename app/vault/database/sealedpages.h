#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace consent::vault {

class HeldKey;
class RawConnection;

/// The plain pages of a sealed database file, for telling which of them verify and for working on a copy of a damaged
/// one. What is still in a write-ahead log is not seen. Belongs to one thread.
class SealedPages
{
public:
    /// What SQLite uses of a page.
    static constexpr qsizetype usableBytes = 4064;

    /// @return WrongKey, Damaged (lost its pages), Busy or Io.
    static Result<std::unique_ptr<SealedPages>> open(const QString &path, std::span<const std::uint8_t> key);
    ~SealedPages();
    SealedPages(const SealedPages &) = delete;
    SealedPages &operator=(const SealedPages &) = delete;

    qint64 count() const { return m_count; }
    /// @param number from 1. @return nothing when the page does not verify.
    std::optional<QByteArray> page(qint64 number) const;
    /// The numbers of those that don't verify.
    std::vector<qint64> broken() const;
    /// Seals a page in the place of another. Only for a copy that nobody has open.
    Result<void> put(qint64 number, const QByteArray &page);

private:
    SealedPages();

    std::shared_ptr<HeldKey> m_key;
    std::unique_ptr<RawConnection> m_connection; // after the key: goes before it
    qint64 m_count = 0;
};

} // namespace consent::vault
