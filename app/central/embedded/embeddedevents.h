#pragma once

#include "central/centralstore.h"
#include "central/embedded/embeddedsession.h"

namespace consent::central {

/// The device chains in the embedded store.
class EmbeddedEvents
{
public:
    explicit EmbeddedEvents(EmbeddedSession &session)
        : m_session(session)
        , m_connection(session.connection)
    {
    }

    Result<AppendReply> append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch);
    Result<ledger::ChainHead> head(const DeviceId &device);
    Result<ledger::Heads> heads();
    /// Events and cursor alone, without the data keys.
    Result<PullPage> pull(const QByteArray &cursor, int limit);
    /// Of one subject, by device and seq.
    Result<std::vector<ledger::StoredEvent>> ofSubject(const SubjectId &subject);

private:
    struct DeviceRow
    {
        qint64 number = 0;
        ledger::ChainHead head;
    };

    Result<DeviceRow> deviceRow(const DeviceId &device);
    Result<DeviceRow> addDevice(const DeviceId &device);
    Result<bool> sameAsStored(const DeviceRow &row, const ledger::SignedEvent &event);
    Result<void> insert(const DeviceRow &row, const ledger::SignedEvent &event);
    Result<void> link(const SubjectId &subject, const QString &branch);

    EmbeddedSession &m_session;
    vault::SqlConnection &m_connection;
};

} // namespace consent::central
