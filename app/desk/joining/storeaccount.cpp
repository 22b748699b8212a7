#include "desk/joining/storeaccount.h"

#include <QCoreApplication>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

/// hello() on a fresh connection of either kind.
template <typename Connection>
Result<std::unique_ptr<Connection>> welcomed(Result<std::unique_ptr<Connection>> opened, const StoreAccount &account)
{
    if (!opened)
        return opened;
    const auto welcome = (*opened)->hello(account.device, *account.deviceSecret, clientVersion());
    if (!welcome)
        return welcome.error();
    if (auto same = checkStore(*welcome, account.storeId); !same)
        return same.error();
    if (welcome->standing != central::Standing::Active)
        return standingError(welcome->standing);
    return opened;
}

} // namespace

Result<std::unique_ptr<central::CentralStore>> StoreAccount::openStore() const
{
    return welcomed(gate->store(address, login, *password), *this);
}

Result<std::unique_ptr<central::CentralAdministration>> StoreAccount::openAdministration() const
{
    return welcomed(gate->administration(address, login, *password), *this);
}

Error standingError(central::Standing standing)
{
    switch (standing) {
    case central::Standing::UserDisabled:
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("StoreAccount",
                                                 "Your user was disabled at the central store, so this desk no longer "
                                                 "opens for you. What you recorded is kept. Ask your administrator."),
                     u"user disabled"_s};
    case central::Standing::DeviceRevoked:
        return Error{ErrorKind::NotAllowed,
                     QCoreApplication::translate("StoreAccount",
                                                 "This PC was withdrawn from the central store, so the data on it was "
                                                 "made unreadable. Everything that was sent is safe at the centre. Ask "
                                                 "your administrator to enrol this PC again."),
                     u"device revoked"_s};
    case central::Standing::DeviceUnknown:
    case central::Standing::Active:
        break;
    }
    return Error{ErrorKind::NotAllowed,
                 QCoreApplication::translate("StoreAccount",
                                             "The central store does not know this PC. Nothing was changed. Ask your "
                                             "administrator for an enrolment file."),
                 u"device unknown"_s};
}

Result<void> checkStore(const central::Welcome &welcome, const QString &storeId)
{
    if (welcome.storeId == storeId)
        return {};
    return Error{ErrorKind::Conflict,
                 QCoreApplication::translate("StoreAccount",
                                             "At this address there is another central store than the one this desk "
                                             "belongs to. Nothing was exchanged. Tell your administrator."),
                 u"store ids differ"_s};
}

QString clientVersion()
{
    return QCoreApplication::applicationVersion();
}

} // namespace consent::desk
