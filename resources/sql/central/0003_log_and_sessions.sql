-- Who did what; and what lasts minutes: sessions, tickets, deliveries, quotas.
SET LOCAL ROLE cd_store_owner;

-- Kept two years (access log) and three (rights); only whole months are ever taken away.
CREATE TABLE store.access_log (
    id       uuid NOT NULL DEFAULT gen_random_uuid(),
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor    uuid,
    login    name NOT NULL DEFAULT session_user,
    device   uuid,
    branch   text NOT NULL DEFAULT '',
    client   inet DEFAULT inet_client_addr(),
    subject  uuid,
    action   text NOT NULL,
    reason   text NOT NULL DEFAULT '',
    outcome  text NOT NULL,     -- granted, overQuota, notPermitted, reported (a desk's own log), refused
    count    bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX access_log_subject ON store.access_log (subject, at);
CREATE INDEX access_log_actor ON store.access_log (actor, at);
CREATE TABLE store.access_log_other PARTITION OF store.access_log DEFAULT;

CREATE TABLE store.rights_log (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor  uuid,
    login  name NOT NULL DEFAULT session_user,
    act    text NOT NULL,
    target text NOT NULL,
    detail text NOT NULL DEFAULT ''
);

-- Makes the partitions of the months around now: three years back for the clocks of desks, three ahead.
CREATE FUNCTION store.make_months() RETURNS void LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
    month date;
BEGIN
    FOR month IN
        SELECT m::date FROM pg_catalog.generate_series(pg_catalog.date_trunc('month', pg_catalog.now()) - interval '1 month',
                                                       pg_catalog.now() + interval '36 months', interval '1 month') m
    LOOP
        EXECUTE pg_catalog.format('CREATE TABLE IF NOT EXISTS store.access_log_%s PARTITION OF store.access_log '
                                  'FOR VALUES FROM (%L) TO (%L)', pg_catalog.to_char(month, 'YYYY_MM'),
                                  pg_catalog.to_char(month, 'YYYY-MM-DD') || ' 00:00+00',
                                  pg_catalog.to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00+00');
        EXECUTE pg_catalog.format('CREATE TABLE IF NOT EXISTS store.evidence_chunk_%s PARTITION OF store.evidence_chunk '
                                  'FOR VALUES FROM (%L) TO (%L)', pg_catalog.to_char(month, 'YYYY_MM'),
                                  month, (month + interval '1 month')::date);
    END LOOP;
END
$$;
SELECT store.make_months();

-- Unlogged: after a crash everybody says hello again.
CREATE UNLOGGED TABLE store.session (
    key       bytea PRIMARY KEY,   -- SHA-256 of the token
    role_name name NOT NULL,
    staff     int NOT NULL,
    device    int NOT NULL,
    until     timestamptz NOT NULL
);
CREATE INDEX session_role ON store.session (role_name);

-- One page that was offered to a session, by whom it may be taken. Made in an earlier transaction than it is taken in.
CREATE UNLOGGED TABLE store.delivery (
    session  bytea PRIMARY KEY,
    token    bytea NOT NULL,
    made_in  xid8 NOT NULL DEFAULT pg_current_xact_id(),
    devices  int[] NOT NULL,
    after    bigint[] NOT NULL,
    up_to    bigint[] NOT NULL,
    subjects uuid[] NOT NULL
);

CREATE TABLE store.ticket (
    token    bytea PRIMARY KEY,    -- SHA-256 of what the asker got
    made_in  xid8 NOT NULL DEFAULT pg_current_xact_id(),
    staff    int NOT NULL,
    device   int NOT NULL,
    expires  timestamptz NOT NULL,
    subjects uuid[] NOT NULL,
    used     boolean NOT NULL DEFAULT false
);
CREATE INDEX ticket_staff ON store.ticket (staff);

CREATE UNLOGGED TABLE store.evidence_opened (
    session bytea NOT NULL,
    sha256  bytea NOT NULL,
    made_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    until   timestamptz NOT NULL,
    PRIMARY KEY (session, sha256)
);

CREATE TABLE store.quota (
    staff int NOT NULL,
    kind  text NOT NULL,           -- lookUps, fetches
    minute timestamptz NOT NULL,
    used  bigint NOT NULL,
    PRIMARY KEY (staff, kind, minute)
);
