#pragma once

#include "central/centralstore.h"
#include "central/embedded/embeddedsession.h"

namespace consent::central {

/// The sealed keys in the embedded store. Opens a transaction for each call that writes.
class EmbeddedKeys
{
public:
    explicit EmbeddedKeys(EmbeddedSession &session)
        : m_session(session)
        , m_connection(session.connection)
    {
    }

    Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys);
    Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects);
    Result<void> putUserKeys(const UserKeyMaterial &material);
    Result<UserKeyMaterial> userKeys(const UserId &user);
    /// Whoever asks.
    Result<std::vector<ledger::WrappedDataKey>> ofSubject(const SubjectId &subject);
    Result<bool> isErased(const SubjectId &subject);
    /// Destroys the subject's data keys and leaves the tombstone. Inside the caller's transaction.
    Result<Erased> erase(const SubjectId &subject);

private:
    Result<bool> mayHold(const SubjectId &subject);
    Result<void> putDataKey(const ledger::WrappedDataKey &key);

    EmbeddedSession &m_session;
    vault::SqlConnection &m_connection;
};

} // namespace consent::central
