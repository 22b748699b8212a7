#pragma once

#include "base/result.h"

#include <QByteArray>

namespace consent::cache {

/// A compact JWS as the event table keeps it: the three parts out of base64url, the payload deflated; about a third of
/// the text. A text that would not come back byte for byte is kept as it is.
QByteArray packJws(const QByteArray &compactJws);
/// @return Damaged when it is no packed JWS.
Result<QByteArray> unpackJws(const QByteArray &packed);

} // namespace consent::cache
