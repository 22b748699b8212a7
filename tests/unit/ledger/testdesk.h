#pragma once

#include "consentsamples.h"
#include "crypto/p256.h"
#include "ledger/chain.h"
#include "ledger/chainverifier.h"
#include "ledger/organisationkey.h"

#include <QTest>

#include <deque>

/// A device with keys that signs real events, in memory.
namespace samples {

class SteppingClock : public consent::Clock
{
public:
    consent::UtcTime now() const override { return consent::fromMs(m_ms++); }
    consent::Milliseconds elapsed() const override { return consent::Milliseconds(m_ms); }

private:
    mutable qint64 m_ms = 1'764'000'000'000;
};

template <typename T> T must(consent::Result<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(result).value();
}

class TestDesk
{
public:
    TestDesk()
        : m_key(must(consent::crypto::P256PrivateKey::generate()))
        , m_dataKeys(m_organisation)
    {
        m_organisation.add(must(ledger::OrganisationKey::generate(1)));
        m_dataKey = must(m_dataKeys.create(m_subject));
    }

    ledger::SignedEvent enrol()
    {
        auto chain = makeChain();
        return keep(must(chain.enrol(m_actor, u"center"_s, u"desk one"_s)), chain);
    }
    ledger::SignedEvent add(const ledger::EventDraft &draft) { return add(draft, m_dataKey); }
    /// About somebody else. @param key of the draft's subject
    ledger::SignedEvent add(const ledger::EventDraft &draft, const ledger::NewDataKey &key)
    {
        auto chain = makeChain();
        return keep(must(chain.append(draft, draft.personal.isEmpty() ? nullptr : &key.open)), chain);
    }
    ledger::SignedEvent addGrant(const QString &code = u"marketing.sms"_s)
    {
        return add({ledger::eventtypes::consentCaptured, m_actor, u"center"_s, m_subject,
                    captured({item(code, domain::Decision::Granted)}).toFacts(),
                    QJsonObject{{u"name"_s, u"홍시험"_s}, {u"note"_s, u"확인 \"인용\" \\ 끝"_s}}});
    }
    ledger::SignedEvent addOptOut(const QString &code = u"marketing.sms"_s)
    {
        return add({ledger::eventtypes::consentOptedOut, m_actor, u"center"_s, m_subject, ended({code}).toFacts(), {}});
    }

    ledger::DeviceChain makeChain() const { return {m_device, m_key, m_clock, m_head}; }

    const consent::DeviceId &device() const { return m_device; }
    const consent::UserId &actor() const { return m_actor; }
    const consent::SubjectId &subject() const { return m_subject; }
    const consent::crypto::P256PrivateKey &key() const { return m_key; }
    const consent::Clock &clock() const { return m_clock; }
    const ledger::NewDataKey &dataKey() const { return m_dataKey; }
    ledger::OrganisationKeys &organisation() { return m_organisation; }
    ledger::DataKeys &dataKeys() { return m_dataKeys; }
    const ledger::ChainHead &head() const { return m_head; }
    const std::vector<ledger::SignedEvent> &events() const { return m_events; }

    std::vector<ledger::StoredEvent> stored() const
    {
        std::vector<ledger::StoredEvent> rows;
        for (const auto &event : m_events)
            rows.push_back({event.event.device, event.event.seq, event.jws, event.hash});
        return rows;
    }

private:
    ledger::SignedEvent keep(ledger::SignedEvent event, const ledger::DeviceChain &chain)
    {
        m_head = chain.head();
        m_events.push_back(event);
        return event;
    }

    consent::DeviceId m_device = consent::DeviceId::create();
    consent::UserId m_actor = consent::UserId::create();
    consent::SubjectId m_subject = consent::SubjectId::create();
    consent::crypto::P256PrivateKey m_key;
    SteppingClock m_clock;
    ledger::OrganisationKeys m_organisation;
    ledger::DataKeys m_dataKeys;
    ledger::NewDataKey m_dataKey;
    ledger::ChainHead m_head;
    std::vector<ledger::SignedEvent> m_events;
};

/// Rows in memory as an EventSource.
class ListSource : public ledger::EventSource
{
public:
    explicit ListSource(std::vector<ledger::StoredEvent> rows)
        : m_rows(rows.begin(), rows.end())
    {
    }

    consent::Result<std::vector<ledger::StoredEvent>> next(std::size_t limit) override
    {
        std::vector<ledger::StoredEvent> some;
        while (!m_rows.empty() && some.size() < limit) {
            some.push_back(std::move(m_rows.front()));
            m_rows.pop_front();
        }
        return some;
    }

private:
    std::deque<ledger::StoredEvent> m_rows;
};

} // namespace samples
