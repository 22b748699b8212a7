#include "desk/joining/standingwatch.h"

#include "base/continuation.h"
#include "desk/entrance/deskopening.h"
#include "desk/joining/desktakedown.h"
#include "desk/joining/storeaccountlink.h"
#include "desk/session/deskcore.h"
#include "vault/keys/keyslots.h"

#include <QtConcurrentRun>

namespace consent::desk {

StandingWatch::StandingWatch(DeskCore &core, const std::shared_ptr<sync::StoreLink> &link,
                             std::shared_ptr<const StoreAccount> account)
    : m_core(core)
    , m_link(link)
    , m_account(std::move(account))
{
    if (const auto shared = std::dynamic_pointer_cast<StoreAccountLink>(link)) {
        shared->onRefused([this] { // On the sync thread, which ends before this does.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    close(tr("The central store no longer takes your password: it was changed or reset elsewhere. "
                             "Everything is saved. Sign in again with the new one."));
                },
                Qt::QueuedConnection);
        });
    }
}

StandingWatch::~StandingWatch()
{
    if (const auto shared = std::dynamic_pointer_cast<StoreAccountLink>(m_link.lock()))
        shared->onRefused({});
}

void StandingWatch::consider(const central::Welcome &welcome)
{
    if (!m_account || m_ending)
        return;
    switch (welcome.standing) {
    case central::Standing::DeviceRevoked:
        takeDown();
        return;
    case central::Standing::UserDisabled:
        removeSlot();
        return;
    case central::Standing::DeviceUnknown:
        close(standingError(welcome.standing).message);
        return;
    case central::Standing::Active:
        break;
    }
    if (rolesFromStore(welcome.roles) != m_core.user().roles)
        keepRoles(welcome.roles);
}

void StandingWatch::takeDown()
{
    m_ending = true;
    auto begun =
        m_core.read([profile = m_core.profile()](OpenDesk &open) { return DeskTakedown::begin(open, profile); });
    continueOn(begun, this, [this](const Result<void> &done) {
        m_ending = false;
        close(done ? standingError(central::Standing::DeviceRevoked).message : done.error().message);
    });
}

void StandingWatch::removeSlot()
{
    m_ending = true;
    auto removed = QtConcurrent::run([path = m_core.profile().slotsPath(), login = m_account->login]() -> Result<void> {
        auto keySlots = vault::KeySlots::load(path);
        return keySlots ? keySlots->remove(login) : keySlots.error();
    });
    continueOn(removed, this, [this](const Result<void> &done) {
        m_ending = false;
        const bool gone = done || done.error().kind == ErrorKind::NotFound;
        close(gone ? standingError(central::Standing::UserDisabled).message : done.error().message);
    });
}

void StandingWatch::keepRoles(const QStringList &roles)
{
    m_ending = true;
    StaffMember changed = m_core.user();
    changed.roles = rolesFromStore(roles);
    auto kept = m_core.write(
        [changed](OpenDesk &open, EventRecorder &) { return deskopening::keepStaff(*open.cache, changed); });
    continueOn(kept, this, [this](const Result<void> &done) {
        m_ending = false;
        close(done ? tr("Your rights were changed at the central store. Everything is saved. Sign in again.")
                   : done.error().message);
    });
}

void StandingWatch::close(const QString &sentence)
{
    if (m_ending)
        return;
    m_ending = true;
    Q_EMIT closed(sentence);
}

} // namespace consent::desk
