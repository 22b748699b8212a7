#include "desk/entrance/deskopening.h"

#include "cache/store/documentstore.h"
#include "desk/entrance/deskrecovery.h"
#include "desk/entrance/deskrekeying.h"
#include "desk/session/personalopener.h"
#include "vault/database/migrations.h"
#include "vault/database/sealeddatabase.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqltransaction.h"

#include <QCoreApplication>

namespace consent::desk::deskopening {

using namespace Qt::StringLiterals;

namespace {

// Kinds of documents that the desk keeps by itself.
constexpr QLatin1StringView staffKind("staff");
constexpr QLatin1StringView userKeysKind("userKeys");
constexpr QLatin1StringView announcedKind("userKeysAnnounced");

Error incomplete(const QString &detail)
{
    return Error{ErrorKind::Damaged,
                 QCoreApplication::translate("DeskOpening",
                                             "Your keys on this desk are incomplete. The data is untouched. Ask "
                                             "your administrator to enrol you on this PC again."),
                 detail};
}

crypto::Digest codeOf(const vault::PasswordKey &key)
{
    return crypto::hmacSha256(key.key().span(), crypto::bytesOf("consentdesk lock screen v1"));
}

} // namespace

Result<void> checkPassword(const PasswordCheck &check, const QString &password)
{
    const auto key = vault::PasswordKey::derive(password, check.salt, check.cost);
    if (key && crypto::constantTimeEqual(codeOf(*key), check.code))
        return {};
    if (!key && key.error().kind != ErrorKind::InvalidArgument)
        return key.error();
    return Error{
        ErrorKind::WrongPassword,
        QCoreApplication::translate("DeskOpening", "The password is wrong. Check Caps Lock and the input language."),
        u"lock screen"_s};
}

namespace {

Result<std::unique_ptr<cache::Cache>> openCacheWith(const QString &path, const crypto::SecretBuffer &key, int epoch)
{
    const auto migrations = cache::Cache::migrations();
    if (!migrations)
        return migrations.error();
    auto connection = vault::SealedDatabase::open(path, key.span(), *migrations, {.keyEpoch = unsigned(epoch)});
    if (!connection)
        return connection.error();
    return std::make_unique<cache::Cache>(std::move(*connection));
}

} // namespace

Result<std::unique_ptr<cache::Cache>> openCache(const QString &path, const vault::DatabaseKeys &keys)
{
    // While the desk is being re-keyed, a file may still be under the key of the epoch before.
    const int epoch = epochOfFile(path, keys);
    return openCacheWith(path, keys.at(epoch), epoch);
}

Result<void> keepStaff(cache::Cache &cache, const StaffMember &member)
{
    return cache.documents().put(
        {staffKind,
         member.id.toString(),
         {{u"login"_s, member.login}, {u"name"_s, member.name}, {u"roles"_s, toCode(member.roles)}},
         {},
         {}});
}

Result<StaffMember> staff(cache::Cache &cache, const UserId &user)
{
    const auto document = cache.documents().find(staffKind, user.toString());
    if (!document)
        return document.error();
    if (!document->has_value())
        return incomplete(u"no staff document"_s);
    const QJsonObject &facts = (*document)->facts;
    const auto roles = rolesFromCode(facts.value(u"roles").toString());
    if (!roles)
        return incomplete(u"unknown role"_s);
    return StaffMember{user, facts.value(u"login").toString(), facts.value(u"name").toString(), *roles};
}

Result<void> keepUserKeys(cache::Cache &cache, const central::UserKeyMaterial &material)
{
    QJsonObject epochs;
    for (const auto &[epoch, wrapped] : material.organisationKeys)
        epochs.insert(QString::number(epoch), QString::fromLatin1(wrapped));
    return cache.documents().put({userKeysKind,
                                  material.keys.user.toString(),
                                  {{u"publicKey"_s, material.keys.publicKey},
                                   {u"wrappedPrivate"_s, QString::fromLatin1(material.keys.wrappedPrivate)},
                                   {u"organisationKeys"_s, epochs}},
                                  {},
                                  {}});
}

Result<central::UserKeyMaterial> userKeys(cache::Cache &cache, const UserId &user)
{
    const auto document = cache.documents().find(userKeysKind, user.toString());
    if (!document)
        return document.error();
    if (!document->has_value())
        return incomplete(u"no user keys"_s);
    const QJsonObject &facts = (*document)->facts;
    central::UserKeyMaterial material;
    material.keys = {user, facts.value(u"publicKey").toObject(), facts.value(u"wrappedPrivate").toString().toLatin1()};
    const QJsonObject epochs = facts.value(u"organisationKeys").toObject();
    for (auto wrapped = epochs.begin(); wrapped != epochs.end(); ++wrapped)
        material.organisationKeys.emplace(wrapped.key().toInt(), wrapped.value().toString().toLatin1());
    return material;
}

Result<void> announceUserKeys(cache::Cache &cache, const ledger::UserKeyRecord &next)
{
    return cache.documents().put({announcedKind,
                                  next.user.toString(),
                                  {{u"wrappedPrivate"_s, QString::fromLatin1(next.wrappedPrivate)}},
                                  {},
                                  {}});
}

Result<void> forgetAnnounced(cache::Cache &cache, const UserId &user)
{
    return cache.documents().remove(announcedKind, user.toString());
}

Result<void> settleUserKeys(cache::Cache &cache, const UserId &user, const vault::PasswordKey &passwordKey)
{
    const auto announced = cache.documents().find(announcedKind, user.toString());
    if (!announced)
        return announced.error();
    if (!announced->has_value())
        return {};
    auto material = userKeys(cache, user);
    if (!material)
        return material.error();
    if (ledger::UserKeys::unlock(material->keys, passwordKey.key()))
        return forgetAnnounced(cache, user);
    material->keys.wrappedPrivate = (*announced)->facts.value(u"wrappedPrivate").toString().toLatin1();
    if (!ledger::UserKeys::unlock(material->keys, passwordKey.key()))
        return {};
    if (auto kept = keepUserKeys(cache, *material); !kept)
        return kept;
    return forgetAnnounced(cache, user);
}

Result<ledger::OrganisationKeys> organisationKeys(const central::UserKeyMaterial &material,
                                                  const vault::PasswordKey &passwordKey)
{
    const auto pair = ledger::UserKeys::unlock(material.keys, passwordKey.key());
    if (!pair)
        return pair.error();
    ledger::OrganisationKeys keys;
    for (const auto &[epoch, wrapped] : material.organisationKeys) {
        auto key = pair->openOrganisationKey(wrapped, epoch);
        if (!key)
            return key.error();
        keys.add(std::move(*key));
    }
    if (keys.current() == nullptr)
        return incomplete(u"no organisation key"_s);
    return keys;
}

Result<Unlocked> unlock(const DeskProfile &profile, const domain::Organisation &organisation, const QString &login,
                        const QString &password, const crypto::SecretBuffer *deviceSecret, UtcTime now)
{
    auto slots_ = vault::KeySlots::load(profile.slotsPath());
    if (!slots_)
        return slots_.error();
    auto opened = slots_->open(login, password, deviceSecret);
    if (!opened)
        return opened.error();
    if (auto tidied = DeskRekeying::forgetRetired(profile, *slots_, login, *opened, deviceSecret); !tidied)
        return tidied.error();
    return assemble(profile, organisation, *opened, now);
}

namespace {

/// A change of the password that was cut short is ended, one way or the other.
Result<void> settleInTransaction(cache::Cache &cache, const vault::KeySlots::Opened &opened)
{
    auto transaction = vault::SqlTransaction::begin(cache.connection());
    if (!transaction)
        return transaction.error();
    if (auto settled = settleUserKeys(cache, opened.user, opened.passwordKey); !settled)
        return settled;
    return transaction->commit();
}

} // namespace

Result<Unlocked> assemble(const DeskProfile &profile, const domain::Organisation &organisation,
                          const vault::KeySlots::Opened &opened, UtcTime now)
{
    auto desk = DeskRecovery::open(profile.cachePath(), opened.databaseKeys, opened.user, now);
    if (!desk)
        return desk.error();
    auto *cache = &desk->cache;
    auto member = staff(**cache, opened.user);
    if (!member)
        return member.error();
    if (auto settled = settleInTransaction(**cache, opened); !settled)
        return settled.error();
    auto material = userKeys(**cache, opened.user);
    if (!material)
        return material.error();
    auto keys = organisationKeys(*material, opened.passwordKey);
    if (!keys)
        return keys.error();
    const int storeEpoch = epochOfFile(profile.storePath(), opened.databaseKeys);
    auto storeKey = opened.databaseKeys.at(storeEpoch).clone();
    if (!storeKey)
        return incomplete(u"secure heap is full"_s);
    auto deviceKey = (*cache)->device().privateKey();
    if (!deviceKey)
        return deviceKey.error();
    const auto device = (*cache)->device().load();
    if (!device)
        return device.error();
    if (device->id != profile.device())
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("DeskOpening",
                                                 "The data in this folder belongs to another desk. Nothing was "
                                                 "changed. Put its own desk.json back."),
                     u"device ids differ"_s};
    auto open = std::make_unique<OpenDesk>(std::move(*cache), std::move(*keys), std::move(*deviceKey), device->skewMs);
    const auto interrupted = open->cache->projector().wasInterrupted();
    if (!interrupted)
        return interrupted.error();
    if (*interrupted) {
        if (const auto rebuilt = open->cache->projector().rebuild(personalOpener(*open)); !rebuilt)
            return rebuilt.error();
    }
    const auto databaseKey = std::make_shared<const crypto::SecretBuffer>(std::move(*storeKey));
    return Unlocked{{profile, organisation, std::move(*member), databaseKey},
                    std::move(open),
                    {databaseKey,
                     storeEpoch,
                     std::move(*material),
                     {opened.passwordKey.salt(), opened.passwordKey.cost(), codeOf(opened.passwordKey)},
                     std::move(desk->recovery),
                     {},
                     {}}};
}

} // namespace consent::desk::deskopening
