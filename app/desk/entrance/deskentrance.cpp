#include "desk/entrance/deskentrance.h"

#include "base/continuation.h"
#include "base/jsonfile.h"
#include "central/storegate.h"
#include "desk/entrance/deskfounding.h"
#include "desk/entrance/deskopening.h"
#include "desk/entrance/deskrekeying.h"
#include "desk/entrance/passwordchange.h"
#include "desk/entrance/signinguard.h"
#include "desk/joining/deskjoining.h"
#include "desk/joining/desktakedown.h"
#include "desk/joining/storesignin.h"
#include "desk/session/cachethread.h"
#include "desk/session/desksession.h"
#include "desk/session/shippedfiles.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/keychain.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;
using Purpose = DeskProfile::Purpose;

namespace {

constexpr Roles everyRole =
    Roles(Role::Agent) | Role::Counter | Role::Supervisor | Role::PrivacyOfficer | Role::Administrator;
constexpr qsizetype longestName = 64;

Result<domain::Organisation> organisationOf(const DeskProfile &profile)
{
    const auto json = readFileLimited(profile.organisationPath(), domain::Organisation::maxBytes);
    if (!json)
        return json.error();
    return domain::Organisation::parse(*json);
}

} // namespace

struct DeskEntrance::Shared
{
    Shared(DeskFolders deskFolders, vault::Keychain &osKeychain, const Clock &deskClock,
           std::shared_ptr<central::StoreGate> storeGate)
        : folders(std::move(deskFolders))
        , keychain(osKeychain)
        , clock(deskClock)
        , gate(std::move(storeGate))
    {
    }

    Result<deskopening::Unlocked> unlock(Purpose purpose, const QString &login, const QString &password,
                                         const QString &newPassword) const;
    Result<void> takeDownWithdrawn() const;
    Result<void> rekey(Purpose purpose, const QString &login, const QString &password,
                       const DeskRekeying::Progress &progress) const;
    /// Runs work(profile, organisation, device secret or null) unless the desk is closed after too many failures; a
    /// wrong password counts as one.
    template <typename Work>
    auto guarded(Purpose purpose, Work work) const
        -> std::invoke_result_t<Work, const DeskProfile &, const domain::Organisation &, const crypto::SecretBuffer *>;

    const DeskFolders folders;
    vault::Keychain &keychain;
    const Clock &clock;
    const std::shared_ptr<central::StoreGate> gate;
    DeskJoining::Claims claims; ///< On the thread of `joining` alone.
    QThreadPool joining;        ///< Of one thread.
    QThreadPool workers;        ///< Waits for what runs when the entrance goes.
};

DeskEntrance::DeskEntrance(DeskFolders folders, vault::Keychain &keychain, const Clock &clock, QObject *parent)
    : DeskEntrance(std::move(folders), keychain, clock, central::postgresGate(), parent)
{
}

DeskEntrance::DeskEntrance(DeskFolders folders, vault::Keychain &keychain, const Clock &clock,
                           std::shared_ptr<central::StoreGate> gate, QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>(std::move(folders), keychain, clock, std::move(gate)))
{
    m_shared->joining.setMaxThreadCount(1);
}

DeskEntrance::~DeskEntrance() = default;

SampleSignIn DeskEntrance::sampleSignIn()
{
    return {u"sample"_s, u"sample-desk"_s};
}

std::vector<std::pair<QString, QString>> DeskEntrance::check(const SetUpForm &form) const
{
    std::vector<std::pair<QString, QString>> faults;
    const auto organisation = domain::Organisation::parse(form.organisationJson.isEmpty() ? shippedfiles::organisation()
                                                                                          : form.organisationJson);
    if (!organisation) {
        faults.emplace_back(u"organisation"_s, organisation.error().message);
        return faults;
    }
    if (organisation->branch(form.branch) == nullptr)
        faults.emplace_back(u"branch"_s, tr("Choose a branch."));
    const QString name = form.name.trimmed();
    if (name.isEmpty() || name.size() > longestName)
        faults.emplace_back(u"name"_s, tr("Enter the name that customers hear, up to %1 characters.").arg(longestName));
    const QString login = form.login.trimmed();
    if (login.isEmpty() || login.size() > longestName || login.contains(u' '))
        faults.emplace_back(u"login"_s, tr("Enter a user name without blanks, up to %1 characters.").arg(longestName));
    if (form.password.size() < organisation->passwordMinimumLength)
        faults.emplace_back(u"password"_s, tr("Use at least %1 characters. A sentence that only you know is good.")
                                               .arg(organisation->passwordMinimumLength));
    else if (!login.isEmpty() && form.password.contains(login, Qt::CaseInsensitive))
        faults.emplace_back(u"password"_s, tr("The password must not contain the user name."));
    return faults;
}

QFuture<Result<EntranceStatus>> DeskEntrance::status(Purpose purpose)
{
    return QtConcurrent::run(&m_shared->workers, [shared = m_shared.get(), purpose]() -> Result<EntranceStatus> {
        EntranceStatus status;
        status.sampleExists = shared->folders.exists(Purpose::Sample);
        status.workExists = shared->folders.exists(Purpose::Work);
        Result<domain::Organisation> organisation = domain::Organisation::parse(shippedfiles::organisation());
        QString installation = newUuid();
        if (shared->folders.exists(purpose)) {
            const auto profile = DeskProfile::load(shared->folders.folder(purpose));
            if (!profile)
                return profile.error();
            organisation = organisationOf(*profile);
            status.sharedStore = profile->store().has_value();
            installation = profile->installation();
        }
        if (!organisation)
            return organisation.error();
        status.organisationName = organisation->company.ko;
        status.offlineLeaseHours = organisation->offlineLeaseHours;
        status.mayWorkWithoutKeychain = purpose == Purpose::Sample || organisation->allowPasswordOnly;
        status.keychainReachable = vault::DeviceSecret::prove(shared->keychain, installation).ok();
        return status;
    });
}

QFuture<Result<void>> DeskEntrance::setUp(SetUpForm form)
{
    const auto faults = check(form);
    if (!faults.empty())
        return QtFuture::makeReadyFuture(
            Result<void>(Error{ErrorKind::InvalidArgument, faults.front().second, faults.front().first}));
    DeskFounding::Plan plan;
    plan.folder = m_shared->folders.folder(Purpose::Work);
    plan.purpose = Purpose::Work;
    plan.organisationJson = form.organisationJson.isEmpty() ? shippedfiles::organisation() : form.organisationJson;
    plan.branch = form.branch;
    plan.firstUser = {UserId::create(), form.login.trimmed(), form.name.trimmed(), everyRole};
    plan.password = form.password;
    plan.scriptJson = shippedfiles::phoneScript();
    plan.noticeBytes = form.noticeBytes;
    plan.noticeName = form.noticeName;
    return QtConcurrent::run(&m_shared->workers, [shared = m_shared.get(), plan = std::move(plan)] {
        return DeskFounding(shared->keychain, shared->clock).found(plan);
    });
}

QFuture<Result<void>> DeskEntrance::setUpSample(int people, Progress progress)
{
    DeskFounding::Plan plan;
    plan.folder = m_shared->folders.folder(Purpose::Sample);
    plan.purpose = Purpose::Sample;
    plan.organisationJson = shippedfiles::organisation();
    const auto organisation = domain::Organisation::parse(plan.organisationJson);
    if (!organisation)
        return QtFuture::makeReadyFuture(Result<void>(organisation.error()));
    const SampleSignIn signIn = sampleSignIn();
    plan.branch = organisation->branches.front().code;
    plan.firstUser = {UserId::create(), signIn.login, u"김상담"_s, everyRole};
    plan.password = signIn.password;
    plan.scriptJson = shippedfiles::phoneScript();
    plan.noticeBytes = shippedfiles::sampleNotice();
    plan.noticeName = u"sample-notice.ko.md"_s;
    plan.samplePeople = people;
    return QtConcurrent::run(&m_shared->workers, [shared = m_shared.get(), plan = std::move(plan), progress] {
        return DeskFounding(shared->keychain, shared->clock).found(plan, progress);
    });
}

template <typename Work>
auto DeskEntrance::Shared::guarded(Purpose purpose, Work work) const
    -> std::invoke_result_t<Work, const DeskProfile &, const domain::Organisation &, const crypto::SecretBuffer *>
{
    const auto profile = DeskProfile::load(folders.folder(purpose));
    if (!profile)
        return profile.error();
    const auto organisation = organisationOf(*profile);
    if (!organisation)
        return organisation.error();
    SignInGuard guard(profile->folder(), organisation->failedSignInsBeforeLock, clock);
    if (auto may = guard.mayTry(); !may)
        return may.error();
    std::optional<crypto::SecretBuffer> secret;
    if (profile->keychainUsed()) {
        auto fetched = vault::DeviceSecret::fetch(keychain, profile->installation());
        if (!fetched)
            return fetched.error();
        secret = std::move(*fetched);
    }
    auto outcome = work(*profile, *organisation, secret ? &*secret : nullptr);
    if (outcome) {
        if (auto counted = guard.succeeded(); !counted)
            return counted.error();
    } else if (outcome.error().kind == ErrorKind::WrongPassword) {
        if (auto counted = guard.failed(); !counted)
            return counted.error();
    }
    return outcome;
}

Result<deskopening::Unlocked> DeskEntrance::Shared::unlock(Purpose purpose, const QString &login,
                                                           const QString &password, const QString &newPassword) const
{
    bool withdrawn = false;
    auto unlocked =
        guarded(purpose,
                [&](const DeskProfile &profile, const domain::Organisation &organisation,
                    const crypto::SecretBuffer *secret) -> Result<deskopening::Unlocked> {
                    if (profile.store()) {
                        auto outcome = storesignin::signIn(
                            {profile, organisation, login.trimmed(), password, newPassword, secret}, gate, clock.now());
                        withdrawn = outcome.deviceRevoked;
                        return std::move(outcome.unlocked);
                    }
                    return deskopening::unlock(profile, organisation, login.trimmed(), password, secret, clock.now());
                });
    if (withdrawn) {
        if (auto gone = takeDownWithdrawn(); !gone)
            return gone.error();
    }
    return unlocked;
}

Result<void> DeskEntrance::Shared::takeDownWithdrawn() const
{
    if (!folders.exists(Purpose::Work))
        return {};
    const auto profile = DeskProfile::load(folders.folder(Purpose::Work));
    if (!profile)
        return profile.error();
    return DeskTakedown::isMarked(*profile) ? DeskTakedown::destroy(*profile, keychain) : Result<void>();
}

QFuture<Result<void>> DeskEntrance::takeDownWithdrawn()
{
    return QtConcurrent::run(&m_shared->workers, [shared = m_shared.get()] { return shared->takeDownWithdrawn(); });
}

bool DeskEntrance::wantsNewPassword(const Error &error)
{
    return storesignin::wantsNewPassword(error);
}

QFuture<Result<void>> DeskEntrance::join(JoinForm form)
{
    DeskJoining::Plan plan{m_shared->folders.folder(Purpose::Work),
                           std::move(form.file),
                           form.code,
                           form.login.trimmed(),
                           form.password,
                           form.newPassword};
    return QtConcurrent::run(&m_shared->joining, [shared = m_shared.get(), plan = std::move(plan)] {
        return DeskJoining(shared->keychain, shared->clock, shared->gate, shared->claims).join(plan);
    });
}

Result<void> DeskEntrance::Shared::rekey(Purpose purpose, const QString &login, const QString &password,
                                         const DeskRekeying::Progress &progress) const
{
    return guarded(purpose,
                   [&](const DeskProfile &profile, const domain::Organisation &, const crypto::SecretBuffer *secret) {
                       return DeskRekeying::run(profile, login.trimmed(), password, secret, progress);
                   });
}

QFuture<Result<void>> DeskEntrance::rekey(Purpose purpose, const QString &login, const QString &password,
                                          std::function<bool(qint64, qint64)> progress)
{
    return QtConcurrent::run(&m_shared->workers, [shared = m_shared.get(), purpose, login, password, progress] {
        return shared->rekey(purpose, login, password, progress);
    });
}

QFuture<Result<void>> DeskEntrance::changePassword(const DeskSession &session, const QString &password,
                                                   const QString &fresh)
{
    // What it needs of the session it shares: the session may end meanwhile.
    auto change = std::make_shared<PasswordChange>(session.passwordChange());
    return QtConcurrent::run(&m_shared->workers,
                             [shared = m_shared.get(), purpose = session.profile().purpose(), change, password, fresh] {
                                 return shared->guarded(purpose,
                                                        [&](const DeskProfile &, const domain::Organisation &,
                                                            const crypto::SecretBuffer *secret) -> Result<void> {
                                                            return change->run(password, fresh, secret);
                                                        });
                             });
}

QFuture<Result<std::shared_ptr<DeskSession>>> DeskEntrance::signIn(Purpose purpose, const QString &login,
                                                                   const QString &password, const QString &newPassword)
{
    // The cache is opened on the thread that will own it.
    CacheThread *thread = m_opening.emplace_back(std::make_unique<CacheThread>()).get();
    auto opening = thread->run([shared = m_shared, purpose, login, password, newPassword]() {
        auto unlocked = shared->unlock(purpose, login, password, newPassword);
        return unlocked ? Result<std::shared_ptr<deskopening::Unlocked>>(
                              std::make_shared<deskopening::Unlocked>(std::move(*unlocked)))
                        : Result<std::shared_ptr<deskopening::Unlocked>>(unlocked.error());
    });
    return continueOn(opening, this, [this, thread](const Result<std::shared_ptr<deskopening::Unlocked>> &unlocked) {
        const auto held = std::ranges::find(m_opening, thread, &std::unique_ptr<CacheThread>::get);
        std::unique_ptr<CacheThread> owned = std::move(*held);
        m_opening.erase(held);
        if (!unlocked)
            return Result<std::shared_ptr<DeskSession>>(unlocked.error());
        auto core = std::make_shared<DeskCore>(std::move((*unlocked)->facts), m_shared->clock, std::move(owned),
                                               std::move((*unlocked)->open));
        return Result<std::shared_ptr<DeskSession>>(
            std::make_shared<DeskSession>(std::move(core), std::move((*unlocked)->sessionKeys)));
    });
}

} // namespace consent::desk
