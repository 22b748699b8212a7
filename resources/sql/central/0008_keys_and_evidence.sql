-- Sealed keys, staff, and sealed evidence.
SET LOCAL ROLE cd_store_owner;

-- An erased subject's keys are dropped without a word, so that an old desk can't bring them back. A key is replaced only
-- by a privacy officer's session (a rotation of the epoch): else any desk could make a person unreadable for good.
CREATE FUNCTION store.put_keys(me store.caller, ids uuid[], subjects uuid[], epochs int[], wrapped bytea[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    n int;
BEGIN
    PERFORM store.link(me, subjects, 'append', '');
    INSERT INTO store.data_key AS old
    SELECT DISTINCT ON (u.id) u.id, u.subject, u.epoch, u.wrapped
    FROM unnest(ids, subjects, epochs, wrapped) u(id, subject, epoch, wrapped)
    WHERE NOT EXISTS (SELECT FROM store.tombstone t WHERE t.subject = u.subject)
    ORDER BY u.id, u.epoch DESC
    ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, wrapped = excluded.wrapped
    WHERE old.subject = excluded.subject AND excluded.epoch > old.epoch AND 'privacy_officer' = ANY (me.roles);
    GET DIAGNOSTICS n = ROW_COUNT;
    IF EXISTS (SELECT FROM unnest(ids, subjects) u(id, subject) JOIN store.data_key k ON k.id = u.id
               WHERE k.subject <> u.subject) THEN
        PERFORM store.refuse('CD004', 'a data key of another subject');
    END IF;
    RETURN n;
END
$$;

CREATE FUNCTION store.put_user_keys(me store.caller, a_public_key text, a_wrapped_private text, epochs int[], keys text[])
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    UPDATE store.staff SET public_key = a_public_key, wrapped_private = a_wrapped_private WHERE number = me.staff;
    INSERT INTO store.organisation_key SELECT me.staff, e, k FROM unnest(epochs, keys) u(e, k)
    ON CONFLICT (staff, epoch) DO UPDATE SET wrapped = excluded.wrapped;
$$;

CREATE FUNCTION store.user_keys(me store.caller)
RETURNS TABLE (public_key text, wrapped_private text, epoch int, wrapped text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT s.public_key, s.wrapped_private, o.epoch, o.wrapped
    FROM store.staff s LEFT JOIN store.organisation_key o ON o.staff = s.number
    WHERE s.number = me.staff AND s.public_key <> '' ORDER BY o.epoch
$$;

CREATE FUNCTION store.roster()
RETURNS TABLE ("user" uuid, login text, sealed_profile text, roles text[], enabled boolean, public_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT s.id, s.login, s.sealed_profile, ARRAY(SELECT r FROM unnest(s.roles) r ORDER BY r), s.enabled, s.public_key
    FROM store.staff s ORDER BY s.login COLLATE "C"
$$;

CREATE FUNCTION store.evidence_state(wanted bytea, person uuid)
RETURNS TABLE (status text, total bigint, received bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT CASE WHEN e.complete THEN 'complete' WHEN e.sha256 IS NOT NULL THEN 'partial' ELSE 'missing' END,
           coalesce(e.total, 0), coalesce(e.received, 0)
    FROM (SELECT) one LEFT JOIN store.evidence e ON e.sha256 = wanted
$$;

-- Takes the piece that comes next; answers where to go on. With the last one the whole is hashed: bytes that are not what
-- they were called are dropped.
CREATE FUNCTION store.put_chunk(me store.caller, wanted bytea, person uuid, size bigint, place bigint, piece bytea)
RETURNS TABLE (status text, total bigint, received bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    it store.evidence;
    got bytea;
BEGIN
    IF EXISTS (SELECT FROM store.tombstone t WHERE t.subject = person) THEN
        RETURN QUERY SELECT 'erased', 0::bigint, 0::bigint;
        RETURN;
    END IF;
    PERFORM store.link(me, ARRAY[person], 'append', 'evidence');
    INSERT INTO store.evidence(sha256, subject, total, month) VALUES (wanted, person, size, date_trunc('month', now()))
    ON CONFLICT DO NOTHING;
    SELECT * INTO it FROM store.evidence e WHERE e.sha256 = wanted FOR UPDATE;
    IF it.subject <> person OR it.total <> size THEN
        PERFORM store.refuse('CD004', 'evidence of another subject or size');
    END IF;
    IF it.complete OR place <> it.received THEN
        RETURN QUERY SELECT * FROM store.evidence_state(wanted, person);
        RETURN;
    END IF;
    INSERT INTO store.evidence_chunk VALUES (it.month, wanted, place, piece);
    UPDATE store.evidence e SET received = place + length(piece) WHERE e.sha256 = wanted;
    IF place + length(piece) = size THEN
        got := store.evidence_hash(wanted, it.month);
        IF got <> wanted THEN
            DELETE FROM store.evidence_chunk c WHERE c.month = it.month AND c.sha256 = wanted;
            DELETE FROM store.evidence e WHERE e.sha256 = wanted;
            RETURN QUERY SELECT 'badHash', 0::bigint, 0::bigint;
            RETURN;
        END IF;
        UPDATE store.evidence e SET complete = true WHERE e.sha256 = wanted;
    END IF;
    RETURN QUERY SELECT * FROM store.evidence_state(wanted, person);
END
$$;

-- SHA-256 over all pieces in order. In one value, since SQL hashes in no other way: a recording of half an hour is 6 MB;
-- what is larger than PostgreSQL's 1 GB for a value can't be taken in at all (the table's limit).
CREATE FUNCTION store.evidence_hash(wanted bytea, of_month date) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT sha256(string_agg(c.bytes, '' ORDER BY c.position))
    FROM store.evidence_chunk c WHERE c.month = of_month AND c.sha256 = wanted
$$;

GRANT EXECUTE ON FUNCTION store.put_keys, store.put_user_keys, store.user_keys, store.roster, store.evidence_state,
                          store.put_chunk TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.put_data_keys(session bytea, ids uuid[], subjects uuid[], epochs int[], wrapped bytea[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF cardinality(ids) > 5000
       OR EXISTS (SELECT FROM unnest(ids, subjects, epochs, wrapped) u(i, s, e, w)
                  WHERE u.i IS NULL OR u.s IS NULL OR u.e IS NULL OR u.e < 1 OR length(u.w) IS DISTINCT FROM 40) THEN
        PERFORM store.refuse('CD001', 'data keys in another form');
    END IF;
    RETURN store.put_keys(me, ids, subjects, epochs, wrapped);
END
$$;

CREATE FUNCTION api_v1.data_keys(session bytea, subjects uuid[])
RETURNS TABLE (id uuid, subject uuid, epoch int, wrapped bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT k.id, k.subject, k.epoch, k.wrapped FROM store.data_key k
                 WHERE k.subject = ANY (data_keys.subjects) ORDER BY k.subject, k.id;
END
$$;

CREATE FUNCTION api_v1.put_user_keys(session bytea, "user" uuid, public_key text, wrapped_private text, epochs int[],
                                     wrapped text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF "user" IS DISTINCT FROM me.user_id THEN
        PERFORM store.refuse('CD002', 'keys of another user');
    END IF;
    IF length(public_key) IS NULL OR length(wrapped_private) IS NULL OR length(public_key) NOT BETWEEN 1 AND 1000
       OR length(wrapped_private) NOT BETWEEN 1 AND 5000 OR cardinality(epochs) IS DISTINCT FROM cardinality(wrapped)
       OR array_position(epochs, NULL) IS NOT NULL OR array_position(wrapped, NULL) IS NOT NULL THEN
        PERFORM store.refuse('CD001', 'user keys in another form');
    END IF;
    PERFORM store.put_user_keys(me, public_key, wrapped_private, epochs, wrapped);
END
$$;

CREATE FUNCTION api_v1.user_keys(session bytea, "user" uuid)
RETURNS TABLE (public_key text, wrapped_private text, epoch int, wrapped text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, NULL, true);
BEGIN
    RETURN QUERY SELECT k.* FROM store.user_keys(me) k WHERE user_keys."user" = me.user_id;
END
$$;

CREATE FUNCTION api_v1.roster(session bytea)
RETURNS TABLE ("user" uuid, login text, sealed_profile text, roles text[], enabled boolean, public_key text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT * FROM store.roster();
END
$$;

CREATE FUNCTION api_v1.evidence_state(session bytea, sha256 bytea)
RETURNS TABLE (status text, total bigint, received bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT * FROM store.evidence_state(evidence_state.sha256, NULL);
END
$$;

CREATE FUNCTION api_v1.put_evidence_chunk(session bytea, sha256 bytea, subject uuid, size bigint, "position" bigint,
                                          bytes bytea)
RETURNS TABLE (status text, total bigint, received bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
    chunk CONSTANT bigint := 262144;
BEGIN
    IF length(sha256) IS DISTINCT FROM 32 OR subject IS NULL OR size IS NULL OR size NOT BETWEEN 1 AND 1073741824
       OR "position" IS NULL OR "position" < 0 OR "position" >= size OR "position" % chunk <> 0
       OR length(bytes) IS DISTINCT FROM least(chunk, size - "position")::int THEN
        PERFORM store.refuse('CD001', 'a piece in another form');
    END IF;
    RETURN QUERY SELECT * FROM store.put_chunk(me, sha256, subject, size, "position", bytes);
END
$$;

-- The line in the log comes before the bytes, in a transaction of its own.
CREATE FUNCTION api_v1.evidence_open(session bytea, sha256 bytea, reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
    person uuid;
BEGIN
    IF reason IS NULL OR reason !~ '^[A-Za-z.]{0,64}$' THEN
        PERFORM store.refuse('CD001', 'a reason in another form');
    END IF;
    SELECT e.subject INTO person FROM store.evidence e WHERE e.sha256 = evidence_open.sha256 AND e.complete;
    IF person IS NULL THEN
        PERFORM store.log(me, 'evidence', reason, 'refused', NULL);
        RETURN false;
    END IF;
    PERFORM store.log(me, 'evidence', reason, 'granted', ARRAY[person]);
    INSERT INTO store.evidence_opened(session, sha256, until) VALUES (me.session, evidence_open.sha256, now() + interval '1 hour')
    ON CONFLICT ON CONSTRAINT evidence_opened_pkey DO UPDATE SET until = excluded.until, made_in = excluded.made_in;
    RETURN true;
END
$$;

CREATE FUNCTION api_v1.evidence_chunk(session bytea, sha256 bytea, "position" bigint, length int) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    me store.caller := store.enter(session);
    it store.evidence;
    answer bytea;
    chunk CONSTANT bigint := 262144;
BEGIN
    IF length IS NULL OR length NOT BETWEEN 1 AND chunk OR "position" IS NULL OR "position" < 0 THEN
        PERFORM store.refuse('CD001', 'a stretch in another form');
    END IF;
    SELECT * INTO it FROM store.evidence e WHERE e.sha256 = evidence_chunk.sha256 AND e.complete;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD005', 'no such evidence');
    END IF;
    IF NOT EXISTS (SELECT FROM store.evidence_opened o
                   WHERE o.session = me.session AND o.sha256 = it.sha256 AND o.until > now()
                     AND o.made_in IS DISTINCT FROM pg_current_xact_id_if_assigned()) THEN
        PERFORM store.refuse('CD006', 'open it first, in another transaction');
    END IF;
    -- A stretch of at most one chunk's length lies in at most two chunks.
    SELECT substr(string_agg(c.bytes, '' ORDER BY c.position), ("position" % chunk)::int + 1, length) INTO answer
    FROM store.evidence_chunk c
    WHERE c.month = it.month AND c.sha256 = it.sha256
      AND c.position BETWEEN "position" / chunk * chunk AND ("position" + length - 1) / chunk * chunk;
    RETURN coalesce(answer, '');
END
$$;
GRANT EXECUTE ON FUNCTION api_v1.put_data_keys, api_v1.data_keys, api_v1.put_user_keys, api_v1.user_keys, api_v1.roster,
                          api_v1.evidence_state, api_v1.put_evidence_chunk, api_v1.evidence_open, api_v1.evidence_chunk
    TO cd_user;
