#include "central/postgres/postgressession.h"

#include "central/postgres/binaryvalue_p.h"
#include "central/postgres/postgreserrors_p.h"
#include "central/postgres/postgresvalues_p.h"
#include "central/storeerrors_p.h"

#include <array>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

namespace values = postgresvalues;
using Row = PostgresConnection::Row;

std::optional<Standing> standingOf(const QString &code)
{
    struct Name
    {
        QLatin1StringView code;
        Standing standing;
    };
    constexpr std::array<Name, 4> names{{{QLatin1StringView("active"), Standing::Active},
                                         {QLatin1StringView("userDisabled"), Standing::UserDisabled},
                                         {QLatin1StringView("deviceRevoked"), Standing::DeviceRevoked},
                                         {QLatin1StringView("deviceUnknown"), Standing::DeviceUnknown}}};
    for (const Name &name : names) {
        if (name.code == code)
            return name.standing;
    }
    return std::nullopt;
}

Result<Welcome> read(const Row &row)
{
    Welcome welcome;
    const auto standing = standingOf(row[1].toString());
    const auto roles = postgresarray::read(row[8].toString());
    if (!standing || !roles)
        return damagedStore(u"answer to hello"_s);
    welcome.standing = *standing;
    welcome.storeId = row[2].toString();
    welcome.storeTime = values::time(row[3]);
    welcome.schema = row[4].toInt();
    welcome.user = values::readId<UserId>(row[6]);
    welcome.branch = row[7].toString();
    welcome.roles = *roles;
    welcome.roles.sort();
    welcome.checkpoint = row[9].toString().toLatin1();
    welcome.mustChangePassword = row[10].toBool();
    return welcome;
}

bool sessionEnded(const Error &error)
{
    return error.detail.startsWith("CD003"_L1);
}

} // namespace

PostgresSession::PostgresSession(std::unique_ptr<PostgresConnection> connection)
    : m_connection(std::move(connection))
{
}

PostgresSession::~PostgresSession() = default;

Result<Welcome> PostgresSession::hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                       const QString &clientVersion)
{
    auto secret = deviceSecret.clone();
    if (!secret)
        return Error{ErrorKind::Internal, refusedCall({}).message, u"no secure memory"_s};
    m_device = device;
    m_secret = *std::move(secret);
    m_clientVersion = clientVersion;
    return greet();
}

Result<Welcome> PostgresSession::greet()
{
    m_session.clear();
    const QByteArray secret(reinterpret_cast<const char *>(m_secret.data()), static_cast<qsizetype>(m_secret.size()));
    const auto row =
        m_connection->row(u"SELECT session, standing, store_id, store_time, schema, oldest_client, user_id, "
                          "branch, roles, checkpoint, must_change_password FROM api_v1.hello(?, ?, ?)"_s,
                          {values::id(m_device), values::bytes(secret), values::text(m_clientVersion)});
    if (!row)
        return row.error();
    if ((*row)[5].toInt() > KnownSchema)
        return postgreserrors::olderProgram((*row)[4].toInt());
    if ((*row)[4].toInt() < NeededSchema)
        return postgreserrors::olderStore((*row)[4].toInt());
    auto welcome = read(*row);
    if (welcome && welcome->standing == Standing::Active)
        m_session = (*row)[0].toByteArray();
    return welcome;
}

template <typename Call> Result<std::vector<Row>> PostgresSession::greeted(const Call &call)
{
    if (m_session.isEmpty())
        return notPermitted(u"no hello that was answered with Active"_s);
    auto answer = call();
    if (answer || !sessionEnded(answer.error()))
        return answer;
    const auto welcome = greet();
    if (!welcome)
        return welcome.error();
    if (m_session.isEmpty())
        return notPermitted(u"the standing changed"_s);
    return call();
}

Result<std::vector<Row>> PostgresSession::rows(const QString &sql, std::vector<QVariant> values)
{
    values.insert(values.begin(), QVariant());
    return greeted([&] {
        values.front() = postgresvalues::bytes(m_session);
        return m_connection->rows(sql, values);
    });
}

Result<Row> PostgresSession::binaryRow(const QByteArray &sql, std::vector<BinaryValue> values)
{
    values.insert(values.begin(), BinaryValue());
    auto all = greeted([&] {
        values.front() = BinaryValue::ofBytes(m_session);
        return m_connection->binaryRows(sql, values);
    });
    if (!all)
        return all.error();
    if (all->size() != 1)
        return damagedStore(u"another number of rows than one"_s);
    return std::move(all->front());
}

Result<Row> PostgresSession::row(const QString &sql, std::vector<QVariant> values)
{
    auto all = rows(sql, std::move(values));
    if (!all)
        return all.error();
    if (all->size() != 1)
        return damagedStore(u"another number of rows than one"_s);
    return std::move(all->front());
}

Result<void> PostgresSession::run(const QString &sql, std::vector<QVariant> values)
{
    const auto answer = rows(sql, std::move(values));
    return answer ? Result<void>() : Result<void>(answer.error());
}

} // namespace consent::central
