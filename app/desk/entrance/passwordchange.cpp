#include "desk/entrance/passwordchange.h"

#include "base/logging.h"
#include "central/storelogin.h"
#include "desk/entrance/deskopening.h"
#include "desk/joining/deskjoining.h"
#include "desk/session/deskcore.h"

#include <QCoreApplication>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PasswordChange)
};

Error offline(const Error &cause)
{
    return Error{ErrorKind::Unavailable,
                 Text::tr("A new password needs the central store, and it can't be reached now. Nothing was changed: "
                          "your password is the one you had. Try again when this PC is online."),
                 cause.detail};
}

} // namespace

PasswordChange::PasswordChange(std::shared_ptr<DeskCore> core, std::shared_ptr<const StoreAccount> account)
    : m_core(std::move(core))
    , m_account(std::move(account))
{
}

QString PasswordChange::login() const
{
    return m_account ? m_account->login : m_core->user().login;
}

Result<void> PasswordChange::run(const QString &password, const QString &fresh,
                                 const crypto::SecretBuffer *deviceSecret)
{
    if (auto begun = begin(password, fresh, deviceSecret); !begun)
        return begun;
    if (auto announced = announce(); !announced)
        return announced;
    if (auto told = tellStore(); !told)
        return told;
    if (auto sealed = sealSlot(); !sealed) {
        if (!m_account) {
            if (!withdraw())
                qCWarning(logging::desk) << "a private key under a password that was not taken stays until sign-in";
            return sealed;
        }
        return Error{sealed.error().kind,
                     Text::tr("The central store has your new password, but this PC could not keep it. Nothing is "
                              "lost: sign in with the new password while this PC is online."),
                     sealed.error().detail};
    }
    // The rest is tidying up: signing in does it as well.
    if (auto finished = finish(); !finished)
        qCWarning(logging::desk) << "the private key under the old password stays until sign-in:"
                                 << finished.error().detail;
    return {};
}

Result<vault::KeySlots::Opened> PasswordChange::openSlot(const QString &password) const
{
    const auto keySlots = vault::KeySlots::load(m_core->profile().slotsPath());
    if (!keySlots)
        return keySlots.error();
    if (!m_account)
        return keySlots->open(login(), password, m_deviceSecret);
    const auto key = central::storePasswordKey(password, m_account->storeId, login());
    return key ? keySlots->openWith(login(), *key, m_deviceSecret) : key.error();
}

Result<void> PasswordChange::begin(const QString &password, const QString &fresh,
                                   const crypto::SecretBuffer *deviceSecret)
{
    m_deviceSecret = deviceSecret;
    if (m_core->profile().purpose() == DeskProfile::Purpose::Sample)
        return Error{ErrorKind::NotAllowed,
                     Text::tr("The sample desk keeps its password: it stands on the sign-in page."), u"sample desk"_s};
    auto opened = openSlot(password);
    if (!opened)
        return opened.error();
    if (opened->user != m_core->user().id)
        return Error{ErrorKind::WrongPassword, Text::tr("This is not your password on this desk. Nothing was changed."),
                     u"another user's slot"_s};
    if (const QString fault = newPasswordFault(m_core->organisation(), login(), password, fresh); !fault.isEmpty())
        return Error{ErrorKind::InvalidArgument, fault, u"new password"_s};
    const auto material =
        m_core->read([user = opened->user](OpenDesk &open) { return deskopening::userKeys(*open.cache, user); })
            .result();
    if (!material)
        return material.error();
    const auto pair = ledger::UserKeys::unlock(material->keys, opened->passwordKey.key());
    if (!pair)
        return pair.error();
    auto key = m_account ? central::storePasswordKey(fresh, m_account->storeId, login())
                         : vault::PasswordKey::create(fresh, opened->passwordKey.cost());
    if (!key)
        return key.error();
    auto record = pair->seal(key->key());
    if (!record)
        return record.error();
    m_record = *std::move(record);
    m_fresh = *std::move(key);
    m_opened = *std::move(opened);
    if (!m_account)
        return {};
    auto storePassword = central::storePassword(*m_fresh);
    if (!storePassword)
        return storePassword.error();
    auto verifier = central::scramVerifier(*storePassword);
    if (!verifier)
        return verifier.error();
    m_verifier = *std::move(verifier);
    m_storePassword = *std::move(storePassword);
    auto administration = m_account->openAdministration();
    if (!administration)
        return administration.error().kind == ErrorKind::Unavailable ? offline(administration.error())
                                                                     : administration.error();
    m_administration = *std::move(administration);
    return {};
}

Result<void> PasswordChange::announce()
{
    return m_core
        ->write(
            [this](OpenDesk &open, EventRecorder &) { return deskopening::announceUserKeys(*open.cache, m_record); })
        .result();
}

Result<void> PasswordChange::withdraw()
{
    return m_core
        ->write([user = m_record.user](OpenDesk &open, EventRecorder &) {
            return deskopening::forgetAnnounced(*open.cache, user);
        })
        .result();
}

PasswordChange::StoreHas PasswordChange::ask() const
{
    if (m_account->gate->administration(m_account->address, login(), *m_storePassword))
        return StoreHas::New;
    return m_account->gate->administration(m_account->address, login(), *m_account->password) ? StoreHas::Old
                                                                                              : StoreHas::Unknown;
}

Result<void> PasswordChange::tellStore()
{
    if (!m_account)
        return {};
    const auto changed = m_administration->changePassword(m_verifier, m_record.wrappedPrivate);
    m_administration.reset();
    if (changed)
        return {};
    switch (ask()) {
    case StoreHas::New:
        return {}; // only the answer was lost
    case StoreHas::Old:
        if (auto withdrawn = withdraw(); !withdrawn)
            return withdrawn;
        return changed.error().kind == ErrorKind::Unavailable ? offline(changed.error()) : changed.error();
    case StoreHas::Unknown:
        break;
    }
    return Error{ErrorKind::Unavailable,
                 Text::tr("The line broke while the central store was taking the new password, so nobody knows yet "
                          "which one it has. Nothing is lost. As long as this PC is offline the old one opens it; "
                          "when it is online and the old one is refused, sign in with the new one."),
                 changed.error().detail};
}

Result<void> PasswordChange::sealSlot()
{
    auto keySlots = vault::KeySlots::load(m_core->profile().slotsPath());
    return keySlots ? keySlots->changePassword(login(), *m_opened, *m_fresh, m_deviceSecret) : keySlots.error();
}

Result<void> PasswordChange::finish()
{
    return m_core
        ->write([this](OpenDesk &open, EventRecorder &) {
            return deskopening::settleUserKeys(*open.cache, m_record.user, *m_fresh);
        })
        .result();
}

} // namespace consent::desk
