-- Finding people by blind index, in two transactions; tokens; the desks' own access log; erasure.
SET LOCAL ROLE cd_store_owner;

-- Of two tokens of a kind the later one stays. A time far ahead does not nail a token down for ever.
CREATE FUNCTION store.put_tokens(me store.caller, subjects uuid[], kinds smallint[], tokens bytea[], since bigint[])
RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
DECLARE
    before bytea[];
    n int;
    place bigint;
BEGIN
    PERFORM FROM store.device_head h WHERE h.device = me.device FOR UPDATE;
    SELECT h.seq + 1 INTO place FROM store.device_head h WHERE h.device = me.device;
    PERFORM store.link(me, subjects, 'append', '');
    before := ARRAY(SELECT substr(t.token, 1, 8) FROM store.subject_token t
                    WHERE t.kind = 1 AND t.subject = ANY (subjects));
    INSERT INTO store.subject_token AS old
    SELECT DISTINCT ON (u.s, u.k) u.s, u.k, u.t, least(u.since, common.to_ms(now() + interval '1 day'))
    FROM unnest(subjects, kinds, tokens, since) u(s, k, t, since)
    WHERE NOT EXISTS (SELECT FROM store.tombstone x WHERE x.subject = u.s)
    ORDER BY u.s, u.k, u.since DESC, u.t DESC
    ON CONFLICT (subject, kind) DO UPDATE SET token = excluded.token, since_ms = excluded.since_ms
    WHERE (excluded.since_ms, excluded.token) > (old.since_ms, old.token);
    GET DIAGNOSTICS n = ROW_COUNT;
    -- A number that changed hands: both entries anew, where there is or must be one.
    before := ARRAY(SELECT DISTINCT p.prefix
                    FROM (SELECT unnest(before) AS prefix, NULL::uuid AS subject
                          UNION SELECT substr(t.token, 1, 8), t.subject FROM store.subject_token t
                          WHERE t.kind = 1 AND t.subject = ANY (subjects)) p
                    WHERE EXISTS (SELECT FROM store.contact_block b WHERE b.prefix = p.prefix)
                       OR EXISTS (SELECT FROM store.consent_state c WHERE c.subject = p.subject AND c.status >= 5));
    IF cardinality(before) > 0 THEN
        PERFORM store.refresh_blocks(me, before, place);
    END IF;
    RETURN n;
END
$$;

-- Counts against the quota of this hour. What is refused is not counted.
CREATE FUNCTION store.within_quota(me store.caller, counted text, setting_name text, n bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    allowed bigint := store.setting(setting_name)::bigint;
    total bigint;
BEGIN
    -- A sliding hour, from whole minutes; the row of this minute makes one user's questions take turns.
    INSERT INTO store.quota AS q VALUES (me.staff, counted, date_trunc('minute', now()), 0)
    ON CONFLICT (staff, kind, minute) DO UPDATE SET used = q.used;
    SELECT sum(q.used) INTO total FROM store.quota q
    WHERE q.staff = me.staff AND q.kind = counted AND q.minute > now() - interval '1 hour';
    IF total + n > allowed THEN
        RETURN false;
    END IF;
    UPDATE store.quota q SET used = q.used + n
    WHERE q.staff = me.staff AND q.kind = counted AND q.minute = date_trunc('minute', now());
    DELETE FROM store.quota q WHERE q.staff = me.staff AND q.minute < now() - interval '1 day';
    RETURN true;
END
$$;

-- Everything that a look-up leaves is written here: the line in the log, the quota, the link, the holding. What it gives
-- back says nothing about anybody, not even whether somebody was found.
CREATE FUNCTION store.ask(me store.caller, kind smallint, token bytea, also_kind smallint, also_token bytea, subject uuid,
                          action text, reason text, most int)
RETURNS TABLE (answer text, ticket bytea, expires bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    found uuid[];
    secret bytea := common.random32();
    until timestamptz := now() + make_interval(secs => store.setting('ticketSeconds')::int);
    refused text;
BEGIN
    IF NOT me.roles && ARRAY['agent', 'counter', 'supervisor', 'privacy_officer'] THEN
        refused := 'notPermitted';
    ELSIF NOT store.within_quota(me, CASE WHEN subject IS NULL THEN 'lookUps' ELSE 'fetches' END,
                                 CASE WHEN subject IS NULL THEN 'lookUpsPerHour' ELSE 'fetchesPerHour' END, 1) THEN
        refused := 'overQuota';
    END IF;
    IF refused IS NOT NULL THEN
        PERFORM store.log(me, action, reason, refused, CASE WHEN subject IS NOT NULL THEN ARRAY[subject] END);
        RETURN QUERY SELECT refused, ''::bytea, 0::bigint;
        RETURN;
    END IF;
    IF subject IS NOT NULL THEN
        found := ARRAY(SELECT subject WHERE EXISTS (SELECT FROM store.event e WHERE e.subject = ask.subject));
    ELSE
        found := ARRAY(SELECT t.subject FROM store.subject_token t
                       WHERE t.kind = ask.kind AND t.token = ask.token
                         AND (also_token IS NULL OR EXISTS (SELECT FROM store.subject_token a WHERE a.subject = t.subject
                                                            AND a.kind = also_kind AND a.token = also_token))
                       ORDER BY t.subject LIMIT most);
    END IF;
    PERFORM store.log(me, action, reason, 'granted', found, greatest(cardinality(found), 1));
    PERFORM store.link(me, found, '', '');
    UPDATE store.subject_branch l SET touched = current_date
    WHERE l.subject = ANY (found) AND l.branch = me.branch AND l.touched < current_date;
    DELETE FROM store.ticket t WHERE t.staff = me.staff AND t.expires < now() - interval '1 hour';
    INSERT INTO store.ticket(token, staff, device, expires, subjects)
    VALUES (sha256(secret), me.staff, me.device, until, found);
    RETURN QUERY SELECT 'granted', secret, common.to_ms(until);
END
$$;

CREATE FUNCTION store.use_ticket(me store.caller, secret bytea, OUT answer text, OUT subjects uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    it store.ticket;
BEGIN
    SELECT * INTO it FROM store.ticket t
    WHERE t.token = sha256(secret) AND t.staff = me.staff AND t.device = me.device FOR UPDATE;
    IF NOT FOUND THEN
        answer := 'unknown';
    ELSIF it.made_in IS NOT DISTINCT FROM pg_current_xact_id_if_assigned() THEN
        PERFORM store.refuse('CD006', 'asked for in this very transaction');
    ELSIF it.used THEN
        answer := 'used';
    ELSIF it.expires <= now() THEN
        answer := 'expired';
    ELSE
        UPDATE store.ticket t SET used = true WHERE t.token = it.token;
        answer := 'given';
        subjects := it.subjects;
    END IF;
END
$$;

CREATE FUNCTION store.put_access(ids uuid[], ats bigint[], actors uuid[], subjects uuid[], actions text[], reasons text[],
                                 counts bigint[], me store.caller) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
DECLARE
    n int;
BEGIN
    INSERT INTO store.access_log(id, at, actor, device, branch, subject, action, reason, outcome, count)
    SELECT u.id, common.from_ms(u.at), u.actor, me.device_id, me.branch, u.subject, u.action, u.reason, 'reported', u.n
    FROM unnest(ids, ats, actors, subjects, actions, reasons, counts) u(id, at, actor, subject, action, reason, n)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END
$$;

-- Destroys what opens a person's data and what finds the person. The sealed events stay, for the chains' sake. The change
-- of the opt-out list stands at the place of this device's next event.
CREATE FUNCTION store.erase(me store.caller, person uuid, OUT at bigint, OUT keys bigint, OUT newest_epoch int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
DECLARE
    moment timestamptz;
    numbers bytea[];
    place bigint;
BEGIN
    SELECT h.seq + 1 INTO place FROM store.device_head h WHERE h.device = me.device FOR UPDATE;
    INSERT INTO store.tombstone
    SELECT person, now(), count(*), coalesce(max(k.epoch), 0), me.user_id FROM store.data_key k WHERE k.subject = person
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS keys = ROW_COUNT;
    SELECT t.erased_at, CASE WHEN erase.keys > 0 THEN t.keys ELSE 0 END, t.newest_epoch INTO moment, keys, newest_epoch
    FROM store.tombstone t WHERE t.subject = person;
    at := common.to_ms(moment);
    numbers := ARRAY(SELECT substr(t.token, 1, 8) FROM store.subject_token t
                     WHERE t.subject = person AND t.kind = 1
                       AND EXISTS (SELECT FROM store.contact_block b WHERE b.prefix = substr(t.token, 1, 8)));
    DELETE FROM store.data_key k WHERE k.subject = person;
    DELETE FROM store.subject_token t WHERE t.subject = person;
    DELETE FROM store.consent_state c WHERE c.subject = person;
    DELETE FROM store.evidence_chunk c USING store.evidence e WHERE e.subject = person AND c.sha256 = e.sha256
        AND c.month = e.month;
    DELETE FROM store.evidence e WHERE e.subject = person;
    IF cardinality(numbers) > 0 THEN
        PERFORM store.refresh_blocks(me, numbers, place);
    END IF;
    PERFORM store.log(me, 'erase', '', 'granted', ARRAY[person]);
END
$$;
GRANT EXECUTE ON FUNCTION store.put_tokens, store.ask, store.use_ticket, store.put_access, store.erase TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.put_subject_tokens(session bytea, subjects uuid[], kinds smallint[], tokens bytea[], since bigint[])
RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF cardinality(subjects) > 1000 OR cardinality(kinds) IS DISTINCT FROM cardinality(subjects)
       OR cardinality(tokens) IS DISTINCT FROM cardinality(subjects) OR cardinality(since) IS DISTINCT FROM cardinality(subjects)
       OR array_position(subjects, NULL) IS NOT NULL OR array_position(since, NULL) IS NOT NULL
       OR EXISTS (SELECT FROM unnest(kinds, tokens) u(k, t)
                  WHERE u.k IS NULL OR u.k NOT BETWEEN 1 AND 5 OR length(u.t) IS DISTINCT FROM 16) THEN
        PERFORM store.refuse('CD001', 'tokens in another form');
    END IF;
    RETURN store.put_tokens(me, subjects, kinds, tokens, since);
END
$$;

CREATE FUNCTION api_v1.ask(session bytea, kind smallint, token bytea, also_kind smallint, also_token bytea, subject uuid,
                           action text, reason text, most int)
RETURNS TABLE (answer text, ticket bytea, expires bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF action IS NULL OR action !~ '^[A-Za-z.]{1,32}$' OR reason IS NULL OR reason !~ '^[A-Za-z.]{0,64}$'
       OR most IS NULL OR most NOT BETWEEN 1 AND 200
       OR (subject IS NULL AND (kind IS NULL OR kind NOT BETWEEN 1 AND 5 OR length(token) IS DISTINCT FROM 16))
       OR (also_token IS NOT NULL AND (also_kind IS NULL OR also_kind NOT BETWEEN 1 AND 5 OR length(also_token) <> 16)) THEN
        PERFORM store.refuse('CD001', 'a question in another form');
    END IF;
    RETURN QUERY SELECT * FROM store.ask(me, kind, token, also_kind, also_token, subject, action, reason, most);
END
$$;

CREATE FUNCTION api_v1.redeem(session bytea, ticket bytea)
RETURNS TABLE (what text, device uuid, seq bigint, hash bytea, body text, id uuid, subject uuid, epoch int, wrapped bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me store.caller := store.enter(session);
    given record;
BEGIN
    SELECT * INTO given FROM store.use_ticket(me, redeem.ticket);
    RETURN QUERY SELECT given.answer, NULL::uuid, NULL::bigint, NULL::bytea, NULL::text, NULL::uuid, NULL::uuid, NULL::int,
                        NULL::bytea;
    IF given.answer <> 'given' THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT 'subject', NULL::uuid, NULL::bigint, NULL::bytea,
               CASE WHEN EXISTS (SELECT FROM store.tombstone t WHERE t.subject = s) THEN 'erased' ELSE '' END,
               NULL::uuid, s, NULL::int, NULL::bytea
        FROM unnest(given.subjects) s ORDER BY s;
    RETURN QUERY
        SELECT 'event', d.id, e.seq, e.hash, e.body, NULL::uuid, e.subject, NULL::int, NULL::bytea
        FROM store.event e JOIN store.device d ON d.number = e.device
        WHERE e.subject = ANY (given.subjects) ORDER BY e.subject, d.id, e.seq;
    RETURN QUERY
        SELECT 'key', NULL::uuid, NULL::bigint, NULL::bytea, NULL::text, k.id, k.subject, k.epoch, k.wrapped
        FROM store.data_key k WHERE k.subject = ANY (given.subjects) ORDER BY k.subject, k.id;
END
$$;

CREATE FUNCTION api_v1.log_access(session bytea, ids uuid[], ats bigint[], actors uuid[], subjects uuid[], actions text[],
                                  reasons text[], counts bigint[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF EXISTS (SELECT FROM unnest(ids, ats, actors, actions, reasons, counts) u(id, at, actor, action, reason, n)
               WHERE u.id IS NULL OR u.actor IS NULL OR u.n IS NULL OR u.action IS NULL OR u.reason IS NULL
                  OR u.at IS NULL OR u.at NOT BETWEEN 0 AND 253402300799999
                  OR u.action !~ '^[A-Za-z.]{1,32}$' OR u.reason !~ '^[A-Za-z.]{0,64}$')
       OR cardinality(ids) > 5000 OR cardinality(subjects) <> cardinality(ids) THEN
        PERFORM store.refuse('CD001', 'an access log in another form');
    END IF;
    RETURN store.put_access(ids, ats, actors, subjects, actions, reasons, counts, me);
END
$$;

CREATE FUNCTION api_v1.erase_subject(session bytea, subject uuid) RETURNS TABLE (at bigint, keys bigint, newest_epoch int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['privacy_officer']);
BEGIN
    IF subject IS NULL THEN
        PERFORM store.refuse('CD001', 'no subject');
    END IF;
    RETURN QUERY SELECT * FROM store.erase(me, subject);
END
$$;
GRANT EXECUTE ON FUNCTION api_v1.put_subject_tokens, api_v1.ask, api_v1.redeem, api_v1.log_access TO cd_user;
GRANT EXECUTE ON FUNCTION api_v1.erase_subject TO cd_privacy_officer;
