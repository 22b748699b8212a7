#pragma once

#include "base/id.h"
#include "base/result.h"
#include "ledger/event.h"

#include <QByteArray>

#include <list>
#include <map>
#include <memory>

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::ledger {

class OrganisationKeys;

/// A subject's data key as it is stored and synchronised: opened only with the organisation key of its epoch.
struct WrappedDataKey
{
    DataKeyId id;
    SubjectId subject;
    int epoch = 0;
    QByteArray wrapped; ///< RFC 3394, 40 bytes. Bound to id and subject: moved to another row it does not open.

    friend bool operator==(const WrappedDataKey &, const WrappedDataKey &) = default;
};

/// An open data key. Cheap to copy: the secret itself is shared and wiped with its last holder.
struct DataKey
{
    DataKeyId id;
    SubjectId subject;
    std::shared_ptr<const crypto::SecretBuffer> secret; ///< 32 bytes
};

struct NewDataKey
{
    WrappedDataKey wrapped;
    DataKey open;
};

/// Makes and opens data keys, and keeps the recently used ones open. One thread.
class DataKeys
{
public:
    /// @param organisation outlives this
    /// @param capacity how many keys stay open; the secure heap is small
    explicit DataKeys(const OrganisationKeys &organisation, std::size_t capacity = 1024);
    ~DataKeys();
    DataKeys(const DataKeys &) = delete;
    DataKeys &operator=(const DataKeys &) = delete;

    /// A random key for a new subject, wrapped under the current epoch.
    Result<NewDataKey> create(const SubjectId &subject);
    /// @return NotFound when its epoch is not held (or was destroyed), Damaged when it does not open.
    Result<DataKey> open(const WrappedDataKey &wrapped);
    /// The same data key under the current epoch: for rotation.
    Result<WrappedDataKey> rewrap(const WrappedDataKey &wrapped);
    /// Drops one open key, e.g. on erasure.
    void forget(const DataKeyId &id);
    /// Drops all, e.g. on sign-out.
    void clear();
    std::size_t openCount() const noexcept { return m_index.size(); }

private:
    void remember(const DataKey &key);

    const OrganisationKeys &m_organisation;
    std::size_t m_capacity;
    std::list<DataKey> m_recent; ///< Most recently used first.
    std::map<DataKeyId, std::list<DataKey>::iterator> m_index;
};

} // namespace consent::ledger
