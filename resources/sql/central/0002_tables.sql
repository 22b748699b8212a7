-- The tables. Everything personal in them is sealed before it arrives. Moments are timestamptz by the server's clock;
-- "ms" columns are milliseconds UTC as desks count them.
SET LOCAL ROLE cd_store_owner;

CREATE TABLE store.setting (
    name  text PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO store.setting VALUES
    ('storeId', gen_random_uuid()),    -- survives a restore: desks know their store by it
    ('oldestClient', '1'),             -- a program that knows no migration as new as this must be updated
    ('cacheDays', '30'),
    ('lookUpsPerHour', '120'),         -- granted questions by token; what one person can ask while telephoning
    ('fetchesPerHour', '5000'),        -- by subject id, which can't be guessed: a desk that fills its cache
    ('ticketSeconds', '60'),
    ('blockBatch', '10000');

CREATE TABLE store.branch (
    code text PRIMARY KEY CHECK (code ~ '^[^[:cntrl:]]{1,64}$')
);

CREATE TABLE store.staff (
    number          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id              uuid NOT NULL UNIQUE,
    login           text NOT NULL UNIQUE CHECK (login ~ '^[a-z][a-z0-9._-]{0,30}$'),
    role_name       name NOT NULL UNIQUE,       -- compared with session_user
    roles           text[] NOT NULL,
    enabled         boolean NOT NULL DEFAULT true,
    must_change     boolean NOT NULL DEFAULT true,
    sealed_profile  text NOT NULL DEFAULT '',   -- JWE
    public_key      text NOT NULL DEFAULT '',   -- JWK
    wrapped_private text NOT NULL DEFAULT ''    -- JWE that the password opens
);

CREATE TABLE store.organisation_key (           -- once a user and epoch, wrapped to the user's public key
    staff   int NOT NULL REFERENCES store.staff ON DELETE CASCADE,
    epoch   int NOT NULL CHECK (epoch > 0),
    wrapped text NOT NULL,                      -- JWE
    PRIMARY KEY (staff, epoch)
);

CREATE TABLE store.device (
    number        int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            uuid NOT NULL UNIQUE,
    branch        text NOT NULL REFERENCES store.branch,
    state         text NOT NULL CHECK (state IN ('waiting', 'active', 'revoked')),
    secret        bytea CHECK (length(secret) = 32),  -- SHA-256 of what the PC keeps
    public_key    text NOT NULL DEFAULT '',           -- JWK
    enrolled_by   uuid,
    enrolled_at   timestamptz,
    last_seen     timestamptz,
    revoked_at    timestamptz,
    revoke_reason text NOT NULL DEFAULT ''
);

CREATE TABLE store.enrolment (
    id          uuid PRIMARY KEY,
    device      uuid NOT NULL,
    branch      text NOT NULL REFERENCES store.branch,
    secret      bytea NOT NULL CHECK (length(secret) = 32),  -- SHA-256
    expires_at  timestamptz NOT NULL,
    opened_by   uuid,              -- null: by the superuser
    wrong       int NOT NULL DEFAULT 0,
    used_at     timestamptz,
    used_with   bytea              -- SHA-256 over what it was used with: the same again is no second use
);

-- The end of each chain. Narrow and apart from device, because every append changes one row: half-filled pages let that
-- happen in place, without touching an index.
CREATE TABLE store.device_head (
    device int PRIMARY KEY REFERENCES store.device,
    seq    bigint NOT NULL DEFAULT 0,
    hash   bytea NOT NULL DEFAULT ''
) WITH (fillfactor = 50);

-- The ledger, flat: partitions would cost reads and pay only above several hundred million rows. The body is base64url,
-- in which compression finds nothing; up to 8 kB it stands in the row itself, which is written and read at once.
CREATE TABLE store.event (
    device  int NOT NULL,          -- of store.device; unchecked, since the function that inserts has it from there
    seq     bigint NOT NULL,
    id      uuid NOT NULL,
    subject uuid,
    time_ms bigint NOT NULL,       -- by which events are put in order: the device's clock, corrected
    type    text NOT NULL,
    hash    bytea NOT NULL,        -- SHA-256 of body
    body    text NOT NULL,         -- compact JWS
    PRIMARY KEY (device, seq)
) WITH (toast_tuple_target = 8160);
ALTER TABLE store.event ALTER body SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX event_id ON store.event (id);
CREATE INDEX event_subject ON store.event (subject) WHERE subject IS NOT NULL;

-- Nothing appended is changed or taken away, whoever asks; only a superuser who drops this trigger could.
CREATE FUNCTION store.events_are_final() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
    RAISE EXCEPTION 'events are final';
END
$$;
CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON store.event
    FOR EACH STATEMENT EXECUTE FUNCTION store.events_are_final();

-- For which branches' desks a subject is. made_in: what was linked in this very transaction is not shown in it.
CREATE TABLE store.subject_branch (
    subject uuid NOT NULL,
    branch  text NOT NULL,
    touched date NOT NULL,
    made_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (subject, branch)
);

CREATE TABLE store.subject_token (
    subject  uuid NOT NULL,
    kind     smallint NOT NULL CHECK (kind BETWEEN 1 AND 5),
    token    bytea NOT NULL CHECK (length(token) = 16),
    since_ms bigint NOT NULL,
    PRIMARY KEY (subject, kind)
);
CREATE INDEX subject_token_find ON store.subject_token (kind, token);
CREATE INDEX subject_token_phone ON store.subject_token (substr(token, 1, 8)) WHERE kind = 1;

-- The latest statement about each scope of each subject's consent, as ledger::ConsentProjection folds it.
CREATE TABLE store.consent_state (
    subject   uuid NOT NULL,
    scope     text NOT NULL,
    status    smallint NOT NULL,   -- 1 granted, 3 refused, 5 withdrawn, 6 opted out: higher protects more
    time_ms   bigint NOT NULL,
    device    uuid NOT NULL,
    seq       bigint NOT NULL,
    event     uuid NOT NULL,
    channels  smallint NOT NULL,   -- on which channels the item was captured: 1 none, 2 phone, 4 SMS, 8 e-mail, 16 post
    mandatory boolean NOT NULL,
    PRIMARY KEY (subject, scope)
);

CREATE TABLE store.contact_block (
    prefix       bytea PRIMARY KEY,   -- 8 bytes of the phone token
    channels     smallint NOT NULL DEFAULT 0,
    all_optional boolean NOT NULL DEFAULT false
);
-- Which entry an event changed. The row stands at the place of that event in its device's chain, so that the cursor of
-- the list is a vector of chain places like that of events, and nothing that commits late is skipped.
CREATE TABLE store.block_change (
    device int NOT NULL,
    seq    bigint NOT NULL,
    prefix bytea NOT NULL,
    PRIMARY KEY (device, seq, prefix)
);

CREATE TABLE store.data_key (
    id      uuid PRIMARY KEY,
    subject uuid NOT NULL,
    epoch   int NOT NULL CHECK (epoch > 0),
    wrapped bytea NOT NULL CHECK (length(wrapped) = 40)
);
CREATE INDEX data_key_subject ON store.data_key (subject);

CREATE TABLE store.tombstone (
    subject      uuid PRIMARY KEY,
    erased_at    timestamptz NOT NULL,
    keys         bigint NOT NULL,
    newest_epoch int NOT NULL,
    erased_by    uuid NOT NULL
);

-- Whose data a device holds, as far as the store gave it out or got it from there.
CREATE TABLE store.holding (
    device  int NOT NULL,
    subject uuid NOT NULL,
    since   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (device, subject)
);

CREATE TABLE store.checkpoint (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_at timestamptz NOT NULL DEFAULT now(),
    made_by uuid,
    body    text NOT NULL,           -- compact JWS
    heads   text NOT NULL DEFAULT '' -- what its root is over: a line a device, "id seq hash"; empty when not handed in
);

CREATE TABLE store.evidence (
    sha256   bytea PRIMARY KEY CHECK (length(sha256) = 32),  -- of the sealed bytes
    subject  uuid NOT NULL,
    total    bigint NOT NULL CHECK (total BETWEEN 1 AND 1073741824),
    received bigint NOT NULL DEFAULT 0,
    complete boolean NOT NULL DEFAULT false,
    month    date NOT NULL
);
CREATE INDEX evidence_subject ON store.evidence (subject);
CREATE TABLE store.evidence_chunk (
    month    date NOT NULL,
    sha256   bytea NOT NULL,
    position bigint NOT NULL,
    bytes    bytea NOT NULL,
    PRIMARY KEY (month, sha256, position)
) PARTITION BY RANGE (month);
ALTER TABLE store.evidence_chunk ALTER bytes SET STORAGE EXTERNAL;
CREATE TABLE store.evidence_chunk_other PARTITION OF store.evidence_chunk DEFAULT;
