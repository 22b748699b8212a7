#include "desk/joining/embeddedlink.h"

#include "central/embedded/embeddedstore.h"
#include "vault/database/sealeddatabase.h"

namespace consent::desk {

EmbeddedLink::EmbeddedLink(File file, central::UserKeyMaterial material, const Clock &clock)
    : m_file(std::move(file))
    , m_material(std::move(material))
    , m_clock(clock)
{
}

Result<std::unique_ptr<central::CentralStore>> EmbeddedLink::open()
{
    const auto migrations = central::EmbeddedStore::migrations();
    if (!migrations)
        return migrations.error();
    auto connection = vault::SealedDatabase::open(m_file.path, m_file.key->span(), *migrations,
                                                  {.keyEpoch = static_cast<unsigned>(m_file.keyEpoch)});
    if (!connection)
        return connection.error();
    return std::unique_ptr<central::CentralStore>(std::make_unique<central::EmbeddedStore>(std::move(*connection)));
}

Result<central::Welcome> EmbeddedLink::hello(central::CentralStore &store)
{
    if (auto put = store.putUserKeys(m_material); !put)
        return put.error();
    central::Welcome welcome;          // without a store's id: it is nobody else's
    welcome.storeTime = m_clock.now(); // one PC, one clock
    welcome.standing = central::Standing::Active;
    welcome.user = m_material.keys.user;
    welcome.branch = m_file.branch;
    return welcome;
}

} // namespace consent::desk
