#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// Which ways of contact one telephone number has ended.
struct ContactBlock
{
    quint8 channels = 0;  ///< Bits of central::BlockEntry, as the centre gives them.
    bool blanket = false; ///< All advertising, whatever the channel.

    bool any() const { return blanket || channels != 0; }
    friend bool operator==(const ContactBlock &, const ContactBlock &) = default;
};

/// The opt-outs of the whole organisation, of people that this PC does not otherwise hold as well. Knows numbers only
/// as the first 8 bytes of their blind-index tokens: at 5 million entries the chance that a number falls on another
/// one's is 3 in 10^13, and it would then only be spared an advertisement.
/// Cache thread only; opens no transaction.
class ContactBlockStore
{
public:
    static constexpr qsizetype prefixBytes = 8;

    struct Entry
    {
        QByteArray token; ///< At least 8 bytes; the first 8 count.
        ContactBlock block;
    };

    explicit ContactBlockStore(vault::SqlConnection &connection); // outlives this

    /// @param token of ledger::BlindIndex::phone (or its first 8 bytes)
    /// @return nothing blocked for a number that is not in the list
    Result<ContactBlock> find(const QByteArray &token) const;
    /// Adds, replaces, and takes away what is no longer blocked.
    Result<void> put(const std::vector<Entry> &entries);
    Result<qint64> count() const;
    /// Before the list is fetched anew from the beginning.
    Result<void> clear();

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
