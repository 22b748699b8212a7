#include "cli/ledgerkeyscommand.h"

#include "cli/workplace.h"
#include "desk/log/ledgerdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LedgerKeysCommand)
};

} // namespace

LedgerKeysCommand::LedgerKeysCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void LedgerKeysCommand::declare(CLI::App &root)
{
    place(root, QStringLiteral("ledger"), Words::tr("the signed events"), QStringLiteral("keys"),
          Words::tr("the public key of every device as a JWK set, for checking events and receipts with other tools"));
}

ExitCode LedgerKeysCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto keys = waitFor((*session)->ledger().deviceKeys());
    if (!keys)
        return m_workplace.fail(keys.error());
    QJsonArray set;
    for (const desk::DeviceKey &key : *keys)
        set.append(QJsonDocument::fromJson(key.jwk).object());
    m_workplace.console().print(
        QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("keys"), set}}).toJson(QJsonDocument::Compact)));
    return ExitCode::Done;
}

} // namespace consent::cli
