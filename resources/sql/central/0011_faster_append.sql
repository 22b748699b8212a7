-- Appending at less cost. An event is opened once, in the very statement that inserts it, and what somebody's consents
-- amount to is read from the ledger when it is needed: for those who ended something, and whoever asks. So it can't
-- differ from the ledger, and nothing is written for the many who only ever agreed.
SET LOCAL ROLE cd_store_owner;

DROP FUNCTION store.append, store.project, store.judge, store.statements;
DROP TABLE store.consent_state;
DROP TYPE store.parsed;

-- What was signed, of a compact JWS.
CREATE FUNCTION common.payload(jws text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
RETURN (
    SELECT convert_from(decode(p.base64 || left('===', -octet_length(p.base64) & 3), 'base64'), 'UTF8')::jsonb
    FROM (SELECT replace(replace(split_part(jws, '.', 2), '-', '+'), '_', '/') AS base64 OFFSET 0) p
);

-- Subjects about whom an opt-out or a withdrawal is in the ledger: no others can be on the opt-out list.
CREATE TABLE store.ended (
    subject uuid PRIMARY KEY
);
INSERT INTO store.ended
SELECT DISTINCT e.subject FROM store.event e
WHERE e.subject IS NOT NULL AND e.type IN ('consent.optedOut', 'consent.withdrawn');

-- The events that speak of somebody's consent, opened.
CREATE VIEW store.saying AS
SELECT e.subject, e.type, e.time_ms, d.id AS device, e.seq, e.id AS event, p.payload ->> 'actor' AS actor,
       p.payload -> 'facts' AS facts
FROM store.event e
JOIN store.device d ON d.number = e.device
CROSS JOIN LATERAL (SELECT common.payload(e.body) AS payload OFFSET 0) p
WHERE e.subject IS NOT NULL AND (p.payload ->> 'v')::int = 1
  AND e.type IN ('consent.captured', 'consent.withdrawn', 'consent.optedOut', 'consent.mistaken');

-- The statements that an event makes, one a scope, as ledger::consentStatements. Where it names a scope twice, what
-- protects more counts. Status: 1 granted, 3 refused, 5 withdrawn, 6 opted out. Channels on which an item was captured:
-- 1 none, 2 phone, 4 SMS, 8 e-mail, 16 post.
CREATE FUNCTION store.statements(type text, facts jsonb)
RETURNS TABLE (scope text, status smallint, channels smallint, mandatory boolean)
LANGUAGE sql IMMUTABLE AS $$
    SELECT s.scope, max(s.status)::smallint, bit_or(s.channels)::smallint, bool_or(s.mandatory)
    FROM (
        SELECT i.code AS scope, CASE i.decision WHEN 'granted' THEN 1 ELSE 3 END AS status,
               CASE WHEN i.mandatory THEN 0 WHEN i.channel = 'phone' THEN 2 WHEN i.channel = 'sms' THEN 4
                    WHEN i.channel = 'email' THEN 8 WHEN i.channel = 'post' THEN 16 ELSE 1 END AS channels, i.mandatory
        FROM jsonb_to_recordset(CASE WHEN type = 'consent.captured' THEN facts -> 'items' ELSE '[]' END)
            AS i(code text, decision text, mandatory boolean, channel text)
        UNION ALL
        SELECT ended.scope, CASE type WHEN 'consent.optedOut' THEN 6 ELSE 5 END, 0, false
        FROM (
            SELECT jsonb_array_elements_text(facts -> 'items') AS scope
            UNION ALL
            SELECT 'channel:' || jsonb_array_elements_text(facts -> 'channels')
            UNION ALL
            SELECT 'optional:*' WHERE (facts ->> 'allOptional')::boolean
        ) ended
        WHERE type IN ('consent.optedOut', 'consent.withdrawn')
    ) s
    WHERE s.scope IS NOT NULL
    GROUP BY s.scope
$$;

-- The latest statement about each scope of each subject's consent, as ledger::ConsentProjection folds it: an ending that
-- was a slip of the hand (ledger::undoes) counts as never said.
CREATE VIEW store.consent_state AS
SELECT DISTINCT ON (s.subject, t.scope)
       s.subject, t.scope, t.status, s.time_ms, s.device, s.seq, s.event,
       bit_or(t.channels) OVER same AS channels, bool_or(t.mandatory) OVER same AS mandatory
FROM store.saying s CROSS JOIN LATERAL store.statements(s.type, s.facts) t
WHERE s.type = 'consent.captured'
   OR NOT EXISTS (SELECT FROM store.saying m
                  WHERE m.subject = s.subject AND m.type = 'consent.mistaken' AND m.device = s.device
                    AND m.actor = s.actor AND m.seq > s.seq AND m.facts ->> 'mistaken' = s.event::text
                    AND m.time_ms - s.time_ms BETWEEN 0 AND 600000)
WINDOW same AS (PARTITION BY s.subject, t.scope)
ORDER BY s.subject, t.scope, s.time_ms DESC, t.status DESC, s.device DESC, s.seq DESC, s.event DESC;

-- The rule of the opt-out list for one person (see app/central/contactblocks.h): a channel is blocked while something
-- ended it and no optional item on it stands granted.
CREATE FUNCTION store.judge(person uuid, OUT channels int, OUT all_optional boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, store, pg_temp AS $$
    WITH state AS MATERIALIZED (
        SELECT * FROM store.consent_state WHERE subject = person
    ), blanket AS MATERIALIZED (
        SELECT CASE scope WHEN 'optional:*' THEN 31 WHEN 'channel:phone' THEN 2 WHEN 'channel:sms' THEN 4
                          WHEN 'channel:email' THEN 8 WHEN 'channel:post' THEN 16 ELSE 0 END AS reach,
               scope = 'optional:*' AS everything, time_ms, status, device, seq, event
        FROM state
        WHERE scope = 'optional:*' OR scope LIKE 'channel:%'
    ), item AS (
        SELECT c.bit, i.status,
               EXISTS (SELECT FROM blanket b WHERE b.reach & c.bit <> 0
                       AND (b.time_ms, b.status, b.device, b.seq, b.event)
                         > (i.time_ms, i.status, i.device, i.seq, i.event)) AS overruled
        FROM state i JOIN (VALUES (1), (2), (4), (8), (16)) c(bit) ON i.channels & c.bit <> 0
        WHERE NOT i.mandatory
    )
    SELECT (coalesce((SELECT bit_or(reach) FROM blanket), 0)
            | coalesce((SELECT bit_or(bit) FROM item WHERE overruled OR status >= 5), 0))
           & ~coalesce((SELECT bit_or(bit) FROM item WHERE NOT overruled AND status = 1), 0) & 30,
           EXISTS (SELECT FROM blanket WHERE everything)
           AND NOT EXISTS (SELECT FROM item WHERE NOT overruled AND status = 1)
$$;

-- As before, at less cost for people who are new: what is not there is put in plainly, since asking for conflicts costs
-- as much again; only when another desk was there in the same moment is it done over with care.
CREATE OR REPLACE FUNCTION store.link(me store.caller, wanted uuid[], action text, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    fresh uuid[];
    foreign_ones uuid[];
    unheld uuid[];
BEGIN
    SELECT array_agg(w.s ORDER BY w.s) FILTER (WHERE w.is_fresh),
           array_agg(w.s) FILTER (WHERE w.is_fresh
                                    AND EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = w.s)),
           array_agg(w.s ORDER BY w.s) FILTER (WHERE w.is_unheld)
    INTO fresh, foreign_ones, unheld
    FROM (SELECT u.s, NOT EXISTS (SELECT FROM store.subject_branch l WHERE l.subject = u.s AND l.branch = me.branch)
                      AND NOT EXISTS (SELECT FROM store.tombstone t WHERE t.subject = u.s) AS is_fresh,
                 NOT EXISTS (SELECT FROM store.holding h WHERE h.device = me.device AND h.subject = u.s) AS is_unheld
          FROM (SELECT DISTINCT unnest(wanted) AS s) u) w;
    BEGIN
        INSERT INTO store.subject_branch(subject, branch, touched) SELECT s, me.branch, current_date FROM unnest(fresh) s;
        INSERT INTO store.holding(device, subject) SELECT me.device, s FROM unnest(unheld) s;
    EXCEPTION WHEN unique_violation THEN
        INSERT INTO store.subject_branch(subject, branch, touched) SELECT s, me.branch, current_date FROM unnest(fresh) s
        ON CONFLICT DO NOTHING;
        INSERT INTO store.holding(device, subject) SELECT me.device, s FROM unnest(unheld) s ON CONFLICT DO NOTHING;
    END;
    IF cardinality(foreign_ones) > 0 AND action <> '' THEN
        PERFORM store.log(me, action, reason, 'granted', foreign_ones);
    END IF;
END
$$;

-- Makes the opt-out list right for these subjects, of whose consent something new was said.
CREATE FUNCTION store.project(me store.caller, about uuid[], place bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    numbers bytea[];
BEGIN
    -- Two desks that write about one person at once take turns here, so that the later one sees both.
    PERFORM FROM store.subject_token t WHERE t.kind = 1 AND t.subject = ANY (about) ORDER BY t.subject FOR UPDATE;
    numbers := ARRAY(SELECT DISTINCT substr(t.token, 1, 8) FROM store.subject_token t
                     JOIN store.ended x ON x.subject = t.subject
                     WHERE t.kind = 1 AND t.subject = ANY (about));
    IF cardinality(numbers) > 0 THEN
        PERFORM store.refresh_blocks(me, numbers, place);
    END IF;
END
$$;

-- Whether a batch is what it says: hashes, device, numbers and links within it.
CREATE FUNCTION store.is_sound(me store.caller, first_seq bigint, hashes bytea[], bodies text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    sound boolean;
BEGIN
    SELECT bool_and(b.told = sha256(convert_to(b.body, 'UTF8')) AND (b.p ->> 'device')::uuid = me.device_id
                    AND (b.p ->> 'seq')::bigint = first_seq + b.place - 1 AND (b.p ->> 'id')::uuid IS NOT NULL
                    AND (b.p ->> 'at')::bigint - (b.p ->> 'skewMs')::bigint IS NOT NULL AND b.p ->> 'type' IS NOT NULL
                    AND (b.place = 1
                         OR b.p ->> 'prev' = translate(rtrim(encode(b.before, 'base64'), '='), '+/', '-_')))
    INTO sound
    FROM (SELECT u.told, u.body, u.place, lag(u.told) OVER (ORDER BY u.place) AS before, common.payload(u.body) AS p
          FROM unnest(hashes, bodies) WITH ORDINALITY u(told, body, place)) b;
    RETURN coalesce(sound, false);
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN false;  -- a text that is no event at all
END
$$;

-- What to answer to a batch that does not go on where the chain ends; 'overlap' when its last events do.
CREATE FUNCTION store.beside(me store.caller, head store.device_head, first_seq bigint, hashes bytea[], bodies text[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    last_seq bigint := first_seq + cardinality(bodies) - 1;
BEGIN
    IF NOT store.is_sound(me, first_seq, hashes, bodies) THEN
        RETURN 'badHash';
    ELSIF first_seq > head.seq + 1 THEN
        RETURN 'gap';
    ELSIF (SELECT count(*) FROM store.event e
           WHERE e.device = me.device AND e.seq BETWEEN first_seq AND least(last_seq, head.seq)
             AND e.hash = hashes[(e.seq - first_seq + 1)::int]) <> least(last_seq, head.seq) - first_seq + 1 THEN
        RETURN 'fork';
    END IF;
    RETURN CASE WHEN last_seq <= head.seq THEN 'replay' ELSE 'overlap' END;
END
$$;

CREATE FUNCTION store.append(me store.caller, first_seq bigint, hashes bytea[], bodies text[])
RETURNS TABLE (answer text, seq bigint, hash bytea, added bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    head store.device_head;
    n int;
    verdict text;
    news record;
BEGIN
    -- The only row that appends of one device wait for; other devices never meet here.
    SELECT * INTO head FROM store.device_head h WHERE h.device = me.device FOR UPDATE;
    IF first_seq <> head.seq + 1 THEN
        verdict := store.beside(me, head, first_seq, hashes, bodies);
        IF verdict <> 'overlap' THEN
            RETURN QUERY SELECT verdict, head.seq, head.hash, 0::bigint;
            RETURN;
        END IF;
        hashes := hashes[(head.seq - first_seq + 2)::int:];
        bodies := bodies[(head.seq - first_seq + 2)::int:];
    END IF;
    n := cardinality(bodies);
    BEGIN
        -- One statement for all: opened, inserted and looked over together; taken back when anything is wrong. The time is
        -- that of ledger::orderTime: the device's clock corrected by its skew, but after what the desk knew of this subject.
        WITH parsed AS MATERIALIZED (
            SELECT u.place, u.body, u.told, sha256(convert_to(u.body, 'UTF8')) AS hash, p.j ->> 'device' AS device,
                   (p.j ->> 'seq')::bigint AS seq, p.j ->> 'prev' AS prev, (p.j ->> 'id')::uuid AS id,
                   (p.j ->> 'subject')::uuid AS subject, (p.j ->> 'at')::bigint - (p.j ->> 'skewMs')::bigint AS at,
                   (p.j -> 'facts' ->> 'after')::numeric::bigint + 1 AS after, p.j ->> 'type' AS type
            FROM unnest(bodies, hashes) WITH ORDINALITY u(body, told, place)
            CROSS JOIN LATERAL (
                SELECT replace(replace(split_part(u.body, '.', 2), '-', '+'), '_', '/') AS base64 OFFSET 0
            ) t
            CROSS JOIN LATERAL (
                SELECT convert_from(decode(t.base64 || left('===', -octet_length(t.base64) & 3), 'base64'), 'UTF8')::jsonb
                       AS j OFFSET 0
            ) p
        ), taken AS (
            INSERT INTO store.event(device, seq, id, subject, time_ms, type, hash, body)
            SELECT me.device, head.seq + p.place, p.id, p.subject, greatest(p.at, p.after), p.type, p.hash, p.body
            FROM parsed p
        )
        SELECT bool_and(c.hash = c.told AND c.device = me.device_id::text AND c.seq = head.seq + c.place
                        AND c.at IS NOT NULL
                        AND coalesce(c.prev, '-') = replace(replace(rtrim(encode(c.before, 'base64'), '='), '+', '-'),
                                                            '/', '_')) AS sound,
               array_agg(DISTINCT c.subject) FILTER (WHERE c.subject IS NOT NULL) AS about,
               array_agg(c.subject) FILTER (WHERE c.type LIKE 'consent.%' AND c.subject IS NOT NULL) AS spoken_of,
               array_agg(c.subject) FILTER (WHERE c.type IN ('consent.optedOut', 'consent.withdrawn')
                                              AND c.subject IS NOT NULL) AS ended
        INTO news
        FROM (SELECT p.*, lag(p.told, 1, head.hash) OVER (ORDER BY p.place) AS before FROM parsed p) c;
        IF news.sound IS NOT TRUE THEN
            RAISE EXCEPTION USING ERRCODE = 'data_exception';
        END IF;
    EXCEPTION WHEN data_exception OR program_limit_exceeded OR not_null_violation OR unique_violation THEN
        -- Sound in itself: then it does not go on from our head, or has an id that another event has. No honest desk
        -- makes one.
        RETURN QUERY SELECT CASE WHEN store.is_sound(me, head.seq + 1, hashes, bodies) THEN 'fork' ELSE 'badHash' END,
                            head.seq, head.hash, 0::bigint;
        RETURN;
    END;
    IF cardinality(news.about) > 0 THEN
        PERFORM store.link(me, news.about, 'append', '');
        UPDATE store.subject_branch l SET touched = current_date
        FROM (SELECT m.subject, m.branch FROM store.subject_branch m
              WHERE m.subject = ANY (news.about) AND m.touched < current_date ORDER BY m.subject, m.branch FOR UPDATE) stale
        WHERE l.subject = stale.subject AND l.branch = stale.branch;
    END IF;
    IF cardinality(news.ended) > 0 THEN
        -- Whoever brings a number of this person at this moment waits, or we do: see put_tokens.
        PERFORM FROM store.data_key k WHERE k.subject = ANY (news.ended) ORDER BY k.subject, k.id FOR UPDATE;
        INSERT INTO store.ended SELECT DISTINCT e FROM unnest(news.ended) e ORDER BY e ON CONFLICT DO NOTHING;
    END IF;
    IF cardinality(news.spoken_of) > 0 THEN
        PERFORM store.project(me, news.spoken_of, head.seq + n);
    END IF;
    UPDATE store.device_head h SET seq = head.seq + n, hash = hashes[n] WHERE h.device = me.device;
    RETURN QUERY SELECT 'accepted', head.seq + n, hashes[n], n::bigint;
END
$$;

-- As before, but for where consents are read.
CREATE OR REPLACE FUNCTION store.put_tokens(me store.caller, subjects uuid[], kinds smallint[], tokens bytea[], since bigint[])
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
    -- A number and an ending of one person, committed at the same moment by two desks, must not miss each other.
    PERFORM FROM store.data_key k WHERE k.subject = ANY (subjects) ORDER BY k.subject, k.id FOR UPDATE;
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
                       OR EXISTS (SELECT FROM store.ended x WHERE x.subject = p.subject));
    IF cardinality(before) > 0 THEN
        PERFORM store.refresh_blocks(me, before, place);
    END IF;
    RETURN n;
END
$$;

CREATE OR REPLACE FUNCTION store.erase(me store.caller, person uuid, OUT at bigint, OUT keys bigint, OUT newest_epoch int)
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
    DELETE FROM store.evidence_chunk c USING store.evidence e WHERE e.subject = person AND c.sha256 = e.sha256
        AND c.month = e.month;
    DELETE FROM store.evidence e WHERE e.subject = person;
    IF cardinality(numbers) > 0 THEN
        PERFORM store.refresh_blocks(me, numbers, place);
    END IF;
    PERFORM store.log(me, 'erase', '', 'granted', ARRAY[person]);
END
$$;

GRANT EXECUTE ON FUNCTION store.append TO cd_api_owner;
