#pragma once

#include "desk/papers/paper.h"

#include <QByteArray>

namespace consent::desk {

/// Port: a paper as a file that can be printed, sent and kept. Called on the cache thread; the same paper gives the
/// same bytes on the same PC, so that a later copy can be told from a changed one.
class PaperPrinter
{
public:
    virtual ~PaperPrinter() = default;
    PaperPrinter(const PaperPrinter &) = delete;
    PaperPrinter &operator=(const PaperPrinter &) = delete;

    /// @return the bytes of a PDF, or the Error that prevented it
    virtual Result<QByteArray> print(const Paper &paper) const = 0;

protected:
    PaperPrinter() = default;
};

} // namespace consent::desk
