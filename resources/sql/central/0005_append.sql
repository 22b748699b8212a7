-- Appending events, and what follows from them.
SET LOCAL ROLE cd_store_owner;

-- What the store reads out of a signed text: it believes no field that stands beside it.
CREATE TYPE store.parsed AS (
    hash     bytea,
    device   uuid,
    seq      bigint,
    prev     text,
    id       uuid,
    subject  uuid,
    time_ms  bigint,
    type     text,
    v        int,
    facts    json     -- of what is projected only; text, since a tree is dearer than what is read out of it
);

-- Links subjects to a branch and records that the device holds them. A subject that other branches know already is
-- linked as well (a desk may have worked with it while offline), but never without a line in the access log.
CREATE FUNCTION store.link(me store.caller, wanted uuid[], action text, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    fresh uuid[];
    foreign_ones uuid[];
BEGIN
    fresh := ARRAY(SELECT DISTINCT s FROM unnest(wanted) s
                   WHERE NOT EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = s AND l.branch = me.branch)
                     AND NOT EXISTS (SELECT FROM store.tombstone t WHERE t.subject = s));
    IF cardinality(fresh) > 0 THEN
        foreign_ones := ARRAY(SELECT s FROM unnest(fresh) s
                              WHERE EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = s));
        INSERT INTO store.subject_branch(subject, branch, touched)
        SELECT s, me.branch, current_date FROM unnest(fresh) s ORDER BY s
        ON CONFLICT DO NOTHING;
        IF cardinality(foreign_ones) > 0 AND action <> '' THEN
            PERFORM store.log(me, action, reason, 'granted', foreign_ones);
        END IF;
    END IF;
    INSERT INTO store.holding(device, subject)
    SELECT DISTINCT me.device, s FROM unnest(wanted) s
    WHERE NOT EXISTS (SELECT FROM store.holding h WHERE h.device = me.device AND h.subject = s)
    ORDER BY s
    ON CONFLICT DO NOTHING;
END
$$;

-- The statements about consent that an event makes, one a scope, as ledger::consentStatements. Where it names a scope
-- twice, what protects more counts.
CREATE FUNCTION store.statements(e store.parsed)
RETURNS TABLE (scope text, status smallint, channels smallint, mandatory boolean)
LANGUAGE sql IMMUTABLE AS $$
    SELECT s.scope, max(s.status)::smallint, bit_or(s.channels)::smallint, bool_or(s.mandatory)
    FROM (
        SELECT i.code AS scope, CASE i.decision WHEN 'granted' THEN 1 ELSE 3 END AS status,
               CASE WHEN i.mandatory THEN 0 WHEN i.channel = 'phone' THEN 2 WHEN i.channel = 'sms' THEN 4
                    WHEN i.channel = 'email' THEN 8 WHEN i.channel = 'post' THEN 16 ELSE 1 END AS channels, i.mandatory
        FROM json_to_recordset(CASE WHEN e.type = 'consent.captured' THEN e.facts -> 'items' ELSE '[]' END)
            AS i(code text, decision text, mandatory boolean, channel text)
        UNION ALL
        SELECT ended.scope, CASE e.type WHEN 'consent.optedOut' THEN 6 ELSE 5 END, 0, false
        FROM (
            SELECT json_array_elements_text(e.facts -> 'items') AS scope
            UNION ALL
            SELECT 'channel:' || json_array_elements_text(e.facts -> 'channels')
            UNION ALL
            SELECT 'optional:*' WHERE (e.facts ->> 'allOptional')::boolean
        ) ended
        WHERE e.type IN ('consent.optedOut', 'consent.withdrawn')
    ) s
    WHERE s.scope IS NOT NULL AND e.v = 1 AND e.subject IS NOT NULL
    GROUP BY s.scope
$$;

-- The rule of the opt-out list for one person (see app/central/contactblocks.h): a channel is blocked while something
-- ended it and no optional item on it stands granted.
CREATE FUNCTION store.judge(person uuid, OUT channels int, OUT all_optional boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, store, pg_temp AS $$
    WITH blanket AS MATERIALIZED (
        SELECT CASE scope WHEN 'optional:*' THEN 31 WHEN 'channel:phone' THEN 2 WHEN 'channel:sms' THEN 4
                          WHEN 'channel:email' THEN 8 WHEN 'channel:post' THEN 16 ELSE 0 END AS reach,
               scope = 'optional:*' AS everything, time_ms, status, device, seq, event
        FROM store.consent_state
        WHERE subject = person AND (scope = 'optional:*' OR scope LIKE 'channel:%')
    ), item AS (
        SELECT c.bit, i.status,
               EXISTS (SELECT FROM blanket b WHERE b.reach & c.bit <> 0
                       AND (b.time_ms, b.status, b.device, b.seq, b.event)
                         > (i.time_ms, i.status, i.device, i.seq, i.event)) AS overruled
        FROM store.consent_state i JOIN (VALUES (1), (2), (4), (8), (16)) c(bit) ON i.channels & c.bit <> 0
        WHERE i.subject = person AND NOT i.mandatory
    )
    SELECT (coalesce((SELECT bit_or(reach) FROM blanket), 0)
            | coalesce((SELECT bit_or(bit) FROM item WHERE overruled OR status >= 5), 0))
           & ~coalesce((SELECT bit_or(bit) FROM item WHERE NOT overruled AND status = 1), 0) & 30,
           EXISTS (SELECT FROM blanket WHERE everything)
           AND NOT EXISTS (SELECT FROM item WHERE NOT overruled AND status = 1)
$$;

-- Makes the entries of these numbers right, and notes those that changed at a place in the caller's chain. Locks the
-- entries first: two people may have one number, and two desks may write about them at once.
CREATE FUNCTION store.refresh_blocks(me store.caller, wanted bytea[], place bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    INSERT INTO store.contact_block(prefix) SELECT DISTINCT p FROM unnest(wanted) p ORDER BY p
    ON CONFLICT (prefix) DO UPDATE SET channels = contact_block.channels;
    WITH now_true AS (
        SELECT p.prefix, coalesce(bit_or(j.channels), 0) AS channels, coalesce(bool_or(j.all_optional), false) AS all_optional
        FROM (SELECT DISTINCT unnest(wanted) AS prefix) p
        LEFT JOIN store.subject_token t ON t.kind = 1 AND substr(t.token, 1, 8) = p.prefix
        LEFT JOIN LATERAL store.judge(t.subject) j ON true
        GROUP BY p.prefix
    ), changed AS (
        UPDATE store.contact_block b SET channels = n.channels, all_optional = n.all_optional
        FROM now_true n
        WHERE b.prefix = n.prefix AND (b.channels, b.all_optional) IS DISTINCT FROM (n.channels, n.all_optional)
        RETURNING b.prefix
    )
    INSERT INTO store.block_change(device, seq, prefix) SELECT me.device, place, prefix FROM changed
    ON CONFLICT DO NOTHING;
END
$$;

-- Folds new events into consent_state and the opt-out list.
CREATE FUNCTION store.project(me store.caller, news store.parsed[], place bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    about uuid[];
    numbers bytea[];
BEGIN
    INSERT INTO store.consent_state AS old
    SELECT DISTINCT ON (e.subject, s.scope)
           e.subject, s.scope, s.status, e.time_ms, e.device, e.seq, e.id,
           bit_or(s.channels) OVER same, bool_or(s.mandatory) OVER same
    FROM unnest(news) e, store.statements(e) s
    WHERE NOT EXISTS (SELECT FROM store.tombstone t WHERE t.subject = e.subject)
    WINDOW same AS (PARTITION BY e.subject, s.scope)
    ORDER BY e.subject, s.scope, e.time_ms DESC, s.status DESC, e.seq DESC
    ON CONFLICT (subject, scope) DO UPDATE SET
        (status, time_ms, device, seq, event) = (
            SELECT w.* FROM (VALUES (old.status, old.time_ms, old.device, old.seq, old.event),
                                    (excluded.status, excluded.time_ms, excluded.device, excluded.seq, excluded.event))
                AS w(status, time_ms, device, seq, event)
            ORDER BY w.time_ms DESC, w.status DESC, w.device DESC, w.seq DESC, w.event DESC LIMIT 1),
        channels = old.channels | excluded.channels,
        mandatory = old.mandatory OR excluded.mandatory;

    about := ARRAY(SELECT DISTINCT e.subject FROM unnest(news) e);
    -- Two desks that write about one person at once take turns here, so that the later one sees both.
    numbers := ARRAY(SELECT substr(l.token, 1, 8)
                     FROM (SELECT t.token FROM store.subject_token t WHERE t.kind = 1 AND t.subject = ANY (about)
                           ORDER BY t.subject FOR UPDATE) l);
    -- A number that nobody ever ended anything on needs no entry.
    numbers := ARRAY(SELECT DISTINCT p FROM unnest(numbers) p
                     WHERE EXISTS (SELECT FROM store.contact_block b WHERE b.prefix = p)
                        OR EXISTS (SELECT FROM store.subject_token t JOIN store.consent_state c ON c.subject = t.subject
                                   WHERE t.kind = 1 AND substr(t.token, 1, 8) = p AND c.status >= 5));
    IF cardinality(numbers) > 0 THEN
        PERFORM store.refresh_blocks(me, numbers, place);
    END IF;
END
$$;

CREATE FUNCTION store.append(me store.caller, first_seq bigint, hashes bytea[], bodies text[])
RETURNS TABLE (answer text, seq bigint, hash bytea, added bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    head store.device_head;
    news store.parsed[];
    n int := cardinality(bodies);
    last_seq bigint := first_seq + cardinality(bodies) - 1;
    sound boolean;
    forked boolean;
    previous text;
    about uuid[];
BEGIN
    -- The only row that appends of one device wait for; other devices never meet here.
    SELECT * INTO head FROM store.device_head h WHERE h.device = me.device FOR UPDATE;
    BEGIN
        -- The time is that of ledger::orderTime: the device's clock corrected by its skew, but after what the desk knew of
        -- this subject. One statement for all: a function call an event costs more than the reading itself.
        news := ARRAY(
            SELECT ROW(sha256(convert_to(u.body, 'UTF8')), r.device, r.seq, r.prev, r.id, r.subject,
                       greatest(r.at - r."skewMs", (r.facts ->> 'after')::numeric::bigint + 1), r.type, r.v,
                       CASE WHEN r.type LIKE 'consent.%' THEN r.facts END)::store.parsed
            FROM unnest(bodies) WITH ORDINALITY u(body, place)
            CROSS JOIN LATERAL (
                SELECT replace(replace(split_part(u.body, '.', 2), '-', '+'), '_', '/') AS base64 OFFSET 0
            ) payload
            CROSS JOIN LATERAL json_to_record(
                convert_from(decode(base64 || left('===', -octet_length(base64) & 3), 'base64'), 'UTF8')::json
            ) AS r(device uuid, seq bigint, prev text, id uuid, subject uuid, at bigint, "skewMs" bigint, type text, v int,
                   facts json)
            ORDER BY u.place);
        SELECT bool_and(p.hash = h.hash AND p.device = me.device_id AND p.seq = first_seq + h.i - 1
                        AND p.id IS NOT NULL AND p.time_ms IS NOT NULL AND p.type IS NOT NULL
                        AND (h.i = 1 OR p.prev = translate(rtrim(encode(h.before, 'base64'), '='), '+/', '-_')))
               AND count(*) = n
        INTO sound
        FROM (SELECT x, i, lag(x) OVER (ORDER BY i) FROM unnest(hashes) WITH ORDINALITY u(x, i)) AS h(hash, i, before)
        JOIN unnest(news) WITH ORDINALITY p(hash, device, seq, prev, id, subject, time_ms, type, v, facts, i)
            ON p.i = h.i;
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        sound := false;  -- a text that is no event at all
    END;
    IF sound IS NOT TRUE THEN
        RETURN QUERY SELECT 'badHash', head.seq, head.hash, 0::bigint;
        RETURN;
    END IF;
    IF first_seq > head.seq + 1 THEN
        RETURN QUERY SELECT 'gap', head.seq, head.hash, 0::bigint;
        RETURN;
    END IF;
    IF first_seq <= head.seq THEN
        SELECT count(*) <> least(last_seq, head.seq) - first_seq + 1 INTO forked
        FROM store.event e
        WHERE e.device = me.device AND e.seq BETWEEN first_seq AND least(last_seq, head.seq)
          AND e.hash = hashes[(e.seq - first_seq + 1)::int];
    ELSE
        forked := false;
    END IF;
    IF NOT forked AND last_seq > head.seq THEN
        previous := news[(head.seq - first_seq + 2)::int].prev;
        forked := coalesce(previous, '') <> translate(rtrim(encode(head.hash, 'base64'), '='), '+/', '-_');
    END IF;
    IF forked OR last_seq <= head.seq THEN
        RETURN QUERY SELECT CASE WHEN forked THEN 'fork' ELSE 'replay' END, head.seq, head.hash, 0::bigint;
        RETURN;
    END IF;

    news := news[(head.seq - first_seq + 2)::int:];
    about := ARRAY(SELECT DISTINCT e.subject FROM unnest(news) e WHERE e.subject IS NOT NULL ORDER BY 1);
    IF cardinality(about) > 0 THEN
        PERFORM store.link(me, about, 'append', '');  -- before they have events that would make them look known
        UPDATE store.subject_branch l SET touched = current_date
        FROM (SELECT m.subject, m.branch FROM store.subject_branch m
              WHERE m.subject = ANY (about) AND m.touched < current_date ORDER BY m.subject, m.branch FOR UPDATE) stale
        WHERE l.subject = stale.subject AND l.branch = stale.branch;
    END IF;
    INSERT INTO store.event(device, seq, id, subject, time_ms, type, hash, body)
    SELECT me.device, e.seq, e.id, e.subject, e.time_ms, e.type, e.hash, e.body
    FROM unnest(news, bodies[(head.seq - first_seq + 2)::int:])
        AS e(hash, device, seq, prev, id, subject, time_ms, type, v, facts, body);
    news := ARRAY(SELECT e FROM unnest(news) e WHERE e.subject IS NOT NULL AND e.facts IS NOT NULL);
    IF cardinality(news) > 0 THEN
        PERFORM store.project(me, news, last_seq);
    END IF;
    UPDATE store.device_head h SET seq = last_seq, hash = hashes[n] WHERE h.device = me.device;
    RETURN QUERY SELECT 'accepted', last_seq, hashes[n], last_seq - head.seq;
EXCEPTION WHEN unique_violation THEN
    -- An event id that another event has: no honest desk makes one.
    RETURN QUERY SELECT 'fork', head.seq, head.hash, 0::bigint;
END
$$;

GRANT EXECUTE ON FUNCTION store.append, store.link TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.append_events(session bytea, device uuid, first_seq bigint, hashes bytea[], events text[])
RETURNS TABLE (answer text, seq bigint, hash bytea, added bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF device IS DISTINCT FROM me.device_id THEN
        PERFORM store.refuse('CD002', 'events of another device');
    END IF;
    IF cardinality(events) NOT BETWEEN 1 AND 1000 OR cardinality(hashes) IS DISTINCT FROM cardinality(events)
       OR first_seq IS NULL OR first_seq < 1 OR array_ndims(events) <> 1
       OR array_position(events, NULL) IS NOT NULL OR array_position(hashes, NULL) IS NOT NULL
       OR EXISTS (SELECT FROM unnest(events) e WHERE octet_length(e) > 8388608) THEN
        PERFORM store.refuse('CD001', 'a batch in another form');
    END IF;
    RETURN QUERY SELECT * FROM store.append(me, first_seq, hashes, events);
END
$$;
CREATE FUNCTION api_v1.head(session bytea, device uuid) RETURNS TABLE (seq bigint, hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT h.seq, h.hash FROM store.device_head h JOIN store.device d ON d.number = h.device
                 WHERE d.id = head.device AND h.seq > 0;
END
$$;
CREATE FUNCTION api_v1.heads(session bytea) RETURNS TABLE (device uuid, seq bigint, hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    RETURN QUERY SELECT d.id, h.seq, h.hash FROM store.device_head h JOIN store.device d ON d.number = h.device
                 WHERE h.seq > 0 ORDER BY d.id;
END
$$;
GRANT EXECUTE ON FUNCTION api_v1.append_events, api_v1.head, api_v1.heads TO cd_user;
