-- The embedded central store: what desks exchange. Everything personal in it is sealed.

CREATE TABLE device (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,          -- UUID
    seq INTEGER NOT NULL,             -- head of its chain
    hash BLOB NOT NULL                -- SHA-256 of the head's compact JWS
);

CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES device(number),
    seq INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL,              -- ms UTC by the device's clock
    type TEXT NOT NULL,
    branch TEXT NOT NULL,
    subject TEXT,
    jws BLOB NOT NULL,
    UNIQUE (device, seq)
);
CREATE INDEX event_subject ON event(subject) WHERE subject IS NOT NULL;

-- Nothing that was appended is ever changed or taken away.
CREATE TRIGGER event_is_final BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events are final'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events are final'); END;

CREATE TABLE data_key (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    wrapped BLOB NOT NULL             -- RFC 3394 under the organisation key of the epoch
) WITHOUT ROWID;
CREATE INDEX data_key_subject ON data_key(subject);

CREATE TABLE user_key (
    user TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,         -- JWK
    wrapped_private BLOB NOT NULL     -- compact JWE
) WITHOUT ROWID;

CREATE TABLE organisation_key (
    user TEXT NOT NULL REFERENCES user_key(user),
    epoch INTEGER NOT NULL,
    wrapped BLOB NOT NULL,            -- compact JWE to the user's public key
    PRIMARY KEY (user, epoch)
) WITHOUT ROWID;
