#include "desk/joining/deskjoining.h"

#include "base/jsonfile.h"
#include "central/storelogin.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "desk/entrance/deskopening.h"
#include "desk/joining/desklease.h"
#include "desk/joining/deviceproof.h"
#include "desk/joining/storesignin.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/keychain.h"
#include "vault/keys/keyslots.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstEpoch = 1;
constexpr qint64 certificateLimit = 64 * 1024;

Error refused(ErrorKind kind, const QString &message, const QString &detail)
{
    return Error{kind, message, detail};
}

/// A certificate of this PC (mTLS) that was made for it before the desk was: copied, for the attempt can fail.
Result<void> takeCertificate(const DeskJoining::Plan &plan, const DeskProfile &profile)
{
    const DeskFolders::Waiting waiting = DeskFolders::certificateBeside(plan.folder);
    if (!QFileInfo::exists(waiting.certificate))
        return {};
    for (const auto &[from, to] : {std::pair(waiting.certificate, profile.certificatePath()),
                                   std::pair(waiting.key, profile.certificateKeyPath())}) {
        const auto bytes = readFileLimited(from, certificateLimit);
        if (!bytes)
            return refused(bytes.error().kind,
                           DeskJoining::tr("The certificate of this PC needs its key beside it, and %1 can't be read. "
                                           "Nothing was set up. Put the file there or take device.crt away.")
                               .arg(from),
                           bytes.error().detail);
        if (auto kept = writeFileDurably(to, *bytes); !kept)
            return kept;
    }
    // The database library takes no key that others can read.
    if (!QFile::setPermissions(profile.certificateKeyPath(), QFile::ReadOwner | QFile::WriteOwner))
        return refused(ErrorKind::Io,
                       DeskJoining::tr("The key of this PC's certificate can't be kept from others in %1. Nothing was "
                                       "set up. Check that the disk knows permissions.")
                           .arg(profile.folder()),
                       u"permissions"_s);
    return {};
}

} // namespace

QString newPasswordFault(const domain::Organisation &organisation, const QString &login, const QString &before,
                         const QString &fresh)
{
    if (fresh.size() < organisation.passwordMinimumLength)
        return QCoreApplication::translate("consent::desk::DeskEntrance",
                                           "Use at least %1 characters. A sentence that only you know is good.")
            .arg(organisation.passwordMinimumLength);
    if (fresh.contains(login, Qt::CaseInsensitive))
        return QCoreApplication::translate("consent::desk::DeskEntrance",
                                           "The password must not contain the user name.");
    if (fresh == before)
        return QCoreApplication::translate("consent::desk::DeskEntrance",
                                           "The new password is the one you have. Choose another.");
    return {};
}

DeskJoining::DeskJoining(vault::Keychain &keychain, const Clock &clock, std::shared_ptr<central::StoreGate> gate,
                         Claims &claims)
    : m_keychain(keychain)
    , m_clock(clock)
    , m_gate(std::move(gate))
    , m_claims(claims)
{
}

Result<void> DeskJoining::join(const Plan &plan)
{
    if (QFileInfo::exists(plan.folder))
        return refused(ErrorKind::AlreadyExists,
                       tr("There is a desk on this PC already. Sign in, or ask your administrator."),
                       u"folder exists"_s);
    if (!central::isStoreLogin(plan.login))
        return refused(ErrorKind::InvalidArgument,
                       tr("A user name of the central store has small letters and digits. Check it."), u"login"_s);
    const auto code = EnrolmentCode::parse(plan.code);
    if (!code)
        return code.error();
    const auto ticket = enrolmentfile::read(plan.file, *code);
    if (!ticket)
        return ticket.error();
    const auto organisation = domain::Organisation::parse(ticket->organisationJson);
    if (!organisation)
        return organisation.error();
    if (!plan.newPassword.isEmpty()) {
        if (const QString fault = newPasswordFault(*organisation, plan.login, plan.password, plan.newPassword);
            !fault.isEmpty())
            return refused(ErrorKind::InvalidArgument, fault, u"new password"_s);
    }
    const QString building = plan.folder + u".new"_s;
    QDir(building).removeRecursively(); // What an interrupted attempt left holds nothing that anybody was told about.
    DeskProfile profile =
        DeskProfile::join(building, ticket->device, ticket->branch, {ticket->storeId, ticket->address});
    bool secretMade = false;
    Result<void> built = build(plan, *ticket, *organisation, profile, secretMade);
    if (built && !QDir().rename(building, plan.folder))
        built =
            refused(ErrorKind::Io, tr("The folder %1 can't be made. Check that you may write there.").arg(plan.folder),
                    u"rename"_s);
    if (!built) {
        QDir(building).removeRecursively();
        if (secretMade)
            (void)vault::DeviceSecret::destroy(m_keychain, profile.installation()); // It opens nothing.
        return built;
    }
    m_claims.erase(ticket->enrolment);
    const DeskFolders::Waiting waiting = DeskFolders::certificateBeside(plan.folder);
    QFile::remove(waiting.key); // The desk has its own copy now.
    QFile::remove(waiting.certificate);
    return built;
}

Result<void> DeskJoining::build(const Plan &plan, const EnrolmentTicket &ticket,
                                const domain::Organisation &organisation, DeskProfile &profile, bool &secretMade)
{
    std::optional<crypto::SecretBuffer> secret;
    auto made = vault::DeviceSecret::create(m_keychain, profile.installation());
    if (made) {
        secretMade = true;
        secret = std::move(*made);
        profile.setKeychainUsed(true);
    } else if (!organisation.allowPasswordOnly) {
        return made.error();
    }
    if (auto saved = profile.save(); !saved)
        return saved;
    if (auto kept = writeFileDurably(profile.organisationPath(), ticket.organisationJson); !kept)
        return kept;
    if (!ticket.caPem.isEmpty()) {
        if (auto kept = writeFileDurably(profile.authorityPath(), ticket.caPem); !kept)
            return kept;
    }
    if (auto taken = takeCertificate(plan, profile); !taken)
        return taken;
    const auto claim = claimOf(ticket);
    if (!claim)
        return claim.error();
    const crypto::SecretBuffer *deviceSecret = secret ? &*secret : nullptr;
    if (auto kept = deviceproof::write(profile, *(*claim)->secret, deviceSecret); !kept)
        return kept;
    auto come = visit(plan, ticket, organisation, profile, **claim);
    if (!come)
        return come.error();
    return fill(plan, ticket, profile, *come, (*claim)->deviceKey, deviceSecret);
}

Result<std::shared_ptr<const DeskJoining::Claim>> DeskJoining::claimOf(const EnrolmentTicket &ticket)
{
    auto &claim = m_claims[ticket.enrolment];
    if (!claim) {
        auto key = crypto::P256PrivateKey::generate();
        if (!key)
            return key.error();
        auto secret = deviceproof::make();
        if (!secret)
            return secret.error();
        claim = std::make_shared<const Claim>(
            Claim{std::move(*key), std::make_shared<const crypto::SecretBuffer>(std::move(*secret))});
    }
    return claim;
}

Result<StoreVisit> DeskJoining::visit(const Plan &plan, const EnrolmentTicket &ticket,
                                      const domain::Organisation &organisation, const DeskProfile &profile,
                                      const Claim &claim)
{
    const auto address = profile.storeAddress();
    if (!address)
        return address.error();
    auto begun = storesignin::begin({m_gate, *address, ticket.storeId}, plan.login, plan.password, plan.newPassword);
    if (!begun)
        return begun.error();
    const auto answer = begun->enrol({ticket.enrolment, ticket.device, claim.deviceKey.publicKey().toJwk(),
                                      crypto::toByteArray(crypto::sha256(claim.secret->span()))},
                                     ticket.secret);
    if (!answer)
        return answer.error();
    switch (*answer) {
    case central::EnrolAnswer::Enrolled:
        break;
    case central::EnrolAnswer::Used:
        return refused(ErrorKind::NotAllowed,
                       tr("This enrolment file was used already, and is good for one PC only. Nothing was set up. Ask "
                          "your administrator for a new file."),
                       u"used"_s);
    case central::EnrolAnswer::Expired:
        return refused(ErrorKind::NotAllowed,
                       tr("This enrolment file is no longer valid. Nothing was set up. Ask your administrator for a "
                          "new file."),
                       u"expired"_s);
    case central::EnrolAnswer::Unknown:
        return refused(ErrorKind::NotAllowed,
                       tr("The central store does not know this enrolment file. Nothing was set up. Ask your "
                          "administrator for a new file."),
                       u"unknown"_s);
    }
    const auto ready = storesignin::settle(*begun, ticket.device, claim.secret,
                                           {organisation, plan.login, plan.password, plan.newPassword});
    if (!ready)
        return ready.error();
    if (ready->standing != central::Standing::Active)
        return standingError(ready->standing);
    return begun;
}

Result<void> DeskJoining::fill(const Plan &plan, const EnrolmentTicket &ticket, const DeskProfile &profile,
                               StoreVisit &visit, const crypto::P256PrivateKey &deviceKey,
                               const crypto::SecretBuffer *deviceSecret)
{
    auto database = crypto::SecretBuffer::random(32);
    if (!database)
        return refused(ErrorKind::Internal,
                       tr("There is not enough protected memory for the keys. Close other programs and try again; "
                          "nothing was set up."),
                       u"secure heap"_s);
    vault::DatabaseKeys keys;
    keys.emplace(firstEpoch, std::move(*database));
    auto cache = deskopening::openCache(profile.cachePath(), keys);
    if (!cache)
        return cache.error();
    auto jwk = deviceKey.toJwk();
    auto ownKey = jwk ? crypto::P256PrivateKey::fromJwk(jwk->span()) : Result<crypto::P256PrivateKey>(jwk.error());
    if (!ownKey)
        return ownKey.error();
    {
        OpenDesk open(std::move(*cache), {}, std::move(*ownKey), 0);
        auto transaction = vault::SqlTransaction::begin(open.cache->connection());
        if (!transaction)
            return transaction.error();
        if (auto device = open.cache->device().create(ticket.device, open.deviceKey); !device)
            return device;
        const auto member = storesignin::keepPeople(*open.cache, visit);
        if (!member)
            return member.error();
        if (auto renewed = desklease::renew(*open.cache, m_clock.now()); !renewed)
            return renewed;
        EventRecorder recorder(open, profile, *member, m_clock);
        if (auto enrolled = recorder.enrolDevice(ticket.branch); !enrolled)
            return enrolled.error();
        if (auto committed = transaction->commit(); !committed)
            return committed;
    }
    auto keySlots = vault::KeySlots::create(profile.slotsPath(), deviceSecret);
    if (!keySlots)
        return keySlots.error();
    return storesignin::putSlots(*keySlots, plan.login, visit, deviceSecret, keys);
}

} // namespace consent::desk
