-- How far the centre had confirmed this PC's own chain, by day: the last seq of each day (days since 1970-01-01, UTC).
-- What was confirmed less than 30 days ago stays here, an erased person's sealed events too: a centre that is put back
-- to an older backup is fed from it. A file that began before this table keeps its own events until a row is old enough.
CREATE TABLE acknowledged_day (
    day INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL
);
