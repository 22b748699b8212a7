-- Devices, enrolment, branches, checkpoints; and what falls due.
SET LOCAL ROLE cd_store_owner;

CREATE FUNCTION store.open_enrolment(me store.caller, enrolment uuid, a_device uuid, a_branch text, a_secret bytea,
                                     expires bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM store.branch b WHERE b.code = a_branch) THEN
        PERFORM store.refuse('CD005', 'no such branch');
    END IF;
    IF EXISTS (SELECT FROM store.enrolment e WHERE e.id = enrolment)
       OR EXISTS (SELECT FROM store.device d WHERE d.id = a_device) THEN
        PERFORM store.refuse('CD007', 'the enrolment or the device is there already');
    END IF;
    INSERT INTO store.device(id, branch, state) VALUES (a_device, a_branch, 'waiting');
    INSERT INTO store.enrolment(id, device, branch, secret, expires_at, opened_by)
    VALUES (enrolment, a_device, a_branch, a_secret, least(common.from_ms(expires), now() + interval '30 days'), me.user_id);
    PERFORM store.note(me, 'enrolment.opened', a_device::text, a_branch);
END
$$;

-- Without a session: the PC has none yet. Who it is stands in session_user. Answers are values, since a refusal that is
-- raised would roll the counter of wrong secrets back.
CREATE FUNCTION store.enrol(enrolment uuid, a_secret bytea, a_device uuid, a_public_key text, a_device_secret bytea)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
DECLARE
    me store.staff;
    it store.enrolment;
    with_what bytea := sha256(convert_to(a_device::text || a_public_key, 'UTF8') || a_device_secret);
BEGIN
    SELECT * INTO me FROM store.staff s WHERE s.role_name = session_user AND s.enabled;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD002', 'this login is no enabled user of the store');
    END IF;
    SELECT * INTO it FROM store.enrolment e WHERE e.id = enrolment FOR UPDATE;
    IF NOT FOUND OR it.device <> a_device OR it.wrong >= 5 THEN
        RETURN 'unknown';
    END IF;
    IF it.secret <> sha256(a_secret) THEN
        UPDATE store.enrolment e SET wrong = e.wrong + 1 WHERE e.id = enrolment;
        RETURN 'unknown';
    END IF;
    IF it.used_at IS NOT NULL THEN
        RETURN CASE WHEN it.used_with = with_what THEN 'enrolled' ELSE 'used' END;
    END IF;
    IF it.expires_at <= now() THEN
        RETURN 'expired';
    END IF;
    UPDATE store.enrolment e SET used_at = now(), used_with = with_what WHERE e.id = enrolment;
    UPDATE store.device d SET state = 'active', secret = a_device_secret, public_key = a_public_key, enrolled_by = me.id,
        enrolled_at = now() WHERE d.id = a_device;
    INSERT INTO store.device_head(device) SELECT d.number FROM store.device d WHERE d.id = a_device ON CONFLICT DO NOTHING;
    INSERT INTO store.rights_log(actor, act, target, detail) VALUES (me.id, 'device.enrolled', a_device::text, it.branch);
    RETURN 'enrolled';
END
$$;

CREATE FUNCTION store.devices()
RETURNS TABLE (device uuid, branch text, public_key text, state text, enrolled_by uuid, enrolled bigint, last_seen bigint,
               revoked bigint, head_seq bigint, held bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
    SELECT d.id, d.branch, d.public_key, d.state, d.enrolled_by, common.to_ms(d.enrolled_at), common.to_ms(d.last_seen),
           common.to_ms(d.revoked_at), coalesce(h.seq, 0),
           (SELECT count(*) FROM store.holding x WHERE x.device = d.number)
    FROM store.device d LEFT JOIN store.device_head h ON h.device = d.number ORDER BY d.number
$$;

CREATE FUNCTION store.revoke_device(me store.caller, wanted uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    UPDATE store.device d SET state = 'revoked', revoked_at = coalesce(d.revoked_at, now()), revoke_reason = reason
    WHERE d.id = wanted;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD005', 'no such device');
    END IF;
    PERFORM store.note(me, 'device.revoked', wanted::text, reason);
END
$$;

-- Stays after a revocation: it is what a breach report is written from.
CREATE FUNCTION store.held(me store.caller, wanted uuid) RETURNS TABLE (subject uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM store.device d WHERE d.id = wanted) THEN
        PERFORM store.refuse('CD005', 'no such device');
    END IF;
    RETURN QUERY SELECT h.subject FROM store.holding h JOIN store.device d ON d.number = h.device
                 WHERE d.id = wanted ORDER BY h.subject;
END
$$;

CREATE FUNCTION store.put_checkpoint(me store.caller, jws text, heads text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    INSERT INTO store.checkpoint(made_by, body, heads) VALUES (me.user_id, jws, heads)
$$;

CREATE FUNCTION store.branches() RETURNS TABLE (code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT code FROM store.branch ORDER BY code
$$;

CREATE FUNCTION store.add_branch(me store.caller, a_code text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    INSERT INTO store.branch VALUES (a_code) ON CONFLICT DO NOTHING;
    SELECT store.note(me, 'branch.added', a_code);
$$;

-- Months of the access log that are older than asked, at least two years, are detached and dropped: no row is deleted.
CREATE FUNCTION store.retire_access_log(keep_months int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    month date := date_trunc('month', now()) - make_interval(months => greatest(coalesce(keep_months, 24), 24));
    one record;
    n int := 0;
BEGIN
    PERFORM store.make_months();
    FOR one IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
               WHERE i.inhparent = 'store.access_log'::regclass AND c.relname ~ '^access_log_[0-9]{4}_[0-9]{2}$'
                 AND to_date(right(c.relname, 7), 'YYYY_MM') < month
    LOOP
        EXECUTE format('ALTER TABLE store.access_log DETACH PARTITION store.%I', one.relname);
        EXECUTE format('DROP TABLE store.%I', one.relname);
        n := n + 1;
    END LOOP;
    DELETE FROM store.access_log_other WHERE at < month;
    DELETE FROM store.rights_log WHERE at < now() - interval '3 years';
    DELETE FROM store.session WHERE until < now();
    RETURN n;
END
$$;
GRANT EXECUTE ON FUNCTION store.open_enrolment, store.enrol, store.devices, store.revoke_device, store.held,
                          store.put_checkpoint, store.branches, store.add_branch, store.retire_access_log TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.open_enrolment(session bytea, enrolment uuid, device uuid, branch text, secret_sha256 bytea,
                                      expires bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    IF enrolment IS NULL OR device IS NULL OR length(secret_sha256) IS DISTINCT FROM 32 OR expires IS NULL THEN
        PERFORM store.refuse('CD001', 'an enrolment in another form');
    END IF;
    PERFORM store.open_enrolment(me, enrolment, device, branch, secret_sha256, expires);
END
$$;
CREATE FUNCTION api_v1.enrol_device(enrolment uuid, secret bytea, device uuid, public_key text, device_secret_sha256 bytea)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    IF secret IS NULL OR device IS NULL OR public_key IS NULL OR length(public_key) NOT BETWEEN 1 AND 1000
       OR length(device_secret_sha256) IS DISTINCT FROM 32 THEN
        PERFORM store.refuse('CD001', 'an enrolment in another form');
    END IF;
    RETURN store.enrol(enrolment, secret, device, public_key, device_secret_sha256);
END
$$;
CREATE FUNCTION api_v1.devices(session bytea)
RETURNS TABLE (device uuid, branch text, public_key text, state text, enrolled_by uuid, enrolled bigint, last_seen bigint,
               revoked bigint, head_seq bigint, held bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    RETURN QUERY SELECT * FROM store.devices();
END
$$;
CREATE FUNCTION api_v1.revoke_device(session bytea, device uuid, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    IF reason IS NULL OR reason !~ '^[A-Za-z.]{0,64}$' THEN
        PERFORM store.refuse('CD001', 'a reason in another form');
    END IF;
    PERFORM store.revoke_device(me, device, reason);
END
$$;
-- Ids alone: whoever is to read about them must ask like everybody else.
CREATE FUNCTION api_v1.held(session bytea, device uuid) RETURNS TABLE (subject uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    PERFORM store.log(me, 'held', '', 'granted', NULL);
    RETURN QUERY SELECT * FROM store.held(me, device);
END
$$;
CREATE FUNCTION api_v1.put_checkpoint(session bytea, jws text, heads text DEFAULT '') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['privacy_officer']);
BEGIN
    IF jws IS NULL OR jws !~ '^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$' OR length(jws) > 4000
       OR heads IS NULL THEN
        PERFORM store.refuse('CD001', 'a checkpoint in another form');
    END IF;
    PERFORM store.put_checkpoint(me, jws, heads);
END
$$;
CREATE FUNCTION api_v1.branches(session bytea) RETURNS TABLE (code text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT * FROM store.branches();
END
$$;
CREATE FUNCTION api_v1.add_branch(session bytea, code text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    IF code IS NULL OR code !~ '^[^[:cntrl:]]{1,64}$' THEN
        PERFORM store.refuse('CD001', 'a branch in another form');
    END IF;
    PERFORM store.add_branch(me, code);
END
$$;
CREATE FUNCTION api_v1.retire_access_log(keep_months int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    RETURN store.retire_access_log(keep_months);
END
$$;
GRANT EXECUTE ON FUNCTION api_v1.enrol_device, api_v1.branches TO cd_user;
GRANT EXECUTE ON FUNCTION api_v1.open_enrolment, api_v1.devices, api_v1.revoke_device, api_v1.held, api_v1.add_branch
    TO cd_admin, cd_privacy_officer;
GRANT EXECUTE ON FUNCTION api_v1.put_checkpoint TO cd_privacy_officer;
GRANT EXECUTE ON FUNCTION api_v1.retire_access_log TO cd_retention;

RESET ROLE;
REVOKE CREATE ON SCHEMA store FROM cd_role_keeper;
