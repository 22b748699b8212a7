#include "central/embedded/embeddedkeys.h"

#include "central/storeerrors_p.h"
#include "vault/database/sqltransaction.h"

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
        if (auto linked = m_session.link(key.subject); !linked)
            return linked;
    }
    return transaction->commit();
}

Result<void> EmbeddedKeys::putDataKey(const ledger::WrappedDataKey &key)
{
    const auto erased = isErased(key.subject);
    if (!erased || *erased)
        return erased ? Result<void>() : Result<void>(erased.error());
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
        const auto may = mayHold(subject);
        if (!may)
            return may.error();
        if (!*may)
            continue;
        auto some = ofSubject(subject);
        if (!some)
            return some.error();
        keys.insert(keys.end(), some->begin(), some->end());
    }
    return keys;
}

Result<bool> EmbeddedKeys::mayHold(const SubjectId &subject)
{
    if (!m_session.greeted)
        return true;
    const auto links = m_connection.number(u"SELECT count(*) FROM subject_branch WHERE subject = ? AND branch = ?"_s,
                                           subject.toString(), m_session.branch);
    if (!links)
        return links.error();
    return *links != 0;
}

Result<std::vector<ledger::WrappedDataKey>> EmbeddedKeys::ofSubject(const SubjectId &subject)
{
    std::vector<ledger::WrappedDataKey> keys;
    auto rows = m_connection.statement(u"SELECT id, epoch, wrapped FROM data_key WHERE subject = ? ORDER BY id"_s);
    rows.bind(subject.toString());
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return keys;
        const auto id = DataKeyId::fromString(rows.text(0));
        if (!id)
            return damagedStore(u"data key id"_s);
        keys.push_back({*id, subject, static_cast<int>(rows.integer(1)), rows.blob(2)});
    }
}

Result<bool> EmbeddedKeys::isErased(const SubjectId &subject)
{
    const auto stones = m_connection.number(u"SELECT count(*) FROM tombstone WHERE subject = ?"_s, subject.toString());
    if (!stones)
        return stones.error();
    return *stones != 0;
}

Result<Erased> EmbeddedKeys::erase(const SubjectId &subject)
{
    const QString id = subject.toString();
    Erased erased;
    const auto keys = ofSubject(subject);
    if (!keys)
        return keys.error();
    int newest = 0;
    for (const ledger::WrappedDataKey &key : *keys)
        newest = std::max(newest, key.epoch);
    auto stone =
        m_connection.run(u"INSERT INTO tombstone(subject, at, newest_epoch) VALUES(?, ?, ?) "
                         "ON CONFLICT(subject) DO UPDATE SET newest_epoch = max(newest_epoch, excluded.newest_epoch)"_s,
                         id, m_session.now(), newest);
    if (!stone)
        return stone.error();
    if (auto gone = m_connection.run(u"DELETE FROM data_key WHERE subject = ?"_s, id); !gone)
        return gone.error();
    erased.keys = static_cast<qint64>(keys->size());
    auto row = m_connection.statement(u"SELECT at, newest_epoch FROM tombstone WHERE subject = ?"_s);
    const auto found = row.bind(id).next();
    if (!found)
        return found.error();
    erased.at = row.time(0);
    erased.newestEpoch = static_cast<int>(row.integer(1));
    return erased;
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
        return noUserKeys(user);
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
