#pragma once

#include "cache/salvage/salvagereader.h"
#include "cache/salvage/salvagereport.h"
#include "cache/salvage/strayrecords.h"
#include "cache/store/cache.h"
#include "cache/store/packedjws.h"
#include "crypto/jws.h"
#include "ledger/chain.h"
#include "ledger/eventtypes.h"
#include "vault/database/sealedpages.h"
#include "vault/database/sqlconnection.h"

#include <QJsonDocument>
#include <QSet>

#include <map>

namespace consent::cache {

using namespace Qt::StringLiterals;

/// One salvage from the first table to the last.
class SalvageWork
{
public:
    SalvageWork(vault::SqlConnection &damaged, const vault::SealedPages &pages, Cache &fresh, SalvageReport &report)
        : m_reader(damaged)
        , m_pages(pages)
        , m_fresh(fresh)
        , m_report(report)
    {
    }

    Result<void> run()
    {
        for (const auto step : {&SalvageWork::takeDevice, &SalvageWork::takeDocuments, &SalvageWork::takeDrafts,
                                &SalvageWork::readNumbers, &SalvageWork::readOutbox, &SalvageWork::findDeviceKeys,
                                &SalvageWork::takeEvents, &SalvageWork::queue, &SalvageWork::takeDataKeys,
                                &SalvageWork::takeAccessLog, &SalvageWork::takeErasures, &SalvageWork::findGaps}) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return m_fresh.projector().markIncomplete(true);
    }

private:
    using Row = vault::SqlStatement;

    void judge(bool whole, const QString &table)
    {
        if (!whole && !m_report.damagedTables.contains(table))
            m_report.damagedTables.append(table);
    }

    Result<void> takeDevice()
    {
        auto taken =
            m_reader.rows(u"own_device"_s, u"one"_s,
                          u"id,private_key,head_seq,head_hash,skew_ms,receipt_day,receipts"_s, [this](const Row &row) {
                              return m_fresh.connection().run(u"INSERT INTO own_device VALUES(1,?,?,?,?,?,?,?)"_s,
                                                              row.blob(1), row.blob(2), row.integer(3), row.blob(4),
                                                              row.integer(5), row.integer(6), row.integer(7));
                          });
        if (!taken)
            return taken.error();
        judge(*taken, u"own_device"_s);
        const auto device = m_fresh.device().load();
        if (!device)
            return device.error();
        const auto key = m_fresh.device().privateKey();
        if (!key)
            return key.error();
        m_own = *device;
        m_keys.insert_or_assign(device->id, key->publicKey());
        return {};
    }

    Result<void> takeDocuments()
    {
        const auto taken =
            m_reader.rows(u"document"_s, u"rowid"_s, u"kind,id,facts,bytes,event"_s, [this](const Row &row) {
                if (!row.isNull(5))
                    return Result<void>();
                ++m_report.documents;
                return m_fresh.documents().put({row.text(1), row.text(2),
                                                QJsonDocument::fromJson(row.text(3).toUtf8()).object(), row.blob(4),
                                                std::nullopt});
            });
        if (!taken)
            return taken.error();
        judge(*taken, u"document"_s);
        return {};
    }

    Result<void> takeDrafts()
    {
        const auto taken = m_reader.rows(u"draft"_s, u"rowid"_s, u"staff,device,at,body"_s, [this](const Row &row) {
            ++m_report.drafts;
            return m_fresh.drafts().put(idFrom<UserId>(row.blob(1)), idFrom<DeviceId>(row.blob(2)),
                                        {row.time(3), row.blob(4)});
        });
        if (!taken)
            return taken.error();
        judge(*taken, u"draft"_s);
        return {};
    }

    Result<void> readNumbers()
    {
        const auto read = [this](const QString &table, std::map<qint64, QByteArray> &ids) -> Result<void> {
            const auto whole = m_reader.rows(table, u"number"_s, u"id"_s, [&ids](const Row &row) {
                ids.emplace(row.integer(0), row.blob(1));
                return Result<void>();
            });
            if (!whole)
                return whole.error();
            judge(*whole, table);
            return {};
        };
        for (auto done : {read(u"person"_s, m_people), read(u"device"_s, m_devices), read(u"staff"_s, m_staff)}) {
            if (!done)
                return done;
        }
        return {};
    }

    Result<void> readOutbox()
    {
        const auto whole = m_reader.rows(u"outbox"_s, u"event"_s, u"urgent,since"_s, [this](const Row &row) {
            m_waiting.emplace(row.integer(0), Waiting{row.integer(1) != 0, row.time(2)});
            return Result<void>();
        });
        if (!whole)
            return whole.error();
        judge(*whole, u"outbox"_s);
        m_report.outboxKnown = *whole;
        return {};
    }

    /// The keys that the devices announced, each with its first event.
    Result<void> findDeviceKeys()
    {
        bool all = true;
        for (const auto &[number, id] : m_devices) {
            const auto found = m_reader.one(u"SELECT packed FROM event WHERE device=? AND seq=1"_s, number,
                                            [this](const Row &row) { return learnKey(row.blob(0)); });
            if (!found)
                return found.error();
            all = all && *found;
        }
        if (all && !m_devices.empty())
            return {};
        return strayrecords::forEachEvent(m_pages,
                                          [this](qint64, const QByteArray &packed) { return learnKey(packed); });
    }

    Result<void> learnKey(const QByteArray &packed)
    {
        const auto text = unpackJws(packed);
        const auto event = text ? ledger::parseEvent(*text) : Result<ledger::SignedEvent>(text.error());
        if (!event || event->event.type != ledger::eventtypes::deviceEnrolled || event->event.seq != 1)
            return {};
        const auto key = crypto::P256PublicKey::fromJwk(event->event.facts.value(u"publicKey").toObject());
        if (key && key->thumbprint() == event->kid && crypto::verifyCompact(event->jws, *key, textLimit))
            m_keys.emplace(event->event.device, *key);
        return {};
    }

    Result<void> takeEvents()
    {
        for (const auto &[number, waiting] : m_waiting) {
            const auto found = m_reader.one(u"SELECT number,packed FROM event WHERE number=?"_s, number,
                                            [this](const Row &row) { return take(row.integer(0), row.blob(1)); });
            if (!found)
                return found.error();
            judge(*found, u"event"_s);
        }
        const auto whole = m_reader.rows(u"event"_s, u"number"_s, u"packed"_s, [this](const Row &row) {
            return m_waiting.contains(row.integer(0)) ? Result<void>() : take(row.integer(0), row.blob(1));
        });
        if (!whole)
            return whole.error();
        judge(*whole, u"event"_s);
        if (!m_report.damagedTables.contains(u"event"_s))
            return {};
        // Where the way down is damaged, rows are still on their own pages.
        return strayrecords::forEachEvent(m_pages, [this](qint64 number, const QByteArray &packed) {
            return m_taken.contains(number) ? Result<void>() : take(number, packed);
        });
    }

    /// Takes an event if it is one, under the number it had: the outbox goes by the order of these.
    Result<void> take(qint64 number, const QByteArray &packed)
    {
        const auto text = unpackJws(packed);
        const auto event = text ? ledger::parseEvent(*text) : Result<ledger::SignedEvent>(text.error());
        if (!event) {
            ++m_report.refused;
            return {};
        }
        const auto key = m_keys.find(event->event.device);
        if (key != m_keys.end() && (event->kid != key->second.thumbprint() ||
                                    !crypto::verifyCompact(event->jws, key->second, textLimit).ok())) {
            ++m_report.refused;
            return {};
        }
        const auto added = m_fresh.events().append(*event);
        if (!added) {
            const bool known = added.error().kind == ErrorKind::AlreadyExists;
            if (!known && added.error().kind != ErrorKind::Conflict)
                return added.error();
            m_report.refused += known ? 0 : 1;
            return {};
        }
        if (*added != number) {
            if (auto moved = m_fresh.connection().run(u"UPDATE event SET number=? WHERE number=?"_s, number, *added);
                !moved)
                return moved;
        }
        m_taken.insert(number);
        ++m_report.events;
        m_report.unproved += key == m_keys.end() ? 1 : 0;
        if (event->event.subject) {
            if (const auto id = ledger::dataKeyOf(event->event))
                m_owners.emplace(*id, *event->event.subject);
        }
        return {};
    }

    Result<void> queue()
    {
        if (!m_report.outboxKnown) {
            // Too many do no harm: the centre knows those again that it has.
            m_report.outboxWhole = false;
            if (auto queued = m_fresh.connection().run(
                    u"INSERT INTO outbox(event,urgent,since) SELECT number,type IN (?,?),time FROM event"
                    " WHERE device=(SELECT number FROM device WHERE id=?)"_s,
                    QString(ledger::eventtypes::consentWithdrawn), QString(ledger::eventtypes::consentOptedOut),
                    idBytes(m_own.id));
                !queued)
                return queued;
        } else {
            for (const auto &[number, waiting] : m_waiting) {
                if (!m_taken.contains(number)) {
                    m_report.outboxWhole = false;
                    continue;
                }
                if (auto queued = m_fresh.outbox().append(number, waiting.urgent, waiting.since); !queued)
                    return queued;
            }
        }
        const auto count = m_fresh.outbox().count();
        if (!count)
            return count.error();
        m_report.waiting = *count;
        return {};
    }

    Result<void> takeDataKeys()
    {
        const QString all = u"SELECT 0,id,person,epoch,wrapped FROM data_key ORDER BY id"_s;
        const auto visit = [this](const Row &row) { return takeDataKey(row); };
        const auto whole = m_reader.all(all, all + u" DESC"_s, visit);
        if (!whole)
            return whole.error();
        judge(*whole, u"data_key"_s);
        if (*whole)
            return {};
        for (const auto &[id, owner] : m_owners) {
            const auto one =
                m_reader.one(u"SELECT 0,id,person,epoch,wrapped FROM data_key WHERE id=?"_s, idBytes(id), visit);
            if (!one)
                return one.error();
        }
        return {};
    }

    Result<void> takeDataKey(const Row &row)
    {
        const auto id = idFrom<DataKeyId>(row.blob(1));
        const auto person = m_people.find(row.integer(2));
        const auto owner = m_owners.find(id);
        if (person == m_people.end() && owner == m_owners.end()) {
            judge(false, u"person"_s);
            return {};
        }
        const SubjectId subject = owner != m_owners.end() ? owner->second : idFrom<SubjectId>(person->second);
        m_report.dataKeys += m_keysTaken.contains(id) ? 0 : 1;
        m_keysTaken.insert(id);
        return m_fresh.dataKeys().put({id, subject, static_cast<int>(row.integer(3)), row.blob(4)});
    }

    Result<void> takeAccessLog()
    {
        const auto whole = m_reader.rows(
            u"access_log"_s, u"number"_s, u"at,staff,device,person,action,reason"_s, [this](const Row &row) {
                const auto staff = m_staff.find(row.integer(2));
                const auto device = m_devices.find(row.integer(3));
                const auto person = row.isNull(4) ? m_people.end() : m_people.find(row.integer(4));
                if (staff == m_staff.end() || device == m_devices.end() ||
                    (person == m_people.end() && !row.isNull(4))) {
                    ++m_report.accessEntriesLost;
                    return Result<void>();
                }
                ++m_report.accessEntries;
                AccessLogStore::Entry entry{row.time(1),
                                            idFrom<UserId>(staff->second),
                                            idFrom<DeviceId>(device->second),
                                            std::nullopt,
                                            row.text(5),
                                            row.text(6)};
                if (person != m_people.end())
                    entry.subject = idFrom<SubjectId>(person->second);
                return m_fresh.accessLog().append(entry);
            });
        if (!whole)
            return whole.error();
        judge(*whole, u"access_log"_s);
        return {};
    }

    /// Who was erased stays erased, whatever else was saved of them.
    Result<void> takeErasures()
    {
        const auto erasures = m_fresh.events().ofType(ledger::eventtypes::subjectErased.toString());
        if (!erasures)
            return erasures.error();
        for (const StoredEvent &stored : *erasures) {
            if (stored.event.event.subject) {
                if (auto erased = m_fresh.workingSet().erase(*stored.event.event.subject); !erased)
                    return erased;
            }
        }
        return {};
    }

    /// What is missing of each chain: between the events that are there, and up to where this device's own one ended.
    Result<void> findGaps()
    {
        auto query = m_fresh.connection().statement(
            u"SELECT device.id,seq FROM event JOIN device ON device.number=event.device ORDER BY device.id,seq"_s);
        std::map<DeviceId, qint64> ends{{m_own.id, 0}};
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const auto device = idFrom<DeviceId>(query.blob(0));
            qint64 &end = ends[device];
            if (query.integer(1) > end + 1)
                m_report.lost.push_back({device, end + 1, query.integer(1) - 1});
            end = query.integer(1);
        }
        if (ends[m_own.id] < m_own.head.seq)
            m_report.lost.push_back({m_own.id, ends[m_own.id] + 1, m_own.head.seq});
        return {};
    }

    struct Waiting
    {
        bool urgent = false;
        UtcTime since{};
    };
    static constexpr qsizetype textLimit = ledger::EventLimits::compactBytes;

    SalvageReader m_reader;
    const vault::SealedPages &m_pages;
    Cache &m_fresh;
    SalvageReport &m_report;
    DeviceStore::OwnDevice m_own;
    std::map<DeviceId, crypto::P256PublicKey> m_keys;
    std::map<qint64, QByteArray> m_people;
    std::map<qint64, QByteArray> m_devices;
    std::map<qint64, QByteArray> m_staff;
    std::map<qint64, Waiting> m_waiting;
    std::map<DataKeyId, SubjectId> m_owners;
    QSet<qint64> m_taken;
    QSet<DataKeyId> m_keysTaken;
};

} // namespace consent::cache
