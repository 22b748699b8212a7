#pragma once

#include "base/error.h"

#include <QCoreApplication>

namespace consent::evidence {

/// The sentences of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(consent::evidence::Evidence)

public:
    static Error damaged(const QString &detail)
    {
        return {ErrorKind::Damaged,
                tr("This piece of evidence is damaged on this PC and was not shown. Nothing was deleted. If the centre "
                   "has it, it can be fetched again."),
                detail};
    }
    static Error wrongKey()
    {
        return {ErrorKind::WrongKey,
                tr("This piece of evidence is sealed with another key than this person's. It was not shown."),
                QStringLiteral("evidence under another data key")};
    }
    static Error noMemory()
    {
        return {ErrorKind::Unavailable,
                tr("There is not enough protected memory to open the evidence. Close other programs and try again."),
                QStringLiteral("secure heap")};
    }
    static Error tooLarge()
    {
        return {ErrorKind::InvalidArgument, tr("The evidence is too large to be kept in one piece."),
                QStringLiteral("evidence over the limit")};
    }
    static Error notHere(const QString &detail)
    {
        return {ErrorKind::NotFound, tr("This piece of evidence is not on this PC. Fetch it from the centre first."),
                detail};
    }
    static Error full(const QString &detail)
    {
        return {ErrorKind::DiskFull,
                tr("There is no room on the disk of this PC for the evidence. What was kept before is safe. Free some "
                   "space and try again."),
                detail};
    }
    static Error io(const QString &detail)
    {
        return {ErrorKind::Io,
                tr("The evidence could not be written to or read from the disk of this PC. What was kept before is "
                   "safe. Check the disk and try again."),
                detail};
    }
};

} // namespace consent::evidence
