-- Giving events to desks, and the opt-out list.
--
-- The cursor is a vector, one chain place a device: whatever commits late is still after it. A page takes two
-- transactions: pull_offer records what the device is about to hold, and pull_take hands it out, in a later transaction
-- only. With both in one, BEGIN ... ROLLBACK would read and leave no record.
SET LOCAL ROLE cd_api_owner;

-- Which visible events come next. Looks at a bounded stretch of each chain, so that a call stays short whatever it finds.
CREATE FUNCTION api_v1.pull_offer(session bytea, known uuid[], known_seqs bigint[], most int)
RETURNS TABLE (delivery bytea, events int, devices uuid[], seqs bigint[], more boolean, checkpoint text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, common, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me store.caller := store.enter(session);
    stretch CONSTANT bigint := 20000;
    oldest date := current_date - store.setting('cacheDays')::int;
    chain record;
    found int := 0;
    part record;
    page_devices int[] := '{}';
    page_ids uuid[] := '{}';
    page_after bigint[] := '{}';
    page_up_to bigint[] := '{}';
    page_subjects uuid[] := '{}';
    token bytea := common.random32();
    is_more boolean := false;
BEGIN
    IF most IS NULL OR most NOT BETWEEN 1 AND 1000 OR known IS NULL
       OR cardinality(known) IS DISTINCT FROM cardinality(known_seqs) THEN
        PERFORM store.refuse('CD001', 'cursor or limit in another form');
    END IF;
    FOR chain IN
        SELECT d.number, d.id, h.seq AS head, coalesce(c.seq, 0) AS after
        FROM store.device_head h JOIN store.device d ON d.number = h.device
        LEFT JOIN unnest(known, known_seqs) c(id, seq) ON c.id = d.id
        WHERE h.seq > coalesce(c.seq, 0)
        ORDER BY d.number
    LOOP
        IF found >= most THEN
            is_more := true;
            EXIT;
        END IF;
        SELECT count(*) AS n, max(v.seq) AS last, array_agg(DISTINCT v.subject) FILTER (WHERE v.subject IS NOT NULL) AS subjects
        INTO part
        FROM (SELECT e.seq, e.subject FROM store.event e
              WHERE e.device = chain.number AND e.seq > chain.after AND e.seq <= least(chain.head, chain.after + stretch)
                AND (e.subject IS NULL OR chain.number = me.device
                     OR EXISTS (SELECT FROM store.subject_branch l
                                WHERE l.subject = e.subject AND l.branch = me.branch AND l.touched >= oldest))
              ORDER BY e.seq LIMIT most - found) v;
        found := found + part.n;
        page_devices := page_devices || chain.number;
        page_ids := page_ids || chain.id;
        page_after := page_after || chain.after;
        page_up_to := page_up_to || CASE WHEN found >= most THEN part.last ELSE least(chain.head, chain.after + stretch) END;
        page_subjects := page_subjects || coalesce(part.subjects, '{}');
        is_more := is_more OR page_up_to[cardinality(page_up_to)] < chain.head;
    END LOOP;
    IF found > 0 THEN
        INSERT INTO store.delivery AS old (session, token, devices, after, up_to, subjects)
        VALUES (me.session, token, page_devices, page_after, page_up_to, page_subjects)
        ON CONFLICT (session) DO UPDATE SET token = excluded.token, made_in = excluded.made_in, devices = excluded.devices,
            after = excluded.after, up_to = excluded.up_to, subjects = excluded.subjects;
        IF cardinality(page_subjects) > 0 THEN
            INSERT INTO store.holding(device, subject)
            SELECT DISTINCT me.device, s FROM unnest(page_subjects) s ORDER BY s
            ON CONFLICT DO NOTHING;
            PERFORM store.log(me, 'pull', '', 'granted', NULL, found);
        END IF;
    END IF;
    RETURN QUERY SELECT CASE WHEN found > 0 THEN token ELSE '' END, found, page_ids, page_up_to, is_more,
                        store.latest_checkpoint();
END
$$;

CREATE FUNCTION api_v1.pull_take(session bytea, delivery bytea)
RETURNS TABLE (what text, device uuid, seq bigint, hash bytea, body text, id uuid, subject uuid, epoch int, wrapped bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me store.caller := store.enter(session);
    page store.delivery;
BEGIN
    SELECT * INTO page FROM store.delivery d WHERE d.session = me.session AND d.token = pull_take.delivery;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD005', 'no such delivery: ask for an offer');
    END IF;
    IF page.made_in IS NOT DISTINCT FROM pg_current_xact_id_if_assigned() THEN
        PERFORM store.refuse('CD006', 'offered in this very transaction');
    END IF;
    -- Exactly the subjects that were recorded: one that was linked since then is not among them.
    RETURN QUERY
        SELECT 'event', d.id, e.seq, e.hash, e.body, NULL::uuid, NULL::uuid, NULL::int, NULL::bytea
        FROM unnest(page.devices, page.after, page.up_to) WITH ORDINALITY p(device, after, up_to, place)
        JOIN store.device d ON d.number = p.device
        JOIN store.event e ON e.device = p.device AND e.seq > p.after AND e.seq <= p.up_to
        WHERE e.subject IS NULL OR e.subject = ANY (page.subjects)
        ORDER BY p.place, e.seq;
    RETURN QUERY
        SELECT 'key', NULL::uuid, NULL::bigint, NULL::bytea, NULL::text, k.id, k.subject, k.epoch, k.wrapped
        FROM store.data_key k WHERE k.subject = ANY (page.subjects) ORDER BY k.id;
END
$$;

CREATE FUNCTION api_v1.release(session bytea, subjects uuid[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
    n int;
BEGIN
    DELETE FROM store.holding h WHERE h.device = me.device AND h.subject = ANY (release.subjects);
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END
$$;

-- The whole list, by prefix, of those who block something. Tokens of the whole organisation, keyed and cut: of no use
-- without a number to ask about.
CREATE FUNCTION api_v1.contact_blocks_all(session bytea, after bytea, most int)
RETURNS TABLE (entries bytea, last bytea, more boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF most IS NULL OR most NOT BETWEEN 1 AND 100000 OR after IS NULL OR length(after) NOT IN (0, 8) THEN
        PERFORM store.refuse('CD001', 'place or limit in another form');
    END IF;
    RETURN QUERY SELECT * FROM store.blocks_from(after, most);
END
$$;

-- What changed since. `behind`: this store has less than the cursor says (it was restored); begin anew with the whole list.
CREATE FUNCTION api_v1.contact_blocks_since(session bytea, known uuid[], known_seqs bigint[], most int)
RETURNS TABLE (entries bytea, devices uuid[], seqs bigint[], more boolean, behind boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me store.caller := store.enter(session);
BEGIN
    IF most IS NULL OR most NOT BETWEEN 1 AND 100000 OR known IS NULL
       OR cardinality(known) IS DISTINCT FROM cardinality(known_seqs) THEN
        PERFORM store.refuse('CD001', 'cursor or limit in another form');
    END IF;
    RETURN QUERY SELECT * FROM store.blocks_since(known, known_seqs, most);
END
$$;

SET LOCAL ROLE cd_store_owner;
CREATE FUNCTION store.latest_checkpoint() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    SELECT coalesce((SELECT body FROM store.checkpoint ORDER BY number DESC LIMIT 1), '')
$$;

CREATE FUNCTION store.packed(prefix bytea, channels smallint, all_optional boolean) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
    SELECT prefix || set_byte('\x00', 0, channels::int) || CASE WHEN all_optional THEN '\x01'::bytea ELSE '\x00' END
$$;

CREATE FUNCTION store.blocks_from(after bytea, most int) RETURNS TABLE (entries bytea, last bytea, more boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    WITH page AS (
        SELECT * FROM store.contact_block b WHERE b.prefix > after AND (b.channels <> 0 OR b.all_optional)
        ORDER BY b.prefix LIMIT most
    )
    SELECT coalesce(string_agg(store.packed(prefix, channels, all_optional), '' ORDER BY prefix), ''),
           coalesce((SELECT p.prefix FROM page p ORDER BY p.prefix DESC LIMIT 1), after), count(*) = most
    FROM page
$$;

-- Heads first and entries afterwards, each in a snapshot of its own: an entry is at least as new as the heads.
CREATE FUNCTION store.blocks_since(known uuid[], seqs bigint[], most int)
RETURNS TABLE (entries bytea, devices uuid[], seqs_to bigint[], more boolean, behind boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
#variable_conflict use_column
DECLARE
    chain record;
    found bytea[] := '{}';
    part record;
    page_ids uuid[] := '{}';
    page_up_to bigint[] := '{}';
    is_more boolean := false;
BEGIN
    IF EXISTS (SELECT FROM unnest(known, seqs) c(id, seq) LEFT JOIN store.device d ON d.id = c.id
               LEFT JOIN store.device_head h ON h.device = d.number WHERE c.seq > coalesce(h.seq, 0)) THEN
        RETURN QUERY SELECT ''::bytea, page_ids, page_up_to, false, true;
        RETURN;
    END IF;
    FOR chain IN
        SELECT d.number, d.id, h.seq AS head, coalesce(c.seq, 0) AS after
        FROM store.device_head h JOIN store.device d ON d.number = h.device
        LEFT JOIN unnest(known, seqs) c(id, seq) ON c.id = d.id
        WHERE h.seq > coalesce(c.seq, 0)
        ORDER BY d.number
    LOOP
        IF cardinality(found) >= most THEN
            is_more := true;
            EXIT;
        END IF;
        SELECT coalesce(array_agg(v.prefix), '{}') AS prefixes, max(v.seq) AS last INTO part
        FROM (SELECT c.prefix, c.seq FROM store.block_change c
              WHERE c.device = chain.number AND c.seq > chain.after AND c.seq <= chain.head
              ORDER BY c.seq FETCH FIRST (most - cardinality(found)) ROWS WITH TIES) v;
        found := found || part.prefixes;
        page_ids := page_ids || chain.id;
        page_up_to := page_up_to || CASE WHEN cardinality(found) >= most THEN part.last ELSE chain.head END;
        is_more := is_more OR page_up_to[cardinality(page_up_to)] < chain.head;
    END LOOP;
    RETURN QUERY
        SELECT coalesce(string_agg(store.packed(b.prefix, b.channels, b.all_optional), '' ORDER BY b.prefix), ''),
               page_ids, page_up_to, is_more, false
        FROM store.contact_block b WHERE b.prefix = ANY (found);
END
$$;
GRANT EXECUTE ON FUNCTION store.latest_checkpoint, store.blocks_from, store.blocks_since TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
GRANT EXECUTE ON FUNCTION api_v1.pull_offer, api_v1.pull_take, api_v1.release, api_v1.contact_blocks_all,
                          api_v1.contact_blocks_since TO cd_user;
