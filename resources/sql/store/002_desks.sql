-- What a store of several desks knows: devices and users, who is found by what, look-ups with their log, the opt-out
-- list, evidence, erasures. Moments are ms UTC by the store's clock unless said otherwise.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO setting(name, value) VALUES
    ('storeId', lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
                      substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    ('cacheDays', '36500'),
    ('lookUpsPerHour', '100000'),       -- one PC: its own disk holds everything
    ('ticketSeconds', '60'),
    ('foldedTo', '0');                  -- event.number up to which consent_state is made

ALTER TABLE device ADD COLUMN branch TEXT NOT NULL DEFAULT '';
ALTER TABLE device ADD COLUMN secret BLOB;  -- SHA-256 of the device's secret; null: never enrolled
ALTER TABLE device ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0;

CREATE TABLE staff (
    user TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    profile BLOB NOT NULL,              -- sealed
    roles TEXT NOT NULL,                -- sorted, joined by spaces
    enabled INTEGER NOT NULL,
    must_change_password INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- For which branches' desks a subject is.
CREATE TABLE subject_branch (
    subject TEXT NOT NULL,
    branch TEXT NOT NULL,
    touched INTEGER NOT NULL,
    PRIMARY KEY (subject, branch)
) WITHOUT ROWID;
INSERT INTO subject_branch(subject, branch, touched)
    SELECT subject, branch, max(at) FROM event WHERE subject IS NOT NULL GROUP BY subject, branch;

CREATE TABLE held (
    subject TEXT NOT NULL,
    device INTEGER NOT NULL REFERENCES device(number),
    since INTEGER NOT NULL,
    PRIMARY KEY (subject, device)
) WITHOUT ROWID;

CREATE TABLE subject_token (
    subject TEXT NOT NULL,
    kind INTEGER NOT NULL,              -- TokenKind
    token BLOB NOT NULL,                -- 16 bytes
    since INTEGER NOT NULL,             -- order time of the event that it was made from
    PRIMARY KEY (subject, kind)
) WITHOUT ROWID;
CREATE INDEX subject_token_find ON subject_token(kind, substr(token, 1, 8), token);

CREATE TABLE ticket (
    token BLOB PRIMARY KEY,
    device INTEGER,                     -- null: asked without a device
    user TEXT NOT NULL,
    subject TEXT,
    kind INTEGER NOT NULL,
    sought BLOB NOT NULL,
    also_kind INTEGER,                  -- a second token that must fit too, or null
    also_sought BLOB NOT NULL,
    most INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE access_log (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,                -- by the clock of the desk that reports it
    actor TEXT NOT NULL,
    device INTEGER,
    subject TEXT,
    action TEXT NOT NULL,
    reason TEXT NOT NULL,
    outcome TEXT NOT NULL,              -- granted, overQuota, notPermitted; reported: from a desk's own log
    count INTEGER NOT NULL
);
CREATE INDEX access_log_quota ON access_log(actor, at);
CREATE TRIGGER access_log_is_final BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is final'); END;

-- The latest statement of each scope of each subject: what ConsentProjection folds.
CREATE TABLE consent_state (
    subject TEXT NOT NULL,
    scope TEXT NOT NULL,
    status TEXT NOT NULL,
    time INTEGER NOT NULL,              -- order time
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (subject, scope)
) WITHOUT ROWID;

-- On which channel an item is, as it was captured. An item of two versions on two channels is on both.
CREATE TABLE item_channel (
    subject TEXT NOT NULL,
    item TEXT NOT NULL,
    channel TEXT NOT NULL,
    PRIMARY KEY (subject, item, channel)
) WITHOUT ROWID;

CREATE TABLE block (
    prefix BLOB PRIMARY KEY,            -- 8 bytes of the phone token
    channels INTEGER NOT NULL,
    all_optional INTEGER NOT NULL,
    version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX block_version ON block(version);

CREATE TABLE evidence (
    sha256 BLOB PRIMARY KEY,
    subject TEXT NOT NULL,
    total INTEGER NOT NULL,
    stored INTEGER NOT NULL
);
CREATE INDEX evidence_subject ON evidence(subject);
CREATE TABLE evidence_chunk (
    sha256 BLOB NOT NULL REFERENCES evidence(sha256) ON DELETE CASCADE,
    first INTEGER NOT NULL,             -- offset
    bytes BLOB NOT NULL,                -- sealed
    PRIMARY KEY (sha256, first)
);

CREATE TABLE tombstone (
    subject TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    newest_epoch INTEGER NOT NULL
) WITHOUT ROWID;
