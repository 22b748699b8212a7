#include "desk/joining/storeaccountlink.h"

namespace consent::desk {

StoreAccountLink::StoreAccountLink(std::shared_ptr<const StoreAccount> account)
    : m_account(std::move(account))
{
}

Result<std::unique_ptr<central::CentralStore>> StoreAccountLink::open()
{
    const auto account = this->account();
    auto store = account->gate->store(account->address, account->login, *account->password);
    if (!store && store.error().kind == ErrorKind::WrongPassword) {
        const std::lock_guard lock(m_mutex);
        // Not when the password was changed here in between.
        if (m_refused && m_account == account)
            m_refused();
    }
    return store;
}

Result<central::Welcome> StoreAccountLink::hello(central::CentralStore &store)
{
    const auto account = this->account();
    auto welcome = store.hello(account->device, *account->deviceSecret, clientVersion());
    if (welcome) {
        if (auto same = checkStore(*welcome, account->storeId); !same)
            return same.error();
    }
    return welcome;
}

void StoreAccountLink::setAccount(std::shared_ptr<const StoreAccount> account)
{
    const std::lock_guard lock(m_mutex);
    m_account = std::move(account);
}

std::shared_ptr<const StoreAccount> StoreAccountLink::account() const
{
    const std::lock_guard lock(m_mutex);
    return m_account;
}

void StoreAccountLink::onRefused(std::function<void()> refused)
{
    const std::lock_guard lock(m_mutex);
    m_refused = std::move(refused);
}

} // namespace consent::desk
