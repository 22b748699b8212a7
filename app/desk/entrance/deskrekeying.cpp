#include "desk/entrance/deskrekeying.h"

#include "vault/care/rekey.h"
#include "vault/vfs/vault_c.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace consent::desk {

int epochOfFile(const QString &path, const vault::DatabaseKeys &keys)
{
    unsigned int epoch = 0;
    const bool known = vault_file_epoch(QFile::encodeName(path).constData(), &epoch) == 0;
    return known && keys.contains(int(epoch)) ? int(epoch) : keys.rbegin()->first;
}

namespace {

QStringList sealedFiles(const DeskProfile &profile)
{
    return {profile.cachePath(), profile.storePath()};
}

bool isUnfinished(const DeskProfile &profile, const vault::DatabaseKeys &keys)
{
    const QStringList files = sealedFiles(profile);
    return std::ranges::any_of(files, [&keys](const QString &file) {
        return vault::Rekey::isUnfinished(file) ||
               (QFileInfo::exists(file) && epochOfFile(file, keys) < keys.rbegin()->first);
    });
}

} // namespace

Result<void> DeskRekeying::forgetRetired(const DeskProfile &profile, vault::KeySlots &keySlots, const QString &login,
                                         vault::KeySlots::Opened &opened, const crypto::SecretBuffer *deviceSecret)
{
    if (opened.databaseKeys.size() < 2 || isUnfinished(profile, opened.databaseKeys))
        return {};
    return keySlots.forgetEpochsBefore(opened.databaseKeys.rbegin()->first, login, opened, deviceSecret);
}

Result<void> DeskRekeying::run(const DeskProfile &profile, const QString &login, const QString &password,
                               const crypto::SecretBuffer *deviceSecret, const Progress &progress)
{
    auto keySlots = vault::KeySlots::load(profile.slotsPath());
    if (!keySlots)
        return keySlots.error();
    auto opened = keySlots->open(login, password, deviceSecret);
    if (!opened)
        return opened.error();
    const QStringList files = sealedFiles(profile);
    const int newest = opened->databaseKeys.rbegin()->first;
    // A run that was interrupted has its key in the slots already: it is finished before another begins.
    const bool unfinished = isUnfinished(profile, opened->databaseKeys);
    int target = newest;
    if (!unfinished) {
        auto fresh = crypto::SecretBuffer::random(32);
        if (!fresh)
            return Error{ErrorKind::Internal,
                         tr("There is not enough protected memory for a new key. Close other programs and try again; "
                            "nothing was changed."),
                         QStringLiteral("secure heap")};
        ++target;
        if (auto added = keySlots->addEpoch(opened->databaseKeys, target, *fresh); !added)
            return added;
        opened->databaseKeys.emplace(target, std::move(*fresh));
    }
    for (const QString &file : files) {
        if (!QFileInfo::exists(file))
            continue;
        const int current = epochOfFile(file, opened->databaseKeys);
        if (current == target && !vault::Rekey::isUnfinished(file))
            continue;
        const vault::Rekey::Keys keys{opened->databaseKeys.at(current).span(), opened->databaseKeys.at(target).span(),
                                      unsigned(target)};
        const auto moved = vault::Rekey::run(file, keys, [&progress](vault::Rekey::Step, qint64 done, qint64 total) {
            return !progress || progress(done, total);
        });
        if (!moved)
            return moved;
    }
    return keySlots->forgetEpochsBefore(target, login, *opened, deviceSecret);
}

} // namespace consent::desk
