-- Requests of people and what froze them: follows from the events (see RequestStore), and can be dropped and rebuilt.

-- Every event of a request, and what it came to when the events of the request were put into their order.
CREATE TABLE request_event (
    person   INTEGER NOT NULL REFERENCES person(number),
    request  BLOB NOT NULL,
    event    INTEGER NOT NULL REFERENCES event(number),
    personal TEXT NOT NULL,                      -- JSON of the sealed part; '' when there is none or no key
    conflict INTEGER NOT NULL DEFAULT 0,
    state    INTEGER NOT NULL DEFAULT 0,         -- after it
    PRIMARY KEY (person, request, event)
) WITHOUT ROWID;
CREATE INDEX request_event_request ON request_event(request);

CREATE TABLE request (
    person      INTEGER NOT NULL REFERENCES person(number),
    id          BLOB NOT NULL,
    opening     INTEGER,                         -- event; NULL while it has not arrived
    state       INTEGER NOT NULL,
    outcome     INTEGER,
    received    INTEGER NOT NULL,
    decided     INTEGER,
    closed      INTEGER,
    stops       TEXT NOT NULL,                   -- "from/until from/": ms; see ClockStop
    extra_days  INTEGER NOT NULL,
    recipients  TEXT NOT NULL,                   -- ids, each with + (told) or -
    ground      INTEGER,
    document    TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    conflicts   INTEGER NOT NULL,
    frozen      INTEGER,                         -- since when it freezes the person
    PRIMARY KEY (person, id)
) WITHOUT ROWID;
CREATE INDEX request_id ON request(id);
CREATE INDEX request_open ON request(received) WHERE state<6;
CREATE INDEX request_frozen ON request(person) WHERE frozen IS NOT NULL;

-- Events of these kinds may have arrived before this version knew them.
INSERT OR REPLACE INTO setting(name, value) SELECT 'rebuilding',1 WHERE EXISTS (SELECT 1 FROM event);
