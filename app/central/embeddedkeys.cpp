#include "central/embeddedkeys.h"

#include "vault/sqltransaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::central {

Result<void> EmbeddedKeys::putDataKeys(const std::vector<ledger::WrappedDataKey> &keys)
{
    if (keys.empty())
        return {};
    auto transaction = vault::SqlTransaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    for (const ledger::WrappedDataKey &key : keys) {
        if (auto put = putDataKey(key); !put)
            return put;
    }
    return transaction->commit();
}

Result<void> EmbeddedKeys::putDataKey(const ledger::WrappedDataKey &key)
{
    {
        auto present = m_connection.statement(u"SELECT subject FROM data_key WHERE id = ?"_s);
        const auto found = present.bind(key.id.toString()).next();
        if (!found)
            return found.error();
        if (*found && present.text(0) != key.subject.toString())
            return Error{ErrorKind::Conflict,
                         QCoreApplication::translate("Central",
                                                     "A key of this PC contradicts one at the central store. Nothing "
                                                     "was lost. Call the administrator."),
                         u"data key %1 is there for another subject"_s.arg(key.id.toString())};
    }
    return m_connection.run(u"INSERT INTO data_key(id, subject, epoch, wrapped) VALUES(?, ?, ?, ?) "
                            "ON CONFLICT(id) DO UPDATE SET epoch = excluded.epoch, wrapped = excluded.wrapped "
                            "WHERE excluded.epoch > data_key.epoch"_s,
                            key.id.toString(), key.subject.toString(), key.epoch, key.wrapped);
}

Result<std::vector<ledger::WrappedDataKey>> EmbeddedKeys::dataKeys(const std::vector<SubjectId> &subjects)
{
    std::vector<ledger::WrappedDataKey> keys;
    for (const SubjectId &subject : subjects) {
        auto rows = m_connection.statement(u"SELECT id, epoch, wrapped FROM data_key WHERE subject = ? ORDER BY id"_s);
        rows.bind(subject.toString());
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const auto id = DataKeyId::fromString(rows.text(0));
            if (!id)
                return Error{ErrorKind::Damaged,
                             QCoreApplication::translate("Central",
                                                         "The central store holds a key that is not readable. Call "
                                                         "the administrator."),
                             u"data key id"_s};
            keys.push_back({*id, subject, static_cast<int>(rows.integer(1)), rows.blob(2)});
        }
    }
    return keys;
}

Result<void> EmbeddedKeys::putUserKeys(const UserKeyMaterial &material)
{
    auto transaction = vault::SqlTransaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    const QString user = material.keys.user.toString();
    const QByteArray publicKey = QJsonDocument(material.keys.publicKey).toJson(QJsonDocument::Compact);
    auto put = m_connection.run(u"INSERT INTO user_key(user, public_key, wrapped_private) VALUES(?, ?, ?) "
                                "ON CONFLICT(user) DO UPDATE SET public_key = excluded.public_key, "
                                "wrapped_private = excluded.wrapped_private"_s,
                                user, QString::fromUtf8(publicKey), material.keys.wrappedPrivate);
    if (!put)
        return put;
    for (const auto &[epoch, wrapped] : material.organisationKeys) {
        put = m_connection.run(u"INSERT INTO organisation_key(user, epoch, wrapped) VALUES(?, ?, ?) "
                               "ON CONFLICT(user, epoch) DO UPDATE SET wrapped = excluded.wrapped"_s,
                               user, epoch, wrapped);
        if (!put)
            return put;
    }
    return transaction->commit();
}

Result<UserKeyMaterial> EmbeddedKeys::userKeys(const UserId &user)
{
    UserKeyMaterial material;
    material.keys.user = user;
    auto pair = m_connection.statement(u"SELECT public_key, wrapped_private FROM user_key WHERE user = ?"_s);
    const auto found = pair.bind(user.toString()).next();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate(
                         "Central", "The central store has no keys for this user. Ask the administrator to "
                                    "set the user up again."),
                     u"no keys for user %1"_s.arg(user.toString())};
    material.keys.publicKey = QJsonDocument::fromJson(pair.text(0).toUtf8()).object();
    material.keys.wrappedPrivate = pair.blob(1);
    auto epochs = m_connection.statement(u"SELECT epoch, wrapped FROM organisation_key WHERE user = ?"_s);
    epochs.bind(user.toString());
    for (;;) {
        const auto row = epochs.next();
        if (!row)
            return row.error();
        if (!*row)
            return material;
        material.organisationKeys.emplace(static_cast<int>(epochs.integer(0)), epochs.blob(1));
    }
}

} // namespace consent::central
