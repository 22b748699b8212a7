#pragma once

#include "base/result.h"
#include "central/storesession.h"
#include "desk/joining/storeaccount.h"

#include <QObject>
#include <QString>

#include <memory>

namespace consent::sync {
class StoreLink;
}

namespace consent::desk {

class DeskCore;

/// Acts on what the shared store says of this user and this PC while somebody works: a withdrawn PC is taken down, a
/// disabled user loses the key slot, changed rights count from the next sign-in, which is asked for at once. UI thread.
class StandingWatch : public QObject
{
    Q_OBJECT

public:
    /// @param core outlives this @param account null where there is no shared store: then nothing ever happens
    StandingWatch(DeskCore &core, const std::shared_ptr<sync::StoreLink> &link,
                  std::shared_ptr<const StoreAccount> account);
    ~StandingWatch() override;

    void consider(const central::Welcome &welcome);

Q_SIGNALS:
    /// The desk has to be left. Once; everything that belongs to it on disk is done by then, but destroying the files
    /// of a withdrawn desk, which nobody may have open: DeskEntrance::takeDownWithdrawn().
    void closed(const QString &sentence);

private:
    void close(const QString &sentence);
    void takeDown();
    void removeSlot();
    void keepRoles(const QStringList &roles);

    DeskCore &m_core;
    std::weak_ptr<sync::StoreLink> m_link;
    std::shared_ptr<const StoreAccount> m_account;
    bool m_ending = false;
};

} // namespace consent::desk
