#include "cache/store/numbers.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr qsizetype idLength = 16;

struct Dictionary
{
    QString find;
    QString add;
};

const Dictionary &people()
{
    static const Dictionary texts{u"SELECT number FROM person WHERE id=?"_s,
                                  u"INSERT INTO person(id) VALUES(?) RETURNING number"_s};
    return texts;
}

const Dictionary &devices()
{
    static const Dictionary texts{u"SELECT number FROM device WHERE id=?"_s,
                                  u"INSERT INTO device(id) VALUES(?) RETURNING number"_s};
    return texts;
}

const Dictionary &staff()
{
    static const Dictionary texts{u"SELECT number FROM staff WHERE id=?"_s,
                                  u"INSERT INTO staff(id) VALUES(?) RETURNING number"_s};
    return texts;
}

const Dictionary &scopes()
{
    static const Dictionary texts{u"SELECT number FROM scope WHERE code=?"_s,
                                  u"INSERT INTO scope(code) VALUES(?) RETURNING number"_s};
    return texts;
}

template <typename Key>
Result<std::optional<qint64>> look(vault::SqlConnection &connection, const QString &sql, const Key &key)
{
    auto query = connection.statement(sql);
    const auto row = query.bind(key).next();
    if (!row)
        return row.error();
    return *row ? std::optional<qint64>(query.integer(0)) : std::nullopt;
}

template <typename Key>
Result<qint64> lookOrAdd(vault::SqlConnection &connection, const Dictionary &texts, const Key &key)
{
    const auto known = look(connection, texts.find, key);
    if (!known)
        return known.error();
    return *known ? Result<qint64>(**known) : connection.number(texts.add, key);
}

} // namespace

QByteArray idBytes(const QString &canonicalText)
{
    return QByteArray::fromHex(canonicalText.toLatin1().replace('-', QByteArray()));
}

QString idText(const QByteArray &bytes)
{
    if (bytes.size() != idLength)
        return {};
    QString text = QString::fromLatin1(bytes.toHex());
    for (const int position : {8, 13, 18, 23})
        text.insert(position, u'-');
    return text;
}

Numbers::Numbers(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<qint64> Numbers::of(const SubjectId &person)
{
    return lookOrAdd(m_connection, people(), idBytes(person));
}

Result<qint64> Numbers::of(const DeviceId &device)
{
    return lookOrAdd(m_connection, devices(), idBytes(device));
}

Result<qint64> Numbers::of(const UserId &user)
{
    return lookOrAdd(m_connection, staff(), idBytes(user));
}

Result<qint64> Numbers::ofScope(const QString &code)
{
    return lookOrAdd(m_connection, scopes(), code);
}

Result<std::optional<qint64>> Numbers::find(const SubjectId &person) const
{
    return look(m_connection, people().find, idBytes(person));
}

Result<std::optional<qint64>> Numbers::find(const DeviceId &device) const
{
    return look(m_connection, devices().find, idBytes(device));
}

Result<std::optional<qint64>> Numbers::find(const UserId &user) const
{
    return look(m_connection, staff().find, idBytes(user));
}

Result<std::optional<qint64>> Numbers::findScope(const QString &code) const
{
    return look(m_connection, scopes().find, code);
}

Result<SubjectId> Numbers::person(qint64 number) const
{
    auto query = m_connection.statement(u"SELECT id FROM person WHERE number=?"_s);
    const auto row = query.bind(number).next();
    if (!row)
        return row.error();
    return *row ? idFrom<SubjectId>(query.blob(0)) : SubjectId();
}

Result<DeviceId> Numbers::device(qint64 number) const
{
    auto query = m_connection.statement(u"SELECT id FROM device WHERE number=?"_s);
    const auto row = query.bind(number).next();
    if (!row)
        return row.error();
    return *row ? idFrom<DeviceId>(query.blob(0)) : DeviceId();
}

Result<QString> Numbers::scope(qint64 number) const
{
    auto query = m_connection.statement(u"SELECT code FROM scope WHERE number=?"_s);
    const auto row = query.bind(number).next();
    if (!row)
        return row.error();
    return *row ? query.text(0) : QString();
}

} // namespace consent::cache
