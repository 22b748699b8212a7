#pragma once

// SQLite's functions, for the sources that also go into the loadable extension: there they are reached through the
// table that the host program hands over, so that both use one and the same library.
#ifdef CONSENT_VAULT_LOADABLE
#include <sqlite3ext.h>
extern "C" {
SQLITE_EXTENSION_INIT3
}
#else
#include <sqlite3.h>
#endif
