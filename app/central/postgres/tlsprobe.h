#pragma once

#include "central/postgres/postgreserrors_p.h"
#include "central/postgres/storeaddress.h"

#include <QString>

#include <chrono>

namespace consent::central {

/// Finds out why a server's certificate is refused: libpq only says that it is. Blocks; worker threads only.
class TlsProbe
{
public:
    /// @return Unknown when the server is not reached, or nothing is wrong with it from here.
    static postgreserrors::CertificateFault ask(const StoreAddress::Host &host, const QString &authorityFile,
                                                std::chrono::milliseconds patience);
};

} // namespace consent::central
