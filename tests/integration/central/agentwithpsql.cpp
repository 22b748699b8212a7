#include "integration/central/agentwithpsql.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray idOf(const auto &id)
{
    return id.toString().toUtf8();
}

} // namespace

AgentWithPsql::AgentWithPsql(ProvisionedStore &store, samples::TestDesk &desk, const QString &login,
                             const QString &branch, const QStringList &roles)
    : m_store(store)
    , m_desk(desk)
    , m_device(store.addDevice(branch, desk.device()))
    , m_login(store.addUser(login, roles))
{
}

QByteArray AgentWithPsql::hello() const
{
    return "select session from api_v1.hello('" + idOf(m_device.id) + "', '\\x" + m_device.secret.toHex() +
           "', 'psql') \\gset\n";
}

postgrestesting::Outcome AgentWithPsql::triesBare(const QByteArray &script) const
{
    return m_store.server().psql(m_login.role, m_login.password, m_store.database(), script);
}

postgrestesting::Outcome AgentWithPsql::tries(const QByteArray &script) const
{
    return triesBare(hello() + script);
}

QByteArray AgentWithPsql::does(const QByteArray &script) const
{
    const auto outcome = tries(script);
    if (!outcome.ok())
        qFatal("%s\n%s", script.left(300).constData(), outcome.error.constData());
    return outcome.out.trimmed();
}

QByteArray AgentWithPsql::appendCall(const consent::DeviceId &device,
                                     const std::vector<consent::ledger::SignedEvent> &events)
{
    QByteArray hashes;
    QByteArray texts;
    for (const auto &event : events) {
        hashes += (hashes.isEmpty() ? "" : ",") + QByteArray("\"\\\\x") + event.hash.toHex() + '"';
        texts += (texts.isEmpty() ? "" : ",") + event.jws;
    }
    return "select answer from api_v1.append_events(:'session', '" + idOf(device) + "', " +
           QByteArray::number(events.front().event.seq) + ", '{" + hashes + "}', '{" + texts + "}');\n";
}

void AgentWithPsql::pushes(const QByteArray &phoneToken) const
{
    const auto &key = m_desk.dataKey().wrapped;
    const QByteArray answer =
        does("select api_v1.put_data_keys(:'session', '{" + idOf(key.id) + "}', '{" + idOf(key.subject) + "}', '{" +
             QByteArray::number(key.epoch) + "}', '{\"\\\\x" + key.wrapped.toHex() +
             "\"}') as n \\gset\n"
             "select api_v1.put_subject_tokens(:'session', '{" +
             idOf(key.subject) + "}', '{1}', '{\"\\\\x" + phoneToken.toHex() + "\"}', '{1}') as n \\gset\n" +
             appendCall(m_desk.device(), m_desk.events()));
    if (answer != "accepted" && answer != "replay")
        qFatal("pushed: %s", answer.constData());
}
