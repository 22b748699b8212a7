#pragma once

#include "crypto/base64url.h"

#include <QByteArray>

namespace consent::test {

inline QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

inline QByteArray bytes(crypto::Bytes view)
{
    return crypto::toByteArray(view);
}

} // namespace consent::test
