-- What this PC keeps because it is one of several: the people it works with, what it could not take, the opt-outs of
-- the whole organisation, and what it has to tell the centre. Cannot be rebuilt from events.

CREATE TABLE working_set (
    person  INTEGER PRIMARY KEY REFERENCES person(number),
    used    INTEGER NOT NULL DEFAULT 0,     -- when somebody last opened or looked up this person here; 0: never
    partial INTEGER NOT NULL DEFAULT 0      -- 1: there are events without the registration; to be fetched whole
);
CREATE INDEX working_set_partial ON working_set(person) WHERE partial=1;

-- People that were erased: whatever arrives about them later is not kept.
CREATE TABLE erased_person (
    person INTEGER PRIMARY KEY REFERENCES person(number)
);

-- People whose data left this PC and of whom the centre does not know that yet.
CREATE TABLE released_person (
    person INTEGER PRIMARY KEY REFERENCES person(number)
);

-- Events from the centre that do not verify. Tried again when a device's key arrives.
CREATE TABLE set_aside (
    number INTEGER PRIMARY KEY,
    device BLOB NOT NULL,
    seq    INTEGER NOT NULL,
    at     INTEGER NOT NULL,                -- when it arrived
    fault  INTEGER NOT NULL,                -- ledger::ChainFault
    detail TEXT NOT NULL,
    hash   BLOB NOT NULL UNIQUE,            -- SHA-256 of the text as it came
    jws    BLOB NOT NULL
);
CREATE INDEX set_aside_device ON set_aside(device);

-- The opt-outs of everybody in the organisation. The key is the first 8 bytes of the blind-index token of the telephone
-- number, as a signed integer: the row is nothing but key and mask.
CREATE TABLE contact_block (
    token INTEGER PRIMARY KEY,
    mask  INTEGER NOT NULL
);

-- What went wrong lately, in words.
CREATE TABLE sync_trouble (
    number  INTEGER PRIMARY KEY,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    times   INTEGER NOT NULL,
    lasting INTEGER NOT NULL,               -- 1: does not go away by itself
    message TEXT NOT NULL
);
