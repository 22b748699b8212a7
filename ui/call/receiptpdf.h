#pragma once

#include "base/result.h"
#include "desk/calls/callviews.h"

#include <QByteArray>

namespace consent::ui {

/// The receipt as a PDF of A4 pages in a font from which words can be copied and searched. Any thread; the language is
/// that of the program.
QByteArray receiptPdf(const desk::ReceiptDocument &receipt);

/// Writes the PDF so that either the whole file is there or none. @return DiskFull or Io.
Result<void> writeReceiptPdf(const desk::ReceiptDocument &receipt, const QString &path);

/// Writes the signed record as it stands. @return NotFound when the receipt has none, DiskFull or Io.
Result<void> writeReceiptJws(const desk::ReceiptDocument &receipt, const QString &path);

} // namespace consent::ui
