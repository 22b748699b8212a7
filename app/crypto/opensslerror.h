#pragma once

#include "base/error.h"

namespace consent::crypto {

/// What OpenSSL said about the failure that just happened in this thread, and empties its queue, so that the next
/// failure does not inherit it. Reasons only: holds no data. Call once a failure.
QString takeOpenSslErrors();

/// A failure of ours or of the PC, with what OpenSSL said as its detail.
Error opensslFailure(const QString &what);

} // namespace consent::crypto
