#include "desk/joining/storevisit.h"

#include "central/storelogin.h"
#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/strictjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto profilePurpose = "staff profile v1";
constexpr qsizetype longestName = 64;

Error noKeysYet()
{
    return Error{ErrorKind::NotAllowed,
                 QCoreApplication::translate("StoreVisit",
                                             "Your user has no key of the organisation yet, so nothing can be opened. "
                                             "Ask somebody who has it to grant it to you, then try again."),
                 u"no organisation key granted"_s};
}

} // namespace

StoreVisit::StoreVisit(Place place, QString login, vault::PasswordKey key, crypto::SecretBuffer password,
                       std::unique_ptr<central::CentralAdministration> administration)
    : m_place(std::move(place))
    , m_login(std::move(login))
    , m_key(std::move(key))
    , m_password(std::move(password))
    , m_administration(std::move(administration))
{
}

Result<StoreVisit> StoreVisit::begin(Place place, const QString &login, vault::PasswordKey key)
{
    auto password = central::storePassword(key);
    if (!password)
        return password.error();
    auto administration = place.gate->administration(place.address, login, *password);
    if (!administration)
        return administration.error();
    return StoreVisit(std::move(place), login, std::move(key), std::move(*password), std::move(*administration));
}

Result<central::EnrolAnswer> StoreVisit::enrol(const central::DeviceClaim &claim, const crypto::SecretBuffer &secret)
{
    return m_administration->enrolDevice(claim, secret);
}

Result<central::Welcome> StoreVisit::greet(const DeviceId &device,
                                           std::shared_ptr<const crypto::SecretBuffer> deviceSecret)
{
    auto welcome = m_administration->hello(device, *deviceSecret, clientVersion());
    if (!welcome)
        return welcome;
    if (auto same = checkStore(*welcome, m_place.storeId); !same)
        return same.error();
    if (welcome->user)
        m_user = *welcome->user;
    m_device = device;
    m_deviceSecret = std::move(deviceSecret);
    return welcome;
}

Result<void> StoreVisit::openStore()
{
    if (m_store)
        return {};
    auto store = m_place.gate->store(m_place.address, m_login, m_password);
    if (!store)
        return store.error();
    if (const auto welcome = (*store)->hello(m_device, *m_deviceSecret, clientVersion()); !welcome)
        return welcome.error();
    m_store = std::move(*store);
    return {};
}

Result<ledger::UserKeys> StoreVisit::unlockPair()
{
    if (auto opened = openStore(); !opened)
        return opened.error();
    auto material = m_store->userKeys(m_user);
    if (!material)
        return material.error();
    m_material = std::move(*material);
    return ledger::UserKeys::unlock(m_material.keys, m_key.key());
}

Result<void> StoreVisit::changePassword(const QString &password)
{
    const auto pair = unlockPair();
    if (!pair)
        return pair.error();
    auto key = central::storePasswordKey(password, m_place.storeId, m_login);
    if (!key)
        return key.error();
    auto storePassword = central::storePassword(*key);
    if (!storePassword)
        return storePassword.error();
    const auto verifier = central::scramVerifier(*storePassword);
    if (!verifier)
        return verifier.error();
    const auto record = pair->seal(key->key());
    if (!record)
        return record.error();
    if (auto changed = m_administration->changePassword(*verifier, record->wrappedPrivate); !changed)
        return changed;
    m_material.keys = *record;
    m_key = std::move(*key);
    m_password = std::move(*storePassword);
    return {};
}

Result<void> StoreVisit::fetchKeys()
{
    const auto pair = unlockPair();
    if (!pair)
        return pair.error();
    for (const auto &[epoch, wrapped] : m_material.organisationKeys) {
        auto key = pair->openOrganisationKey(wrapped, epoch);
        if (!key)
            return key.error();
        m_organisation.add(std::move(*key));
    }
    return m_organisation.current() ? Result<void>() : noKeysYet();
}

Result<std::vector<StaffMember>> StoreVisit::roster()
{
    if (auto opened = openStore(); !opened)
        return opened.error();
    const auto records = m_store->roster();
    if (!records)
        return records.error();
    std::vector<StaffMember> staff;
    for (const central::StaffRecord &record : *records) {
        const QString name = nameInProfile(m_organisation, record.sealedProfile);
        staff.push_back(
            {record.user, record.login, name.isEmpty() ? record.login : name, rolesFromStore(record.roles)});
    }
    return staff;
}

Result<std::shared_ptr<StoreAccount>> StoreVisit::account() const
{
    auto password = m_password.clone();
    if (!password)
        return Error{ErrorKind::Internal, noKeysYet().message, u"secure heap"_s};
    return std::make_shared<StoreAccount>(
        StoreAccount{m_place.gate, m_place.address, m_place.storeId, m_login,
                     std::make_shared<const crypto::SecretBuffer>(std::move(*password)), m_device, m_deviceSecret});
}

Result<QByteArray> sealProfile(const ledger::OrganisationKeys &keys, const QString &name)
{
    const ledger::OrganisationKey *current = keys.current();
    if (!current)
        return noKeysYet();
    const auto key = current->derive(profilePurpose);
    if (!key)
        return key.error();
    const QByteArray plain = QJsonDocument(QJsonObject{{u"name"_s, name}}).toJson(QJsonDocument::Compact);
    return crypto::encryptDirect(crypto::bytesOf(plain), key->span(), QString::number(current->epoch()));
}

QString nameInProfile(const ledger::OrganisationKeys &keys, const QByteArray &sealedProfile)
{
    const auto header = crypto::readJweHeader(sealedProfile, 16 * 1024);
    const ledger::OrganisationKey *held = header ? keys.find(header->kid.toInt()) : nullptr;
    const auto key = held ? held->derive(profilePurpose) : Result<crypto::SecretBuffer>(noKeysYet());
    const auto plain = key ? crypto::decryptDirect(sealedProfile, key->span()) : Result<QByteArray>(noKeysYet());
    const auto json = plain ? crypto::parseUnambiguousJson(*plain) : std::nullopt;
    return json ? json->value(u"name").toString().left(longestName) : QString();
}

} // namespace consent::desk
