#pragma once

#include "central/postgres/postgresconnection.h"
#include "central/postgres/postgresvalues_p.h"
#include "central/storeerrors_p.h"
#include "ledger/chainverifier.h"
#include "ledger/datakeys.h"

/// The rows in which the store hands out events and keys: what, device, seq, hash, body, id, subject, epoch, wrapped.
namespace consent::central::postgresrows {

inline Result<ledger::StoredEvent> event(const PostgresConnection::Row &row)
{
    const auto device = postgresvalues::readId<DeviceId>(row[1]);
    if (!device)
        return damagedStore(QStringLiteral("device id"));
    return ledger::StoredEvent{*device, row[2].toLongLong(), row[4].toString().toLatin1(), row[3].toByteArray()};
}

inline Result<ledger::WrappedDataKey> key(const PostgresConnection::Row &row)
{
    const auto id = postgresvalues::readId<DataKeyId>(row[5]);
    const auto subject = postgresvalues::readId<SubjectId>(row[6]);
    if (!id || !subject)
        return damagedStore(QStringLiteral("data key id"));
    return ledger::WrappedDataKey{*id, *subject, row[7].toInt(), row[8].toByteArray()};
}

} // namespace consent::central::postgresrows
