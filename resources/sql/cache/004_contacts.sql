-- What follows from the events about telling, asking again, providing and guardians. Like 002: can be dropped and
-- rebuilt from the events at any time.

-- One row for every handing-over of data to a third party.
CREATE TABLE provision (
    id        BLOB NOT NULL,
    event     INTEGER NOT NULL,
    person    INTEGER NOT NULL,
    at        INTEGER NOT NULL,                  -- order time
    recipient TEXT NOT NULL,
    purpose   TEXT NOT NULL,
    items     TEXT NOT NULL,                     -- codes, parted by commas
    basis     INTEGER NOT NULL,
    PRIMARY KEY (id, event)
) WITHOUT ROWID;
CREATE INDEX provision_person ON provision(person, at);

CREATE TABLE provision_correction (
    provision BLOB NOT NULL,
    event     INTEGER NOT NULL,
    person    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    request   TEXT NOT NULL,
    PRIMARY KEY (provision, event)
) WITHOUT ROWID;
CREATE INDEX provision_correction_person ON provision_correction(person);

-- What has to be told to a person, and when it was: one row for every answer about advertising.
CREATE TABLE result_notice (
    event   INTEGER PRIMARY KEY,                 -- the answer
    person  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    told    INTEGER,                             -- the first time; NULL while it waits
    channel INTEGER
);
CREATE INDEX result_notice_open ON result_notice(at) WHERE told IS NULL;
CREATE INDEX result_notice_person ON result_notice(person);

CREATE TABLE result_told (
    about   BLOB NOT NULL,                       -- id of the answer's event, which may not be here yet
    event   INTEGER NOT NULL,
    person  INTEGER NOT NULL,
    told    INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    PRIMARY KEY (about, event)
) WITHOUT ROWID;
CREATE INDEX result_told_person ON result_told(person);

-- The latest time that a consent was kept when it was asked about again.
CREATE TABLE consent_kept (
    person INTEGER NOT NULL,
    scope  INTEGER NOT NULL,
    time   INTEGER NOT NULL,
    event  INTEGER NOT NULL,
    PRIMARY KEY (person, scope)
) WITHOUT ROWID;

-- Every asking again, with what came of it.
CREATE TABLE reconfirmation (
    event   INTEGER PRIMARY KEY,
    person  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    items   TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    keeps   INTEGER NOT NULL,
    batch   TEXT NOT NULL
);
CREATE INDEX reconfirmation_person ON reconfirmation(person, at);

CREATE TABLE guardian_link (
    event    INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    method   TEXT NOT NULL,                      -- '' where it was not noted
    name     TEXT NOT NULL,
    phone    TEXT NOT NULL,
    relation TEXT NOT NULL
);
CREATE INDEX guardian_link_person ON guardian_link(person, at);

-- Endings that were keyed by mistake: see ledger::undoes().
CREATE TABLE consent_mistake (
    mistaken BLOB NOT NULL,                      -- id of the ending's event, which may not be here yet
    event    INTEGER NOT NULL,
    person   INTEGER NOT NULL,
    PRIMARY KEY (mistaken, event)
) WITHOUT ROWID;
CREATE INDEX consent_mistake_person ON consent_mistake(person);

-- Consents by age, for asking again.
CREATE INDEX consent_state_granted ON consent_state(time) WHERE status=1;

-- A desk that has events already fills these tables at the next sign-in.
INSERT OR REPLACE INTO setting(name, value) SELECT 'rebuilding', 1 WHERE EXISTS (SELECT 1 FROM event);
