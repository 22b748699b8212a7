#pragma once

#include "base/result.h"
#include "cache/salvage/salvagereport.h"

#include <QCoreApplication>
#include <QString>

#include <cstdint>
#include <span>

namespace consent::cache {

/// Takes out of a damaged cache what verifies, and puts it into a new one: this device with its key, what the desk
/// keeps by itself, data keys, drafts, the access log; then the events that wait for the centre, and then all others.
/// An event counts when its text is one and its device's signature fits. What follows from the events is not copied:
/// the new cache is marked (Projector::wasInterrupted), and who opens it rebuilds.
class Salvage
{
    Q_DECLARE_TR_FUNCTIONS(consent::cache::Salvage)

public:
    /// Takes long for a large cache. Belongs to one thread; nobody has either file open.
    /// @param copy a copy of the damaged file and of its log (vault::SetAside::copy); is written to
    /// @param fresh where the new cache is made; nothing is there yet. Closed and complete on success.
    /// @return Damaged when this device's key is not among what can be read: then a new cache would be of no use.
    static Result<SalvageReport> run(const QString &copy, const QString &fresh, std::span<const std::uint8_t> key);
};

} // namespace consent::cache
