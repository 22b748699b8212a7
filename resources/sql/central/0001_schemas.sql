-- Schemas, and what nobody gets. Whoever may log in may at first do nothing at all.

CREATE SCHEMA store AUTHORIZATION cd_store_owner;   -- tables, and functions that keep them right
CREATE SCHEMA api_v1 AUTHORIZATION cd_api_owner;    -- what a login may call; a later version stands beside it
CREATE SCHEMA common AUTHORIZATION cd_store_owner;  -- pure functions on values
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA store, common TO cd_api_owner;
GRANT USAGE ON SCHEMA common TO cd_role_keeper;
GRANT USAGE ON SCHEMA api_v1 TO cd_user, cd_admin, cd_privacy_officer, cd_retention;
GRANT USAGE, CREATE ON SCHEMA store TO cd_role_keeper;  -- its functions stand in store; taken back at the end of 0010

ALTER DEFAULT PRIVILEGES FOR ROLE cd_store_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_api_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_role_keeper REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE cd_store_owner REVOKE USAGE ON TYPES FROM PUBLIC;

CREATE TABLE store.migration (     -- a step and its number are one transaction
    number     int PRIMARY KEY,
    name       text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE store.migration OWNER TO cd_store_owner;

-- No temporary tables, no DO blocks, no functions of one's own.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO cd_user, cd_retention', current_database());
END
$$;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO cd_store_owner, cd_api_owner, cd_role_keeper;

-- Built-in functions by which a login could lock others out, wait, fill the disk with large objects, or write into the
-- log that standbys read: for the superuser only.
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOR one IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname LIKE 'pg\_advisory\_%' OR p.proname LIKE 'pg\_try\_advisory\_%'
               OR p.proname IN ('pg_sleep', 'pg_sleep_for', 'pg_sleep_until', 'pg_logical_emit_message',
                                'pg_export_snapshot', 'pg_notify', 'loread', 'lowrite')
               OR p.proname LIKE 'lo\_%')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
    END LOOP;
END
$$;
