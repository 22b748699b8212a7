#pragma once

#include "central/centralstore.h"
#include "central/contactblocks.h"
#include "central/embedded/embeddedsession.h"

namespace consent::central {

/// The opt-out list of the embedded store, made of events and phone tokens. It is brought up to date when it is read.
class EmbeddedBlocks
{
public:
    explicit EmbeddedBlocks(EmbeddedSession &session)
        : m_connection(session.connection)
    {
    }

    Result<void> putSubjectTokens(const std::vector<SubjectToken> &tokens);
    Result<BlockPage> pull(const QByteArray &cursor, int limit);
    /// Forgets a subject's tokens. Inside the caller's transaction.
    Result<void> forget(const SubjectId &subject);

private:
    Result<void> putToken(const SubjectToken &token);
    Result<QByteArray> phoneToken(const SubjectId &subject);
    Result<void> fold();
    Result<void> foldEvent(const ledger::Event &event);
    Result<void> foldAgain(const SubjectId &subject, const ledger::Event &mistake);
    Result<void> refreshOf(const SubjectId &subject);
    Result<void> keepState(const ledger::ConsentStatement &statement);
    Result<void> refresh(const QByteArray &prefix);
    Result<BlockEntry> blocksOf(const QString &subject);

    vault::SqlConnection &m_connection;
};

} // namespace consent::central
