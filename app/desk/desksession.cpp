#include "desk/desksession.h"

#include "central/embeddedstore.h"
#include "desk/calldesk.h"
#include "desk/demodesk.h"
#include "desk/deskcore.h"
#include "desk/deskopening.h"
#include "desk/deskoutbox.h"
#include "desk/documentdesk.h"
#include "desk/ledgerdesk.h"
#include "desk/logdesk.h"
#include "desk/paperdesk.h"
#include "desk/subjectdesk.h"
#include "desk/vaultdesk.h"
#include "sync/syncengine.h"
#include "vault/migrations.h"
#include "vault/sealeddatabase.h"
#include "vault/sqlconnection.h"

#include <QtConcurrentRun>

namespace consent::desk {

namespace {

/// Opens the embedded store on the sync thread, and sees to it that the user's sealed keys are there too.
sync::StoreFactory embeddedStore(const QString &path, std::shared_ptr<const crypto::SecretBuffer> key, int epoch,
                                 central::UserKeyMaterial material)
{
    return [path, key, epoch, material]() -> Result<std::unique_ptr<central::CentralStore>> {
        const auto migrations = central::EmbeddedStore::migrations();
        if (!migrations)
            return migrations.error();
        auto connection = vault::SealedDatabase::open(path, key->span(), *migrations, {.keyEpoch = unsigned(epoch)});
        if (!connection)
            return connection.error();
        std::unique_ptr<central::CentralStore> store = std::make_unique<central::EmbeddedStore>(std::move(*connection));
        if (auto put = store->putUserKeys(material); !put)
            return put.error();
        return store;
    };
}

} // namespace

DeskSession::DeskSession(std::shared_ptr<DeskCore> core, SessionKeys keys)
    : m_core(std::move(core))
    , m_password(std::move(keys.password))
    , m_recovery(std::move(keys.recovery))
    , m_outbox(std::make_unique<DeskOutbox>(*m_core))
    , m_sync(std::make_unique<sync::SyncEngine>(embeddedStore(m_core->profile().storePath(), std::move(keys.store),
                                                              keys.storeEpoch, std::move(keys.material)),
                                                *m_outbox, m_core->clock()))
    , m_calls(std::make_unique<CallDesk>(*m_core, nullptr))
    , m_subjects(std::make_unique<SubjectDesk>(*m_core, nullptr))
    , m_log(std::make_unique<LogDesk>(*m_core, nullptr))
    , m_documents(std::make_unique<DocumentDesk>(*m_core, nullptr))
    , m_ledger(std::make_unique<LedgerDesk>(*m_core, nullptr))
    , m_demo(std::make_unique<DemoDesk>(*m_core, nullptr))
    , m_vault(std::make_unique<VaultDesk>(*m_core, nullptr))
    , m_papers(std::make_unique<PaperDesk>(*m_core, nullptr))
{
    connect(m_sync.get(), &sync::SyncEngine::stateChanged, this, [this](const sync::SyncState &state) {
        m_view = {state.online, int(state.waiting), state.waitingSince, state.lastError};
        Q_EMIT syncChanged();
    });
    m_core->onRecorded([this](bool urgent) {
        m_sync->wake(urgent);
        QMetaObject::invokeMethod(this, &DeskSession::recorded, Qt::QueuedConnection);
    });
    m_sync->start();
}

DeskSession::~DeskSession()
{
    // Sync waits for the cache thread, so it ends first. Then whatever was handed over to be saved is saved, while
    // everything that it speaks to still lives.
    m_sync->stop();
    m_core->drain();
    m_core->onRecorded({});
}

const StaffMember &DeskSession::user() const
{
    return m_core->user();
}
const domain::Organisation &DeskSession::organisation() const
{
    return m_core->organisation();
}
const DeskProfile &DeskSession::profile() const
{
    return m_core->profile();
}

QFuture<Result<void>> DeskSession::unlock(const QString &password)
{
    return QtConcurrent::run([check = m_password, password] { return deskopening::checkPassword(check, password); });
}

} // namespace consent::desk
