#include "central/provisioning/centralprovisioning.h"

#include "central/postgres/postgresarray.h"
#include "central/postgres/postgresconnection.h"
#include "central/provisioning/centralmigrations.h"
#include "central/provisioning/serveraccess_p.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

using Row = PostgresConnection::Row;

QString inWords(const char *text)
{
    return QCoreApplication::translate("CentralProvisioning", text);
}

PostgresConnection::Options connectionOptions()
{
    PostgresConnection::Options options;
    options.applicationName = u"consentdesk-admin"_s;
    options.silence = std::chrono::minutes(10); // a step that rewrites a large table says nothing for long
    return options;
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Two who provision one server at once take turns: roles belong to all its databases. Goes with the connection.
constexpr QLatin1StringView turnLock("SELECT pg_advisory_lock(1129333585)");
constexpr QLatin1StringView turnUnlock("SELECT pg_advisory_unlock(1129333585)");

/// The caller of administration functions when it is no user of the store: the superuser.
constexpr QLatin1StringView nobody("ROW(NULL, NULL, NULL, '{privacy_officer,admin}', NULL, NULL, '')::store.caller");

} // namespace

Result<std::unique_ptr<CentralProvisioning>> CentralProvisioning::connect(const StoreAddress &address,
                                                                          crypto::SecretBuffer password)
{
    auto made = std::unique_ptr<CentralProvisioning>(new CentralProvisioning(address, std::move(password)));
    auto server = PostgresConnection::open(address.withDatabase(u"postgres"_s), address.user(), made->m_password,
                                           connectionOptions());
    if (!server)
        return server.error();
    made->m_server = std::move(*server);
    if (auto fit = made->checkServer(); !fit)
        return fit.error();
    return made;
}

CentralProvisioning::CentralProvisioning(StoreAddress address, crypto::SecretBuffer password)
    : m_address(std::move(address))
    , m_password(std::move(password))
{
}

CentralProvisioning::~CentralProvisioning() = default;

Result<void> CentralProvisioning::checkServer()
{
    const auto facts = m_server->row(u"SELECT rolsuper, current_setting('server_version_num')::int, "
                                     "current_setting('server_version'), current_setting('password_encryption') "
                                     "FROM pg_roles WHERE rolname = current_user"_s);
    if (!facts)
        return facts.error();
    if (!(*facts)[0].toBool())
        return Error{
            ErrorKind::NotAllowed,
            inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                      "%1 is no superuser of this server. Nothing was changed. Use the account with "
                                      "which the server was set up, usually \"postgres\"."))
                .arg(m_address.user()),
            u"not a superuser"_s};
    if ((*facts)[1].toInt() < OldestServer)
        return Error{
            ErrorKind::InvalidArgument,
            inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                      "This server is PostgreSQL %1. The central store needs version 15 or newer. "
                                      "Nothing was changed. Update the server first."))
                .arg((*facts)[2].toString()),
            u"server version %1"_s.arg((*facts)[1].toInt())};
    if ((*facts)[3].toString() != "scram-sha-256"_L1)
        return Error{ErrorKind::InvalidArgument,
                     inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                               "This server keeps passwords in a weak form (password_encryption = %1). "
                                               "Nothing was changed. Set password_encryption = 'scram-sha-256' in "
                                               "postgresql.conf, reload the server, and try again."))
                         .arg((*facts)[3].toString()),
                     u"password_encryption"_s};
    return {};
}

Result<void> CentralProvisioning::checkRoles()
{
    const auto strange = m_server->rows(
        u"SELECT rolname FROM pg_roles WHERE rolname IN ('cd_store_owner', 'cd_api_owner', 'cd_role_keeper', "
        u"'cd_user', "
        "'cd_agent', 'cd_counter', 'cd_supervisor', 'cd_privacy_officer', 'cd_admin', 'cd_retention') "
        "AND coalesce(shobj_description(oid, 'pg_authid'), '') <> 'Consent Desk central store' ORDER BY rolname"_s);
    if (!strange)
        return strange.error();
    if (strange->empty())
        return {};
    return Error{
        ErrorKind::Conflict,
        inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                  "This server has a role \"%1\" that something else made. Nothing was changed. "
                                  "Rename or drop that role, or use another server."))
            .arg(strange->front()[0].toString()),
        u"role without our comment"_s};
}

Result<bool> CentralProvisioning::makeDatabase()
{
    const auto present =
        m_server->row(u"SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)"_s, {m_address.database()});
    if (!present)
        return present.error();
    if (present->front().toBool())
        return false;
    // The name is an identifier (StoreAddress), so it stands in the command as it is.
    if (auto made =
            m_server->command(u"CREATE DATABASE \"%1\" ENCODING 'UTF8' TEMPLATE template0"_s.arg(m_address.database()));
        !made)
        return made.error();
    return true;
}

Result<void> CentralProvisioning::openStore()
{
    if (m_store && !m_store->isLost())
        return {};
    auto store = PostgresConnection::open(m_address, m_address.user(), m_password, connectionOptions());
    if (!store)
        return store.error();
    m_store = std::move(*store);
    return {};
}

Result<ProvisioningReport> CentralProvisioning::init()
{
    if (auto locked = m_server->command(turnLock); !locked)
        return locked.error();
    auto report = initInTurn();
    if (auto unlocked = m_server->command(turnUnlock); !unlocked)
        return unlocked.error();
    return report;
}

Result<ProvisioningReport> CentralProvisioning::initInTurn()
{
    if (auto ours = checkRoles(); !ours)
        return ours.error();
    const auto made = makeDatabase();
    if (!made)
        return made.error();
    if (auto opened = openStore(); !opened)
        return opened.error();
    const auto version = CentralMigrations::versionOf(*m_store);
    if (!version)
        return version.error();
    const auto facts = m_store->row(u"SELECT pg_encoding_to_char(encoding), "
                                    "EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                                    "        WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema') "
                                    "FROM pg_database WHERE datname = current_database()"_s);
    if (!facts)
        return facts.error();
    if (*version == 0 && (*facts)[1].toBool())
        return Error{
            ErrorKind::Conflict,
            inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                      "The database \"%1\" holds tables of something else. Nothing was changed. Name "
                                      "a database that is empty or does not exist yet."))
                .arg(m_address.database()),
            u"database not empty"_s};
    if ((*facts)[0].toString() != "UTF8"_L1)
        return Error{
            ErrorKind::Conflict,
            inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                      "The database \"%1\" has the encoding %2; the central store needs UTF8. "
                                      "Nothing was changed. Name a database that does not exist yet: it will be "
                                      "made right."))
                .arg(m_address.database(), (*facts)[0].toString()),
            u"encoding"_s};
    return bringUpToDate(*made);
}

Result<ProvisioningReport> CentralProvisioning::migrate()
{
    if (auto locked = m_server->command(turnLock); !locked)
        return locked.error();
    auto report = migrateInTurn();
    if (auto unlocked = m_server->command(turnUnlock); !unlocked)
        return unlocked.error();
    return report;
}

Result<ProvisioningReport> CentralProvisioning::migrateInTurn()
{
    const auto present =
        m_server->row(u"SELECT EXISTS (SELECT FROM pg_database WHERE datname = ?)"_s, {m_address.database()});
    if (!present)
        return present.error();
    if (present->front().toBool()) {
        if (auto opened = openStore(); !opened)
            return opened.error();
        const auto version = CentralMigrations::versionOf(*m_store);
        if (!version)
            return version.error();
        if (*version > 0)
            return bringUpToDate(false);
    }
    return Error{
        ErrorKind::NotFound,
        inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                  "There is no central store in the database \"%1\". Nothing was changed. Make one "
                                  "with: %2"))
            .arg(m_address.database(), u"consentdesk-admin central init"_s),
        u"no schema"_s};
}

Result<ProvisioningReport> CentralProvisioning::bringUpToDate(bool databaseMade)
{
    const auto steps = CentralMigrations::shipped();
    if (!steps)
        return steps.error();
    ProvisioningReport report;
    report.databaseMade = databaseMade;
    const auto before = CentralMigrations::versionOf(*m_store);
    if (!before)
        return before.error();
    report.schemaBefore = *before;
    if (*before <= steps->latest()) {
        QFile roles(u":/sql/central/roles.sql"_s);
        if (!roles.open(QIODevice::ReadOnly))
            return Error{
                ErrorKind::Internal,
                inWords(QT_TRANSLATE_NOOP("CentralProvisioning", "This program is damaged. Install it again.")),
                u"roles.sql"_s};
        if (auto made = m_store->command(QString::fromUtf8(roles.readAll())); !made)
            return made.error();
    }
    if (auto applied = steps->apply(*m_store); !applied)
        return applied.error();
    // Failures are told apart by the server's own words, so it must speak English to us.
    if (auto set = m_store->command(u"ALTER DATABASE \"%1\" SET lc_messages = 'C'"_s.arg(m_address.database())); !set)
        return set.error();
    if (auto months = m_store->command(u"SELECT store.make_months()"_s); !months)
        return months.error();
    report.schemaAfter = steps->latest();
    if (auto described = describe(report); !described)
        return described.error();
    return report;
}

Result<void> CentralProvisioning::describe(ProvisioningReport &report)
{
    const auto facts = m_store->row(u"SELECT store.setting('storeId'), EXISTS (SELECT FROM store.staff)"_s);
    if (!facts)
        return facts.error();
    report.storeId = (*facts)[0].toString();
    report.hasUsers = (*facts)[1].toBool();
    return ServerAccess(*m_store, m_address).describe(report);
}

Result<void> CentralProvisioning::addFirstUser(const FirstUser &first)
{
    if (auto opened = openStore(); !opened)
        return opened;
    const auto present = m_store->row(u"SELECT EXISTS (SELECT FROM store.staff)"_s);
    if (!present)
        return present.error();
    if (present->front().toBool())
        return Error{
            ErrorKind::Conflict,
            inWords(QT_TRANSLATE_NOOP("CentralProvisioning",
                                      "The central store has users already. Nothing was changed. They add the others "
                                      "with: %1"))
                .arg(u"consentdesk-admin user add"_s),
            u"first user"_s};
    std::vector<qint64> epochs;
    std::vector<std::optional<QString>> keys;
    for (const auto &[epoch, wrapped] : first.organisationKeys) {
        epochs.push_back(epoch);
        keys.emplace_back(QString::fromLatin1(wrapped));
    }
    const NewUser &user = first.user;
    // One statement is one transaction: the user with keys, or nothing.
    const auto added = m_store->rows(
        u"SELECT store.add_user(%1, ?::uuid, ?::text, ?::text, ?::text[], ?::text, ?::text, ?::text, ?::boolean), "
        "store.grant_keys(%1, ?::uuid, ?::text, ?::int[], ?::text[])"_s.arg(nobody),
        {user.user.toString(), user.login, QString::fromLatin1(user.verifier), postgresarray::ofTexts(user.roles),
         QString::fromLatin1(user.sealedProfile), jsonText(user.keys.publicKey),
         QString::fromLatin1(user.keys.wrappedPrivate), first.mustChangePassword, user.user.toString(),
         jsonText(user.keys.publicKey), postgresarray::ofNumbers(epochs), postgresarray::ofTexts(keys)});
    return added ? Result<void>() : added.error();
}

Result<void> CentralProvisioning::addBranch(const QString &code)
{
    if (auto opened = openStore(); !opened)
        return opened;
    const auto added = m_store->rows(u"SELECT store.add_branch(%1, ?::text)"_s.arg(nobody), {code});
    return added ? Result<void>() : added.error();
}

Result<void> CentralProvisioning::openEnrolment(const NewEnrolment &enrolment)
{
    if (auto opened = openStore(); !opened)
        return opened;
    const auto added =
        m_store->rows(u"SELECT store.open_enrolment(%1, ?::uuid, ?::uuid, ?::text, ?::bytea, ?::bigint)"_s.arg(nobody),
                      {enrolment.id.toString(), enrolment.device.toString(), enrolment.branch, enrolment.secretSha256,
                       toMs(enrolment.expires)});
    return added ? Result<void>() : added.error();
}

} // namespace consent::central
