-- Where evidence lies. What follows from events stands in `evidence` and can be rebuilt; the other two tell of files.

CREATE TABLE evidence (
    event   INTEGER PRIMARY KEY REFERENCES event(number),
    person  INTEGER NOT NULL REFERENCES person(number),
    address BLOB NOT NULL,                  -- SHA-256 of the sealed bytes
    kind    INTEGER NOT NULL,
    media   INTEGER NOT NULL,
    bytes   INTEGER NOT NULL,               -- sealed
    about   INTEGER NOT NULL,               -- 0 the person, 1 an event, 2 a request, 3 a contact
    about_id BLOB NOT NULL,                 -- empty for 0
    cut     INTEGER NOT NULL                -- 1: a crash ended it
);
CREATE INDEX evidence_person ON evidence(person);
CREATE INDEX evidence_address ON evidence(address);
CREATE INDEX evidence_about ON evidence(about_id) WHERE about<>0;

-- Files of sealed evidence on this PC, or wanted here.
CREATE TABLE evidence_file (
    address BLOB PRIMARY KEY,
    person  INTEGER NOT NULL REFERENCES person(number),
    total   INTEGER NOT NULL,
    state   INTEGER NOT NULL,               -- see EvidenceState
    used    INTEGER NOT NULL                -- when it was last written or read here
) WITHOUT ROWID;
CREATE INDEX evidence_file_state ON evidence_file(state, used);
CREATE INDEX evidence_file_person ON evidence_file(person);

-- Files that are being written: what they will be, for when a crash comes between.
CREATE TABLE evidence_part (
    file    BLOB PRIMARY KEY,               -- 16 bytes, of the file's header
    person  INTEGER NOT NULL REFERENCES person(number),
    keep    INTEGER NOT NULL,               -- 1: what is whole of it is evidence (a recording); 0: all or nothing
    facts   TEXT NOT NULL,                  -- JSON: what it is and what it belongs to
    since   INTEGER NOT NULL
) WITHOUT ROWID;
