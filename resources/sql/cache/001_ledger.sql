-- What can't be rebuilt from anything else: events, what waits for the centre, keys, this device, work in progress.
-- Ids are 16 bytes (RFC 9562). Inside, people, devices, users and item scopes go by a small number of this file.
-- Times are milliseconds since 1970 in UTC.

CREATE TABLE person (
    number INTEGER PRIMARY KEY,             -- in the order in which this PC first heard of them
    id     BLOB NOT NULL UNIQUE
);

CREATE TABLE device (
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE
);

CREATE TABLE staff (
    number INTEGER PRIMARY KEY,
    id     BLOB NOT NULL UNIQUE
);

CREATE TABLE scope (
    number INTEGER PRIMARY KEY,             -- also a character of consent_log.granted and its neighbours
    code   TEXT NOT NULL UNIQUE             -- item code, or a blanket scope such as "channel:sms"
);

CREATE TABLE event (
    number INTEGER PRIMARY KEY,             -- in the order of arrival on this PC
    id     BLOB NOT NULL UNIQUE,
    device INTEGER NOT NULL REFERENCES device(number),
    seq    INTEGER NOT NULL,
    time   INTEGER NOT NULL,                -- order time
    person INTEGER REFERENCES person(number),
    type   TEXT NOT NULL,
    packed BLOB NOT NULL,                   -- the compact JWS: see PackedJws
    UNIQUE (device, seq)
);
CREATE INDEX event_person ON event(person, time) WHERE person IS NOT NULL;

CREATE TABLE outbox (
    event  INTEGER PRIMARY KEY REFERENCES event(number),
    urgent INTEGER NOT NULL,                -- 1: sync sends at once everything up to it
    since  INTEGER NOT NULL
);
CREATE INDEX outbox_urgent ON outbox(event) WHERE urgent=1;

CREATE TABLE data_key (
    id      BLOB PRIMARY KEY,
    person  INTEGER NOT NULL REFERENCES person(number),
    epoch   INTEGER NOT NULL,
    wrapped BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX data_key_person ON data_key(person);

CREATE TABLE own_device (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    id          BLOB NOT NULL,
    private_key BLOB NOT NULL,              -- JWK; the file is sealed
    head_seq    INTEGER NOT NULL DEFAULT 0,
    head_hash   BLOB NOT NULL DEFAULT x'',
    skew_ms     INTEGER NOT NULL DEFAULT 0,
    receipt_day INTEGER NOT NULL DEFAULT 0, -- Julian day of the last receipt number
    receipts    INTEGER NOT NULL DEFAULT 0  -- how many on that day
);

CREATE TABLE draft (
    staff  BLOB NOT NULL,
    device BLOB NOT NULL,
    at     INTEGER NOT NULL,
    body   BLOB NOT NULL,
    PRIMARY KEY (staff, device)
);

CREATE TABLE access_log (
    number INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    staff  INTEGER NOT NULL REFERENCES staff(number),
    device INTEGER NOT NULL REFERENCES device(number),
    person INTEGER REFERENCES person(number),
    action TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX access_log_at ON access_log(at);
CREATE INDEX access_log_person ON access_log(person, at) WHERE person IS NOT NULL;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
