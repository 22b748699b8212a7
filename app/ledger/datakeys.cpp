#include "ledger/datakeys.h"

#include "crypto/aeskw.h"
#include "crypto/base64url.h"
#include "ledger/keyerrors_p.h"
#include "ledger/organisationkey.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::ledger {

namespace {

Error epochNotHeld(int epoch)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Ledger",
                                        "The key that opens this person's data is not on this PC. Sign in again while "
                                        "connected; if the data was destroyed, it can't be opened any more."),
            QStringLiteral("organisation key of epoch %1 is not held").arg(epoch)};
}

/// RFC 3394 authenticates the key alone; a wrapping key of its own for each row ties it to subject and id.
Result<crypto::SecretBuffer> wrappingKey(const OrganisationKey &organisation, const DataKeyId &id,
                                         const SubjectId &subject)
{
    return organisation.derive("consentdesk data key v1|" + id.toString().toLatin1() + '|' +
                               subject.toString().toLatin1());
}

Result<WrappedDataKey> wrap(const OrganisationKey &organisation, const DataKey &key)
{
    const auto kek = wrappingKey(organisation, key.id, key.subject);
    if (!kek)
        return kek.error();
    const auto wrapped = crypto::wrapKey(kek->span(), key.secret->span());
    if (!wrapped)
        return noSecureMemory();
    return WrappedDataKey{key.id, key.subject, organisation.epoch(), crypto::toByteArray(*wrapped)};
}

} // namespace

DataKeys::DataKeys(const OrganisationKeys &organisation, std::size_t capacity)
    : m_organisation(organisation)
    , m_capacity(std::max<std::size_t>(capacity, 1))
{
}

DataKeys::~DataKeys() = default;

Result<NewDataKey> DataKeys::create(const SubjectId &subject)
{
    const OrganisationKey *organisation = m_organisation.current();
    if (organisation == nullptr)
        return epochNotHeld(0);
    auto secret = crypto::SecretBuffer::random(OrganisationKey::KeyBytes);
    if (!secret)
        return noSecureMemory();
    DataKey key{DataKeyId::create(), subject, std::make_shared<const crypto::SecretBuffer>(*std::move(secret))};
    auto wrapped = wrap(*organisation, key);
    if (!wrapped)
        return wrapped.error();
    remember(key);
    return NewDataKey{*std::move(wrapped), std::move(key)};
}

Result<DataKey> DataKeys::open(const WrappedDataKey &wrapped)
{
    const auto known = m_index.find(wrapped.id);
    if (known != m_index.end() && known->second->subject == wrapped.subject) {
        m_recent.splice(m_recent.begin(), m_recent, known->second);
        return m_recent.front();
    }
    const OrganisationKey *organisation = m_organisation.find(wrapped.epoch);
    if (organisation == nullptr)
        return epochNotHeld(wrapped.epoch);
    const auto kek = wrappingKey(*organisation, wrapped.id, wrapped.subject);
    if (!kek)
        return kek.error();
    auto secret = crypto::unwrapKey(kek->span(), crypto::bytesOf(wrapped.wrapped));
    if (!secret || secret->size() != OrganisationKey::KeyBytes)
        return unreadableKey(QStringLiteral("data key %1 does not open").arg(wrapped.id.toString()));
    DataKey key{wrapped.id, wrapped.subject, std::make_shared<const crypto::SecretBuffer>(*std::move(secret))};
    remember(key);
    return key;
}

Result<WrappedDataKey> DataKeys::rewrap(const WrappedDataKey &wrapped)
{
    const OrganisationKey *organisation = m_organisation.current();
    if (organisation == nullptr)
        return epochNotHeld(0);
    const auto key = open(wrapped);
    if (!key)
        return key.error();
    return wrap(*organisation, *key);
}

void DataKeys::forget(const DataKeyId &id)
{
    const auto known = m_index.find(id);
    if (known == m_index.end())
        return;
    m_recent.erase(known->second);
    m_index.erase(known);
}

void DataKeys::clear()
{
    m_index.clear();
    m_recent.clear();
}

void DataKeys::remember(const DataKey &key)
{
    forget(key.id);
    m_recent.push_front(key);
    m_index.insert_or_assign(key.id, m_recent.begin());
    while (m_recent.size() > m_capacity)
        forget(DataKeyId(m_recent.back().id));
}

} // namespace consent::ledger
