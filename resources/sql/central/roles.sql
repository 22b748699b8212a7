-- The roles of the store, for the whole cluster; run before the migrations, and again at will.
--
-- cd_store_owner owns the tables and what keeps them right; row security does not bind it.
-- cd_api_owner   owns api_v1.*, which logins may call; row security binds it, even inside its own functions.
-- cd_role_keeper alone may make log-ins. Nobody can log in as any of the three, and nobody is a member of them.
-- The comment is how a later run tells our roles from somebody else's of the same name.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['cd_store_owner', 'cd_api_owner', 'cd_role_keeper', 'cd_user', 'cd_agent', 'cd_counter',
                                     'cd_supervisor', 'cd_privacy_officer', 'cd_admin', 'cd_retention'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', role_name);
            EXECUTE format('COMMENT ON ROLE %I IS %L', role_name, 'Consent Desk central store');
        END IF;
    END LOOP;
END
$$;
ALTER ROLE cd_role_keeper CREATEROLE;
