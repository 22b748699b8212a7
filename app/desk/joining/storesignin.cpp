#include "desk/joining/storesignin.h"

#include "central/storelogin.h"
#include "desk/entrance/deskrekeying.h"
#include "desk/joining/deskjoining.h"
#include "desk/joining/desklease.h"
#include "desk/joining/desktakedown.h"
#include "desk/joining/deviceproof.h"
#include "desk/joining/storeaccountlink.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::storesignin {

using namespace Qt::StringLiterals;
using deskopening::Unlocked;

namespace {

const QString mustChange = u"one-time password must be changed"_s;

/// One key of the organisation for one purpose: only this PC's slot file.
Result<crypto::SecretBuffer> slotSecret(const ledger::OrganisationKey &key)
{
    return key.derive("desk slot v1");
}

Error firstTimeNeedsStore(const Error &cause)
{
    return Error{ErrorKind::Unavailable,
                 QCoreApplication::translate("StoreSignIn",
                                             "The first sign-in on this PC needs the central store, and it can't be "
                                             "reached now. Nothing was changed. Check the network and try again."),
                 cause.detail};
}

Result<StoreVisit::Place> placeOf(const Attempt &attempt, std::shared_ptr<central::StoreGate> gate)
{
    const auto address = attempt.profile.storeAddress();
    if (!address)
        return address.error();
    return StoreVisit::Place{std::move(gate), *address, attempt.profile.store()->storeId};
}

Result<std::shared_ptr<const crypto::SecretBuffer>> proofOf(const Attempt &attempt)
{
    auto proof = deviceproof::read(attempt.profile, attempt.deviceSecret);
    if (!proof)
        return proof.error();
    return std::make_shared<const crypto::SecretBuffer>(std::move(*proof));
}

/// With the newest of the organisation's keys that fits: the slot follows when somebody signs in.
Result<vault::DatabaseKeys> fromOrganisationSlot(const vault::KeySlots &keySlots, const StoreVisit &visit,
                                                 const crypto::SecretBuffer *deviceSecret)
{
    for (int epoch = visit.organisationKeys().current()->epoch();; --epoch) {
        const ledger::OrganisationKey *key = visit.organisationKeys().find(epoch);
        if (!key && epoch > 1)
            continue;
        const auto secret = slotSecret(key ? *key : *visit.organisationKeys().current());
        if (!secret)
            return secret.error();
        auto opened = keySlots.openOrganisationSlot(*secret, deviceSecret);
        if (opened || opened.error().kind != ErrorKind::WrongKey || epoch <= 1)
            return opened;
    }
}

} // namespace

bool wantsNewPassword(const Error &error)
{
    return error.kind == ErrorKind::NotAllowed && error.detail == mustChange;
}

Result<StoreVisit> begin(StoreVisit::Place place, const QString &login, const QString &password,
                         const QString &newPassword)
{
    auto key = central::storePasswordKey(password, place.storeId, login);
    if (!key)
        return key.error();
    auto visit = StoreVisit::begin(place, login, std::move(*key));
    if (visit || visit.error().kind != ErrorKind::WrongPassword || newPassword.isEmpty())
        return visit;
    auto newKey = central::storePasswordKey(newPassword, place.storeId, login);
    if (!newKey)
        return newKey.error();
    return StoreVisit::begin(std::move(place), login, std::move(*newKey));
}

Result<central::Welcome> settle(StoreVisit &visit, const DeviceId &device,
                                std::shared_ptr<const crypto::SecretBuffer> deviceSecret, const Change &change)
{
    auto welcome = visit.greet(device, std::move(deviceSecret));
    if (!welcome)
        return welcome;
    if (welcome->standing != central::Standing::Active)
        return welcome;
    if (welcome->mustChangePassword) {
        const QString fault = change.newPassword.isEmpty() ? QString()
                                                           : newPasswordFault(change.organisation, change.login,
                                                                              change.password, change.newPassword);
        if (!fault.isEmpty())
            return Error{ErrorKind::InvalidArgument, fault, u"new password"_s};
        if (change.newPassword.isEmpty())
            return Error{ErrorKind::NotAllowed,
                         QCoreApplication::translate("StoreSignIn",
                                                     "This is a one-time password. Choose one of your own now; nobody "
                                                     "else will know it."),
                         mustChange};
        if (auto changed = visit.changePassword(change.newPassword); !changed)
            return changed.error();
    }
    if (auto keys = visit.fetchKeys(); !keys)
        return keys.error();
    return welcome;
}

Result<StaffMember> keepPeople(cache::Cache &cache, StoreVisit &visit)
{
    const auto staff = visit.roster();
    if (!staff)
        return staff.error();
    for (const StaffMember &member : *staff) {
        if (auto kept = deskopening::keepStaff(cache, member); !kept)
            return kept.error();
    }
    if (auto kept = deskopening::keepUserKeys(cache, visit.material()); !kept)
        return kept.error();
    return deskopening::staff(cache, visit.user());
}

Result<void> putSlots(vault::KeySlots &keySlots, const QString &login, const StoreVisit &visit,
                      const crypto::SecretBuffer *deviceSecret, const vault::DatabaseKeys &keys)
{
    const auto secret = slotSecret(*visit.organisationKeys().current());
    if (!secret)
        return secret.error();
    if (auto put = keySlots.putOrganisationSlot(*secret, visit.user(), deviceSecret, keys); !put)
        return put;
    return keySlots.put(login, visit.user(), visit.passwordKey(), deviceSecret, keys);
}

namespace {

/// One attempt, from the slot or at the store.
class SignIn
{
public:
    SignIn(const Attempt &attempt, std::shared_ptr<central::StoreGate> gate, UtcTime now)
        : m_attempt(attempt)
        , m_gate(std::move(gate))
        , m_now(now)
    {
    }

    Outcome run();

private:
    Result<Unlocked> fromSlot(vault::KeySlots &keySlots, vault::KeySlots::Opened opened);
    Result<Unlocked> atStore(vault::KeySlots &keySlots, const Error &wrongPassword);
    Result<void> askStore(OpenDesk &open, const Error &lease);
    Result<Unlocked> withStore(vault::KeySlots &keySlots, vault::KeySlots::Opened opened);

    const Attempt &m_attempt;
    const std::shared_ptr<central::StoreGate> m_gate;
    const UtcTime m_now;
    bool m_deviceRevoked = false;
};

Outcome SignIn::run()
{
    if (DeskTakedown::isMarked(m_attempt.profile))
        return {standingError(central::Standing::DeviceRevoked), true};
    auto keySlots = vault::KeySlots::load(m_attempt.profile.slotsPath());
    if (!keySlots)
        return {keySlots.error()};
    const auto key = central::storePasswordKey(m_attempt.password, m_attempt.profile.store()->storeId, m_attempt.login);
    if (!key)
        return {key.error()};
    auto opened = keySlots->openWith(m_attempt.login, *key, m_attempt.deviceSecret);
    if (!opened && opened.error().kind != ErrorKind::WrongPassword)
        return {opened.error()};
    Result<Unlocked> unlocked = opened ? fromSlot(*keySlots, std::move(*opened)) : atStore(*keySlots, opened.error());
    return {std::move(unlocked), m_deviceRevoked};
}

Result<Unlocked> SignIn::fromSlot(vault::KeySlots &keySlots, vault::KeySlots::Opened opened)
{
    auto unlocked = withStore(keySlots, std::move(opened));
    if (!unlocked)
        return unlocked;
    const std::chrono::hours lease(m_attempt.organisation.offlineLeaseHours);
    if (const auto valid = desklease::check(*unlocked->open->cache, lease, m_now); !valid) {
        if (valid.error().kind != ErrorKind::NotAllowed)
            return valid.error();
        if (auto asked = askStore(*unlocked->open, valid.error()); !asked)
            return asked.error();
    }
    if (auto saw = desklease::saw(*unlocked->open->cache, m_now); !saw)
        return saw.error();
    return unlocked;
}

/// Opens the desk, and makes what the session needs to come to the store by itself.
Result<Unlocked> SignIn::withStore(vault::KeySlots &keySlots, vault::KeySlots::Opened opened)
{
    const auto proof = proofOf(m_attempt);
    if (!proof)
        return proof.error();
    auto place = placeOf(m_attempt, m_gate);
    if (!place)
        return place.error();
    auto password = central::storePassword(opened.passwordKey);
    if (!password)
        return password.error();
    if (auto tidied =
            DeskRekeying::forgetRetired(m_attempt.profile, keySlots, m_attempt.login, opened, m_attempt.deviceSecret);
        !tidied)
        return tidied.error();
    auto unlocked = deskopening::assemble(m_attempt.profile, m_attempt.organisation, opened, m_now);
    if (!unlocked)
        return unlocked;
    // The slot of the organisation follows its newest key, which this user holds.
    const ledger::OrganisationKey *newest = unlocked->open->organisationKeys.current();
    const auto secret = slotSecret(*newest);
    if (!secret)
        return secret.error();
    const auto shared = keySlots.openOrganisationSlot(*secret, m_attempt.deviceSecret);
    if (!shared || shared->size() != opened.databaseKeys.size()) {
        if (auto put = keySlots.putOrganisationSlot(*secret, opened.user, m_attempt.deviceSecret, opened.databaseKeys);
            !put)
            return put.error();
    }
    unlocked->sessionKeys.account = std::make_shared<const StoreAccount>(StoreAccount{
        m_gate, place->address, place->storeId, m_attempt.login,
        std::make_shared<const crypto::SecretBuffer>(std::move(*password)), m_attempt.profile.device(), *proof});
    unlocked->sessionKeys.link = std::make_shared<StoreAccountLink>(unlocked->sessionKeys.account);
    return unlocked;
}

/// The lease is over: the store decides, and where it can't be asked the desk stays shut.
Result<void> SignIn::askStore(OpenDesk &open, const Error &lease)
{
    auto place = placeOf(m_attempt, m_gate);
    if (!place)
        return place.error();
    const auto proof = proofOf(m_attempt);
    if (!proof)
        return proof.error();
    auto visit = begin(std::move(*place), m_attempt.login, m_attempt.password, {});
    if (!visit)
        return visit.error().kind == ErrorKind::Unavailable ? lease : visit.error();
    const auto welcome = visit->greet(m_attempt.profile.device(), *proof);
    if (!welcome)
        return welcome.error().kind == ErrorKind::Unavailable ? lease : welcome.error();
    if (welcome->standing == central::Standing::DeviceRevoked) {
        m_deviceRevoked = true;
        if (auto kept = DeskTakedown::begin(open, m_attempt.profile); !kept)
            return kept.error();
    }
    if (welcome->standing != central::Standing::Active)
        return standingError(welcome->standing);
    return desklease::renew(*open.cache, m_now);
}

/// First time on this PC, or the password is another one by now: the store knows, and the keys that it gives open the
/// slot of the organisation.
Result<Unlocked> SignIn::atStore(vault::KeySlots &keySlots, const Error &wrongPassword)
{
    auto place = placeOf(m_attempt, m_gate);
    if (!place)
        return place.error();
    const auto proof = proofOf(m_attempt);
    if (!proof)
        return proof.error();
    auto visit = begin(std::move(*place), m_attempt.login, m_attempt.password, m_attempt.newPassword);
    const auto welcome =
        visit ? settle(*visit, m_attempt.profile.device(), *proof,
                       {m_attempt.organisation, m_attempt.login, m_attempt.password, m_attempt.newPassword})
              : Result<central::Welcome>(visit.error());
    if (!welcome) {
        // Where the desk knows the user, a wrong password is the likelier cause, and is counted as one.
        if (welcome.error().kind == ErrorKind::Unavailable)
            return keySlots.contains(m_attempt.login) ? wrongPassword : firstTimeNeedsStore(welcome.error());
        return welcome.error();
    }
    if (welcome->standing == central::Standing::DeviceRevoked) {
        // Nothing is open, so what waits here can't be sealed for the organisation: that is left to the next user whose
        // slot opens, and the store refuses until then.
        return standingError(welcome->standing);
    }
    if (welcome->standing != central::Standing::Active)
        return standingError(welcome->standing);
    auto keys = fromOrganisationSlot(keySlots, *visit, m_attempt.deviceSecret);
    if (!keys)
        return keys.error();
    {
        auto cache = deskopening::openCache(m_attempt.profile.cachePath(), *keys);
        if (!cache)
            return cache.error();
        auto transaction = vault::SqlTransaction::begin((*cache)->connection());
        if (!transaction)
            return transaction.error();
        if (const auto member = keepPeople(**cache, *visit); !member)
            return member.error();
        if (auto renewed = desklease::renew(**cache, m_now); !renewed)
            return renewed.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
    }
    if (auto put = putSlots(keySlots, m_attempt.login, *visit, m_attempt.deviceSecret, *keys); !put)
        return put.error();
    auto key = visit->passwordKey().clone();
    if (!key)
        return key.error();
    return withStore(keySlots, {visit->user(), std::move(*key), std::move(*keys)});
}

} // namespace

Outcome signIn(const Attempt &attempt, std::shared_ptr<central::StoreGate> gate, UtcTime now)
{
    return SignIn(attempt, std::move(gate), now).run();
}

} // namespace consent::desk::storesignin
