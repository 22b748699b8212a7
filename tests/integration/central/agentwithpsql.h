#pragma once

#include "support/postgres/provisionedstore.h"
#include "unit/ledger/testdesk.h"

#include <QByteArray>

/// Somebody with psql, a login and a PC of the store: what an agent has who leaves the program aside.
class AgentWithPsql
{
public:
    /// Enrols the desk's device in the branch under a new user.
    AgentWithPsql(ProvisionedStore &store, samples::TestDesk &desk, const QString &login, const QString &branch,
                  const QStringList &roles = {QStringLiteral("agent")});

    /// Runs psql with a session in :session; whatever it says, it says in the outcome.
    postgrestesting::Outcome tries(const QByteArray &script) const;
    /// The same without a session.
    postgrestesting::Outcome triesBare(const QByteArray &script) const;
    /// The same, which must succeed: ends the test else.
    QByteArray does(const QByteArray &script) const;
    /// Sends all events of the desk, its data key and a phone token.
    void pushes(const QByteArray &phoneToken) const;
    /// The text of a call of append_events with these events.
    static QByteArray appendCall(const consent::DeviceId &device,
                                 const std::vector<consent::ledger::SignedEvent> &events);

    const ProvisionedStore::Login &login() const { return m_login; }
    const ProvisionedStore::Device &device() const { return m_device; }
    samples::TestDesk &desk() const { return m_desk; }
    /// The line that gets a session into :session.
    QByteArray hello() const;

private:
    ProvisionedStore &m_store;
    samples::TestDesk &m_desk;
    ProvisionedStore::Device m_device;
    ProvisionedStore::Login m_login;
};
