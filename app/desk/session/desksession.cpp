#include "desk/session/desksession.h"

#include "base/logging.h"
#include "desk/calls/calldesk.h"
#include "desk/contacts/contactdesk.h"
#include "desk/entrance/deskopening.h"
#include "desk/entrance/passwordchange.h"
#include "desk/entrance/vaultdesk.h"
#include "desk/evidence/deskevidence.h"
#include "desk/evidence/evidencedesk.h"
#include "desk/exchange/deskinbox.h"
#include "desk/exchange/deskoutbox.h"
#include "desk/exchange/deskupkeep.h"
#include "desk/exchange/syncdesk.h"
#include "desk/joining/embeddedlink.h"
#include "desk/joining/staffdesk.h"
#include "desk/joining/standingwatch.h"
#include "desk/joining/storeaccount.h"
#include "desk/log/documentdesk.h"
#include "desk/log/ledgerdesk.h"
#include "desk/log/logdesk.h"
#include "desk/papers/paperdesk.h"
#include "desk/people/mergedesk.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/httpsauthenticityservice.h"
#include "desk/requests/requestdesk.h"
#include "desk/sample/demodesk.h"
#include "desk/session/deskcore.h"
#include "sync/storelink.h"
#include "sync/syncengine.h"

#include <QtConcurrentRun>

namespace consent::desk {

namespace {

std::shared_ptr<sync::StoreLink> linkOf(const DeskCore &core, SessionKeys &keys)
{
    if (keys.link)
        return std::move(keys.link);
    return std::make_shared<EmbeddedLink>(
        EmbeddedLink::File{core.profile().storePath(), std::move(keys.store), keys.storeEpoch, core.profile().branch()},
        std::move(keys.material), core.clock());
}

SyncView viewOf(const sync::SyncState &state)
{
    SyncView view{state.online, static_cast<int>(state.waiting), state.waitingSince, state.lastError};
    view.urgentWaiting = state.urgentWaiting;
    view.needsAttention = state.needsAttention;
    view.catchingUp = state.catchingUp;
    view.lastContact = state.lastContact;
    return view;
}

/// The service of the organisation file; null when there is none, or when its authority can't be read.
std::unique_ptr<AuthenticityService> authenticityService(const domain::Organisation &organisation)
{
    if (!organisation.authenticityService)
        return nullptr;
    auto service = HttpsAuthenticityService::create(*organisation.authenticityService);
    if (!service) {
        qCWarning(logging::desk, "no authenticity service: %s", qPrintable(service.error().detail));
        return nullptr;
    }
    return *std::move(service);
}

} // namespace

DeskSession::DeskSession(std::shared_ptr<DeskCore> core, SessionKeys keys)
    : m_core(std::move(core))
    , m_password(std::move(keys.password))
    , m_recovery(std::move(keys.recovery))
    , m_link(linkOf(*m_core, keys))
    , m_account(std::move(keys.account))
    , m_outbox(std::make_unique<DeskOutbox>(*m_core))
    , m_inbox(std::make_unique<DeskInbox>(*m_core))
    , m_upkeep(std::make_unique<DeskUpkeep>(*m_core))
    , m_sealedEvidence(std::make_unique<DeskEvidence>(*m_core))
    , m_sync(std::make_unique<sync::SyncEngine>(
          sync::SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep, m_sealedEvidence.get()}, m_core->clock()))
    , m_syncDesk(std::make_unique<SyncDesk>(*m_core, *m_sync, nullptr))
    , m_calls(std::make_unique<CallDesk>(*m_core, nullptr))
    , m_contacts(std::make_unique<ContactDesk>(*m_core, nullptr))
    , m_subjects(std::make_unique<SubjectDesk>(*m_core, nullptr))
    , m_log(std::make_unique<LogDesk>(*m_core, nullptr))
    , m_documents(std::make_unique<DocumentDesk>(*m_core, nullptr))
    , m_ledger(std::make_unique<LedgerDesk>(*m_core, nullptr))
    , m_demo(std::make_unique<DemoDesk>(*m_core, nullptr))
    , m_vault(std::make_unique<VaultDesk>(*m_core, nullptr))
    , m_papers(std::make_unique<PaperDesk>(*m_core, nullptr))
    , m_staff(std::make_unique<StaffDesk>(*m_core, m_account))
    , m_standing(std::make_unique<StandingWatch>(*m_core, m_link, m_account))
    , m_evidence(std::make_unique<EvidenceDesk>(*m_core, nullptr))
    , m_merges(std::make_unique<MergeDesk>(*m_core, nullptr))
    , m_requests(std::make_unique<RequestDesk>(*m_core, authenticityService(m_core->organisation()), nullptr))
{
    connect(m_sync.get(), &sync::SyncEngine::stateChanged, this, [this](const sync::SyncState &state) {
        m_view = viewOf(state);
        Q_EMIT syncChanged();
    });
    connect(m_sync.get(), &sync::SyncEngine::greeted, this, &DeskSession::greeted);
    connect(m_sync.get(), &sync::SyncEngine::greeted, m_standing.get(), &StandingWatch::consider);
    connect(m_standing.get(), &StandingWatch::closed, this, &DeskSession::closed);
    connect(m_sync.get(), &sync::SyncEngine::received, this, &DeskSession::recorded);
    m_core->onRecorded([this](bool urgent) {
        m_sync->wake(urgent);
        QMetaObject::invokeMethod(this, &DeskSession::recorded, Qt::QueuedConnection);
    });
    connect(m_evidence.get(), &EvidenceDesk::wanted, this, [this] { m_sync->wake(); });
    // Behind everything that somebody waits for. What it can't do it says in the log, and tries again next time.
    m_evidence->tidy().then(QtFuture::Launch::Sync, [](const Result<void> &tidied) {
        if (!tidied)
            qCWarning(logging::desk) << "evidence was not tidied up:" << tidied.error().detail;
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

UtcTime DeskSession::now() const
{
    return m_core->clock().now();
}

PasswordChange DeskSession::passwordChange() const
{
    return {m_core, m_account};
}

QFuture<Result<void>> DeskSession::unlock(const QString &password)
{
    return QtConcurrent::run([check = m_password, password] { return deskopening::checkPassword(check, password); });
}

} // namespace consent::desk
