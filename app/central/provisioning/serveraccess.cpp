#include "central/provisioning/serveraccess_p.h"

#include "central/postgres/postgresarray.h"
#include "central/postgres/postgresconnection.h"
#include "central/provisioning/centralprovisioning.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

QString inWords(const char *text)
{
    return QCoreApplication::translate("ServerAccess", text);
}

/// Whether a rule of pg_hba.conf reaches log-ins to the store's database: by name, or by "all".
bool reaches(const QString &databases, const QString &database)
{
    const QStringList names = postgresarray::read(databases).value_or(QStringList());
    return names.contains(u"all"_s) || names.contains(database);
}

struct Setting
{
    const char *name;
    QLatin1StringView wrong;
    const char *sentence;
};

const Setting settings[] = {
    {"fsync", QLatin1StringView("off"),
     QT_TRANSLATE_NOOP("ServerAccess", "fsync is off: a power cut can destroy the store. Set fsync = on.")},
    {"full_page_writes", QLatin1StringView("off"),
     QT_TRANSLATE_NOOP("ServerAccess", "full_page_writes is off: a power cut can destroy the store. Set it on.")},
    {"synchronous_commit", QLatin1StringView("off"),
     QT_TRANSLATE_NOOP(
         "ServerAccess",
         "synchronous_commit is off: what was acknowledged can be lost, and desks are refused. Set it on.")},
    {"log_statement", QLatin1StringView("all"),
     QT_TRANSLATE_NOOP(
         "ServerAccess",
         "log_statement is \"all\": session secrets come into the server's log. Set log_statement = 'ddl'.")},
};

} // namespace

Result<void> ServerAccess::describe(ProvisioningReport &report)
{
    const auto strict = isStrict();
    if (!strict)
        return strict.error();
    if (!*strict)
        report.hbaLines = {u"hostssl    %1  all  all  scram-sha-256"_s.arg(m_address.database()),
                           u"hostnossl  %1  all  all  reject"_s.arg(m_address.database())};
    for (const Setting &setting : settings) {
        const auto value = m_connection.row(u"SELECT current_setting(?)"_s, {QString::fromLatin1(setting.name)});
        if (!value)
            return value.error();
        if (value->front().toString() == setting.wrong)
            report.advice.append(inWords(setting.sentence));
    }
    return {};
}

/// In the order of the file, as the server reads it: the first rule that fits decides.
Result<bool> ServerAccess::isStrict()
{
    const auto rules = m_connection.rows(u"SELECT type, database::text, address, auth_method FROM pg_hba_file_rules "
                                         "WHERE error IS NULL ORDER BY line_number"_s);
    if (!rules)
        return rules.error();
    bool plainRejected = false;
    bool passwordOverTls = false;
    for (const auto &rule : *rules) {
        const QString type = rule[0].toString();
        const QString method = rule[3].toString();
        if (type == "local"_L1 || !reaches(rule[1].toString(), m_address.database()))
            continue;
        const bool tls = type != "hostnossl"_L1 && type != "hostnogssenc"_L1;
        const bool plain = type != "hostssl"_L1;
        if (plain && !plainRejected) {
            if (method != "reject"_L1)
                return false;
            plainRejected = rule[2].toString() == "all"_L1;
        }
        if (tls && method != "reject"_L1 && method != "scram-sha-256"_L1 && method != "cert"_L1)
            return false;
        passwordOverTls = passwordOverTls || (tls && method == "scram-sha-256"_L1);
    }
    return plainRejected && passwordOverTls;
}

} // namespace consent::central
