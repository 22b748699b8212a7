#pragma once

#include "support/sync/embeddedsimstore.h"
#include "support/sync/knowndeskstore.h"
#include "support/sync/simdesk.h"
#include "support/vault/hookedvfs.h"
#include "support/vault/vaultfixture.h"

#include <QString>
#include <QStringList>

namespace consent::test {

/// A folder with a central store in a file and two desks, the first with a sealed cache. What of it a process needs to
/// be the first desk goes over a command line.
class VaultDesk
{
public:
    struct Secrets
    {
        SimStore::Enrolled enrolled;
        crypto::SecretBuffer organisation;

        QStringList toArguments() const;
        static Secrets fromArguments(const QStringList &arguments); ///< Three of them.
        Secrets clone() const;
    };

    /// Makes the folder's content: both desks have met, then each saved something that the other does not have.
    static Secrets prepare(const QString &folder);
    /// Copies what prepare() made.
    static void copy(const QString &from, const QString &to);

    /// @param folder as prepared
    /// @param vfs a registered one that seals, or "vault" of useVault()
    VaultDesk(const QString &folder, Secrets secrets, const QString &vfs);

    SimDesk &desk() { return *m_desk; }
    ledger::ChainHead head();
    qint64 waiting();
    qint64 acknowledged();
    qint64 people();
    ledger::ChainHead headAtStore();
    qint64 eventsAtStore(); ///< Of this desk.
    /// Until there is nothing to do. @return what stopped it
    std::optional<Error> exchange();
    /// What is wrong when everything should be well; empty otherwise.
    QString fault();

    /// Numbers for SimDesk::work().
    static constexpr quint32 registers = 0;
    static constexpr quint32 captures = 40;
    static constexpr quint32 optsOut = 70;
    static constexpr quint32 erases = 97;

private:
    static SimDesk::Place place(const QString &folder, const Secrets &secrets, const QString &vfs);

    QString m_folder;
    Secrets m_secrets;
    EmbeddedSimStore m_file;
    KnownDeskStore m_store;
    std::unique_ptr<SimDesk> m_desk;
};

} // namespace consent::test
