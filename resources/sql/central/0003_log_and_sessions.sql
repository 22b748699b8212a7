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

-- Makes the partition of one month, and moves what waited for it in the partition "other".
CREATE FUNCTION store.make_month(parent text, column_name text, month date, first text, after_last text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text := parent || to_char(month, '_YYYY_MM');
BEGIN
    IF to_regclass('store.' || part) IS NULL THEN
        EXECUTE format('CREATE TABLE store.%I (LIKE store.%I INCLUDING DEFAULTS INCLUDING STORAGE)', part, parent);
        EXECUTE format('WITH moved AS (DELETE FROM store.%I WHERE %I >= %L AND %I < %L RETURNING *) '
                       'INSERT INTO store.%I SELECT * FROM moved',
                       parent || '_other', column_name, first, column_name, after_last, part);
        EXECUTE format('ALTER TABLE store.%I ATTACH PARTITION store.%I FOR VALUES FROM (%L) TO (%L)',
                       parent, part, first, after_last);
    END IF;
END
$$;

-- From last month on, for more than a year. Whatever falls into no month goes to "other": nothing is refused because
-- nobody looked after the store.
CREATE FUNCTION store.make_months() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    month date;
    next date;
BEGIN
    FOR month IN SELECT generate_series(date_trunc('month', now()) - interval '1 month', now() + interval '14 months',
                                        interval '1 month')::date
    LOOP
        next := (month + interval '1 month')::date;
        PERFORM store.make_month('access_log', 'at', month, month || ' 00:00+00', next || ' 00:00+00');
        PERFORM store.make_month('evidence_chunk', 'month', month, month::text, next::text);
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
