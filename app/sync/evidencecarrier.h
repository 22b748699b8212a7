#pragma once

#include "sync/evidencesource.h"
#include "sync/storeconnection.h"

namespace consent::sync {

/// Carries sealed evidence to the store and back, one chunk a step, going on where it was left. What is to be fetched
/// goes before what is to be sent: somebody waits for it. Knows neither threads nor timers. One thread.
class EvidenceCarrier
{
public:
    enum class Step { Moved, Idle };

    /// @param source null: there is no evidence on this desk; else it and the connection outlive this
    EvidenceCarrier(StoreConnection &connection, EvidenceSource *source);

    void setSource(EvidenceSource *source) { m_source = source; }
    /// Precondition: the connection is open.
    Result<Step> step();

private:
    Result<Step> fetch(const EvidenceItem &item);
    Result<Step> send(const EvidenceItem &item);

    StoreConnection &m_connection;
    EvidenceSource *m_source;
};

} // namespace consent::sync
