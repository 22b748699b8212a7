#pragma once

#include "base/result.h"
#include "desk/session/deskprofile.h"
#include "desk/session/opendesk.h"

#include <QCoreApplication>
#include <QString>

namespace consent::vault {
class Keychain;
}

namespace consent::desk {

/// Takes a desk down whose device the shared store withdrew: what was not sent yet is sealed for whoever holds the
/// organisation's key, then everything that opens the data is destroyed, then the data.
///
/// The store takes no events from a withdrawn device: whoever has the PC could make them. But a PC may be withdrawn by
/// mistake, and an opt-out that somebody was told about must not vanish: so the unsent events stay beside the folder,
/// in a file that nobody on this PC can open. DeskTakedown::openUnsent() shows a privacy officer what is in it.
class DeskTakedown
{
    Q_DECLARE_TR_FUNCTIONS(consent::desk::DeskTakedown)

public:
    /// Seals what waits and marks the desk, durably: from now on it does not open, and destroy() may be called again
    /// until it is done. Cache thread.
    static Result<void> begin(OpenDesk &open, const DeskProfile &profile);
    static bool isMarked(const DeskProfile &profile);
    /// Key slots, keychain secret and files, in this order. Nobody may have the desk open. Any thread, blocks.
    static Result<void> destroy(const DeskProfile &profile, vault::Keychain &keychain);

    /// Where begin() puts what waits; not there when nothing waited.
    static QString unsentPath(const DeskProfile &profile);
    /// The compact JWS of every event in such a file, oldest first. @return WrongKey, Damaged.
    static Result<QList<QByteArray>> openUnsent(const ledger::OrganisationKeys &keys, const QByteArray &file);
};

} // namespace consent::desk
