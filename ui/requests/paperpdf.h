#pragma once

#include "desk/papers/paperprinter.h"

class QPagedPaintDevice;

namespace consent::ui {

/// Papers as PDF: A4, "1 / 3" and the document number at the foot of every page, a font from which words can be copied
/// and searched. The same paper gives the same bytes as long as the PC's fonts stay as they are. Any thread.
class PaperPdf : public desk::PaperPrinter
{
public:
    PaperPdf() = default;

    Result<QByteArray> print(const desk::Paper &paper) const override;
};

/// The same pages on a printer. @return Io when it does not take them.
Result<void> printPaper(const desk::Paper &paper, QPagedPaintDevice &printer);

} // namespace consent::ui
