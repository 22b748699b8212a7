#pragma once

#include "ledger/requestprojection.h"

#include <QString>

#include <vector>

/// How lists stand in a column of the table of requests. For this folder only.
namespace consent::cache::requesttexts {

QString fromStops(const std::vector<domain::ClockStop> &stops); ///< "1790000000000/1790000100000 1790000200000/"
std::vector<domain::ClockStop> toStops(const QString &text);
QString fromRecipients(const std::vector<ledger::RequestRecipient> &recipients); ///< id and "+" or "-", with blanks
std::vector<ledger::RequestRecipient> toRecipients(const QString &text);

} // namespace consent::cache::requesttexts
