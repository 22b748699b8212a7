-- Who is one person under several registrations, and who may be. All of it follows from events and can be rebuilt.

CREATE TABLE merge_event (
    event       INTEGER PRIMARY KEY REFERENCES event(number),
    merge       BLOB NOT NULL,              -- one merge is told by two events, one about each registration
    into_person INTEGER NOT NULL REFERENCES person(number),
    from_person INTEGER NOT NULL REFERENCES person(number),
    time        INTEGER NOT NULL
);
CREATE INDEX merge_event_into ON merge_event(into_person);
CREATE INDEX merge_event_from ON merge_event(from_person);

CREATE TABLE separation_event (
    event INTEGER PRIMARY KEY REFERENCES event(number),
    merge BLOB NOT NULL
);
CREATE INDEX separation_event_merge ON separation_event(merge);

-- Somebody looked, and these two are two people.
CREATE TABLE distinct_event (
    event INTEGER PRIMARY KEY REFERENCES event(number),
    low   INTEGER NOT NULL REFERENCES person(number),
    high  INTEGER NOT NULL REFERENCES person(number)
);
CREATE INDEX distinct_event_low ON distinct_event(low, high);

-- Only people that are one with others; everybody else stands for himself.
CREATE TABLE person_group (
    person   INTEGER PRIMARY KEY REFERENCES person(number),
    standing INTEGER NOT NULL REFERENCES person(number)
);
CREATE INDEX person_group_standing ON person_group(standing);

CREATE TABLE merge_candidate (
    low    INTEGER NOT NULL,                -- person numbers, the smaller first
    high   INTEGER NOT NULL,
    reason INTEGER NOT NULL,                -- 1: same number and name; 2: same name and birth date; 3: both
    PRIMARY KEY (low, high)
) WITHOUT ROWID;
CREATE INDEX merge_candidate_high ON merge_candidate(high);
