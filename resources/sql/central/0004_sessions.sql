-- Who is calling: sessions, standing, logging, and row security.
SET LOCAL ROLE cd_store_owner;

CREATE FUNCTION common.to_ms(moment timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN floor(extract(epoch FROM moment) * 1000)::bigint;

CREATE FUNCTION common.from_ms(ms bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN to_timestamp(ms / 1000.0);

-- 32 random bytes (244 of the 256 bits are random), from the server's strong generator.
CREATE FUNCTION common.random32() RETURNS bytea
LANGUAGE sql VOLATILE SET search_path = pg_catalog
RETURN uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

CREATE FUNCTION store.setting(wanted text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT value FROM store.setting WHERE name = wanted
$$;

CREATE FUNCTION store.refuse(state text, why text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = state, MESSAGE = why;
END
$$;

-- What every call knows of its caller.
CREATE TYPE store.caller AS (
    session bytea,
    staff   int,
    user_id uuid,
    roles   text[],
    device  int,
    device_id uuid,
    branch  text
);

-- Checks the session and makes it the one that row security sees until the end of the transaction. The session belongs
-- to session_user, which SET ROLE does not change: somebody else's token, or a setting made by hand, gets nobody anywhere.
CREATE FUNCTION store.enter(token bytea, one_of text[] DEFAULT NULL, while_changing boolean DEFAULT false)
RETURNS store.caller
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller;
    standing record;
    wait_ms bigint := extract(epoch FROM current_setting('statement_timeout')::interval) * 1000;
BEGIN
    IF wait_ms NOT BETWEEN 1 AND 300000 OR current_setting('synchronous_commit') = 'off' THEN
        PERFORM store.refuse('CD002', 'statement_timeout must be 1 ms to 5 min, and synchronous_commit on');
    END IF;
    me.session := sha256(token);
    SELECT s.staff, s.device, u.id, u.roles, u.enabled, u.must_change, d.id AS device_id, d.branch, d.state INTO standing
    FROM store.session s JOIN store.staff u ON u.number = s.staff JOIN store.device d ON d.number = s.device
    WHERE s.key = me.session AND s.role_name = session_user AND s.until > now();
    IF NOT FOUND THEN
        PERFORM store.refuse('CD003', 'no such session: say hello');
    END IF;
    IF NOT standing.enabled OR standing.state <> 'active' THEN
        PERFORM store.refuse('CD002', 'the user is disabled or the device is revoked');
    END IF;
    IF standing.must_change AND NOT while_changing THEN
        PERFORM store.refuse('CD002', 'the password must be changed first');
    END IF;
    IF one_of IS NOT NULL AND NOT standing.roles && one_of THEN
        PERFORM store.refuse('CD002', 'this needs another role');
    END IF;
    PERFORM set_config('consentdesk.session', encode(me.session, 'hex'), true);
    me.staff := standing.staff;
    me.user_id := standing.id;
    me.roles := standing.roles;
    me.device := standing.device;
    me.device_id := standing.device_id;
    me.branch := standing.branch;
    RETURN me;
END
$$;

-- For the policies: the device and branch of the session that enter() made current, or null.
CREATE FUNCTION store.my_device() RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT s.device FROM store.session s
    WHERE s.key = decode(nullif(current_setting('consentdesk.session', true), ''), 'hex')
      AND s.role_name = session_user AND s.until > now()
$$;
CREATE FUNCTION store.my_branch() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT d.branch FROM store.device d WHERE d.number = store.my_device() AND d.state = 'active'
$$;
CREATE FUNCTION store.my_session() RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT s.key FROM store.session s
    WHERE s.key = decode(nullif(current_setting('consentdesk.session', true), ''), 'hex')
      AND s.role_name = session_user AND s.until > now()
$$;

-- One line for each subject, or one without.
CREATE FUNCTION store.log(me store.caller, action text, reason text, outcome text, subjects uuid[], n bigint DEFAULT 1)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    INSERT INTO store.access_log(actor, device, branch, subject, action, reason, outcome, count)
    SELECT me.user_id, me.device_id, coalesce(me.branch, ''), s, action, reason, outcome, n
    FROM unnest(CASE WHEN cardinality(subjects) > 0 THEN subjects ELSE ARRAY[NULL::uuid] END) s
$$;

-- The greeting. A wrong device or secret is an answer and leaves a line: raised, the line would be rolled back.
CREATE FUNCTION store.hello(device uuid, secret bytea, client_version text)
RETURNS TABLE (session bytea, standing text, store_id uuid, store_time bigint, schema int, oldest_client int, user_id uuid,
               branch text, roles text[], checkpoint text, must_change_password boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me store.staff;
    it store.device;
    token bytea := '';
    state text;
BEGIN
    SELECT * INTO me FROM store.staff s WHERE s.role_name = session_user;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD002', 'this login is no user of the store');
    END IF;
    SELECT * INTO it FROM store.device d WHERE d.id = hello.device AND d.secret = sha256(hello.secret);
    state := CASE WHEN NOT me.enabled THEN 'userDisabled'
                  WHEN it.number IS NULL OR it.state = 'waiting' THEN 'deviceUnknown'
                  WHEN it.state = 'revoked' THEN 'deviceRevoked'
                  ELSE 'active' END;
    IF state = 'active' THEN
        DELETE FROM store.session s WHERE s.role_name = session_user AND s.until <= now();
        token := common.random32();
        INSERT INTO store.session VALUES (sha256(token), session_user, me.number, it.number, now() + interval '24 hours');
        UPDATE store.device d SET last_seen = now()
        WHERE d.number = it.number AND (d.last_seen IS NULL OR d.last_seen < now() - interval '1 minute');
    ELSE
        PERFORM store.log(ROW(NULL, me.number, me.id, me.roles, it.number, hello.device, '')::store.caller,
                          'hello', '', state, NULL);
    END IF;
    RETURN QUERY
        SELECT token, state, store.setting('storeId')::uuid, common.to_ms(clock_timestamp()),
               (SELECT max(m.number) FROM store.migration m), store.setting('oldestClient')::int, me.id,
               CASE WHEN state = 'active' THEN it.branch ELSE '' END,
               ARRAY(SELECT r FROM unnest(me.roles) r ORDER BY r),
               coalesce((SELECT c.body FROM store.checkpoint c ORDER BY c.number DESC LIMIT 1), ''), me.must_change;
END
$$;

-- Whether the branch of the session may see this subject. Not in the transaction that made the link: rolled back, the
-- link and its line in the log would be gone, and what was read would not.
CREATE FUNCTION store.sees(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = wanted AND l.branch = store.my_branch()
                   AND l.made_in IS DISTINCT FROM pg_current_xact_id_if_assigned())
$$;

-- Row security binds cd_api_owner, so that a mistake in a function of the API shows nothing of another branch.
ALTER TABLE store.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.subject_branch ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.evidence_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.evidence_opened ENABLE ROW LEVEL SECURITY;
ALTER TABLE store.holding ENABLE ROW LEVEL SECURITY;

CREATE POLICY event_of_branch ON store.event FOR SELECT TO cd_api_owner
    USING (subject IS NULL OR device = (SELECT store.my_device())
           OR EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = event.subject));
CREATE POLICY link_of_branch ON store.subject_branch FOR SELECT TO cd_api_owner
    USING (branch = (SELECT store.my_branch()) AND made_in IS DISTINCT FROM pg_current_xact_id_if_assigned());
CREATE POLICY key_of_branch ON store.data_key FOR SELECT TO cd_api_owner USING (store.sees(subject));
CREATE POLICY own_delivery ON store.delivery TO cd_api_owner USING (session = (SELECT store.my_session()));
CREATE POLICY own_ticket ON store.ticket FOR SELECT TO cd_api_owner USING (device = (SELECT store.my_device()));
CREATE POLICY evidence_of_branch ON store.evidence FOR SELECT TO cd_api_owner USING (store.sees(subject));
CREATE POLICY chunk_of_branch ON store.evidence_chunk FOR SELECT TO cd_api_owner
    USING (EXISTS (SELECT FROM store.evidence e WHERE e.sha256 = evidence_chunk.sha256));
CREATE POLICY own_opened ON store.evidence_opened TO cd_api_owner USING (session = (SELECT store.my_session()));
CREATE POLICY own_holding ON store.holding TO cd_api_owner USING (device = (SELECT store.my_device()));

GRANT SELECT ON store.event, store.subject_branch, store.data_key, store.ticket, store.evidence, store.evidence_chunk,
                store.device_head, store.tombstone TO cd_api_owner;
GRANT SELECT (number, id, branch, state) ON store.device TO cd_api_owner;
GRANT SELECT, INSERT, UPDATE ON store.delivery TO cd_api_owner;
GRANT SELECT, INSERT, DELETE ON store.holding TO cd_api_owner;
GRANT SELECT, INSERT, UPDATE ON store.evidence_opened TO cd_api_owner;
GRANT USAGE ON TYPE store.caller TO cd_api_owner, cd_role_keeper;
GRANT EXECUTE ON FUNCTION store.enter, store.my_device, store.my_branch, store.my_session, store.sees, store.setting,
                          store.refuse, store.log, store.hello TO cd_api_owner;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA common TO cd_api_owner, cd_role_keeper;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.hello(device uuid, secret bytea, client_version text)
RETURNS TABLE (session bytea, standing text, store_id uuid, store_time bigint, schema int, oldest_client int, user_id uuid,
               branch text, roles text[], checkpoint text, must_change_password boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT * FROM store.hello(device, secret, client_version)
$$;
GRANT EXECUTE ON FUNCTION api_v1.hello TO cd_user;
