#pragma once

#include "central/centralstore.h"

#include <QString>

/// The forms that every adapter refuses in the same words, before it asks its database. Each gives what is wrong, or an
/// empty text.
namespace consent::central {

QString batchFault(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch);
QString tokensFault(const std::vector<SubjectToken> &tokens);
QString lookUpFault(const LookUp &question);
QString accessFault(const std::vector<AccessEntry> &entries);
QString chunkFault(const QByteArray &sha256, qint64 total, qint64 offset, const QByteArray &bytes);
QString readFault(const QByteArray &sha256, qint64 offset, qint64 length);

/// Whether every text is the event that it claims to be, and follows from the one before it in the batch.
bool hashesHold(const std::vector<ledger::SignedEvent> &batch);

} // namespace consent::central
