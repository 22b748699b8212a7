#pragma once

#include "desk/paperprinter.h"

namespace consent::ui {

/// Papers as PDF: A4, "1 / 3" and the document number at the foot of every page, a font from which words can be copied
/// and searched. The same paper gives the same bytes as long as the PC's fonts stay as they are. Any thread.
class PaperPdf : public desk::PaperPrinter
{
public:
    PaperPdf() = default;

    Result<QByteArray> print(const desk::Paper &paper) const override;
};

} // namespace consent::ui
