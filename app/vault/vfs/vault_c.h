/* The sealing VFS for programs in C, and for checks that are independent of Consent Desk.
 *
 * Every file that SQLite opens through it is encrypted and authenticated with AES-256-GCM: database, write-ahead log,
 * rollback journal and temporary files. Keys arrive through these calls, never in a pragma or an URI.
 * All functions are thread-safe. Call sqlite3_config() first: registering starts SQLite. */
#ifndef CONSENT_VAULT_VAULT_C_H
#define CONSENT_VAULT_VAULT_C_H

#ifdef __cplusplus
extern "C" {
#endif

#define VAULT_KEY_BYTES 32

/* Registers a sealing VFS over another one. baseVfs is a VFS of this process ("unix-excl", "unix", "win32"), or NULL
 * for SQLite's default. The new VFS does not become the default. Registering the same pair again does nothing.
 * Returns an SQLite result: SQLITE_NOTFOUND without such a base, SQLITE_MISUSE when the name is taken, SQLITE_NOMEM. */
int vault_register(const char *vfsName, const char *baseVfs);

/* Takes a VFS of vault_register() away again. No file may be open through it. */
int vault_unregister(const char *vfsName);

/* The key of the database at this path, for files opened from now on; its log and journals are included. With NULL
 * for the path: the key of every database that has none of its own. The key is copied into locked memory.
 * A new database is created with key epoch 1. Returns SQLITE_OK or SQLITE_NOMEM. */
int vault_set_key(const char *databasePath, const unsigned char key[VAULT_KEY_BYTES]);

/* The same, with the key epoch that a new database is created with. An existing file keeps the epoch in its header. */
int vault_set_key_epoch(const char *databasePath, const unsigned char key[VAULT_KEY_BYTES], unsigned int epoch);

/* Forgets and wipes the key of vault_set_key() for this path. Files that are open stay readable until closed. */
int vault_forget_key(const char *databasePath);

/* Reads the key epoch in the header of a sealed database without its key, to choose the key by. The header is proved
 * only when the database is opened. Not while this process has the database open: where locks belong to processes
 * (POSIX), the system drops them when any handle of the file is closed. Returns SQLITE_OK, SQLITE_NOTADB or SQLITE_CANTOPEN. */
int vault_file_epoch(const char *databasePath, unsigned int *epoch);

/* How many pages and records were sealed and opened in this process so far: proof that the vault was in use. */
unsigned long long vault_seal_count(void);
unsigned long long vault_open_count(void);

#ifdef __cplusplus
}
#endif

#endif
