#pragma once

#include "base/result.h"
#include "cache/store/numbers.h"
#include "ledger/datakeys.h"

#include <vector>

namespace consent::vault {
class SqlStatement;
}

namespace consent::cache {

/// The wrapped data keys of the people this PC holds. Cache thread only; opens no transaction.
class DataKeyStore
{
public:
    explicit DataKeyStore(vault::SqlConnection &connection); // outlives this

    /// Adds a key, or takes the place of the same key under an older epoch.
    Result<void> put(const ledger::WrappedDataKey &key);
    /// @return NotFound.
    Result<ledger::WrappedDataKey> find(const DataKeyId &id) const;
    /// Every key of a person; the one that is in use last. Usually one.
    Result<std::vector<ledger::WrappedDataKey>> ofSubject(const SubjectId &subject) const;
    /// Keys under an epoch, at most `limit`: for rotation.
    Result<std::vector<ledger::WrappedDataKey>> ofEpoch(int epoch, int limit) const;
    /// Forgets a person's keys. What they sealed can't be opened on this PC any more.
    Result<void> destroy(const SubjectId &subject);

private:
    Result<std::vector<ledger::WrappedDataKey>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    Numbers m_numbers;
};

} // namespace consent::cache
