-- What follows from the events, and can be dropped and rebuilt from them at any time.

CREATE TABLE subject (
    person            INTEGER PRIMARY KEY REFERENCES person(number),
    name              TEXT NOT NULL DEFAULT '',
    phone             TEXT NOT NULL DEFAULT '',  -- digits
    birth_date        INTEGER,                   -- Julian day
    email             TEXT NOT NULL DEFAULT '',
    state             INTEGER NOT NULL DEFAULT 0,
    guardian_name     TEXT,
    guardian_phone    TEXT,
    guardian_relation TEXT,
    registration      INTEGER,                   -- event; NULL while only later ones have arrived
    last_contact      INTEGER,
    stamps            TEXT                       -- fields that are from later events: see FieldStamps
);

CREATE TABLE consent_state (
    person INTEGER NOT NULL REFERENCES person(number),
    scope  INTEGER NOT NULL REFERENCES scope(number),
    status INTEGER NOT NULL,
    time   INTEGER NOT NULL,
    event  INTEGER NOT NULL REFERENCES event(number),
    PRIMARY KEY (person, scope)
) WITHOUT ROWID;

-- One row for every contact and every ending of consent. The key is the order of the log: the order time shifted left
-- by 20 bits, then 20 bits that keep rows of the same millisecond apart. So a stretch of time is a stretch of keys, and
-- a new row goes to the end of the file.
CREATE TABLE consent_log (
    place   INTEGER PRIMARY KEY,
    event   INTEGER NOT NULL,
    person  INTEGER,
    staff   INTEGER NOT NULL,
    kind    INTEGER NOT NULL,
    method  INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    granted TEXT NOT NULL,                       -- one character a scope: its number + 256
    refused TEXT NOT NULL,
    ended   TEXT NOT NULL,
    flagged INTEGER NOT NULL,
    receipt TEXT NOT NULL
);
CREATE UNIQUE INDEX consent_log_event ON consent_log(event);

-- How many rows the log has on each day in Korea: the way to the n-th row without passing those before it.
CREATE TABLE consent_log_day (
    day  INTEGER PRIMARY KEY,                    -- days since 1970-01-01, by the time in Korea
    rows INTEGER NOT NULL
);

CREATE TABLE receipt (
    number TEXT NOT NULL,                        -- letters and digits only
    event  INTEGER NOT NULL,
    PRIMARY KEY (number, event)
) WITHOUT ROWID;

-- See searchterms.h for what a term is.
CREATE TABLE search_term (
    term   TEXT NOT NULL,
    person INTEGER NOT NULL,
    name   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (term, person DESC)
) WITHOUT ROWID;

-- Notices, scripts, staff and devices as published; and what the desk keeps by itself (then without an event).
CREATE TABLE document (
    kind  TEXT NOT NULL,
    id    TEXT NOT NULL,
    facts TEXT NOT NULL,                         -- JSON
    bytes BLOB NOT NULL,
    event INTEGER,
    PRIMARY KEY (kind, id)
);
