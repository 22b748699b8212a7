-- Users, devices, roles. cd_role_keeper's three functions are the only ones that touch log-ins of the server, and only
-- those named u_...; everything else here changes tables.
SET LOCAL ROLE cd_role_keeper;

-- A verifier is what the client made of the password (RFC 5803); a plain password is refused, not hashed here.
CREATE FUNCTION store.role_make(role_name name, verifier text, groups name[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF role_name !~ '^u_[a-z][a-z0-9._-]{0,30}$' THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = 'not the name of a user''s role';
    END IF;
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT '
                   'CONNECTION LIMIT 16', role_name);
    EXECUTE format('COMMENT ON ROLE %I IS %L', role_name, 'Consent Desk user');
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', role_name, '7s');
    EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', role_name, '5s');
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', role_name, '15s');
    PERFORM store.role_password(role_name, verifier);
    PERFORM store.role_groups(role_name, groups);
END
$$;

CREATE FUNCTION store.role_password(role_name name, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF role_name !~ '^u_[a-z][a-z0-9._-]{0,30}$' OR verifier IS NULL
       OR verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]{22,}=*\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = 'not a user''s role, or no SCRAM verifier';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END
$$;

CREATE FUNCTION store.role_groups(role_name name, groups name[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one name;
BEGIN
    IF role_name !~ '^u_[a-z][a-z0-9._-]{0,30}$' THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = 'not the name of a user''s role';
    END IF;
    FOREACH one IN ARRAY ARRAY['cd_user', 'cd_agent', 'cd_counter', 'cd_supervisor', 'cd_privacy_officer', 'cd_admin']::name[] LOOP
        IF one = ANY (groups) OR one = 'cd_user' THEN
            EXECUTE format('GRANT %I TO %I', one, role_name);
        ELSIF pg_has_role(role_name, one, 'MEMBER') THEN
            EXECUTE format('REVOKE %I FROM %I', one, role_name);
        END IF;
    END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION store.role_make, store.role_password, store.role_groups TO cd_store_owner;

SET LOCAL ROLE cd_store_owner;
CREATE FUNCTION store.group_names(roles text[]) RETURNS name[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    IF roles IS NULL OR NOT roles <@ ARRAY['agent', 'counter', 'supervisor', 'privacy_officer', 'admin'] THEN
        PERFORM store.refuse('CD001', 'an unknown role');
    END IF;
    RETURN ARRAY(SELECT DISTINCT 'cd_' || r FROM unnest(roles) r);
END
$$;

CREATE FUNCTION store.note(me store.caller, act text, target text, detail text DEFAULT '') RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
    INSERT INTO store.rights_log(actor, act, target, detail) VALUES (me.user_id, act, target, detail)
$$;

-- Whoever may not make privacy officers can't make himself one either.
CREATE FUNCTION store.may_grant(me store.caller, before text[], after text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    IF ('privacy_officer' = ANY (before)) <> ('privacy_officer' = ANY (after)) AND NOT 'privacy_officer' = ANY (me.roles) THEN
        PERFORM store.refuse('CD002', 'only a privacy officer makes or unmakes privacy officers');
    END IF;
END
$$;

CREATE FUNCTION store.add_user(me store.caller, id uuid, login text, verifier text, roles text[], sealed_profile text,
                               public_key text, wrapped_private text, must_change boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM store.staff s WHERE s.id = add_user.id OR s.login = add_user.login)
       OR EXISTS (SELECT FROM pg_roles r WHERE r.rolname = 'u_' || add_user.login) THEN
        PERFORM store.refuse('CD007', 'the user or the login is there already');
    END IF;
    IF login IS NULL OR login !~ '^[a-z][a-z0-9._-]{0,30}$' THEN
        PERFORM store.refuse('CD001', 'a login in another form');
    END IF;
    INSERT INTO store.staff(id, login, role_name, roles, must_change, sealed_profile, public_key, wrapped_private)
    VALUES (id, login, 'u_' || login, roles, must_change, coalesce(sealed_profile, ''), coalesce(public_key, ''),
            coalesce(wrapped_private, ''));
    PERFORM store.role_make(('u_' || login)::name, verifier, store.group_names(roles));
    PERFORM store.note(me, 'user.added', id::text, array_to_string(roles, ' '));
END
$$;

CREATE FUNCTION store.change_user(me store.caller, act text, wanted uuid, an_enabled boolean, a_roles text[],
                                  a_profile text, a_verifier text, a_public_key text, a_wrapped_private text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    it store.staff;
BEGIN
    SELECT * INTO it FROM store.staff s WHERE s.id = wanted FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD005', 'no such user');
    END IF;
    IF NOT an_enabled AND it.number = me.staff THEN
        PERFORM store.refuse('CD002', 'nobody disables himself');
    END IF;
    -- A reset hands over an account: that of a privacy officer only to another one.
    IF a_verifier IS NOT NULL AND 'privacy_officer' = ANY (it.roles) AND NOT 'privacy_officer' = ANY (me.roles) THEN
        PERFORM store.refuse('CD002', 'only a privacy officer resets a privacy officer');
    END IF;
    IF a_roles IS NOT NULL THEN
        PERFORM store.may_grant(me, it.roles, a_roles);
        PERFORM store.role_groups(it.role_name, store.group_names(a_roles));
    END IF;
    IF a_verifier IS NOT NULL THEN
        PERFORM store.role_password(it.role_name, a_verifier);
        DELETE FROM store.organisation_key o WHERE o.staff = it.number;
        DELETE FROM store.session s WHERE s.staff = it.number;
    END IF;
    UPDATE store.staff s SET enabled = coalesce(an_enabled, s.enabled), roles = coalesce(a_roles, s.roles),
        sealed_profile = coalesce(a_profile, s.sealed_profile), must_change = s.must_change OR a_verifier IS NOT NULL,
        public_key = coalesce(a_public_key, s.public_key), wrapped_private = coalesce(a_wrapped_private, s.wrapped_private)
    WHERE s.number = it.number;
    PERFORM store.note(me, act, wanted::text, coalesce(array_to_string(a_roles, ' '), an_enabled::text, ''));
END
$$;

CREATE FUNCTION store.grant_keys(me store.caller, wanted uuid, for_key text, epochs int[], keys text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    it store.staff;
BEGIN
    SELECT * INTO it FROM store.staff s WHERE s.id = wanted FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM store.refuse('CD005', 'no such user');
    END IF;
    IF it.public_key <> for_key THEN
        PERFORM store.refuse('CD004', 'the user has another key pair by now');
    END IF;
    INSERT INTO store.organisation_key SELECT it.number, e, k FROM unnest(epochs, keys) u(e, k)
    ON CONFLICT (staff, epoch) DO UPDATE SET wrapped = excluded.wrapped;
    PERFORM store.note(me, 'keys.granted', wanted::text, array_to_string(epochs, ' '));
END
$$;

-- While the password must be changed this is what a user may do besides asking for the own keys.
CREATE FUNCTION store.change_password(me store.caller, verifier text, a_wrapped_private text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
BEGIN
    PERFORM store.role_password(session_user, verifier);
    UPDATE store.staff s SET wrapped_private = a_wrapped_private, must_change = false WHERE s.number = me.staff;
    PERFORM store.note(me, 'password.changed', me.user_id::text);
END
$$;
GRANT EXECUTE ON FUNCTION store.add_user, store.change_user, store.grant_keys, store.change_password, store.may_grant,
                          store.note TO cd_api_owner;

SET LOCAL ROLE cd_api_owner;
CREATE FUNCTION api_v1.add_user(session bytea, "user" uuid, login text, verifier text, roles text[], sealed_profile text,
                                public_key text, wrapped_private text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    PERFORM store.may_grant(me, '{}', roles);
    PERFORM store.add_user(me, "user", login, verifier, roles, sealed_profile, public_key, wrapped_private, true);
END
$$;
CREATE FUNCTION api_v1.set_user_enabled(session bytea, "user" uuid, enabled boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    PERFORM store.change_user(me, 'user.enabled', "user", enabled, NULL, NULL, NULL, NULL, NULL);
END
$$;
CREATE FUNCTION api_v1.reset_user(session bytea, "user" uuid, verifier text, public_key text, wrapped_private text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    IF verifier IS NULL OR public_key IS NULL OR wrapped_private IS NULL THEN
        PERFORM store.refuse('CD001', 'a reset in another form');
    END IF;
    PERFORM store.change_user(me, 'user.reset', "user", NULL, NULL, NULL, verifier, public_key, wrapped_private);
END
$$;
CREATE FUNCTION api_v1.set_user_roles(session bytea, "user" uuid, roles text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    PERFORM store.change_user(me, 'user.roles', "user", NULL, coalesce(roles, '{}'), NULL, NULL, NULL, NULL);
END
$$;
CREATE FUNCTION api_v1.set_user_profile(session bytea, "user" uuid, sealed_profile text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    PERFORM store.change_user(me, 'user.profile', "user", NULL, NULL, sealed_profile, NULL, NULL, NULL);
END
$$;
CREATE FUNCTION api_v1.grant_organisation_keys(session bytea, "user" uuid, public_key text, epochs int[], wrapped text[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, ARRAY['admin', 'privacy_officer']);
BEGIN
    IF cardinality(epochs) IS DISTINCT FROM cardinality(wrapped) OR array_position(epochs, NULL) IS NOT NULL
       OR array_position(wrapped, NULL) IS NOT NULL OR public_key IS NULL THEN
        PERFORM store.refuse('CD001', 'keys in another form');
    END IF;
    PERFORM store.grant_keys(me, "user", public_key, epochs, wrapped);
END
$$;
CREATE FUNCTION api_v1.change_password(session bytea, verifier text, wrapped_private text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, store, pg_temp AS $$
DECLARE
    me store.caller := store.enter(session, NULL, true);
BEGIN
    IF verifier IS NULL OR wrapped_private IS NULL OR length(wrapped_private) NOT BETWEEN 1 AND 5000 THEN
        PERFORM store.refuse('CD001', 'a password in another form');
    END IF;
    PERFORM store.change_password(me, verifier, wrapped_private);
END
$$;
GRANT EXECUTE ON FUNCTION api_v1.change_password TO cd_user;
GRANT EXECUTE ON FUNCTION api_v1.add_user, api_v1.set_user_enabled, api_v1.reset_user, api_v1.set_user_roles,
                          api_v1.set_user_profile, api_v1.grant_organisation_keys TO cd_admin, cd_privacy_officer;
