#include "desk/joining/staffdesk.h"

#include "base/jsonfile.h"
#include "cache/projection/subjectstore.h"
#include "desk/joining/storevisit.h"
#include "desk/session/deskcore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrentRun>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestAuthority = 64 * 1024;

QString thumbprintOf(const QJsonObject &publicKey)
{
    const auto key = crypto::P256PublicKey::fromJwk(publicKey);
    return key ? key->thumbprint() : QString();
}

} // namespace

Result<std::unique_ptr<central::CentralAdministration>> StaffDesk::administration()
{
    if (!m_account)
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("StaffDesk", "This desk belongs to no central store, so it has one "
                                                              "user and one PC. Nothing was changed."),
                     u"no shared store"_s};
    if (auto may = m_core.require(Right::ManageStaff); !may)
        return may.error();
    return m_account->openAdministration();
}

Result<std::vector<StaffView>> StaffDesk::roster()
{
    if (auto open = administration(); !open)
        return open.error();
    auto store = m_account->openStore();
    if (!store)
        return store.error();
    const auto records = (*store)->roster();
    if (!records)
        return records.error();
    return m_core
        .read([&records](OpenDesk &open) {
            std::vector<StaffView> views;
            for (const central::StaffRecord &record : *records) {
                const QString name = nameInProfile(open.organisationKeys, record.sealedProfile);
                views.push_back({{record.user, record.login, name, rolesFromStore(record.roles)},
                                 record.enabled,
                                 thumbprintOf(record.publicKey),
                                 record.publicKey});
            }
            return Result<std::vector<StaffView>>(std::move(views));
        })
        .result();
}

Result<StaffView> StaffDesk::find(const QString &login)
{
    const auto all = roster();
    if (!all)
        return all.error();
    for (const StaffView &view : *all) {
        if (view.member.login == login)
            return view;
    }
    return Error{ErrorKind::NotFound,
                 QCoreApplication::translate("StaffDesk", "The central store has no user “%1”.").arg(login),
                 u"unknown login"_s};
}

Result<std::map<int, QByteArray>> StaffDesk::wrapFor(const QJsonObject &publicKey)
{
    return m_core.read([&publicKey](OpenDesk &open) { return staffkeys::wrapFor(open.organisationKeys, publicKey); })
        .result();
}

QFuture<Result<std::vector<StaffView>>> StaffDesk::users()
{
    return QtConcurrent::run([this] { return roster(); });
}

QFuture<Result<OneTimeAccess>> StaffDesk::addUser(const QString &login, const QString &name, Roles roles, bool grant)
{
    return QtConcurrent::run([this, login, name, roles, grant]() -> Result<OneTimeAccess> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto password = staffkeys::oneTimePassword();
        if (!password)
            return password.error();
        const StaffMember member{UserId::create(), login, name, roles};
        const auto user =
            m_core
                .read([&](OpenDesk &desk) {
                    return staffkeys::newUser(m_account->storeId, member, *password, desk.organisationKeys);
                })
                .result();
        if (!user)
            return user.error();
        if (auto added = (*open)->addUser(*user); !added)
            return added.error();
        OneTimeAccess access{*password, thumbprintOf(user->keys.publicKey), false};
        if (grant) {
            const auto wrapped = wrapFor(user->keys.publicKey);
            if (!wrapped)
                return wrapped.error();
            if (auto granted = (*open)->grantKeys(member.id, user->keys.publicKey, *wrapped); !granted)
                return granted.error();
            access.granted = true;
        }
        return access;
    });
}

QFuture<Result<OneTimeAccess>> StaffDesk::resetUser(const QString &login)
{
    return QtConcurrent::run([this, login]() -> Result<OneTimeAccess> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto view = find(login);
        if (!view)
            return view.error();
        const auto password = staffkeys::oneTimePassword();
        if (!password)
            return password.error();
        const auto reset = staffkeys::reset(m_account->storeId, view->member.id, login, *password);
        if (!reset)
            return reset.error();
        if (auto done = (*open)->resetUser(*reset); !done)
            return done.error();
        return OneTimeAccess{*password, thumbprintOf(reset->keys.publicKey), false};
    });
}

QFuture<Result<void>> StaffDesk::setEnabled(const QString &login, bool enabled)
{
    return QtConcurrent::run([this, login, enabled]() -> Result<void> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto view = find(login);
        return view ? (*open)->setUserEnabled(view->member.id, enabled) : view.error();
    });
}

QFuture<Result<void>> StaffDesk::setRoles(const QString &login, Roles roles)
{
    return QtConcurrent::run([this, login, roles]() -> Result<void> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto view = find(login);
        return view ? (*open)->setRoles(view->member.id, toStoreRoles(roles)) : view.error();
    });
}

QFuture<Result<QString>> StaffDesk::grant(const QString &login)
{
    return QtConcurrent::run([this, login]() -> Result<QString> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto view = find(login);
        if (!view)
            return view.error();
        const auto wrapped = wrapFor(view->publicKey);
        if (!wrapped)
            return wrapped.error();
        if (auto granted = (*open)->grantKeys(view->member.id, view->publicKey, *wrapped); !granted)
            return granted.error();
        return view->thumbprint;
    });
}

QFuture<Result<std::vector<central::DeviceRecord>>> StaffDesk::devices()
{
    return QtConcurrent::run([this]() -> Result<std::vector<central::DeviceRecord>> {
        auto open = administration();
        return open ? (*open)->devices() : open.error();
    });
}

QFuture<Result<staffkeys::Enrolment>> StaffDesk::openEnrolment(const QString &branch, std::chrono::hours validFor)
{
    return QtConcurrent::run([this, branch, validFor]() -> Result<staffkeys::Enrolment> {
        auto open = administration();
        if (!open)
            return open.error();
        const DeskProfile &profile = m_core.profile();
        QByteArray authority;
        if (QFileInfo::exists(profile.authorityPath())) {
            const auto pem = readFileLimited(profile.authorityPath(), longestAuthority);
            if (!pem)
                return pem.error();
            authority = *pem;
        }
        const auto organisation = readFileLimited(profile.organisationPath(), domain::Organisation::maxBytes);
        if (!organisation)
            return organisation.error();
        auto made = staffkeys::enrolment(m_account->storeId, profile.store()->address, authority, branch, *organisation,
                                         m_core.clock().now() + validFor);
        if (!made)
            return made;
        if (auto added = (*open)->addBranch(branch); !added)
            return added.error();
        if (auto opened = (*open)->openEnrolment(made->opened); !opened)
            return opened.error();
        return made;
    });
}

QFuture<Result<void>> StaffDesk::revoke(const DeviceId &device, const QString &reason)
{
    return QtConcurrent::run([this, device, reason]() -> Result<void> {
        auto open = administration();
        return open ? (*open)->revokeDevice(device, reason) : open.error();
    });
}

QFuture<Result<std::vector<HeldPerson>>> StaffDesk::held(const DeviceId &device)
{
    return QtConcurrent::run([this, device]() -> Result<std::vector<HeldPerson>> {
        auto open = administration();
        if (!open)
            return open.error();
        const auto subjects = (*open)->held(device);
        if (!subjects)
            return subjects.error();
        const bool mayName = may(m_core.user().roles, Right::ViewSubjects);
        return m_core
            .read([&subjects, mayName](OpenDesk &desk) -> Result<std::vector<HeldPerson>> {
                std::vector<HeldPerson> people;
                for (const SubjectId &subject : *subjects) {
                    HeldPerson person{subject, {}};
                    if (mayName) {
                        const auto known = desk.cache->subjects().find(subject);
                        if (!known)
                            return known.error();
                        if (*known)
                            person.name = (*known)->subject.name;
                    }
                    people.push_back(std::move(person));
                }
                return people;
            })
            .result();
    });
}

} // namespace consent::desk
