#include "desk/entrance/deskfounding.h"

#include "base/jsonfile.h"
#include "desk/entrance/deskopening.h"
#include "desk/log/publishing.h"
#include "desk/sample/samplecalls.h"
#include "ledger/eventtypes.h"
#include "ledger/userkeys.h"
#include "vault/keys/devicesecret.h"
#include "vault/keys/keychain.h"
#include "vault/keys/keyslots.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstEpoch = 1;
constexpr std::uint64_t sampleSeed = 20171114;
constexpr auto samplePast = std::chrono::days(20);

Error outOfMemory()
{
    return Error{ErrorKind::Internal,
                 QCoreApplication::translate("DeskFounding",
                                             "There is not enough protected memory for the keys. Close other "
                                             "programs and try again; nothing was set up."),
                 u"secure heap"_s};
}

Error alreadyThere()
{
    return Error{ErrorKind::AlreadyExists,
                 QCoreApplication::translate("DeskFounding", "There is a desk on this PC already. Sign in, or ask your "
                                                             "administrator."),
                 u"folder exists"_s};
}

/// Everything that the first user of a desk holds keys to.
struct Keys
{
    vault::PasswordKey passwordKey;
    vault::DatabaseKeys database;
    ledger::UserKeys user;
    ledger::UserKeyRecord userRecord;
    ledger::OrganisationKey organisation;
    crypto::P256PrivateKey device;
};

Result<Keys> makeKeys(const UserId &user, const QString &password)
{
    auto passwordKey = vault::PasswordKey::create(password);
    if (!passwordKey)
        return passwordKey.error();
    auto database = crypto::SecretBuffer::random(32);
    if (!database)
        return outOfMemory();
    auto pair = ledger::UserKeys::generate(user);
    if (!pair)
        return pair.error();
    auto record = pair->seal(passwordKey->key());
    if (!record)
        return record.error();
    auto organisation = ledger::OrganisationKey::generate(firstEpoch);
    if (!organisation)
        return organisation.error();
    auto device = crypto::P256PrivateKey::generate();
    if (!device)
        return device.error();
    vault::DatabaseKeys keys;
    keys.emplace(firstEpoch, std::move(*database));
    return Keys{std::move(*passwordKey), std::move(keys),          std::move(*pair),
                std::move(*record),      std::move(*organisation), std::move(*device)};
}

Result<void> firstEvents(OpenDesk &open, EventRecorder &recorder, const DeskFounding::Plan &plan,
                         const domain::Organisation &organisation)
{
    if (auto enrolled = recorder.enrolDevice(plan.branch); !enrolled)
        return enrolled.error();
    const QJsonObject userFacts{{u"user"_s, plan.firstUser.id.toString()},
                                {u"roles"_s, QJsonArray::fromStringList(toCode(plan.firstUser.roles).split(u','))}};
    if (auto added = recorder.record(ledger::eventtypes::userAdded, std::nullopt, userFacts); !added)
        return added.error();
    if (!plan.noticeBytes.isEmpty()) {
        if (auto notice = publishing::publishNotice(open, recorder, {plan.noticeName, plan.noticeBytes, {}, {}});
            !notice)
            return notice.error();
    }
    if (auto script = publishing::publishScript(open, recorder, plan.scriptJson, organisation); !script)
        return script.error();
    return {};
}

} // namespace

Result<void> DeskFounding::found(const Plan &plan, const Progress &progress)
{
    const auto organisation = domain::Organisation::parse(plan.organisationJson);
    if (!organisation)
        return organisation.error();
    if (QFileInfo::exists(plan.folder))
        return alreadyThere();
    const QString building = plan.folder + u".new"_s;
    // What an interrupted attempt left holds nothing that anybody was told about.
    QDir(building).removeRecursively();
    QString keychainEntry;
    Result<void> built = build(plan, *organisation, building, progress, keychainEntry);
    if (built && !QDir().rename(building, plan.folder))
        built = Error{
            ErrorKind::Io,
            QCoreApplication::translate("DeskFounding", "The folder %1 can't be made. Check that you may write there.")
                .arg(plan.folder),
            u"rename"_s};
    if (!built) {
        QDir(building).removeRecursively();
        if (!keychainEntry.isEmpty())
            (void)vault::DeviceSecret::destroy(m_keychain, keychainEntry); // A secret without a desk opens nothing.
    }
    return built;
}

Result<void> DeskFounding::build(const Plan &plan, const domain::Organisation &organisation, const QString &folder,
                                 const Progress &progress, QString &keychainEntry)
{
    DeskProfile profile = DeskProfile::create(folder, plan.purpose, plan.branch);
    std::optional<crypto::SecretBuffer> secret;
    if (plan.purpose == DeskProfile::Purpose::Work) {
        auto made = vault::DeviceSecret::create(m_keychain, profile.installation());
        if (made) {
            keychainEntry = profile.installation();
            secret = std::move(*made);
            profile.setKeychainUsed(true);
        } else if (!organisation.allowPasswordOnly) {
            return made.error();
        }
    }
    const crypto::SecretBuffer *deviceSecret = secret ? &*secret : nullptr;
    if (auto saved = profile.save(); !saved)
        return saved;
    if (auto kept = writeFileDurably(profile.organisationPath(), plan.organisationJson); !kept)
        return kept;
    auto keys = makeKeys(plan.firstUser.id, plan.password);
    if (!keys)
        return keys.error();
    auto slots_ = vault::KeySlots::create(profile.slotsPath(), deviceSecret);
    if (!slots_)
        return slots_.error();
    if (auto added =
            slots_->add(plan.firstUser.login, plan.firstUser.id, keys->passwordKey, deviceSecret, keys->database);
        !added)
        return added;

    auto cache = deskopening::openCache(profile.cachePath(), keys->database);
    if (!cache)
        return cache.error();
    auto wrapped = keys->organisation.wrapFor(keys->user.publicKey());
    if (!wrapped)
        return wrapped.error();
    ledger::OrganisationKeys organisationKeys;
    organisationKeys.add(std::move(keys->organisation));
    OpenDesk open(std::move(*cache), std::move(organisationKeys), std::move(keys->device), 0);
    auto transaction = vault::SqlTransaction::begin(open.cache->connection());
    if (!transaction)
        return transaction.error();
    if (auto device = open.cache->device().create(profile.device(), open.deviceKey); !device)
        return device;
    if (auto member = deskopening::keepStaff(*open.cache, plan.firstUser); !member)
        return member;
    if (auto kept = deskopening::keepUserKeys(*open.cache, {keys->userRecord, {{firstEpoch, *wrapped}}}); !kept)
        return kept;
    // The sample desk tells of weeks gone by, so it was founded before them.
    const UtcTime begin = plan.samplePeople > 0 ? m_clock.now() - samplePast - std::chrono::days(3) : m_clock.now();
    StandingClock clock;
    clock.set(begin);
    EventRecorder recorder(open, profile, plan.firstUser, clock);
    if (auto begun = firstEvents(open, recorder, plan, organisation); !begun)
        return begun;
    if (plan.samplePeople > 0) {
        auto documents = publishing::current(open, koreanDate(begin));
        if (!documents)
            return documents.error();
        const SamplePeople people(sampleSeed);
        SampleCalls calls(open, profile, organisation, plan.firstUser, std::move(*documents), people);
        for (int i = 0; i < plan.samplePeople; ++i) {
            const UtcTime at = sampleMoment(begin, samplePast, i, plan.samplePeople);
            if (auto held = calls.hold(std::uint32_t(i), at); !held)
                return held.error();
            if (progress)
                progress(i + 1, plan.samplePeople);
        }
    }
    return transaction->commit();
}

} // namespace consent::desk
