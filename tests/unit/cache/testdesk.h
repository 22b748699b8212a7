#pragma once

#include "cache/store/cache.h"
#include "crypto/p256.h"
#include "ledger/chain.h"
#include "ledger/consentfacts.h"

#include <QTemporaryDir>

#include <map>

/// A desk for the cache's tests: real keys, real events, a cache on a file, a clock that is set by hand.
namespace consent::test {

class SetClock : public Clock
{
public:
    UtcTime now() const override { return m_now; }
    Milliseconds elapsed() const override { return m_now.time_since_epoch(); }
    void set(UtcTime time) { m_now = time; }
    void advance(Milliseconds by) { m_now += by; }

private:
    UtcTime m_now = fromMs(1'790'000'000'000);
};

/// A person of the tests, with the key that seals what is theirs.
struct Person
{
    SubjectId id = SubjectId::create();
    QString name;
    QString phone;
    QDate birthDate;
    ledger::DataKey key;

    static Person of(const QString &name, const QString &phone, const QDate &birthDate);
};

/// An event with the personal part that was sealed into it.
struct Recorded
{
    ledger::SignedEvent event;
    std::optional<QJsonObject> personal;
};

/// One device that signs events, without a cache.
class TestDevice
{
public:
    explicit TestDevice(const Clock &clock);

    Recorded registered(const Person &person);
    Recorded corrected(const Person &person, const QJsonObject &changes);
    Recorded captured(const Person &person, const QStringList &granted, const QStringList &refused, bool joined = true);
    Recorded ended(const Person &person, const QStringList &items, bool optOut);
    Recorded published(const QString &type, const QJsonObject &facts);
    Recorded about(const Person &person, const QString &type, const QJsonObject &facts,
                   const QJsonObject &personal = {})
    {
        return sign(type, &person, facts, personal);
    }

    const DeviceId &id() const { return m_id; }
    const crypto::P256PrivateKey &key() const { return m_key; }
    const UserId &agent() const { return m_agent; }
    void setSkew(qint64 ms) { m_skewMs = ms; }
    void setAgent(const UserId &agent) { m_agent = agent; }
    void startFrom(const ledger::ChainHead &head) { m_head = head; }
    const ledger::ChainHead &head() const { return m_head; }

private:
    Recorded sign(const QString &type, const Person *person, const QJsonObject &facts, const QJsonObject &personal);

    const Clock &m_clock;
    DeviceId m_id = DeviceId::create();
    UserId m_agent = UserId::create();
    crypto::P256PrivateKey m_key;
    ledger::ChainHead m_head;
    qint64 m_skewMs = 0;
    int m_receipts = 0;
};

/// Opens a cache in a file. @param vfs as SqlConnection::Options; "" is plain SQLite.
Result<std::unique_ptr<cache::Cache>> openCache(const QString &path, const QString &vfs = {}, int cacheKib = 4096);

/// Opens what the given people's events hold, as the desk would.
class KeyRing
{
public:
    void add(const Person &person) { m_keys.insert_or_assign(person.id, person.key); }
    void forget(const SubjectId &subject) { m_keys.erase(subject); }
    cache::Projector::Opener opener() const;

private:
    std::map<SubjectId, ledger::DataKey> m_keys;
};

/// Every row of every table but device-local ones, as text: two caches with the same content give the same text.
/// Numbers of the file are replaced by ids.
QByteArray projectionsAsText(cache::Cache &cache);

} // namespace consent::test
