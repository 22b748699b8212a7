#pragma once

#include "desk/joining/storeaccount.h"
#include "sync/storelink.h"

#include <functional>
#include <memory>
#include <mutex>

namespace consent::desk {

/// The way of a signed-in desk to the shared store: connects as the user, says hello as the device. Sync thread, but
/// for what is said otherwise.
class StoreAccountLink final : public sync::StoreLink
{
public:
    explicit StoreAccountLink(std::shared_ptr<const StoreAccount> account);

    Result<std::unique_ptr<central::CentralStore>> open() override;
    Result<central::Welcome> hello(central::CentralStore &store) override;
    bool isShared() const override { return true; }

    /// From now on with another account: the password was changed. Thread-safe.
    void setAccount(std::shared_ptr<const StoreAccount> account);
    std::shared_ptr<const StoreAccount> account() const; ///< Thread-safe.
    /// @param refused called on the sync thread when the store does not take the password any more. Thread-safe.
    void onRefused(std::function<void()> refused);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const StoreAccount> m_account;
    std::function<void()> m_refused;
};

} // namespace consent::desk
