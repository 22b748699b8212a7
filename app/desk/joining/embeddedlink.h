#pragma once

#include "base/clock.h"
#include "crypto/secretbuffer.h"
#include "sync/storelink.h"

#include <QString>

namespace consent::desk {

/// The way to a store in a file of this PC alone. Nobody else writes to it, and nobody has to say who they are.
class EmbeddedLink : public sync::StoreLink
{
public:
    struct File
    {
        QString path;
        std::shared_ptr<const crypto::SecretBuffer> key; ///< 32 bytes.
        int keyEpoch = 1;
        QString branch; ///< Of this PC.
    };

    /// @param material the user's sealed keys, which are to be in the store too
    /// @param clock outlives this
    EmbeddedLink(File file, central::UserKeyMaterial material, const Clock &clock);

    Result<std::unique_ptr<central::CentralStore>> open() override;
    Result<central::Welcome> hello(central::CentralStore &store) override;
    bool isShared() const override { return false; }

private:
    File m_file;
    central::UserKeyMaterial m_material;
    const Clock &m_clock;
};

} // namespace consent::desk
