-- Persons erased here whose keys the centre has yet to destroy: the next contact of a privacy officer's session does it.
CREATE TABLE erasure_due (
    person INTEGER PRIMARY KEY REFERENCES person(number)
);
